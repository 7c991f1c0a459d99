import { expect, test, vi } from 'vitest';
import { createBatchLoader } from '../../../../src/entries/content/batch-loader.ts';
import { NAMES_AT_ONCE } from '../../../../src/messaging/protocol.ts';

function recorded() {
  const asked: string[][] = [];
  const noteOf = createBatchLoader(async (names: readonly string[]) => {
    asked.push([...names]);
    return names.filter((name) => name.endsWith('.com')).map((name) => ({ name }));
  });
  return { asked, noteOf };
}

test('what is asked in one turn goes out together, once each, and each gets its own answer', async () => {
  const { asked, noteOf } = recorded();
  const answers = await Promise.all(['a.com', 'b.io', 'a.com'].map(noteOf));
  expect(answers).toEqual([{ name: 'a.com' }, null, { name: 'a.com' }]);
  expect(asked).toEqual([['a.com', 'b.io']]);
  await Promise.all(['a.com', 'b.io'].map(noteOf));
  expect(asked).toHaveLength(1);
});

test('more names than one message may hold go out in parts', async () => {
  const { asked, noteOf } = recorded();
  const names = Array.from({ length: NAMES_AT_ONCE * 2 + 1 }, (_, index) => `${index}.com`);
  const answers = await Promise.all(names.map(noteOf));
  expect(answers.map((one) => one?.name)).toEqual(names);
  expect(asked.map((part) => part.length)).toEqual([NAMES_AT_ONCE, NAMES_AT_ONCE, 1]);
});

test.each<[string, () => Promise<undefined>]>([
  ['nobody answers', async () => undefined],
  ['asking fails', () => Promise.reject(new Error('gone'))],
])('%s: each name is told so, none is remembered, and what is asked next is answered', async (_, lost) => {
  const ask = vi.fn<(names: readonly string[]) => Promise<readonly { name: string }[] | undefined>>();
  ask.mockImplementationOnce(lost).mockImplementation(async (names) => names.map((name) => ({ name })));
  const noteOf = createBatchLoader(ask);
  const names = Array.from({ length: NAMES_AT_ONCE + 1 }, (_, index) => `${index}.com`);
  const first = await Promise.all(names.map(noteOf));
  // The part that was lost, and the one that was not.
  expect(first).toEqual([...Array<undefined>(NAMES_AT_ONCE), { name: `${NAMES_AT_ONCE}.com` }]);
  expect((await Promise.all(names.map(noteOf))).map((one) => one?.name)).toEqual(names);
  expect(ask.mock.calls.map(([part]) => part.length)).toEqual([NAMES_AT_ONCE, 1, NAMES_AT_ONCE]);
});
