/**
 * Three people from the installation to the answer that they came for, by what they click: a
 * foreign team, somebody who files for the first time, and an agency.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterEach, describe, expect, test } from 'vitest';
import { addDays, dayOf } from '../../src/domain/common/days.ts';
import { recordDays } from '../../src/domain/eligibility/checks/real-name-recorded.ts';
import { createEngine } from '../../src/domain/eligibility/engine.ts';
import { type Chromium, launchChromium } from '../support/browser/chromium.ts';
import { storedIn } from '../support/browser/fixtures.ts';
import { untilOutcome } from '../support/browser/outcomes.ts';
import { clickToClose } from '../support/browser/panel.ts';
import { until } from '../support/browser/portfolio.ts';
import type { Serve } from '../support/browser/served-pages.ts';
import { borrowChromium } from '../support/browser/started.ts';
import { rules } from '../support/shipped-ruleset.ts';

const html = (lang: string, body: string, title = 'Page') => ({
  body: `<!doctype html><html lang="${lang}"><head><meta charset="utf-8"><title>${title}</title><link rel="icon" href="data:,"></head><body>${body}</body></html>`,
});

/** A person who counts what they click, and types nothing that is not counted as well. */
class Person {
  clicks = 0;
  keys = 0;

  async click(page: Page, selector: string): Promise<void> {
    const target = await page.waitForSelector(selector, { visible: true });
    await target?.click();
    this.clicks++;
  }

  /** Clicks what closes its page. */
  async leave(page: Page, selector: string): Promise<void> {
    await clickToClose(page, selector);
    this.clicks++;
  }

  async icon(chromium: Chromium, page: Page): Promise<Page> {
    const popup = await chromium.clickIcon(page);
    this.clicks++;
    return popup;
  }

  async type(page: Page, selector: string, text: string): Promise<void> {
    await page.type(selector, text);
    this.keys += text.length;
  }
}

describe('from the installation to the answer', () => {
  let chromium: Chromium | undefined;
  let folder: string | undefined;
  afterEach(async () => {
    await chromium?.close();
    if (folder !== undefined) rmSync(folder, { recursive: true, force: true });
  });

  interface Begun {
    readonly started: Chromium;
    /** The page that welcomes. */
    readonly welcome: Page;
  }

  /** Installs the extension, in Chinese. */
  async function install(serve: Serve): Promise<Begun> {
    const started = await launchChromium({ language: 'zh-CN', serve, welcomed: false });
    chromium = started;
    const target = await started.browser.waitForTarget((one) => one.url().includes('/welcome/'));
    const welcome = await target.asPage();
    await welcome.waitForSelector('.hero');
    return { started, welcome };
  }

  /** The same in English, in a browser where nothing was done yet. */
  async function begin(serve: Serve): Promise<Begun> {
    const started = await borrowChromium({ serve });
    chromium = started;
    return { started, welcome: await started.openPage('src/entries/welcome/index.html', '.hero') };
  }

  test('a foreign team, whose record was looked up: “change the registrar” in at most three clicks, nothing typed', async () => {
    const { started, welcome } = await begin((url) =>
      url.hostname === 'who.is'
        ? html(
            'en',
            '<h1>brand-of-ours.com</h1><table><tr><td>Domain Name</td><td>brand-of-ours.com</td></tr><tr><td>Registrar</td><td>GoDaddy.com, LLC</td></tr><tr><td>Registrar IANA ID</td><td>146</td></tr><tr><td>Creation Date</td><td>2015-03-02</td></tr><tr><td>Registry Expiry Date</td><td>2098-03-02</td></tr></table>',
            'brand-of-ours.com WHOIS',
          )
        : html('en', '<h1>Our brand</h1>'),
    );
    const person = new Person();
    await person.leave(welcome, '.skip');
    const record = await started.open('https://who.is/whois/brand-of-ours.com');
    const looked = await person.icon(started, record);
    await untilOutcome(looked, 'registrar-licensed', 'fail');
    // The browser may close a popup before what it wrote is kept; no person is as quick as that.
    await expect.poll(async () => Object.keys(await storedIn(started))).toContain('case:brand-of-ours.com');
    await looked.close();
    const site = await started.open('https://www.brand-of-ours.com/');
    const popup = await person.icon(started, site);
    await untilOutcome(popup, 'registrar-licensed', 'fail');
    expect(await popup.$eval('[data-part=headline]', (line) => line.textContent)).toBe('Not yet: change the registrar');
    expect(await popup.$eval('.plan', (plan) => plan.textContent)).toContain('Transfer');
    expect(person.clicks).toBeLessThanOrEqual(3);
    expect(person.keys).toBe(0);
  });

  test('somebody who files for the first time: what the message means without a click, the date in at most two', async () => {
    const { started, welcome } = await install(() =>
      html('zh-CN', '<form><label>域名 <input value="myname.top"></label></form><p>域名未入库</p>'),
    );
    const person = new Person();
    await person.leave(welcome, '.skip');
    const form = await started.open('https://beian.aliyun.com/order');
    await form.waitForSelector('[data-icp-filing-guide=card]');
    const beforeMessage = person.clicks;
    const popup = await person.icon(started, form);
    // It is about the message and the name in the form, and not about the console's own name.
    await popup.waitForSelector('main[data-situation=console][data-page=read] [data-message]');
    expect(await popup.$eval('h1', (title) => title.textContent)).not.toContain('aliyun.com');
    expect(await popup.$eval('[data-message] q', (message) => message.textContent)).toBe('域名未入库');
    // Nothing on the page tells when the domain was verified.
    await person.click(popup, '[data-asks=realNameOn] [data-value="1"]');
    const { from, sure } = recordDays(addDays(dayOf(new Date()), -1), createEngine(rules).facts);
    const said = await popup.$eval('[data-part=submit-from]', (line) => line.textContent);
    expect(said).toContain(from);
    expect(said).toContain(sure);
    expect(person.clicks - beforeMessage).toBeLessThanOrEqual(2);
    // It is the domain's from now on.
    await expect
      .poll(async () => JSON.stringify(await storedIn(started)))
      .toContain(`"realNameOn":"${addDays(dayOf(new Date()), -1)}"`);
    await person.click(popup, '[data-name="myname.top"]');
    await popup.waitForSelector('main[data-host="myname.top"]');
    // The console knows who its registrar is.
    await untilOutcome(popup, 'suffix-approved', 'pass');
    await untilOutcome(popup, 'real-name-recorded', 'fail');
    expect(await popup.$eval('main', (main) => main.textContent)).toContain(sure);
    expect(person.keys).toBe(0);
  });

  test('an agency: from the export to the list of names that must move in at most four clicks', async () => {
    const { started, welcome } = await begin(() => null);
    folder = mkdtempSync(join(tmpdir(), 'icp-filing-guide-'));
    const file = join(folder, 'export.csv');
    const names = Array.from(
      { length: 200 },
      (_, index) => `brand-${index}.com,${index % 4 === 0 ? 'GoDaddy' : 'Alibaba Cloud'},2099-01-12`,
    );
    writeFileSync(file, ['Domain,Registrar,Expiry Date', ...names].join('\n'));
    const person = new Person();
    const opened = started.browser.waitForTarget((target) => target.url().includes('/portfolio/'));
    await person.click(welcome, '[data-opens=portfolio]');
    const page = await (await opened).asPage();
    await page.waitForSelector('main[data-rows]');
    const chooser = page.waitForFileChooser();
    await person.click(page, '.intake .file.main');
    await (await chooser).accept([file]);
    await until(page, 200);
    await person.click(page, '[data-fix=move-registrar]');
    await page.waitForFunction(() => document.querySelector('main')?.dataset.shown === '50');
    expect(await page.$eval('[data-fix=move-registrar] small', (line) => line.textContent)).toBe('GoDaddy 50');
    await page.evaluate(() => {
      navigator.clipboard.writeText = async (text) => void Object.assign(window, { copied: text });
    });
    await person.click(page, '.todo .all button:last-child');
    await page.waitForFunction(() => 'copied' in window);
    const copied = await page.evaluate(() => String(Reflect.get(window, 'copied')).split('\n'));
    expect(copied).toHaveLength(50);
    expect(copied.slice(0, 2)).toEqual(['brand-0.com', 'brand-4.com']);
    expect(person.clicks).toBeLessThanOrEqual(4);
    expect(person.keys).toBe(0);
  });
});
