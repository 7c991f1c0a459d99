/** How files of some shape were read, as the person said: kept, so that it is asked once. */
import { tryReadStored } from '../browser-api/storage.ts';
import { type ColumnChoice, decodeShapes, type KnownShapes, withShape } from '../domain/portfolio/read-table.ts';
import { changeStored } from './change-stored.ts';
import { COLUMNS_KEY } from './keys.ts';

/** Returns the shapes that are kept; none where storage cannot be read. */
export async function loadShapes(): Promise<KnownShapes> {
  return decodeShapes((await tryReadStored(COLUMNS_KEY))?.value);
}

/** Keeps what the columns of a shape are. Resolves to false where it could not be stored. */
export function saveShape(shape: string, choice: ColumnChoice): Promise<boolean> {
  return changeStored(
    COLUMNS_KEY,
    // What does not decode is a choice that is made again.
    () => true,
    (stored) => withShape(decodeShapes(stored), shape, choice),
  );
}
