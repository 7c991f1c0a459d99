/**
 * What changed in files that others publish and somebody saved: RDAP's bootstrap file, IANA's list
 * of registrars.
 */
import { Parser } from 'htmlparser2';
import Papa from 'papaparse';
import { isRecord } from '../../src/domain/common/is-record.ts';
import type { Ruleset } from '../../src/domain/ruleset/ruleset.ts';

/** Returns every string in a saved JSON answer, a line each; null for what is no JSON. */
export function stringsInJson(text: string): string | null {
  if (!/^\s*[[{]/.test(text)) return null;
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return null;
  }
  const strings = (one: unknown): string[] =>
    typeof one === 'string'
      ? [one]
      : typeof one === 'object' && one !== null
        ? Object.values(one).flatMap(strings)
        : [];
  return strings(value).join('\n');
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
