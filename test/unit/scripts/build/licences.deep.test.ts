/**
 * Of what is bundled, every package is told with its license: also copies that packages keep
 * inside.
 */
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build, type Plugin } from 'vite';
import { afterAll, describe, expect, test } from 'vitest';
import { buildCli } from '../../../../scripts/build/build-cli.ts';
import { ROOT } from '../../../../src/cli/load-ruleset.ts';

const OUT = mkdtempSync(join(tmpdir(), 'icp-filing-guide-licences-'));
afterAll(() => rmSync(OUT, { recursive: true, force: true }));

/** Names of folders in packages that are the name of some package, too. */
const ORDINARY = new Set(['dist', 'src', 'lib', 'build', 'data', 'es', 'esm', 'cjs', 'xml', 'modules']);

/** Returns the names of the packages that a module is of, as its path says. */
function packagesIn(id: string): string[] {
  const [, name = '', within = ''] = /\/node_modules\/((?:@[^/]+\/)?[^/]+)\/(.*)$/.exec(id) ?? [];
  if (name === '') return [];
  const inside = within
    .split('/')
    .slice(0, -1)
    .filter((part) => !ORDINARY.has(part) && existsSync(join(ROOT, 'node_modules', part, 'package.json')));
  return [name, ...inside];
}

function toldIn(folder: string): string[] {
  return [...readFileSync(join(folder, 'licences.txt'), 'utf8').matchAll(/^(.+) \d\S* \([\w.-]+\)$/gm)].map(
    ([, name = '']) => name,
  );
}

/** Notes every module of every chunk that it comes to see. */
function collector(): { readonly plugin: Plugin; readonly packages: () => ReadonlySet<string> } {
  const modules = new Set<string>();
  return {
    packages: () => new Set([...modules].flatMap(packagesIn)),
    plugin: {
      name: 'collect',
      generateBundle(_, bundle) {
        for (const chunk of Object.values(bundle))
          if (chunk.type === 'chunk') for (const id of chunk.moduleIds) modules.add(id);
      },
    },
  };
}

/** What is told besides what is bundled: ourselves, and what the suffix list was compiled from. */
const COMPILED = ['icp-filing-guide', 'psl'];

/** Expects that the packages of a build are told: each of them, and no other. */
function expectTold(folder: string, bundled: ReadonlySet<string>): void {
  const told = toldIn(folder);
  const lists = told.filter((name) => name.startsWith('Public Suffix List'));
  expect(lists).toHaveLength(2);
  const others = told.filter((name) => !lists.includes(name));
  expect(others.sort()).toEqual([...new Set([...COMPILED, ...bundled])].sort());
}

describe('what is told', () => {
  test.each(['chrome', 'firefox'])('%s: every package of which a module is in a chunk, and no other', async (mode) => {
    const { plugin, packages } = collector();
    const outDir = join(OUT, mode);
    await build({ root: ROOT, mode, logLevel: 'error', plugins: [plugin], build: { outDir } });
    expect(packages()).toContain('saxen');
    expect(packages().size).toBeGreaterThan(9);
    expectTold(outDir, packages());
  });

  test('the content script, which is bundled by a build of its own, has no package inside', async () => {
    const { plugin, packages } = collector();
    const entry = join(ROOT, 'src/entries/content/main.iife.ts');
    await build({
      configFile: false,
      root: ROOT,
      logLevel: 'error',
      plugins: [plugin],
      build: { write: false, lib: { entry, formats: ['iife'], name: 'content' } },
    });
    expect([...packages()]).toEqual([]);
  });

  test('the command line: every package that it has inside, and no other', async () => {
    const { plugin, packages } = collector();
    const folder = join(OUT, 'cli');
    await buildCli(folder, [plugin]);
    expect(packages()).toContain('htmlparser2');
    expectTold(folder, packages());
  });
});
