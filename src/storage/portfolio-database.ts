/** The database that portfolios are kept in. */
import { type IDBPDatabase, type OpenDBCallbacks, openDB } from 'idb';

const DATABASE = 'portfolios';
export const STORE = 'portfolios';
/** What could not be read, as it was found: nothing is written over it. */
export const ASIDE = 'aside';

/** Opens the database, and makes it where there is none yet. */
export function openPortfolios(callbacks: Omit<OpenDBCallbacks<unknown>, 'upgrade'> = {}): Promise<IDBPDatabase> {
  return openDB(DATABASE, 1, {
    ...callbacks,
    upgrade(made) {
      made.createObjectStore(STORE, { keyPath: 'id' });
      made.createObjectStore(ASIDE, { autoIncrement: true });
    },
  });
}
