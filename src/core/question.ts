import { type WorkCalendar, workCalendar } from './days.ts';
import type {
  Answers,
  CheckId,
  Citation,
  Day,
  Domain,
  Finding,
  Outcome,
  PrincipleId,
  Province,
  ProvinceRule,
  Reason,
  Registrar,
  RuleBundle,
  Source,
  SuffixFact,
} from './model.ts';

/** What a check is asked: a domain, what the person has told us, and the facts, indexed. */
export interface Question {
  readonly domain: Domain;
  readonly answers: Answers;
  /** The day that dates are held against. */
  readonly today: Day;
  readonly facts: Facts;
}

/** The rules bundle with the look-ups that checks need. */
export interface Facts {
  readonly rules: RuleBundle;
  readonly suffixes: ReadonlyMap<string, SuffixFact>;
  readonly registrars: ReadonlyMap<string, Registrar>;
  readonly sources: ReadonlyMap<string, Source>;
  readonly principles: ReadonlyMap<PrincipleId, readonly Citation[]>;
  readonly provinces: ReadonlyMap<string, Province>;
  readonly calendar: WorkCalendar;
}

/** In: a checked bundle. Out: the same with its look-ups, built once. */
export function indexFacts(rules: RuleBundle): Facts {
  return {
    rules,
    suffixes: new Map(rules.suffixes.map((fact) => [fact.suffix, fact])),
    registrars: new Map(rules.registrars.map((registrar) => [registrar.id, registrar])),
    sources: new Map(rules.sources.map((source) => [source.id, source])),
    principles: new Map(rules.principles.map((principle) => [principle.id, principle.cites])),
    provinces: new Map(rules.provinces.map((province) => [province.id, province])),
    calendar: workCalendar(rules.holidays),
  };
}

/** In: a rule that a check applies. Out: its sources. */
export function citePrinciple(facts: Facts, id: PrincipleId): readonly Citation[] {
  return facts.principles.get(id) ?? [];
}

/** In: ids of sources. Out: citations of them, the weightiest and newest first, so that the first is the one to show. */
export function cite(facts: Facts, ids: readonly string[]): Citation[] {
  return [...ids].sort((a, b) => rank(facts, a) - rank(facts, b) || newer(facts, a, b)).map((source) => ({ source }));
}

/** In: ids of sources. Out: those whose word has weight against another's: authorities and providers. */
export function ofStanding(facts: Facts, ids: readonly string[]): string[] {
  return ids.filter((id) => rank(facts, id) <= 1);
}

function rank(facts: Facts, id: string): number {
  const standing = facts.sources.get(id)?.standing;
  return standing === 'authority' ? 0 : standing === 'provider' ? 1 : standing === 'community' ? 2 : 3;
}

function newer(facts: Facts, a: string, b: string): number {
  const dateOf = (id: string) => facts.sources.get(id)?.publishedOn ?? '';
  return dateOf(b) < dateOf(a) ? -1 : dateOf(b) > dateOf(a) ? 1 : 0;
}

/** In: a domain and a name at its end (A-labels). Out: that name as people read it. */
export function displayTail(domain: Domain, name: string): string {
  return domain.display.split('.').slice(-name.split('.').length).join('.');
}

/** In: a registrable domain. Out: the facts on the suffixes above it that we hold, the longest first. */
export function suffixesAbove(registrable: string, suffixes: ReadonlyMap<string, SuffixFact>): SuffixFact[] {
  const found: SuffixFact[] = [];
  for (let at = registrable.indexOf('.'); at >= 0; at = registrable.indexOf('.', at + 1)) {
    const fact = suffixes.get(registrable.slice(at + 1));
    if (fact !== undefined) found.push(fact);
  }
  return found;
}

/** In: a registrable domain. Out: the fact on the longest suffix above it that we hold one for. */
export function listedSuffix(registrable: string, suffixes: ReadonlyMap<string, SuffixFact>): SuffixFact | null {
  return suffixesAbove(registrable, suffixes)[0] ?? null;
}

/** Whether the host is a government's sub-domain, which the body that runs it files for itself. */
export function filesApart({ domain, facts }: Pick<Question, 'domain' | 'facts'>): boolean {
  const { host, registrable } = domain;
  return host !== registrable && listedSuffix(registrable, facts.suffixes)?.restriction === 'government';
}

/** Out: the registrable domain as people read it, for words. */
export function registrableOf({ domain }: Pick<Question, 'domain'>): { readonly registrable: string } {
  return { registrable: displayTail(domain, domain.registrable) };
}

type Rule<K extends ProvinceRule['kind']> = Extract<ProvinceRule, { readonly kind: K }>;

/** In: the question. Out: the province that the person named, if we have it. */
export function provinceOf({ answers, facts }: Pick<Question, 'answers' | 'facts'>): Province | undefined {
  return answers.province === undefined ? undefined : facts.provinces.get(answers.province);
}

/** In: a province and a kind of rule. Out: its rules of that kind, whoever they speak of, the newest first. */
export function everyRuleOf<K extends ProvinceRule['kind']>(
  question: Pick<Question, 'answers' | 'facts'>,
  kind: K,
): Rule<K>[] {
  const { facts } = question;
  return (provinceOf(question)?.rules ?? [])
    .filter((rule): rule is Rule<K> => rule.kind === kind)
    .sort((a, b) => Number(yearOf(facts, b.cites)) - Number(yearOf(facts, a.cites)));
}

/** As {@link everyRuleOf}, but only those that speak of everybody or of the person's subject. */
export function rulesOf<K extends ProvinceRule['kind']>(
  question: Pick<Question, 'answers' | 'facts'>,
  kind: K,
): Rule<K>[] {
  const { subject } = question.answers;
  return everyRuleOf(question, kind).filter(
    (rule) => !('subject' in rule) || rule.subject === undefined || rule.subject === subject,
  );
}

/** In: citations. Out: the year of the newest source among them. */
export function yearOf(facts: Facts, cites: readonly Citation[]): string {
  const years = cites.map(({ source }) => {
    const found = facts.sources.get(source);
    return (found?.publishedOn ?? found?.retrievedOn ?? '').slice(0, 4);
  });
  return years.sort().at(-1) ?? '';
}

/** Puts a finding together; every check returns through here. */
export function finding(
  check: CheckId,
  outcome: Outcome,
  code: string,
  cites: readonly Citation[],
  params: Reason['params'] = {},
  against: readonly Citation[] = [],
): Finding {
  return { check, outcome, because: { code, params }, cites, against };
}
