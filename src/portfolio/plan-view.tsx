import type { changesOf, Limit } from '../core/portfolio.ts';
import type { Facts } from '../core/question.ts';
import type { Say } from '../ui/say.ts';
import { Sources } from '../ui/sources.tsx';
import { type Digest, DRAWN } from './jobs.ts';
import { limitsText, totalsOf } from './plan-text.ts';

interface Props {
  readonly digest: Digest;
  readonly changes: ReturnType<typeof changesOf>;
  readonly facts: Facts;
  readonly say: Say;
}

/** How many filings and orders, which name leads, what rides along, what is blocked and the way out. */
export function PlanView({ digest: { plan, all }, changes, facts, say }: Props) {
  const { totals, perSite, perOrder } = plan;
  const cites = [perSite, perOrder].flatMap((limit: Limit | null) => limit?.cites ?? []);
  return (
    <section class="plan" data-orders={totals.orders} data-sites={totals.sites} data-blocked={totals.blocked}>
      <h2>{say('portfolio_plan')}</h2>
      <p role="status">
        {say('portfolio_summary', totalsOf(plan))}
        {changes.length > 0 && (
          <span class="changes">
            {' '}
            {changes
              .map(({ total, from, to }) =>
                say('portfolio_change', {
                  total: say(`total_${total.toLowerCase().replace('notyours', 'not_yours')}`),
                  from,
                  to,
                }),
              )
              .join(say('list_separator'))}
          </span>
        )}
      </p>
      <ul class="limits">
        {limitsText(plan, say).map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      <Sources cites={cites} sources={facts.sources} say={say} />
      {plan.sites.length > 0 && <h3>{say('portfolio_filings')}</h3>}
      <ol class="sites">
        {plan.sites.map((site) => (
          <li key={`${site.site} ${site.lead}`}>
            <b>{site.lead}</b>
            {site.open > 0 && <span class="dim"> {say('portfolio_open_count', { count: site.open })}</span>}
            {site.orders.map((order, index) => (
              <div key={order[0]}>
                {site.orders.length > 1 && `${say('portfolio_order', { number: index + 1 })}: `}
                {order.length > 1 || site.orders.length > 1 ? brief(order) : ''}
              </div>
            ))}
            {site.free.length > 0 && (
              <div>
                {say('portfolio_free')}: {brief(site.free)}
              </div>
            )}
            {site.access.length > 0 && (
              <div>
                {say('portfolio_access')}: {brief(site.access)}
              </div>
            )}
          </li>
        ))}
      </ol>
      <More count={all.sites - plan.sites.length} say={say} />
      {plan.blocked.length > 0 && <h3>{say('portfolio_blocked')}</h3>}
      <ul class="blocked">
        {plan.blocked.map(({ name, reason, step }) => (
          <li key={name}>
            <b>{name}</b> {reason && say(`because_${reason.code.replaceAll('-', '_')}`, reason.params)}{' '}
            {step && <span class="yes">{say(`step_${step.code.replaceAll('-', '_')}`, step.params)}</span>}
          </li>
        ))}
      </ul>
      <More count={all.blocked - plan.blocked.length} say={say} />
      {plan.notYours.length > 0 && (
        <>
          <h3>{say('portfolio_not_yours')}</h3>
          <p>{brief(plan.notYours)}</p>
          <More count={all.notYours - plan.notYours.length} say={say} />
        </>
      )}
    </section>
  );
}

function More({ count, say }: { readonly count: number; readonly say: Say }) {
  return count > 0 ? <p class="dim">{say('portfolio_more', { count })}</p> : null;
}

function brief(names: readonly string[]): string {
  return names.length <= DRAWN ? names.join(', ') : `${names.slice(0, DRAWN).join(', ')} … +${names.length - DRAWN}`;
}
