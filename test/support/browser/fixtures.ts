import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ElementHandle, Page } from 'puppeteer-core';
import { ROOT } from '../../../src/cli/load-ruleset.ts';
import { faqForPrompt } from '../../../src/domain/prompts/console-prompts.ts';
import type { Console } from '../../../src/domain/ruleset/console.ts';
import type { Ruleset } from '../../../src/domain/ruleset/ruleset.ts';
import { topicAt } from '../../../src/entries/content/page-topic.ts';
import type { Chromium } from './chromium.ts';
import type { Serve, Served } from './served-pages.ts';

const PAGES = join(ROOT, 'test/support/fixtures/pages');

/**
 * As strict as a page's policy can be but for its own empty icon: nothing that we show may need the
 * page's leave.
 */
const STRICT =
  "default-src 'none'; img-src data:; style-src 'none'; require-trusted-types-for 'script'; trusted-types 'none'";

/** Returns a handler that serves fixtures by host under a strict policy, and what was asked for. */
export function serveFixtures(byHost: Readonly<Record<string, string>>): { serve: Serve; asked: string[] } {
  const asked: string[] = [];
  return {
    asked,
    serve(url) {
      asked.push(url.href);
      const name = byHost[url.host];
      return name === undefined ? null : fixture(name);
    },
  };
}

/** Returns what is served for a fixture. */
export function fixture(name: string): Served {
  return serveStrictly(readFileSync(join(PAGES, `${name}.html`), 'utf8'));
}

function serveStrictly(body: string): Served {
  return { body, headers: { 'content-security-policy': STRICT } };
}

export interface PageFromFacts {
  readonly console: string;
  readonly address: string;
  /** What the pill must say that the page is for; null: no pill. */
  readonly topic: string | null;
  readonly served: Served;
}

/**
 * Returns a page at one of a console's addresses that shows each of its prompts by itself, and its
 * codes, which must get no card.
 */
export function pageFromFacts(rules: Ruleset, one: Console): PageFromFacts {
  const [site] = one.sites;
  const host = site?.host.replace('*', 'fixture') ?? '';
  const start = one.pages.find(({ path }) => path?.startsWith(`${host}/`))?.path ?? `${host}${site?.paths?.[0] ?? '/'}`;
  const address = `https://${start}#from-the-facts`;
  const pages = one.pages.map(({ topic, path = '' }) => ({ topic, path }));
  const lines = one.prompts.map(({ says, means, kind }) => {
    const card = kind === 'code' ? '' : ` data-card="${faqForPrompt(rules, means)?.id}"`;
    return `<p${card}>${says.replaceAll('…', ' xyz ').replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</p>`;
  });
  const body = `<!doctype html><meta charset="utf-8"><title>${one.id}</title><link rel="icon" href="data:,"><main>${lines.join('\n')}</main>`;
  return { console: one.id, address, topic: topicAt(pages, address), served: serveStrictly(body) };
}

export interface Shown {
  readonly wanted: readonly string[];
  readonly shown: readonly string[];
  readonly astray: readonly string[];
}

/** What a kind of hint says of itself, and how a fixture names what it wants. */
const KINDS = { card: 'guidance', chip: 'tone' } as const;

/**
 * Returns what is wanted and shown at each marked place for a kind of hint, and what hangs anywhere
 * else; frames and open roots included. Of several places in a document that want the same card one
 * is to have it.
 */
export function hintsOn(page: Page, kind: keyof typeof KINDS): Promise<Shown> {
  return page.evaluate(
    (name, says) => {
      const wanted: string[] = [];
      const shown: string[] = [];
      const astray: string[] = [];
      const visit = (root: Document | ShadowRoot, had: Set<string>): void => {
        for (const element of root.querySelectorAll<HTMLElement>('*')) {
          const wish = element.dataset[name];
          if (wish && !(name === 'card' && had.has(wish))) wanted.push(wish);
          if (wish) had.add(wish);
          if (element.dataset.icpFilingGuide === name) {
            const place = element.closest<HTMLElement>(`[data-${name}]`)?.dataset[name];
            const said = element.dataset[says] ?? '';
            (place === said ? shown : astray).push(said);
          }
          if (element.shadowRoot) visit(element.shadowRoot, had);
          if (element instanceof HTMLIFrameElement && element.contentDocument)
            visit(element.contentDocument, new Set());
        }
      };
      visit(document, new Set());
      return { wanted: wanted.sort(), shown: shown.sort(), astray };
    },
    kind,
    KINDS[kind],
  );
}

/** Waits until as many cards stand on the page (not in its frames) as asked for. */
export async function waitForCards(page: Page, count: number): Promise<void> {
  await page.waitForFunction(
    (wanted) => document.querySelectorAll('[data-icp-filing-guide=card]').length === wanted,
    { polling: 50 },
    count,
  );
}

/** Adds an element with text at the fixture's place for late content. */
export async function addLate(page: Page, text: string, id: string): Promise<void> {
  await page.evaluate(
    (words, name) => {
      const late = document.createElement('p');
      late.id = name;
      late.textContent = words;
      document.querySelector('#late')?.append(late);
    },
    text,
    id,
  );
}

/** Clicks a button of the page, found by what it is called, once it is there. */
export async function press(page: Page, name: string): Promise<void> {
  // By the tree of assistive technology it would be seconds on a large page in Firefox.
  const button = await page.waitForFunction(
    (wanted) =>
      [...document.querySelectorAll('button')].find(
        (one) => (one.getAttribute('aria-label') ?? one.textContent) === wanted && one.checkVisibility(),
      ),
    { polling: 50 },
    name,
  );
  await (button.asElement() as ElementHandle<Element> | null)?.click();
}

/**
 * Returns a button in our closed roots on other people's pages, in Chromium, once it is seen: only
 * assistive technology sees into them, and it sees what has no room yet, too.
 */
export async function hintButton(page: Page, name: string): Promise<ElementHandle<Element>> {
  const button = await page.waitForSelector(`aria/${name}[role="button"]`);
  if (button === null) throw new Error(`no button ${name}`);
  await page.waitForFunction((one) => one.checkVisibility({ visibilityProperty: true }), { polling: 50 }, button);
  return button;
}

/** Presses such a button by key: it may still move to where there is more room. */
export async function pressHint(page: Page, name: string): Promise<void> {
  const button = await hintButton(page, name);
  await button.focus();
  await page.keyboard.press('Enter');
}

/** Waits until the worker has answered a message of ours, and so whatever pages asked it before. */
export async function answered(browser: Pick<Chromium, 'evaluate'>): Promise<void> {
  await browser.evaluate(async () => void (await chrome.runtime.sendMessage({ kind: 'restore', site: 'none' })));
}

/** What is stored. */
export function storedIn(browser: Pick<Chromium, 'evaluate'>): Promise<Record<string, unknown>> {
  return browser.evaluate(() => chrome.storage.local.get(null));
}

/** Hands a text to the page as a file that the person chose. */
export async function chooseFile(page: Page, text: string, section = '.data'): Promise<void> {
  await page.waitForSelector(`${section} input[type=file]`);
  await page.$eval(
    `${section} input[type=file]`,
    (input, content) => {
      const files = new DataTransfer();
      files.items.add(new File([content], 'data.json'));
      (input as HTMLInputElement).files = files.files;
      input.dispatchEvent(new Event('change', { bubbles: true }));
    },
    text,
  );
}
