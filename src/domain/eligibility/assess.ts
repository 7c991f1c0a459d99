import { toUnicodeName } from '../hostname/unicode-name.ts';
import { CHECKS, type CheckId } from '../ruleset/check-ids.ts';
import { type AssessmentContext, NO_PARAMS } from './assessment-context.ts';
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
import type { AnswerUsed, Finding, Outcome, Verdict, VerdictStatus } from './verdict.ts';
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
  const judgement = judge(question);
  const { findings, coverage } = judgement;
  const steps = stepsFor(question, findings, coverage);
  return {
    domain: question.domain,
    ...judgement,
    risks: risksOf(question, findings),
    steps,
    timeline: timelineFor(question, findings, steps),
    rules: question.facts.rules.stamp.date,
  };
}

/** Returns the part of {@link assess} for those who do not look at steps, risks and days. */
export function judge(question: AssessmentContext): Judgement {
  const registrable = toUnicodeName(question.domain, question.domain.registrable);
  const nameOnly = { registrable };
  const findings: Finding[] = [];
  for (const check of CHECKS) findings.push(findingOf(check));

  function findingOf(check: CheckId): Finding {
    const found = CHECK_FUNCTIONS[check](question, findings);
    const { code, params } = found.reason;
    const { outcome, cites, against } = found;
    const reason = { code, params: params === NO_PARAMS ? nameOnly : { ...nameOnly, ...params } };
    const from = answersUsed(check, question);
    // Written out member by member: this is done a dozen times for each row of a portfolio.
    const one: { -readonly [key in keyof Finding]: Finding[key] } = { check, outcome, reason, cites, against };
    if (!isVerified(check, question)) one.ifFiledAnew = true;
    if (from.length > 0) one.from = from;
    return one;
  }

  return {
    standing: question.answers.record === 'own' ? 'filed' : standingOf(findings),
    findings,
    coverage: coverageOf(question),
  };
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
