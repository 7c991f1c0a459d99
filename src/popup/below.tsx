/** What lies below the fold, loaded once the verdict is on the screen. */
import { faqForVerdict } from '../core/explain.ts';
import type { Verdict } from '../core/model.ts';
import { registrableOf } from '../core/question.ts';
import { openOptions, openPortfolio } from '../platform/browser.ts';
import { FaqView } from '../ui/faq.tsx';
import { focusOn } from '../ui/focus.ts';
import { Search } from '../ui/search.tsx';
import { AskOther } from './ask-other.tsx';
import { Dismissed } from './dismissed.tsx';
import { HintsHere } from './hints-here.tsx';
import { PageNumbers } from './page-numbers.tsx';
import type { Shared, Ways } from './props.ts';
import { StepsView } from './steps.tsx';

export interface BelowParts {
  readonly AfterFindings: typeof AfterFindings;
  readonly Below: typeof Below;
}

/** What follows from the verdict. */
export function AfterFindings({
  verdict,
  headline,
  ...shared
}: Shared & { readonly verdict: Verdict; readonly headline: string }) {
  const { facts, locale, say } = shared;
  const faq = faqForVerdict(facts.rules, verdict);
  return (
    <>
      {shared.isPage && (
        <PageNumbers domain={verdict.domain.registrable} engine={shared.engine} locale={locale} say={say} />
      )}
      <StepsView verdict={verdict} headline={headline} locale={locale} say={say} />
      {faq.length > 0 && <h2>{say('section_faq')}</h2>}
      <div class="faq">
        {faq.map((entry) => (
          <FaqView key={entry.id} entry={entry} facts={facts} locale={locale} say={say} />
        ))}
      </div>
    </>
  );
}

/** What lies below the answer, whatever it is. */
export function Below({ verdict, clear, show, ...shared }: Shared & Ways & { readonly verdict: Verdict | null }) {
  const { facts, locale, say } = shared;
  return (
    <>
      {verdict && <Dismissed host={verdict.domain.host} rules={facts.rules} say={say} />}
      <HintsHere site={shared.site} rules={facts.rules} say={say} />
      {show && <AskOther label={say('ask_other')} show={show} say={say} />}
      <Search facts={facts} locale={locale} say={say} />
      <footer>
        <span>
          {say('rules_of', { date: facts.rules.stamp.date })} · {say('nothing_leaves')}
        </span>
        <span class="actions">
          {verdict && clear && (
            <button
              type="button"
              onClick={() => {
                clear();
                focusOn('h1');
              }}
            >
              {say('answers_clear_all', registrableOf(verdict))}
            </button>
          )}
          <button type="button" onClick={() => void openPortfolio()}>
            {say('popup_portfolio')}
          </button>
          <button type="button" onClick={() => void openOptions()}>
            {say('options_open')}
          </button>
        </span>
      </footer>
    </>
  );
}
