import type { Outcome, Verdict } from '../domain/eligibility/verdict.ts';
import { sayStep } from './step-text.ts';
import type { Translate } from './translator.ts';

export interface Headline {
  readonly outcome: Outcome;
  readonly title: string;
  /**
   * For lists, the address bar and the icon: promises no more than the suffix where nothing else is
   * known.
   */
  readonly short: string;
  readonly lead: string;
  /** The first thing to do where something stands in the way. */
  readonly way: string | null;
}

/** Steps that settle what we cannot tell. */
const ANSWERS = ['look-suffix-up', 'look-registrar-up', 'renew'];

/**
 * Returns what a verdict comes to in plain words, in one sentence why, and the shortest way out.
 * `decisive` is how many decisive questions are open, where that was found out.
 */
export function headlineOf(verdict: Verdict, t: Translate, decisive = 0): Headline {
  const headline = wordsOf(verdict, t, decisive);
  const isOpen = verdict.standing === 'depends' && isSuffixAlone(verdict);
  return { ...headline, short: isOpen ? t('headline_suffix_approved') : headline.title };
}

/** Whether nothing is known but what the name itself tells. */
function isSuffixAlone({ findings, coverage }: Verdict): boolean {
  const told = ['suffix-approved', 'name-is-yours'];
  return (
    coverage.kind !== 'outside' &&
    findings.every(({ check, outcome }) => told.includes(check) || outcome === 'needs-answer')
  );
}

function wordsOf(verdict: Verdict, t: Translate, decisive: number): Omit<Headline, 'short'> {
  const first = (outcome: Outcome) => verdict.findings.find((finding) => finding.outcome === outcome);
  const reason = (outcome: Outcome) => {
    const reason = first(outcome)?.reason;
    return reason ? t(`because_${reason.code.replaceAll('-', '_')}`, reason.params) : '';
  };
  const [step] = verdict.steps;
  const way = step === undefined ? null : sayStep(step, t);

  if (verdict.coverage.kind === 'outside' && verdict.standing !== 'filed') {
    return { outcome: 'not-applicable', title: t('headline_outside'), lead: t('lead_outside'), way: null };
  }
  switch (verdict.standing) {
    case 'filed': {
      const [risk] = verdict.risks;
      const lead = risk ? t(`risk_${risk.code.replaceAll('-', '_')}`, risk.params) : t('lead_filed');
      return { outcome: risk ? 'cannot-tell' : 'pass', title: t('headline_filed'), lead, way };
    }
    case 'eligible':
      return { outcome: 'pass', title: t('headline_eligible'), lead: t('lead_eligible'), way };
    case 'ineligible':
      return { outcome: 'fail', title: t(ineligible(verdict)), lead: reason('fail'), way };
    case 'unknown':
      return {
        outcome: 'cannot-tell',
        title: t('headline_unknown'),
        lead: reason('cannot-tell'),
        // Where nothing can be done about what is not known, no other step is a way out.
        way: step && ANSWERS.includes(step.code) ? way : null,
      };
    case 'depends':
      return { outcome: 'needs-answer', title: t('headline_depends'), lead: openLead(verdict, t, decisive), way: null };
  }
}

/** How many questions are open: the decisive ones, where that was found out and there are any. */
function openLead({ findings }: Verdict, t: Translate, decisive: number): string {
  if (decisive > 0) return t('lead_depends', { count: decisive });
  return t('lead_rest', { count: findings.filter(({ outcome }) => outcome === 'needs-answer').length });
}

/** What lies in the name itself is a plain no; everything else can be put right. */
function ineligible({ findings }: Verdict): string {
  const failed = findings.filter((finding) => finding.outcome === 'fail');
  const suffix = failed.find((finding) => finding.check === 'suffix-approved');
  const isOthers = failed.some((finding) => finding.check === 'name-is-yours');
  const first = failed[0]?.check.replaceAll('-', '_');
  if (suffix === undefined) return isOthers ? 'headline_ineligible_yours' : `headline_not_yet_${first}`;
  return suffix.reason.code !== 'suffix-not-approved' && !isOthers ? 'headline_ineligible_low' : 'headline_ineligible';
}
