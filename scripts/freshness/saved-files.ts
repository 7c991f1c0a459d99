/**
 * What changed in files that others publish and somebody saved: RDAP's bootstrap file, IANA's list
 * of registrars, a cloud's list of those that are licensed.
 */
import { Parser } from 'htmlparser2';
import Papa from 'papaparse';
import { isDay } from '../../src/domain/common/days.ts';
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
 * Returns the suffixes that a cloud's answer in JSON or XML speaks of, as it writes them: by what
 * their members are called; where none is called so, the texts that stand in lists. What else an
 * answer has (its own id, languages, states) is no suffix though it may look like one. Null for
 * neither.
 */
export function suffixesInAnswer(saved: string): string[] | null {
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

/**
 * Returns the list or the object that a saved file is in JSON or XML; null where it is none. Some
 * interfaces answer in XML where nothing else is asked for.
 */
function parseSaved(text: string): unknown {
  if (/^\s*<\?xml\b/.test(text)) return treeOfXml(text);
  if (!/^\s*[[{]/.test(text)) return null;
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** An element of XML while it is read: what is in it by name, and its own text. */
interface OpenElement {
  readonly members: Map<string, unknown[]>;
  text: string;
}

/** Returns what XML says in the shape of JSON: an element that comes again is a list. */
function treeOfXml(text: string): unknown {
  const root: OpenElement = { members: new Map(), text: '' };
  const open = [root];
  const parser = new Parser(
    {
      onopentag: () => open.push({ members: new Map(), text: '' }),
      ontext(part) {
        const element = open.at(-1);
        if (element) element.text += part;
      },
      onclosetag(name) {
        const element = open.pop();
        const parent = open.at(-1);
        if (element && parent) parent.members.set(name, [...(parent.members.get(name) ?? []), plainValue(element)]);
      },
    },
    { xmlMode: true },
  );
  parser.end(text);
  return plainValue(root);
}

function plainValue({ members, text }: OpenElement): unknown {
  if (members.size === 0) return text.trim() === 'false' ? false : text.trim();
  return Object.fromEntries([...members].map(([name, values]) => [name, values.length === 1 ? values[0] : values]));
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

/** What RDAP's bootstrap file (dns.json) says. */
interface Bootstrap {
  /** The day on which it was published, as it says. */
  readonly day: string;
  /** The servers of each suffix. */
  readonly servers: ReadonlyMap<string, readonly string[]>;
}

/** A name as it stands in the bootstrap file for domains: those for numbers have none. */
const SUFFIX = /^(?=.*[a-z])[a-z0-9-]+(?:\.[a-z0-9-]+)*$/i;

/** Returns what RDAP's bootstrap file for domains says; null for a file that is none. */
function bootstrapIn(text: string): Bootstrap | null {
  const file = parseSaved(text);
  if (!isRecord(file) || !Array.isArray(file.services)) return null;
  const servers = new Map<string, readonly string[]>();
  for (const service of file.services) {
    if (!Array.isArray(service) || !Array.isArray(service[0]) || !Array.isArray(service[1])) return null;
    for (const suffix of service[0].map(String)) {
      if (!SUFFIX.test(suffix)) return null;
      servers.set(suffix.toLowerCase(), service[1].map(String));
    }
  }
  return servers.size === 0 ? null : { day: String(file.publication ?? '').slice(0, 10), servers };
}

/**
 * Returns how RDAP's bootstrap file (dns.json) differs from the servers among our facts, a line a
 * suffix that is approved, and whether it is older than what ours are from; null for a file that is
 * none.
 */
export function rdapChanges(rules: Ruleset, text: string): string[] | null {
  const file = bootstrapIn(text);
  if (file === null) return null;
  const { day, servers } = file;
  const ours = new Map(
    rules.lookUps.rdap.flatMap(({ url, suffixes }) =>
      suffixes.map((suffix): [string, string] => [suffix, url.replace('{suffix}', suffix)]),
    ),
  );
  const approved = rules.suffixes
    .filter(({ suffix, status }) => status === 'approved' && !suffix.includes('.'))
    .map(({ suffix }) => suffix);
  const isSame = (suffix: string) => servers.get(suffix)?.some((url) => bare(url) === bare(ours.get(suffix) ?? ''));
  const read = rules.sources.find(({ url }) => url === BOOTSTRAP)?.publishedOn ?? '';
  return [
    ...(isDay(day) && day < read ? [`The file is of ${day}: ours are from that of ${read}`] : []),
    ...approved.flatMap((suffix) => {
      const [url] = servers.get(suffix) ?? [];
      const own = ours.get(suffix);
      if (url === undefined) return own === undefined ? [] : [`.${suffix}: ${own} is no longer named`];
      if (own === undefined) return [`.${suffix}: ${url} is new`];
      return isSame(suffix) ? [] : [`.${suffix}: ${own} is now ${url}`];
    }),
  ];
}

const BOOTSTRAP = 'https://data.iana.org/rdap/dns.json';

/** The options that take a saved file. */
export const SAVED = ['list', 'rdap', 'registrars', 'licensed'] as const;

/**
 * Returns which option a saved file is for by its own form; null where it may be for any: lists of
 * suffixes and of companies have none.
 */
export function optionOf(text: string): (typeof SAVED)[number] | null {
  if (bootstrapIn(text) !== null) return 'rdap';
  return registrarsIn(text).length > 0 ? 'registrars' : null;
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
 * Returns what IANA's list of registrars (CSV, XML or its page) says of each; empty for a file that
 * is none.
 */
export function registrarsIn(text: string): ListedRegistrar[] {
  if (/^\s*<\?xml\b/.test(text) && /<registry\b/.test(text)) return registrarsInXml(text);
  const rows = /<table\b/i.test(text)
    ? rowsOfHtml(text)
    : Papa.parse<string[]>(text, { delimiter: ',', skipEmptyLines: true }).data;
  // Other lists of IANA's have a number in front, too.
  const at = rows.findIndex((row) => columnsIn(row).name >= 0);
  const { id, name, status } = columnsIn(rows[at] ?? []);
  if (id < 0 || name < 0 || status < 0) return [];
  return rows
    .slice(at + 1)
    .flatMap((row) => registrarOf({ value: row[id] ?? '', name: row[name] ?? '', status: row[status] ?? '' }));
}

/** Returns in which columns of a table the list says what, by its heads; -1 for nowhere. */
function columnsIn(heads: readonly string[]): { id: number; name: number; status: number } {
  const at = (pattern: RegExp) => heads.findIndex((head) => pattern.test(head.trim()));
  return { id: at(/^id$/i), name: at(/^registrar name$/i), status: at(/^status$/i) };
}

function registrarOf({ value = '', name = '', status = '' }: Readonly<Record<string, string>>): ListedRegistrar[] {
  if (!/^\d+$/.test(value.trim()) || name.trim() === '') return [];
  return [{ id: Number(value), name: name.trim(), status: status.trim() }];
}

function rowsOfHtml(html: string): string[][] {
  const rows: string[][] = [];
  const parser = new Parser({
    onopentag(tag) {
      if (tag === 'tr') rows.push([]);
      if (tag === 'td' || tag === 'th') rows.at(-1)?.push('');
    },
    ontext(part) {
      const row = rows.at(-1);
      if (row && row.length > 0) row.push((row.pop() ?? '') + part);
    },
  });
  parser.end(html);
  return rows;
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
        // Records of other lists have no name or no status.
        if (tag === 'record' && record.status !== undefined) found.push(...registrarOf(record));
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
  const lines = plain.split(/[\r\n\t]+|[;；、]\s*/).map((line) => line.trim().replace(/^\d{1,4}[.)．）]\s*/, ''));
  // A comma is in the names of many, and between the cells of a table.
  const names = lines.flatMap((line) =>
    isCompany(line)
      ? [line]
      : Papa.parse<string[]>(line, { delimiter: ',' })
          .data.flat()
          .flatMap((one) => one.split('，')),
  );
  const bare = names.map((name) => name.trim().replace(/^["']|["',，]+$/g, ''));
  return [...new Set(bare.filter(isCompany))];
}

function isCompany(name: string): boolean {
  return name.length <= 120 && (COMPANY.test(name) || COMPANY.test(withoutBrand(name)));
}

/** Returns a company's name without the brand that lists write behind it. */
function withoutBrand(name: string): string {
  return name.replace(/\s*[（(][^（）()]*[)）]$/, '').replace(/ d\/b\/a .*$/i, '');
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
  const named = companies.map((name) => ({
    name,
    one: registrarNamed(rules.registrars, name) ?? registrarNamed(rules.registrars, withoutBrand(name)),
  }));
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

/**
 * Returns what IANA's list says otherwise of the registrars among our facts, a line each; and who
 * is accredited by numbers above all of ours, as these are given in turn.
 */
export function registrarChanges(rules: Ruleset, listed: readonly ListedRegistrar[]): string[] {
  const byId = new Map(listed.map((one) => [one.id, one]));
  const highest = Math.max(...rules.registrars.flatMap(({ iana }) => iana).filter((id) => byId.has(id)));
  return [
    ...rules.registrars.flatMap(({ id, iana, names }) =>
      iana.flatMap((number) => {
        const one = byId.get(number);
        if (one === undefined) return [`${id}: ${number} is not on the list`];
        if (!isAccredited(one)) return [`${id}: ${number} is ${one.status || 'without a status'}`];
        return names.includes(one.name) ? [] : [`${id}: ${number} is called "${one.name}"`];
      }),
    ),
    ...listed.filter((one) => one.id > highest && isAccredited(one)).map(({ id, name }) => `${id} "${name}" is new`),
  ];
}

function isAccredited({ status }: ListedRegistrar): boolean {
  return /^accredited$/i.test(status);
}
