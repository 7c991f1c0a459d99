/**
 * What a page of very much text, very many prompts or very many names makes us do: counted, not
 * timed.
 */
import type { Page } from 'puppeteer-core';
import { describe, expect, test } from 'vitest';
import { addLate, serveFixtures, waitForCards } from '../support/browser/fixtures.ts';
import { startChromium } from '../support/browser/started.ts';
import { worldOf } from '../support/browser/worlds.ts';

const CONSOLE = 'https://console.huaweicloud.com/';
const LIST = 'https://wanwang.aliyun.com/domain/searchresult';
const { serve } = serveFixtures({ 'console.huaweicloud.com': 'huawei-cloud', 'wanwang.aliyun.com': 'search' });

/** Counts every character that an expression is tried on, and that is made ready to be matched. */
const COUNT = `
  globalThis.seen = 0;
  for (const [of, name, length] of [
    [RegExp.prototype, 'test', (_, [text]) => text.length],
    [String.prototype, 'normalize', (text) => text.length],
  ]) {
    const real = of[name];
    of[name] = function (...given) {
      seen += length(this, given);
      return real.apply(this, given);
    };
  }
`;

describe('shadow roots within each other', () => {
  const chromium = startChromium({ serve });

  test('two hundred are walked at once: room for what stands above them is not looked for at each', async () => {
    const page = await chromium().open(CONSOLE);
    await waitForCards(page, 2);
    const world = await worldOf(page, chromium().extensionId);
    await world(`{
      globalThis.asked = 0;
      const real = Document.prototype.elementsFromPoint;
      Document.prototype.elementsFromPoint = function (...at) {
        asked++;
        return real.apply(this, at);
      };
    }`);
    await page.evaluate((text) => {
      let at = document.createElement('div');
      document.querySelector('#late')?.append(at);
      for (let depth = 0; depth < 200; depth++) {
        const root = at.attachShadow({ mode: 'open' });
        at = document.createElement('div');
        root.append(at);
      }
      at.textContent = text;
      Object.assign(globalThis, { innermost: at });
    }, '您的域名显示即将过期');
    await page.waitForFunction(
      () =>
        (globalThis as unknown as { readonly innermost: Element }).innermost.querySelector(
          '[data-icp-filing-guide=card]',
        ) !== null,
      { polling: 50 },
    );
    expect(await world('asked')).toBeLessThan(5000);
    await page.close();
  });
});

describe('a log that grows all the time', () => {
  const chromium = startChromium({ serve });

  const TICKS = 10;
  const APPENDS = 20;
  /** Characters looked at of a text: its ends. */
  const MOST = 20_001;

  test.each([
    ['of no interest', '2026-11-26 12:00:00 request handled in 12 ms\n'],
    ['with words of prompts', '2026-11-26 12:00:00 域名实名认证 request handled in 12 ms\n'],
  ])(
    'a text of a megabyte, %s: its ends are looked at once a round, not all of it for every change',
    async (_, line) => {
      const page = await chromium().open(CONSOLE);
      await waitForCards(page, 2);
      await page.evaluate((text) => {
        const log = document.createElement('div');
        log.id = 'log';
        // Laying a megabyte out costs seconds, and is not what is counted.
        log.hidden = true;
        log.append(text.repeat(Math.ceil(1_100_000 / text.length)));
        document.querySelector('#late')?.append(log);
      }, line);
      // A prompt that came later is read later.
      await addLate(page, '您的域名显示即将过期', 'one');
      await waitForCards(page, 3);
      const world = await worldOf(page, chromium().extensionId);
      await world(COUNT);
      await page.evaluate(
        async (text, ticks, appends) => {
          const log = document.querySelector('#log')?.firstChild as Text;
          for (let tick = 0; tick < ticks; tick++) {
            for (let index = 0; index < appends; index++) log.appendData(text);
            await new Promise((resolve) => setTimeout(resolve));
          }
        },
        line,
        TICKS,
        APPENDS,
      );
      await addLate(page, '您的域名显示即将过期', 'two');
      await page.evaluate(() => document.querySelector('#one')?.remove());
      await page.waitForSelector('#two [data-icp-filing-guide=card]');
      const seen = Number(await world('seen'));
      expect(seen).toBeGreaterThan(0);
      // Asked of it, and made ready twice over by what is matched; the page's other texts are
      // short.
      expect(seen).toBeLessThan((TICKS + 2) * 6 * MOST);
      await page.close();
    },
  );
});

/**
 * Writes down what is asked of the worker, and which boxes are watched. One that is looked at again
 * counts once: how often that is hangs on how much of it a frame has time for.
 */
const LISTEN = `{
  globalThis.asked = [];
  globalThis.watched = new Set();
  const { runtime } = globalThis.browser ?? chrome;
  const send = runtime.sendMessage.bind(runtime);
  runtime.sendMessage = (message) => {
    asked.push(message);
    return send(message);
  };
  const { observe } = IntersectionObserver.prototype;
  IntersectionObserver.prototype.observe = function (element) {
    watched.add(element);
    return observe.call(this, element);
  };
}`;
const CARD = '[data-icp-filing-guide=card]';
const CHIP = '[data-icp-filing-guide=chip]';

describe('ten thousand at once', () => {
  const chromium = startChromium({ serve });

  async function addMany(page: Page, text: string, last: string): Promise<void> {
    await page.evaluate(
      (line, end) => {
        const lines = Array.from({ length: 10_000 }, (_, index) => {
          const paragraph = document.createElement('p');
          paragraph.textContent = line.replace('#', String(index));
          return paragraph;
        });
        document.querySelector('#late')?.append(...lines);
        // What comes last is read last; it stands where it is seen.
        const after = document.createElement('p');
        after.id = 'after';
        after.style.cssText = 'position:fixed;top:0';
        after.textContent = end;
        document.body.append(after);
      },
      text,
      last,
    );
    await page.waitForSelector('#after > [data-icp-filing-guide]');
  }

  test('prompts of one meaning: its words are asked for once, one card, and a hundred places watched', async () => {
    const page = await chromium().open(CONSOLE);
    await waitForCards(page, 2);
    const world = await worldOf(page, chromium().extensionId);
    await world(LISTEN);
    await addMany(page, '# 域名未实名认证', '您的域名显示即将过期');
    await page.waitForSelector(`#late ${CARD}`);
    expect(await page.$$eval(CARD, (all) => all.length)).toBe(4);
    const asked = (await world('asked')) as readonly { readonly kind: string; readonly id?: string }[];
    expect(asked.map(({ kind, id }) => `${kind} ${id}`).sort()).toEqual([
      'guidance after-real-name',
      'guidance remaining-validity',
    ]);
    // The places of each of the meanings, and the cards.
    expect(Number(await world('watched.size'))).toBeLessThan(400);
    await page.close();
  });

  test('names: what is near is asked for, and what is among the first watched', async () => {
    const page = await chromium().open(LIST);
    await page.waitForSelector(CHIP);
    const world = await worldOf(page, chromium().extensionId);
    await world(LISTEN);
    await addMany(page, 'row#.com', '注册商未批复');
    // Whoever asks about one after the other has asked about all before it when this one has its
    // sign.
    await page.$eval('#late p:nth-child(1500)', (row) => row.scrollIntoView());
    await page.waitForSelector(`#late p:nth-child(1500) ${CHIP}`);
    const asked = (await world('asked')) as readonly { readonly names?: readonly string[] }[];
    expect(asked.flatMap(({ names = [] }) => names).length).toBeLessThan(600);
    expect(Number(await world('watched.size'))).toBeLessThan(2500);
    expect(await page.$$eval(CHIP, (all) => all.length)).toBeLessThanOrEqual(300);
    await page.close();
  });
});
