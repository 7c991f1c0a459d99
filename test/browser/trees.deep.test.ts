import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Chromium, launchChromium } from '../support/browser/chromium.ts';
import { addLate, serveFixtures, waitForCards } from '../support/browser/fixtures.ts';
import { exceptionsOf } from '../support/browser/worlds.ts';

const CONSOLE = 'https://console.huaweicloud.com/';
const { serve } = serveFixtures({ 'console.huaweicloud.com': 'huawei-cloud' });
const BATCHES = 40;
const TREES = 250;

let chromium: Chromium;
beforeAll(async () => {
  chromium = await launchChromium({
    serve,
  });
});
afterAll(async () => {
  await chromium?.close();
});

/**
 * Puts generated trees into the page and moves, renames, fills and removes parts of them. The same
 * seed makes the same trees.
 */
function grow(page: Page, seed: number, trees: number): Promise<void> {
  return page.evaluate(
    (start, count) => {
      let state = start;
      const below = (most: number): number => {
        state = (Math.imul(state ^ (state >>> 15), 0x2c1b3c6d) + 0x9e3779b9) | 0;
        return (state >>> 0) % most;
      };
      const pick = <T>(all: readonly T[]): T => all[below(all.length)] as T;
      const NAMES =
        'div span p a b table tr td ul li form input textarea select option button label iframe template slot svg math pre code details summary dialog x-made font ruby rt bdo marquee object canvas noscript script style'.split(
          ' ',
        );
      const FIELDS = ['parentNode', 'childNodes', 'nodeType', 'nodeName', 'isConnected', 'shadowRoot', 'textContent'];
      const PIECES = [
        '您的域名',
        '显示即将过期',
        'TLD未批复',
        'example.com',
        'xn--',
        '.io',
        'www.',
        '粤ICP备12345678号-1',
        '\u202e',
        '\u0000',
        '\ud800',
        '\u200b',
        '💧',
        'a'.repeat(300),
        '.'.repeat(40),
        ' ',
        '\n',
      ];
      const text = () => Array.from({ length: below(6) }, () => pick(PIECES)).join('');

      function tree(depth: number): Node {
        const kind = below(12);
        if (kind === 0 || depth > 4) return document.createTextNode(text());
        if (kind === 1) return document.createComment(text());
        if (kind === 2) {
          const part = document.createDocumentFragment();
          for (let index = below(4); index > 0; index--) part.append(tree(depth + 1));
          return part;
        }
        const name = pick(NAMES);
        const space = pick(['http://www.w3.org/1999/xhtml', 'http://www.w3.org/2000/svg', '']);
        // A script or a style of the page's own would be refused by its policy, and say so.
        const inert = name === 'script' || name === 'style';
        const element = inert ? document.createElementNS('', name) : document.createElementNS(space, name);
        for (let index = below(4); index > 0; index--)
          element.setAttribute(
            pick(['name', 'id', 'class', 'value', 'hidden', 'dir', 'title', 'placeholder', 'aria-hidden', 'slot']),
            below(3) === 0 ? pick(FIELDS) : text(),
          );
        const host = element instanceof HTMLElement && ['div', 'span', 'p', 'x-made'].includes(name) && below(4) === 0;
        const into = host ? element.attachShadow({ mode: pick(['open', 'closed']) }) : element;
        for (let index = below(5); index > 0; index--) into.appendChild(tree(depth + 1));
        return element;
      }

      const place = document.querySelector('#late') as HTMLElement;
      for (let index = 0; index < count; index++) place.appendChild(tree(0));
      // One that is deeper than anyone builds.
      let deep: Element = document.createElement('i');
      for (let levels = 0; levels < 200; levels++) {
        const around = document.createElement('i');
        around.append(deep);
        deep = around;
      }
      place.append(deep);
      const all = [...place.querySelectorAll('*')];
      for (let index = 0; index < count; index++) {
        const [one, other] = [pick(all), pick(all)];
        const act = below(4);
        if (act === 0 && !one.contains(other) && one !== other) other.appendChild(one);
        else if (act === 1) one.remove();
        else if (act === 2) one.append(text());
        else one.setAttribute('name', pick(FIELDS));
      }
    },
    seed,
    trees,
  );
}

test('nothing throws, and what comes afterwards still gets its card', async () => {
  const page = await chromium.open(CONSOLE);
  await waitForCards(page, 2);
  const exceptions = await exceptionsOf(page);
  for (let batch = 0; batch < BATCHES; batch++) {
    await grow(page, batch + 1, TREES);
    // A prompt that comes last is read last: its card says that the whole of the batch was gone
    // through.
    await page.evaluate(() => {
      const end = document.createElement('div');
      end.id = 'end';
      document.querySelector('#late')?.append(end);
    });
    await page.evaluate(() => {
      const line = document.createElement('p');
      // What it means can be in no tree: of several that mean the same, the first has the card.
      line.textContent = '域名未实名认证';
      document.querySelector('#end')?.append(line);
      line.scrollIntoView();
    });
    await page.waitForSelector('#end [data-icp-filing-guide=card]');
    await page.evaluate(() => document.querySelector('#late')?.replaceChildren());
    await waitForCards(page, 2);
  }
  await addLate(page, '您的域名显示即将过期', 'last');
  await waitForCards(page, 3);
  expect(exceptions).toEqual([]);
  await page.close();
  // Each wait has an end of its own; all of them together take as long as the machine needs.
}, 900_000);
