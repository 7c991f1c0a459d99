import { numberText } from '../i18n/number-text.ts';
import { useTranslation } from './translation.ts';

/** A quantity that stands by itself. */
export function Count({ of }: { readonly of: number }) {
  return <>{numberText(of, useTranslation().locale)}</>;
}
