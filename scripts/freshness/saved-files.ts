/**
 * What changed in files that others publish and somebody saved: RDAP's bootstrap file, IANA's list
 * of registrars, a cloud's list of those that are licensed.
 */
import { Parser } from 'htmlparser2';
import Papa from 'papaparse';
import { isRecord } from '../../src/domain/common/is-record.ts';
import { registrarNamed } from '../../src/domain/ruleset/find-registrars.ts';
import type { Ruleset } from '../../src/domain/ruleset/ruleset.ts';

/** Returns every string in a saved JSON answer, a line each; null for what is no JSON. */
function stringsInJson(text: string): string | null {
  const value = parseSaved(text);
  if (value === null) return null;
  const strings = (one: unknown): string[] =>
    typeof one === 'string'
      ? [one]
      : typeof one === 'object' && one !== null
        ? Object.values(one).flatMap(strings)
        : [];
  return strings(value).join('\n');
}

/** What a member is called that holds suffixes, and one that names an entry of these. */
const OF_SUFFIXES = /tld|suffix|后缀/i;
const OF_NAME = /^(?:domain_?)?name$/i;
/** What a member is called that says whether an entry is taken, where it is `false`. */
const IS_TAKEN = /support|allow|enable|filing|beian|icp/i;

/**
 * Returns the suffixes that a cloud's answer in JSON speaks of, as it writes them: by what their
 * members are called; where none is called so, the texts that stand in lists. What else an answer
 * has (its own id, languages, states) is no suffix though it may look like one. Null for no JSON.
 */
export function suffixesInJson(saved: string): string[] | null {
  const answer = parseSaved(saved);
  if (answer === null) return null;
  const texts = [...textsIn(answer, [], false)];
  const called = texts.filter(
    ({ keys }) =>
      OF_SUFFIXES.test(keys.at(-1) ?? '') ||
      (OF_NAME.test(keys.at(-1) ?? '') && keys.some((key) => OF_SUFFIXES.test(key))),
  );
  return (called.length > 0 ? called : texts.filter(({ isListed }) => isListed)).map(({ text }) => text);
}

/** Returns the list or the object that a saved file is in JSON; null where it is none. */
function parseSaved(text: string): unknown {
  if (!/^\s*[[{]/.test(text)) return null;
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** A text in JSON, what the members are called that it is in, and whether it stands in a list. */
interface TextInJson {
  readonly text: string;
  readonly keys: readonly string[];
  readonly isListed: boolean;
}

function* textsIn(value: unknown, keys: readonly string[], isListed: boolean): Generator<TextInJson> {
  if (typeof value === 'string') yield { text: value, keys, isListed };
  else if (Array.isArray(value)) for (const one of value) yield* textsIn(one, keys, true);
  if (!isRecord(value)) return;
  const members = Object.entries(value);
  if (members.some(([key, one]) => one === false && IS_TAKEN.test(key))) return;
  for (const [key, one] of members) yield* textsIn(one, [...keys, key], false);
}

/**
 * Returns how RDAP's bootstrap file (dns.json) differs from the servers among our facts, a line a
 * suffix that is approved; null for a file that is none.
 */
export function rdapChanges(rules: Ruleset, text: string): string[] | null {
  let file: unknown;
  try {
    file = JSON.parse(text);
  } catch {
    return null;
  }
  if (!isRecord(file) || !Array.isArray(file.services)) return null;
  const theirs = new Map<string, string[]>();
  for (const service of file.services) {
    if (!Array.isArray(service) || !Array.isArray(service[0]) || !Array.isArray(service[1])) return null;
    for (const suffix of service[0]) theirs.set(String(suffix).toLowerCase(), service[1].map(String));
  }
  const ours = new Map(
    rules.lookUps.rdap.flatMap(({ url, suffixes }) =>
      suffixes.map((suffix): [string, string] => [suffix, url.replace('{suffix}', suffix)]),
    ),
  );
  const approved = rules.suffixes
    .filter(({ suffix, status }) => status === 'approved' && !suffix.includes('.'))
    .map(({ suffix }) => suffix);
  const isSame = (suffix: string) => theirs.get(suffix)?.some((url) => bare(url) === bare(ours.get(suffix) ?? ''));
  return approved.flatMap((suffix) => {
    const [url] = theirs.get(suffix) ?? [];
    const own = ours.get(suffix);
    if (url === undefined) return own === undefined ? [] : [`.${suffix}: ${own} is no longer named`];
    if (own === undefined) return [`.${suffix}: ${url} is new`];
    return isSame(suffix) ? [] : [`.${suffix}: ${own} is now ${url}`];
  });
}

function bare(url: string): string {
  return url.replace(/^https?:\/\//, '').replace(/\/+$/, '');
}

interface ListedRegistrar {
  readonly id: number;
  readonly name: string;
  readonly status: string;
}

/**
 * Returns what IANA's list of registrars (CSV or XML) says of each; empty for a file that is none.
 */
export function registrarsIn(text: string): ListedRegistrar[] {
  return /^\s*</.test(text) ? registrarsInXml(text) : registrarsInCsv(text);
}

function registrarsInCsv(text: string): ListedRegistrar[] {
  const { data } = Papa.parse<string[]>(text, { skipEmptyLines: true });
  return data.flatMap(([id = '', name = '', status = '']) =>
    /^\d+$/.test(id.trim()) ? [{ id: Number(id), name: name.trim(), status: status.trim() }] : [],
  );
}

function registrarsInXml(text: string): ListedRegistrar[] {
  const found: ListedRegistrar[] = [];
  let record: Record<string, string> = {};
  let open = '';
  const parser = new Parser(
    {
      onopentag(tag) {
        if (tag === 'record') record = {};
        open = tag;
      },
      ontext(part) {
        record[open] = (record[open] ?? '') + part;
      },
      onclosetag(tag) {
        open = '';
        const id = (record.value ?? '').trim();
        if (tag === 'record' && /^\d+$/.test(id))
          found.push({ id: Number(id), name: (record.name ?? '').trim(), status: (record.status ?? '').trim() });
      },
    },
    { xmlMode: true },
  );
  parser.end(text);
  return found;
}

/** How whole names of companies end, in the languages of such lists. */
const COMPANY =
  /(?:公司|中心|集团|\b(?:inc|incorporated|corp|corporation|llc|ltd|limited|gmbh|b\.?v|s\.?a\.?s?|pte|pty|plc|co)\b\.?,?)$/i;

/**
 * Returns the names in a list of registrars that a cloud takes for licensed, as its own interface
 * or its page gives it: JSON, a saved page, or a name a line.
 */
export function companiesIn(text: string): string[] {
  const plain = /^\s*</.test(text) ? textOfHtml(text) : (stringsInJson(text) ?? text);
  const names = plain.split(/[\r\n\t]+|[;；、]\s*/).map((one) => one.trim().replace(/^["']|["',，]+$/g, ''));
  return [...new Set(names.filter((name) => name.length <= 120 && COMPANY.test(name)))];
}

function textOfHtml(html: string): string {
  const parts: string[] = [];
  const parser = new Parser({ ontext: (text) => parts.push(text), onopentag: () => parts.push('\n') });
  parser.end(html);
  return parts.join('');
}

/**
 * Returns what such a list says otherwise than our facts, a line each: companies that we do not
 * know, registrars that we do not take for approved, and approved ones that it lacks (of those
 * whose whole names we know).
 */
export function licenceChanges(rules: Ruleset, companies: readonly string[]): string[] {
  const named = companies.map((name) => ({ name, one: registrarNamed(rules.registrars, name) }));
  const on = new Set(named.flatMap(({ one }) => one ?? []));
  return [
    ...named.flatMap(({ name, one }) => (one === null ? [`"${name}" is unknown to us`] : [])),
    ...[...on].flatMap(({ id, status }) =>
      status === 'approved' ? [] : [`${id}: is on the list, ours says ${status}`],
    ),
    ...rules.registrars.flatMap((one) =>
      one.status === 'approved' && one.names.length > 0 && !on.has(one)
        ? [`${one.id}: ours says approved, is not on the list`]
        : [],
    ),
  ];
}

/** Returns what such a list says otherwise of the registrars among our facts, a line each. */
export function registrarChanges(rules: Ruleset, listed: readonly ListedRegistrar[]): string[] {
  const byId = new Map(listed.map((one) => [one.id, one]));
  return rules.registrars.flatMap(({ id, iana, names }) =>
    iana.flatMap((number) => {
      const one = byId.get(number);
      if (one === undefined) return [`${id}: ${number} is not on the list`];
      if (!/^accredited$/i.test(one.status)) return [`${id}: ${number} is ${one.status || 'without a status'}`];
      return names.includes(one.name) ? [] : [`${id}: ${number} is called "${one.name}"`];
    }),
  );
}
