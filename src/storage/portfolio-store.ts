/**
 * Portfolios in IndexedDB. A save is one transaction: it happens in whole or not at all, crash or
 * not.
 */
import type { IDBPDatabase } from 'idb';
import { inTime } from '../browser-api/in-time.ts';
import { decodePortfolio, type Portfolio } from '../domain/portfolio/portfolio-record.ts';
import type { Ruleset } from '../domain/ruleset/ruleset.ts';
import { ASIDE, openPortfolios, STORE } from './portfolio-database.ts';

export type Saved =
  | { readonly kind: 'saved'; readonly revision: number }
  /** Another tab saved meanwhile; what it saved is untouched. */
  | { readonly kind: 'conflict' }
  /** No room, or storage does not work. */
  | { readonly kind: 'failed' };

export interface Store {
  /** Returns all portfolios that can be read, by name. */
  all(): Promise<Portfolio[]>;
  /**
   * Returns the same, and how many things are there that cannot be read; null where nothing can be
   * asked.
   */
  everything(): Promise<{ readonly portfolios: readonly Portfolio[]; readonly unreadable: number } | null>;
  /** Saves a portfolio as it was read or last saved, changed. Returns what came of it. */
  save(portfolio: Portfolio): Promise<Saved>;
  remove(id: string): Promise<boolean>;
  /**
   * Deletes all of them, and what was set aside. Returns what puts it back, as it was found, and
   * resolves to false where that fails; null where nothing could be deleted.
   */
  erase(): Promise<(() => Promise<boolean>) | null>;
}

/** Returns the store. */
export function storeFor(rules: Ruleset): Store {
  let opened: Promise<IDBPDatabase> | undefined;

  /**
   * Rejects where the database does not open, or not yet; what was asked for goes on, so that later
   * calls find it open.
   */
  function database(): Promise<IDBPDatabase> {
    opened ??= openPortfolios({
      // A newer version in another tab must not wait for us.
      blocking: () => void opened?.then((one) => one.close()).then(() => (opened = undefined)),
      terminated: () => (opened = undefined),
    });
    opened.catch(() => (opened = undefined));
    return inTime(opened);
  }

  async function everything(): ReturnType<Store['everything']> {
    try {
      const transaction = (await database()).transaction([STORE, ASIDE]);
      const [found, aside] = await Promise.all([
        transaction.objectStore(STORE).getAll(),
        transaction.objectStore(ASIDE).count(),
      ]);
      const portfolios = found
        .flatMap((one: unknown) => decodePortfolio(one, rules) ?? [])
        .sort((a, b) => (a.name < b.name ? -1 : 1));
      return { portfolios, unreadable: found.length - portfolios.length + aside };
    } catch {
      // A browser that keeps no data, or a database that is broken.
      return null;
    }
  }

  /** What came meanwhile is newer, and stays. */
  async function putBack(kept: readonly unknown[], aside: readonly unknown[]): Promise<boolean> {
    try {
      const transaction = (await database()).transaction([STORE, ASIDE], 'readwrite');
      const store = transaction.objectStore(STORE);
      const newer = new Set(await store.getAllKeys());
      for (const one of kept) if (!newer.has((one as Portfolio).id)) await store.put(one);
      for (const one of aside) await transaction.objectStore(ASIDE).add(one);
      await transaction.done;
      return true;
    } catch {
      return false;
    }
  }

  return {
    everything,

    async all() {
      return [...((await everything())?.portfolios ?? [])];
    },

    async save(portfolio) {
      try {
        const transaction = (await database()).transaction([STORE, ASIDE], 'readwrite');
        // Told below, by what failed; nobody else waits for it then.
        transaction.done.catch(() => {});
        const kept = transaction.objectStore(STORE);
        const before: unknown = await kept.get(portfolio.id);
        const read = before === undefined ? null : decodePortfolio(before, rules);
        if (read !== null && read.revision !== portfolio.revision) {
          await transaction.done;
          return { kind: 'conflict' };
        }
        if (before !== undefined && !isSame(before, read)) await transaction.objectStore(ASIDE).add(before);
        const revision = portfolio.revision + 1;
        await kept.put({ ...portfolio, revision });
        await transaction.done;
        return { kind: 'saved', revision };
      } catch {
        return { kind: 'failed' };
      }
    },

    async erase() {
      try {
        // Emptied and not deleted: that would wait for every tab that has it open.
        const transaction = (await database()).transaction([STORE, ASIDE], 'readwrite');
        const [kept, aside] = [transaction.objectStore(STORE), transaction.objectStore(ASIDE)];
        const found = await Promise.all([kept.getAll(), aside.getAll()]);
        await Promise.all([kept.clear(), aside.clear()]);
        await transaction.done;
        return () => putBack(...found);
      } catch {
        return null;
      }
    },

    async remove(id) {
      try {
        await (await database()).delete(STORE, id);
        return true;
      } catch {
        return false;
      }
    },
  };
}

/**
 * Whether all of what was found is in what was read of it: reading leaves out what does not decode.
 */
function isSame(found: unknown, read: unknown): boolean {
  // NaN is what it is, too.
  if (Object.is(found, read)) return true;
  if (typeof found !== 'object' || typeof read !== 'object' || found === null || read === null) return false;
  const keys = Object.keys(found);
  // What is read may have more: fields that a portfolio of an earlier build lacks.
  return keys.every((key) => Object.hasOwn(read, key) && isSame(found[key as never], read[key as never]));
}
