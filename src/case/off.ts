/** Which hints are off, as it is kept. */
import {
  decodeOff,
  isSoundOff,
  NOTHING_OFF,
  OFF_KEY,
  type Off,
  type Switchable,
  switched,
} from '../messages/settings.ts';
import { look } from '../platform/browser.ts';
import { changeStored } from './change.ts';

/** Out: what is off; null where storage cannot be read. */
export async function lookOff(): Promise<Off | null> {
  const found = await look(OFF_KEY);
  return found && decodeOff(found.value);
}

/** The same for whoever only shows hints: what cannot be read is on. */
export async function readOff(): Promise<Off> {
  return (await lookOff()) ?? NOTHING_OFF;
}

/** In: what is to be switched, and whether on. Out: false where that could not be stored. */
export function keepSwitched(what: Switchable, on: boolean): Promise<boolean> {
  return changeStored(OFF_KEY, isSoundOff, (value) => switched(decodeOff(value), what, on));
}
