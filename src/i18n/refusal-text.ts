import type { Refusal } from '../domain/portfolio/input-limits.ts';
import type { Translate } from './translator.ts';

const MEGABYTE = 1_000_000;

/** Returns why a file was not read, with the bound that it is beyond. */
export function refusalText(refusal: Refusal, file: string, t: Translate): string {
  if (refusal.why === 'unreadable') return t('file_refused_unreadable', { file });
  const isSize = refusal.why === 'bytes' || refusal.why === 'unpacked';
  return t(`file_refused_${refusal.why}`, { file, most: isSize ? refusal.most / MEGABYTE : refusal.most });
}
