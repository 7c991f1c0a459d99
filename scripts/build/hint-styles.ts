import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../../src/cli/load-ruleset.ts';
import type { HintStyles } from '../../src/messaging/replies.ts';

const DARK = '@media (prefers-color-scheme: dark)';
/** A page's own font may have any name: only families that are no names are the browser's. */
const OWN = { font: 'system-ui, sans-serif' };
/** The sheets of what we show on other people's pages; `common` is for all of it. */
const SHEETS = {
  common: ['ui/base.css', 'entries/content/host.css'],
  card: ['entries/content/card.css'],
  chip: ['entries/content/badge.css'],
  note: ['entries/content/note.css'],
  pill: ['entries/content/pill.css'],
} as const;

export interface Tokens {
  readonly light: ReadonlyMap<string, string>;
  readonly dark: ReadonlyMap<string, string>;
}

/**
 * Returns the style sheets of hints. In them the values of our custom properties stand instead of
 * the properties: a page can say of any property what it is (`@property`) and of any element what
 * it has.
 */
export function hintStyles(): HintStyles {
  const read = (file: string) => readFileSync(join(ROOT, 'src', file), 'utf8');
  const tokens = readTokens(read('ui/tokens.css'), OWN);
  return Object.fromEntries(
    Object.entries(SHEETS).map(([kind, files]) => [kind, files.map((file) => withValues(read(file), tokens)).join('')]),
  ) as HintStyles;
}

/** Returns the tokens of a sheet, in light and where it differs in dark; `own` replaces some. */
export function readTokens(css: string, own: Readonly<Record<string, string>> = {}): Tokens {
  const [light = '', dark = ''] = css.split(DARK);
  const rootOf = (part: string) => {
    const [, declarations = ''] = /:root \{([^}]*)\}/.exec(part) ?? [];
    return [...declarations.matchAll(/--([\w-]+):\s*([^;]+);/g)].map(
      ([, name = '', value = '']) => [name, value] as const,
    );
  };
  return { light: new Map([...rootOf(light), ...Object.entries(own)]), dark: new Map(rootOf(dark)) };
}

/**
 * Returns a sheet without custom properties, comments and superfluous space: each property is
 * replaced by its value. What is another one in the dark is said for both, and made one of them for
 * the ground that a hint lies on (shadow-host.ts): not every browser that we run in knows
 * `light-dark()`. Throws where a sheet sets properties or uses unknown ones.
 */
export function withValues(css: string, { light, dark }: Tokens): string {
  const put = (text: string, inDark: boolean): string =>
    text.replace(/var\(--([\w-]+)\)/g, (_, name: string) => {
      const value = (inDark ? dark.get(name) : undefined) ?? light.get(name);
      if (value === undefined)
        throw new Error(`A style sheet for pages uses --${name}, which tokens.css does not have.`);
      return put(value, inDark);
    });
  const plain = css.replace(/\/\*[\s\S]*?\*\//g, '').replace(/var\(--[\w-]+\)/g, (token) => {
    const [inLight, inDark] = [put(token, false), put(token, true)];
    return inLight === inDark ? inLight : `light-dark(${inLight}, ${inDark})`;
  });
  const [left] = /(?:var\(|(?<=[{;\s])--)[^;{}]*/.exec(plain) ?? [];
  if (left !== undefined)
    throw new Error(`A style sheet for pages has a custom property, which pages can change: ${left}`);
  return plain
    .replace(/\s+/g, ' ')
    .replace(/ ?([{};,]) ?/g, '$1')
    .replaceAll(': ', ':')
    .replaceAll(';}', '}')
    .trim();
}
