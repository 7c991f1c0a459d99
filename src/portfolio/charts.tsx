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
  const { sites, orders } = plan.totals;
  return (
    <div class="charts">
      <Chart title={say('chart_suffixes')} bars={suffixes} />
      <Chart
        title={say('chart_filings', { province })}
        bars={[
          { label: say('total_sites'), parts: [{ tone: 'yes', count: sites }] },
          { label: say('total_orders'), parts: [{ tone: 'dim', count: orders }] },
        ]}
      />
      <Chart title={say('chart_reasons')} bars={reasons} />
    </div>
  );
}

function Chart({ title, bars }: { readonly title: string; readonly bars: readonly Bar[] }) {
  const most = Math.max(1, ...bars.map(totalOf));
  if (bars.length === 0) return null;
  return (
    <figure>
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
