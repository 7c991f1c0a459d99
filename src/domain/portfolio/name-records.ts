/**
 * What records say of the names of a portfolio, in a form that costs one text however many names
 * there are.
 */

import { type RecordOrigin, recordOrigin } from '../answers/answer-origin.ts';
import {
  mergeRecorded,
  RECORDED,
  type Recorded,
  type RecordedAnswers,
  type RecordedName,
} from '../answers/recorded-answers.ts';
import { isDay } from '../common/days.ts';
import { array, decoded, fields, string } from '../common/decoder.ts';
import { type Fields, isRecord } from '../common/is-record.ts';
import type { DomainRecord } from '../records/record.ts';
import { labelOfUnlisted } from '../ruleset/find-registrars.ts';
import type { RulesetIndex } from '../ruleset/ruleset-index.ts';

export interface NameRecords {
  /** Where records are from; lines name them by their place in this list. */
  readonly origins: readonly RecordOrigin[];
  /** A line for each registrable domain: the domain, a tab, and an object of JSON. */
  readonly lines: string;
}

export const NO_RECORDS: NameRecords = { origins: [], lines: '' };

export type HolderKind = NonNullable<DomainRecord['holderKind']>;

/** Names of which records say nothing. */
export const NO_FACTS: NameFacts = { recorded: {}, registrarName: null, filing: null, holderKind: null };

/** What records say of one registrable domain. Holders are not in it. */
export interface NameFacts {
  readonly recorded: RecordedAnswers;
  /** The registrar as it is written, where it is none of the facts'. */
  readonly registrarName: string | null;
  /** The filing number that is shown beside the name. */
  readonly filing: string | null;
  /** Whether the holder is a person or a body; who it is is not kept. */
  readonly holderKind: HolderKind | null;
}

/** More characters than a registrar's name or a filing's number has. */
const MOST_TEXT = 200;
/** More than one portfolio is filled from. */
const MOST_ORIGINS = 10_000;
const STATUSES = /^[A-Za-z,]{0,400}$/;

/** Returns the facts in the compact form. */
export function packRecords(facts: ReadonlyMap<string, NameFacts>): NameRecords {
  const { origins, placeOf } = createOriginList();
  const lines = [...facts].map(([domain, one]) => `${domain}\t${JSON.stringify(lineOf(one, placeOf))}`);
  return { origins, lines: lines.join('\n') };
}

/** Returns a list of origins without repeats, and what puts one into it and returns its place. */
function createOriginList(): {
  readonly origins: readonly RecordOrigin[];
  readonly placeOf: (from: RecordOrigin) => number;
} {
  const origins: RecordOrigin[] = [];
  const places = new Map<string, number>();
  let last: RecordOrigin | undefined;
  let lastPlace = 0;
  return {
    origins,
    placeOf(from) {
      // What a file says comes one after the other.
      if (from === last) return lastPlace;
      const key = `${from.kind}\t${from.day}\t${from.place ?? ''}`;
      let place = places.get(key);
      if (place === undefined) {
        place = origins.push(from) - 1;
        places.set(key, place);
      }
      last = from;
      lastPlace = place;
      return place;
    },
  };
}

function lineOf(
  { recorded, registrarName, filing, holderKind }: NameFacts,
  placeOf: (from: RecordOrigin) => number,
): Readonly<Record<string, unknown>> {
  const line: Record<string, unknown> = {};
  let common: number | null = null;
  for (const [name, ofPlace] of NAMES) {
    const one = recorded[name] as Recorded<unknown> | undefined;
    if (one === undefined) continue;
    const place = placeOf(one.from);
    common ??= place;
    line[name] = Array.isArray(one.value) ? one.value.join(',') : one.value;
    if (place !== common) line[ofPlace] = place;
  }
  if (common !== null) line['@'] = common;
  if (registrarName !== null) line.name = registrarName;
  if (filing !== null) line.filing = filing;
  if (holderKind !== null) line.holder = holderKind;
  return line;
}

/** What a line holds, and what its place is called where that is not the line's. */
const NAMES = [...RECORDED, 'statuses' as const].map((name) => [name, `${name}@`] as const);

/** Returns a reader of one domain's facts; lines that do not decode say nothing. */
export function recordsReader(
  { origins, lines }: NameRecords,
  rules: Pick<RulesetIndex, 'registrars'>,
): { readonly domains: Iterable<string>; of(domain: string): NameFacts | undefined } {
  const byDomain = new Map<string, string>();
  let from = 0;
  while (from < lines.length) {
    const end = lines.indexOf('\n', from);
    const stop = end < 0 ? lines.length : end;
    const tab = lines.indexOf('\t', from);
    if (tab > from && tab < stop) byDomain.set(lines.slice(from, tab), lines.slice(tab + 1, stop));
    from = stop + 1;
  }
  return {
    domains: byDomain.keys(),
    of(domain) {
      const line = byDomain.get(domain);
      return line === undefined ? undefined : factsIn(line, origins, rules);
    },
  };
}

function factsIn(
  line: string,
  origins: readonly RecordOrigin[],
  { registrars }: Pick<RulesetIndex, 'registrars'>,
): NameFacts | undefined {
  let value: Fields;
  try {
    const read: unknown = JSON.parse(line);
    if (!isRecord(read)) return undefined;
    value = read;
  } catch {
    return undefined;
  }
  const recorded: Record<string, Recorded<unknown>> = {};
  const common = origins[Number(value['@'])];
  for (const [name, ofPlace] of NAMES) {
    const given = value[name];
    if (typeof given !== 'string') continue;
    const place = value[ofPlace];
    const from = place === undefined ? common : origins[Number(place)];
    if (from === undefined || !isSound(name, given, registrars)) continue;
    recorded[name] = { value: name === 'statuses' ? given.split(',').filter(Boolean) : given, from };
  }
  const { holder } = value;
  return {
    recorded: recorded as RecordedAnswers,
    registrarName: textIn(value.name),
    filing: textIn(value.filing),
    holderKind: holder === 'individual' || holder === 'organisation' ? holder : null,
  };
}

function isSound(name: RecordedName | 'statuses', value: string, registrars: RulesetIndex['registrars']): boolean {
  switch (name) {
    case 'registrar':
      return registrars.has(value) || labelOfUnlisted(value) !== null;
    case 'realName':
      return value === 'done' || value === 'not-done';
    case 'record':
      return value === 'none' || value === 'own' || value === 'other';
    case 'statuses':
      return STATUSES.test(value);
    default:
      return isDay(value);
  }
}

function textIn(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value.slice(0, MOST_TEXT) : null;
}

/** As stored. Lines name origins by their place: with one that is missing none can be told. */
const nameRecords = fields({ origins: array(recordOrigin, 0, MOST_ORIGINS), lines: string('lines', () => true) });

/** Returns the records that a stored value is, and whether all of it could be read. */
export function readNameRecords(value: unknown): { readonly records: NameRecords; readonly isWhole: boolean } {
  const records = value === undefined ? NO_RECORDS : decoded(nameRecords, value);
  return { records: records ?? NO_RECORDS, isWhole: records !== undefined };
}

/**
 * Returns the facts of both: of each answer the one that counts more; see {@link mergeRecorded}.
 */
export function mergeFacts(before: NameFacts | undefined, coming: NameFacts): NameFacts {
  if (before === undefined) return coming;
  return {
    recorded: mergeRecorded(before.recorded, coming.recorded),
    registrarName: coming.recorded.registrar !== undefined ? null : (coming.registrarName ?? before.registrarName),
    filing: coming.filing ?? before.filing,
    holderKind: coming.holderKind ?? before.holderKind,
  };
}

/** Returns the records without those of domains that are gone. */
export function keepRecordsOf(records: NameRecords, isThere: (domain: string) => boolean): NameRecords {
  if (records.lines === '') return records;
  const lines = records.lines.split('\n').filter((line) => isThere(line.slice(0, line.indexOf('\t'))));
  return { ...records, lines: lines.join('\n') };
}
