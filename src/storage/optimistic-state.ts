/**
 * What is kept as a page shows it: own changes count at once, those of other windows when they are
 * stored.
 */
export interface OptimisticState {
  /** Reads and shows what is kept, if nothing of this page is newer. */
  read(): Promise<void>;
  /**
   * Writes a change that is shown already. Returns whether all that was changed here could be
   * stored so far.
   */
  change(write: () => Promise<boolean>): Promise<boolean>;
}

/** Returns a state that is shown before it is stored. `look` reads, `show` shows what was read. */
export function createOptimisticState<T>(look: () => Promise<T>, show: (now: T) => void): OptimisticState {
  // Own changes: how many there were, how many are on their way to the storage, and whether one
  // could not be stored: it counts until the page closes, and what is stored is another matter from
  // then on.
  let made = 0;
  let pending = 0;
  let isApart = false;

  async function read(): Promise<void> {
    const before = made;
    const now = await look();
    // What was read while a change was made is older than what is shown.
    if (pending === 0 && made === before && !isApart) show(now);
  }

  return {
    read,
    async change(write) {
      made++;
      pending++;
      const done = await write();
      pending--;
      isApart ||= !done;
      // Others may have written meanwhile.
      if (pending === 0) void read();
      return !isApart;
    },
  };
}
