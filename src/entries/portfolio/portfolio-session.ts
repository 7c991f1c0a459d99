/** The portfolio that is worked on, and the keeping of it. */
import { MOST_CHARACTERS, type Portfolio } from '../../domain/portfolio/portfolio-record.ts';
import type { Store } from '../../storage/portfolio-store.ts';

type SaveState = 'untouched' | 'saving' | 'saved' | 'conflict' | 'failed';

export interface PortfolioSessionView {
  readonly portfolio: Portfolio;
  readonly state: SaveState;
  /** All that can be opened: those that are kept, and those that could not be. */
  readonly others: readonly Portfolio[];
  readonly canUndo: boolean;
  /** Those that could not be kept and are not open. */
  readonly unsaved: readonly Portfolio[];
}

type Change = (portfolio: Portfolio) => Portfolio;

export interface PortfolioSession {
  /** As it is now. */
  readonly view: PortfolioSessionView;
  /** Changes the open portfolio. The change is kept at once. */
  change(make: Change): void;
  /**
   * Changes a portfolio by its id, after work that took its time: another one may be open by now.
   * Resolves with whether it is there to be changed, once the change was saved or could not be.
   */
  changeOf(id: string, make: Change): Promise<boolean>;
  undo(): void;
  /**
   * Goes on under another id: what another tab saved stays, what is open becomes a portfolio of its
   * own.
   */
  keepCopy(name: string): void;
  open(id: string): Promise<void>;
  /** Opens a portfolio that nobody keeps yet. */
  begin(fresh: Portfolio): void;
  /**
   * Deletes the open portfolio, and opens `fresh` where no other is left. Returns false where it
   * could not be deleted.
   */
  remove(fresh: Portfolio): Promise<boolean>;
  /** Adds portfolios from a file beside those that are there. Returns how many could be kept. */
  importPortfolios(given: readonly Portfolio[]): Promise<number>;
  /** Returns all that can be opened, the open one as it stands. */
  getAll(): readonly Portfolio[];
}

/** Steps that can be taken back. */
const UNDO = 50;

/**
 * Returns the session. Saves follow each other, each on what the one before it wrote; what could
 * not be kept stays here, to be opened again, until it can.
 */
export function createPortfolioSession(
  store: Store,
  first: Portfolio,
  kept: readonly Portfolio[],
  show: (view: PortfolioSessionView) => void,
): PortfolioSession {
  let portfolio = first;
  let state: SaveState = 'untouched';
  let past: readonly Portfolio[] = [];
  /** As last read or saved; `pending` is newer. */
  let stored = kept;
  const pending = new Map<
    string,
    { readonly portfolio: Portfolio; readonly state: 'saving' | 'conflict' | 'failed' }
  >();
  /**
   * What each was when it was opened or last saved here: what another tab saved since is not
   * written over.
   */
  const bases = new Map([[first.id, first.revision]]);
  /**
   * What nobody keeps yet, as it was begun: names may still be on their way to it when another is
   * opened.
   */
  const begun = new Map([[first.id, first]]);
  const gone = new Set<string>();
  /** How often something was opened: of two, the later counts, whichever is read first. */
  let opened = 0;
  let saves: Promise<unknown> = Promise.resolve();
  let savesDone = 0;

  function listed(): readonly Portfolio[] {
    const known = new Set(stored.map((one) => one.id));
    const fresh = [...pending.values()].map((one) => one.portfolio).filter((one) => !known.has(one.id));
    return [...stored.map((one) => pending.get(one.id)?.portfolio ?? one), ...fresh];
  }

  function view(): PortfolioSessionView {
    const unsaved = [...pending.values()].filter((one) => one.state !== 'saving' && one.portfolio.id !== portfolio.id);
    return {
      portfolio,
      state,
      others: listed(),
      canUndo: past.length > 0,
      unsaved: unsaved.map((one) => one.portfolio),
    };
  }

  function put(next: Portfolio, as: SaveState, steps: readonly Portfolio[] = []): void {
    portfolio = next;
    state = as;
    past = steps;
    show(view());
  }

  /**
   * Reads what is kept, again where something was saved meanwhile. What cannot be read now is there
   * all the same.
   */
  async function look(): Promise<void> {
    let before: number;
    do {
      before = savesDone;
      stored = (await store.everything())?.portfolios ?? stored;
    } while (before !== savesDone);
  }

  async function save(next: Portfolio): Promise<boolean> {
    // It would bring back what was deleted.
    if (gone.has(next.id)) return false;
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

  /** Saves a changed portfolio in its turn. Returns whether it could be saved. */
  function keep(next: Portfolio): Promise<boolean> {
    if (!gone.has(next.id)) pending.set(next.id, { portfolio: next, state: 'saving' });
    const saved = saves.then(() => save(next));
    saves = saved;
    return saved;
  }

  function change(next: Portfolio, steps: readonly Portfolio[]): Promise<boolean> {
    put(next, 'saving', steps);
    return keep(next);
  }

  /** Changes the open portfolio. Resolves when the change was saved, or could not be. */
  async function changeOpen(make: Change): Promise<void> {
    const next = make(portfolio);
    if (next !== portfolio) await change(next, [...past, portfolio].slice(-UNDO));
  }

  /**
   * Returns what is kept under an id, to go on with; undefined where another tab deleted it. Not to
   * be waited for: whatever is made of it must be noted before anything else is.
   */
  function newest(id: string): Portfolio | undefined {
    const found = listed().find((one) => one.id === id);
    if (found && !pending.has(id)) bases.set(id, found.revision);
    return found ?? begun.get(id);
  }

  async function open(id: string): Promise<void> {
    const turn = ++opened;
    await look();
    if (turn !== opened) return;
    const found = newest(id);
    // Deleted in another tab meanwhile: the list says so. What is open and changed stays as it is,
    // with its steps.
    if (found === undefined || (id === portfolio.id && pending.has(id))) show(view());
    else put(found, pending.get(id)?.state ?? 'saved');
  }

  function begin(fresh: Portfolio): void {
    opened++;
    begun.set(fresh.id, fresh);
    put(fresh, 'untouched');
  }

  return {
    get view() {
      return view();
    },

    change: (make) => void changeOpen(make),

    async changeOf(id, make) {
      if (portfolio.id !== id) await look();
      const found = portfolio.id === id ? portfolio : newest(id);
      if (found === undefined) return false;
      if (found === portfolio) await changeOpen(make);
      else {
        const next = make(found);
        if (next !== found) await keep(next);
      }
      return true;
    },

    undo() {
      const last = past.at(-1);
      // Under the id that it has now: it may have become a copy since.
      if (last) void change({ ...last, id: portfolio.id }, past.slice(0, -1));
    },

    keepCopy(name) {
      pending.delete(portfolio.id);
      void change({ ...portfolio, id: crypto.randomUUID(), name: name.slice(0, MOST_CHARACTERS) }, past);
    },

    open,

    begin,

    async remove(fresh) {
      const { id } = portfolio;
      gone.add(id);
      // One that is under way would bring it back.
      await saves;
      if (!(await store.remove(id))) {
        gone.delete(id);
        return false;
      }
      pending.delete(id);
      begun.delete(id);
      await look();
      const next = listed().find((one) => one.id !== id);
      if (next) await open(next.id);
      else begin(fresh);
      return true;
    },

    async importPortfolios(given) {
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

    getAll() {
      const all = listed();
      const isListed = all.some((one) => one.id === portfolio.id);
      return isListed ? all.map((one) => (one.id === portfolio.id ? portfolio : one)) : [...all, portfolio];
    },
  };
}
