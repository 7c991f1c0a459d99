/** A plan in a few words. */
import type { NameRow } from '../../domain/portfolio/assess-rows.ts';
import type { Plan, PlannedWebsite } from '../../domain/portfolio/filing-plan.ts';
import type { FixId } from '../../domain/portfolio/fixes.ts';
import type { TimelineItem } from '../../domain/portfolio/plan-timeline.ts';
import { adviceOnAnswers } from '../../domain/records/advice.ts';
import type { RulesetIndex } from '../../domain/ruleset/ruleset-index.ts';
import type { Citation } from '../../domain/ruleset/source.ts';
import { adviceText } from '../../i18n/record-text.ts';
import { sayFix } from '../../i18n/step-text.ts';
import type { Translate } from '../../i18n/translator.ts';
import type { BlockedNames } from './worker-protocol.ts';

/** Returns the limits of the plan in words, each with its year. */
export function limitsText({ perOrder, perOrderLater: later, cap, perServer }: Plan, t: Translate): string[] {
  return [
    t('portfolio_one_name'),
    t('portfolio_per_order', { most: perOrder.most, year: perOrder.year }),
    ...(later === null
      ? []
      : [t('portfolio_per_order_later', { most: later.most, over: later.filedOver, year: later.year })]),
    ...(cap === null ? [] : [t('portfolio_cap', { most: cap.most, year: cap.year })]),
    t('portfolio_per_server', { most: perServer.most, year: perServer.year }),
  ];
}

/** Returns what the limits of the plan rest on, in the order of {@link limitsText}. */
export function limitCites({ perOrder, perOrderLater, cap, perServer }: Plan, facts: RulesetIndex): Citation[] {
  const oneName = facts.principles.get('one-name-per-website') ?? [];
  return [oneName, perOrder.cites, perOrderLater?.cites ?? [], cap?.cites ?? [], perServer.cites].flat();
}

/** Returns the totals as parameters of a message. */
export function totalsOf({ totals }: Plan): Readonly<Record<string, number>> {
  return Object.fromEntries(Object.entries(totals).map(([name, count]) => [name.toLowerCase(), count]));
}

/** Totals that a person plans with, in the order in which they are read. */
const TOTALS = [
  'websites',
  'orders',
  'serviceCodes',
  'servers',
  'access',
  'covered',
  'filed',
  'beyondCap',
  'blocked',
  'notYours',
] as const satisfies readonly (keyof Plan['totals'])[];

/** Returns the totals that say something: how many websites and orders always do. */
export function shownTotals({ totals }: Plan): (readonly [total: keyof Plan['totals'], count: number])[] {
  return TOTALS.map((total) => [total, totals[total]] as const).filter(
    ([total, count]) => count > 0 || total === 'websites' || total === 'orders',
  );
}

/** Returns the blocked names of a plan by what is said of them, the largest group first. */
export function groupBlocked(plan: Plan, t: Translate): Omit<BlockedNames, 'count'>[] {
  const groups = new Map<string, { why: string; step: string | null; names: string[] }>();
  for (const { name, reason, step } of plan.blocked) {
    const why = reason === null ? '' : t(`because_${reason.code.replaceAll('-', '_')}`, reason.params);
    const key = `${step?.code} ${why}`;
    const group = groups.get(key);
    if (group) group.names.push(name);
    else groups.set(key, { why, step: step?.code ?? null, names: [name] });
  }
  return [...groups.values()].sort((a, b) => b.names.length - a.names.length);
}

/** What is done about a state at the registry, whatever the checks say. */
const OF_STATES: readonly FixId[] = ['restore', 'lift-hold'];

/** Returns why the first thing to do about a row is what it is; empty where nothing says it. */
export function whyText({ fix, reason, statuses }: NameRow, t: Translate): string {
  if (OF_STATES.includes(fix) && reason?.code !== 'expired') {
    // Nothing but the states is asked about, so no day counts.
    const [gravest] = adviceOnAnswers({}, statuses.split(','), '');
    if (gravest !== undefined) return adviceText(gravest, t);
  }
  return reason === null ? '' : t(`because_${reason.code.replaceAll('-', '_')}`, reason.params);
}

/** Returns what a total is called. */
export function totalText(total: keyof Plan['totals'], t: Translate): string {
  return t(`total_${total.toLowerCase().replace('notyours', 'not_yours')}`);
}

/** Returns what belongs to a website besides its name, a line for each kind of subdomain. */
export function websiteText(
  { covered, access }: PlannedWebsite,
  list: (names: readonly string[]) => string,
  t: Translate,
) {
  return [
    ...(covered.length > 0 ? [`${t('portfolio_covered')}: ${list(covered)}`] : []),
    ...(access.length > 0 ? [`${t('portfolio_access')}: ${list(access)}`] : []),
  ];
}

/** Returns one item of a timeline in words: what, for how many names, from or by which day. */
export function timelineText(
  { fix, from, by, count }: Omit<TimelineItem, 'names'> & { readonly count: number },
  t: Translate,
): string {
  const what = sayFix(fix, t);
  if (by !== null) return t('timeline_by', { what, count, date: by });
  return from === null ? t('timeline_now', { what, count }) : t('timeline_from', { what, count, date: from });
}
