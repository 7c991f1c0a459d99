/** A plan in a few words. */
import type { Plan } from '../core/portfolio.ts';
import type { Say } from '../ui/say.ts';

/** Out: the limits of the plan in words, each with its year. */
export function limitsText({ perSite, perOrder }: Plan, say: Say): string[] {
  return [
    ...(perSite ? [say('portfolio_per_site', { most: perSite.most, year: perSite.year })] : []),
    say('portfolio_per_order', { most: perOrder.most, year: perOrder.year }),
  ];
}

/** Out: the totals as parameters of a message. */
export function totalsOf({ totals }: Plan): Readonly<Record<string, number>> {
  return Object.fromEntries(Object.entries(totals).map(([name, count]) => [name.toLowerCase(), count]));
}
