/**
 * Small pictures of a portfolio: bars with their numbers. Each is a button that narrows the table
 * to what it counts.
 */
import type { View } from '../../domain/portfolio/row-view.ts';
import { useTranslation } from '../../ui/translation.ts';
import type { Bar, PlanSummary } from './worker-protocol.ts';

interface Props {
  readonly digest: PlanSummary;
  readonly view: View;
  readonly setView: (view: View) => void;
}

export function Charts({ digest: { registrars, months, blocked }, view, setView }: Props) {
  const { t } = useTranslation();
  const toggled = (now: string | null, key: string) => (now === key ? null : key);
  return (
    <div class="charts">
      <Chart
        title={t('chart_registrars')}
        bars={registrars}
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
        bars={blocked}
        chosen={view.suffix}
        choose={(key) => setView({ ...view, suffix: toggled(view.suffix, key) })}
      />
    </div>
  );
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
              <span class="label">{label}</span>
              <span class="bar" aria-hidden="true">
                <i style={{ width: `${(100 * count) / most}%` }} />
              </span>
              <span class="count">{count}</span>
            </button>
          </li>
        ))}
      </ul>
    </figure>
  );
}
