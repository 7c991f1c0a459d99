import { expect, test, vi } from 'vitest';
import { askOnce } from '../../../../src/entries/content/ask-once.ts';

test('what was answered is asked once, also while it is being asked', async () => {
  const ask = vi.fn(async (id: string) => `words of ${id}`);
  const get = askOnce(ask);
  expect(await Promise.all([get('a'), get('a'), get('b')])).toEqual(['words of a', 'words of a', 'words of b']);
  expect(await get('a')).toBe('words of a');
  expect(ask.mock.calls).toEqual([['a'], ['b']]);
});

test('what was not answered is asked again', async () => {
  const ask = vi
    .fn<(id: string) => Promise<string | null>>()
    .mockResolvedValueOnce(null)
    .mockResolvedValueOnce('words');
  const get = askOnce(ask);
  expect([await get('a'), await get('a'), await get('a')]).toEqual([null, 'words', 'words']);
  expect(ask).toHaveBeenCalledTimes(2);
});

test('a failure is handed on, and asked again', async () => {
  const ask = vi
    .fn<(id: string) => Promise<string | null>>()
    .mockRejectedValueOnce(new Error('gone'))
    .mockResolvedValue('words');
  const get = askOnce(ask);
  await expect(get('a')).rejects.toThrow('gone');
  expect(await get('a')).toBe('words');
});
