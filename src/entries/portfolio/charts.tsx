/** Small pictures of a portfolio: bars with their numbers, and a sentence for those who do not see them. */
import type { Translate } from '../../i18n/translator.ts';
import type { Bar, PlanSummary } from './worker-protocol.ts';

export function Charts({
  digest: { plan, suffixes, reasons },
  province,
  t,
}: {
  readonly digest: PlanSummary;
  readonly province: string;
  readonly t: Translate;
}) {
  const { websites, orders, serviceCodes, servers } = plan.totals;
  return (
    <div class="charts">
      <Chart title={t('chart_suffixes')} bars={suffixes} />
      <Chart
        title={t('chart_filings', { province })}
        bars={[
          { label: t('total_websites'), parts: [{ tone: 'yes', count: websites }] },
          { label: t('total_orders'), parts: [{ tone: 'dim', count: orders }] },
          { label: t('total_servicecodes'), parts: [{ tone: 'dim', count: serviceCodes }] },
          { label: t('total_servers'), parts: [{ tone: 'dim', count: servers }] },
        ]}
      />
      <Chart title={t('chart_reasons')} bars={reasons} sentences />
    </div>
  );
}

function Chart({
  title,
  bars,
  sentences = false,
}: {
  readonly title: string;
  readonly bars: readonly Bar[];
  /** Whether the bars' labels are sentences and no words. */
  readonly sentences?: boolean;
}) {
  const most = Math.max(1, ...bars.map(totalOf));
  if (bars.length === 0) return null;
  return (
    <figure class={sentences ? 'sentences' : undefined}>
      <figcaption>{title}</figcaption>
      <ul>
        {bars.map((bar) => (
          <li key={bar.label}>
            <span class="label" title={bar.label}>
              {bar.label}
            </span>
            <span class="bar" aria-hidden="true">
              {bar.parts.map(({ tone, count }) =>
                count === 0 ? null : <i key={tone} class={tone} style={{ width: `${(100 * count) / most}%` }} />,
              )}
            </span>
            <span class="count">{totalOf(bar)}</span>
          </li>
        ))}
      </ul>
    </figure>
  );
}

function totalOf({ parts }: Bar): number {
  return parts.reduce((sum, part) => sum + part.count, 0);
}
