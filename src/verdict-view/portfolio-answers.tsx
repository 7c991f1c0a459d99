/** What the person's portfolios know of the name in view: one click makes it count here. */
import { useEffect, useState } from 'preact/hooks';
import { newsFrom, type PortfolioKnowledge } from '../domain/portfolio/portfolio-knowledge.ts';
import { answerText, inKey, originText } from '../i18n/record-text.ts';
import { loadPortfolioKnowledge } from '../storage/portfolio-answers.ts';
import { focusOn } from '../ui/focus-on.ts';
import { Icon } from '../ui/icon.tsx';
import { useTranslation } from '../ui/translation.ts';
import type { JudgedProps } from './screens.ts';

export function PortfolioAnswers({ verdict, facts, kept, useKnown }: JudgedProps) {
  const { locale, t } = useTranslation();
  const { registrable } = verdict.domain;
  const [known, setKnown] = useState<readonly PortfolioKnowledge[]>([]);
  useEffect(() => {
    let isHere = true;
    void loadPortfolioKnowledge(registrable, facts).then((found) => isHere && setKnown(found));
    return () => {
      isHere = false;
    };
  }, [registrable]);
  const news = newsFrom(known, kept);
  if (news === null) return null;
  const origins = [...new Set(news.answers.map(({ from }) => originText(from, t)))];
  return (
    <section class="part portfolio" data-known={news.answers.map(({ name }) => name).join(' ')}>
      <h2>{t('portfolio_knows', { names: news.names.join(t('list_separator')) })}</h2>
      <p>
        {news.answers
          .filter(({ value }) => typeof value !== 'object')
          .map((one) => `${t(`answer_name_${inKey(one.name)}`)}: ${answerText(one, facts.rules, locale, t)}`)
          .join(' · ')}
      </p>
      <p class="fine">{origins.join(' · ')}</p>
      <p class="acts">
        <button
          type="button"
          data-use-portfolio
          onClick={() => {
            useKnown(news);
            focusOn('h1');
          }}
        >
          <Icon name="doc" /> {t('portfolio_use')}
        </button>
      </p>
    </section>
  );
}
