import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { consoleMatches, manifest } from '../../../scripts/build/manifest.ts';
import { loadRules, ROOT } from '../../../src/cli/load-ruleset.ts';

const rules = loadRules();
const DOC = readFileSync(join(ROOT, 'docs/store/permissions.md'), 'utf8');

/** Every manifest key by which an extension is let into something, or shows up somewhere. */
const KEYS = ['permissions', 'optional_permissions', 'host_permissions', 'optional_host_permissions'] as const;

interface Asked {
  readonly name: string;
  readonly browsers: readonly string[];
}

type Built = Readonly<Partial<Record<(typeof KEYS)[number], string[]>>> & {
  readonly content_scripts: readonly { readonly matches: readonly string[] }[];
};

function builtFor(browser: 'chrome' | 'firefox'): Built {
  return manifest(rules, browser) as unknown as Built;
}

/** What the built manifests ask for, and in which browsers. */
function asked(): Asked[] {
  const browsers = new Map<string, string[]>();
  for (const browser of ['chrome', 'firefox'] as const) {
    const built = builtFor(browser);
    for (const name of KEYS.flatMap((key) => built[key] ?? []))
      browsers.set(name, [...(browsers.get(name) ?? []), browser]);
  }
  return [...browsers].map(([name, found]) => ({ name, browsers: found }));
}

/**
 * The entries of the document: a heading with the permission and its browsers, then a paragraph in
 * each language.
 */
const entries = DOC.split(/^## /m)
  .slice(1)
  .map((text) => {
    const [heading = '', ...lines] = text.trim().split('\n');
    const [, name = '', browser = ''] = heading.match(/^`([^`]+)`(?: \((chrome|firefox)\))?$/) ?? [];
    return { name, browsers: browser ? [browser] : ['chrome', 'firefox'], body: lines.join('\n') };
  })
  .filter(({ name }) => name !== '' && name !== 'content_scripts');

describe('the permissions that the stores are told of', () => {
  test('are those of the built manifests, in the same browsers: none missing, none superfluous', () => {
    const byName = (a: Asked, b: Asked) => (a.name < b.name ? -1 : 1);
    expect(entries.map(({ name, browsers }) => ({ name, browsers })).sort(byName)).toEqual(asked().sort(byName));
  });

  test.each(entries.map(({ name, body }) => [name, body]))('%s is justified in both languages', (_, body) => {
    const [english = '', chinese = ''] = body.trim().split(/\n\n/);
    expect(english).toMatch(/^[ -~“”’…\n]{60,}$/);
    expect(chinese).toMatch(/\p{Script=Han}/u);
    // A field of the Chrome Web Store's form takes a thousand characters.
    expect(english.length).toBeLessThan(1000);
    expect(chinese.length).toBeLessThan(1000);
  });

  test('hints by themselves run on the listed hosts and nowhere else', async () => {
    for (const browser of ['chrome', 'firefox'] as const) {
      const { content_scripts: scripts } = builtFor(browser);
      expect(scripts.length).toBeGreaterThan(0);
      for (const { matches } of scripts) expect(matches).toEqual(consoleMatches(rules));
    }
    expect(DOC).toContain('(hosts.md)');
    // Written by `npx vitest run --project unit test/unit/repository -u`.
    await expect(hostList()).toMatchFileSnapshot(join(ROOT, 'docs/store/hosts.md'));
  });
});

/** One line for each site of a console, as `consoles/*.json` has it. */
function hostList(): string {
  const lines = [...rules.consoles]
    .sort((a, b) => (a.id < b.id ? -1 : 1))
    .flatMap(({ name, sites }) =>
      sites.flatMap(({ host, paths = ['/'] }) =>
        paths.map((path) => `| \`https://${host}${path}*\` | ${name.en} | ${name.zh_CN} |`),
      ),
    );
  return `# Hosts · 网站列表

Where hints appear without being asked for, from the facts in \`src/data/consoles\`; why is in [permissions.md](permissions.md).

不经询问即显示提示的网站，取自 \`src/data/consoles\`；理由见 [permissions.md](permissions.md)。

| Match · 匹配规则 | Console | 控制台 |
|---|---|---|
${lines.join('\n')}
`;
}
