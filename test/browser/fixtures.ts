import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { ROOT } from '../../src/build/load.ts';
import type { Serve, Served } from '../../src/tools/pages.ts';

const PAGES = join(ROOT, 'test/fixtures/pages');

/** As strict as a page's policy can be but for its own empty icon: nothing that we show may need the page's leave. */
const STRICT =
  "default-src 'none'; img-src data:; style-src 'none'; require-trusted-types-for 'script'; trusted-types 'none'";

/** In: which fixture stands for which host. Out: a handler that serves it there under a strict policy, and what was asked for. */
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

/** In: the name of a fixture. Out: what is served for it. */
export function fixture(name: string): Served {
  const body = readFileSync(join(PAGES, `${name}.html`), 'utf8');
  return { body, headers: { 'content-security-policy': STRICT } };
}

export interface Shown {
  readonly wanted: readonly string[];
  readonly shown: readonly string[];
  readonly astray: readonly string[];
}

/** What a kind of hint says of itself, and how a fixture names what it wants. */
const KINDS = { card: 'guidance', chip: 'tone' } as const;

/** In: a page and a kind of hint. Out: what is wanted and shown at each marked place, and what hangs anywhere else; frames and open roots included. */
export function hintsOn(page: Page, kind: keyof typeof KINDS): Promise<Shown> {
  return page.evaluate(
    (name, says) => {
      const wanted: string[] = [];
      const shown: string[] = [];
      const astray: string[] = [];
      const visit = (root: Document | ShadowRoot): void => {
        for (const element of root.querySelectorAll<HTMLElement>('*')) {
          const wish = element.dataset[name];
          if (wish) wanted.push(wish);
          if (element.localName === `icp-filing-guide-${name}`) {
            const place = element.closest<HTMLElement>(`[data-${name}]`)?.dataset[name];
            const said = element.dataset[says] ?? '';
            (place === said ? shown : astray).push(said);
          }
          if (element.shadowRoot) visit(element.shadowRoot);
          if (element instanceof HTMLIFrameElement && element.contentDocument) visit(element.contentDocument);
        }
      };
      visit(document);
      return { wanted: wanted.sort(), shown: shown.sort(), astray };
    },
    kind,
    KINDS[kind],
  );
}

/** Waits until as many cards stand on the page (not in its frames) as asked for. */
export async function waitForCards(page: Page, count: number): Promise<void> {
  await page.waitForFunction(
    (wanted) => document.querySelectorAll('icp-filing-guide-card').length === wanted,
    { timeout: 15_000, polling: 50 },
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
