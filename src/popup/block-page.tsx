/** What is said of a page that a provider shows instead of the site that was asked for. */
import { faqForPrompt } from '../core/guidance.ts';
import type { Locale } from '../core/model.ts';
import { QUERY_FILINGS } from '../core/steps.ts';
import type { Engine } from '../engine.ts';
import { Link } from '../ui/blocks.tsx';
import { FaqView } from '../ui/faq.tsx';
import { OutcomeIcon } from '../ui/icon.tsx';
import type { Say } from '../ui/say.ts';

interface Props {
  readonly means: string;
  /** The registrable domain that is asked about, for the query. */
  readonly domain: string;
  readonly engine: Engine;
  readonly locale: Locale;
  readonly say: Say;
}

/** Meanings that have words of their own; any other is a page that blocks. */
const TOLD = ['unfiled-warning', 'filing-lost'];

export function BlockPage({ means, domain, engine, locale, say }: Props) {
  const entry = faqForPrompt(engine.facts.rules, means);
  const told = TOLD.includes(means) ? means.replaceAll('-', '_') : 'site_blocked';
  return (
    <section class="on-page" data-block-page={means}>
      <h2>{say('section_block_page')}</h2>
      <ul class="findings">
        <li>
          <OutcomeIcon outcome={means === 'unfiled-warning' ? 'cannot-tell' : 'fail'} />
          <div>
            <p class="reason">{say(`block_page_${told}`, { domain })}</p>
            <p class="reason">
              {say(`block_page_${told}_first`, { domain })}{' '}
              <Link url={QUERY_FILINGS} newTab={say('new_tab')}>
                {say('look_up_filing')}
              </Link>
            </p>
          </div>
        </li>
      </ul>
      {entry !== null && (
        <div class="faq">
          <FaqView entry={entry} facts={engine.facts} locale={locale} say={say} />
        </div>
      )}
    </section>
  );
}
