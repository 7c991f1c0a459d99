/**
 * Small pictures of a portfolio: bars with their numbers. Each is a button that narrows the table
 * to what it counts.
 */
import type { View } from '../../domain/portfolio/row-view.ts';
import type { Translate } from '../../i18n/translator.ts';
import { Count } from '../../ui/count.tsx';
import { useTranslation } from '../../ui/translation.ts';
import { BARS } from './plan-summary.ts';
import type { Bar, PlanSummary } from './worker-protocol.ts';

interface Props {
  readonly digest: PlanSummary;
  readonly view: View;
  readonly setView: (view: View) => void;
}

export function Charts({ digest: { facets, months, blocked }, view, setView }: Props) {
  const { t } = useTranslation();
  const toggled = (now: string | null, key: string) => (now === key ? null : key);
  return (
    <div class="charts">
      <Chart
        title={t('chart_registrars')}
        bars={facets.registrars.slice(0, BARS)}
        chosen={view.registrar}
        choose={(key) => setView({ ...view, registrar: toggled(view.registrar, key) })}
      />
      <Chart
        title={t('chart_months')}
        bars={months}
        chosen={view.month}
        choose={(key) => setView({ ...view, month: toggled(view.month, key) })}
      />
      <Chart
        title={t('chart_blocked')}
        bars={blocked.map((bar) => ({ ...bar, label: reasonText(bar.key, t) }))}
        chosen={view.reason}
        choose={(key) => setView({ ...view, reason: toggled(view.reason, key) as View['reason'] })}
      />
    </div>
  );
}

/** Returns what blocks names, in words. */
function reasonText(reason: string, t: Translate): string {
  // What the check is called says nothing of why.
  if (reason === 'name-is-yours') return t('outcome_not_yours');
  return t(reason === 'other' ? 'fix_fix_other' : `check_${reason.replaceAll('-', '_')}`);
}

function Chart({
  title,
  bars,
  chosen,
  choose,
}: {
  readonly title: string;
  readonly bars: readonly Bar[];
  readonly chosen: string | null;
  readonly choose: (key: string) => void;
}) {
  if (bars.length === 0) return null;
  const most = Math.max(...bars.map(({ count }) => count));
  return (
    <figure class="panel">
      <figcaption>{title}</figcaption>
      <ul>
        {bars.map(({ key, label, count }) => (
          <li key={key}>
            <button type="button" data-key={key} aria-pressed={chosen === key} onClick={() => choose(key)}>
              <span class="label" title={label}>
                {label}
              </span>
              <span class="bar" aria-hidden="true">
                <i style={{ width: `${(100 * count) / most}%` }} />
              </span>
              <span class="count">
                <Count of={count} />
              </span>
            </button>
          </li>
        ))}
      </ul>
    </figure>
  );
}
