import { listedSuffix } from '../core/checks/suffix-approved.ts';
import type { Outcome, Verdict } from '../core/model.ts';
import type { Facts } from '../core/question.ts';
import type { Say } from '../ui/words.ts';

export interface Headline {
  readonly outcome: Outcome;
  readonly title: string;
  readonly lead: string;
}

/** In: a verdict. Out: what it comes to in plain words, and in one sentence why. */
export function headlineOf(verdict: Verdict, facts: Facts, say: Say): Headline {
  const decisive = (outcome: Outcome) => verdict.findings.find((finding) => finding.outcome === outcome);
  const reason = (outcome: Outcome) => {
    const because = decisive(outcome)?.because;
    return because ? say(`because_${because.code.replaceAll('-', '_')}`, because.params) : '';
  };
  switch (verdict.standing) {
    case 'eligible':
      return { outcome: 'pass', title: say('headline_eligible'), lead: say('lead_eligible') };
    case 'ineligible': {
      const check = decisive('fail')?.check;
      const weak =
        check === 'suffix-approved' && listedSuffix(verdict.domain.registrable, facts.suffixes)?.confidence === 'low';
      const only = verdict.findings.filter((finding) => finding.outcome === 'fail').length === 1;
      const title =
        check === 'name-is-yours'
          ? 'headline_ineligible_yours'
          : weak && only
            ? 'headline_ineligible_low'
            : 'headline_ineligible';
      return { outcome: 'fail', title: say(title), lead: reason('fail') };
    }
    case 'unknown':
      return { outcome: 'cannot-tell', title: say('headline_unknown'), lead: reason('cannot-tell') };
    case 'depends': {
      const count = verdict.findings.filter((finding) => finding.outcome === 'needs-answer').length;
      const title = count === 1 ? say('headline_depends_one') : say('headline_depends_other', { count });
      return { outcome: 'needs-answer', title, lead: say('lead_depends') };
    }
  }
}
