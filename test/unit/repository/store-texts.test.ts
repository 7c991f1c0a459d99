import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { ICON, LOGO, SCREENSHOT, TILE } from '../../../scripts/pictures/compose-scene.ts';
import { ROOT } from '../../../src/cli/load-ruleset.ts';

const STORE = join(ROOT, 'docs/store');
const LOCALES = ['en', 'ja', 'zh_CN', 'zh_TW'] as const;
/** The stores show the English pictures to readers of the other languages. */
const PICTURED = ['en', 'zh_CN'] as const;

/**
 * How a text is built up, whatever its words: headings by level, and how many bullets and rows of
 * tables there are below each.
 */
function shapeOf(text: string): string[] {
  return text
    .split(/^(?=#+ )/m)
    .map((part) => `${/^#+/.exec(part)?.[0]} ${count(part, /^- /gm)} ${count(part, /^• /gm)} ${count(part, /^\|/gm)}`);
}

function count(text: string, pattern: RegExp): number {
  return [...text.matchAll(pattern)].length;
}

function read(path: string): string {
  return readFileSync(join(STORE, path), 'utf8');
}

/** Returns the bodies of the listing's sections, in order. */
function sections(locale: (typeof LOCALES)[number]): string[] {
  return read(`listing/${locale}.md`)
    .split(/^## .*$/m)
    .slice(1)
    .map((body) => body.trim());
}

/** Returns the size of a PNG, from its header. */
function sizeOf(bytes: Buffer): { width: number; height: number } {
  return { width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) };
}

describe('texts for the stores', () => {
  test.each(['listing', 'privacy'])('%s has the same sections, points and rows in every language', (kind) => {
    expect(readdirSync(join(STORE, kind)).sort()).toEqual(LOCALES.map((locale) => `${locale}.md`));
    const english = shapeOf(read(`${kind}/en.md`));
    expect(english.length).toBeGreaterThan(8);
    for (const locale of LOCALES) expect(shapeOf(read(`${kind}/${locale}.md`)), locale).toEqual(english);
  });

  test.each(LOCALES)(
    'the listing in %s keeps within what the stores take, and says what the manifest says',
    (locale) => {
      const [name = '', summary = '', description = ''] = sections(locale);
      const words = JSON.parse(readFileSync(join(ROOT, `public/_locales/${locale}/messages.json`), 'utf8'));
      expect(name).toBe(words.extension_name.message);
      expect(summary).toBe(words.extension_description.message);
      expect(name.length).toBeLessThanOrEqual(45);
      expect(summary.length).toBeLessThanOrEqual(132);
      // Edge wants 250 characters at least; none takes more than 10,000.
      expect(description.length).toBeGreaterThanOrEqual(250);
      expect(description.length).toBeLessThanOrEqual(10_000);
      // The stores show the description as it is.
      expect(description).not.toMatch(/^[#|>*-]|\*\*|\]\(/m);
    },
  );

  test.each(LOCALES)('the keywords in %s are as many and as long as Edge takes', (locale) => {
    const terms = (sections(locale)[4] ?? '').split(/[,、]\s*/);
    expect(terms.length).toBeGreaterThan(3);
    expect(terms.length).toBeLessThanOrEqual(7);
    for (const term of terms) expect([...term].length, term).toBeLessThanOrEqual(30);
    expect(terms.flatMap((term) => term.split(' ')).length).toBeLessThanOrEqual(21);
  });

  test.each(LOCALES)('Chinese and English punctuation are not mixed in %s', (locale) => {
    const text = ['listing', 'privacy'].map((kind) => read(`${kind}/${locale}.md`)).join('\n');
    expect(text).not.toMatch(locale === 'en' ? /[，。；：（）]/ : /\p{Script=Han}[,;:()!?]/u);
  });

  test.each(LOCALES)(
    '%s: Limited Use and no collection are stated, and other texts are linked in the language',
    (locale) => {
      expect(read(`privacy/${locale}.md`)).toMatch(/Limited Use/);
      expect(read(`listing/${locale}.md`)).toMatch(/^\| Firefox.*\| `none` \|$/m);
      expect(read(`listing/${locale}.md`)).toContain(`(../privacy/${locale}.md)`);
      const manifest = JSON.parse(readFileSync(join(ROOT, 'manifest.json'), 'utf8'));
      expect(manifest.browser_specific_settings.gecko.data_collection_permissions).toEqual({ required: ['none'] });
    },
  );

  test('privacy: what is stored and seen is in the policy and in docs/privacy.md alike', () => {
    const rows = count(
      readFileSync(join(ROOT, 'docs/privacy.md'), 'utf8').split('## Permissions')[0] ?? '',
      /^\| (?!It )/gm,
    );
    const points = count(read('privacy/en.md'), /^- /gm);
    expect(points).toBe(rows);
  });
});

describe('pictures for the stores', () => {
  test.each([
    ['icon.png', ICON],
    ['logo.png', LOGO],
  ])('%s is there, as large as the stores take it', (name, size) => {
    expect(sizeOf(readFileSync(join(STORE, 'screenshots', name)))).toEqual(size);
  });

  test.each(PICTURED)('in %s are all there, as large as the stores take them, and no larger than 300 kB', (locale) => {
    const folder = join(STORE, 'screenshots', locale);
    const names = readdirSync(folder).sort();
    expect(names).toEqual(['1-verdict.png', '2-card.png', '3-chips.png', '4-portfolio.png', '5-facts.png', 'tile.png']);
    for (const name of names) {
      const bytes = readFileSync(join(folder, name));
      expect(sizeOf(bytes), name).toEqual(name === 'tile.png' ? TILE : SCREENSHOT);
      expect(statSync(join(folder, name)).size, name).toBeLessThan(300_000);
    }
  });
});
