/** What is said of a page that a provider shows instead of the site that was asked for. */

import type { Engine } from '../domain/eligibility/engine.ts';
import { QUERY_FILINGS } from '../domain/eligibility/next-steps.ts';
import { faqForPrompt } from '../domain/prompts/console-prompts.ts';
import { Link } from '../ui/blocks.tsx';
import { FaqView } from '../ui/faq-view.tsx';
import { OutcomeIcon } from '../ui/outcome-icon.tsx';
import { useTranslation } from '../ui/translation.ts';

interface Props {
  readonly means: string;
  /** The registrable domain that is asked about, for the query. */
  readonly domain: string;
  readonly engine: Engine;
}

/** Meanings that have words of their own; any other is a page that blocks. */
const TOLD = ['unfiled-warning', 'filing-lost'];

export function BlockPage({ means, domain, engine }: Props) {
  const { t } = useTranslation();
  const entry = faqForPrompt(engine.facts.rules, means);
  const told = TOLD.includes(means) ? means.replaceAll('-', '_') : 'site_blocked';
  return (
    <section class="on-page" data-block-page={means}>
      <h2>{t('section_block_page')}</h2>
      <ul class="findings">
        <li>
          <OutcomeIcon outcome={means === 'unfiled-warning' ? 'cannot-tell' : 'fail'} />
          <div>
            <p class="reason">{t(`block_page_${told}`, { domain })}</p>
            <p class="reason">
              {t(`block_page_${told}_first`, { domain })}{' '}
              <Link url={QUERY_FILINGS} newTab={t('new_tab')}>
                {t('look_up_filing')}
              </Link>
            </p>
          </div>
        </li>
      </ul>
      {entry !== null && (
        <div class="faq">
          <FaqView entry={entry} facts={engine.facts} />
        </div>
      )}
    </section>
  );
}
