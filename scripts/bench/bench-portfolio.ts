/** The table of many domains while it is scrolled, against an empty box. */
import type { Page } from 'puppeteer-core';
import { loadRules } from '../../src/cli/load-ruleset.ts';
import { createEngine } from '../../src/domain/eligibility/engine.ts';
import { NOTHING_KNOWN, rowAssessor } from '../../src/domain/portfolio/assess-rows.ts';
import { planOf } from '../../src/domain/portfolio/filing-plan.ts';
import { NO_RECORDS } from '../../src/domain/portfolio/name-records.ts';
import { readNames } from '../../src/domain/portfolio/read-names.ts';
import { createRecordReader } from '../../src/domain/records/read.ts';
import { type Chromium, launchChromium } from '../../test/support/browser/chromium.ts';
import { entriesOf } from '../package/pack-zip.ts';
import { fixed, type Line, median, roundsOf } from './figures.ts';

const HOSTS = 100_000;

interface Intake {
  /** Seconds until all rows were judged, planned and drawn. */
  readonly seconds: number;
  /** The longest time in milliseconds in which the page took no turn of its own. */
  readonly longest: number;
}

/** Brings many names into the portfolio's page. */
async function bringIn(chromium: Chromium, path: string, names: string): Promise<Intake & { readonly page: Page }> {
  const page = await chromium.openPage(path, 'main[data-rows]');
  // Behind another tab nothing is drawn.
  await page.bringToFront();
  await page.$eval(
    '.intake textarea',
    (area, text) => {
      area.value = text;
      area.dispatchEvent(new Event('input', { bubbles: true }));
    },
    names,
  );
  await page.evaluate(() => {
    const state = window as unknown as { longest: number };
    state.longest = 0;
    let last = performance.now();
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      const now = performance.now();
      state.longest = Math.max(state.longest, now - last);
      last = now;
      port2.postMessage(0);
    };
    port2.postMessage(0);
  });
  const began = performance.now();
  await page.click('.intake button[type=submit]');
  await page.waitForFunction(
    (count) => document.querySelector('main')?.dataset.shown === String(count),
    { timeout: 120_000, polling: 100 },
    HOSTS,
  );
  const seconds = (performance.now() - began) / 1000;
  const longest = await page.evaluate(() => (window as unknown as { longest: number }).longest);
  return { page, seconds, longest };
}

/**
 * Scrolls the portfolio's table of many rows by a page a frame. Returns milliseconds between frames
 * (median, 95th of 100), and the same for scrolling an empty box.
 */
async function scroll(page: Page): Promise<{ frame: number; late: number; empty: number }> {
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
  await page.bringToFront();
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
  return { frame: median(gaps), late: gaps[Math.floor(gaps.length * 0.95)] ?? 0, empty: median(empty) };
}

/** The portfolio's page of a build, wherever that version had it. */
function pageOf(extension: string): string {
  const path = entriesOf(extension).find((one) => one.path.endsWith('portfolio/index.html'))?.path;
  if (path === undefined) throw new Error(`${extension} has no page for portfolios`);
  return path;
}

/** Measures a build, and an older one in turn where there is one, which takes names alone. */
async function intakes(executable: string, extension: string, older: string | null) {
  const names = Array.from({ length: HOSTS }, (_, index) => `${index % 3 ? 'www.' : ''}name${index}.com`).join('\n');
  const { table } = sixColumns();
  const theirs: Intake[] = [];
  const tables: Intake[] = [];
  let scrolled = { frame: 0, late: 0, empty: 0 };

  async function measured(folder: string, text: string): Promise<Intake> {
    // The welcome page is awaited and closed: one that opens later comes to the front, and no frame
    // of the page behind it is drawn any more, so that scrolling would wait for ever.
    const chromium = await launchChromium({ executable, extension: folder });
    try {
      const { page, ...intake } = await bringIn(chromium, pageOf(folder), text);
      if (text === names && folder === extension) scrolled = await scroll(page);
      return intake;
    } finally {
      await chromium.close();
    }
  }

  const ours = await roundsOf('portfolio', TURNS, async (round) => {
    // One round warms up and does not count.
    if (older !== null && round > 0) theirs.push(await measured(older, names));
    if (round > 0) tables.push(await measured(extension, table));
    return measured(extension, names);
  });
  return { ours, theirs, tables, scrolled };
}

const TURNS = 3;
const ROUNDS = 5;
const DAY = '2026-11-27';

/** Returns a table of six columns, and a list of the names in it. */
function sixColumns(): { readonly list: string; readonly table: string } {
  const suffixes = ['com', 'cn', 'net', 'top', 'io', 'dev', 'xyz', 'com.cn'];
  const registrars = ['Alibaba Cloud', 'GoDaddy.com, LLC', 'Namecheap', 'Tencent Cloud', 'HiChina'];
  const hosts = Array.from({ length: HOSTS }, (_, index) => `name-${index}.${suffixes[index % suffixes.length]}`);
  const two = (value: number) => String(value).padStart(2, '0');
  const table = [
    'Domain,Registrar,Registration Date,Expiry Date,Real-name status,Status',
    ...hosts.map((host, index) =>
      [
        host,
        `"${registrars[index % registrars.length]}"`,
        `20${10 + (index % 14)}-${two(1 + (index % 9))}-${two(10 + (index % 18))}`,
        `20${27 + (index % 3)}-${two(1 + (index % 12))}-${two(10 + (index % 18))}`,
        index % 3 ? 'verified' : 'not verified',
        index % 50 ? 'ok' : 'clientHold',
      ].join(','),
    ),
  ].join('\n');
  return { list: hosts.join('\n'), table };
}

/**
 * Returns seconds for names alone, and for a table of six columns with the same names: read, judged
 * and planned.
 */
function columns(): { readonly names: number; readonly table: number } {
  const engine = createEngine(loadRules());
  const reader = createRecordReader(engine.facts.rules, engine.read);
  const { list, table } = sixColumns();

  function seconds(text: string): number {
    const began = performance.now();
    const read = readNames(engine, reader, {
      text,
      known: '',
      records: NO_RECORDS,
      place: 'export.csv',
      readOn: DAY,
      shapes: {},
    });
    const records = read.records ?? NO_RECORDS;
    const rows = rowAssessor(engine, { ...NOTHING_KNOWN, records }, DAY, 'en').rows(read.entries, 0);
    planOf(rows, { answers: {}, sites: new Map() }, engine.facts);
    if (rows.length !== HOSTS) throw new Error(`Expected ${HOSTS} rows, found ${rows.length}`);
    return (performance.now() - began) / 1000;
  }

  const names: number[] = [];
  const tables: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    names.push(seconds(list));
    tables.push(seconds(table));
  }
  return { names: median(names), table: median(tables) };
}

/** Returns lines for the table; `older` is an older build that is measured beside this one. */
export async function portfolioLines(executable: string, extension: string, older: string | null): Promise<Line[]> {
  const { names, table: withColumns } = columns();
  const { ours, theirs, tables, scrolled } = await intakes(executable, extension, older);
  const { frame, late, empty } = scrolled;
  const of = (all: readonly Intake[], key: keyof Intake) => median(all.map((one) => one[key]));
  return [
    {
      what: 'Portfolio: six columns ÷ names alone, read, judged, planned',
      value: fixed(withColumns / names),
      goal: '≤ 1.3',
    },
    { what: `  ${HOSTS} rows: six columns, names alone`, value: `${fixed(withColumns, 1)}, ${fixed(names, 1)} s` },
    { what: `Portfolio: ${HOSTS} lines read, judged and planned`, value: `${fixed(of(ours, 'seconds'), 1)} s` },
    { what: `Portfolio: ${HOSTS} rows of six columns in the page`, value: `${fixed(of(tables, 'seconds'), 1)} s` },
    ...(older === null
      ? []
      : [
          {
            what: '  ÷ names alone in the older build',
            value: fixed(of(tables, 'seconds') / of(theirs, 'seconds')),
            goal: '≤ 1.3',
          },
          {
            what: 'Portfolio: names alone ÷ names alone in the older build',
            value: fixed(of(ours, 'seconds') / of(theirs, 'seconds')),
            goal: '≤ 0.5',
          },
          { what: '  the older build', value: `${fixed(of(theirs, 'seconds'), 1)} s` },
          { what: '  longest wait there', value: `${fixed(of(theirs, 'longest'), 0)} ms` },
        ]),
    { what: '  longest wait of the page', value: `${fixed(of(ours, 'longest'), 0)} ms`, goal: '≤ 50 ms' },
    { what: 'Portfolio: frame while scrolling ÷ an empty box', value: fixed(frame / empty), goal: '≤ 1' },
    {
      what: '  ours (median, 95th of 100), empty box',
      value: `${fixed(frame, 1)}, ${fixed(late, 1)}, ${fixed(empty, 1)} ms`,
    },
  ];
}
