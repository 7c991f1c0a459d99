import { toUnicodeName } from '../../hostname/unicode-name.ts';
import { citationsForLegalBasis, suffixesAbove, yearOf } from '../../ruleset/ruleset-index.ts';
import type { Citation } from '../../ruleset/source.ts';
import { type AssessmentContext, everyRuleOf, finding, provinceOf, rulesOf } from '../assessment-context.ts';
import type { Finding } from '../verdict.ts';

/**
 * Does a rule of the province itself stand against this name? Suffixes of public bodies, its own
 * list; and the national rule on names per website.
 */
export function provinceAccepts(question: AssessmentContext): Finding {
  const { answers, facts } = question;
  const province = provinceOf(question);
  const anywhere = namesOnSite(question) ?? (hasOwnSuffixRule(question) ? null : nationalSuffix(question));
  if (anywhere !== null) return anywhere;
  if (province === undefined) {
    const cites = citationsForLegalBasis(facts, 'provinces-have-rules');
    return finding('province-accepts', 'needs-answer', 'province-unknown', cites);
  }
  return (
    overseasRegistrar(question) ??
    publicBodySuffix(question) ??
    reservedLabel(question) ??
    ownSuffixList(question) ??
    subjectUnknown(question) ??
    finding('province-accepts', 'pass', 'province-no-objection', allCites(question), { province: province.name })
  );

  function overseasRegistrar(asked: AssessmentContext): Finding | null {
    const rule = rulesOf(asked, 'overseas-registrar-refused')[0];
    const registrar = answers.registrar === undefined ? undefined : facts.registrars.get(answers.registrar);
    if (rule === undefined || registrar?.basis !== 'overseas-rule') return null;
    return refused('province-overseas-registrar', rule.cites);
  }

  function publicBodySuffix(asked: AssessmentContext): Finding | null {
    const rule = publicBodyRules(asked).find((one) => one.subject === answers.subject);
    return rule === undefined ? null : refused('province-public-body-suffix', rule.cites);
  }

  /** Names that sound like the state's are for bodies of the state. */
  function reservedLabel(asked: AssessmentContext): Finding | null {
    if (answers.subject !== 'individual' && answers.subject !== 'organisation') return null;
    const { registrable } = asked.domain;
    const shown = toUnicodeName(asked.domain, registrable);
    for (const { labels, suffix, cites } of everyRuleOf(asked, 'reserved-label')) {
      if (suffix !== undefined && !registrable.endsWith(`.${suffix}`)) continue;
      const [first = ''] = shown.split('.');
      const label = labels.find((one) => (suffix === undefined ? first.includes(one) : first.startsWith(one)));
      if (label === undefined) continue;
      const params = { province: province?.name ?? '', year: yearOf(facts, cites), label };
      return finding('province-accepts', 'fail', 'province-reserved-label', cites, params);
    }
    return null;
  }

  function subjectUnknown(asked: AssessmentContext): Finding | null {
    const cites = publicBodyRules(asked).flatMap((rule) => rule.cites);
    if (answers.subject !== undefined || cites.length === 0) return null;
    const params = { province: province?.name ?? '', year: yearOf(facts, cites) };
    return finding('province-accepts', 'needs-answer', 'province-subject-unknown', cites, params);
  }

  function ownSuffixList(asked: AssessmentContext): Finding | null {
    const rule = rulesOf(asked, 'own-suffix-list')[0];
    const above = suffixesAbove(asked.domain.registrable, facts.suffixes);
    const [fact] = above;
    if (rule === undefined || fact?.status !== 'approved') return null;
    // A list that has `cn` has all that lies below it.
    if (rule.cites.some(({ source }) => above.some((one) => one.listedBy.includes(source)))) return null;
    const params = { province: province?.name ?? '', suffix: fact.unicode, year: yearOf(facts, rule.cites) };
    return finding('province-accepts', 'cannot-tell', 'province-own-list', rule.cites, params);
  }

  function refused(code: string, cites: readonly Citation[]): Finding {
    const params = { province: province?.name ?? '', year: yearOf(facts, cites) };
    return finding('province-accepts', 'fail', code, cites, params);
  }
}

/**
 * Since 22 April 2019 a website has one name, in every province; filings of before may keep the
 * names that they have.
 */
function namesOnSite({ answers, facts }: AssessmentContext): Finding | null {
  const { namesOnSite: names = 1, record } = answers;
  if (names <= 1) return null;
  const cites = citationsForLegalBasis(facts, 'one-name-per-website');
  return record === 'own'
    ? finding('province-accepts', 'not-applicable', 'names-filed-before', cites, { count: names })
    : finding('province-accepts', 'fail', 'one-name-per-website', cites, { count: names });
}

/** Suffixes of public bodies in every province, most telling first; `.公益` and `.政务` in A-labels. */
const PUBLIC_SUFFIXES = {
  'public-institution': ['cn', 'xn--55qw42g'],
  government: ['gov.cn', 'xn--zfr164b'],
} as const;

/** A province that has the rule itself is named with it. */
function hasOwnSuffixRule(question: AssessmentContext): boolean {
  return everyRuleOf(question, 'public-body-suffix').some(({ subject }) => subject === question.answers.subject);
}

function nationalSuffix({ answers, domain, facts }: AssessmentContext): Finding | null {
  const { subject } = answers;
  if (subject !== 'government' && subject !== 'public-institution') return null;
  if (PUBLIC_SUFFIXES[subject].some((suffix) => domain.registrable.endsWith(`.${suffix}`))) return null;
  const cites = citationsForLegalBasis(facts, 'public-bodies-have-suffixes');
  return finding('province-accepts', 'fail', 'public-body-suffix', cites);
}

/** The province's rules on public bodies that would refuse the name, each to its kind of body. */
function publicBodyRules(question: AssessmentContext) {
  const { registrable } = question.domain;
  const fits = (suffix: string) => registrable.endsWith(`.${suffix}`);
  return everyRuleOf(question, 'public-body-suffix').filter((one) => !one.suffixes.some(fits));
}

function allCites(question: AssessmentContext): readonly Citation[] {
  const sources = new Set(provinceOf(question)?.rules.flatMap((rule) => rule.cites.map((one) => one.source)));
  return [...sources].map((source) => ({ source }));
}
