/**
 * From the click on the toolbar icon to the verdict on the screen, against the same for a popup of
 * the same size in which Preact draws a single word. Both extensions are loaded in one browser and
 * clicked in turn.
 */
import puppeteer, { type Browser, type CDPSession } from 'puppeteer-core';
import { emptyExtension } from './empty-extension.ts';
import { fixed, type Line, median } from './figures.ts';

const ROUNDS = 15;
const ADDRESS = 'https://shop.example.com.cn/';

interface Clicked {
  readonly browser: Browser;
  readonly cdp: CDPSession;
  /** The tab that is clicked on. */
  readonly tab: string;
}

/**
 * Milliseconds from the click until the popup's first content is painted: until then it is blank.
 */
async function click({ browser, cdp, tab }: Clicked, id: string): Promise<number> {
  const own = `chrome-extension://${id}/`;
  const opened = browser.waitForTarget((target) => target.url().startsWith(own) && target.url().includes('popup'));
  const began = performance.timeOrigin + performance.now();
  await cdp.send('Extensions.triggerAction', { id, targetId: tab });
  const popup = await (await opened).asPage();
  const painted = await popup.evaluate(
    () =>
      new Promise<number>((resolve) => {
        new PerformanceObserver((list) => {
          const [first] = list.getEntriesByName('first-contentful-paint');
          if (first) resolve(performance.timeOrigin + first.startTime);
        }).observe({ type: 'paint', buffered: true });
      }),
  );
  await popup.close();
  return painted - began;
}

/** Ends both workers and waits until their processes are gone. */
async function cool({ browser, cdp }: Clicked, renderers: number): Promise<void> {
  for (const target of browser.targets().filter((one) => one.type() === 'service_worker'))
    await target.worker().then((worker) => worker?.close());
  while ((await countRenderers(cdp)) > renderers) await new Promise((resolve) => setTimeout(resolve, 50));
}

async function countRenderers(cdp: CDPSession): Promise<number> {
  const { processInfo } = await cdp.send('SystemInfo.getProcessInfo');
  return processInfo.filter((one) => one.type === 'renderer').length;
}

/** Returns lines for the table. */
export async function popupLines(executablePath: string, extension: string): Promise<Line[]> {
  const browser = await puppeteer.launch({
    executablePath,
    headless: true,
    pipe: true,
    enableExtensions: [extension, await emptyExtension()],
    args: [
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      '--disable-gpu',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
  try {
    const cdp = await browser.target().createCDPSession();
    const welcome = await browser.waitForTarget((target) => target.url().includes('/src/entries/welcome/'));
    await (await welcome.page())?.close();
    const own = new URL(welcome.url()).host;
    const isWorker = (host: (id: string) => boolean) =>
      browser.waitForTarget((target) => target.type() === 'service_worker' && host(new URL(target.url()).host));
    const empty = new URL((await isWorker((id) => id !== own)).url()).host;
    const page = await browser.newPage();
    await page.setRequestInterception(true);
    page.on('request', (request) => void request.respond({ contentType: 'text/html', body: '<h1>A page</h1>' }));
    await page.goto(ADDRESS);
    const { targetInfos } = await cdp.send('Target.getTargets', { filter: [{ type: 'tab' }] });
    const tab = targetInfos.find((info) => info.url === ADDRESS)?.targetId;
    if (tab === undefined) throw new Error('The tab to click on is not there.');
    const clicked = { browser, cdp, tab };

    const warm = await rounds(clicked, own, empty, async () => {});
    for (const target of browser.targets().filter((one) => one.type() === 'service_worker'))
      await target.worker().then((worker) => worker?.close());
    // Without both extensions' processes: what is left is the pages'.
    let renderers = await countRenderers(cdp);
    for (let still = 0; still < 40; still++) {
      await new Promise((resolve) => setTimeout(resolve, 50));
      const now = await countRenderers(cdp);
      if (now < renderers) still = 0;
      renderers = now;
    }
    const cold = await rounds(clicked, own, empty, () => cool(clicked, renderers));
    return [
      {
        what: 'Click to verdict painted ÷ empty popup, process warm',
        value: fixed(warm.ours / warm.empty),
        goal: '≤ 1.10',
      },
      { what: '  ours, empty', value: `${fixed(warm.ours, 0)}, ${fixed(warm.empty, 0)} ms` },
      {
        what: 'Click to verdict painted ÷ empty popup, process cold',
        value: fixed(cold.ours / cold.empty),
        goal: '≤ 1.15',
      },
      { what: '  ours, empty', value: `${fixed(cold.ours, 0)}, ${fixed(cold.empty, 0)} ms` },
    ];
  } finally {
    await browser.close();
  }
}

async function rounds(
  clicked: Clicked,
  own: string,
  empty: string,
  before: () => Promise<void>,
): Promise<{ ours: number; empty: number }> {
  const measured: { ours: number; empty: number }[] = [];
  for (let round = 0; round < ROUNDS + 2; round++) {
    await before();
    const ours = await click(clicked, own);
    await before();
    const nothing = await click(clicked, empty);
    // The first rounds warm the browser up.
    if (round >= 2) measured.push({ ours, empty: nothing });
  }
  return { ours: median(measured.map((one) => one.ours)), empty: median(measured.map((one) => one.empty)) };
}
