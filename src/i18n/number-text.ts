import { type Locale, TAGS } from '../domain/common/locale.ts';

/** Returns a quantity as a language writes it: thousands parted. Years are none. */
export function numberText(value: number, locale: Locale): string {
  // What formats numbers is not put together for the few that most pages show.
  return value < 1000 ? String(value) : value.toLocaleString(TAGS[locale]);
}
