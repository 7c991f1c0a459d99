import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { send } from '../../../src/browser-api/send-message.ts';

const asked: unknown[] = [];
const waited: number[] = [];
let answers: (() => Promise<unknown>)[] = [];
/** Nothing is waited for: a limit is over as soon as whatever can answer at once has done so. */
const rest = async (milliseconds: number): Promise<undefined> => {
  waited.push(milliseconds);
  await new Promise((resolve) => setImmediate(resolve));
  return undefined;
};
const never = () => new Promise<unknown>(() => {});
const closed = () => Promise.reject(new Error('The message channel closed before a response was received'));

beforeEach(() => {
  asked.length = 0;
  waited.length = 0;
  vi.stubGlobal('browser', {
    runtime: {
      id: 'made',
      sendMessage(message: unknown) {
        asked.push(message);
        return answers[asked.length - 1]?.() ?? never();
      },
    },
  });
});
afterEach(() => void vi.unstubAllGlobals());

test.each<[string, (() => Promise<unknown>)[], number]>([
  ['answered at once', [async () => 'yes'], 1],
  ['the worker ends while it answers', [closed, async () => 'yes'], 2],
  ['the second is lost without a word, too', [closed, never, async () => 'yes'], 3],
  ['nobody answers, in the way of either browser', [async () => undefined, async () => null, async () => 'yes'], 3],
])('%s', async (_, given, tries) => {
  answers = given;
  expect(await send({ kind: 'page' }, rest)).toBe('yes');
  expect(asked).toEqual(Array.from({ length: tries }, () => ({ kind: 'page' })));
});

test('a worker that is slow to start answers late, and is not asked for ever', async () => {
  let answer = (_: unknown): void => {};
  const late = new Promise<unknown>((resolve) => {
    answer = resolve;
  });
  answers = [() => late, never];
  const sent = send('x', async (milliseconds) => {
    if (milliseconds === 3000) answer('late');
    return rest(milliseconds);
  });
  expect(await sent).toBe('late');
  expect(asked).toHaveLength(2);
});

test('what is never answered ends, after tries that wait longer each time', async () => {
  answers = [];
  expect(await send('x', rest)).toBeUndefined();
  expect(asked).toHaveLength(4);
  const limits = waited.filter((one) => one >= 1500 && one !== 1600);
  expect(limits).toEqual([1500, 3000, 6000, 12_000]);
});

test('an extension that is gone is not asked', async () => {
  vi.stubGlobal('browser', { runtime: { id: undefined } });
  expect(await send('x', rest)).toBeUndefined();
  expect(asked).toEqual([]);
});
