/** Does the reading, judging, sorting, planning and writing of a portfolio, so that the page never waits. */

import { createEngine, type Engine } from '../../domain/eligibility/engine.ts';
import { assessAll, hostReader, sitesOf, viewOf } from '../../domain/portfolio/assess-rows.ts';
import type { Rejected } from '../../domain/portfolio/entry.ts';
import { textOf } from '../../domain/portfolio/file-text.ts';
import { type Plan, type PortfolioRow, planOf } from '../../domain/portfolio/filing-plan.ts';
import { MOST, type Refusal, refusalOfJson, refusalOfTable } from '../../domain/portfolio/input-limits.ts';
import { parseDomainList } from '../../domain/portfolio/parse-domain-list.ts';
import { isOurs, packed, portfoliosIn, unpacked } from '../../domain/portfolio/portfolio-record.ts';
import { createTranslator, type Translate } from '../../i18n/translator.ts';
import { csvOf, jsonOf, markdownOf } from './export-plan.ts';
import { summarizePlan } from './plan-summary.ts';
import type { WorkerRequest, WorkerResponse } from './worker-protocol.ts';

/** Rows that are handed over at once: few enough that taking them in costs the page a few milliseconds. */
const BATCH = 500;

/** What the page hands over before it asks for anything. */
let engine: Engine;
let t: Translate;
let hostOf: ReturnType<typeof hostReader>;
let rows: PortfolioRow[] = [];
let plan: Plan;
/** The website of each row. */
let sites: string[] = [];
let current = 0;

function tell(message: WorkerResponse, transfer: Transferable[] = []): void {
  self.postMessage(message, { transfer });
}

/** Lets a waiting "cancel" in. */
function breathe(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve));
}

async function read({ job, given, known }: Extract<WorkerRequest, { kind: 'read' }>): Promise<void> {
  // Whatever goes wrong with a file, whoever waits is told.
  const source = await sourceOf(given).catch((): Source => ({ ok: false, refusal: { why: 'unreadable' } }));
  if (!source.ok) return tell({ kind: 'refused', job, refusal: source.refusal });
  const portfolios = portfoliosIn(source.text, engine.facts.rules);
  if (portfolios !== null) tell({ kind: 'portfolios', job, portfolios });
  else readNames(job, source.text, known);
}

type Source = { readonly ok: true; readonly text: string } | { readonly ok: false; readonly refusal: Refusal };

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
  const refusal = isOurs(text) ? refusalOfJson(text) : refusalOfTable(text);
  return refusal === null ? { ok: true, text } : { ok: false, refusal };
}

function readNames(job: number, text: string, known: string): void {
  const { entries, rejected } = parseDomainList(text, hostOf);
  const before = new Set(known === '' ? [] : known.split('\n').map(hostOf));
  const fresh = entries.filter((entry) => !before.has(entry.host));
  const again = entries
    .filter((entry) => before.has(entry.host))
    .map(({ line, input }): Rejected => ({ line, input, why: 'duplicate' }));
  tell({
    kind: 'read',
    job,
    entries: packed(fresh),
    rejected: [...rejected, ...again].sort((a, b) => a.line - b.line),
  });
}

async function assess({ job, entries, answers }: Extract<WorkerRequest, { kind: 'assess' }>): Promise<void> {
  current = job;
  rows = [];
  const all = unpacked(entries);
  for (let from = 0; from < all.length; from += BATCH) {
    const part = assessAll(engine, all.slice(from, from + BATCH), from, answers);
    if (current !== job) return;
    rows.push(...part);
    tell({ kind: 'rows', job, rows: part, done: false });
    if (from % (4 * BATCH) === 0) await breathe();
  }
  if (current === job) tell({ kind: 'rows', job, rows: [], done: true });
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
      hostOf = hostReader(engine);
      plan = planOf([], { answers: {}, sites: new Map() }, engine.facts);
      break;
    case 'read':
      void read(data);
      break;
    case 'assess':
      void assess(data);
      break;
    case 'cancel':
      current = -1;
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
        digest: summarizePlan(rows, plan, t),
        sites: sites.join('\n'),
      });
      break;
    case 'export': {
      const { form, title } = data;
      const all = { rows, sites, plan, facts: engine.facts, t };
      const text =
        form === 'csv' ? csvOf(all) : form === 'markdown' ? markdownOf(all, title) : jsonOf(plan, engine.facts.rules);
      tell({ kind: 'export', job: data.job, text });
      break;
    }
  }
});
