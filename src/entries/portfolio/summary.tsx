import type { PersonalAnswers } from '../../domain/answers/answers.ts';
import { PARTS, type Part } from '../../domain/portfolio/fixes.ts';
import type { View } from '../../domain/portfolio/row-view.ts';
import type { RulesetIndex } from '../../domain/ruleset/ruleset-index.ts';
import { ProviderField, ProvinceField, type SetAnswer, SubjectSelect } from '../../ui/answer-fields.tsx';
import { Count } from '../../ui/count.tsx';
import { useTranslation } from '../../ui/translation.ts';
import type { PlanSummary } from './worker-protocol.ts';

interface Props {
  readonly digest: PlanSummary;
  readonly view: View;
  readonly setView: (view: View) => void;
  readonly answers: PersonalAnswers;
  readonly setAnswer: SetAnswer;
  readonly facts: RulesetIndex;
}

/** One sentence, and one bar of four parts that narrow the table to themselves. */
export function Summary({ digest: { parts }, view, setView, ...about }: Props) {
  const { t } = useTranslation();
  const all = PARTS.reduce((sum, part) => sum + parts[part], 0);
  const narrow = (part: Part) => setView({ ...view, part: view.part === part ? null : part, fix: null });
  return (
    <section class="panel sum">
      <div class="sum-top">
        <h2>{t('portfolio_headline', { clear: parts.clear, all, fix: parts.fix })}</h2>
        <div class="about">
          <ProvinceField {...about} />
          <SubjectSelect {...about} />
          <ProviderField {...about} />
        </div>
      </div>
      <div class="parts" aria-hidden="true">
        {PARTS.map((part) =>
          parts[part] === 0 ? null : <i key={part} class={`fill-${part}`} style={{ flexGrow: parts[part] }} />,
        )}
      </div>
      <ul class="legend">
        {PARTS.map((part) => (
          <li key={part}>
            <button type="button" data-part={part} aria-pressed={view.part === part} onClick={() => narrow(part)}>
              <i class={`fill-${part}`} aria-hidden="true" />
              <b>
                <Count of={parts[part]} />
              </b>
              <span>{t(`part_${part}`)}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
