/**
 * `npm run bench`: what the inline hints cost a page, in real Chromium, as ratios within the same run. Medians of
 * interleaved rounds. Nothing here asserts: how to read it is in docs/performance.md.
 */
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import psl from 'psl';
import type { Page } from 'puppeteer-core';
import { build } from '../build/build.ts';
import { loadRules, ROOT } from '../build/load.ts';
import { createEngine } from '../engine.ts';
import { requireBrowser } from './browsers.ts';
import { launchChromium } from './chromium.ts';
import type { Serve } from './pages.ts';

const NODES = 50_000;
const HOSTS = 100_000;
const ROUNDS = 7;
const CONSOLE = 'https://wanwang.aliyun.com/domain/bench';
const EMPTY = 'https://wanwang.aliyun.com/domain/empty';

const rows = Array.from({ length: NODES }, (_, index) => `<li>row ${index} of a long list</li>`).join('');
const serve: Serve = (url) => ({
  body: `<!doctype html><meta charset="utf-8"><title>Bench</title><link rel="icon" href="data:,"><ul>${url.href === CONSOLE ? rows : ''}</ul><div id="late"></div>`,
});

/** Rows that are added one at a time, each read in a pass of its own. */
const ADDED = 20;

interface Round {
  /** Milliseconds of the bare walk over the page's text. */
  readonly walk: number;
  /** Milliseconds of script by the extension until the page was read; the same on a page without rows. */
  readonly scan: number;
  readonly start: number;
  /** The longest time that the extension's script held the main thread while the page was read. */
  readonly longest: number;
  /** Milliseconds of script by the extension for each row that was added. */
  readonly row: number;
}

/** Script time of the extension in the page, as the browser's own timeline has it. */
async function traced(page: Page, run: () => Promise<void>): Promise<{ total: number; longest: number }> {
  await page.tracing.start({ categories: ['devtools.timeline'] });
  await run();
  const trace = await page.tracing.stop();
  if (trace === undefined) throw new Error('The browser recorded no timeline.');
  const { traceEvents } = JSON.parse(Buffer.from(trace).toString('utf8')) as { traceEvents: readonly TraceEvent[] };
  const ours = traceEvents
    .filter(({ name, args }) => /^(?:FunctionCall|EvaluateScript)$/.test(name) && isOurs(args?.data?.url))
    .sort((a, b) => a.ts - b.ts);
  let total = 0;
  let longest = 0;
  let end = 0;
  for (const { ts, dur = 0 } of ours) {
    // Calls within calls count once.
    if (ts < end) continue;
    end = ts + dur;
    total += dur / 1000;
    longest = Math.max(longest, dur / 1000);
  }
  return { total, longest };
}

interface TraceEvent {
  readonly name: string;
  /** Microseconds. */
  readonly ts: number;
  readonly dur?: number;
  readonly args?: { readonly data?: { readonly url?: string } };
}

function isOurs(url: string | undefined): boolean {
  return url?.startsWith('chrome-extension:') === true;
}

async function round(page: Page): Promise<Round> {
  // The hints are in place when a name at the page's end has its chip.
  const open = (address: string) =>
    traced(page, async () => {
      await page.goto(address);
      await addRow(page, 'first.io');
      await page.waitForSelector('icp-filing-guide-chip[data-name="first.io"]');
    });
  const empty = await open(EMPTY);
  const full = await open(CONSOLE);
  // Until nothing is looked at again after loading.
  await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 9000)));
  const rows = await traced(page, () =>
    page.evaluate(async (count) => {
      for (let index = 0; index < count; index++) {
        const row = document.createElement('li');
        row.textContent = `row ${index} that came late`;
        document.querySelector('ul')?.append(row);
        await new Promise((resolve) => setTimeout(resolve, 300));
      }
    }, ADDED),
  );
  const walk = await page.evaluate(() => {
    const began = performance.now();
    const walker = document.createTreeWalker(document, NodeFilter.SHOW_TEXT);
    let length = 0;
    while (walker.nextNode()) length += walker.currentNode.nodeValue?.length ?? 0;
    return length > 0 ? performance.now() - began : 0;
  });
  return {
    walk,
    scan: full.total - empty.total,
    start: empty.total,
    longest: full.longest,
    row: rows.total / ADDED,
  };
}

function addRow(page: Page, name: string): Promise<void> {
  return page.evaluate((text) => {
    const row = document.createElement('p');
    row.textContent = text;
    document.querySelector('#late')?.append(row);
  }, name);
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}

/**
 * Scrolls the portfolio's table of many rows by a page a frame. Out: milliseconds between frames (median, 95th of 100), the
 * same for scrolling an empty box, and seconds until all rows were judged and planned.
 */
async function table(): Promise<{ frame: number; late: number; empty: number; read: number }> {
  const page = await chromium.openPage('src/portfolio/index.html', 'main[data-rows]');
  const names = Array.from({ length: HOSTS }, (_, index) => `${index % 3 ? 'www.' : ''}name${index}.com`).join('\n');
  const began = performance.now();
  await page.$eval(
    '.intake textarea',
    (area, text) => {
      area.value = text;
      area.dispatchEvent(new Event('input', { bubbles: true }));
    },
    names,
  );
  await page.click('.intake button[type=submit]');
  await page.waitForFunction(
    (count) => document.querySelector('main')?.dataset.shown === String(count),
    { timeout: 120_000, polling: 100 },
    HOSTS,
  );
  const read = (performance.now() - began) / 1000;
  const frames = (selector: string) =>
    page.$eval(selector, async (box) => {
      const gaps: number[] = [];
      let last = await new Promise<number>(requestAnimationFrame);
      for (let frame = 0; frame < 200; frame++) {
        box.scrollTop += 400;
        const now = await new Promise<number>(requestAnimationFrame);
        gaps.push(now - last);
        last = now;
      }
      return gaps.sort((a, b) => a - b);
    });
  await page.evaluate(() => {
    const box = document.createElement('div');
    box.id = 'empty-box';
    Object.assign(box.style, { height: '420px', overflow: 'auto' });
    const inner = document.createElement('div');
    inner.style.height = '3200000px';
    box.append(inner);
    document.body.append(box);
  });
  const empty = await frames('#empty-box');
  const gaps = await frames('.grid .rows');
  await page.close();
  return { frame: median(gaps), late: gaps[Math.floor(gaps.length * 0.95)] ?? 0, empty: median(empty), read };
}

/** Milliseconds for verdicts on many hosts, and for `psl` alone on the same. */
function verdicts(): { ask: number; psl: number } {
  const suffixes = ['com', 'cn', 'com.cn', 'io', 'xyz', 'xn--fiqs8s', 'co.uk', 'net', 'top', 'github.io'];
  const hosts = Array.from(
    { length: HOSTS },
    (_, index) => `${index % 3 ? 'www.' : ''}name${index}.${suffixes[index % suffixes.length]}`,
  );
  const engine = createEngine(loadRules());
  const timed = (run: (host: string) => unknown) => {
    const began = performance.now();
    for (const host of hosts) run(host);
    return performance.now() - began;
  };
  const rounds = Array.from({ length: 5 }, () => ({ ask: timed((host) => engine.ask(host)), psl: timed(psl.get) }));
  return { ask: median(rounds.map((one) => one.ask)), psl: median(rounds.map((one) => one.psl)) };
}

await build(['chrome']);
const extension = join(ROOT, 'dist/chrome');
const chromium = await launchChromium({ executable: requireBrowser('chromium'), extension, serve });
try {
  const page = await chromium.open('https://www.example.com/');
  const measured: Round[] = [];
  for (let index = 0; index < ROUNDS + 1; index++) {
    const one = await round(page);
    // The first round warms the browser up.
    if (index > 0) measured.push(one);
  }
  const of = (key: keyof Round) => median(measured.map((one) => one[key]));
  const { content_scripts } = JSON.parse(readFileSync(join(extension, 'manifest.json'), 'utf8'));
  const bytes = statSync(join(extension, content_scripts[0].js[0])).size;
  const line = (what: string, value: string, goal: string) =>
    console.log(`${what.padEnd(56)} ${value.padStart(12)}   ${goal}`);
  line(`First scan of ${NODES} text nodes ÷ bare TreeWalker`, `${(of('scan') / of('walk')).toFixed(2)}`, 'goal ≤ 3');
  line('  scan, bare walk', `${of('scan').toFixed(1)}, ${of('walk').toFixed(1)} ms`, '');
  line('  start on a page without rows', `${of('start').toFixed(1)} ms`, '');
  line('Longest time that a slice held the main thread', `${of('longest').toFixed(1)} ms`, 'goal ≤ 8');
  line('One row added ÷ first scan', `${((100 * of('row')) / of('scan')).toFixed(2)} %`, 'goal ≤ 1 %');
  const { ask, psl } = verdicts();
  line(`Verdicts for ${HOSTS} hosts`, `${(ask / 1000).toFixed(2)} s`, 'goal < 2 s');
  line('Verdict ÷ psl.get on the same hosts', `${(ask / psl).toFixed(1)}`, '');
  const { frame, late, empty, read } = await table();
  line(`Portfolio: ${HOSTS} lines read, judged and planned`, `${read.toFixed(1)} s`, '');
  line('Portfolio: frame while scrolling, median', `${frame.toFixed(1)} ms`, 'goal ≤ 16.7');
  line('  one frame in twenty took longer than', `${late.toFixed(1)} ms`, '');
  line('  the same for an empty box, median', `${empty.toFixed(1)} ms`, '');
  line('Content script', `${(bytes / 1000).toFixed(1)} kB`, 'goal ≤ 40');
  line('Content script on sites that are not listed', '0 kB', 'the manifest matches consoles only');
} finally {
  await chromium.close();
}
