/** What lies below the fold, loaded once the verdict is on the screen. */

import { openOptions, openPortfolio } from '../browser-api/tabs.ts';
import { registrableParam } from '../domain/eligibility/assessment-context.ts';
import { faqForVerdict } from '../domain/eligibility/related-faq.ts';
import type { Verdict } from '../domain/eligibility/verdict.ts';
import { rulesText } from '../i18n/loaded-mark.ts';
import { FaqView } from '../ui/faq-view.tsx';
import { focusOn } from '../ui/focus-on.ts';
import { Search } from '../ui/guidance-search.tsx';
import { Dismissed } from './dismissed-hints.tsx';
import { AskOther } from './other-domain-form.tsx';
import { PageNumbers } from './page-numbers.tsx';
import { HintsHere } from './site-hints.tsx';
import { StepsView } from './steps-view.tsx';
import type { VerdictActions, VerdictViewProps } from './verdict-view-props.ts';

export interface DeferredParts {
  readonly AfterFindings: typeof AfterFindings;
  readonly DeferredSections: typeof DeferredSections;
}

/** What follows from the verdict. */
export function AfterFindings({
  verdict,
  headline,
  ...shared
}: VerdictViewProps & { readonly verdict: Verdict; readonly headline: string }) {
  const { facts, locale, t } = shared;
  const faq = faqForVerdict(facts.rules, verdict);
  return (
    <>
      {shared.isPage && (
        <PageNumbers domain={verdict.domain.registrable} engine={shared.engine} locale={locale} t={t} />
      )}
      <StepsView verdict={verdict} headline={headline} rules={facts.rules} locale={locale} t={t} />
      {faq.length > 0 && <h2>{t('section_faq')}</h2>}
      <div class="faq">
        {faq.map((entry) => (
          <FaqView key={entry.id} entry={entry} facts={facts} locale={locale} t={t} />
        ))}
      </div>
    </>
  );
}

/** What lies below the answer, whatever it is. */
export function DeferredSections({
  verdict,
  clear,
  show,
  ...shared
}: VerdictViewProps & VerdictActions & { readonly verdict: Verdict | null }) {
  const { facts, locale, t } = shared;
  return (
    <>
      {verdict && <Dismissed host={verdict.domain.host} rules={facts.rules} t={t} />}
      <HintsHere site={shared.site} rules={facts.rules} t={t} />
      {show && <AskOther label={t('ask_other')} show={show} t={t} />}
      <Search facts={facts} locale={locale} t={t} />
      <footer>
        <span>
          {rulesText(facts.rules, t)} · {t('nothing_leaves')}
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
              {t('answers_clear_all', registrableParam(verdict))}
            </button>
          )}
          <button type="button" onClick={() => void openPortfolio()}>
            {t('popup_portfolio')}
          </button>
          <button type="button" onClick={() => void openOptions()}>
            {t('options_open')}
          </button>
        </span>
      </footer>
    </>
  );
}
