/** Which open questions decide the most, and which is to be asked first. */

import type { Answers } from '../answers/answers.ts';
import type { CheckId } from '../ruleset/check-ids.ts';
import type { RulesetIndex } from '../ruleset/ruleset-index.ts';
import { type Judgement, judge } from './assess.ts';
import type { AssessmentContext } from './assessment-context.ts';

/** A name has at most so many decisive questions; everything else can wait until one submits. */
const MOST_DECISIVE = 3;

/** An answer that is tried, and how often it is so, out of one. */
interface Trial {
  readonly answers: Answers;
  readonly share: number;
}

/**
 * What a trial is worth that ends the matter, that finds something to put right, and that settles
 * one check.
 */
const ENDS = 3;
const TO_FIX = 2;
const SETTLES = 0.1;

/**
 * How often names below .cn, and others, are with a registrar that MIIT has licensed: names below
 * .cn seldom are elsewhere.
 */
const LICENSED_CN = 0.95;
const LICENSED = 0.5;

const TRIALS: Readonly<Partial<Record<CheckId, readonly Trial[]>>> = {
  'filing-needed': [
    { answers: { hosting: 'mainland' }, share: 0.6 },
    { answers: { hosting: 'elsewhere' }, share: 0.4 },
  ],
  'name-is-yours': [
    { answers: { name: 'own' }, share: 0.5 },
    { answers: { name: 'other' }, share: 0.5 },
  ],
  'subject-can-file': [
    { answers: { subject: 'organisation', registeredIn: 'mainland' }, share: 0.5 },
    { answers: { subject: 'individual', registeredIn: 'mainland' }, share: 0.3 },
    { answers: { subject: 'organisation', registeredIn: 'abroad', mainlandBody: 'none' }, share: 0.2 },
  ],
  'registration-valid': [
    { answers: { expiresOn: '2125-01-01' }, share: 0.95 },
    { answers: { expiresOn: '2000-01-01' }, share: 0.05 },
  ],
  'real-name-done': [
    { answers: { realName: 'done' }, share: 0.75 },
    { answers: { realName: 'not-done' }, share: 0.25 },
  ],
  'real-name-recorded': [{ answers: { realNameSettled: true }, share: 1 }],
  'holder-matches': [
    { answers: { holder: 'same' }, share: 0.8 },
    { answers: { holder: 'other' }, share: 0.2 },
  ],
  'no-foreign-record': [
    { answers: { record: 'none' }, share: 0.9 },
    { answers: { record: 'own' }, share: 0.05 },
    { answers: { record: 'other' }, share: 0.05 },
  ],
  'no-open-application': [
    { answers: { application: 'none' }, share: 0.95 },
    { answers: { application: 'open' }, share: 0.05 },
  ],
};

export interface DecisiveChecks {
  /**
   * The checks whose answers decide most about a name of which nothing is known, the most decisive
   * first.
   */
  readonly all: readonly CheckId[];
  /** Those of them that nobody has settled; the first is to be asked first, given what is known. */
  readonly open: readonly CheckId[];
}

/**
 * Returns the decisive checks of a domain. Which ones they are is told by the name alone, so that
 * answering one brings no new one up; their order follows what is known.
 */
export function decisiveChecks(question: AssessmentContext): DecisiveChecks {
  const all = ranked({ ...question, answers: {} }).slice(0, MOST_DECISIVE);
  return { all, open: ranked(question).filter((check) => all.includes(check)) };
}

/** Returns all open checks that can be tried, the one that decides most first. */
function ranked(question: AssessmentContext): CheckId[] {
  const now = judge(question);
  return openChecks(now)
    .flatMap((check) => {
      const trials = trialsOf(check, question);
      const worth = trials.reduce((sum, { answers, share }) => {
        const then = judge({ ...question, answers: { ...question.answers, ...answers } });
        return sum + share * worthOf(now, then);
      }, 0);
      return trials.length === 0 ? [] : [{ check, worth }];
    })
    .sort((a, b) => b.worth - a.worth)
    .map(({ check }) => check);
}

function openChecks({ findings }: Judgement): CheckId[] {
  return findings
    .filter(({ outcome, ifFiledAnew }) => outcome === 'needs-answer' && ifFiledAnew === undefined)
    .map(({ check }) => check);
}

function worthOf(now: Judgement, then: Judgement): number {
  if (then.coverage.kind === 'outside' || then.coverage.kind === 'platform' || then.standing === 'filed') return ENDS;
  if (then.findings.some(({ check, outcome }) => check === 'subject-can-file' && outcome === 'fail')) return ENDS;
  if (then.standing === 'ineligible') return TO_FIX;
  return SETTLES * (openChecks(now).length - openChecks(then).length);
}

function trialsOf(check: CheckId, { domain, facts }: AssessmentContext): readonly Trial[] {
  if (check !== 'registrar-licensed') return TRIALS[check] ?? [];
  const licensed = registrarOf(facts, 'approved');
  const other = registrarOf(facts, 'not-approved');
  const share = /(?:^|\.)(?:cn|xn--fiqs8s|xn--fiqz9s)$/.test(domain.suffix) ? LICENSED_CN : LICENSED;
  return [
    ...(licensed === undefined ? [] : [{ answers: { registrar: licensed }, share }]),
    ...(other === undefined ? [] : [{ answers: { registrar: other }, share: 1 - share }]),
  ];
}

function registrarOf({ rules }: RulesetIndex, status: 'approved' | 'not-approved'): string | undefined {
  return rules.registrars.find((one) => one.status === status)?.id;
}
