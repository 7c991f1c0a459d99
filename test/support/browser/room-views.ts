/**
 * Nothing of ours lies over what a page says or lets people press, nor over another of ours that
 * says something, and nothing of the page moves: on every fixture, in windows of several widths,
 * enlarged or not.
 */
import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ROOT } from '../../../src/cli/load-ruleset.ts';
import { rules } from '../shipped-ruleset.ts';
import { type Chromium, launchChromium } from './chromium.ts';
import { fixture, hintsOn } from './fixtures.ts';
import { copyWithHosts, optionalHosts } from './granted.ts';
import { copyWithOpenRoots } from './roots.ts';
import type { Served } from './served-pages.ts';

const FIXTURES = join(ROOT, 'test/support/fixtures');
const SHOWN = /^<!-- shown: \S+ (\S+) \S+ -->$/m;

interface Window {
  readonly width: number;
  /** How much the browser enlarges the page. */
  readonly zoom: number;
}

export const WINDOWS: readonly Window[] = [1, 1.5].flatMap((zoom) =>
  [1600, 1024, 390].map((width) => ({ width, zoom })),
);

interface Site {
  readonly name: string;
  readonly address: string;
  readonly served: Served;
}

/** The pages of consoles, which have no styles, and pages laid out as consoles lay theirs out. */
const SITES = [...sitesIn('pages', (name) => fixture(name)), ...sitesIn('layouts', (_name, body) => ({ body }))];

function sitesIn(folder: 'pages' | 'layouts', serve: (name: string, body: string) => Served): Site[] {
  return readdirSync(join(FIXTURES, folder)).flatMap((file) => {
    const body = readFileSync(join(FIXTURES, folder, file), 'utf8');
    const [, address] = SHOWN.exec(body) ?? [];
    const name = file.replace(/\.html$/, '');
    return address === undefined ? [] : [{ name, address, served: serve(name, body) }];
  });
}

function siteOf(wanted: string): Site {
  const site = SITES.find(({ name }) => name === wanted);
  if (site === undefined) throw new Error(`no fixture ${wanted}`);
  return site;
}

interface Measured {
  /** Which of ours lies over what of the page. */
  readonly overlaps: readonly string[];
  /** What of the page lies elsewhere than without ours, and by how much it can be scrolled. */
  readonly moved: readonly string[];
  /** Where ours are seen. */
  readonly seen: readonly string[];
  readonly cards: number;
}

/** Runs in a page. */
function measure(): Measured {
  const overlaps: string[] = [];
  const seen: string[] = [];
  let cards = 0;
  const hosts: HTMLElement[] = [];
  const ours: { readonly kind: string; readonly box: DOMRect }[] = [];
  const theirs: { readonly what: string; readonly box: DOMRect }[] = [];
  const controls = 'a[href],button,input,select,textarea,summary,[role=button]';
  function visit(root: Document | ShadowRoot): void {
    for (const element of root.querySelectorAll<HTMLElement>('*')) {
      const kind = element.dataset.icpFilingGuide;
      if (kind !== undefined) {
        hosts.push(element);
        if (kind === 'card') cards++;
        const part = element.shadowRoot?.querySelector(':is(.card, button[data-form], [role=status]:not(.unseen))');
        const isSeen = part?.checkVisibility({ visibilityProperty: true, opacityProperty: true });
        if (part && isSeen) ours.push({ kind, box: part.getBoundingClientRect() });
        continue;
      }
      if (element.matches(controls)) theirs.push({ what: element.localName, box: element.getBoundingClientRect() });
      for (const child of element.childNodes) {
        if (child.nodeType !== Node.TEXT_NODE || !child.nodeValue?.trim()) continue;
        const range = new Range();
        range.selectNodeContents(child);
        for (const box of range.getClientRects()) theirs.push({ what: child.nodeValue.slice(0, 30), box });
      }
      if (element.shadowRoot) visit(element.shadowRoot);
    }
  }
  visit(document);
  function lookAt(what: string, box: DOMRect, other: DOMRect): void {
    const wide = Math.min(box.right, other.right) - Math.max(box.left, other.left);
    const high = Math.min(box.bottom, other.bottom) - Math.max(box.top, other.top);
    if (wide > 1 && high > 1) overlaps.push(`${what} by ${Math.round(wide)} x ${Math.round(high)}`);
  }
  for (const { kind, box } of ours) {
    seen.push(`${kind} ${[box.left, box.top, box.width, box.height].map(Math.round)}`);
    for (const { what, box: other } of theirs) lookAt(`${seen.at(-1)} over ${what}`, box, other);
  }
  const large = ours.filter(({ kind }) => kind !== 'chip');
  for (const [at, { kind, box }] of large.entries()) {
    for (const other of large.slice(at + 1)) lookAt(`${kind} and ${other.kind}`, box, other.box);
  }
  // Taken out of the page and put back in one go, before anybody can see it.
  const all = [...document.querySelectorAll<HTMLElement>('body *')].filter((one) => !hosts.includes(one));
  const lies = () => {
    const { scrollWidth } = document.documentElement;
    const boxes = all.map((one) => one.getBoundingClientRect());
    const of = (box: DOMRect) => [box.left, box.top, box.width, box.height].map((part) => part.toFixed(1)).join(' ');
    return [`the page is ${scrollWidth} wide`, ...boxes.map((box, at) => `${all[at]?.localName} at ${of(box)}`)];
  };
  const withOurs = lies();
  const back = hosts.map((host) => [host.parentNode, host.nextSibling, host] as const);
  for (const host of hosts) host.remove();
  const without = lies();
  for (const [parent, next, host] of back.reverse()) parent?.insertBefore(host, next);
  const moved = without.flatMap((place, at) => (place === withOurs[at] ? [] : [`${place}, with ours ${withOurs[at]}`]));
  return { overlaps, moved, seen, cards };
}

/** Returns what is measured when ours have come to rest. */
async function measured(page: Page): Promise<Measured> {
  let last = '';
  let calm = 0;
  let found: Measured = { overlaps: [], moved: [], seen: [], cards: 0 };
  await expect
    .poll(async () => {
      found = await page.evaluate(measure);
      const now = JSON.stringify(found);
      calm = now === last ? calm + 1 : 0;
      last = now;
      return calm > 5;
    })
    .toBe(true);
  return found;
}

/**
 * Waits until nothing of ours lies over the page or moves it. Ours rest between two looks at a page
 * that is slow, and lie where they were until the next.
 */
async function expectRoom(page: Page, where: string): Promise<void> {
  const found = async () => {
    const { overlaps, moved } = await measured(page);
    return { overlaps, moved };
  };
  await expect.poll(found, { message: where }).toEqual({ overlaps: [], moved: [] });
}

/**
 * Runs in a page: scrolls its box. Returns which signs are seen away from their text in the next
 * frame.
 */
async function astrayAfterScroll(): Promise<string[]> {
  document.querySelector('[data-scrolls]')?.scrollBy(24, 45);
  await new Promise(requestAnimationFrame);
  return [...document.querySelectorAll<HTMLElement>('[data-icp-filing-guide=chip]')].flatMap((host) => {
    const sign = host.shadowRoot?.querySelector('[data-form]');
    const text = host.previousSibling;
    if (!sign?.checkVisibility({ visibilityProperty: true }) || text === null) return [];
    const range = new Range();
    range.selectNodeContents(text);
    const [own, line] = [sign.getBoundingClientRect(), range.getBoundingClientRect()];
    const aside = Math.min(Math.abs(own.left - line.right), Math.abs(own.right - line.left));
    return aside < 8 && own.top < line.bottom && own.bottom > line.top ? [] : [host.dataset.name ?? ''];
  });
}

/**
 * Defines a test of each fixture that is asked for, all of them if none is. `windowsOf` says in
 * which windows the one at a place of the list is looked at.
 */
export function testRoom(
  windowsOf: (index: number) => readonly Window[],
  names: readonly string[] = SITES.map(({ name }) => name),
): void {
  let chromium: Chromium;
  let copy: string;
  let served: Served | null = null;
  beforeAll(async () => {
    const open = copyWithOpenRoots('chrome');
    copy = copyWithHosts(open, optionalHosts(open, rules));
    rmSync(open, { recursive: true, force: true });
    chromium = await launchChromium({
      extension: copy,
      // Several stand at one address.
      serve: () => served,
    });
  });
  afterAll(async () => {
    await chromium?.close();
    rmSync(copy, { recursive: true, force: true });
  });

  const asked = names.map((name, index) => ({ ...siteOf(name), windows: windowsOf(index) }));
  test.each(asked)('$name', async ({ address, served: body, windows }) => {
    served = body;
    const page = await chromium.open(address);
    for (const hint of ['card', 'chip'] as const) {
      const { wanted } = await hintsOn(page, hint);
      await expect.poll(async () => (await hintsOn(page, hint)).shown.length).toBe(wanted.length);
    }
    const fields = await page.$$('[data-type][data-field]');
    for (const field of fields) {
      const typed = await field.evaluate((one) => (one as HTMLElement).dataset.type ?? '');
      await field.type(typed);
    }
    await page.waitForFunction(
      (count) => document.querySelectorAll('[data-icp-filing-guide=note]').length === count,
      {},
      fields.length,
    );
    const before = await measured(page);
    const kinds = before.seen.map((one) => one.split(' ')[0]);
    expect(kinds.filter((kind) => kind === 'card').length, 'a card of each meaning is seen').toBe(before.cards);
    for (const { width, zoom } of windows) {
      await page.setViewport({
        width: Math.round(width / zoom),
        height: Math.round(800 / zoom),
        deviceScaleFactor: zoom,
      });
      await expectRoom(page, `${width} px wide, enlarged ${zoom} times`);
    }
    await page.setViewport({ width: 1100, height: 800 });
    // The page's own style may enlarge it, too.
    await page.evaluate(() => document.documentElement.style.setProperty('zoom', '1.5'));
    await expectRoom(page, 'enlarged by its own style');
    await page.close();
  });

  test.runIf(asked.some(({ name }) => name === 'scrolling-grid'))(
    'signs in a box that scrolls stay with their texts, or go until it rests',
    async () => {
      const { address, served: body } = siteOf('scrolling-grid');
      served = body;
      const page = await chromium.open(address);
      const seen = async () => (await measured(page)).seen.filter((one) => one.startsWith('chip')).length;
      await expect.poll(seen).toBeGreaterThan(2);
      expect(await page.evaluate(astrayAfterScroll)).toEqual([]);
      // Beside those that came, and not beside those that are out of sight.
      await expect.poll(seen).toBeGreaterThan(2);
      expect(await page.evaluate(astrayAfterScroll)).toEqual([]);
      await page.close();
    },
  );
}
