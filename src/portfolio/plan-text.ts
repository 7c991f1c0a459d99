/** A plan in a few words. */
import type { Plan, PlannedWebsite } from '../core/portfolio.ts';
import type { Say } from '../ui/say.ts';

/** Returns the limits of the plan in words, each with its year. */
export function limitsText({ perOrder, perServer }: Plan, say: Say): string[] {
  return [
    say('portfolio_one_name'),
    say('portfolio_per_order', { most: perOrder.most, year: perOrder.year }),
    say('portfolio_per_server', { most: perServer.most, year: perServer.year }),
  ];
}

/** Returns the totals as parameters of a message. */
export function totalsOf({ totals }: Plan): Readonly<Record<string, number>> {
  return Object.fromEntries(Object.entries(totals).map(([name, count]) => [name.toLowerCase(), count]));
}

/** Returns what belongs to a website besides its name, a line for each kind of subdomain. */
export function websiteText({ covered, access }: PlannedWebsite, list: (names: readonly string[]) => string, say: Say) {
  return [
    ...(covered.length > 0 ? [`${say('portfolio_covered')}: ${list(covered)}`] : []),
    ...(access.length > 0 ? [`${say('portfolio_access')}: ${list(access)}`] : []),
  ];
}
