/** Small pictures of a portfolio: bars with their numbers, and a sentence for those who do not see them. */
import type { Say } from '../ui/say.ts';
import type { Bar, Digest } from './jobs.ts';

export function Charts({
  digest: { plan, suffixes, reasons },
  province,
  say,
}: {
  readonly digest: Digest;
  readonly province: string;
  readonly say: Say;
}) {
  const { websites, orders, serviceCodes, servers } = plan.totals;
  return (
    <div class="charts">
      <Chart title={say('chart_suffixes')} bars={suffixes} />
      <Chart
        title={say('chart_filings', { province })}
        bars={[
          { label: say('total_websites'), parts: [{ tone: 'yes', count: websites }] },
          { label: say('total_orders'), parts: [{ tone: 'dim', count: orders }] },
          { label: say('total_servicecodes'), parts: [{ tone: 'dim', count: serviceCodes }] },
          { label: say('total_servers'), parts: [{ tone: 'dim', count: servers }] },
        ]}
      />
      <Chart title={say('chart_reasons')} bars={reasons} sentences />
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
