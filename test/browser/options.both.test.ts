import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect } from 'vitest';
import { ROOT, readFiles } from '../../src/cli/load-ruleset.ts';
import { writeRules } from '../../src/domain/ruleset/validation/ruleset-file.ts';
import type { Chromium } from '../support/browser/chromium.ts';
import { type Firefox, launchFirefox } from '../support/browser/firefox.ts';
import { answered, chooseFile, press, serveFixtures } from '../support/browser/fixtures.ts';
import { RUNS } from '../support/browser/kinds.ts';
import { borrowChromium } from '../support/browser/started.ts';
import { rules } from '../support/shipped-ruleset.ts';

const OPTIONS = 'src/entries/options/index.html';
const CONSOLE = 'https://console.huaweicloud.com/';
const OWN = 'names.private.example';

describe.each(RUNS)('the options in $kind', ({ kind, first, further }) => {
  const { serve } = serveFixtures({ 'console.huaweicloud.com': 'huawei-cloud', [OWN]: 'search' });
  let started: Chromium | Firefox;
  beforeAll(async () => {
    started =
      kind === 'chromium'
        ? await borrowChromium({ serve })
        : await launchFirefox({
            serve,
            // Nobody can press the browser's own prompt from outside: it counts as pressed.
            prefs: { 'extensions.webextOptionalPermissionPrompts': false },
          });
  });
  afterAll(async () => {
    await started?.close();
  });

  async function open(path = OPTIONS): Promise<Page> {
    const page = await started.openPage(path, 'main section');
    // A file that is saved is kept here, too.
    await page.evaluate(() => {
      const make = URL.createObjectURL;
      URL.createObjectURL = (blob: Blob) => {
        Object.assign(window, { saved: blob.text() });
        return make.call(URL, blob);
      };
    });
    return page;
  }

  const kept = (page: Page) => page.evaluate(() => chrome.storage.local.get(null));
  const keep = (page: Page, values: Record<string, unknown>) =>
    page.evaluate((given) => chrome.storage.local.set(given), values);
  const focused = (page: Page) => page.evaluate(() => document.activeElement?.textContent ?? '');
  const statusSays = (page: Page, section: string, text: string) =>
    page.waitForFunction(
      (selector, wanted) =>
        [...document.querySelectorAll(`${selector} [role=status]`)].some((one) => one.textContent?.includes(wanted)),
      {},
      section,
      text,
    );
  const undoSays = (page: Page, text: string) =>
    page.waitForFunction((wanted) => document.querySelector('.undo')?.textContent?.includes(wanted), {}, text);
  const cardsOn = async (address: string, count: number) => {
    const page = await started.open(address);
    if (count > 0) await page.waitForFunction(() => document.querySelector('[data-icp-filing-guide=card]') !== null);
    else {
      await answered(started);
      expect(await page.$('[data-icp-filing-guide=card]')).toBeNull();
    }
    await page.close();
  };

  further('every console has a switch: off means no hints there, and on again means hints', async () => {
    const page = await open();
    const sites = await page.$$eval('.consoles .switch', (all) => all.map((one) => (one as HTMLElement).dataset.site));
    // The others wait for the person's permission.
    const installed = await page.evaluate(() =>
      (chrome.runtime.getManifest().content_scripts ?? []).flatMap(({ matches }) => matches ?? []),
    );
    expect(sites.sort()).toEqual(
      rules.consoles
        .filter((one) => one.sites.some(({ host }) => installed.some((match) => match.includes(`/${host}/`))))
        .map((one) => one.id)
        .sort(),
    );
    await cardsOn(CONSOLE, 1);
    await page.bringToFront();
    await page.click('.consoles summary');
    await page.click('.consoles [data-site=huawei-cloud] input');
    await page.waitForFunction(
      (text) => document.querySelector('.consoles summary')?.textContent === text,
      {},
      `Consoles with hints: ${sites.length - 1} of ${sites.length}`,
    );
    // It is shown before it is stored.
    await expect.poll(() => kept(page)).toMatchObject({ 'hints.off.v1': { sites: ['huawei-cloud'] } });
    await cardsOn(CONSOLE, 0);
    await page.close();

    const again = await open();
    await again.click('.consoles summary');
    await again.click('.consoles [data-site=huawei-cloud] input');
    await expect.poll(() => kept(again)).toMatchObject({ 'hints.off.v1': { sites: [] } });
    await cardsOn(CONSOLE, 1);
    await again.close();
  });

  further('without hints at all, no other switch of hints can be set', async () => {
    const page = await open();
    await page.click('.hints .switch input');
    await expect.poll(() => kept(page)).toMatchObject({ 'hints.off.v1': { all: true } });
    const disabled = await page.$$eval('.kinds input, .consoles input', (all) =>
      all.every((one) => (one as HTMLInputElement).disabled),
    );
    expect(disabled).toBe(true);
    await cardsOn(CONSOLE, 0);
    await page.bringToFront();
    await page.click('.hints .switch input');
    await expect.poll(() => kept(page)).toMatchObject({ 'hints.off.v1': { all: false } });
    await page.close();
  });

  further('a site is added by its host or address, each wrong one with the reason, and taken away again', async () => {
    const page = await open();
    // In turn, so that each reason is a new one.
    for (const [typed, reason] of [
      ['', 'isn’t a hostname'],
      ['beian.aliyun.com', 'belongs to Alibaba Cloud'],
      ['not a host', 'isn’t a hostname'],
      ['beian.aliyun.com', 'belongs to Alibaba Cloud'],
      ['about:blank', 'isn’t a hostname'],
      ['beian.aliyun.com', 'belongs to Alibaba Cloud'],
    ] as const) {
      await page.$eval('.add input', (input) => {
        (input as HTMLInputElement).value = '';
      });
      if (typed !== '') await page.type('.add input', typed);
      await press(page, 'Add');
      await statusSays(page, '.added', reason);
    }
    await page.$eval('.add input', (input) => {
      (input as HTMLInputElement).value = '';
    });
    await page.type('.add input', `https://${OWN}/path?query`);
    if (kind === 'chromium') {
      // Here the prompt would stay open: what is asked for, and when, is looked at instead.
      await page.evaluate(() => {
        chrome.permissions.request = ((asked: chrome.permissions.Permissions) => {
          Object.assign(window, { asked: asked.origins, inTurn: navigator.userActivation.isActive });
          return Promise.resolve(false);
        }) as typeof chrome.permissions.request;
      });
      await page.keyboard.press('Enter');
      await statusSays(page, '.added', 'didn’t grant permission');
      const seen = () => ({ asked: Reflect.get(window, 'asked'), inTurn: Reflect.get(window, 'inTurn') });
      expect(await page.evaluate(seen)).toEqual({
        asked: [`https://${OWN}/*`],
        inTurn: true,
      });
      await page.close();
      return;
    }
    await page.keyboard.press('Enter');
    await statusSays(page, '.added', `are now shown on ${OWN}`);
    const site = await started.open(`https://${OWN}/`);
    await site.waitForSelector('[data-icp-filing-guide=chip]');
    await site.close();

    await page.bringToFront();
    await page.click(`.added [data-site="${OWN}"] input`);
    await expect.poll(() => kept(page)).toMatchObject({ 'hints.off.v1': { sites: [OWN] } });
    await press(page, `Remove ${OWN}`);
    await undoSays(page, 'removed');
    expect(await page.evaluate(() => chrome.permissions.getAll())).not.toMatchObject({
      origins: expect.arrayContaining([`https://${OWN}/*`]),
    });
    // Nothing is left in the list: the section is where the person goes on.
    await expect.poll(() => focused(page)).toBe('Page hints');
    // For ten seconds it can be had back, as it was: switched off.
    await press(page, 'Undo');
    await page.waitForSelector(`.added [data-site="${OWN}"] input:not(:checked)`);
    await press(page, `Remove ${OWN}`);
    await page.waitForFunction(() => document.querySelector('.added li') === null);

    // Added once more it is on, although it was off when it went.
    await page.type('.add input', OWN);
    await page.keyboard.press('Enter');
    await expect.poll(() => kept(page)).toMatchObject({ 'hints.off.v1': { sites: [] } });
    await press(page, `Remove ${OWN}`);
    await undoSays(page, 'removed');
    await page.close();
  });

  further('answers are forgotten one domain at a time, and the focus goes on to the next', async () => {
    const seed = await open();
    const one = { version: 1, answers: { realName: 'done' }, hosts: {} };
    await keep(seed, { 'case:a.com': one, 'case:b.com': one, 'case:xn--fsqu00a.xn--fiqs8s': one });
    await seed.close();
    const page = await open();
    expect(await page.$$eval('.answers li > span:first-child', (all) => all.map((item) => item.textContent))).toEqual([
      'a.com',
      'b.com',
      '例子.中国',
    ]);
    // At no time is the focus nowhere: a key pressed then would be lost.
    await page.evaluate(() => {
      const seen: string[] = [];
      Object.assign(window, { seen });
      new MutationObserver(() => seen.push(document.activeElement?.tagName ?? '')).observe(
        document.querySelector('.answers') as Node,
        { childList: true, subtree: true },
      );
    });
    await press(page, 'Clear answers for b.com');
    await undoSays(page, 'b.com');
    expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toContain('例子.中国');
    // Held down, the key goes on being pressed: it forgets one name, not all of them.
    await page.keyboard.down('Enter');
    await undoSays(page, '例子.中国');
    if (kind === 'chromium') for (let times = 0; times < 3; times++) await page.keyboard.down('Enter');
    await page.keyboard.up('Enter');
    expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toContain('a.com');
    await page.keyboard.press('Enter');
    await undoSays(page, 'a.com');
    expect(await focused(page)).toBe('Saved answers');
    const seen = await page.evaluate(() => (window as unknown as { seen: string[] }).seen);
    expect(seen.length).toBeGreaterThan(2);
    expect(seen).not.toContain('BODY');
    const cases = async () => Object.entries(await kept(page)).filter(([key]) => key.startsWith('case:'));
    expect(await cases()).toEqual([]);
    // The last of them comes back, with what was kept of it.
    await press(page, 'Undo');
    await page.waitForSelector('.answers li');
    expect(await cases()).toEqual([['case:a.com', one]]);
    await press(page, 'Clear answers for a.com');
    await expect.poll(cases).toEqual([]);
    await page.close();
  });

  first('all data: out, away after a question, and in again as it was', async () => {
    const portfolio = await started.openPage('src/entries/portfolio/index.html', 'main[data-rows]');
    await portfolio.type('.intake textarea', 'example.com example.cn');
    await portfolio.click('.intake button[type=submit]');
    await portfolio.waitForFunction(() => document.querySelector('main')?.dataset.save === 'saved');
    await portfolio.close();
    const page = await open();
    await keep(page, {
      profile: { version: 1, answers: { province: 'gd' }, hosts: {} },
      'case:example.com': { version: 1, answers: { registrar: 'godaddy' }, hosts: {} },
      'hints.v1': { aliyun: { tld: 'dismissed' } },
      'hints.off.v1': { all: false, kinds: ['pages'], sites: [] },
      'icon.v1': false,
    });
    await press(page, 'Export all');
    await statusSays(page, '.data', 'icp-filing-guide.json');
    const file = await page.evaluate(() => (window as unknown as { saved: Promise<string> }).saved);
    expect(JSON.parse(file)).toMatchObject({
      stored: { profile: { answers: { province: 'gd' } }, 'icon.v1': false },
      portfolios: [{ entries: [{ input: 'example.com' }, { input: 'example.cn' }] }],
    });

    // Escape is "no", and so is what has the focus first.
    await press(page, 'Erase all…');
    await page.waitForSelector('dialog[open]');
    expect(await page.$$eval('dialog li', (all) => all.map((one) => one.textContent))).toEqual([
      'Answers about you',
      'Domains with answers: 1',
      'Portfolios: 1 (2 domains)',
      'Hints you collapsed or hid: 1',
      'Settings: 2',
    ]);
    await page.keyboard.press('Escape');
    await page.waitForFunction(() => document.querySelector('dialog') === null);
    expect(await focused(page)).toBe('Erase all…');
    await page.keyboard.press('Enter');
    await page.waitForSelector('dialog[open]');
    await page.keyboard.press('Enter');
    await page.waitForFunction(() => document.querySelector('dialog') === null);
    expect(Object.keys(await kept(page))).toContain('profile');

    const whole = await kept(page);
    await press(page, 'Erase all…');
    await press(page, 'Erase all');
    await undoSays(page, 'All data erased');
    expect(await kept(page)).toEqual({});
    // Within ten seconds everything is as it was, the portfolio too.
    await press(page, 'Undo');
    await statusSays(page, '.data', 'Everything is back');
    expect(await focused(page)).toContain('Everything is back');
    expect(await kept(page)).toEqual(whole);
    await press(page, 'Erase all…');
    await page.waitForSelector('dialog[open]');
    expect(await page.$eval('dialog', (one) => one.textContent)).toContain('Portfolios: 1 (2 domains)');
    await press(page, 'Erase all');
    await undoSays(page, 'All data erased');
    expect(await kept(page)).toEqual({});
    await press(page, 'Erase all…');
    await page.waitForFunction(() => document.querySelector('dialog')?.textContent?.includes('No data.'));
    await page.keyboard.press('Escape');
    await page.waitForFunction(() => document.querySelector('dialog') === null);

    await chooseFile(page, file);
    await page.waitForSelector('.offer');
    expect(await focused(page)).toBe('This file contains');
    expect(await page.$$eval('.offer li', (all) => all.map((one) => one.textContent))).toContain(
      'Portfolios: 1 (2 domains)',
    );
    // Nothing is done before the person says so.
    expect(await kept(page)).toEqual({});
    await press(page, 'Don’t import');
    expect(await focused(page)).toBe('Import…');
    await chooseFile(page, file);
    await press(page, 'Import');
    await statusSays(page, '.data', 'Import complete');
    expect(await page.$eval('.you .field:has([value=gd]) select', (select) => select.value)).toBe('gd');
    await page.close();

    const again = await open();
    await press(again, 'Export all');
    await statusSays(again, '.data', 'icp-filing-guide.json');
    const second = await again.evaluate(() => (window as unknown as { saved: Promise<string> }).saved);
    expect(JSON.parse(second)).toEqual(JSON.parse(file));
    await again.close();
  });

  further('a file that is not sound changes nothing, or only what is: with the reasons', async () => {
    const page = await open();
    const before = await kept(page);
    await chooseFile(page, 'not json');
    await statusSays(page, '.data', 'isn’t JSON');
    await chooseFile(page, '{"some":"thing"}');
    await statusSays(page, '.data', 'isn’t a file from this extension');
    await chooseFile(page, '{"form":"icp-filing-guide/data/99"}');
    await statusSays(page, '.data', 'newer version');
    expect(await kept(page)).toEqual(before);
    const stored = {
      'case:sound.com': { version: 1, answers: { realName: 'done', registrar: 'nobody' }, hosts: {} },
      'language.v1': 'xx',
      unknown: 1,
    };
    await chooseFile(page, JSON.stringify({ form: 'icp-filing-guide/data/1', stored }));
    await page.waitForSelector('.offer');
    expect(await page.$$eval('.refused li', (all) => all.map((one) => one.textContent))).toEqual([
      'sound.com: imported except for invalid parts: registrar',
      'Language: unreadable',
      'unknown: not supported by this version',
    ]);
    await press(page, 'Import');
    await statusSays(page, '.data', 'Import complete');
    expect(await kept(page)).toEqual({
      ...before,
      'case:sound.com': { version: 1, answers: { realName: 'done' }, hosts: {} },
    });
    await page.close();
  });

  further(
    'rules from a file: refused with all reasons, used everywhere once they are sound, and back with one press',
    async () => {
      const files = readFiles();
      const dated = (date: string, more: object = {}) => writeRules({ ...files, ...more, 'stamp.json': { date } });
      const page = await open();
      const inUse = () => page.$eval('[data-rules]', (one) => (one as HTMLElement).dataset.rules);
      const reasons = () => page.$$eval('.rules .refused li', (all) => all.map((one) => one.textContent ?? ''));
      await chooseFile(page, 'not json', '.rules');
      await statusSays(page, '.rules', 'data.json wasn’t loaded. Reasons: 1');
      await chooseFile(page, dated('2020-01-01'), '.rules');
      await page.waitForFunction(() => document.querySelector('.rules .refused')?.textContent?.includes('2020-01-01'));
      expect(await reasons()).toEqual([
        `stamp.json date: expected rules of ${rules.stamp.date} or later, found 2020-01-01`,
      ]);
      await chooseFile(page, dated('2026-13-01', { 'special-use.json': [{ name: 'A B', cites: [] }] }), '.rules');
      await statusSays(page, '.rules', 'Reasons: 3');
      expect(new Set((await reasons()).map((line) => line.split(' ')[0]))).toEqual(
        new Set(['special-use.json', 'stamp.json']),
      );
      expect(await inUse()).toBe('built-in');
      expect(await kept(page)).not.toHaveProperty(['rules.v1']);

      await chooseFile(page, dated(rules.stamp.date), '.rules');
      await page.waitForSelector('[data-rules=loaded]');
      const popup = await started.openPopup('example.com');
      expect(await popup.$eval('footer', (one) => one.textContent)).toContain('From a loaded rules file');
      await popup.close();
      await page.bringToFront();
      await press(page, 'Use the built-in rules');
      await page.waitForSelector('[data-rules=built-in]');
      const after = await started.openPopup('example.com');
      expect(await after.$eval('footer', (one) => one.textContent)).not.toContain('From a loaded rules file');
      await after.close();
      await page.close();
    },
  );

  further(
    'rules that lie in storage, where a page might have put them, are not used: the options say so, and ask for the file',
    async () => {
      const planted = {
        form: 'icp-filing-guide/rules/1',
        files: { ...readFiles(), 'stamp.json': { date: rules.stamp.date } },
      };
      await started.evaluate((value) => chrome.storage.local.set({ 'rules.v1': value }), planted);
      const popup = await started.openPopup('example.com');
      expect(await popup.$eval('footer', (one) => one.textContent)).not.toContain('From a loaded rules file');
      await popup.close();
      const page = await open();
      expect(await page.$eval('.rules .notice', (one) => one.textContent)).toContain('Load the file again');
      expect(await page.$eval('[data-rules]', (one) => (one as HTMLElement).dataset.rules)).toBe('built-in');
      await press(page, 'Use the built-in rules');
      await page.waitForFunction(() => document.querySelector('.rules .notice') === null);
      expect(await kept(page)).not.toHaveProperty(['rules.v1']);
      await page.close();
    },
  );

  first('a search leaves what it is about, and says where there is nothing', async () => {
    const page = await open();
    const inSight = () =>
      page.$$eval('.set', (all) => all.filter((one) => (one as HTMLElement).checkVisibility()).length);
    const all = await inSight();
    const said = () => page.$eval('.find [role=status]', (one) => one.textContent);
    await page.type('.find input', 'ERASE every');
    await expect.poll(said).toBe('1 result');
    expect(await inSight()).toBe(1);
    expect(await page.$eval('.data .set:not([hidden])', (one) => one.textContent)).toContain('Erase everything');
    const search = async (words: string) => {
      await page.$eval('.find input', (field) => {
        field.value = '';
      });
      await page.type('.find input', words);
    };
    // One console of many is in sight by its host, and its switch works.
    await search('console.huaweicloud.com');
    await expect
      .poll(() => page.$$eval('.consoles .switch', (some) => some.filter((one) => one.checkVisibility()).length))
      .toBe(1);
    await search('nothing of the kind');
    await expect.poll(said).toContain('nothing of the kind');
    expect(await inSight()).toBe(0);
    await page.focus('.find input');
    await page.keyboard.press('Escape');
    await page.waitForFunction(
      (count) => [...document.querySelectorAll('.set:not([hidden])')].length === count,
      {},
      all,
    );
    await page.close();
  });

  first('the language changes in place; the focus stays on its choice', async () => {
    const page = await open();
    await page.focus('.language select');
    await page.select('.language select', 'zh_CN');
    await page.waitForFunction(() => document.documentElement.lang === 'zh-CN');
    await page.waitForFunction(() => document.querySelector('h1')?.textContent?.includes('选项'));
    expect(await page.evaluate(() => document.activeElement?.closest('section')?.id)).toBe('appearance');
    await page.select('.language select', '');
    await page.waitForFunction(() => document.documentElement.lang === 'en');
    await page.close();
  });

  further('about: every source with its link and date, and the licence of every package that is in it', async () => {
    const page = await open();
    await page.click('.all-sources summary');
    const links = await page.$$eval('.all-sources li', (all) =>
      all.map((one) => [one.querySelector('a')?.getAttribute('href'), /\d{4}/.test(one.textContent ?? '')]),
    );
    expect(links).toEqual(rules.sources.map((source) => [source.url, true]));
    await page.waitForSelector('.all-licences');
    const packages = await page.$$eval('.all-licences tbody tr', (rows) =>
      rows.map((row) => [...row.children].map((cell) => cell.textContent)),
    );
    const { devDependencies } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
    const bundled = ['preact', 'webextension-polyfill', 'psl', 'minisearch', 'papaparse', 'read-excel-file', 'idb'];
    for (const name of bundled)
      expect(packages).toContainEqual([name, devDependencies[name], expect.stringMatching(/^[A-Z]/)]);
    expect(packages.length).toBeGreaterThan(bundled.length);
    const text = readFileSync(join(ROOT, `dist/${kind === 'chromium' ? 'chrome' : 'firefox'}/licences.txt`), 'utf8');
    for (const [name, version, licence] of packages) {
      const entry = text.split(`${name} ${version} (${licence})\n`)[1];
      // This one asks where the sources are.
      if (licence === 'MPL-2.0') expect(entry).toMatch(/^\nUnder .*\nIts source code: https:/);
      else expect(entry).toBeDefined();
    }
    await page.close();
  });

  further('facts: found by words, disputed ones with both sides, all of a list on demand', async () => {
    const page = await open('src/entries/facts/index.html');
    const shown = (list: string) => page.$$eval(`#${list} .lines > li`, (all) => all.length);
    expect(await shown('suffixes')).toBeLessThan(rules.suffixes.length);
    await page.focus('#suffixes .panel > .actions button');
    await page.keyboard.press('Enter');
    await page.waitForFunction(() => document.querySelector('#suffixes .panel > .actions') === null);
    expect(await shown('suffixes')).toBe(rules.suffixes.length);
    // The button is gone; its place is taken by what it brought.
    expect(await page.evaluate(() => document.activeElement?.localName)).toBe('li');

    // In one go: each letter draws all lists anew.
    const search = (words: string) =>
      page.$eval(
        'input[type=search]',
        (input, text) => {
          (input as HTMLInputElement).value = text;
          input.dispatchEvent(new Event('input', { bubbles: true }));
        },
        words,
      );
    await search('.me ');
    await page.waitForFunction(() => document.querySelector('#registrars .lines')?.children.length === 0);
    await search('Sources disagree');
    const sides = () =>
      page.$$eval('#suffixes .lines > li', (all) => all.map((one) => one.querySelectorAll('.side').length));
    await expect.poll(sides).toSatisfy((all: number[]) => all.length > 3 && all.every((count) => count > 1));
    await page.close();
  });
});
