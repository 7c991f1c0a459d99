import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { describe, expect, test } from 'vitest';
import { ROOT } from '../../../src/cli/load-ruleset.ts';

interface Allowed {
  /** Parts that may be imported, values and types alike. */
  readonly parts: readonly string[];
  readonly packages?: readonly string[];
}

/** Subjects of the domain that know no other of its subjects but what is below them. */
const FACTS = ['domain/common', 'domain/ruleset', 'domain/hostname'];
const DOMAIN = [
  ...FACTS,
  'domain/ruleset/validation',
  'domain/answers',
  'domain/eligibility',
  'domain/filing-numbers',
  'domain/guidance-search',
  'domain/portfolio',
  'domain/prompts',
  'domain/records',
];
const EDGE = ['storage', 'messaging', 'i18n', 'browser-api'];

/**
 * Which part may import which: data ← domain ← {storage, messaging, i18n} ← {ui, verdict-view} ←
 * entries. What is not here is not allowed. See docs/architecture.md.
 */
const ARROWS: Readonly<Record<string, Allowed>> = {
  'domain/common': { parts: [] },
  'domain/ruleset': { parts: ['domain/common'] },
  'domain/hostname': { parts: ['domain/common', 'domain/ruleset'], packages: ['punycode'] },
  'domain/ruleset/validation': { parts: FACTS },
  'domain/answers': { parts: FACTS },
  'domain/eligibility': { parts: [...FACTS, 'domain/answers'] },
  'domain/filing-numbers': { parts: FACTS },
  'domain/guidance-search': { parts: [...FACTS, 'domain/prompts'], packages: ['minisearch'] },
  'domain/prompts': { parts: FACTS },
  'domain/records': { parts: [...FACTS, 'domain/answers', 'domain/filing-numbers'] },
  'domain/portfolio': {
    parts: [...FACTS, 'domain/answers', 'domain/eligibility', 'domain/records'],
    packages: ['papaparse'],
  },
  'browser-api': { parts: ['domain/common', 'domain/ruleset'], packages: ['webextension-polyfill'] },
  // The messages in English are read as types alone.
  i18n: {
    parts: [
      ...FACTS,
      'domain/answers',
      'domain/eligibility',
      'domain/portfolio',
      'domain/records',
      'virtual',
      '../public/_locales/en',
    ],
  },
  messaging: { parts: [...FACTS, 'domain/prompts'] },
  storage: { parts: [...DOMAIN, 'messaging', 'browser-api', 'virtual'], packages: ['idb'] },
  ui: {
    parts: [...FACTS, 'domain/answers', 'domain/eligibility', 'domain/guidance-search', 'i18n'],
    packages: ['preact'],
  },
  'verdict-view': { parts: [...DOMAIN, ...EDGE, 'ui'], packages: ['preact', 'ical-generator'] },
  'entries/shared': {
    parts: [...FACTS, 'domain/prompts', 'storage', 'i18n', 'browser-api', 'ui'],
    packages: ['preact'],
  },
  'entries/background': { parts: [...DOMAIN, ...EDGE, 'virtual'] },
  // Its build names no licenses: it has no package of its own.
  'entries/content': { parts: [...FACTS, 'domain/prompts', 'messaging', 'browser-api', 'ui'] },
  'entries/popup': { parts: [...DOMAIN, ...EDGE, 'ui', 'verdict-view', 'entries/shared'], packages: ['preact'] },
  'entries/side-panel': { parts: [...DOMAIN, ...EDGE, 'ui', 'verdict-view', 'entries/shared'], packages: ['preact'] },
  'entries/options': { parts: [...DOMAIN, ...EDGE, 'ui', 'virtual', 'entries/shared'], packages: ['preact'] },
  'entries/portfolio': {
    parts: [...DOMAIN, ...EDGE, 'ui', 'verdict-view', 'entries/shared'],
    packages: ['preact', 'papaparse', '@tanstack/virtual-core', 'read-excel-file', 'fflate', 'ical-generator'],
  },
  'entries/welcome': { parts: [...DOMAIN, ...EDGE, 'ui', 'verdict-view', 'entries/shared'], packages: ['preact'] },
  'entries/facts': { parts: [...DOMAIN, 'i18n', 'ui', 'entries/shared'], packages: ['preact'] },
  cli: { parts: [...DOMAIN, 'i18n', 'virtual'], packages: ['node', 'htmlparser2', 'papaparse', 'punycode'] },
};

const SRC = join(ROOT, 'src');
const IMPORT = /^(?:import|export)\s+(?:type\s+)?(?:[^'";]*?\sfrom\s+)?'([^']+)'|\bimport\('([^']+)'\)/gm;

interface Import {
  readonly file: string;
  readonly from: string;
  /** A part of `src`, `virtual`, `node` or a package. */
  readonly to: string;
}

const files = readdirSync(SRC, { recursive: true, encoding: 'utf8' })
  .map((name) => name.split(sep).join('/'))
  .filter((name) => /\.(?:ts|tsx)$/.test(name) && !name.endsWith('.d.ts'));
const imports = files.flatMap(importsIn);

function importsIn(name: string): Import[] {
  const file = join(SRC, name);
  const text = readFileSync(file, 'utf8').replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '');
  return [...text.matchAll(IMPORT)].map((match) => {
    const target = match[1] ?? match[2] ?? '';
    const from = findPart(name);
    if (target.startsWith('.')) {
      const to = relative(SRC, join(dirname(file), target))
        .split(sep)
        .join('/');
      return { file: name, from, to: findPart(to) };
    }
    if (target.startsWith('virtual:')) return { file: name, from, to: 'virtual' };
    if (target.startsWith('node:')) return { file: name, from, to: 'node' };
    const labels = target.split('/').slice(0, target.startsWith('@') ? 2 : 1);
    return { file: name, from, to: labels.join('/') };
  });
}

/**
 * Returns the part of `src` that a file belongs to: the longest one of the table that is above it,
 * else its folder.
 */
function findPart(path: string): string {
  const above = Object.keys(ARROWS).filter((part) => path.startsWith(`${part}/`));
  return above.sort((a, b) => b.length - a.length)[0] ?? path.split('/').slice(0, -1).join('/');
}

describe('imports point one way', () => {
  test('the reader of imports sees them', () => {
    expect(imports.length).toBeGreaterThan(60);
    expect(imports).toContainEqual({
      file: 'domain/hostname/labels.ts',
      from: 'domain/hostname',
      to: 'punycode',
    });
  });

  test('every import of every file is in the table, types too', () => {
    const wrong = imports.flatMap(({ file, from, to }) => {
      const allowed = ARROWS[from];
      if (allowed === undefined) return [`src/${from} is not in the table (${file})`];
      const names = [from, ...allowed.parts, ...(allowed.packages ?? [])];
      return names.includes(to) ? [] : [`${file} may not import ${to}`];
    });
    expect(wrong).toEqual([]);
  });

  test('every part of the table is there', () => {
    const parts = new Set(files.map(findPart));
    expect(Object.keys(ARROWS).filter((part) => !parts.has(part))).toEqual([]);
  });

  test('no file lies between the folders, and nothing in `src` but the command line asks for Node', () => {
    expect(files.filter((name) => !name.includes('/') || /^(?:entries|domain)\/[^/]+$/.test(name))).toEqual([]);
    expect(imports.filter(({ from, to }) => to === 'node' && from !== 'cli')).toEqual([]);
  });

  test('no two files of one name mean different things', () => {
    const names = files.map((name) => name.split('/').at(-1) ?? '');
    // Each entry point begins in a `main`, and has its page.
    const twice = names.filter(
      (name, index) => names.indexOf(name) !== index && !/^(?:main\.tsx?|index\.html)$/.test(name),
    );
    expect(twice).toEqual([]);
  });

  test('the folder that knows the extension API is the only one that imports it', () => {
    const importing = imports.filter((one) => one.to === 'webextension-polyfill');
    expect([...new Set(importing.map((one) => one.from))]).toEqual(['browser-api']);
    const naming = files.filter((name) =>
      /\b(?:chrome|browser)\.(?:runtime|storage|tabs|windows|action|permissions)\.[a-z]/.test(
        readFileSync(join(SRC, name), 'utf8').replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, ''),
      ),
    );
    expect(naming.filter((name) => findPart(name) !== 'browser-api')).toEqual([]);
  });
});

test('no page ever reads or writes markup or layout text, and nothing sends', () => {
  for (const file of files) {
    const text = readFileSync(join(SRC, file), 'utf8');
    expect(text, file).not.toMatch(/innerHTML|outerHTML|innerText|insertAdjacentHTML|dangerouslySet|document\.write/);
    expect(text, file).not.toMatch(/\bfetch\(|XMLHttpRequest|sendBeacon|new WebSocket|EventSource/);
  }
});
