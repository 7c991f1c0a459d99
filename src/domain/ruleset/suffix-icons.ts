/** Which icon a site's suffix asks for. */
import type { SuffixFact, SuffixStatus } from './suffix.ts';

export interface IconGroup {
  readonly status: SuffixStatus;
  /** Suffixes as ends of host names, with a dot before them (A-labels). */
  readonly ends: readonly string[];
  /** Longer suffixes outweigh shorter ones: `.gov.cn` is not `.cn`. */
  readonly priority: number;
}

/** Returns the suffixes by status and number of labels, for the browser to match by itself. */
export function iconGroups(suffixes: readonly SuffixFact[]): IconGroup[] {
  const groups = new Map<string, { status: SuffixStatus; ends: string[]; priority: number }>();
  for (const { suffix, status } of suffixes) {
    const priority = suffix.split('.').length;
    const key = `${status} ${priority}`;
    const group = groups.get(key) ?? { status, ends: [], priority };
    group.ends.push(`.${suffix}`);
    groups.set(key, group);
  }
  return [...groups.values()].sort((a, b) => a.priority - b.priority || (a.status < b.status ? -1 : 1));
}
