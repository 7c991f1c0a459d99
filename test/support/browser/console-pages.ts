/** Pages of consoles, and what must appear in them. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { expect } from 'vitest';
import { ROOT } from '../../../src/cli/load-ruleset.ts';
import { rules } from '../shipped-ruleset.ts';
import type { Chromium } from './chromium.ts';
import type { Firefox } from './firefox.ts';
import { fixture, hintsOn, pageFromFacts } from './fixtures.ts';
import { openListening } from './guests.ts';
import type { Serve } from './served-pages.ts';

export interface Site {
  readonly console: string;
  readonly address: string;
  readonly fixture: string;
  /** What the pill says that the page is for; null: no pill. */
  readonly topic: string | null;
}

const PAGES = join(ROOT, 'test/support/fixtures/pages');
const SHOWN = /^<!-- shown: (\S+) (\S+) (\S+) -->$/gm;

/**
 * Each fixture says in its first lines for which consoles it stands, under which addresses, and the
 * topic there (`-`: none).
 */
export const SITES: readonly Site[] = readdirSync(PAGES).flatMap((file) =>
  [...readFileSync(join(PAGES, file), 'utf8').matchAll(SHOWN)].map(([, console = '', address = '', topic = '']) => ({
    console,
    address,
    fixture: file.replace(/\.html$/, ''),
    topic: topic === '-' ? null : topic,
  })),
);

/** A console of each kind of page, and the others. */
const isAmongFirst = (site: Site) => SITES.filter(({ topic }) => topic === site.topic).indexOf(site) === 0;
export const FIRST_SITES = SITES.filter(isAmongFirst);
export const OTHER_SITES = SITES.filter((site) => !isAmongFirst(site));

/**
 * Pages made from the facts show every prompt of every console, also of those without a fixture.
 */
export const FROM_FACTS = rules.consoles.filter((one) => one.sites.length > 0).map((one) => pageFromFacts(rules, one));

/** Answers from the fixtures and the facts; other addresses are a list of names. */
export const serveConsoles: Serve = (url) => {
  const written = SITES.find((one) => one.address === url.href);
  if (written) return fixture(written.fixture);
  return FROM_FACTS.find((one) => one.address === url.href)?.served ?? fixture('search');
};

/** Expects what must appear on a page of a console, and nothing else. */
export async function expectHints(
  started: Chromium | Firefox,
  { address, topic }: Omit<Site, 'fixture'>,
): Promise<void> {
  const { page, errors } = await openListening(started, address);
  if (topic !== null) await page.waitForSelector(`[data-icp-filing-guide=pill][data-topic=${topic}]`);
  const before = await page.evaluate(() => document.querySelector('main')?.textContent);
  for (const hint of ['card', 'chip'] as const) {
    const { wanted } = await hintsOn(page, hint);
    await expect.poll(async () => (await hintsOn(page, hint)).shown).toEqual(wanted);
  }
  await fillFields(page);
  for (const hint of ['card', 'chip'] as const) expect((await hintsOn(page, hint)).astray).toEqual([]);
  // Nothing of ours is in the page's text, and so in nothing that is copied.
  expect(await page.evaluate(() => document.querySelector('main')?.textContent)).toBe(before);
  expect(await copied(page)).not.toMatch(/can be filed|Not eligible|approved|ICP Filing Guide/);
  expect(errors).toEqual([]);
  await page.close();
}

/** Types into every field of the fixture, and looks which of them got a note. */
async function fillFields(page: Page): Promise<void> {
  const fields = await page.$$('[data-type]');
  for (const field of fields) {
    await field.type(await field.evaluate((element) => element.getAttribute('data-type') ?? ''));
  }
  const wanted = await page.$$eval('[data-field]', (all) => all.length);
  await page.waitForFunction(
    (count) => document.querySelectorAll('[data-icp-filing-guide=note]').length === count,
    { polling: 50 },
    wanted,
  );
  const beside = await page.$$eval('[data-icp-filing-guide=note]', (notes) =>
    notes.map((note) => note.previousElementSibling?.hasAttribute('data-field') ?? false),
  );
  expect(beside).not.toContain(false);
}

/** What a person gets who selects the page and copies it. */
function copied(page: Page): Promise<string> {
  return page.evaluate(() => {
    getSelection()?.selectAllChildren(document.body);
    const text = getSelection()?.toString() ?? '';
    getSelection()?.removeAllRanges();
    return text;
  });
}
