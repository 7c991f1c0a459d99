import { render } from 'preact';
import { personalOf } from '../../domain/answers/answers.ts';
import { emptyPortfolio } from '../../domain/portfolio/portfolio-record.ts';
import { indexRuleset } from '../../domain/ruleset/ruleset-index.ts';
import { storeFor } from '../../storage/portfolio-store.ts';
import { loadAllAnswers } from '../../storage/stored-answers.ts';
import { TranslationContext } from '../../ui/translation.ts';
import { initPageWithGuidance } from '../shared/page-context.ts';
import { PortfolioPage } from './portfolio-page.tsx';

const page = await initPageWithGuidance('portfolio_title');
const { rules, messages, t } = page;

/** `?names=` brings names along, from the omnibox. */
async function start(): Promise<void> {
  const store = storeFor(rules);
  const [kept, { profile, cases }] = await Promise.all([store.all(), loadAllAnswers(rules)]);
  const answers = personalOf(profile.answers);
  const fresh = { ...emptyPortfolio(crypto.randomUUID(), t('portfolio_first')), answers };
  render(
    <TranslationContext.Provider value={page}>
      <PortfolioPage
        first={kept[0] ?? fresh}
        answers={answers}
        kept={kept}
        cases={[...cases]}
        names={new URLSearchParams(location.search).get('names') ?? ''}
        store={store}
        facts={indexRuleset(rules)}
        messages={messages}
      />
    </TranslationContext.Provider>,
    document.body,
  );
}

void start();
