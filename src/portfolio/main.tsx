import { render } from 'preact';
import { readKept } from '../case/keep.ts';
import type { Locale } from '../core/model.ts';
import { indexFacts } from '../core/question.ts';
import { uiLanguage } from '../platform/browser.ts';
import { rules } from '../rules.ts';
import { wordsFor } from '../ui/words.ts';
import { emptyPortfolio } from './kept.ts';
import { PortfolioPage } from './page.tsx';
import { storeFor } from './store.ts';

const TAGS: Readonly<Record<Locale, string>> = { en: 'en', zh_CN: 'zh-CN' };

const locale = uiLanguage();
const say = wordsFor(locale);
document.documentElement.lang = TAGS[locale];
document.title = say('portfolio_title');

/** `?names=` brings names along, from the omnibox. */
async function start(): Promise<void> {
  const store = storeFor(rules);
  const [kept, { profile }] = await Promise.all([store.all(), readKept(rules, null)]);
  const { province, subject, filedWith } = profile.answers;
  const answers = {
    ...(province === undefined ? {} : { province }),
    ...(subject === undefined ? {} : { subject }),
    ...(filedWith === undefined ? {} : { filedWith }),
  };
  const fresh = { ...emptyPortfolio(crypto.randomUUID(), say('portfolio_first')), answers };
  render(
    <PortfolioPage
      first={kept[0] ?? fresh}
      kept={kept}
      names={new URLSearchParams(location.search).get('names') ?? ''}
      store={store}
      facts={indexFacts(rules)}
      locale={locale}
      say={say}
    />,
    document.body,
  );
}

void start();
