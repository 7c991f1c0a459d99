import { expect, test } from 'vitest';
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
  expect(answers).toEqual([{ name: 'a.com' }, undefined, { name: 'a.com' }]);
  expect(asked).toEqual([['a.com', 'b.io']]);
  await noteOf('a.com');
  expect(asked).toHaveLength(1);
});

test('more names than one message may hold go out in parts', async () => {
  const { asked, noteOf } = recorded();
  const names = Array.from({ length: NAMES_AT_ONCE * 2 + 1 }, (_, index) => `${index}.com`);
  const answers = await Promise.all(names.map(noteOf));
  expect(answers.map((one) => one?.name)).toEqual(names);
  expect(asked.map((part) => part.length)).toEqual([NAMES_AT_ONCE, NAMES_AT_ONCE, 1]);
});
