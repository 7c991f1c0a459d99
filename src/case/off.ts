/** Which hints are off, as it is kept. */
import { decodeOff, isSoundOff, OFF_KEY, type Off, switched } from '../messages/settings.ts';
import { stored } from '../platform/browser.ts';
import { changeStored } from './change.ts';

/** Out: what is off; whatever cannot be read is on. */
export async function readOff(): Promise<Off> {
  return decodeOff(await stored(OFF_KEY));
}

/** In: what is to be switched, and whether on. Out: false where that could not be stored. */
export function keepSwitched(what: Parameters<typeof switched>[1], on: boolean): Promise<boolean> {
  return changeStored(OFF_KEY, isSoundOff, (value) => switched(decodeOff(value), what, on));
}
