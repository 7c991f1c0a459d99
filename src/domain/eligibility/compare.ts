/** Two names side by side: which of them gets a filing sooner, as far as is known, and why. */

import { daysBetween } from '../common/days.ts';
import { toUnicodeName } from '../hostname/unicode-name.ts';
import type { Finding, Step, Verdict, VerdictStatus } from './verdict.ts';

/** From today on, in days: as fast as sources say, and as slow. */
export interface DaysUntil {
  readonly earliest: number;
  readonly latest: number;
}

/** How long it takes until a name is filed, or why that has no answer. */
export type TimeNeeded =
  | ({ readonly kind: 'days'; readonly by: string } & DaysUntil)
  | { readonly kind: 'filed' | 'not-needed' | 'never' | 'unknown' };

/** One of the two names. */
export interface Way {
  /** The name as people read it: without its subdomain, unless that is all that tells it apart. */
  readonly name: string;
  /** The things to put right, in the order of the checks. */
  readonly toFix: readonly Finding[];
  /** What to do until it is filed, in order; what holds for any name at that time is left out. */
  readonly steps: readonly Step[];
  /** What nobody has settled; what is settled for the other name comes first. */
  readonly open: readonly Finding[];
  readonly time: TimeNeeded;
}

/**
 * Why one name is quicker. `slower` is what the other comes to, `to-fix` what it must put right.
 */
export type QuickerReason =
  | { readonly kind: 'filed' | 'not-needed' | 'slower' | 'to-fix' | 'open' }
  | { readonly kind: 'time'; readonly days: number };

export interface Comparison {
  readonly ways: readonly [Way, Way];
  /** Which of the two is quicker; null where nothing that is known tells. */
  readonly quicker: 0 | 1 | null;
  /** Why it is; null where none is. */
  readonly reason: QuickerReason | null;
}

/** What is said of every name, or is another way and no need. */
export const NO_NEED: readonly string[] = [
  'confirm-one',
  'confirm-some',
  'close-dns',
  'dns-during-review',
  'ask-about-live-site',
  'or-transfer-back',
  'or-move-filing',
  'or-cancel-filing',
  'show-number',
  'police-filing',
];

/** What a verdict comes to, the best first; what nobody can put right comes last. */
const RANKS: Readonly<Record<VerdictStatus, number>> = { filed: 0, eligible: 1, depends: 2, unknown: 3, ineligible: 3 };
const NEVER = 4;

/**
 * Returns how two verdicts compare: by what they come to, then by how long they take, then by how
 * much is to be put right. A name of which sources do not say whether it can be filed is neither
 * quicker nor slower than one that has something to put right.
 */
export function compareVerdicts(one: Verdict, other: Verdict): Comparison {
  const openOf = (verdict: Verdict) => counting(verdict).filter(({ outcome }) => outcome === 'needs-answer');
  const isSameName = one.domain.registrable === other.domain.registrable;
  const ways = [
    wayOf(one, isSameName, openOf(one), openOf(other)),
    wayOf(other, isSameName, openOf(other), openOf(one)),
  ] as const;
  const found = decide([one, other], ways);
  return { ways, quicker: found?.quicker ?? null, reason: found?.reason ?? null };
}

type Pair<T> = readonly [T, T];
interface Decision {
  readonly quicker: 0 | 1;
  readonly reason: QuickerReason;
}

function decide(pair: Pair<Verdict>, ways: Pair<Way>): Decision | null {
  const ranks = [rankOf(pair[0]), rankOf(pair[1])] as const;
  if (ranks[0] !== ranks[1]) {
    const quicker = ranks[0] < ranks[1] ? 0 : 1;
    return { quicker, reason: { kind: reasonFor(ways[quicker], ways[quicker === 0 ? 1 : 0], Math.max(...ranks)) } };
  }
  if (ranks[0] === NEVER || pair[0].standing !== pair[1].standing) return null;
  const fixes = ways[0].toFix.length - ways[1].toFix.length;
  return byTime(ways) ?? (fixes === 0 ? null : { quicker: fixes < 0 ? 0 : 1, reason: { kind: 'to-fix' } });
}

/** Which is approved sooner, by the later of its days first: that is what one can plan with. */
function byTime([{ time: a }, { time: b }]: Pair<Way>): Decision | null {
  if (a.kind !== 'days' || b.kind !== 'days') return null;
  const days = a.latest - b.latest || a.earliest - b.earliest;
  return days === 0 ? null : { quicker: days < 0 ? 0 : 1, reason: { kind: 'time', days: Math.abs(days) } };
}

function reasonFor(quicker: Way, slower: Way, rank: number): Exclude<QuickerReason['kind'], 'time'> {
  if (quicker.time.kind === 'filed' || quicker.time.kind === 'not-needed') return quicker.time.kind;
  if (rank === NEVER) return 'slower';
  if (slower.toFix.length > 0) return 'to-fix';
  return rank === RANKS.depends ? 'open' : 'slower';
}

function wayOf(verdict: Verdict, isSameName: boolean, open: readonly Finding[], others: readonly Finding[]): Way {
  const { domain, steps } = verdict;
  const isOpenThere = ({ check }: Finding) => others.some((there) => there.check === check);
  return {
    name: isSameName ? domain.display : toUnicodeName(domain, domain.registrable),
    toFix: counting(verdict).filter(({ outcome }) => outcome === 'fail'),
    steps: steps.filter(({ code }) => !NO_NEED.includes(code)),
    open: [...open.filter((here) => !isOpenThere(here)), ...open.filter(isOpenThere)],
    time: timeOf(verdict),
  };
}

function counting({ findings }: Verdict): Finding[] {
  return findings.filter(({ ifFiledAnew }) => ifFiledAnew === undefined);
}

function timeOf(verdict: Verdict): TimeNeeded {
  if (verdict.standing === 'filed') return { kind: 'filed' };
  if (verdict.coverage.kind === 'outside') return { kind: 'not-needed' };
  if (rankOf(verdict) === NEVER) return { kind: 'never' };
  // Where sources do not say whether it can be filed, no time is known either.
  if (verdict.timeline === null || verdict.standing === 'unknown') return { kind: 'unknown' };
  const { start, approval } = verdict.timeline;
  return {
    kind: 'days',
    earliest: daysBetween(start, approval.earliest),
    latest: daysBetween(start, approval.latest),
    by: approval.latest,
  };
}

function rankOf(verdict: Verdict): number {
  const { standing, coverage } = verdict;
  if (standing !== 'filed' && coverage.kind === 'outside') return RANKS.filed;
  const isFinal =
    coverage.kind === 'platform' ||
    counting(verdict).some(
      ({ check, outcome }) => outcome === 'fail' && (check === 'suffix-approved' || check === 'subject-can-file'),
    );
  return isFinal && standing !== 'filed' ? NEVER : RANKS[standing];
}
