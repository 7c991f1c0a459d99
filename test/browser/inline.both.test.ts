import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ROOT } from '../../src/cli/load-ruleset.ts';
import { type Chromium, launchChromium } from '../support/browser/chromium.ts';
import { type Firefox, launchFirefox } from '../support/browser/firefox.ts';
import { addLate, hintsOn, serveFixtures, waitForCards } from '../support/browser/fixtures.ts';
import { tabTo } from '../support/browser/focus.ts';
import { copyWithHosts, optionalHosts } from '../support/browser/granted.ts';
import { RUNS } from '../support/browser/kinds.ts';
import { rules } from '../support/shipped-ruleset.ts';

const HOSTS = {
  'beian.aliyun.com': 'aliyun',
  'dc.console.alibabacloud.com': 'aliyun-intl',
  'console.cloud.tencent.com': 'tencent-cloud',
  'console.dnspod.cn': 'dnspod',
  'console.huaweicloud.com': 'huawei-cloud',
};
const PROMPT = '域名对应注册商未获得工信部批复';
const CONSOLE = 'https://console.huaweicloud.com/';

async function expectCards(page: Page): Promise<void> {
  const { wanted } = await hintsOn(page, 'card');
  expect(wanted.length).toBeGreaterThan(0);
  // Frames and shadow roots fill on their own: wait for the whole, then look for what is too much.
  await expect.poll(async () => (await hintsOn(page, 'card')).shown).toEqual(wanted);
  expect((await hintsOn(page, 'card')).astray).toEqual([]);
}

describe.each(RUNS)('cards beside prompts in $kind', ({ kind, first, pick }) => {
  const { serve, asked } = serveFixtures(HOSTS);
  let started: Chromium | Firefox;
  let extension = '';
  beforeAll(async () => {
    const build = join(ROOT, kind === 'chromium' ? 'dist/chrome' : 'dist/firefox');
    extension = copyWithHosts(build, optionalHosts(build, rules));
    const options = { extension, serve };
    started = kind === 'chromium' ? await launchChromium(options) : await launchFirefox(options);
  });
  afterAll(async () => {
    await started?.close();
    if (extension !== '') rmSync(extension, { recursive: true, force: true });
  });

  async function open(address: string): Promise<{ page: Page; errors: string[] }> {
    const errors: string[] = [];
    const page = await started.open(address, (opened) => {
      opened.on('pageerror', (error) => errors.push(String(error)));
      opened.on('console', (message) => {
        if (message.type() === 'error' || message.type() === 'warn') errors.push(message.text());
      });
    });
    return { page, errors };
  }

  // What is there at the others is looked at with every console (consoles.both.test.ts).
  test.each(pick(Object.keys(HOSTS).slice(0, 1), Object.keys(HOSTS).slice(1)))(
    '%s: a card at each prompt, none anywhere else, no error and no request',
    async (host) => {
      asked.length = 0;
      const { page, errors } = await open(`https://${host}/`);
      await expectCards(page);
      expect(errors).toEqual([]);
      expect(asked.map((url) => new URL(url).pathname)).toEqual(['/']);
      await page.close();
    },
  );

  first('other pages are left alone', async () => {
    const { page } = await open('https://www.example.com/');
    await addLateAnywhere(page);
    expect((await hintsOn(page, 'card')).astray).toEqual([]);
    await page.close();
  });

  first('what comes later gets its card; what goes takes it along', async () => {
    const { page, errors } = await open(CONSOLE);
    await waitForCards(page, 2);
    await addLate(page, '您的域名显示即将过期', 'one');
    await waitForCards(page, 3);
    await page.evaluate(() => {
      const text = document.querySelector('#one')?.firstChild;
      if (text) text.nodeValue = '一切正常';
    });
    await waitForCards(page, 2);
    await addLate(page, '您的域名显示即将过期', 'two');
    await waitForCards(page, 3);
    await page.evaluate(() => document.querySelector('#two')?.remove());
    await waitForCards(page, 2);
    expect(errors).toEqual([]);
    await page.close();
  });

  first('what has the focus lies over the rest: a card over the others and the pill, the pill over all', async () => {
    const { page } = await open(`${CONSOLE}beian/`);
    await waitForCards(page, 2);
    await page.waitForSelector('[data-icp-filing-guide=pill]');
    const layer = (name: string) => page.$eval(name, (one) => Number(getComputedStyle(one).zIndex));
    const [first, second] = [
      '[data-guidance=registrar-not-approved]',
      '[data-guidance=displaying-the-number]',
    ] as const;
    await tabTo(page, second);
    await page.keyboard.press('Enter');
    await tabTo(page, first);
    const other = await layer(second);
    expect(await layer(first), 'what has the focus').toBeGreaterThanOrEqual(other);
    const pill = '[data-icp-filing-guide=pill]';
    expect(await layer(pill), 'the pill, before it is pointed at').toBeLessThan(other);
    await tabTo(page, pill);
    expect(await layer(pill)).toBeGreaterThan(Math.max(await layer(first), await layer(second)));
    await page.close();
  });

  first('navigation within the page leaves no orphan', async () => {
    const { page, errors } = await open(CONSOLE);
    await waitForCards(page, 2);
    for (let round = 0; round < 5; round++) {
      await page.evaluate((path) => {
        history.pushState({}, '', path);
        const main = document.querySelector('main');
        if (!main) return;
        const kept = main.cloneNode(false) as HTMLElement;
        for (const child of main.children) {
          if (child.id === 'late' || child.localName === 'h1') kept.append(child.cloneNode(child.localName === 'h1'));
        }
        main.replaceWith(kept);
      }, `/view-${round}`);
      await waitForCards(page, 0);
      await addLate(page, PROMPT, `round-${round}`);
      await waitForCards(page, 1);
    }
    expect(errors).toEqual([]);
    await page.close();
  });

  first('the page keeps its own nodes as they were', async () => {
    const { page } = await open(CONSOLE);
    const before = await page.evaluate(() => document.querySelector('h1')?.outerHTML);
    await waitForCards(page, 2);
    const after = await page.evaluate(() => {
      const clone = document.documentElement.cloneNode(true) as HTMLElement;
      for (const card of clone.querySelectorAll('[data-icp-filing-guide=card]')) card.remove();
      return {
        heading: document.querySelector('h1')?.outerHTML,
        ours: [...clone.querySelectorAll('*')].filter((element) => /icp-filing/.test(element.outerHTML)).length,
        roots: [...document.querySelectorAll('[data-icp-filing-guide=card]')].filter((card) => card.shadowRoot).length,
        links: document.querySelectorAll('link:not([rel=icon]), style, script').length,
      };
    });
    expect(after).toEqual({ heading: before, ours: 0, roots: 0, links: 0 });
    await page.close();
  });
});

async function addLateAnywhere(page: Page): Promise<void> {
  await page.evaluate((text) => {
    const late = document.createElement('p');
    late.textContent = text;
    document.body.append(late);
  }, PROMPT);
}
