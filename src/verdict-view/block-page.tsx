/** What is said of a page that a provider shows instead of the site that was asked for. */

import type { Engine } from '../domain/eligibility/engine.ts';
import { faqForPrompt } from '../domain/prompts/console-prompts.ts';
import { FaqView } from '../ui/faq-view.tsx';
import { useTranslation } from '../ui/translation.ts';
import { blockPageKey } from './block-page-key.ts';
import { FilingLookUp } from './filing-look-up.tsx';
import { displayOf } from './row.tsx';

interface Props {
  readonly means: string;
  /** The registrable domain that is asked about, for the query. */
  readonly domain: string;
  readonly engine: Engine;
}

/** What to do first; what happened stands above, as the answer. */
export function BlockPage({ means, domain, engine }: Props) {
  const { t } = useTranslation();
  const entry = faqForPrompt(engine.facts.rules, means);
  const display = displayOf(domain, engine);
  return (
    <section class="part on-page" data-block-page={means}>
      <h2>{t('block_page_first')}</h2>
      <p class="reason">{t(`${blockPageKey(means)}_first`, { domain: display })}</p>
      <FilingLookUp display={display} />
      {entry !== null && (
        <div class="faq">
          <FaqView entry={entry} facts={engine.facts} />
        </div>
      )}
    </section>
  );
}
