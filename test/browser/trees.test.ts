import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ROOT } from '../../src/build/load.ts';
import { requireBrowser } from '../../src/tools/browsers.ts';
import { type Chromium, launchChromium } from '../../src/tools/chromium.ts';
import { serveFixtures, waitForCards } from './fixtures.ts';

const CONSOLE = 'https://console.huaweicloud.com/';
const TREES = 250;
const ROUNDS = 10;

let chromium: Chromium;
beforeAll(async () => {
  const { serve } = serveFixtures({ 'console.huaweicloud.com': 'huawei-cloud' });
  chromium = await launchChromium({
    executable: requireBrowser('chromium'),
    extension: join(ROOT, 'dist/chrome'),
    serve,
  });
});
afterAll(async () => {
  await chromium?.close();
});

/**
 * Runs in the page. Hangs trees into a new element, the same for the same seed: deep ones, shadow roots, huge texts, odd
 * attributes, fields whose names hide what a form has of its own; keeps some detached, and goes on changing them while they are
 * read. The last thing in it is a prompt.
 */
function plant(id: string, seed: number, trees: number): void {
  let state = seed;
  const next = (below: number) => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) % below;
  };
  const pick = <T>(all: readonly T[]) => all[next(all.length)] as T;
  const TAGS =
    'div span p b a form table tr td ul li select option textarea input template svg math code pre slot label button details summary iframe object x-late x-late icp-filing-guide-card title noscript'.split(
      ' ',
    );
  const NAMES =
    'parentNode nodeName localName nodeType childNodes getAttribute querySelectorAll isConnected shadowRoot append appendChild remove children parentElement'.split(
      ' ',
    );
  const WORDS = [
    '域名',
    '对应注册商',
    '未获得工信部批复',
    '您的域名显示即将过期',
    'TLD未批复',
    'example.com',
    '.io',
    '\u200b',
    '\ud83d',
    '…',
    ' ',
    '\n',
    'x',
    '__proto__',
  ];
  const ATTRIBUTES = [
    'contenteditable',
    'hidden',
    'dir',
    'data-guidance',
    'id',
    'class',
    'is',
    'slot',
    'aria-hidden',
    'xml:lang',
    'style',
    '__proto__',
    'name',
  ];
  const text = () => Array.from({ length: 1 + next(6) }, () => pick(WORDS)).join('');

  function tree(): Element {
    const root = document.createElement(pick(TAGS));
    const kind = next(100);
    let at: Element | ShadowRoot = root;
    const nodes = kind === 0 ? 2000 : 2 + next(20);
    for (let made = 0; made < nodes; made++) {
      const child =
        next(6) === 0
          ? document.createElementNS('http://www.w3.org/2000/svg', pick(TAGS))
          : document.createElement(pick(TAGS));
      child.setAttribute(pick(ATTRIBUTES), pick([...WORDS.slice(0, 7), 'true', 'false', '']).trim());
      if (child.localName === 'input') child.setAttribute('name', pick(NAMES));
      const words = document.createTextNode(kind === 1 && made === 0 ? text().repeat(20_000) : text());
      // Past the names of fields, which hide a form's own functions from us too.
      for (const node of [child, words, document.createComment(text())]) Node.prototype.appendChild.call(at, node);
      if (kind === 0 || next(3) === 0) at = child;
      if (
        next(8) === 0 &&
        at instanceof HTMLElement &&
        ['div', 'span', 'p', 'x-late'].includes(at.localName) &&
        at.shadowRoot === null
      )
        at = at.attachShadow({ mode: next(2) === 0 ? 'open' : 'closed' });
      if (next(10) === 0) at = root;
    }
    return root;
  }

  const planted = document.createElement('div');
  planted.id = id;
  const all = Array.from({ length: trees }, tree);
  for (const one of all) if (next(20) !== 0) planted.append(one);
  const last = document.createElement('p');
  last.textContent = '您的域名显示即将过期';
  planted.append(last);
  document.body.append(planted);

  // What is read is changed meanwhile, as long as it is there.
  function disturb(): void {
    if (!document.contains(planted)) return;
    for (let count = 0; count < 5; count++) {
      const one = pick(all);
      switch (next(6)) {
        case 0:
          Element.prototype.remove.call(one);
          break;
        case 1:
          planted.prepend(one);
          break;
        case 2:
          Node.prototype.normalize.call(one);
          break;
        case 3:
          Node.prototype.appendChild.call(one, document.createTextNode(text()));
          break;
        case 4:
          Element.prototype.replaceChildren.call(one, text());
          break;
        default: {
          const other = pick(all);
          if (other !== one && !Node.prototype.contains.call(one, other)) Node.prototype.appendChild.call(other, one);
        }
      }
    }
    requestAnimationFrame(disturb);
  }
  requestAnimationFrame(disturb);
}

test.each([1, 2, 3, 4])(
  '2,500 generated trees (%i) are read in the page while they change: no exception, and what comes after them is found',
  async (seed) => {
    const errors: string[] = [];
    const page = await chromium.open(CONSOLE, (opened) => {
      opened.on('pageerror', (error) => errors.push(String(error)));
    });
    await waitForCards(page, 2);
    for (let round = 0; round < ROUNDS; round++) {
      const id = `planted-${round}`;
      await page.evaluate(plant, id, seed * 1000 + round, TREES);
      const found = page.waitForSelector(`#${id} > p:last-child > icp-filing-guide-card`, { timeout: 30_000 });
      await found.catch((error: unknown) => {
        expect(errors).toEqual([]);
        throw error;
      });
      await page.evaluate((name) => document.getElementById(name)?.remove(), id);
    }
    expect(errors).toEqual([]);
    await page.close();
  },
);
