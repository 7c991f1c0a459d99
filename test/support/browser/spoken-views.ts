/**
 * What assistive technology is given of each kind of page, as a text that a person can read. The
 * facts' own words and numbers are left out: a new fact is no change here. `npx vitest run
 * --project 'browser*' test/browser/spoken -u` writes what is new; read it.
 */
import { expect, test } from 'vitest';
import { loadWords } from '../../../scripts/build/read-messages.ts';
import { rules } from '../shipped-ruleset.ts';
import { spoken } from './spoken.ts';
import { startChromium } from './started.ts';
import { openView, viewOf } from './views.ts';

/**
 * What one goes by: titles, landmarks, lists, what can be pressed or filled in, what is said
 * unasked.
 */
const TOLD =
  /^\s*(?:heading|main|navigation|region|search|contentinfo|banner|form|dialog|grid|table|columnheader|button|checkbox|radio|radiogroup|group|combobox|searchbox|textbox|spinbutton|Date|slider|switch|status|alert|DisclosureTriangle|Details|tab|option)\b/;

/** Every text in the facts, whatever it is, but for those that are words of the interface, too. */
const WORDS = new Set(Object.values(loadWords()).flatMap((words) => Object.values(words)));
const FACTS = new Set(textsOf(rules).filter((text) => !WORDS.has(text)));

function textsOf(value: unknown): string[] {
  if (typeof value === 'string') return [value, `.${value}`];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsOf) : [];
}

/**
 * Returns lines as spoken without the facts in them, and with what is repeated for each fact once.
 */
function withoutFacts(lines: readonly string[]): string[] {
  const left = lines.map((line) =>
    line.replace(/“(.+?)”(?= |$)/, (_, name: string) =>
      FACTS.has(name) ? '“…”' : `“${name.replace(/\d[\d,.]*/g, '#')}”`,
    ),
  );
  const told: string[] = [];
  for (const line of left) {
    told.push(line);
    for (let size = 1; size <= 5; size++) {
      const last = told.slice(-size).join('\n');
      if (last.includes('“…”') && last === told.slice(-2 * size, -size).join('\n')) told.splice(-size);
    }
  }
  return told;
}

/** Views, and what the file of each is called. */
type Views = readonly (readonly [name: string, file: string])[];

export const FIRST_SPOKEN: Views = [
  ['popup, can be filed', 'popup'],
  ['options', 'options'],
  ['portfolio, selected and unfolded', 'portfolio'],
];
export const FURTHER_SPOKEN: Views = [
  ['popup, not a host', 'popup-problem'],
  ['panel, with cases', 'panel'],
  ['welcome', 'welcome'],
  ['options, asked before erasing', 'options-erase'],
  ['facts, searched', 'facts'],
];

/** Defines the tests of kinds of pages, all if none are given, in a browser of a language. */
export function testSpoken(language: string, views: Views = [...FIRST_SPOKEN, ...FURTHER_SPOKEN]): void {
  const chromium = startChromium({ language });

  test.each(views)('%s', async (name, file) => {
    const page = await openView(chromium(), viewOf(name));
    const lines = withoutFacts((await spoken(page)).filter((line) => TOLD.test(line)));
    expect(lines.length).toBeGreaterThan(2);
    await expect(`${lines.join('\n')}\n`).toMatchFileSnapshot(`spoken/${language}/${file}.txt`);
    await page.close();
  });
}
