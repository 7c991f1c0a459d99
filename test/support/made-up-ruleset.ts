/** Facts made up for a test, where the shipped ones do not happen to have the case. */

import type { Answers } from '../../src/domain/answers/answers.ts';
import { LOCALES, type Text } from '../../src/domain/common/locale.ts';
import { assess } from '../../src/domain/eligibility/assess.ts';
import type { Finding, Verdict } from '../../src/domain/eligibility/verdict.ts';
import type { Domain } from '../../src/domain/hostname/domain.ts';
import type { CheckId } from '../../src/domain/ruleset/check-ids.ts';
import type { Province, ProvinceRule } from '../../src/domain/ruleset/province.ts';
import type { Registrar } from '../../src/domain/ruleset/registrar.ts';
import type { Ruleset } from '../../src/domain/ruleset/ruleset.ts';
import { indexRuleset, type RulesetIndex } from '../../src/domain/ruleset/ruleset-index.ts';
import type { Source, SourceType } from '../../src/domain/ruleset/source.ts';
import type { Platform, SuffixFact } from '../../src/domain/ruleset/suffix.ts';
import { rules } from './shipped-ruleset.ts';

/** A Tuesday. */
export const TODAY = '2026-11-24';

/** Returns one text as the text of every language. */
export function inAll(text: string): Text {
  return Object.fromEntries(LOCALES.map((locale) => [locale, text])) as Text;
}

/** Returns the facts, indexed. */
export function factsWith(changes: Partial<Ruleset> = {}): RulesetIndex {
  return indexRuleset({ ...rules, ...changes });
}

export function source(id: string, standing: SourceType, publishedOn?: string): Source {
  return {
    id,
    title: id,
    publisher: inAll(id),
    url: `https://${id}.example/`,
    ...(publishedOn !== undefined && { publishedOn }),
    retrievedOn: '2026-10',
    standing,
  };
}

/** Sources whose names tell their standing and their year. */
export const SOURCES: readonly Source[] = [
  source('authority-2019', 'authority', '2019'),
  source('authority-2025', 'authority', '2025-03'),
  { ...source('list-2027', 'provider', '2027'), complete: true },
  source('provider-2018', 'provider', '2018-05-01'),
  source('provider-2022', 'provider', '2022-08'),
  source('provider-2025', 'provider', '2025'),
  source('community-2024', 'community', '2024'),
  source('report-2026', 'report', '2026-01-01'),
  source('authority-undated', 'authority'),
];

export const cites = (...ids: string[]) => ids.map((id) => ({ source: id }));

export function suffixFact(changes: Partial<SuffixFact>): SuffixFact {
  const suffix = changes.suffix ?? 'made';
  const none = { listedBy: [], deniedBy: [], absentFrom: [] };
  return { suffix, unicode: suffix, status: 'uncertain', confidence: 'high', ...none, ...changes };
}

export function registrar(changes: Partial<Registrar>): Registrar {
  const id = changes.id ?? 'made';
  const empty = { names: [], iana: [], websites: [], cites: cites('provider-2022') };
  return { id, name: inAll(`Registrar ${id}`), status: 'uncertain', basis: 'statement', ...empty, ...changes };
}

export function province(madeRules: readonly ProvinceRule[]): Province {
  return {
    id: 'made',
    name: inAll('Made'),
    authority: inAll('Made administration'),
    letter: '做',
    police: { letter: '做', code: '99' },
    cites: cites('authority-2025'),
    rules: madeRules,
  };
}

/** Returns the domain of a host of ASCII labels. */
export function domain(host: string, registrable: string, platform: Domain['platform'] = null): Domain {
  const suffix = registrable.slice(registrable.indexOf('.') + 1);
  return { host, display: host, registrable, suffix, listedSuffix: suffix, platform };
}

export const WWW = domain('www.example.com', 'example.com');

/** com and the shipped facts. Returns the verdict. */
export function judged(answers: Answers, facts: RulesetIndex = factsWith(), on: Domain = WWW): Verdict {
  return assess({ domain: on, answers, today: TODAY, facts });
}

/** The same, and of it the one finding. */
export function found(check: CheckId, answers: Answers, facts?: RulesetIndex, on?: Domain): Finding {
  const finding = judged(answers, facts, on).findings.find((one) => one.check === check);
  if (finding === undefined) throw new Error(check);
  return finding;
}

export function platformOf(owner: Platform['owner'], suffix: string): Domain['platform'] {
  return { suffix, owner: owner === undefined ? null : inAll(owner), cites: cites('provider-2022', 'community-2024') };
}
