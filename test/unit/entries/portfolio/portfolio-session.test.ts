import fc from 'fast-check';
import { beforeEach, describe, expect, test } from 'vitest';
import { emptyPortfolio, type Portfolio } from '../../../../src/domain/portfolio/portfolio-record.ts';
import {
  createPortfolioSession,
  type PortfolioSessionView,
} from '../../../../src/entries/portfolio/portfolio-session.ts';
import type { Saved, Store } from '../../../../src/storage/portfolio-store.ts';

/** A store in memory that answers when it is told to, and fails when it is told to. */
function memory(kept: readonly Portfolio[] = []) {
  const all = new Map(kept.map((one) => [one.id, one]));
  let waiting: (() => void)[] = [];
  const fake = {
    all,
    isSlow: false,
    isFull: false,
    /** Lets everything that waits go on, and what comes after it. */
    async release(): Promise<void> {
      fake.isSlow = false;
      for (const go of waiting) go();
      waiting = [];
      await settled();
    },
    store: {
      all: async () => [...all.values()],
      everything: async () => ({ portfolios: [...all.values()], unreadable: 0 }),
      async save(portfolio): Promise<Saved> {
        if (fake.isSlow) await new Promise<void>((go) => waiting.push(go));
        if (fake.isFull) return { kind: 'failed' };
        const before = all.get(portfolio.id);
        if (before && before.revision !== portfolio.revision) return { kind: 'conflict' };
        const revision = portfolio.revision + 1;
        all.set(portfolio.id, { ...portfolio, revision });
        return { kind: 'saved', revision };
      },
      remove: async (id) => all.delete(id),
      erase: async () => null,
    } satisfies Store,
  };
  return fake;
}

const settled = () => new Promise((resolve) => setImmediate(resolve));
const named = (id: string, name: string): Portfolio => ({ ...emptyPortfolio(id, name), revision: 1 });

let kept: ReturnType<typeof memory>;
let seen: PortfolioSessionView;
function start(first: Portfolio, all: readonly Portfolio[]) {
  kept = memory(all);
  const desk = createPortfolioSession(kept.store, first, all, (view) => {
    seen = view;
  });
  seen = desk.view;
  return desk;
}
const rename = (name: string) => (one: Portfolio) => ({ ...one, name });

describe('two portfolios', () => {
  const [a, b] = [named('a', 'A'), named('b', 'B')];
  let desk: ReturnType<typeof start>;
  beforeEach(() => {
    desk = start(a, [a, b]);
  });

  test('what was changed while a save was under way is saved under its own id, whatever is opened meanwhile', async () => {
    kept.isSlow = true;
    desk.change(rename('A1'));
    desk.change(rename('A2'));
    const opened = desk.open('b');
    desk.change(rename('A3'));
    await kept.release();
    await opened;
    await settled();
    expect(seen).toMatchObject({ portfolio: { id: 'b', name: 'B' }, state: 'saved', canUndo: false });
    expect(kept.all.get('a')).toMatchObject({ name: 'A3', revision: 4 });
    expect(kept.all.get('b')).toEqual(b);
  });

  test('what took its time goes to the portfolio that it was begun for', async () => {
    await desk.open('b');
    await desk.changeOf('a', (one) => ({ ...one, name: 'A1' }));
    expect(seen.portfolio).toMatchObject({ id: 'b', name: 'B' });
    expect(kept.all.get('a')).toMatchObject({ name: 'A1' });
    await desk.changeOf('b', (one) => ({ ...one, name: 'B1' }));
    await settled();
    expect(seen).toMatchObject({ portfolio: { id: 'b', name: 'B1' }, state: 'saved', canUndo: true });
    // Deleted meanwhile: there is nothing to add to.
    expect(await desk.changeOf('gone', (one) => ({ ...one, name: 'again' }))).toBe(false);
    expect([...kept.all.keys()]).toEqual(['a', 'b']);
    // Begun and not kept yet: it is there all the same.
    desk.begin(emptyPortfolio('c', 'C'));
    await desk.open('a');
    expect(await desk.changeOf('c', (one) => ({ ...one, name: 'C1' }))).toBe(true);
    expect(kept.all.get('c')).toMatchObject({ name: 'C1', revision: 1 });
    expect(await desk.changeOf('b', (one) => one)).toBe(true);
    expect(kept.all.get('b')).toMatchObject({ name: 'B1', revision: 2 });
  });

  test('of two that are chosen, the later is opened, whichever is read first', async () => {
    let slow: (() => void) | undefined;
    const { everything } = kept.store;
    kept.store.everything = () => new Promise((read) => (slow = () => void everything().then(read)));
    const first = desk.open('b');
    await settled();
    kept.store.everything = everything;
    await desk.open('a');
    slow?.();
    await first;
    expect(seen.portfolio.id).toBe('a');
    desk.begin(emptyPortfolio('c', 'C'));
    expect(seen.portfolio.id).toBe('c');
  });

  test('what could not be saved is opened again as it was, is in what is exported, and is saved when it can be', async () => {
    kept.isFull = true;
    desk.change(rename('A1'));
    await settled();
    expect(seen.state).toBe('failed');
    expect(seen.unsaved).toEqual([]);
    await desk.open('b');
    expect(seen).toMatchObject({ state: 'saved', others: [{ name: 'A1' }, { name: 'B' }], unsaved: [{ name: 'A1' }] });
    expect(desk.getAll().map((one) => one.name)).toEqual(['A1', 'B']);
    await desk.open('a');
    expect(seen).toMatchObject({ portfolio: { name: 'A1' }, state: 'failed' });
    kept.isFull = false;
    desk.change(rename('A2'));
    await settled();
    expect(seen).toMatchObject({ state: 'saved', others: [{ name: 'A2' }, { name: 'B' }] });
  });

  test('what another tab saved stays: a copy goes on by itself, and taking steps back does not touch the other', async () => {
    desk.change(rename('A1'));
    await settled();
    kept.all.set('a', { ...named('a', 'Theirs'), revision: 9 });
    desk.change(rename('A2'));
    await settled();
    expect(seen.state).toBe('conflict');
    // Looked at another one in between: mine is still here.
    await desk.open('b');
    await desk.open('a');
    expect(seen).toMatchObject({ portfolio: { name: 'A2' }, state: 'conflict' });
    desk.change(rename('A3'));
    // Longer than a name that is read back.
    desk.keepCopy(`Copy${'y'.repeat(300)}`);
    await settled();
    expect(seen.portfolio.name).toHaveLength(200);
    expect(seen).toMatchObject({ portfolio: { name: expect.stringMatching(/^Copyy/) }, state: 'saved', canUndo: true });
    desk.undo();
    await settled();
    expect(seen).toMatchObject({ portfolio: { name: 'A2' }, state: 'saved', canUndo: false });
    expect(kept.all.get('a')).toMatchObject({ name: 'Theirs', revision: 9 });
    expect(kept.all.size).toBe(3);
  });

  test('one that is deleted is gone, with what was under way; the next is opened, or a fresh one', async () => {
    kept.isSlow = true;
    desk.change(rename('A1'));
    const removed = desk.remove(emptyPortfolio('c', 'C'));
    desk.change(rename('A2'));
    await kept.release();
    expect(await removed).toBe(true);
    await settled();
    expect(seen.portfolio.id).toBe('b');
    expect([...kept.all.keys()]).toEqual(['b']);
    kept.store.remove = async () => false;
    expect(await desk.remove(emptyPortfolio('c', 'C'))).toBe(false);
    desk.change(rename('B1'));
    await settled();
    expect(seen).toMatchObject({ portfolio: { id: 'b', name: 'B1' }, state: 'saved' });
    kept.store.remove = async (id) => kept.all.delete(id);
    expect(await desk.remove(emptyPortfolio('c', 'C'))).toBe(true);
    expect(seen).toMatchObject({ portfolio: { id: 'c' }, state: 'untouched', others: [] });
    expect(kept.all.size).toBe(0);
    // Deleted in another tab: the list says so, what is open stays.
    await desk.open('a');
    expect(seen.portfolio.id).toBe('c');
  });

  test('portfolios from a file come in beside those that are there; what could not be kept is opened', async () => {
    const given = [named('a', 'From a file'), named('d', 'D'), named('d', 'D again')];
    expect(await desk.importPortfolios(given)).toBe(3);
    expect(seen).toMatchObject({ portfolio: { name: 'From a file' }, state: 'saved' });
    expect([...kept.all.values()].map((one) => one.name).sort()).toEqual(['A', 'B', 'D', 'D again', 'From a file']);
    kept.isFull = true;
    expect(await desk.importPortfolios([named('e', 'E')])).toBe(0);
    expect(seen).toMatchObject({ portfolio: { name: 'E' }, state: 'failed' });
    kept.isFull = false;
    desk.change(rename('E1'));
    await settled();
    expect(kept.all.get('e')).toMatchObject({ name: 'E1' });
  });

  test('a store that cannot be read for a while empties no list', async () => {
    kept.store.everything = async () => null as never;
    await desk.open('b');
    expect(seen).toMatchObject({ portfolio: { id: 'b' }, others: [{ id: 'a' }, { id: 'b' }] });
  });

  test('a long list of steps is cut at its old end', async () => {
    for (let step = 0; step < 60; step++) desk.change(rename(`${step}`));
    for (let step = 0; step < 60; step++) desk.undo();
    await settled();
    expect(seen).toMatchObject({ portfolio: { name: '9' }, canUndo: false });
    expect(kept.all.get('a')).toMatchObject({ name: '9' });
  });
});

test('whatever is done in whatever order, the last of each portfolio is kept or can be opened again', async () => {
  const ids = ['a', 'b', 'c'];
  const step = fc.oneof(
    fc.record({ kind: fc.constant('change' as const) }),
    fc.record({ kind: fc.constant('undo' as const) }),
    fc.record({ kind: fc.constant('open' as const), id: fc.constantFrom(...ids) }),
    fc.record({ kind: fc.constant('changeOf' as const), id: fc.constantFrom(...ids) }),
    fc.record({ kind: fc.constantFrom('slow' as const, 'release' as const, 'full' as const, 'room' as const) }),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 40 }), async (steps) => {
      const all = ids.map((id) => named(id, id));
      const desk = start(all[0] as Portfolio, all);
      const last = new Map(all.map((one) => [one.id, one.name]));
      const noted = () => last.set(seen.portfolio.id, seen.portfolio.name);
      let count = 0;
      for (const one of steps) {
        if (one.kind === 'change') {
          desk.change(rename(`${++count}`));
          noted();
        } else if (one.kind === 'undo') {
          desk.undo();
          noted();
        } else if (one.kind === 'open') void desk.open(one.id);
        else if (one.kind === 'changeOf')
          void desk.changeOf(one.id, (before) => {
            const name = `${++count}`;
            last.set(one.id, name);
            return { ...before, name };
          });
        else if (one.kind === 'slow') kept.isSlow = true;
        else if (one.kind === 'release') await kept.release();
        else kept.isFull = one.kind === 'full';
        await Promise.resolve();
      }
      await kept.release();
      await settled();
      const names = Object.fromEntries(desk.getAll().map((one) => [one.id, one.name]));
      expect(names).toEqual(Object.fromEntries(last));
      for (const id of ids) {
        await desk.open(id);
        expect(seen.portfolio).toMatchObject({ id, name: last.get(id) });
        if (seen.state === 'saved') expect(kept.all.get(id)?.name).toBe(last.get(id));
        else expect(seen.state).toBe('failed');
      }
    }),
    { numRuns: 1000 },
  );
});
