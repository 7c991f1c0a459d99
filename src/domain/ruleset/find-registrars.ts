import { oncePer } from '../common/remembering.ts';
import { normalise } from '../common/text.ts';
import type { Registrar } from './registrar.ts';

/**
 * Returns the registrars that are meant by a few letters of a name in any language, a site, or an
 * IANA id, best first.
 */
export function findRegistrars(registrars: readonly Registrar[], query: string): Registrar[] {
  const wanted = normalise(query);
  if (wanted === '') return [];
  return registrars
    .map((one) => ({ one, rank: rankOf(one, wanted) }))
    .filter(({ rank }) => rank < 3)
    .sort((a, b) => a.rank - b.rank || (a.one.id < b.one.id ? -1 : 1))
    .map(({ one }) => one);
}

/** Returns the registrar that has a host among its sites, or one above it. */
export function registrarOfHost(registrars: readonly Registrar[], host: string): Registrar | null {
  const has = (site: string) => host === site || host.endsWith(`.${site}`);
  return registrars.find((one) => one.websites.some(has)) ?? null;
}

/**
 * Returns the registrar whose whole name this is, as a record or a certificate writes it; null
 * where it is nobody's. Letter case, blanks and punctuation do not count, a part of a name is never
 * enough: companies of one group differ by a word.
 */
export function registrarNamed(registrars: readonly Registrar[], written: string): Registrar | null {
  const wanted = bare(written);
  if (wanted === '') return null;
  return registrars.find((one) => one.names.some((name) => bare(name) === wanted)) ?? null;
}

const UNLISTED = /^iana-([1-9]\d{0,8})$/;

/**
 * Returns the answer for a registrar that is known by its IANA id alone, or null where that is no
 * such id.
 */
export function unlistedRegistrar(iana: number | string): string | null {
  const id = `iana-${iana}`;
  return UNLISTED.test(id) ? id : null;
}

/**
 * Returns the IANA id that an answer of {@link unlistedRegistrar} carries, or null where it is
 * another answer.
 */
export function ianaOfUnlisted(answer: string): number | null {
  const id = UNLISTED.exec(answer)?.[1];
  return id === undefined ? null : Number(id);
}

const NAMED = 'name:';
/** More characters than a registrar's name has. */
const MOST_NAME = 120;

/**
 * Returns the answer for a registrar that is known by a name alone which none of ours has, or null
 * where that is no name.
 */
function namedRegistrar(name: string): string | null {
  const plain = name.replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ').trim();
  return /\p{L}{2}/u.test(plain) && plain.length <= MOST_NAME ? `${NAMED}${plain}` : null;
}

/**
 * Returns the name that an answer of {@link namedRegistrar} carries, or null where it is another
 * answer.
 */
export function nameOfUnlisted(answer: string): string | null {
  return answer.startsWith(NAMED) && namedRegistrar(answer.slice(NAMED.length)) === answer
    ? answer.slice(NAMED.length)
    : null;
}

/**
 * Returns how a registrar is called that is none of ours: by its name, or by `IANA` and its id;
 * null where the answer is another.
 */
export function labelOfUnlisted(answer: string): string | null {
  const iana = ianaOfUnlisted(answer);
  return iana === null ? nameOfUnlisted(answer) : `IANA ${iana}`;
}

/**
 * Returns the answer for a registrar as a person or a record names it: by an id of ours, by its
 * IANA id (`1910`, `iana:1910`, `IANA 1910`), by its whole name, by the one that we show or by its
 * site. An IANA id that no registrar of ours has is an answer of its own; null for anything else.
 */
export function readRegistrar(registrars: readonly Registrar[], given: string): string | null {
  const known =
    registrars.find((one) => one.id === given.toLowerCase()) ??
    registrarNamed(registrars, given) ??
    registrarShown(registrars, given);
  if (known !== null) return known.id;
  const iana = /^\s*(?:iana[\s:#-]*)?0*(\d{1,9})\s*$/i.exec(given)?.[1];
  if (iana === undefined) return nameOfUnlisted(given) === null ? null : given;
  return registrars.find((one) => one.iana.includes(Number(iana)))?.id ?? unlistedRegistrar(iana);
}

/**
 * Returns the answer for what a person writes for a registrar: as {@link readRegistrar}, and a name
 * that none of ours has is an answer of its own; null for what is no name, and for a part of the
 * names of some.
 */
export function writtenRegistrar(registrars: readonly Registrar[], written: string): string | null {
  return readRegistrar(registrars, written) ?? unlistedName(registrars, written);
}

/**
 * Returns the answer for a registrar by a name that none of ours has; null for what is no name, and
 * for a part of the names of some.
 */
export function unlistedName(registrars: readonly Registrar[], written: string): string | null {
  return isFound(registrars, written) ? null : namedRegistrar(written);
}

/** All that registrars are found by. */
interface SearchIndex {
  /** Ids, names and sites, one a line. */
  readonly lines: string;
  readonly bareNames: ReadonlySet<string>;
  readonly iana: ReadonlySet<string>;
}

/** Lists may have a hundred thousand names that are to be looked up. */
const indexOf = oncePer(
  (registrars: readonly Registrar[]): SearchIndex => ({
    lines: registrars.flatMap(searchedTexts).join('\n'),
    bareNames: new Set(registrars.flatMap(({ names }) => names.map(bare))),
    iana: new Set(registrars.flatMap((one) => one.iana.map(String))),
  }),
);

/** Whether {@link findRegistrars} returns anything. */
function isFound(registrars: readonly Registrar[], query: string): boolean {
  const wanted = normalise(query);
  if (wanted === '') return false;
  const { lines, bareNames, iana } = indexOf(registrars);
  return lines.includes(wanted) || bareNames.has(bare(wanted)) || iana.has(wanted);
}

/**
 * The registrar that is shown by this name in one of our languages, or has this site, where it is
 * the only one.
 */
function registrarShown(registrars: readonly Registrar[], given: string): Registrar | null {
  const wanted = bare(given);
  const site = given.trim().toLowerCase();
  const isMeant = ({ name, websites }: Registrar) =>
    websites.includes(site) || Object.values(name).some((one) => bare(one) === wanted);
  const [only, other] = registrars.filter(isMeant);
  return other === undefined ? (only ?? null) : null;
}

function bare(name: string): string {
  return normalise(name).replace(/[\p{P}\p{S}\s]/gu, '');
}

function rankOf(registrar: Registrar, wanted: string): number {
  const { names, iana } = registrar;
  if (iana.some((number) => String(number) === wanted) || names.some((one) => bare(one) === bare(wanted))) return 0;
  const all = searchedTexts(registrar);
  if (all.some((one) => one.startsWith(wanted))) return 1;
  return all.some((one) => one.includes(wanted)) ? 2 : 3;
}

function searchedTexts({ id, name, names, websites }: Registrar): string[] {
  return [id, ...Object.values(name), ...names, ...websites].map(normalise);
}
