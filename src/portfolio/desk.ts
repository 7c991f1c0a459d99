/** The portfolio that is worked on, and the keeping of it. */
import type { Portfolio } from './kept.ts';
import type { Store } from './store.ts';

type SaveState = 'untouched' | 'saving' | 'saved' | 'conflict' | 'failed';

export interface DeskView {
  readonly portfolio: Portfolio;
  readonly state: SaveState;
  /** All that can be opened: those that are kept, and those that could not be. */
  readonly others: readonly Portfolio[];
  readonly canUndo: boolean;
}

export interface Desk {
  /** In: the open portfolio, changed. It is kept at once. */
  change(next: Portfolio): void;
  /** In: the id of a portfolio, and a change of it that took its time: another one may be open by now. */
  changeOf(id: string, make: (portfolio: Portfolio) => Portfolio): Promise<void>;
  undo(): void;
  /** Goes on under another id: what another tab saved stays, what is open becomes a portfolio of its own. */
  keepCopy(name: string): void;
  open(id: string): Promise<void>;
  /** In: a portfolio that nobody keeps yet. */
  begin(fresh: Portfolio): void;
  /** Deletes the open portfolio. In: what to open where no other is left. */
  remove(fresh: Portfolio): Promise<void>;
  /** In: portfolios from a file; they come in beside those that are there. Out: how many could be kept. */
  takeIn(given: readonly Portfolio[]): Promise<number>;
  /** Out: all that can be opened, the open one as it stands. */
  everything(): readonly Portfolio[];
}

/** Steps that can be taken back. */
const UNDO = 50;

/**
 * In: the store, what is open first, what is kept, and who shows it. Out: the desk. Saves follow each other, each on what the one
 * before it wrote; what could not be kept stays here, to be opened again, until it can.
 */
export function createDesk(
  store: Store,
  first: Portfolio,
  kept: readonly Portfolio[],
  show: (view: DeskView) => void,
): Desk & { readonly view: DeskView } {
  let portfolio = first;
  let state: SaveState = 'untouched';
  let past: readonly Portfolio[] = [];
  /** As last read or saved; `pending` is newer. */
  let stored = kept;
  const pending = new Map<
    string,
    { readonly portfolio: Portfolio; readonly state: 'saving' | 'conflict' | 'failed' }
  >();
  /** What each was when it was opened or last saved here: what another tab saved since is not written over. */
  const bases = new Map([[first.id, first.revision]]);
  let saves: Promise<unknown> = Promise.resolve();
  let savesDone = 0;

  function listed(): readonly Portfolio[] {
    const known = new Set(stored.map((one) => one.id));
    const fresh = [...pending.values()].map((one) => one.portfolio).filter((one) => !known.has(one.id));
    return [...stored.map((one) => pending.get(one.id)?.portfolio ?? one), ...fresh];
  }

  function view(): DeskView {
    return { portfolio, state, others: listed(), canUndo: past.length > 0 };
  }

  function put(next: Portfolio, as: SaveState, steps: readonly Portfolio[] = []): void {
    portfolio = next;
    state = as;
    past = steps;
    show(view());
  }

  /** Reads what is kept, again where something was saved meanwhile. What cannot be read now is there all the same. */
  async function look(): Promise<void> {
    let before: number;
    do {
      before = savesDone;
      stored = (await store.everything())?.portfolios ?? stored;
    } while (before !== savesDone);
  }

  async function save(next: Portfolio): Promise<boolean> {
    const done = await store.save({ ...next, revision: bases.get(next.id) ?? 0 });
    const isNewest = pending.get(next.id)?.portfolio === next;
    if (done.kind === 'saved') {
      savesDone++;
      bases.set(next.id, done.revision);
      const saved = { ...next, revision: done.revision };
      const isKnown = stored.some((one) => one.id === next.id);
      stored = isKnown ? stored.map((one) => (one.id === next.id ? saved : one)) : [...stored, saved];
      if (isNewest) pending.delete(next.id);
    } else if (isNewest) pending.set(next.id, { portfolio: next, state: done.kind });
    // What is open by now may be newer, or another.
    if (portfolio === next) state = done.kind;
    show(view());
    return done.kind === 'saved';
  }

  /** In: a portfolio, changed. Out: whether it could be saved, when its turn has come. */
  function keep(next: Portfolio): Promise<boolean> {
    pending.set(next.id, { portfolio: next, state: 'saving' });
    const saved = saves.then(() => save(next));
    saves = saved;
    return saved;
  }

  function change(next: Portfolio, steps: readonly Portfolio[]): void {
    put(next, 'saving', steps);
    void keep(next);
  }

  /**
   * In: an id. Out: what is kept under it, to go on with; undefined where another tab deleted it. Not to be waited for: whatever
   * is made of it must be noted before anything else is.
   */
  function newest(id: string): Portfolio | undefined {
    const found = listed().find((one) => one.id === id);
    if (found && !pending.has(id)) bases.set(id, found.revision);
    return found;
  }

  async function open(id: string): Promise<void> {
    await look();
    const found = newest(id);
    // Deleted in another tab meanwhile: the list says so.
    if (found === undefined) show(view());
    else if (id === portfolio.id && pending.has(id)) show(view());
    else put(found, pending.get(id)?.state ?? 'saved');
  }

  return {
    get view() {
      return view();
    },

    change: (next) => change(next, [...past, portfolio].slice(-UNDO)),

    async changeOf(id, make) {
      if (portfolio.id !== id) await look();
      if (portfolio.id === id) return change(make(portfolio), [...past, portfolio].slice(-UNDO));
      const found = newest(id);
      if (found) await keep(make(found));
    },

    undo() {
      const last = past.at(-1);
      // Under the id that it has now: it may have become a copy since.
      if (last) change({ ...last, id: portfolio.id }, past.slice(0, -1));
    },

    keepCopy(name) {
      pending.delete(portfolio.id);
      change({ ...portfolio, id: crypto.randomUUID(), name }, past);
    },

    open,

    begin: (fresh) => put(fresh, 'untouched'),

    async remove(fresh) {
      const { id } = portfolio;
      // A save that is under way would bring it back.
      await saves;
      await store.remove(id);
      pending.delete(id);
      await look();
      const [next] = listed();
      if (next) await open(next.id);
      else put(fresh, 'untouched');
    },

    async takeIn(given) {
      await look();
      const ids = new Set([portfolio, ...listed()].map((one) => one.id));
      const done: { readonly id: string; readonly isSaved: boolean }[] = [];
      for (const one of given) {
        const id = ids.has(one.id) ? crypto.randomUUID() : one.id;
        // A file may name one twice.
        ids.add(id);
        done.push({ id, isSaved: await keep({ ...one, id }) });
      }
      // What could not be kept is shown at least, and kept with the next change if that can be.
      const shown = done.find((one) => !one.isSaved) ?? done[0];
      if (shown) await open(shown.id);
      return done.filter((one) => one.isSaved).length;
    },

    everything() {
      const all = listed();
      const isListed = all.some((one) => one.id === portfolio.id);
      return isListed ? all.map((one) => (one.id === portfolio.id ? portfolio : one)) : [...all, portfolio];
    },
  };
}
