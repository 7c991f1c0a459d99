/**
 * `npm run new -- KIND ID`: the beginning of a fact, in the one place where it belongs. What is to be filled in is left
 * empty, and refused by the build, with file and place, until it is.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { loadRules, ROOT } from '../build/load.ts';
import { LOCALES } from '../core/model.ts';
import { displayOf, readHost } from '../names/host.ts';

const TEXT = Object.fromEntries(LOCALES.map((locale) => [locale, '']));
const CITES = [{ source: '' }];
const ID = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

/** What is written where; `also` are files besides the facts. */
export interface Made {
  /** Path below the project's folder. */
  readonly file: string;
  readonly text: string;
  readonly also?: { readonly file: string; readonly text: string };
}

export interface Wrong {
  readonly wrong: string;
}

type Read = (file: string) => string | null;
type Make = (id: string, read: Read) => Made | Wrong;

/** Kinds that are a file each: what stands in it at first. */
const FILES: Readonly<Record<string, { readonly folder: string; readonly value: object }>> = {
  source: {
    folder: 'sources',
    value: { title: '', publisher: TEXT, url: '', publishedOn: '', retrievedOn: '', standing: '' },
  },
  registrar: {
    folder: 'registrars',
    value: { name: TEXT, iana: [0], websites: [''], status: '', basis: '', cites: CITES },
  },
  faq: {
    folder: 'faq',
    value: {
      checks: [],
      coverages: [],
      topics: [],
      prompts: [],
      question: TEXT,
      title: TEXT,
      answer: Object.fromEntries(LOCALES.map((locale) => [locale, [{ kind: 'paragraph', text: '' }]])),
      cites: CITES,
    },
  },
  term: { folder: 'glossary', value: { term: TEXT, also: [], meaning: TEXT, cites: CITES } },
  console: {
    folder: 'consoles',
    value: {
      name: TEXT,
      accessProvider: false,
      sites: [{ host: '', verified: false }],
      pages: [{ topic: '', verified: false }],
      sharesPromptsOf: [],
      prompts: [],
      cites: [],
    },
  },
};

const KINDS: Readonly<Record<string, Make>> = {
  ...Object.fromEntries(Object.keys(FILES).map((kind) => [kind, (id: string, read: Read) => ownFile(kind, id, read)])),
  suffix,
  'province-rule': provinceRule,
};

function ownFile(kind: string, id: string, read: Read): Made | Wrong {
  const { folder, value } = FILES[kind] as (typeof FILES)[string];
  if (!ID.test(id)) return { wrong: `"${id}" is no id: lower-case letters, digits and hyphens are` };
  const file = `src/data/${folder}/${id}.json`;
  if (read(file) !== null) return { wrong: `${file} is there already` };
  const made = { file, text: json({ id, ...value }) };
  if (kind !== 'console') return made;
  const page = `<!doctype html>
<!-- shown: ${id} https:// - -->
<!-- Written by hand after the kind of page in src/data/consoles/${id}.json; no page of the site was copied.
     data-card and data-chip name what must appear in an element, data-field what a field must say; nothing may appear elsewhere. -->
<html lang="zh-CN"><head><meta charset="utf-8"><title></title><link rel="icon" href="data:,"></head>
<body><main></main></body></html>
`;
  return { ...made, also: { file: `test/fixtures/pages/${id}.html`, text: page } };
}

/** A line of its own in the list, in order. */
function suffix(name: string, read: Read): Made | Wrong {
  const host = readHost(name);
  if ('type' in host && host.host === '') return { wrong: `"${name}" is no suffix` };
  const file = 'src/data/tlds.json';
  const lines = (read(file) ?? '[\n]\n').split('\n');
  const keyOf = (line: string) => /^\s*\{"suffix":"([^"]+)"/.exec(line)?.[1];
  if (lines.some((line) => keyOf(line) === host.host)) return { wrong: `"${host.host}" is in ${file} already` };
  const fact = {
    suffix: host.host,
    unicode: displayOf(host.host),
    status: '',
    confidence: '',
    listedBy: [],
    deniedBy: [],
    absentFrom: [],
  };
  const after = lines.findIndex((line) => (keyOf(line) ?? '') > host.host);
  const at = after < 0 ? lines.lastIndexOf(']') : after;
  const isLast = after < 0;
  if (isLast) lines[at - 1] = `${lines[at - 1]},`;
  lines.splice(at, 0, `  ${JSON.stringify(fact)}${isLast ? '' : ','}`);
  return { file, text: lines.join('\n') };
}

/** At the end of the province's rules. */
function provinceRule(id: string, read: Read): Made | Wrong {
  const file = `src/data/provinces/${id}.json`;
  const text = read(file);
  if (text === null) return { wrong: `${file} is not there: the two letters of a province are wanted` };
  const province = JSON.parse(text);
  return { file, text: json({ ...province, rules: [...province.rules, { kind: '', cites: CITES }] }) };
}

function json(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}

/** In: what the person typed, and how a file is read (null: there is none). Out: what to write, or what is wrong. */
export function scaffold([kind = '', id = '']: readonly string[], read: Read): Made | Wrong {
  const make = Object.hasOwn(KINDS, kind) ? KINDS[kind] : undefined;
  const usage = `npm run new -- KIND ID, where KIND is ${Object.keys(KINDS).join(', ')}`;
  if (make === undefined || id === '') return { wrong: `Usage: ${usage}` };
  return make(id, read);
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const made = scaffold(process.argv.slice(2), (file) => {
    const path = join(ROOT, file);
    return existsSync(path) ? readFileSync(path, 'utf8') : null;
  });
  if ('wrong' in made) {
    console.error(made.wrong);
    process.exit(2);
  }
  for (const { file, text } of [made, ...(made.also ? [made.also] : [])]) {
    writeFileSync(join(ROOT, file), text);
    console.log(`Written: ${file}`);
  }
  console.log('To be filled in:');
  try {
    loadRules();
  } catch (error) {
    console.log(error instanceof Error ? error.message : error);
  }
}
