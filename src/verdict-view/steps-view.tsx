import type { Step, Timeline } from '../domain/eligibility/verdict.ts';
import { sayStep } from '../i18n/step-text.ts';
import { sayPhase, sayPhaseDays, sayTimeline } from '../i18n/timeline-text.ts';
import { headlineOf } from '../i18n/verdict-headline.ts';
import { Link } from '../ui/blocks.tsx';
import { Copy } from '../ui/copy-button.tsx';
import { RelatedAnswers } from '../ui/faq-view.tsx';
import { save } from '../ui/save-file.ts';
import { useTranslation } from '../ui/translation.ts';
import type { JudgedProps } from './screens.ts';
import { datesOf, markdownOf, textOf } from './steps-export.ts';

/** What to do next, in order, what explains it, and ways to take it along. */
export function StepsScreen({ verdict, facts }: JudgedProps) {
  const { locale, t } = useTranslation();
  const headline = headlineOf(verdict, t).title;
  const title = t('plan_title', { host: verdict.domain.display, headline });
  const plan = { title, steps: verdict.steps, timeline: verdict.timeline, rules: facts.rules };
  const file = verdict.domain.host;
  const dates = datesOf(verdict.steps);
  const explained = new Set(verdict.steps.flatMap(({ faq }) => faq ?? []));
  const faq = facts.rules.faq.filter(({ id }) => explained.has(id));

  async function saveDates(): Promise<void> {
    const { calendarOf } = await import('./steps-calendar.ts');
    save(`${file}.ics`, 'text/calendar', calendarOf(plan, locale, t));
  }

  return (
    <section class="detail steps" data-detail="steps">
      <ol>
        {verdict.steps.map((step) => (
          <StepView key={step.code} step={step} />
        ))}
      </ol>
      {verdict.timeline !== null && <TimelineView timeline={verdict.timeline} />}
      <p class="actions">
        <Copy textOf={() => textOf(plan, t)} label={t('steps_copy')} />
        <button type="button" onClick={() => save(`${file}.md`, 'text/markdown', markdownOf(plan, t))}>
          {t('steps_markdown')}
        </button>
        {(dates.length > 0 || verdict.timeline !== null) && (
          <button type="button" onClick={() => void saveDates()}>
            {t('steps_calendar')}
          </button>
        )}
      </p>
      <RelatedAnswers entries={faq} facts={facts} />
    </section>
  );
}

/** The parts of the way with their days, in order. */
function TimelineView({ timeline }: { readonly timeline: Timeline }) {
  const { t } = useTranslation();
  const { title, end } = sayTimeline(timeline, t);
  return (
    <details class="timeline">
      <summary>{title}</summary>
      <dl>
        {timeline.phases.map((one) => (
          <div data-phase={one.phase}>
            <dt>{sayPhase(one, t)}</dt>
            <dd>{sayPhaseDays(one, t)}</dd>
          </div>
        ))}
      </dl>
      {end.map((line) => (
        <p>{line}</p>
      ))}
    </details>
  );
}

function StepView({ step }: { readonly step: Step }) {
  const { t } = useTranslation();
  return (
    <li data-step={step.code}>
      {sayStep(step, t)}
      {step.url !== null && (
        <>
          {' '}
          <Link url={step.url} newTab={t('new_tab')}>
            {new URL(step.url).host}
          </Link>
        </>
      )}
    </li>
  );
}
