/** Rows of a portfolio from its entries. */

import type { Answers } from '../answers/answers.ts';
import type { Engine } from '../eligibility/engine.ts';
import type { Entry } from './entry.ts';
import { nameOf, type Plan, type PortfolioRow, placementsOf, rowOf } from './filing-plan.ts';
import type { View } from './row-view.ts';

/** In: a text. Out: the host that a verdict can be given on; null for anything else. */
export function hostReader(engine: Engine): (text: string) => string | null {
  return (text) => {
    // Addresses of people are no sites.
    if (/^[^/]*@/.test(text)) return null;
    const domain = engine.read(text);
    return 'type' in domain ? null : domain.host;
  };
}

/** In: entries, the place of the first among all, and what is known of them. Out: a row for each that is a domain (still). */
export function assessAll(engine: Engine, entries: readonly Entry[], from: number, answers: Answers): PortfolioRow[] {
  return entries.flatMap(({ input }, index) => {
    const answer = engine.assess(input, answers);
    return answer.kind === 'verdict' ? [rowOf(from + index, answer.verdict)] : [];
  });
}

/** In: rows and their plan. Out: the website of each row; empty where it is part of none. */
export function sitesOf(rows: readonly PortfolioRow[], plan: Plan): string[] {
  const places = placementsOf(plan);
  return rows.map((row) => places.get(row.host)?.site ?? places.get(nameOf(row))?.site ?? '');
}

/** In: rows, their websites and a view. Out: the indices of the rows that are shown, in order. */
export function viewOf(rows: readonly PortfolioRow[], sites: readonly string[], view: View): Uint32Array<ArrayBuffer> {
  const words = view.words.toLowerCase().split(/\s+/).filter(Boolean);
  const shown: number[] = [];
  rows.forEach((row, index) => {
    if (view.standing !== '' && row.standing !== view.standing) return;
    const text =
      `${row.host} ${row.display} ${row.reason?.code ?? ''} ${row.coverage} ${sites[index] ?? ''}`.toLowerCase();
    if (words.every((word) => text.includes(word))) shown.push(index);
  });
  if (view.sort !== null) {
    const { sort, down } = view;
    const key = (index: number): string => {
      const row = rows[index];
      if (row === undefined) return '';
      return sort === 'site' ? (sites[index] ?? '') : sort === 'reason' ? (row.reason?.code ?? '') : row[sort];
    };
    const keys = new Map(shown.map((index) => [index, key(index)]));
    const sign = down ? -1 : 1;
    shown.sort((a, b) => {
      const [x = '', y = ''] = [keys.get(a), keys.get(b)];
      return x < y ? -sign : x > y ? sign : a - b;
    });
  }
  return Uint32Array.from(shown);
}
