import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { describe, expect, test } from 'vitest';
import { ROOT } from '../../src/build/load.ts';

/** Which part may import which, values and types alike; `types` allows type imports only. See docs/decisions.md. */
const ARROWS: Readonly<
  Record<
    string,
    { readonly values: readonly string[]; readonly types?: readonly string[]; readonly packages?: readonly string[] }
  >
> = {
  core: { values: ['core'] },
  names: { values: ['names', 'core'], packages: ['punycode'] },
  records: { values: ['records', 'core'] },
  engine: { values: ['core', 'names'] },
  numbers: { values: ['core', 'names'] },
  rules: { values: ['virtual', 'rules-file', 'core'] },
  'rules-file': { values: ['core', 'names'] },
  start: { values: ['core', 'case', 'platform', 'rules', 'ui'] },
  messages: { values: ['messages'], types: ['core'] },
  platform: { values: ['platform', 'core'], packages: ['webextension-polyfill'] },
  ui: { values: ['ui', 'virtual', 'core'], packages: ['preact', 'minisearch'] },
  case: { values: ['case', 'core', 'messages', 'platform'] },
  popup: {
    values: ['popup', 'ui', 'case', 'engine', 'numbers', 'start', 'platform', 'messages', 'core'],
    packages: ['preact', 'ical-generator'],
  },
  panel: {
    values: ['panel', 'popup', 'ui', 'case', 'engine', 'start', 'platform', 'core'],
    packages: ['preact'],
  },
  options: {
    values: [
      'options',
      'ui',
      'case',
      'rules',
      'rules-file',
      'start',
      'portfolio',
      'platform',
      'messages',
      'names',
      'core',
      'virtual',
    ],
    packages: ['preact'],
  },
  portfolio: {
    values: ['portfolio', 'ui', 'case', 'engine', 'start', 'platform', 'core'],
    packages: ['preact', 'papaparse', 'idb', '@tanstack/virtual-core', 'read-excel-file', 'fflate'],
  },
  welcome: { values: ['welcome', 'ui', 'case', 'engine', 'start', 'platform', 'core'], packages: ['preact'] },
  facts: { values: ['facts', 'ui', 'engine', 'start', 'platform', 'core'], packages: ['preact'] },
  background: {
    values: ['background', 'virtual', 'ui', 'case', 'engine', 'rules', 'rules-file', 'platform', 'messages', 'core'],
  },
  content: { values: ['content', 'ui', 'messages', 'platform', 'core'], packages: ['preact'] },
  build: {
    values: ['build', 'core', 'names'],
    types: ['virtual'],
    packages: ['vite', '@crxjs/vite-plugin', 'node', 'punycode'],
  },
  cli: {
    values: ['cli', 'build', 'core', 'engine', 'numbers', 'portfolio', 'records'],
    packages: ['node', 'htmlparser2'],
  },
  tools: {
    values: ['tools', 'build', 'core', 'engine', 'names'],
    packages: [
      'node',
      'puppeteer-core',
      'psl',
      'web-ext',
      'tldts',
      'vite',
      '@gfx/zopfli',
      'fflate',
      'htmlparser2',
      'jsonc-parser',
      '@stryker-mutator/core',
      'vitest',
    ],
  },
};

const SRC = join(ROOT, 'src');
const IMPORT = /^(?:import|export)\s+(type\s+)?(?:[^'";]*?\sfrom\s+)?'([^']+)'|\bimport\('([^']+)'\)/gm;

interface Import {
  readonly file: string;
  readonly from: string;
  readonly to: string;
  readonly kind: 'value' | 'type' | 'package';
}

const files = readdirSync(SRC, { recursive: true, encoding: 'utf8' }).filter(
  (name) => /\.(?:ts|tsx|mjs)$/.test(name) && !name.endsWith('.d.ts'),
);
const imports = files.flatMap(importsOf);

function importsOf(name: string): Import[] {
  const file = join(SRC, name);
  const text = readFileSync(file, 'utf8').replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '');
  return [...text.matchAll(IMPORT)].map((match) => {
    const target = match[2] ?? match[3] ?? '';
    const base = { file: name, from: partOf(name) };
    if (target.startsWith('.'))
      return { ...base, to: partOf(relative(SRC, join(dirname(file), target))), kind: match[1] ? 'type' : 'value' };
    if (target.startsWith('virtual:')) return { ...base, to: 'virtual', kind: match[1] ? 'type' : 'value' };
    const scope = target.startsWith('node:')
      ? 'node'
      : target
          .split('/')
          .slice(0, target.startsWith('@') ? 2 : 1)
          .join('/');
    return { ...base, to: scope, kind: match[1] ? 'type' : 'package' } as Import;
  });
}

function partOf(path: string): string {
  return (path.split(sep)[0] ?? '').replace(/\.\w+$/, '');
}

describe('imports point one way', () => {
  test('the reader of imports sees them', () => {
    expect(imports.length).toBeGreaterThan(60);
    expect(imports).toContainEqual({
      file: join('names', 'labels.ts'),
      from: 'names',
      to: 'punycode',
      kind: 'package',
    });
  });

  test('every import of every file is in the table', () => {
    const wrong = imports.flatMap((one) => {
      const allowed = ARROWS[one.from];
      if (allowed === undefined) return [`src/${one.from} is not in the table`];
      const { values, types = [], packages = [] } = allowed;
      const names = [...values, ...(one.kind === 'type' ? [...types, ...packages] : packages)];
      return names.includes(one.to) ? [] : [`${one.file} may not import ${one.to} (${one.kind})`];
    });
    expect(wrong).toEqual([]);
  });

  test('one file imports webextension-polyfill', () => {
    const importing = imports.filter((one) => one.to === 'webextension-polyfill' && one.kind === 'package');
    expect(new Set(importing.map((one) => one.file)).size).toBe(1);
  });
});

test('no page ever reads or writes markup or layout text', () => {
  for (const file of files) {
    const text = readFileSync(join(SRC, file), 'utf8');
    expect(text, file).not.toMatch(/innerHTML|outerHTML|innerText|insertAdjacentHTML|dangerouslySet|document\.write/);
    if (!file.startsWith('tools'))
      expect(text, file).not.toMatch(/\bfetch\(|XMLHttpRequest|sendBeacon|new WebSocket|EventSource/);
  }
});
