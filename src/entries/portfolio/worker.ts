/**
 * Does the reading, judging, sorting, planning and writing of a portfolio, so that the page never
 * waits.
 */

import { dayOf } from '../../domain/common/days.ts';
import type { Locale } from '../../domain/common/locale.ts';
import type { Result } from '../../domain/common/result.ts';
import { createEngine, type Engine } from '../../domain/eligibility/engine.ts';
import { type NameRow, rowAssessor, sitesOf, viewOf } from '../../domain/portfolio/assess-rows.ts';
import { textOf } from '../../domain/portfolio/file-text.ts';
import { type Plan, planOf } from '../../domain/portfolio/filing-plan.ts';
import { MOST, type Refusal, refusalOfJson, refusalOfTable } from '../../domain/portfolio/input-limits.ts';
import { timelineOf } from '../../domain/portfolio/plan-timeline.ts';
import { isOurs, packed, portfoliosIn, unpacked } from '../../domain/portfolio/portfolio-record.ts';
import { readNames } from '../../domain/portfolio/read-names.ts';
import { createRecordReader, type RecordReader } from '../../domain/records/read.ts';
import { createTranslator, type Translate } from '../../i18n/translator.ts';
import { csvOf, jsonOf, markdownOf, tableOf } from './export-plan.ts';
import { summarizePlan } from './plan-summary.ts';
import type { WorkerRequest, WorkerResponse } from './worker-protocol.ts';

/**
 * Rows that are handed over at once: few enough that taking them in costs the page a few
 * milliseconds.
 */
const BATCH = 500;
/**
 * Batches that the page has not taken in yet: were all of them waiting for it, whatever else it has
 * to do would come behind them.
 */
const AHEAD = 2;

/** What the page hands over before it asks for anything. */
let engine: Engine;
let t: Translate;
let locale: Locale;
/** Made when the first text is read. */
let reader: RecordReader | undefined;
let rows: NameRow[] = [];
let plan: Plan;
/** The website of each row. */
let sites: string[] = [];
let current = 0;
/** How many batches of the assessment that runs are on their way. */
let untaken = 0;
/** Goes on when one of them is taken in. */
let onTaken = (): void => {};

function tell(message: WorkerResponse, transfer: Transferable[] = []): void {
  self.postMessage(message, { transfer });
}

async function read({ job, given, ...request }: Extract<WorkerRequest, { kind: 'read' }>): Promise<void> {
  // Whatever goes wrong with a file, whoever waits is told.
  const source = await sourceOf(given).catch((): Source => ({ ok: false, refusal: { why: 'unreadable' } }));
  if (!source.ok) return tell({ kind: 'refused', job, refusal: source.refusal });
  const portfolios = portfoliosIn(source.text, engine.facts.rules);
  if (portfolios !== null) return tell({ kind: 'portfolios', job, portfolios });
  reader ??= createRecordReader(engine.facts.rules, engine.read);
  const place = typeof given === 'string' ? null : given.name;
  const found = readNames(engine, reader, { ...request, text: source.text, place, readOn: dayOf(new Date()) });
  tell({ ...found, kind: 'read', job, entries: packed(found.entries) });
}

type Source = Result<{ readonly text: string }, { readonly refusal: Refusal }>;

/** The text of what was given, once it is known to be no more than what can be read. */
async function sourceOf(given: string | File): Promise<Source> {
  const isSheet = typeof given !== 'string' && /\.xlsx$/i.test(given.name);
  if (typeof given !== 'string') {
    const most = isSheet ? MOST.sheetBytes : MOST.bytes;
    if (given.size > most) return { ok: false, refusal: { why: 'bytes', most } };
  }
  // Most people bring no spreadsheet: what reads them is loaded then.
  if (isSheet) return (await import('./read-spreadsheet.ts')).tableOfXlsx(given);
  const text = typeof given === 'string' ? given : textOf(new Uint8Array(await given.arrayBuffer()));
  const isJson = isOurs(text) || /^\s*[[{]/.test(text.slice(0, 100));
  const refusal = isJson ? refusalOfJson(text) : refusalOfTable(text);
  return refusal === null ? { ok: true, text } : { ok: false, refusal };
}

async function assess({ job, entries, knowledge }: Extract<WorkerRequest, { kind: 'assess' }>): Promise<void> {
  start(job);
  rows = [];
  const all = unpacked(entries);
  const assessor = rowAssessor(engine, knowledge, dayOf(new Date()), locale);
  for (let from = 0; current === job && from < all.length; from += BATCH) {
    const part = assessor.rows(all.slice(from, from + BATCH), from);
    rows.push(...part);
    tell({ kind: 'rows', job, rows: part, done: false });
    untaken++;
    while (current === job && untaken >= AHEAD)
      await new Promise<void>((resolve) => {
        onTaken = resolve;
      });
  }
  if (current === job) tell({ kind: 'rows', job, rows: [], done: true });
}

/** Begins an assessment, or ends the one that runs: it hears so where it waits. */
function start(job: number): void {
  current = job;
  untaken = 0;
  onTaken();
}

// Only errors reach the page, not what was promised: it would wait for ever.
self.addEventListener('unhandledrejection', ({ reason }) => {
  throw reason;
});

self.addEventListener('message', ({ data }: MessageEvent<WorkerRequest>) => {
  switch (data.kind) {
    case 'start':
      engine = createEngine(data.rules);
      t = createTranslator(data.locale, data.messages);
      locale = data.locale;
      reader = undefined;
      plan = planOf([], { answers: {}, sites: new Map() }, engine.facts);
      break;
    case 'read':
      void read(data);
      break;
    case 'assess':
      void assess(data);
      break;
    case 'taken':
      if (data.job !== current) break;
      untaken--;
      onTaken();
      break;
    case 'cancel':
      start(-1);
      rows.length = Math.min(rows.length, data.rows);
      break;
    case 'view': {
      const order = viewOf(rows, sites, data.view);
      tell({ kind: 'view', job: data.job, order }, [order.buffer]);
      break;
    }
    case 'plan':
      plan = planOf(rows, { answers: data.answers, sites: new Map(data.sites) }, engine.facts);
      sites = sitesOf(rows, plan);
      tell({
        kind: 'plan',
        job: data.job,
        digest: summarizePlan(rows, plan, dayOf(new Date()), t),
        sites: sites.join('\n'),
      });
      break;
    case 'export':
      void write(data);
      break;
  }
});

async function write({ job, form, title }: Extract<WorkerRequest, { kind: 'export' }>): Promise<void> {
  const today = dayOf(new Date());
  const all = { rows, sites, plan, facts: engine.facts, t, timeline: timelineOf(rows, today) };
  tell({ kind: 'export', job, text: await textOfExport() });

  async function textOfExport(): Promise<string | Uint8Array<ArrayBuffer>> {
    switch (form) {
      case 'csv':
        return csvOf(all);
      case 'markdown':
        return markdownOf(all, title);
      case 'json':
        return jsonOf(plan, engine.facts.rules, all.timeline);
      // Few people want these two: what makes them is loaded then.
      case 'xlsx':
        return (await import('./write-spreadsheet.ts')).xlsxOf(tableOf(all));
      case 'calendar':
        return (await import('./timeline-calendar.ts')).calendarOf(all.timeline, engine.facts.rules, locale, t);
    }
  }
}
