/** What is said of a name in a list, where nothing but the name is known. */
import type { CheckId } from '../ruleset/check-ids.ts';
import type { Reason, Verdict } from './verdict.ts';

export interface Note {
  readonly tone: 'yes' | 'no' | 'unknown';
  /** What decides it. */
  readonly check: CheckId;
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
  // Whose name it is comes first: nobody else can file it under any suffix.
  const failed = named.findLast(({ outcome }) => outcome === 'fail');
  if (failed) return { tone: 'no', check: failed.check, reason: failed.reason };
  const unsure = named.find(({ outcome }) => outcome === 'cannot-tell');
  if (unsure) return { tone: 'unknown', check: unsure.check, reason: unsure.reason };
  return suffix ? { tone: 'yes', check: suffix.check, reason: suffix.reason } : null;
}
