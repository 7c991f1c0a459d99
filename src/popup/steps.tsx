import type { Locale, Step, Verdict } from '../core/model.ts';
import { Link } from '../ui/blocks.tsx';
import { Copy } from '../ui/copy.tsx';
import { save } from '../ui/save.ts';
import type { Say } from '../ui/say.ts';
import { sayStep } from '../ui/say-step.ts';
import { datesOf, markdownOf, textOf } from './plan.ts';

interface Props {
  readonly verdict: Verdict;
  readonly headline: string;
  readonly locale: Locale;
  readonly say: Say;
}

/** What to do next, in order, and ways to take it along. */
export function StepsView({ verdict, headline, locale, say }: Props) {
  const title = say('plan_title', { host: verdict.domain.display, headline });
  const plan = { title, steps: verdict.steps, rules: verdict.rules };
  const file = verdict.domain.host;
  const dates = datesOf(verdict.steps);

  async function saveDates(): Promise<void> {
    const { calendarOf } = await import('./calendar.ts');
    save(`${file}.ics`, 'text/calendar', calendarOf(plan, locale, say));
  }

  return (
    <section class="steps">
      <h2>{say('section_steps')}</h2>
      <ol>
        {verdict.steps.map((step) => (
          <StepView step={step} say={say} />
        ))}
      </ol>
      <p class="actions">
        <Copy textOf={() => textOf(plan, say)} label={say('steps_copy')} say={say} />
        <button type="button" onClick={() => save(`${file}.md`, 'text/markdown', markdownOf(plan, say))}>
          {say('steps_markdown')}
        </button>
        {dates.length > 0 && (
          <button type="button" onClick={() => void saveDates()}>
            {say('steps_calendar')}
          </button>
        )}
      </p>
    </section>
  );
}

function StepView({ step, say }: { readonly step: Step; readonly say: Say }) {
  return (
    <li data-step={step.code}>
      {sayStep(step, say)}
      {step.url !== null && (
        <>
          {' '}
          <Link url={step.url} newTab={say('new_tab')}>
            {new URL(step.url).host}
          </Link>
        </>
      )}
    </li>
  );
}
