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
  return [...readFileSync(join(folder, 'licences.txt'), 'utf8').matchAll(/^(.+) \S+ \([\w.-]+\)$/gm)].map(
    ([, name = '']) => name,
  );
}

describe('what is told', () => {
  test.each(['chrome', 'firefox'])('%s: every package of which a module is in a chunk', async (mode) => {
    const modules = new Set<string>();
    const collect: Plugin = {
      name: 'collect',
      generateBundle(_, bundle) {
        for (const chunk of Object.values(bundle))
          if (chunk.type === 'chunk') for (const id of chunk.moduleIds) modules.add(id);
      },
    };
    const outDir = join(OUT, mode);
    await build({ root: ROOT, mode, logLevel: 'error', plugins: [collect], build: { outDir } });
    const bundled = new Set([...modules].flatMap(packagesIn));
    expect(bundled).toContain('saxen');
    expect(bundled.size).toBeGreaterThan(9);
    const told = toldIn(outDir);
    expect([...bundled].filter((name) => !told.includes(name))).toEqual([]);
    expect(told.filter((name) => name.startsWith('Public Suffix List'))).toHaveLength(2);
  });

  test('the command line brings its notices along', async () => {
    const folder = join(OUT, 'cli');
    await buildCli(folder);
    const told = toldIn(folder);
    expect(told).toEqual(expect.arrayContaining(['icp-filing-guide', 'htmlparser2', 'papaparse', 'punycode', 'psl']));
  });
});
