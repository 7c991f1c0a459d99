import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ROOT } from '../../src/cli/load-ruleset.ts';
import { axeViolations } from '../support/browser/axe.ts';
import type { Chromium } from '../support/browser/chromium.ts';
import { type Firefox, launchFirefox } from '../support/browser/firefox.ts';
import { press } from '../support/browser/fixtures.ts';
import { RUNS } from '../support/browser/kinds.ts';
import {
  addNames,
  beginPortfolio,
  expectWhole,
  giveFiles,
  openPortfolios,
  until,
} from '../support/browser/portfolio.ts';
import { borrowChromium } from '../support/browser/started.ts';

describe.each(RUNS)('the portfolio in $kind', ({ kind, first, further, pick }) => {
  let started: Chromium | Firefox;
  let folder: string;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'icp-filing-guide-'));
    const serve = () => null;
    started = kind === 'chromium' ? await borrowChromium({ serve }) : await launchFirefox({ serve });
  });
  afterAll(async () => {
    await started?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const open = () => started.openPage('src/entries/portfolio/index.html', 'main[data-rows]');

  const add = addNames;

  first('names come in, are judged and planned; the province changes the plan; it is kept', async () => {
    const page = await open();
    await beginPortfolio(page);
    // No plan is shown but that of these names.
    await page.evaluate(() => {
      const plans = new Set<string>();
      Object.assign(window, { plans: () => [...plans] });
      new MutationObserver(() => {
        const { websites, orders, blocked } = document.querySelector<HTMLElement>('.plan')?.dataset ?? {};
        if (websites !== undefined) plans.add(`${websites} ${orders} ${blocked}`);
      }).observe(document.body, { attributes: true, childList: true, subtree: true });
    });
    await add(page, '# ours\nexample.com\nexample.cn\nwww.example.com\nfoo.io\nnothing\nexample.com\n');
    await until(page, 4);
    expect(
      await page.$$eval('.rejected li', (all) => all.map((one) => `${one.value} ${one.lastElementChild?.textContent}`)),
    ).toEqual(['1 Comment', '6 No domain name', '7 Duplicate']);
    const plan = () =>
      page.$eval('.plan', (plan) =>
        ['websites', 'orders', 'blocked'].map((name) => plan.getAttribute(`data-${name}`)).join(' '),
      );
    await page.waitForSelector('.plan');
    expect(await plan()).toBe('2 1 1');
    expect(await page.evaluate(() => Reflect.get(window, 'plans')())).toEqual(['2 1 1']);
    await page.select('.about select', 'hb');
    await page.waitForFunction(() => document.querySelector<HTMLElement>('.plan')?.dataset.orders === '2');
    expect(await page.$eval('.changes', (changes) => changes.textContent)).toContain('Orders: 1 → 2');
    expect(await axeViolations(page)).toEqual([]);
    await page.waitForFunction(() => document.querySelector('main')?.dataset.save === 'saved');
    await page.close();

    const again = await open();
    await until(again, 4);
    expect(await again.$eval('.plan', (plan) => plan.getAttribute('data-websites'))).toBe('2');
    await again.close();
  });

  first('two tabs: the second save is refused, and nothing of either is lost', async () => {
    const one = await open();
    const two = await open();
    await until(two, 4);
    await one.bringToFront();
    await add(one, 'one.com');
    await one.waitForFunction(() => document.querySelector('main')?.dataset.save === 'saved');
    await two.bringToFront();
    await add(two, 'two.com');
    await two.waitForFunction(() => document.querySelector('main')?.dataset.save === 'conflict');
    await press(two, 'Save my changes as a copy');
    await two.waitForFunction(() => document.querySelector('main')?.dataset.save === 'saved');
    await one.close();
    await two.close();

    const again = await open();
    await again.waitForSelector('.portfolios select');
    const hasHost = async (name: string, host: string) => {
      const value = await again.$$eval(
        '.portfolios select option',
        (all, wanted) => all.find((option) => option.textContent === wanted)?.value ?? '',
        name,
      );
      await again.select('.portfolios select', value);
      await again.waitForSelector(`.grid [data-host="${host}"]`);
    };
    await hasHost('My domains', 'one.com');
    await hasHost('My domains (copy)', 'two.com');
    await again.close();
  });

  first('a save that fails is said and tried again with the next change; what was saved before stays', async () => {
    const page = await open();
    await beginPortfolio(page);
    await add(page, 'kept.com');
    await page.waitForFunction(() => document.querySelector('main')?.dataset.save === 'saved');
    await page.evaluate(() => {
      const put = IDBObjectStore.prototype.put;
      Object.assign(window, { put });
      IDBObjectStore.prototype.put = () => {
        throw new DOMException('full', 'QuotaExceededError');
      };
    });
    await add(page, 'unsaved.com');
    await page.waitForFunction(() => document.querySelector('main')?.dataset.save === 'failed');
    await until(page, 2);
    const other = await open();
    await other.waitForSelector('.portfolios select');
    await other.close();
    await page.bringToFront();
    await page.evaluate(() => {
      IDBObjectStore.prototype.put = (window as unknown as { put: IDBObjectStore['put'] }).put;
    });
    await add(page, 'again.com');
    await page.waitForFunction(() => document.querySelector('main')?.dataset.save === 'saved');
    await until(page, 3);
    await press(page, 'Undo');
    await until(page, 2);
    await page.close();
  });

  further('a worker that fails is said, and the page goes on after it is loaded again', async () => {
    const page = await open();
    await beginPortfolio(page);
    // By its name it is the one that is opened first.
    await page.$eval('.portfolios input', (input) => {
      input.value = ' first';
      input.dispatchEvent(new Event('change', { bubbles: true }));
    });
    await add(page, 'kept.com');
    await until(page, 1);
    await page.waitForFunction(() => document.querySelector('main')?.dataset.save === 'saved');
    // In turn: an error while it answers, and one in what it has promised. What was added before
    // that is kept.
    for (const [kind, field, rows] of [
      ['read', 'known', 1],
      ['assess', 'entries', 2],
    ] as const) {
      await page.evaluate(
        (which, what) => {
          const { postMessage } = Worker.prototype;
          Worker.prototype.postMessage = function (message: Record<string, unknown>) {
            postMessage.call(this, message.kind === which ? { ...message, [what]: null } : message);
          };
        },
        kind,
        field,
      );
      await add(page, 'after-an-error.com');
      await page.waitForSelector('[role=alert]');
      expect(await page.$eval('main', (main) => main.dataset.busy)).toBe('false');
      await page.waitForFunction(() => document.querySelector('main')?.dataset.save === 'saved');
      await press(page, 'Reload');
      await page.waitForFunction(() => document.querySelector('main[data-rows]:not(:has([role=alert]))') !== null);
      await until(page, rows);
    }
    await page.close();
  });

  first('a spreadsheet is read like a table', async () => {
    const page = await open();
    await beginPortfolio(page);
    await giveFiles(page, join(ROOT, 'test/support/fixtures/names.xlsx'));
    await until(page, 2);
    expect(await page.$$eval('.grid [data-host]', (rows) => rows.map((row) => row.getAttribute('data-host')))).toEqual([
      'sheet-one.com',
      'sheet-two.cn',
    ]);
    await page.close();
  });

  further('names that were brought along are added once, however often the page is loaded', async () => {
    const page = await started.openPage(
      'src/entries/portfolio/index.html?names=brought-a.com%0Abrought-b.com',
      'main[data-rows]',
    );
    await page.waitForFunction(() => location.search === '');
    expect(await page.$eval('p.note', (note) => note.textContent)).toBe('Added: 2. Skipped: 0.');
    await page.evaluate(() => {
      document.querySelector('main')?.setAttribute('data-before', '');
      location.reload();
    });
    await page.waitForSelector('main[data-rows]:not([data-before])');
    await page.waitForSelector('.grid [data-host="brought-a.com"]');
    expect(await page.$eval('p.note', (note) => note.textContent)).toBe('');
    await page.close();
  });

  further(
    'several files at once: each is told from the others, and one that cannot be read costs none of them',
    async () => {
      const broken = join(folder, 'broken.xlsx');
      const list = join(folder, 'list.csv');
      writeFileSync(broken, 'no spreadsheet');
      writeFileSync(list, 'from-a-list.com\nno name at all\n');
      const page = await open();
      await beginPortfolio(page);
      await giveFiles(page, list, broken, list);
      await page.waitForFunction(() => document.querySelectorAll('.rejected li').length === 4);
      await until(page, 1);
      const rejected = await page.$$eval('.rejected li', (all) =>
        all.map((one) => one.querySelector('code')?.textContent),
      );
      expect(rejected).toEqual(['no name at all', 'broken.xlsx', 'from-a-list.com', 'no name at all']);
      await page.waitForFunction(() =>
        document.querySelector('p.note')?.textContent?.endsWith('gone. Added: 1. Skipped: 4.'),
      );

      // What is given while one portfolio is open goes there, whichever is opened meanwhile.
      await page.evaluate(() => {
        const { postMessage } = Worker.prototype;
        Worker.prototype.postMessage = function (message: Record<string, unknown>) {
          if (message.kind !== 'read') return postMessage.call(this, message);
          (window as unknown as { go: () => void }).go = () => postMessage.call(this, message);
        };
      });
      await openPortfolios(page);
      await page.type('.portfolios input', ' two');
      await page.keyboard.press('Tab');
      await add(page, 'late.com');
      await beginPortfolio(page);
      await until(page, 0);
      await page.waitForFunction(() => 'go' in window);
      await page.evaluate(() => (window as unknown as { go: () => void }).go());
      await page.waitForFunction(() => document.querySelector('p.note')?.textContent?.includes('two”: 1. Skipped: 0.'));
      expect(await page.$$eval('.grid [data-host]', (rows) => rows.length)).toBe(0);
      await page.close();
    },
  );

  further('reading that takes longer than a moment can be stopped, and everything goes on after it', async () => {
    const page = await open();
    await beginPortfolio(page);
    await add(page, 'before.com');
    await until(page, 1);
    await page.evaluate(() => {
      // It goes on for as long as it takes to look at the page: the worker is not told to begin.
      const { postMessage } = Worker.prototype;
      Worker.prototype.postMessage = function (message: Record<string, unknown>) {
        if (message.kind !== 'read') return postMessage.call(this, message);
        Worker.prototype.postMessage = postMessage;
      };
      const data = new DataTransfer();
      data.items.add(new File(['name.com'], 'million.txt'));
      document.querySelector('main')?.dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true }));
    });
    await page.waitForSelector('.waits button');
    expect(await page.$eval('.waits', (waits) => waits.textContent)).toBe('Reading million.txt… Stop');
    expect(await axeViolations(page)).toEqual([]);
    await page.click('.waits button');
    await page.waitForFunction(() =>
      document.querySelector('p.note')?.textContent?.startsWith('million.txt was not read: you stopped it.'),
    );
    expect(await page.$('.waits')).toBeNull();
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('BUTTON');
    await until(page, 1);
    await add(page, 'after.cn');
    await until(page, 2);
    await page.select('.about select', 'gd');
    await page.waitForSelector('.menu.out');
    await page.close();
  });

  test.each(pick([0], [1]))(
    'a page that goes away in the middle of a save leaves the old or the new, whole (%i)',
    (round) => expectWhole(started, round),
  );

  further('what records make likely of several names is said of all of them at once, and taken back', async () => {
    const page = await open();
    await beginPortfolio(page);
    await add(
      page,
      '域名,域名状态,注册日期,到期日期,持有者类型,备案号\nshili-a.com,serverHold,2020-01-02,2098-01-02,企业,\nshili-b.com,正常,2020-01-02,2098-01-02,企业,浙ICP备2099000123号-1\nshili-c.com,正常,2020-01-02,2098-01-02,个人,\n',
    );
    await until(page, 3);
    const likely = () =>
      page.$$eval('[data-likely]', (all) =>
        all.map((one) => `${one.getAttribute('data-likely')} ${one.querySelector('b')?.textContent}`),
      );
    await page.waitForSelector('[data-likely]');
    // In a narrow window they are folded with what else there is to do.
    await page.$eval('.todo .rest', (rest) => rest.checkVisibility() && (rest as HTMLElement).click());
    expect(await likely()).toEqual(['filing-shown 1', 'on-hold 1', 'holder-organisation 2', 'holder-individual 1']);
    expect(await axeViolations(page)).toEqual([]);
    await page.click('[data-likely=holder-organisation] button');
    await page.waitForFunction(() => document.querySelector('[data-likely=holder-organisation]') === null);
    expect(await likely()).toEqual(['filing-shown 1', 'on-hold 1', 'holder-individual 1']);
    await page.click('.undo button');
    await page.waitForSelector('[data-likely=holder-organisation]');
    await page.close();
  });

  further('a long text is kept beside the field, can be removed, and is added with what is typed', async () => {
    const page = await open();
    await beginPortfolio(page);
    const long = Array.from({ length: 3000 }, (_, at) => `held${at}.com`).join('\n');
    await page.waitForSelector('.intake textarea');
    const bring = (text: string) =>
      page.$eval(
        '.intake textarea',
        (area, value) => {
          const clipboardData = new DataTransfer();
          clipboardData.setData('text/plain', value);
          const paste = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true });
          return area.dispatchEvent(paste);
        },
        text,
      );
    expect(await bring('short.com'), 'a short text is the field’s own').toBe(true);
    const drop = (text: string) =>
      page.$eval(
        '.intake textarea',
        (area, value) => {
          (area as HTMLTextAreaElement).value = value;
          area.dispatchEvent(new Event('input', { bubbles: true }));
        },
        text,
      );
    for (let times = 0; times < 2; times++) {
      // Firefox keeps the data of a paste by a script empty.
      if (kind === 'firefox') await drop(long);
      else expect(await bring(long)).toBe(false);
      await page.waitForFunction(() => document.querySelector('.held')?.textContent?.includes('Lines: 3,000.'));
      expect(await axeViolations(page)).toEqual([]);
      if (times === 1) break;
      await page.click('.held button');
      await page.waitForFunction(() => document.querySelector('.held')?.textContent === '');
    }
    // Whatever else puts it there.
    await add(page, `more.com\n${long}`);
    await until(page, 3001);
    await page.click('.add-names');
    await page.waitForSelector('.intake textarea');
    expect(await page.$eval('.held', (held) => held.textContent)).toBe('');
    await page.close();
  });
});
