import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { NO_RECORDS } from '../../../../src/domain/portfolio/name-records.ts';
import { createClient, PATIENCE, type Port } from '../../../../src/entries/portfolio/client.ts';
import type { WorkerRequest, WorkerResponse } from '../../../../src/entries/portfolio/worker-protocol.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

class FakeWorker extends EventTarget implements Port {
  readonly asked: WorkerRequest[] = [];
  isEnded = false;

  postMessage(message: WorkerRequest): void {
    this.asked.push(message);
  }

  terminate(): void {
    this.isEnded = true;
  }

  tell(data: WorkerResponse): void {
    this.dispatchEvent(Object.assign(new Event('message'), { data }));
  }
}

function begin() {
  const workers: FakeWorker[] = [];
  const heard: WorkerResponse[] = [];
  const events: string[] = [];
  const client = createClient(
    () => {
      const worker = new FakeWorker();
      workers.push(worker);
      return worker;
    },
    { hear: (told) => heard.push(told), onStart: () => events.push('started'), onFail: () => events.push('failed') },
  );
  const read = () =>
    client.wait((job) => ({ kind: 'read', job, given: 'a.com', known: '', records: NO_RECORDS, shapes: {} }));
  return { client, workers, heard, events, read, first: workers[0] as FakeWorker };
}

function jobsOf(worker: FakeWorker | undefined): number[] {
  return (worker?.asked ?? []).map((message) => ('job' in message ? message.job : 0));
}

const refused = (job: number): WorkerResponse => ({ kind: 'refused', job, refusal: { why: 'unreadable' } });

test('whoever asked gets the answer to that question, in whatever order they come; the rest is heard', async () => {
  const { first, read, heard } = begin();
  const [one, two] = [read(), read()];
  const [a = 0, b = 0] = jobsOf(first);
  first.tell(refused(b));
  first.tell({ kind: 'rows', job: 0, rows: [], done: true });
  first.tell(refused(a));
  expect(await one).toEqual(refused(a));
  expect(await two).toEqual(refused(b));
  expect(heard.map((told) => told.kind)).toEqual(['rows']);
});

test('what takes too long is stopped: the worker is ended, another begins, whoever waits is told', async () => {
  const { client, workers, events, read, first, heard } = begin();
  const [one, two] = [read(), read()];
  await vi.advanceTimersByTimeAsync(PATIENCE - 1);
  expect(first.isEnded).toBe(false);
  await vi.advanceTimersByTimeAsync(1);
  expect(first.isEnded).toBe(true);
  expect(await Promise.all([one, two])).toEqual([
    { kind: 'stopped', why: 'time' },
    { kind: 'stopped', why: 'time' },
  ]);
  expect(events).toEqual(['started']);
  // What it had sent before is no answer to anything any more.
  first.tell({ kind: 'rows', job: 1, rows: [], done: true });
  expect(heard).toEqual([]);
  client.ask({ kind: 'cancel', rows: 0 });
  expect(workers[1]?.asked).toEqual([{ kind: 'cancel', rows: 0 }]);
  await vi.advanceTimersByTimeAsync(10 * PATIENCE);
  expect(workers).toHaveLength(2);
});

test('a person may stop it, and what is asked then goes to the next worker', async () => {
  const { client, workers, read } = begin();
  client.stop('cancelled');
  expect(workers, 'there is nothing to stop').toHaveLength(1);
  const one = read();
  client.stop('cancelled');
  expect(await one).toEqual({ kind: 'stopped', why: 'cancelled' });
  const two = read();
  const job = jobsOf(workers[1])[0] ?? 0;
  workers[1]?.tell(refused(job));
  expect(await two).toEqual(refused(job));
  await vi.advanceTimersByTimeAsync(2 * PATIENCE);
  expect(workers).toHaveLength(2);
});

test('a worker that fails leaves nobody waiting', async () => {
  const { first, read, events } = begin();
  const one = read();
  first.dispatchEvent(new Event('error'));
  expect(await one).toEqual({ kind: 'stopped', why: 'failed' });
  expect({ events, isEnded: first.isEnded }).toEqual({ events: ['failed'], isEnded: true });
});
