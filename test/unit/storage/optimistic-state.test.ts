import { expect, test } from 'vitest';
import { createOptimisticState } from '../../../src/storage/optimistic-state.ts';

/** Something kept, whose readings and writings are let through by hand. */
function kept() {
  const shown: number[] = [];
  const reads: ((value: number) => void)[] = [];
  const live = createOptimisticState(
    () => new Promise<number>((read) => reads.push(read)),
    (now) => shown.push(now),
  );
  const writes: ((done: boolean) => void)[] = [];
  const change = () => live.change(() => new Promise((write) => writes.push(write)));
  return { live, shown, reads, writes, change };
}
const settled = () => new Promise((resolve) => setImmediate(resolve));

test('what other windows store is shown', async () => {
  const { live, shown, reads } = kept();
  void live.read();
  reads[0]?.(1);
  await settled();
  expect(shown).toEqual([1]);
});

test('what was read before a change was made, or while it is on its way, is not shown over it', async () => {
  const { live, shown, reads, writes, change } = kept();
  void live.read();
  const first = change();
  reads[0]?.(1);
  void live.read();
  const second = change();
  await settled();
  writes[0]?.(true);
  expect(await first).toBe(true);
  await settled();
  expect([shown, reads.length]).toEqual([[], 1]);
  writes[1]?.(true);
  expect(await second).toBe(true);
  // Read anew once nothing is on its way: others may have written meanwhile.
  reads[1]?.(3);
  await settled();
  expect(shown).toEqual([3]);
});

test('what the storage says between two own changes is not shown after them, however long it takes', async () => {
  const { live, shown, reads, writes, change } = kept();
  const first = change();
  const second = change();
  writes[0]?.(true);
  await first;
  // The browser tells of the first one, while the second is on its way.
  void live.read();
  writes[1]?.(true);
  await second;
  for (const read of reads) read(reads.indexOf(read) === reads.length - 1 ? 2 : 1);
  await settled();
  expect(shown).toEqual([2]);
});

test('of what is read twice, the later reading stays', async () => {
  const { live, shown, reads } = kept();
  void live.read();
  void live.read();
  reads[1]?.(2);
  await settled();
  reads[0]?.(1);
  await settled();
  expect(shown).toEqual([2]);
});

test('what could not be stored stays, and is not stored by what comes after it', async () => {
  const { live, shown, reads, writes, change } = kept();
  const first = change();
  writes[0]?.(false);
  expect(await first).toBe(false);
  const second = change();
  writes[1]?.(true);
  expect(await second).toBe(false);
  void live.read();
  for (const read of reads) read(9);
  await settled();
  expect(shown).toEqual([]);
});
