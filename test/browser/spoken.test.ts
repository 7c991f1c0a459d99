/**
 * What assistive technology is given of each kind of page, as a text that a person can read. The facts' own words and numbers are
 * left out: a new fact is no change here. `npx vitest run --project browser test/browser/spoken.test.ts -u` writes what is new; read it.
 */
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ROOT } from '../../src/build/load.ts';
import { requireBrowser } from '../../src/tools/browsers.ts';
import { type Chromium, launchChromium } from '../../src/tools/chromium.ts';
import { rules } from '../rules.ts';
import { spoken } from './spoken.ts';
import { openView, VIEWS } from './views.ts';

/** What one goes by: titles, landmarks, lists, what can be pressed or filled in, what is said unasked. */
const TOLD =
  /^\s*(?:heading|main|navigation|region|search|contentinfo|banner|form|dialog|grid|table|columnheader|button|checkbox|radio|radiogroup|group|combobox|searchbox|textbox|spinbutton|Date|slider|switch|status|alert|DisclosureTriangle|Details|tab|option)\b/;

/** Every text in the facts, whatever it is. */
const FACTS = new Set(textsOf(rules));

function textsOf(value: unknown): string[] {
  if (typeof value === 'string') return [value, `.${value}`];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsOf) : [];
}

/** In: lines as spoken. Out: the same without the facts in them, and with what is repeated for each fact once. */
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

describe.each(['en-US', 'zh-CN'])('in %s', (language) => {
  let chromium: Chromium;
  beforeAll(async () => {
    const executable = requireBrowser('chromium');
    chromium = await launchChromium({ executable, extension: join(ROOT, 'dist/chrome'), language, serve: () => null });
  });
  afterAll(async () => {
    await chromium?.close();
  });

  test.each([
    ['popup, can be filed', 'popup'],
    ['popup, not a host', 'popup-problem'],
    ['panel, with cases', 'panel'],
    ['welcome', 'welcome'],
    ['options', 'options'],
    ['options, asked before erasing', 'options-erase'],
    ['facts, searched', 'facts'],
    ['portfolio, selected and unfolded', 'portfolio'],
  ])('%s', async (name, file) => {
    const view = VIEWS.find((one) => one.name === name);
    if (view === undefined) throw new Error(`no view ${name}`);
    const page = await openView(chromium, view);
    const lines = withoutFacts((await spoken(page)).filter((line) => TOLD.test(line)));
    expect(lines.length).toBeGreaterThan(2);
    await expect(`${lines.join('\n')}\n`).toMatchFileSnapshot(`spoken/${language}/${file}.txt`);
    await page.close();
  });
});
