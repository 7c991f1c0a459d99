/** Portfolios in IndexedDB. A save is one transaction: it happens in whole or not at all, crash or not. */
import { type IDBPDatabase, openDB } from 'idb';
import { PORTFOLIOS } from '../case/data.ts';
import type { RuleBundle } from '../core/model.ts';
import { decodePortfolio, type Portfolio } from './kept.ts';

const STORE = 'portfolios';
/** What could not be read, as it was found: nothing is written over it. */
const ASIDE = 'aside';

export type Saved =
  | { readonly kind: 'saved'; readonly revision: number }
  /** Another tab saved meanwhile; what it saved is untouched. */
  | { readonly kind: 'conflict' }
  /** No room, or storage does not work. */
  | { readonly kind: 'failed' };

export interface Store {
  /** Out: all portfolios that can be read, by name. */
  all(): Promise<Portfolio[]>;
  /** In: a portfolio as it was read or last saved, changed. Out: what came of it. */
  save(portfolio: Portfolio): Promise<Saved>;
  remove(id: string): Promise<boolean>;
}

/** In: the rules. Out: the store. */
export function storeFor(rules: RuleBundle): Store {
  let opened: Promise<IDBPDatabase> | undefined;

  function database(): Promise<IDBPDatabase> {
    opened ??= openDB(PORTFOLIOS, 1, {
      upgrade(made) {
        made.createObjectStore(STORE, { keyPath: 'id' });
        made.createObjectStore(ASIDE, { autoIncrement: true });
      },
      // A newer version in another tab must not wait for us.
      blocking: () => void opened?.then((one) => one.close()).then(() => (opened = undefined)),
      terminated: () => (opened = undefined),
    });
    opened.catch(() => (opened = undefined));
    return opened;
  }

  return {
    async all() {
      try {
        const found: unknown[] = await (await database()).getAll(STORE);
        return found.flatMap((one) => decodePortfolio(one, rules) ?? []).sort((a, b) => (a.name < b.name ? -1 : 1));
      } catch {
        return [];
      }
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

/** Whether all of what was found is in what was read of it: reading leaves out what does not decode. */
function isSame(found: unknown, read: unknown): boolean {
  if (found === read) return true;
  if (typeof found !== 'object' || typeof read !== 'object' || found === null || read === null) return false;
  const keys = Object.keys(found);
  return (
    keys.length === Object.keys(read).length &&
    keys.every((key) => Object.hasOwn(read, key) && isSame(found[key as never], read[key as never]))
  );
}
