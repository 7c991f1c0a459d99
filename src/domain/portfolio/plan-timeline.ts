/**
 * What is to be done with a portfolio, with its days: renewals first, then transfers, real names,
 * and the filings.
 */

import type { Day } from '../common/days.ts';
import type { NameRow } from './assess-rows.ts';
import { type FixId, hasFix } from './fixes.ts';

export interface TimelineItem {
  readonly fix: FixId;
  /** The first day on which it can be done; null: at once. */
  readonly from: Day | null;
  /** The day by which it must be done; null where there is none. */
  readonly by: Day | null;
  /** Registrable domains, in their order. */
  readonly names: readonly string[];
}

/** In the order in which they are done. */
const DATED: readonly FixId[] = [
  'restore',
  'renew',
  'lift-hold',
  'move-registrar',
  'pass-real-name',
  'wait-record',
  'file',
];

/**
 * Returns the items of a timeline: what must be renewed by the day of its expiry, what moves by the
 * day on which it can.
 */
export function timelineOf(rows: readonly NameRow[], today: Day): TimelineItem[] {
  const items = new Map<string, { fix: FixId; from: Day | null; by: Day | null; names: Set<string> }>();
  for (const row of rows) {
    for (const fix of DATED) {
      if (!hasFix(row.fixes, fix)) continue;
      const { from, by } = daysOf(fix, row, today);
      const key = `${fix} ${by ?? ''} ${from ?? ''}`;
      const item = items.get(key) ?? { fix, from, by, names: new Set() };
      items.set(key, item);
      item.names.add(row.registrable);
    }
  }
  return [...items.values()].map((item) => ({ ...item, names: [...item.names].sort() })).sort(byTurn);
}

function byTurn(a: TimelineItem, b: TimelineItem): number {
  return (
    DATED.indexOf(a.fix) - DATED.indexOf(b.fix) ||
    compare(a.by ?? a.from ?? '', b.by ?? b.from ?? '') ||
    compare(a.names[0] ?? '', b.names[0] ?? '')
  );
}

function daysOf(fix: FixId, row: NameRow, today: Day): Pick<TimelineItem, 'from' | 'by'> {
  switch (fix) {
    case 'renew':
      return { from: null, by: row.expiresOn === '' ? null : row.expiresOn };
    case 'move-registrar':
      return { from: row.movesFrom, by: null };
    case 'wait-record':
      return { from: dayIn(row, today), by: null };
    default:
      return { from: null, by: null };
  }
}

/** The day that a row waits for, where its reason tells it. */
function dayIn({ reason }: NameRow, today: Day): Day | null {
  const date = reason?.params.date;
  return typeof date === 'string' && date > today ? date : null;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
