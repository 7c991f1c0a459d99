import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { hintStyles, readTokens, withValues } from '../../../../scripts/build/hint-styles.ts';
import { ROOT } from '../../../../src/cli/load-ruleset.ts';

const TOKENS = readTokens(`
:root { color-scheme: light dark; --ink: #111; --line: #222; --font: "Some Font", var(--more); --more: sans-serif; --s1: 4px; }
@media (prefers-color-scheme: dark) { :root { --ink: #eee; } }
:lang(ja) { --font: "Another"; }
`);
const DARK = '@media (prefers-color-scheme: dark)';

test.each([
  ['a property that is the same in the dark', 'p { margin: var(--s1) 0; }', 'p{margin:4px 0}'],
  [
    'one that is another, among others',
    'p {\n  margin: 0;\n  color: var(--ink);\n  border: 1px solid var(--line);\n}',
    'p{margin:0;color:light-dark(#111,#eee);border:1px solid #222}',
  ],
  ['one that rests on another', 'p { font: 1px/1 var(--font); }', 'p{font:1px/1 "Some Font",sans-serif}'],
  ['a rule within a condition', '@media print { p { margin: var(--s1); } }', '@media print{p{margin:4px}}'],
  [
    'comments, and what is meant for those with space',
    '/* a { } */ a  b > c:hover { margin: 0; }',
    'a b > c:hover{margin:0}',
  ],
])('%s gets its value, on a light and on a dark ground', (_, css, plain) => {
  expect(withValues(css, TOKENS)).toBe(plain);
});

test.each([
  ['an unknown property', 'p { color: var(--ohne); }'],
  ['a property that is set', 'p { --ink: red; }'],
  ['a property with a value to fall back on', 'p { color: var(--x, red); }'],
  ['the value of one within another', 'p { color: rgb(from var( --ink ) r g b); }'],
])('%s is refused', (_, css) => {
  expect(() => withValues(css, TOKENS)).toThrow('A style sheet for pages');
});

test('every token is read, in light and in dark', () => {
  const css = readFileSync(join(ROOT, 'src/ui/tokens.css'), 'utf8');
  const { light, dark } = readTokens(css);
  const root = (part: string | undefined) => [...(part ?? '').matchAll(/^ +--([\w-]+):/gm)].map(([, name]) => name);
  const [first, second] = css.split(/^:lang/m)[0]?.split(DARK) ?? [];
  expect([...light.keys()]).toEqual(root(first));
  expect([...dark.keys()]).toEqual(root(second));
  expect(dark.size).toBeGreaterThan(10);
});

test('hints name no font that a page can define, and no property that it can set', () => {
  const sheets = Object.entries(hintStyles());
  expect(sheets.map(([name]) => name)).toEqual(['common', 'card', 'chip', 'note', 'pill']);
  for (const [name, css] of sheets) {
    expect(css, name).not.toMatch(/--|@import|url\(/);
    for (const [, value = ''] of css.matchAll(/font(?:-family)?:([^;}]*)/g))
      expect(value, name).toMatch(
        /^(?:inherit|sans-serif(?: !important)?|(?:[\d.]+px ?\/ ?[\d.]+(?:px)? )?system-ui,sans-serif)$/,
      );
  }
});
