/** As much of a portfolio and its plan as a page can draw. */
import type { Day } from '../../domain/common/days.ts';
import type { NameRow } from '../../domain/portfolio/assess-rows.ts';
import type { Plan } from '../../domain/portfolio/filing-plan.ts';
import { blockedBy, FIXES, type FixId, hasFix, PARTS, type Part } from '../../domain/portfolio/fixes.ts';
import { isLikely, LIKELY } from '../../domain/portfolio/likely-answers.ts';
import { timelineOf } from '../../domain/portfolio/plan-timeline.ts';
import type { Translate } from '../../i18n/translator.ts';
import { groupBlocked } from './plan-text.ts';
import { domainsOf } from './portfolio-changes.ts';
import { type Bar, DRAWN, type PlanSummary, type ToDo } from './worker-protocol.ts';

/** Values of a column that rows can be narrowed to: more than that is found by typing. */
const FACETS = 300;
/** Bars of a picture, and parts of a line below a thing to do. */
export const BARS = 8;
const MOST = 3;
const MONTHS = 12;
/** What is said of these by suffix; of all else by registrar. */
const BY_SUFFIX: readonly FixId[] = ['replace-suffix', 'check-suffix', 'not-yours'];

/**
 * How many rows want a fix, by suffix or registrar, and the first day for it ('' where none has).
 */
interface CountedFix {
  readonly fix: FixId;
  count: number;
  readonly by: Counter;
  first: string;
}

const countedFix = (fix: FixId): CountedFix => ({ fix, count: 0, by: new Counter(), first: '' });

function countFix(one: CountedFix, row: NameRow, suffix: string): void {
  one.count++;
  if (BY_SUFFIX.includes(one.fix)) one.by.add(row.suffix, suffix);
  else if (row.registrar !== '') one.by.add(row.registrar, row.registrarName);
  const day = dayFor(one.fix, row);
  if (day !== '' && (one.first === '' || day < one.first)) one.first = day;
}

function dayFor(fix: FixId, { expiresOn, movesFrom }: NameRow): string {
  if (fix === 'renew') return expiresOn;
  return fix === 'move-registrar' ? (movesFrom ?? '') : '';
}

/** Returns what is drawn of rows and their plan. */
export function summarizePlan(rows: readonly NameRow[], plan: Plan, today: Day, t: Translate): PlanSummary {
  const parts = Object.fromEntries(PARTS.map((part) => [part, 0])) as Record<Part, number>;
  const suffixes = new Counter();
  const registrars = new Counter();
  const months = new Counter();
  const blocked = new Counter();
  const toDo = FIXES.map(countedFix);
  const likelies = LIKELY.map(() => 0);
  for (const row of rows) {
    parts[row.part]++;
    if (row.registrar !== '') registrars.add(row.registrar, row.registrarName);
    if (row.expiresOn !== '') months.add(row.expiresOn.slice(0, 7), row.expiresOn.slice(0, 7));
    const suffix = `.${row.display.split('.').slice(-row.suffix.split('.').length).join('.')}`;
    suffixes.add(row.suffix, suffix);
    const reason = blockedBy(row.fix);
    if (reason !== null) blocked.add(reason, reason);
    LIKELY.forEach((likely, index) => {
      if (isLikely(likely, row)) likelies[index] = (likelies[index] ?? 0) + 1;
    });
    for (const one of toDo) if (hasFix(row.fixes, one.fix)) countFix(one, row, suffix);
  }
  // Of a filing that is known by its number only the person knows whose it is.
  const unasked = domainsOf(
    rows.filter(({ existing, filing, part }) => existing === '' && filing === '' && part !== 'cannot'),
  ).sort();
  const blockedNames = groupBlocked(plan, t);
  return {
    plan: {
      ...plan,
      websites: plan.websites.slice(0, DRAWN),
      orders: plan.orders.slice(0, DRAWN),
      sameSites: plan.sameSites.slice(0, DRAWN),
      filed: plan.filed.slice(0, DRAWN),
      blocked: [],
      notYours: plan.notYours.slice(0, DRAWN),
    },
    blockedNames: blockedNames
      .slice(0, DRAWN)
      .map((group) => ({ ...group, names: group.names.slice(0, DRAWN), count: group.names.length })),
    all: {
      websites: plan.websites.length,
      orders: plan.orders.length,
      sameSites: plan.sameSites.length,
      filed: plan.filed.length,
      blocked: blockedNames.length,
      notYours: plan.notYours.length,
    },
    parts,
    toDo: toDo
      .filter(({ count }) => count > 0)
      // What can be filed comes last, however much it is.
      .sort((a, b) => Number(isDone(a.fix)) - Number(isDone(b.fix)) || b.count - a.count)
      .map(({ fix, count, by, first }): ToDo => ({ fix, count, most: by.largest(MOST), first: first || null })),
    unasked: { count: unasked.length, names: unasked.join('\n') },
    likely: LIKELY.map((likely, index) => ({ likely, count: likelies[index] ?? 0 })).filter(({ count }) => count > 0),
    facets: {
      suffixes: suffixes.largest(FACETS),
      registrars: registrars.largest(FACETS),
      months: months.inOrder().slice(0, FACETS),
    },
    months: months
      .inOrder()
      .filter(({ key }) => key >= today.slice(0, 7))
      .slice(0, MONTHS),
    blocked: blocked.largest(BARS),
    timeline: timelineOf(rows, today)
      .slice(0, DRAWN)
      .map((item) => ({ ...item, names: item.names.slice(0, DRAWN), count: item.names.length })),
  };
}

function isDone(fix: FixId): boolean {
  return fix === 'file' || fix === 'nothing';
}

/** Counts by key. */
class Counter {
  private readonly bars = new Map<string, { key: string; label: string; count: number }>();

  add(key: string, label: string): void {
    const bar = this.bars.get(key);
    if (bar) bar.count++;
    else this.bars.set(key, { key, label, count: 1 });
  }

  largest(most: number): Bar[] {
    return [...this.bars.values()].sort((a, b) => b.count - a.count || (a.key < b.key ? -1 : 1)).slice(0, most);
  }

  inOrder(): Bar[] {
    return [...this.bars.values()].sort((a, b) => (a.key < b.key ? -1 : 1));
  }
}
