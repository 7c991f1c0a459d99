import { render } from 'preact';
import { readKept } from '../case/keep.ts';
import { personalOf } from '../core/answers.ts';
import { indexFacts } from '../core/question.ts';
import { startPage } from '../start.ts';
import { emptyPortfolio } from './kept.ts';
import { PortfolioPage } from './page.tsx';
import { storeFor } from './store.ts';

const { rules, locale, messages, say } = await startPage('portfolio_title');

/** `?names=` brings names along, from the omnibox. */
async function start(): Promise<void> {
  const store = storeFor(rules);
  const [kept, { profile }] = await Promise.all([store.all(), readKept(rules, null)]);
  const answers = personalOf(profile.answers);
  const fresh = { ...emptyPortfolio(crypto.randomUUID(), say('portfolio_first')), answers };
  render(
    <PortfolioPage
      first={kept[0] ?? fresh}
      answers={answers}
      kept={kept}
      names={new URLSearchParams(location.search).get('names') ?? ''}
      store={store}
      facts={indexFacts(rules)}
      locale={locale}
      messages={messages}
      say={say}
    />,
    document.body,
  );
}

void start();
