import type { changesOf, PlannedWebsite } from '../../domain/portfolio/filing-plan.ts';
import type { RulesetIndex } from '../../domain/ruleset/ruleset-index.ts';
import { sayShortStep } from '../../i18n/step-text.ts';
import { Count } from '../../ui/count.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Sources } from '../../ui/sources.tsx';
import { useTranslation } from '../../ui/translation.ts';
import { limitCites, limitsText, shownTotals, timelineText, totalText, websiteText } from './plan-text.ts';
import { DRAWN, type PlanSummary } from './worker-protocol.ts';

interface Props {
  readonly digest: PlanSummary;
  readonly changes: ReturnType<typeof changesOf>;
  readonly facts: RulesetIndex;
}

/**
 * How many websites, orders, service codes and servers; what each order has; what is blocked and
 * the way out.
 */
export function PlanView({ digest: { plan, blockedNames, all, timeline }, changes, facts }: Props) {
  const { t } = useTranslation();
  const { totals } = plan;
  const cites = limitCites(plan, facts);
  const byName = new Map(plan.websites.map((one) => [one.name, one]));
  return (
    <section class="plan" data-orders={totals.orders} data-websites={totals.websites} data-blocked={totals.blocked}>
      <h2>{t('portfolio_plan')}</h2>
      <div role="status">
        <ul class="totals">
          {shownTotals(plan).map(([total, count]) => (
            <li key={total} data-total={total}>
              <b>
                <Count of={count} />
              </b>{' '}
              {totalText(total, t)}
            </li>
          ))}
        </ul>
        {changes.length > 0 && (
          <p class="changes">
            {changes
              .map(({ total, from, to }) => t('portfolio_change', { total: totalText(total, t), from, to }))
              .join(t('list_separator'))}
          </p>
        )}
      </div>
      <details class="whole">
        <summary>
          <span>{t('portfolio_plan_open')}</span>
          <Icon name="down" size={14} />
        </summary>
        <ul class="limits">
          {limitsText(plan, t).map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
        <Sources cites={cites} sources={facts.sources} />
        {timeline.length > 0 && <h3>{t('timeline_title')}</h3>}
        <ol class="timeline">
          {timeline.map((item) => (
            <li key={`${item.fix} ${item.by} ${item.from}`} data-fix={item.fix}>
              <details>
                <summary>{timelineText(item, t)}</summary>
                <p>{brief(item.names)}</p>
                <More count={item.count - item.names.length} />
              </details>
            </li>
          ))}
        </ol>
        {plan.orders.length > 0 && <h3>{t('portfolio_orders')}</h3>}
        <ol class="orders">
          {plan.orders.map((order, index) => {
            const isOpen = order.every((name) => byName.get(name)?.isOpen);
            return (
              <li key={order[0]}>
                {t('portfolio_order', { number: index + 1 })}
                {isOpen && <span class="dim"> {t('portfolio_website_open')}</span>}
                <ul>
                  {order.slice(0, DRAWN).map((name) => (
                    <Website key={name} website={byName.get(name)} name={name} isOpenTold={isOpen} />
                  ))}
                </ul>
              </li>
            );
          })}
        </ol>
        <More count={all.orders - plan.orders.length} />
        {plan.sameSites.length > 0 && (
          <>
            <h3>{t('portfolio_same_sites')}</h3>
            <p>{t('portfolio_same_sites_text')}</p>
            <ul class="same-sites">
              {plan.sameSites.map(({ site, names }) => (
                <li key={site}>{brief(names)}</li>
              ))}
            </ul>
            <More count={all.sameSites - plan.sameSites.length} />
          </>
        )}
        {plan.filed.length > 0 && (
          <>
            <h3>{t('portfolio_filed')}</h3>
            <ul class="filed">
              {plan.filed.map((website) => (
                <Website key={website.name} website={website} name={website.name} isOpenTold={false} />
              ))}
            </ul>
            <More count={all.filed - plan.filed.length} />
          </>
        )}
        {blockedNames.length > 0 && <h3>{t('portfolio_blocked')}</h3>}
        <ul class="blocked">
          {blockedNames.map(({ why, step, names, count }) => (
            <li key={names[0]}>
              <b>
                {step !== null && sayShortStep(step, t)} (<Count of={count} />)
              </b>
              {why !== '' && <p>{why}</p>}
              <p class="dim">{brief(names)}</p>
              <More count={count - names.length} />
            </li>
          ))}
        </ul>
        <More count={all.blocked - blockedNames.length} />
        {plan.notYours.length > 0 && (
          <>
            <h3>{t('portfolio_not_yours')}</h3>
            <p>{brief(plan.notYours)}</p>
            <More count={all.notYours - plan.notYours.length} />
          </>
        )}
      </details>
    </section>
  );
}

function Website({
  website,
  name,
  isOpenTold,
}: {
  /** Absent where its order has more websites than are drawn. */
  readonly website: PlannedWebsite | undefined;
  readonly name: string;
  /** Whether that it is open is said of its whole order. */
  readonly isOpenTold: boolean;
}) {
  const { t } = useTranslation();
  return (
    <li>
      <b>{name}</b>
      {website?.isOpen && !isOpenTold && <span class="dim"> {t('portfolio_website_open')}</span>}
      {website !== undefined && websiteText(website, brief, t).map((line) => <div key={line}>{line}</div>)}
    </li>
  );
}

function More({ count }: { readonly count: number }) {
  const { t } = useTranslation();
  return count > 0 ? <p class="dim">{t('portfolio_more', { count })}</p> : null;
}

function brief(names: readonly string[]): string {
  return names.length <= DRAWN ? names.join(', ') : `${names.slice(0, DRAWN).join(', ')} … +${names.length - DRAWN}`;
}
