/**
 * What the inline hints cost a page, against a bare walk over its text; memory of a console's tab
 * and of the worker.
 */
import type { Page } from 'puppeteer-core';
import type { Chromium } from '../../test/support/browser/chromium.ts';
import type { Serve } from '../../test/support/browser/served-pages.ts';
import { fixed, type Line, median, roundsOf } from './figures.ts';

const NODES = 50_000;
const ROUNDS = 5;
/** Rows are added in as many of them: before that, all that is looked at once more has to pass. */
const WITH_ROWS = 3;
const LONGEST = 90_000;
const CONSOLE = 'https://wanwang.aliyun.com/domain/bench';
const EMPTY = 'https://wanwang.aliyun.com/domain/empty';

const rows = Array.from({ length: NODES }, (_, index) => `<li>row ${index} of a long list</li>`).join('');
export const serve: Serve = (url) => ({
  body: `<!doctype html><meta charset="utf-8"><title>Bench</title><link rel="icon" href="data:,"><ul>${url.pathname === new URL(CONSOLE).pathname ? rows : ''}</ul><div id="late"></div>`,
});

/** Rows that are added one at a time, each read in a pass of its own. */
const ADDED = 10;

interface Round {
  /** Milliseconds of the bare walk over the page's text, in the page's own world. */
  readonly walk: number;
  /**
   * Milliseconds of script by the extension until the page was read; the same on a page without
   * rows.
   */
  readonly scan: number;
  readonly start: number;
  /** The longest time that the extension's script held the main thread while the page was read. */
  readonly longest: number;
  /** Milliseconds of script by the extension for each row that was added; null where none was. */
  readonly row: number | null;
}

/**
 * Script time in the page, the extension's if not said otherwise, as the browser's own timeline has
 * it: processor time, as others may use the machine, too.
 */
async function traced(
  page: Page,
  run: () => Promise<unknown>,
  origin = 'chrome-extension:',
): Promise<{ total: number; longest: number }> {
  await page.tracing.start({ categories: ['devtools.timeline'] });
  await run();
  const trace = await page.tracing.stop();
  if (trace === undefined) throw new Error('The browser recorded no timeline.');
  const { traceEvents } = JSON.parse(Buffer.from(trace).toString('utf8')) as { traceEvents: readonly TraceEvent[] };
  const events = traceEvents
    .filter(({ name, args }) => /^(?:FunctionCall|EvaluateScript)$/.test(name) && args?.data?.url?.startsWith(origin))
    .sort((a, b) => a.ts - b.ts);
  let total = 0;
  let longest = 0;
  let end = 0;
  for (const { ts, dur = 0, tdur = 0 } of events) {
    // Calls within calls count once.
    if (ts < end) continue;
    end = ts + dur;
    total += tdur / 1000;
    longest = Math.max(longest, tdur / 1000);
  }
  return { total, longest };
}

interface TraceEvent {
  readonly name: string;
  /** Microseconds. */
  readonly ts: number;
  readonly dur?: number;
  /** Of them, those in which the thread ran. */
  readonly tdur?: number;
  readonly args?: { readonly data?: { readonly url?: string } };
}

/** Returns the milliseconds of script by the extension for a row that is added to a page. */
async function timeOfRow(page: Page): Promise<number> {
  // Until nothing is looked at again after loading.
  await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 9000)));
  const { total } = await traced(page, () =>
    page.evaluate(async (count) => {
      for (let index = 0; index < count; index++) {
        const row = document.createElement('li');
        row.textContent = `row ${index} that came late`;
        document.querySelector('ul')?.append(row);
        await new Promise((resolve) => setTimeout(resolve, 300));
      }
    }, ADDED),
  );
  return total / ADDED;
}

async function round(chromium: Chromium, addsRows: boolean): Promise<Round> {
  // One that was used before keeps pages of this size, and each round takes longer than the last.
  const page = await openTab(chromium);
  // The hints are in place when a name at the page's end has its chip.
  const open = (address: string) =>
    traced(page, async () => {
      await page.goto(address);
      await addRow(page, 'first.io');
      await page.waitForSelector('[data-icp-filing-guide=chip][data-name="first.io"]');
    });
  const empty = await open(EMPTY);
  const full = await open(CONSOLE);
  const row = addsRows ? await timeOfRow(page) : null;
  // In a timer of the page: what is evaluated from outside is not in the timeline.
  const walk = () =>
    new Promise((resolve) =>
      setTimeout(() => {
        const walker = document.createTreeWalker(document, NodeFilter.SHOW_TEXT);
        let length = 0;
        while (walker.nextNode()) length += walker.currentNode.nodeValue?.length ?? 0;
        resolve(length);
      }),
    );
  const { total } = await traced(page, () => page.evaluate(walk), 'pptr:');
  await page.close();
  return {
    walk: total,
    scan: full.total - empty.total,
    start: empty.total,
    longest: full.longest,
    row,
  };
}

function addRow(page: Page, name: string): Promise<void> {
  return page.evaluate((text) => {
    const row = document.createElement('p');
    row.textContent = text;
    document.querySelector('#late')?.append(row);
    // Only what is near what is seen has a chip.
    row.scrollIntoView();
  }, name);
}

/** Returns lines for the table. */
export async function pageLines(chromium: Chromium): Promise<Line[]> {
  const measured = await roundsOf('page', ROUNDS, (index) => round(chromium, index > ROUNDS - WITH_ROWS));
  const of = (key: keyof Round) => median(measured.flatMap((one) => one[key] ?? []));
  const lines: Line[] = [
    { what: `First scan of ${NODES} text nodes ÷ bare TreeWalker`, value: fixed(of('scan') / of('walk')), goal: '≤ 2' },
    { what: '  scan, bare walk', value: `${fixed(of('scan'), 1)}, ${fixed(of('walk'), 1)} ms` },
    { what: '  start on a page without rows', value: `${fixed(of('start'), 1)} ms` },
    { what: 'Longest time that a slice held the main thread', value: `${fixed(of('longest'), 1)} ms`, goal: '≤ 8' },
    { what: 'One row added ÷ first scan', value: `${fixed((100 * of('row')) / of('scan'))} %`, goal: '≤ 1 %' },
    ...(await memory(chromium)),
  ];
  return lines;
}

async function openTab(chromium: Chromium): Promise<Page> {
  const page = await chromium.open('https://www.example.com/');
  // Behind another tab timers come once a second, later once a minute.
  await page.bringToFront();
  // A machine that does other things takes its time to lay such a page out.
  page.setDefaultTimeout(LONGEST);
  return page;
}

/**
 * Script memory of a tab with hints and of the same page where there are none, and of the worker.
 */
async function memory(chromium: Chromium): Promise<Line[]> {
  const used = async (address: string) => {
    const page = await openTab(chromium);
    await page.goto(address);
    await addRow(page, 'first.io');
    if (address === CONSOLE) await page.waitForSelector('[data-icp-filing-guide=chip][data-name="first.io"]');
    const session = await page.createCDPSession();
    await session.send('HeapProfiler.collectGarbage');
    const { usedSize } = await session.send('Runtime.getHeapUsage');
    await page.close();
    return usedSize / 1e6;
  };
  const without = await used(CONSOLE.replace('wanwang.aliyun.com', 'www.example.org'));
  const withHints = await used(CONSOLE);
  return [
    { what: 'Memory of a tab with hints ÷ the same page without', value: fixed(withHints / without) },
    { what: '  with, without', value: `${fixed(withHints, 1)}, ${fixed(without, 1)} MB` },
    { what: 'Memory of the worker after an answer', value: `${fixed((await chromium.workerMemory()) / 1e6, 1)} MB` },
  ];
}
