/**
 * The page's side of the worker: asks, and hears only answers to the newest question of each kind.
 */
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Locale } from '../../domain/common/locale.ts';
import type { Knowledge, NameRow } from '../../domain/portfolio/assess-rows.ts';
import type { Portfolio } from '../../domain/portfolio/portfolio-record.ts';
import type { View } from '../../domain/portfolio/row-view.ts';
import type { Ruleset } from '../../domain/ruleset/ruleset.ts';
import type { Messages } from '../../i18n/translator.ts';
import { type Client, createClient, type Stopped } from './client.ts';
import type { ExportForm, PlanSummary, ReadRequest, WorkerRequest, WorkerResponse } from './worker-protocol.ts';

export interface PortfolioWorkerState {
  readonly rows: readonly NameRow[];
  /** Website of each row, as planned. */
  readonly sites: readonly string[];
  /** Indices of the rows that the view shows, in order. */
  readonly order: Uint32Array;
  readonly digest: PlanSummary | null;
  readonly isBusy: boolean;
  /** Whether the last assessment was stopped before its end. */
  readonly isCut: boolean;
  /** Whether the worker failed: nothing more comes from it. */
  readonly hasFailed: boolean;
  /** What an answer is waited for that takes more than a moment. */
  readonly waitsFor: Waiting | null;
  /**
   * Returns what is new in a text or file beside what is known, and what gave nothing; or why it
   * was not read.
   */
  read(given: string | File, request: ReadRequest): Promise<Read>;
  /** Returns the whole portfolio as a file's contents; null where it was stopped. */
  write(form: ExportForm): Promise<string | Uint8Array<ArrayBuffer> | null>;
  /** Gives up what is waited for. */
  stopWaiting(): void;
  /** Stops the assessment. */
  cancel(): void;
}

export type Read = Extract<WorkerResponse, { kind: 'read' | 'portfolios' | 'refused' }> | Stopped;

export type Waiting = { readonly kind: 'text' | 'export' } | { readonly kind: 'file'; readonly file: string };

/** Milliseconds between two looks at rows that are coming: each draws the page anew. */
const LOOK = 100;
/** Milliseconds that a person waits without wondering. */
const MOMENT = 1000;

/** The language that the worker puts things in. */
export interface Language {
  readonly locale: Locale;
  readonly messages: Messages;
}

/**
 * Returns what the worker has made so far of a portfolio: `cases` is what is kept of its domains
 * elsewhere, `view` how it is looked at.
 */
export function usePortfolioWorker(
  portfolio: Portfolio,
  cases: Knowledge['cases'],
  view: View,
  rules: Ruleset,
  { locale, messages }: Language,
): PortfolioWorkerState {
  const held = useRef<Client | undefined>(undefined);
  const jobs = useRef({ assess: 0, view: 0, plan: 0 });
  /** The round of rows that the plan which is asked for is of. */
  const planned = useRef(0);
  const rows = useRef<NameRow[]>([]);
  /**
   * Rows of the assessment that runs: those of the one before are shown until it is done, where the
   * names are the same.
   */
  const coming = useRef<NameRow[]>([]);
  const looked = useRef(0);
  const assessed = useRef<Portfolio['entries'] | undefined>(undefined);
  const [done, setDone] = useState({ count: 0, isBusy: false, isCut: false, round: 0 });
  const [hasFailed, setFailed] = useState(false);
  const [order, setOrder] = useState<Uint32Array>(new Uint32Array());
  const [made, setMade] = useState<{ digest: PlanSummary; sites: readonly string[]; round: number } | null>(null);
  /** How many workers were stopped: each next one is to be told everything. */
  const [restarts, setRestarts] = useState(0);
  const [waitsFor, setWaitsFor] = useState<Waiting | null>(null);

  if (held.current === undefined) {
    held.current = createClient(() => new Worker('/portfolio-worker.js', { type: 'module' }), {
      hear,
      onStart() {
        greet();
        setRestarts((before) => before + 1);
      },
      onFail: () => setFailed(true),
    });
    greet();
  }
  const client = held.current;
  useEffect(() => () => client.close(), []);

  function greet(): void {
    held.current?.ask({ kind: 'start', rules, locale, messages });
  }

  function takeIn({ job, rows: part, done: isLast }: Extract<WorkerResponse, { kind: 'rows' }>): void {
    for (const row of part) coming.current.push(row);
    client.ask({ kind: 'taken', job });
    if (isLast) rows.current = coming.current;
    else if (performance.now() - looked.current < LOOK) return;
    looked.current = performance.now();
    setDone((before) => ({
      count: rows.current.length,
      isBusy: !isLast,
      isCut: false,
      round: before.round + (isLast ? 1 : 0),
    }));
  }

  function hear(data: WorkerResponse): void {
    const { current } = jobs;
    if (data.kind === 'rows' && data.job === current.assess) takeIn(data);
    else if (data.kind === 'view' && data.job === current.view) setOrder(data.order);
    else if (data.kind === 'plan' && data.job === current.plan)
      setMade({ digest: data.digest, sites: data.sites.split('\n'), round: planned.current });
  }

  /** Waits for an answer, and says that it does where it takes more than a moment. */
  async function wait(what: Waiting, question: (job: number) => WorkerRequest): Promise<WorkerResponse | Stopped> {
    const moment = setTimeout(() => setWaitsFor(what), MOMENT);
    const answer = await client.wait(question);
    clearTimeout(moment);
    setWaitsFor(null);
    return answer;
  }

  const { entries, answers, sites, told, records } = portfolio;
  useEffect(() => {
    coming.current = [];
    looked.current = 0;
    if (assessed.current !== entries) rows.current = coming.current;
    assessed.current = entries;
    const job = client.nextJob();
    jobs.current.assess = job;
    setDone((before) => ({ ...before, count: rows.current.length, isBusy: entries.lines.length > 0, isCut: false }));
    client.ask({ kind: 'assess', job, entries, knowledge: { answers, told, records, cases } });
  }, [entries, answers, told, records, cases, restarts]);

  useEffect(() => {
    const job = client.nextJob();
    jobs.current.plan = job;
    planned.current = done.round;
    client.ask({ kind: 'plan', job, answers, sites });
  }, [done.round, answers, sites, restarts]);

  useEffect(() => {
    const job = client.nextJob();
    jobs.current.view = job;
    client.ask({ kind: 'view', job, view });
  }, [done.round, done.isCut, made, view, restarts]);

  // The plan of the rows before is none of these.
  const isPlanned = entries.lines.length === 0 || made?.round === done.round;
  return {
    rows: rows.current,
    sites: made?.sites ?? [],
    order,
    digest: made?.digest ?? null,
    isBusy: (done.isBusy || !isPlanned) && !hasFailed,
    isCut: done.isCut,
    hasFailed,
    waitsFor,
    async read(given, request) {
      const what: Waiting = typeof given === 'string' ? { kind: 'text' } : { kind: 'file', file: given.name };
      const answer = await wait(what, (job) => ({ ...request, kind: 'read', job, given }));
      if (answer.kind === 'read' || answer.kind === 'portfolios' || answer.kind === 'stopped') return answer;
      return answer.kind === 'refused' ? answer : { kind: 'stopped', why: 'failed' };
    },
    async write(form) {
      const answer = await wait({ kind: 'export' }, (job) => ({ kind: 'export', job, form, title: portfolio.name }));
      return answer.kind === 'export' ? answer.text : null;
    },
    stopWaiting: () => client.stop('cancelled'),
    cancel() {
      jobs.current.assess = -1;
      rows.current = coming.current;
      client.ask({ kind: 'cancel', rows: rows.current.length });
      setDone((before) => ({ ...before, isBusy: false, isCut: true, round: before.round + 1 }));
    },
  };
}
