/**
 * What is kept as a page shows it: own changes count at once, those of other windows when they are
 * stored.
 */
export interface OptimisticState {
  /**
   * Reads and shows what is kept, if nothing of this page is newer. Resolves at once while a change
   * is on its way to the storage; that reads when it is there.
   */
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

  // How many reads were begun: what an earlier one brings late is older than what is shown.
  let begun = 0;

  async function read(): Promise<void> {
    // It may see one own change without the next, and end after both: the last change reads again.
    if (pending > 0) return;
    const before = made;
    const turn = ++begun;
    const now = await look();
    // What was read while a change was made is older than what is shown, too.
    if (made === before && turn === begun && !isApart) show(now);
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
