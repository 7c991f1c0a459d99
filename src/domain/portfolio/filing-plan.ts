/**
 * Many names at once: what each of them needs, and how few orders, service codes and servers that
 * takes.
 */
import type { PersonalAnswers } from '../answers/answers.ts';
import { reasonOn } from '../eligibility/assess.ts';
import { rulesOf } from '../eligibility/assessment-context.ts';
import type { Finding, Reason, Verdict } from '../eligibility/verdict.ts';
import { filingDomainFrom } from '../eligibility/verdict-patterns.ts';
import type { CoverageKind } from '../ruleset/check-ids.ts';
import { citationsForLegalBasis, type RulesetIndex, yearOf } from '../ruleset/ruleset-index.ts';
import type { Citation } from '../ruleset/source.ts';

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
  readonly filingDomain: string | null;
  /** The first thing to do. */
  readonly step: Reason | null;
}

/** What a row shows of a verdict, or of that on another domain that is alike. */
export interface RowVerdict extends Pick<Verdict, 'domain' | 'standing' | 'findings' | 'coverage'> {
  /** What to do; only the first of it is shown. */
  readonly steps: readonly Reason[];
}

const WORST = ['fail', 'cannot-tell', 'needs-answer'] as const;

function worstOf(findings: readonly Finding[]): Finding | undefined {
  for (const bad of WORST) {
    const found = findings.find(({ outcome }) => outcome === bad);
    if (found !== undefined) return found;
  }
  return undefined;
}

/**
 * Returns the row of a verdict. `entry` is the entry's place, `decides` what the row gives as its
 * reason: the worst finding if not given.
 */
export function rowOf(entry: number, verdict: RowVerdict, decides = worstOf(verdict.findings)): PortfolioRow {
  const { domain, standing, coverage, steps } = verdict;
  const [step] = steps;
  return {
    entry,
    host: domain.host,
    display: domain.display,
    registrable: domain.registrable,
    suffix: domain.suffix,
    standing,
    reason: decides === undefined ? null : reasonOn(domain, decides.reason),
    coverage: coverage.kind,
    filingDomain: filingDomainFrom(coverage, domain),
    step: step === undefined ? null : reasonOn(domain, step),
  };
}

/** Where a host ends up in a plan: in exactly one of these. */
export const PLACEMENTS = ['website', 'covered', 'access-filing', 'filed', 'blocked', 'not-yours'] as const;
export type Placement = (typeof PLACEMENTS)[number];

/** What a person says of their names. */
export interface PlanSettings {
  readonly answers: PersonalAnswers;
  /**
   * Name that is filed → the site that it shows; names that are not in it are grouped by their own
   * label.
   */
  readonly sites: ReadonlyMap<string, string>;
}

export interface Limit {
  readonly most: number;
  readonly year: string;
  readonly cites: readonly Citation[];
}

/** A limit that holds as soon as more websites are filed than a number. */
export interface LaterLimit extends Limit {
  readonly filedOver: number;
}

/** A website as the ministry counts them: one registrable domain with what lies below it. */
export interface PlannedWebsite {
  readonly name: string;
  /**
   * What its pages show: names with the same are told to be one site to people, and are several
   * websites all the same.
   */
  readonly site: string;
  /** Subdomains that need nothing of their own. */
  readonly covered: readonly string[];
  /** Subdomains at another access provider: an access filing of the name there. */
  readonly access: readonly string[];
  /** Whether something about the name or its hosts is still open. */
  readonly isOpen: boolean;
}

export interface BlockedName {
  readonly name: string;
  readonly hosts: readonly string[];
  readonly reason: Reason | null;
  /** The shortest way out. */
  readonly step: Reason | null;
}

/**
 * Names that show one site: each is a website of its own as soon as a mainland server answers under
 * it.
 */
export interface SameSite {
  readonly site: string;
  readonly names: readonly string[];
}

export interface Plan {
  /** Websites to be filed. */
  readonly websites: readonly PlannedWebsite[];
  /** What is handed in together, one after the other: each a list of websites, by their names. */
  readonly orders: readonly (readonly string[])[];
  readonly sameSites: readonly SameSite[];
  /** Websites that have their filing. */
  readonly filed: readonly PlannedWebsite[];
  readonly blocked: readonly BlockedName[];
  /** Hosts on other people's names: no filing of yours covers them. */
  readonly notYours: readonly string[];
  /** How many websites one order may have. */
  readonly perOrder: Limit;
  /** What the province allows instead once many are filed; null where it says nothing of it. */
  readonly perOrderLater: LaterLimit | null;
  /** How many websites the subject may have in all; null where no source tells of a limit. */
  readonly cap: Limit | null;
  /** How many service codes one mainland server gives. */
  readonly perServer: Limit;
  readonly totals: {
    readonly hosts: number;
    readonly websites: number;
    readonly orders: number;
    /** One for each website, and one for each name that gets an access filing elsewhere. */
    readonly serviceCodes: number;
    /**
     * Mainland servers that give so many codes; those for access filings are at other providers.
     */
    readonly servers: number;
    readonly covered: number;
    readonly access: number;
    readonly filed: number;
    /** Websites, filed ones too, that are more than the subject may have. */
    readonly beyondCap: number;
    readonly blocked: number;
    readonly notYours: number;
    readonly open: number;
  };
}

/**
 * Websites in one order: see the sources of `websites-per-order`. Who does not say who files is
 * taken for an organization.
 */
const PER_ORDER = { individual: 1, others: 10 } as const;
/** Websites, apps and so on of a person: see the source of `services-per-individual`. */
const PER_INDIVIDUAL = 5;
/** Service codes that one server gives: see the sources of `service-codes`. */
const PER_SERVER = 5;

/**
 * Returns the plan of some rows (hosts given twice count once). Since 22 April 2019 a website is
 * filed with exactly one name, so each registrable domain is a website. The order of the rows
 * changes nothing. Every host is in exactly one place of it.
 */
export function planOf(rows: readonly PortfolioRow[], settings: PlanSettings, facts: RulesetIndex): Plan {
  const limits = limitsOf(settings, facts);
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
  const websites: PlannedWebsite[] = [];
  const filed: PlannedWebsite[] = [];
  const apart = new Set<string>();
  for (const [name, hosts] of byName) {
    const bad = hosts.find((row) => row.standing === 'ineligible');
    if (bad) {
      blocked.push({ name, hosts: hosts.map((row) => row.host).sort(), reason: bad.reason, step: bad.step });
      continue;
    }
    const one = websiteOf(name, hosts, settings);
    const isFiled = hosts.some((row) => row.standing === 'filed');
    (isFiled ? filed : websites).push(one);
    // Its own body hands it in, under its own subject.
    if (!isFiled && hosts.some((row) => row.coverage === 'own-filing')) apart.add(name);
  }
  websites.sort(bySiteAndName);
  filed.sort(bySiteAndName);
  blocked.sort((a, b) => compare(a.name, b.name));
  notYours.sort();

  const together = websites.map((one) => one.name).filter((name) => !apart.has(name));
  const orders = [...ordersOf(together, filed.length, limits), ...[...apart].sort().map((name) => [name])];
  const withAccess = [...websites, ...filed].filter((one) => one.access.length > 0).length;
  const count = (of: (one: PlannedWebsite) => number) => [...websites, ...filed].reduce((all, one) => all + of(one), 0);
  return {
    websites,
    orders,
    sameSites: sameSitesOf([...websites, ...filed]),
    filed,
    blocked,
    notYours,
    ...limits,
    totals: {
      hosts: seen.size,
      websites: websites.length,
      orders: orders.length,
      serviceCodes: websites.length + withAccess,
      servers: Math.ceil(websites.length / limits.perServer.most) + Math.ceil(withAccess / limits.perServer.most),
      covered: count(({ covered }) => covered.length),
      access: count(({ access }) => access.length),
      filed: filed.length,
      beyondCap: beyond(limits.cap, websites.length + filed.length),
      blocked: blocked.length,
      notYours: notYours.length,
      open: websites.filter((one) => one.isOpen).length,
    },
  };
}

function websiteOf(name: string, hosts: readonly PortfolioRow[], settings: PlanSettings): PlannedWebsite {
  const covered: string[] = [];
  const access: string[] = [];
  let isOpen = false;
  for (const { host, coverage, standing } of hosts) {
    if (standing !== 'eligible' && standing !== 'filed') isOpen = true;
    if (host !== name) (coverage === 'access-filing-needed' ? access : covered).push(host);
  }
  return { name, site: siteOf(name, hosts, settings), covered: covered.sort(), access: access.sort(), isOpen };
}

/** The sites that more than one name shows, in the order of the websites. */
function sameSitesOf(websites: readonly PlannedWebsite[]): SameSite[] {
  const groups = new Map<string, string[]>();
  for (const { site, name } of websites) push(groups, site, name);
  return [...groups]
    .filter(([, names]) => names.length > 1)
    .map(([site, names]) => ({ site, names: names.sort(bestKnownFirst) }))
    .sort((a, b) => compare(a.site, b.site));
}

type Limits = Pick<Plan, 'perOrder' | 'perOrderLater' | 'cap' | 'perServer'>;

/**
 * Returns what an order and a server may hold, and how many websites the subject may have; a
 * province can only lower what holds in the whole mainland.
 */
function limitsOf(settings: PlanSettings, facts: RulesetIndex): Limits {
  const subject = settings.answers.subject ?? 'organisation';
  const question = { answers: { ...settings.answers, subject }, facts };
  const limit = (most: number, cites: readonly Citation[]): Limit => ({ most, cites, year: yearOf(facts, cites) });
  const usual = subject === 'individual' ? PER_ORDER.individual : PER_ORDER.others;
  const rules = rulesOf(question, 'websites-per-order').filter(({ most }) => most < usual);
  const now = rules.find(({ filedOver }) => filedOver === undefined);
  const later = rules.find(({ filedOver }) => filedOver !== undefined);
  return {
    perOrder:
      now === undefined
        ? limit(usual, citationsForLegalBasis(facts, 'websites-per-order'))
        : limit(now.most, now.cites),
    perOrderLater:
      later?.filedOver === undefined ? null : { ...limit(later.most, later.cites), filedOver: later.filedOver },
    cap: capOf(),
    perServer: limit(PER_SERVER, citationsForLegalBasis(facts, 'service-codes')),
  };

  function capOf(): Limit | null {
    const [own] = rulesOf(question, 'site-cap');
    if (own !== undefined) return limit(own.most, own.cites);
    return subject === 'individual'
      ? limit(PER_INDIVIDUAL, citationsForLegalBasis(facts, 'services-per-individual'))
      : null;
  }
}

function beyond(cap: Limit | null, count: number): number {
  return cap === null ? 0 : Math.max(0, count - cap.most);
}

/** Returns the orders in turn: what is handed in first counts as filed for the next. */
function ordersOf(names: readonly string[], filed: number, { perOrder, perOrderLater }: Limits): string[][] {
  const orders: string[][] = [];
  for (let from = 0; from < names.length; from += orders.at(-1)?.length ?? 1) {
    const isLater = perOrderLater !== null && filed + from > perOrderLater.filedOver;
    const { most } = isLater ? perOrderLater : perOrder;
    orders.push(names.slice(from, from + Math.max(1, most)));
  }
  return orders;
}

/** Returns the name that is filed for a row. A public body's sub-domain is filed by itself. */
export function nameOf(row: PortfolioRow): string {
  return row.coverage === 'own-filing' ? row.host : row.registrable;
}

function siteOf(name: string, hosts: readonly PortfolioRow[], { sites }: PlanSettings): string {
  const told = sites.get(name);
  if (told !== undefined) return told;
  const [row] = hosts;
  // The same label under several suffixes mostly shows the same; a public body's own sub-domain
  // does not.
  return row === undefined || row.coverage === 'own-filing' ? name : name.slice(0, -row.suffix.length - 1);
}

/** Suffixes that people know best. */
const BEST_KNOWN = ['cn', 'com', 'com.cn', 'net'];

function bySiteAndName(a: PlannedWebsite, b: PlannedWebsite): number {
  return compare(a.site, b.site) || bestKnownFirst(a.name, b.name);
}

/** A well-known suffix first, then the shorter name, then the alphabet. */
function bestKnownFirst(a: string, b: string): number {
  return rankOf(a) - rankOf(b) || a.length - b.length || compare(a, b);
}

function rankOf(name: string): number {
  const rank = BEST_KNOWN.indexOf(name.slice(name.indexOf('.') + 1));
  return rank < 0 ? BEST_KNOWN.length : rank;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function push<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}

/** Returns where each host of a plan is. */
export function placementsOf(plan: Plan): Map<string, { readonly placement: Placement; readonly site: string }> {
  const places = new Map<string, { readonly placement: Placement; readonly site: string }>();
  for (const [placement, some] of [
    ['website', plan.websites],
    ['filed', plan.filed],
  ] as const) {
    for (const { name, site, covered, access } of some) {
      places.set(name, { placement, site });
      for (const host of covered) places.set(host, { placement: 'covered', site });
      for (const host of access) places.set(host, { placement: 'access-filing', site });
    }
  }
  for (const { hosts } of plan.blocked) for (const host of hosts) places.set(host, { placement: 'blocked', site: '' });
  for (const host of plan.notYours) places.set(host, { placement: 'not-yours', site: '' });
  return places;
}

/** Returns the totals that differ between two plans. */
export function changesOf(
  before: Plan,
  after: Plan,
): { readonly total: keyof Plan['totals']; readonly from: number; readonly to: number }[] {
  return (Object.keys(after.totals) as (keyof Plan['totals'])[])
    .filter((total) => before.totals[total] !== after.totals[total])
    .map((total) => ({ total, from: before.totals[total], to: after.totals[total] }));
}
