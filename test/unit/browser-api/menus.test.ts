import { afterEach, describe, expect, test, vi } from 'vitest';
import { onMenu, showMenus } from '../../../src/browser-api/menus.ts';

afterEach(() => vi.unstubAllGlobals());

const ITEMS = [
  { id: 'a', contexts: ['selection'], title: 'A' },
  { id: 'b', contexts: ['link', 'selection'], title: 'B' },
] as const;

describe('menus', () => {
  test('shown twice at once, each item is there once: browsers keep items and refuse a second of the same id', async () => {
    const shown = new Map<string, string>();
    vi.stubGlobal('chrome', {
      contextMenus: {
        async removeAll() {
          await Promise.resolve();
          shown.clear();
        },
        create({ id, title }: { id: string; title: string }) {
          if (shown.has(id)) throw new Error(`Cannot create item with duplicate id ${id}`);
          shown.set(id, title);
        },
      },
    });
    await Promise.all([showMenus(ITEMS), showMenus(ITEMS.map((item) => ({ ...item, title: `${item.title}2` })))]);
    expect([...shown]).toEqual([
      ['a', 'A2'],
      ['b', 'B2'],
    ]);
  });

  test('a browser without menus (Firefox for Android) is left alone', async () => {
    vi.stubGlobal('chrome', {});
    await showMenus(ITEMS);
    expect(() => onMenu(() => {})).not.toThrow();
  });
});
