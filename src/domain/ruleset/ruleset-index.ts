/** The ruleset with its look-ups, and what is read from it by them. */
import type { WorkCalendar } from '../common/days.ts';
import { workCalendar } from './holidays.ts';
import type { Province } from './province.ts';
import type { Registrar } from './registrar.ts';
import type { LegalBasisId, Ruleset } from './ruleset.ts';
import type { Citation, Source } from './source.ts';
import type { SuffixFact } from './suffix.ts';

/** The rules bundle with the look-ups that checks need. */
export interface RulesetIndex {
  readonly rules: Ruleset;
  readonly suffixes: ReadonlyMap<string, SuffixFact>;
  readonly registrars: ReadonlyMap<string, Registrar>;
  readonly sources: ReadonlyMap<string, Source>;
  /** A citation of each source, so that equal ones are the same. */
  readonly citations: ReadonlyMap<string, Citation>;
  readonly principles: ReadonlyMap<LegalBasisId, readonly Citation[]>;
  readonly provinces: ReadonlyMap<string, Province>;
  readonly calendar: WorkCalendar;
}

/** Returns a checked ruleset with its look-ups, built once. */
export function indexRuleset(rules: Ruleset): RulesetIndex {
  return {
    rules,
    suffixes: new Map(rules.suffixes.map((fact) => [fact.suffix, fact])),
    registrars: new Map(rules.registrars.map((registrar) => [registrar.id, registrar])),
    sources: new Map(rules.sources.map((source) => [source.id, source])),
    citations: new Map(rules.sources.map(({ id }) => [id, { source: id }])),
    principles: new Map(rules.principles.map((principle) => [principle.id, principle.cites])),
    provinces: new Map(rules.provinces.map((province) => [province.id, province])),
    calendar: workCalendar(rules.holidays),
  };
}

/** Returns the sources of a rule that a check applies. */
export function citationsForLegalBasis(facts: RulesetIndex, id: LegalBasisId): readonly Citation[] {
  return facts.principles.get(id) ?? [];
}

/**
 * Returns citations of the sources, the weightiest and newest first, so that the first is the one
 * to show.
 */
export function cite(facts: RulesetIndex, ids: readonly string[]): Citation[] {
  return [...ids]
    .sort((a, b) => rank(facts, a) - rank(facts, b) || newer(facts, a, b))
    .map((source) => facts.citations.get(source) ?? { source });
}

/** Returns the sources whose word has weight against another's: authorities and providers. */
export function authoritative(facts: RulesetIndex, ids: readonly string[]): string[] {
  return ids.filter((id) => rank(facts, id) <= 1);
}

function rank(facts: RulesetIndex, id: string): number {
  const standing = facts.sources.get(id)?.standing;
  return standing === 'authority' ? 0 : standing === 'provider' ? 1 : standing === 'community' ? 2 : 3;
}

function newer(facts: RulesetIndex, a: string, b: string): number {
  const dateOf = (id: string) => facts.sources.get(id)?.publishedOn ?? '';
  return dateOf(b) < dateOf(a) ? -1 : dateOf(b) > dateOf(a) ? 1 : 0;
}

/** Returns the facts on the suffixes above a registrable domain that we hold, the longest first. */
export function suffixesAbove(registrable: string, suffixes: ReadonlyMap<string, SuffixFact>): SuffixFact[] {
  const found: SuffixFact[] = [];
  for (let at = registrable.indexOf('.'); at >= 0; at = registrable.indexOf('.', at + 1)) {
    const fact = suffixes.get(registrable.slice(at + 1));
    if (fact !== undefined) found.push(fact);
  }
  return found;
}

/** Returns the fact on the longest suffix above a registrable domain that we hold one for. */
export function listedSuffix(registrable: string, suffixes: ReadonlyMap<string, SuffixFact>): SuffixFact | null {
  return suffixesAbove(registrable, suffixes)[0] ?? null;
}

/** Returns the year of the newest source that is cited. */
export function yearOf(facts: RulesetIndex, cites: readonly Citation[]): string {
  const years = cites.map(({ source }) => {
    const found = facts.sources.get(source);
    return (found?.publishedOn ?? found?.retrievedOn ?? '').slice(0, 4);
  });
  return years.sort().at(-1) ?? '';
}
