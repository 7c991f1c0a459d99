/** As much of a plan as a page can draw. */
import type { Plan, PortfolioRow } from '../../domain/portfolio/filing-plan.ts';
import type { Translate } from '../../i18n/translator.ts';
import { type Bar, DRAWN, type PlanSummary } from './worker-protocol.ts';

const BARS = 6;
const REST = '…';
const TONES = { eligible: 'yes', filed: 'yes', depends: 'dim', unknown: 'ask', ineligible: 'no' } as const;
const STANDINGS = ['eligible', 'filed', 'depends', 'unknown', 'ineligible'] as const;

/** In: rows, their plan, and the words. Out: what is drawn of them. */
export function summarizePlan(rows: readonly PortfolioRow[], plan: Plan, t: Translate): PlanSummary {
  /** What they have in common in words: where they differ, dots. */
  function reasonOf(some: Plan['blocked']): string {
    const reason = some[0]?.reason;
    if (!reason) return '';
    const params = Object.entries(reason.params).map(([name, value]) => {
      const isCommon = some.every((one) => one.reason?.params[name] === value);
      return [name, isCommon ? value : REST] as const;
    });
    return t(`because_${reason.code.replaceAll('-', '_')}`, Object.fromEntries(params));
  }
  return {
    plan: {
      ...plan,
      websites: plan.websites.slice(0, DRAWN),
      orders: plan.orders.slice(0, DRAWN),
      sameSites: plan.sameSites.slice(0, DRAWN),
      filed: plan.filed.slice(0, DRAWN),
      blocked: plan.blocked.slice(0, DRAWN),
      notYours: plan.notYours.slice(0, DRAWN),
    },
    all: {
      websites: plan.websites.length,
      orders: plan.orders.length,
      sameSites: plan.sameSites.length,
      filed: plan.filed.length,
      blocked: plan.blocked.length,
      notYours: plan.notYours.length,
    },
    suffixes: counted(rows, (row) => `.${row.suffix}`).map(
      ([label, some]): Bar => ({
        label,
        parts: STANDINGS.map((standing) => ({
          tone: TONES[standing],
          count: some.filter((row) => row.standing === standing).length,
        })),
      }),
    ),
    reasons: counted(plan.blocked, ({ reason }) => reason?.code ?? '').map(
      ([label, some]): Bar => ({
        label: label === REST ? REST : reasonOf(some),
        parts: [{ tone: 'no', count: some.length }],
      }),
    ),
  };
}

/** The largest groups, and the rest as one. */
function counted<T>(all: readonly T[], keyOf: (one: T) => string): [string, T[]][] {
  const groups = new Map<string, T[]>();
  for (const one of all) {
    const key = keyOf(one);
    const group = groups.get(key);
    if (group) group.push(one);
    else groups.set(key, [one]);
  }
  const sorted = [...groups].sort((a, b) => b[1].length - a[1].length || (a[0] < b[0] ? -1 : 1));
  const rest = sorted.slice(BARS).flatMap(([, some]) => some);
  return rest.length > 0 ? [...sorted.slice(0, BARS), [REST, rest]] : sorted;
}
