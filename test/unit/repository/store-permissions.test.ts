import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import recorded from '../../../scripts/build/hosts-at-installation.json' with { type: 'json' };
import { manifest } from '../../../scripts/build/manifest.ts';
import { loadRules, ROOT } from '../../../src/cli/load-ruleset.ts';
import { matchesOf } from '../../../src/domain/prompts/console-permissions.ts';

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

const BROWSERS = ['chrome', 'firefox'] as const;

function builtFor(browser: (typeof BROWSERS)[number]): Built {
  return manifest(browser) as unknown as Built;
}

const VERSION: string = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')).version;

/** Where the content script of the built manifests runs: in both browsers the same. */
const INSTALLED = builtFor('chrome').content_scripts.flatMap(({ matches }) => matches);

/** What the built manifests ask for, and in which browsers. */
function asked(): Asked[] {
  const browsers = new Map<string, string[]>();
  for (const browser of BROWSERS) {
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

  test('hints by themselves run on consoles of the facts, and on no other site', async () => {
    const known = rules.consoles.flatMap((one) => one.sites).flatMap(matchesOf);
    expect(INSTALLED.filter((match) => !known.includes(match))).toEqual([]);
    expect(DOC).toContain('(hosts.md)');
    // Written by `npx vitest run --project unit test/unit/repository -u`.
    await expect(hostList()).toMatchFileSnapshot(join(ROOT, 'docs/store/hosts.md'));
  });

  test('an update within a major version brings no host and no permission that Chrome would switch the extension off for', () => {
    const { major, matches, permissions } = recorded;
    // A new major version may ask for other hosts: then the record is made anew.
    expect(Number(VERSION.split('.')[0])).toBe(major);
    expect(INSTALLED.filter((match) => !matches.includes(match))).toEqual([]);
    // None of those that are recorded has a warning in any browser; hosts are asked for one by one.
    const optional = new Set(BROWSERS.flatMap((browser) => builtFor(browser).optional_host_permissions ?? []));
    const granted = asked().filter(({ name }) => !optional.has(name));
    expect(granted.map(({ name }) => name).filter((name) => !permissions.includes(name))).toEqual([]);
  });
});

/** One line for each site of a console, as `consoles/*.json` has it. */
function hostList(): string {
  const lines = [...rules.consoles]
    .sort((a, b) => (a.id < b.id ? -1 : 1))
    .flatMap(({ name, sites }) =>
      sites.flatMap(matchesOf).map((match) => ({ match, row: `| \`${match}\` | ${name.en} | ${name.zh_CN} |` })),
    );
  const rows = (isInstalled: boolean) =>
    lines.flatMap(({ match, row }) => (INSTALLED.includes(match) === isInstalled ? [row] : [])).join('\n');
  return `# Hosts · 网站列表

The consoles of the facts in \`src/data/consoles\`; why is in [permissions.md](permissions.md).

控制台取自 \`src/data/consoles\`；理由见 [permissions.md](permissions.md)。

## Granted at installation · 安装时即获授权

Where websites are filed and names are bought in the mainland. Hints appear there without being
asked for. The list does not grow within a major version.

在境内办理备案和购买域名的网站，不经询问即显示提示。同一主版本内不会增加。

| Match · 匹配规则 | Console | 控制台 |
|---|---|---|
${rows(true)}

## Optional · 可选

Hints appear there once the person allows it, in the browser's own prompt.

经用户在浏览器的授权窗口中允许后，才会显示提示。

| Match · 匹配规则 | Console | 控制台 |
|---|---|---|
${rows(false)}
`;
}
