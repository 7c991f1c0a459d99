import type { changesOf, PlannedWebsite } from '../core/portfolio.ts';
import type { Facts } from '../core/question.ts';
import type { Say } from '../ui/say.ts';
import { Sources } from '../ui/sources.tsx';
import { type Digest, DRAWN } from './jobs.ts';
import { limitsText, totalsOf, websiteText } from './plan-text.ts';

interface Props {
  readonly digest: Digest;
  readonly changes: ReturnType<typeof changesOf>;
  readonly facts: Facts;
  readonly say: Say;
}

/** How many websites, orders, service codes and servers; what each order has; what is blocked and the way out. */
export function PlanView({ digest: { plan, all }, changes, facts, say }: Props) {
  const { totals, perOrder, perServer } = plan;
  const cites = [facts.principles.get('one-name-per-website') ?? [], perOrder.cites, perServer.cites].flat();
  const byName = new Map(plan.websites.map((one) => [one.name, one]));
  return (
    <section class="plan" data-orders={totals.orders} data-websites={totals.websites} data-blocked={totals.blocked}>
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
      {plan.orders.length > 0 && <h3>{say('portfolio_orders')}</h3>}
      <ol class="orders">
        {plan.orders.map((order, index) => (
          <li key={order[0]}>
            {say('portfolio_order', { number: index + 1 })}
            <ul>
              {order.slice(0, DRAWN).map((name) => (
                <Website key={name} website={byName.get(name)} name={name} say={say} />
              ))}
            </ul>
          </li>
        ))}
      </ol>
      <More count={all.orders - plan.orders.length} say={say} />
      {plan.sameSites.length > 0 && (
        <>
          <h3>{say('portfolio_same_sites')}</h3>
          <p>{say('portfolio_same_sites_text')}</p>
          <ul class="same-sites">
            {plan.sameSites.map(({ site, names }) => (
              <li key={site}>{brief(names)}</li>
            ))}
          </ul>
          <More count={all.sameSites - plan.sameSites.length} say={say} />
        </>
      )}
      {plan.filed.length > 0 && (
        <>
          <h3>{say('portfolio_filed')}</h3>
          <ul class="filed">
            {plan.filed.map((website) => (
              <Website key={website.name} website={website} name={website.name} say={say} />
            ))}
          </ul>
          <More count={all.filed - plan.filed.length} say={say} />
        </>
      )}
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

function Website({
  website,
  name,
  say,
}: {
  /** Absent where its order has more websites than are drawn. */
  readonly website: PlannedWebsite | undefined;
  readonly name: string;
  readonly say: Say;
}) {
  return (
    <li>
      <b>{name}</b>
      {website?.isOpen && <span class="dim"> {say('portfolio_website_open')}</span>}
      {website !== undefined && websiteText(website, brief, say).map((line) => <div key={line}>{line}</div>)}
    </li>
  );
}

function More({ count, say }: { readonly count: number; readonly say: Say }) {
  return count > 0 ? <p class="dim">{say('portfolio_more', { count })}</p> : null;
}

function brief(names: readonly string[]): string {
  return names.length <= DRAWN ? names.join(', ') : `${names.slice(0, DRAWN).join(', ')} … +${names.length - DRAWN}`;
}
