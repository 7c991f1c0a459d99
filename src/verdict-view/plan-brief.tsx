/**
 * The fix as a plan: the first things to do, each with its day; all of it is a screen of its own.
 */
import { sayStep, sayStepDays } from '../i18n/step-text.ts';
import { Icon } from '../ui/icon.tsx';
import { useTranslation } from '../ui/translation.ts';
import { isLongName } from './host-name.tsx';
import { Row } from './row.tsx';
import type { JudgedProps } from './screens.ts';

/** Steps that are seen at once. */
const SHOWN = 3;
/** Longer names take the room of a step. */
const LONG_NAME = 40;
/** Steps that are the questions, which stand beside the plan. */
const ASKED = ['confirm-one', 'confirm-some'];

export function PlanBrief({ verdict, open, ...shared }: JudgedProps) {
  const { t } = useTranslation();
  const steps = verdict.steps.filter(({ code }) => !ASKED.includes(code));
  // What a record says takes its room.
  const isLong = isLongName(verdict.domain.display, LONG_NAME);
  const shown = shared.record !== null ? 1 : isLong ? SHOWN - 2 : SHOWN;
  const asksDay =
    shared.record === null &&
    shared.answers.registeredOn === undefined &&
    steps.some(({ code }) => code === 'transfer-in' || code === 'move-in-group');
  return (
    <section class="part plan">
      <h2>{t('plan_heading')}</h2>
      <ol>
        {steps.slice(0, shown).map((step, index) => {
          const [first, rest] = firstSentence(sayStep({ ...step, notBefore: null, notAfter: null }, t));
          const days = sayStepDays(step, t);
          return (
            <li key={step.code} data-step={step.code} class={index === 0 ? 'now' : ''}>
              <span class="number" aria-hidden="true">
                {index + 1}
              </span>
              <span class="what">{first}</span>
              {days !== '' && (
                <span class={step.notBefore !== null && step.notAfter !== null ? 'when both' : 'when'}>{days}</span>
              )}
              {index === 0 && rest !== '' && !(isLong && shared.record !== null) && <small>{rest}</small>}
            </li>
          );
        })}
      </ol>
      <ul class="rows inner">
        {asksDay && (
          <li>
            <Row
              sign={<Icon name="clock" />}
              label={t('plan_when_moved')}
              to={{ kind: 'check', check: 'registrar-licensed' }}
              open={open}
            />
          </li>
        )}
        <li>
          <Row
            sign={<Icon name="doc" />}
            label={steps.length > shown ? t('plan_all', { count: steps.length }) : t('plan_take')}
            to={{ kind: 'steps' }}
            open={open}
          />
        </li>
      </ul>
    </section>
  );
}

/** Returns the first sentence of a text, and the rest of it. */
function firstSentence(text: string): readonly [string, string] {
  const end = /[.](?=\s)|[。;；:：](?=.)/.exec(text);
  if (end === null) return [text, ''];
  const isWhole = /[.。]/.test(end[0]);
  return [text.slice(0, end.index + (isWhole ? 1 : 0)), text.slice(end.index + 1).trim()];
}
