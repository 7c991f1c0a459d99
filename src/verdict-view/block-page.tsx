/** What is said of a page that a provider shows instead of the site that was asked for. */

import type { Engine } from '../domain/eligibility/engine.ts';
import { QUERY_FILINGS } from '../domain/eligibility/next-steps.ts';
import { faqForPrompt } from '../domain/prompts/console-prompts.ts';
import { Link } from '../ui/blocks.tsx';
import { Copy } from '../ui/copy-button.tsx';
import { FaqView } from '../ui/faq-view.tsx';
import { Icon } from '../ui/icon.tsx';
import { useTranslation } from '../ui/translation.ts';
import { blockPageKey } from './block-page-key.ts';

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
  return (
    <section class="part on-page" data-block-page={means}>
      <h2>{t('block_page_first')}</h2>
      <p class="reason">{t(`${blockPageKey(means)}_first`, { domain })}</p>
      <p class="acts">
        <span class="main link">
          <Link url={QUERY_FILINGS} newTab={t('new_tab')}>
            {t('look_up_filing')} <Icon name="out" size={14} />
          </Link>
        </span>
        <Copy textOf={() => domain} label={t('page_copy')} />
      </p>
      {entry !== null && (
        <div class="faq">
          <FaqView entry={entry} facts={engine.facts} />
        </div>
      )}
    </section>
  );
}
