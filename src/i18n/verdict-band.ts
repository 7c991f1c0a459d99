/** The first lines of a verdict's view: what it comes to, and why. */
import type { Situation } from '../domain/eligibility/situation.ts';
import type { Verdict } from '../domain/eligibility/verdict.ts';
import type { Translate } from './translator.ts';
import { type Headline, headlineOf } from './verdict-headline.ts';

interface Seen {
  /** How many decisive questions are open. */
  readonly decisive: number;
  /** Whether the page shows a number as its own. */
  readonly isClaimed: boolean;
  /** Whether nothing is wrong with what it shows. */
  readonly isSound: boolean;
}

/**
 * Returns the outcome, the line that answers, and its reason. A number on the page is a claim, and
 * promises nothing.
 */
export function bandOf(
  verdict: Verdict,
  situation: Situation,
  { decisive, isClaimed, isSound }: Seen,
  t: Translate,
): Pick<Headline, 'outcome' | 'title' | 'lead'> {
  if (situation === 'platform') {
    const reason = verdict.findings.find(({ check }) => check === 'name-is-yours')?.reason;
    const lead = reason ? t(`because_${reason.code.replaceAll('-', '_')}`, reason.params) : '';
    return { outcome: 'fail', title: t('headline_ineligible_yours'), lead };
  }
  if (isClaimed) {
    return {
      outcome: 'not-applicable',
      title: t('claim_title'),
      lead: t(isSound ? 'claim_lead' : 'claim_lead_flawed'),
    };
  }
  if (situation === 'government') {
    return { outcome: 'not-applicable', title: t('government_title'), lead: t('government_lead') };
  }
  return headlineOf(verdict, t, decisive);
}
