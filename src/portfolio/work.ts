/** The page's side of the worker: asks, and hears only answers to the newest question of each kind. */
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Locale, RuleBundle } from '../core/model.ts';
import type { PortfolioRow } from '../core/portfolio.ts';
import type { Messages } from '../ui/say.ts';
import type { Ask, Digest, ExportForm, Tell, View } from './jobs.ts';
import type { Portfolio } from './kept.ts';

export interface Work {
  readonly rows: readonly PortfolioRow[];
  /** Website of each row, as planned. */
  readonly sites: readonly string[];
  /** Indices of the rows that the view shows, in order. */
  readonly order: Uint32Array;
  readonly digest: Digest | null;
  readonly isBusy: boolean;
  /** Whether the last assessment was stopped before its end. */
  readonly isCut: boolean;
  /** Whether the worker failed: nothing more comes from it. */
  readonly hasFailed: boolean;
  /** In: a text, and names that are known. Out: what of it is new, and what gave nothing. */
  read(text: string, known: string): Promise<Read>;
  /** In: a spreadsheet. Out: its cells as tab-separated text; null where it is none. */
  tableOf(file: File): Promise<string | null>;
  /** Out: the whole portfolio as text. */
  write(form: ExportForm): Promise<string>;
  cancel(): void;
}

type Read = Extract<Tell, { kind: 'read' }>;

/** The language that the worker puts things in. */
export interface Language {
  readonly locale: Locale;
  readonly messages: Messages;
}

/** In: the portfolio, how it is looked at, the rules that it is judged by, and the language. Out: what the worker made of it so far. */
export function useWork(portfolio: Portfolio, view: View, rules: RuleBundle, { locale, messages }: Language): Work {
  const worker = useRef<Worker | undefined>(undefined);
  const jobs = useRef({ last: 0, assess: 0, view: 0, plan: 0 });
  const waiting = useRef(new Map<number, (told: Tell) => void>());
  const rows = useRef<PortfolioRow[]>([]);
  const [done, setDone] = useState({ count: 0, isBusy: false, isCut: false, round: 0 });
  const [hasFailed, setFailed] = useState(false);
  const [order, setOrder] = useState<Uint32Array>(new Uint32Array());
  const [made, setMade] = useState<{ digest: Digest; sites: readonly string[] } | null>(null);

  if (worker.current === undefined) {
    const started = new Worker('/portfolio-worker.js', { type: 'module' });
    started.addEventListener('message', ({ data }: MessageEvent<Tell>) => hear(data));
    started.addEventListener('error', () => {
      started.terminate();
      setFailed(true);
    });
    worker.current = started;
    ask({ kind: 'start', rules, locale, messages });
  }
  useEffect(() => () => worker.current?.terminate(), []);

  function ask(message: Ask): void {
    worker.current?.postMessage(message);
  }

  function hear(data: Tell): void {
    const { current } = jobs;
    if (data.kind === 'read' || data.kind === 'table' || data.kind === 'export') {
      waiting.current.get(data.job)?.(data);
      waiting.current.delete(data.job);
    } else if (data.kind === 'rows' && data.job === current.assess) {
      for (const row of data.rows) rows.current.push(row);
      setDone((before) => ({
        count: rows.current.length,
        isBusy: !data.done,
        isCut: false,
        round: before.round + (data.done ? 1 : 0),
      }));
    } else if (data.kind === 'view' && data.job === current.view) setOrder(data.order);
    else if (data.kind === 'plan' && data.job === current.plan)
      setMade({ digest: data.digest, sites: data.sites.split('\n') });
  }

  function wait<T extends Tell>(question: (job: number) => Ask): Promise<T> {
    const job = ++jobs.current.last;
    return new Promise((resolve) => {
      waiting.current.set(job, (told) => resolve(told as T));
      ask(question(job));
    });
  }

  const { entries, answers, sites } = portfolio;
  useEffect(() => {
    rows.current = [];
    const job = ++jobs.current.last;
    jobs.current.assess = job;
    setDone((before) => ({ ...before, count: 0, isBusy: entries.lines.length > 0, isCut: false }));
    ask({ kind: 'assess', job, entries, answers });
  }, [entries, answers]);

  useEffect(() => {
    const job = ++jobs.current.last;
    jobs.current.plan = job;
    ask({ kind: 'plan', job, answers, sites });
  }, [done.round, answers, sites]);

  useEffect(() => {
    const job = ++jobs.current.last;
    jobs.current.view = job;
    ask({ kind: 'view', job, view });
  }, [done.round, done.isCut, made, view]);

  return {
    rows: rows.current,
    sites: made?.sites ?? [],
    order,
    digest: made?.digest ?? null,
    isBusy: done.isBusy && !hasFailed,
    isCut: done.isCut,
    hasFailed,
    read: (text, known) => wait<Read>((job) => ({ kind: 'read', job, text, known })),
    async tableOf(file) {
      const { text } = await wait<Extract<Tell, { kind: 'table' }>>((job) => ({ kind: 'table', job, file }));
      return text;
    },
    async write(form) {
      const { text } = await wait<Extract<Tell, { kind: 'export' }>>((job) => ({
        kind: 'export',
        job,
        form,
        title: portfolio.name,
      }));
      return text;
    },
    cancel() {
      jobs.current.assess = -1;
      ask({ kind: 'cancel', rows: rows.current.length });
      setDone((before) => ({ ...before, isBusy: false, isCut: true, round: before.round + 1 }));
    },
  };
}
