/**
 * The page's hold of its worker: what is asked of it is answered, refused, or stopped by a person
 * or by the clock.
 */
import type { WorkerRequest, WorkerResponse } from './worker-protocol.ts';

/** Why a question has no answer. */
export type Stopped = { readonly kind: 'stopped'; readonly why: 'cancelled' | 'time' | 'failed' };

/** As much of a worker as is needed here. */
export type Port = Pick<Worker, 'postMessage' | 'addEventListener' | 'terminate'>;

export interface Client {
  ask(message: WorkerRequest): void;
  /** Returns the answer to one question. */
  wait(question: (job: number) => WorkerRequest): Promise<WorkerResponse | Stopped>;
  /** Returns a number for a question whose answers are heard of elsewhere. */
  nextJob(): number;
  /**
   * Gives up what is waited for: the worker, which hears nothing while it works, is ended, and
   * another begins anew.
   */
  stop(why: 'cancelled' | 'time'): void;
  close(): void;
}

interface Events {
  /** What the worker tells unasked, or of a question that nobody waits for. */
  readonly hear: (told: WorkerResponse) => void;
  /** A worker began: everything is to be asked again. */
  readonly onStart: () => void;
  /** The worker failed: nothing more comes from it. */
  readonly onFail: () => void;
}

/**
 * Milliseconds after which an answer is not waited for any longer: a million names are read in a
 * third of it.
 */
export const PATIENCE = 60_000;

/** Starts a worker with `start`, and again whenever one was stopped. */
export function createClient(start: () => Port, { hear, onStart, onFail }: Events): Client {
  const waiting = new Map<number, (answer: WorkerResponse | Stopped) => void>();
  let jobs = 0;
  let port = begin();

  function begin(): Port {
    const started = start();
    started.addEventListener('message', (event) => {
      const { data } = event as MessageEvent<WorkerResponse>;
      // What a worker that was stopped had sent before.
      if (port !== started) return;
      const resolve = waiting.get(data.job);
      if (resolve === undefined) return hear(data);
      waiting.delete(data.job);
      resolve(data);
    });
    started.addEventListener('error', () => {
      if (port !== started) return;
      started.terminate();
      giveUp('failed');
      onFail();
    });
    return started;
  }

  function giveUp(why: Stopped['why']): void {
    const all = [...waiting.values()];
    waiting.clear();
    for (const resolve of all) resolve({ kind: 'stopped', why });
  }

  function stop(why: 'cancelled' | 'time'): void {
    if (waiting.size === 0) return;
    port.terminate();
    port = begin();
    onStart();
    giveUp(why);
  }

  return {
    ask: (message) => port.postMessage(message),
    nextJob: () => ++jobs,
    async wait(question) {
      const job = ++jobs;
      const answer = new Promise<WorkerResponse | Stopped>((resolve) => waiting.set(job, resolve));
      const limit = setTimeout(() => stop('time'), PATIENCE);
      port.postMessage(question(job));
      return answer.finally(() => clearTimeout(limit));
    },
    stop,
    close: () => port.terminate(),
  };
}
