import type { Domain } from '../hostname/domain.ts';
import { toUnicodeName } from '../hostname/unicode-name.ts';
import { CHECKS, type CheckId } from '../ruleset/check-ids.ts';
import type { AssessmentContext } from './assessment-context.ts';
import { certificateReady } from './checks/certificate-ready.ts';
import { filingNeeded } from './checks/filing-needed.ts';
import { holderMatches } from './checks/holder-matches.ts';
import { nameIsYours } from './checks/name-is-yours.ts';
import { noForeignRecord } from './checks/no-foreign-record.ts';
import { noOpenApplication } from './checks/no-open-application.ts';
import { provinceAccepts } from './checks/province-accepts.ts';
import { realNameDone } from './checks/real-name-done.ts';
import { realNameRecorded } from './checks/real-name-recorded.ts';
import { registrarLicensed } from './checks/registrar-licensed.ts';
import { registrationValid } from './checks/registration-valid.ts';
import { subjectCanFile } from './checks/subject-can-file.ts';
import { suffixApproved } from './checks/suffix-approved.ts';
import { coverageOf } from './coverage.ts';
import { DECIDED_BY } from './decided-by.ts';
import { stepsFor } from './next-steps.ts';
import { risksOf } from './risks.ts';
import { timelineFor } from './timeline.ts';
import type { AnswerUsed, Coverage, Finding, Outcome, Reason, Verdict, VerdictStatus } from './verdict.ts';
import { isVerified } from './verification.ts';

/** A check may look at what the checks before it found. */
type CheckFunction = (question: AssessmentContext, before: readonly Finding[]) => Finding;

const CHECK_FUNCTIONS: Readonly<Record<CheckId, CheckFunction>> = {
  'filing-needed': filingNeeded,
  'suffix-approved': suffixApproved,
  'name-is-yours': nameIsYours,
  'subject-can-file': subjectCanFile,
  'registrar-licensed': registrarLicensed,
  'registration-valid': registrationValid,
  'real-name-done': realNameDone,
  'real-name-recorded': realNameRecorded,
  'holder-matches': holderMatches,
  'no-foreign-record': noForeignRecord,
  'no-open-application': noOpenApplication,
  'certificate-ready': certificateReady,
  'province-accepts': provinceAccepts,
};

/** What decides a verdict, without what follows from it. */
export type Judgement = Pick<Verdict, 'standing' | 'findings' | 'coverage'>;

/**
 * Returns the verdict on a domain with what is known of it; the same question always gives the same
 * verdict.
 */
export function assess(question: AssessmentContext): Verdict {
  const { standing, findings: found, coverage } = judge(question);
  const findings = found.map((one) => ({ ...one, reason: reasonOn(question.domain, one.reason) }));
  const steps = stepsFor(question, findings, coverage);
  return {
    domain: question.domain,
    standing,
    findings,
    coverage,
    risks: risksOf(question, findings),
    steps,
    timeline: timelineFor(question, findings, steps),
    rules: question.facts.rules.stamp.date,
  };
}

/**
 * Returns the part of {@link assess} for those who do not look at steps, risks and days. Its
 * reasons do not mention the name yet: {@link reasonOn} puts it in where somebody reads one.
 */
export function judge(question: AssessmentContext): Judgement {
  const findings: Finding[] = [];
  for (const check of CHECKS) findings.push(findingOf(check, question, findings));
  return judgementFrom(question, findings, coverageOf(question));
}

/**
 * Returns what {@link judge} does, given the judgment on the same question without its days: most
 * checks do not look at any.
 */
export function judgeDays(question: AssessmentContext, { findings: known, coverage }: Judgement): Judgement {
  const findings = [...known];
  for (const check of OF_DAYS) findings[CHECKS.indexOf(check)] = findingOf(check, question, known);
  return judgementFrom(question, findings, coverage);
}

/** The checks that look at days; of what was found before them they look at nothing that does. */
const OF_DAYS: readonly CheckId[] = ['registration-valid', 'real-name-done', 'real-name-recorded'];

function judgementFrom({ answers }: AssessmentContext, findings: readonly Finding[], coverage: Coverage): Judgement {
  return { standing: answers.record === 'own' ? 'filed' : standingOf(findings), findings, coverage };
}

function findingOf(check: CheckId, question: AssessmentContext, before: readonly Finding[]): Finding {
  const found = CHECK_FUNCTIONS[check](question, before);
  const from = answersUsed(check, question);
  const isMade = isVerified(check, question);
  if (isMade && from.length === 0) return found;
  return { ...found, ...(!isMade && { ifFiledAnew: true }), ...(from.length > 0 && { from }) };
}

/**
 * Returns a reason as it is told of a domain: with its name among what it mentions, in place of
 * that of another that is alike.
 */
export function reasonOn(domain: Domain, { code, params }: Reason): Reason {
  return { code, params: paramsOn(domain, params) };
}

/** Returns what a reason, step or risk mentions, as {@link reasonOn} does. */
export function paramsOn(domain: Domain, params: Reason['params']): Reason['params'] {
  const registrable = toUnicodeName(domain, domain.registrable);
  if (hasNameOnly(params)) return { registrable };
  const named = { registrable, ...params };
  named.registrable = registrable;
  return params.host === undefined ? named : { ...named, host: domain.display };
}

function hasNameOnly(params: Reason['params']): boolean {
  for (const key in params) if (key !== 'registrable') return false;
  return true;
}

function answersUsed(check: CheckId, { answers, origins }: AssessmentContext): readonly AnswerUsed[] {
  if (origins === undefined) return [];
  return DECIDED_BY[check].flatMap((name) => {
    const from = origins[name];
    return from === undefined || answers[name] === undefined ? [] : [{ name, from }];
  });
}

/**
 * A "no" outweighs everything, a "don't know" outweighs an open question: neither is ever merged
 * with the other.
 */
export function standingOf(findings: readonly Pick<Finding, 'outcome'>[]): VerdictStatus {
  const has = (outcome: Outcome) => findings.some((finding) => finding.outcome === outcome);
  if (has('fail')) return 'ineligible';
  if (has('cannot-tell')) return 'unknown';
  return has('needs-answer') ? 'depends' : 'eligible';
}
