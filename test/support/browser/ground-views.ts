import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Chromium, launchChromium } from './chromium.ts';
import { inRoots } from './roots.ts';

const LIST = 'https://wanwang.aliyun.com/domain/searchresult';

/**
 * A page, and on what its list lies by the eye in a light system and in a dark one; and what is
 * around that.
 */
const PAGES = {
  'a page that says nothing': { css: '', grounds: ['light', 'light'] },
  'a page of light colors': { css: 'body{background:#f3f4f7;color:#222}', grounds: ['light', 'light'] },
  'a page of dark colors': { css: 'body{background:#14171c;color:#ddd}', grounds: ['dark', 'dark'] },
  'a dark page without a ground of its own': { css: ':root{color-scheme:dark}', grounds: ['dark', 'dark'] },
  'a page that follows the system': { css: ':root{color-scheme:light dark}', grounds: ['light', 'dark'] },
  'a light panel in a dark page': {
    css: 'html{background:#000;color:#eee}main{background:#fff;color:#111}',
    grounds: ['light', 'light'],
    around: ['dark', 'dark'],
  },
  'a dark panel in a light page': {
    css: 'html{background:#fff}main{background:oklch(0.2 0.02 260);color:#eee}',
    grounds: ['dark', 'dark'],
    around: ['light', 'light'],
  },
  'a veil through which a dark page is seen': {
    css: 'html{background:#111;color:#eee}main{background:rgb(255 255 255 / 0.1)}',
    grounds: ['dark', 'dark'],
  },
  'a dark gradient with light text': {
    css: 'body{background:linear-gradient(#123,#000);color:#f0f0f0}',
    grounds: ['dark', 'dark'],
  },
  'a light gradient with dark text': {
    css: 'html{background:#000}body{background-image:linear-gradient(#fff,#eee);color:#222}',
    grounds: ['light', 'light'],
    around: ['dark', 'dark'],
  },
} as const;

interface Grounds {
  readonly grounds: readonly string[];
  readonly around?: readonly string[];
}
type Situation = keyof typeof PAGES;
const SITUATIONS = Object.keys(PAGES) as Situation[];
/** Those in which a mistake is likely to be seen. */
export const FIRST_SITUATIONS: readonly Situation[] = [
  'a page that says nothing',
  'a page of dark colors',
  'a dark panel in a light page',
  'a veil through which a dark page is seen',
];

const body = (css: string) =>
  `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>域名</title><link rel="icon" href="data:,"><style>${css}</style><main><ul><li>myname.top</li></ul><p>域名未入库</p><label>域名 <input></label></main></html>`;

/** Defines the tests of situations, all if none are given, in a system that is light or dark. */
export function testGrounds(system: 'light' | 'dark', situations: readonly Situation[] = SITUATIONS): void {
  const dark = system === 'dark';
  const column = dark ? 1 : 0;
  let chromium: Chromium;
  beforeAll(async () => {
    chromium = await launchChromium({
      dark,
      serve: ({ hash, searchParams }) => ({
        body: body(PAGES[SITUATIONS[Number(searchParams.get('page'))] as Situation]?.css ?? hash),
      }),
    });
  });
  afterAll(async () => {
    await chromium?.close();
  });

  const open = (situation: Situation) => chromium.open(`${LIST}?page=${SITUATIONS.indexOf(situation)}`);

  test.each(situations)('%s', async (situation) => {
    const page = await open(situation);
    const { grounds, around = grounds } = PAGES[situation] as Grounds;
    const list = grounds[column];
    // The button of the page lies beside the list.
    await expect.poll(() => seenGrounds(page)).toEqual({ card: [list], chip: [list], pill: [around[column]] });
    await page.close();
  });

  test('a note follows what its field lies on, and all of them a page that changes its colors', async () => {
    const page = await open('a page of light colors');
    // What reads the field is there when the pill is.
    await page.waitForSelector('[data-icp-filing-guide=pill]');
    await page.type('input', 'myname.io');
    const all = (ground: string) => ({ card: [ground], chip: [ground], note: [ground], pill: [ground] });
    await expect.poll(() => seenGrounds(page)).toEqual(all('light'));
    await page.evaluate(() => {
      document.body.style.background = '#111';
      document.body.style.color = '#eee';
    });
    await expect.poll(() => seenGrounds(page)).toEqual(all('dark'));
    await page.close();
  });
}

/**
 * By kind of hint, whether it is drawn light or dark: its own color, and what it says to controls
 * in it.
 */
async function seenGrounds(page: Page): Promise<Record<string, string[]>> {
  const found: Record<string, string[]> = {};
  for (const kind of ['card', 'chip', 'note', 'pill']) {
    const grounds = await inRoots(page, `[data-icp-filing-guide=${kind}]`, (root) => {
      const drawn = root.querySelector('.card, button[data-form], [role=status]');
      if (drawn === null) return 'nothing';
      const [red = 0, green = 0, blue = 0] = (getComputedStyle(drawn).backgroundColor.match(/[\d.]+/g) ?? []).map(
        Number,
      );
      const color = 0.2126 * red + 0.7152 * green + 0.0722 * blue > 127 ? 'light' : 'dark';
      const { colorScheme } = getComputedStyle(root.host);
      return color === colorScheme ? color : `${color} with controls for ${colorScheme}`;
    });
    if (grounds.length > 0) found[kind] = grounds;
  }
  return found;
}
