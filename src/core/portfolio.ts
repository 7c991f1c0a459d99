/** Many names at once: what each of them needs, and how few filings and orders that takes. */
import type { PersonalAnswers } from './answers.ts';
import type { Citation, CoverageKind, Reason, Verdict } from './model.ts';
import { citePrinciple, type Facts, rulesOf, yearOf } from './question.ts';

/** What a list shows of one host. */
export interface PortfolioRow {
  /** Which of the entries it is of, from 0. */
  readonly entry: number;
  readonly host: string;
  readonly display: string;
  readonly registrable: string;
  readonly suffix: string;
  readonly standing: Verdict['standing'];
  /** What blocks it, else what is open; null where nothing is. */
  readonly reason: Reason | null;
  readonly coverage: CoverageKind;
  /** The name that is filed for it; null where none is. */
  readonly record: string | null;
  /** The first thing to do. */
  readonly step: Reason | null;
}

/** In: which entry it is, and the verdict on it. Out: its row. */
export function rowOf(entry: number, { domain, standing, findings, coverage, steps }: Verdict): PortfolioRow {
  const worst = ['fail', 'cannot-tell', 'needs-answer'].map((bad) => findings.find(({ outcome }) => outcome === bad));
  const [step] = steps;
  return {
    entry,
    host: domain.host,
    display: domain.display,
    registrable: domain.registrable,
    suffix: domain.suffix,
    standing,
    reason: worst.find((one) => one !== undefined)?.because ?? null,
    coverage: coverage.kind,
    record: coverage.record,
    step: step ? { code: step.code, params: step.params } : null,
  };
}

/** Where a host ends up in a plan: in exactly one of these. */
export const PLACEMENTS = ['filed', 'rides-along', 'access-filing', 'blocked', 'not-yours'] as const;
export type Placement = (typeof PLACEMENTS)[number];

/** What a person says of their names. */
export interface PlanSettings {
  readonly answers: PersonalAnswers;
  /** Name that is filed → the website that it shows; names that are not in it are grouped by their own label. */
  readonly sites: ReadonlyMap<string, string>;
}

export interface Limit {
  readonly most: number;
  readonly year: string;
  readonly cites: readonly Citation[];
}

/** One website as it is filed. */
export interface PlannedSite {
  /** The group of names that show the same. */
  readonly site: string;
  /** The name that leads; the first of the first order. */
  readonly lead: string;
  /** The names that are filed, as they are handed in: a list for each order. */
  readonly orders: readonly (readonly string[])[];
  /** Sub-domains that need nothing of their own. */
  readonly free: readonly string[];
  /** Sub-domains at another access provider: an access filing each. */
  readonly access: readonly string[];
  /** How many of its names have something open. */
  readonly open: number;
}

export interface BlockedName {
  readonly name: string;
  readonly hosts: readonly string[];
  readonly reason: Reason | null;
  /** The shortest way out. */
  readonly step: Reason | null;
}

export interface Plan {
  readonly sites: readonly PlannedSite[];
  readonly blocked: readonly BlockedName[];
  /** Hosts on other people's names: no filing of yours covers them. */
  readonly notYours: readonly string[];
  /** How many names one website may have; null where no rule says. */
  readonly perSite: Limit | null;
  readonly perOrder: Limit;
  readonly totals: {
    readonly hosts: number;
    readonly sites: number;
    readonly orders: number;
    readonly names: number;
    readonly free: number;
    readonly access: number;
    readonly blocked: number;
    readonly notYours: number;
    readonly open: number;
  };
}

/** Where no rule of a province says otherwise (alibaba-domain-faq-2018; no newer source repeats or denies it). */
const PER_ORDER = 10;

/**
 * In: rows (hosts given twice count once), what the person says, and the facts. Out: the plan. The order of the rows
 * changes nothing. Every host is in exactly one place of it.
 */
export function planOf(rows: readonly PortfolioRow[], settings: PlanSettings, facts: Facts): Plan {
  const { perSite, perOrder } = limitsOf(settings, facts);
  const byName = new Map<string, PortfolioRow[]>();
  const seen = new Set<string>();
  const notYours: string[] = [];
  for (const row of rows) {
    if (seen.has(row.host)) continue;
    seen.add(row.host);
    if (row.coverage === 'platform' || row.coverage === 'outside') notYours.push(row.host);
    else push(byName, nameOf(row), row);
  }

  const blocked: BlockedName[] = [];
  const groups = new Map<string, string[]>();
  for (const [name, hosts] of byName) {
    const bad = hosts.find((row) => row.standing === 'ineligible');
    if (bad) blocked.push({ name, hosts: hosts.map((row) => row.host).sort(), reason: bad.reason, step: bad.step });
    else push(groups, siteOf(name, hosts, settings), name);
  }

  const sites = [...groups].flatMap(([site, names]) =>
    chunks(names.sort(leadFirst), perSite?.most ?? names.length).map((filed): PlannedSite => {
      const hosts = filed.flatMap((name) => (byName.get(name) ?? []).filter((row) => row.host !== name));
      const access = hosts.filter((row) => row.coverage === 'access-filing-needed');
      const free = hosts.filter((row) => row.coverage !== 'access-filing-needed');
      return {
        site,
        lead: filed[0] ?? site,
        orders: chunks(filed, perOrder.most),
        free: free.map((row) => row.host).sort(),
        access: access.map((row) => row.host).sort(),
        open: filed.filter((name) => byName.get(name)?.some((row) => row.standing !== 'eligible')).length,
      };
    }),
  );
  sites.sort((a, b) => compare(a.site, b.site) || leadFirst(a.lead, b.lead));
  blocked.sort((a, b) => compare(a.name, b.name));
  notYours.sort();
  const sum = (of: (site: PlannedSite) => number) => sites.reduce((all, site) => all + of(site), 0);
  return {
    sites,
    blocked,
    notYours,
    perSite,
    perOrder,
    totals: {
      hosts: seen.size,
      sites: sites.length,
      orders: sum(({ orders }) => orders.length),
      names: sum(({ orders }) => orders.reduce((all, order) => all + order.length, 0)),
      free: sum(({ free }) => free.length),
      access: sum(({ access }) => access.length),
      blocked: blocked.length,
      notYours: notYours.length,
      open: sum(({ open }) => open),
    },
  };
}

/** In: what the person says. Out: the limits of their province, as its newest source has them. */
function limitsOf({ answers }: PlanSettings, facts: Facts): { perSite: Limit | null; perOrder: Limit } {
  const [site] = rulesOf({ answers, facts }, 'domains-per-site');
  const [order] = rulesOf({ answers, facts }, 'domains-per-order');
  const limit = ({ most, cites }: { most: number; cites: readonly Citation[] }): Limit => ({
    most,
    cites,
    year: yearOf(facts, cites),
  });
  return {
    perSite: site ? limit(site) : null,
    perOrder: limit(order ?? { most: PER_ORDER, cites: citePrinciple(facts, 'names-per-order') }),
  };
}

/** In: a row. Out: the name that is filed for it. A public body's sub-domain is filed by itself. */
export function nameOf(row: PortfolioRow): string {
  return row.coverage === 'own-filing' ? row.host : row.registrable;
}

function siteOf(name: string, hosts: readonly PortfolioRow[], { sites }: PlanSettings): string {
  const told = sites.get(name);
  if (told !== undefined) return told;
  const [row] = hosts;
  // The same label under several suffixes mostly shows the same; a public body's own sub-domain does not.
  return row === undefined || row.coverage === 'own-filing' ? name : name.slice(0, -row.suffix.length - 1);
}

/** Suffixes that people lead with. */
const LEADING = ['cn', 'com', 'com.cn', 'net'];

/** The name that leads: a well-known suffix first, then the shorter, then the alphabet. */
function leadFirst(a: string, b: string): number {
  return rankOf(a) - rankOf(b) || a.length - b.length || compare(a, b);
}

function rankOf(name: string): number {
  const rank = LEADING.indexOf(name.slice(name.indexOf('.') + 1));
  return rank < 0 ? LEADING.length : rank;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function chunks<T>(all: readonly T[], size: number): T[][] {
  const parts: T[][] = [];
  for (let from = 0; from < all.length; from += Math.max(1, size))
    parts.push(all.slice(from, from + Math.max(1, size)));
  return parts;
}

function push<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}

/** In: a plan. Out: where each of its hosts is. */
export function placementsOf(plan: Plan): Map<string, { readonly placement: Placement; readonly site: string }> {
  const places = new Map<string, { readonly placement: Placement; readonly site: string }>();
  for (const { site, orders, free, access } of plan.sites) {
    for (const name of orders.flat()) places.set(name, { placement: 'filed', site });
    for (const host of free) places.set(host, { placement: 'rides-along', site });
    for (const host of access) places.set(host, { placement: 'access-filing', site });
  }
  for (const { hosts } of plan.blocked) for (const host of hosts) places.set(host, { placement: 'blocked', site: '' });
  for (const host of plan.notYours) places.set(host, { placement: 'not-yours', site: '' });
  return places;
}

/** In: a plan and the one before it. Out: the totals that are others now. */
export function changesOf(
  before: Plan,
  after: Plan,
): { readonly total: keyof Plan['totals']; readonly from: number; readonly to: number }[] {
  return (Object.keys(after.totals) as (keyof Plan['totals'])[])
    .filter((total) => before.totals[total] !== after.totals[total])
    .map((total) => ({ total, from: before.totals[total], to: after.totals[total] }));
}
