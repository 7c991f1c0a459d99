import type { Say } from '../ui/say.ts';
import type { Refusal } from './limits.ts';

const MEGABYTE = 1_000_000;

/** Returns why a file was not read, with the bound that it is beyond. */
export function refusalText(refusal: Refusal, file: string, say: Say): string {
  if (refusal.why === 'unreadable') return say('file_refused_unreadable', { file });
  const isSize = refusal.why === 'bytes' || refusal.why === 'unpacked';
  return say(`file_refused_${refusal.why}`, { file, most: isSize ? refusal.most / MEGABYTE : refusal.most });
}
