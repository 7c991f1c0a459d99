import type { Registrar } from './model.ts';
import { normalise } from './text.ts';

/** In: registrars and a few letters of a name in any language, a site, or an IANA id. Out: those meant, best first. */
export function findRegistrars(registrars: readonly Registrar[], query: string): Registrar[] {
  const wanted = normalise(query);
  if (wanted === '') return [];
  return registrars
    .map((one) => ({ one, rank: rankOf(one, wanted) }))
    .filter(({ rank }) => rank < 3)
    .sort((a, b) => a.rank - b.rank || (a.one.id < b.one.id ? -1 : 1))
    .map(({ one }) => one);
}

/** In: registrars and a host. Out: the registrar that has it among its sites or above it. */
export function registrarOfHost(registrars: readonly Registrar[], host: string): Registrar | null {
  const has = (site: string) => host === site || host.endsWith(`.${site}`);
  return registrars.find((one) => one.websites.some(has)) ?? null;
}

function rankOf({ id, name, websites, iana }: Registrar, wanted: string): number {
  if (iana.some((number) => String(number) === wanted)) return 0;
  const names = [id, ...Object.values(name), ...websites].map(normalise);
  if (names.some((one) => one.startsWith(wanted))) return 1;
  return names.some((one) => one.includes(wanted)) ? 2 : 3;
}
