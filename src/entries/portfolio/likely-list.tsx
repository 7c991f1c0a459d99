/** What records make likely of many names, to be said of all of them at once. */
import type { Answer } from '../../domain/answers/answer-origin.ts';
import type { Answers } from '../../domain/answers/answers.ts';
import { LIKELY_ANSWERS, type Likely } from '../../domain/portfolio/likely-answers.ts';
import type { RulesetIndex } from '../../domain/ruleset/ruleset-index.ts';
import { answerText } from '../../i18n/record-text.ts';
import { Count } from '../../ui/count.tsx';
import { useTranslation } from '../../ui/translation.ts';
import type { PlanSummary } from './worker-protocol.ts';

interface Props {
  readonly likely: PlanSummary['likely'];
  /** Says it of all names of which it is likely. */
  readonly accept: (likely: Likely, said: Answers) => void;
  readonly facts: RulesetIndex;
}

export function LikelyList({ likely, accept, facts }: Props) {
  const { locale, t } = useTranslation();
  if (likely.length === 0) return null;
  return (
    <>
      <h3>{t('likely_title')}</h3>
      <ul class="likely">
        {likely.map(({ likely: one, count }) => (
          <li key={one} data-likely={one}>
            <p>
              {t(`likely_${one.replaceAll('-', '_')}`)}{' '}
              <b>
                <Count of={count} />
              </b>
            </p>
            <p class="all">
              {LIKELY_ANSWERS[one].map((said) => {
                const [[name, value] = []] = Object.entries(said) as [Answer['name'], Answer['value']][];
                if (name === undefined || value === undefined) return null;
                return (
                  <button key={value} type="button" onClick={() => accept(one, said)}>
                    {t('case_accept', { answer: answerText({ name, value }, facts.rules, locale, t) })}
                  </button>
                );
              })}
            </p>
          </li>
        ))}
      </ul>
    </>
  );
}
