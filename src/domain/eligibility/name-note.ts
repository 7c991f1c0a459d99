/** What is said of a name in a list, where nothing but the name is known. */
import type { Reason, Verdict } from './verdict.ts';

export interface Note {
  readonly tone: 'yes' | 'no' | 'unknown';
  readonly reason: Reason;
}

/**
 * Returns what the name alone says, given a verdict on a name of which nothing else is known; null
 * where that is nothing.
 */
export function noteOn({ findings, domain }: Verdict, isSuffixKnown: (suffix: string) => boolean): Note | null {
  const named = findings.filter(({ check }) => check === 'suffix-approved' || check === 'name-is-yours');
  const suffix = named.find(({ check }) => check === 'suffix-approved');
  // "index.html" and "2.5.x" are no names: a suffix that nobody has heard of says nothing.
  if (suffix?.reason.code === 'suffix-unlisted' && !isSuffixKnown(domain.suffix)) return null;
  const failed = named.find(({ outcome }) => outcome === 'fail');
  if (failed) return { tone: 'no', reason: failed.reason };
  const unsure = named.find(({ outcome }) => outcome === 'cannot-tell');
  if (unsure) return { tone: 'unknown', reason: unsure.reason };
  return suffix ? { tone: 'yes', reason: suffix.reason } : null;
}
