/** A portfolio as files for other programs and for people. */

import Papa from 'papaparse';
import type { Rejected } from '../../domain/portfolio/entry.ts';
import type { Plan, PlannedWebsite, PortfolioRow } from '../../domain/portfolio/filing-plan.ts';
import { guardCell } from '../../domain/portfolio/formula-guard.ts';
import type { Ruleset } from '../../domain/ruleset/ruleset.ts';
import type { RulesetIndex } from '../../domain/ruleset/ruleset-index.ts';
import { foreignText, rulesText } from '../../i18n/loaded-mark.ts';
import { sourceLabel } from '../../i18n/source-label.ts';
import type { Translate } from '../../i18n/translator.ts';
import { limitsText, totalsOf, websiteText } from './plan-text.ts';

export interface Export {
  readonly rows: readonly PortfolioRow[];
  /** Website of each row. */
  readonly sites: readonly string[];
  readonly plan: Plan;
  readonly facts: RulesetIndex;
  readonly t: Translate;
}

/** Out: a table that spreadsheets open right: with a mark for UTF-8, and no cell that they would take for a formula. */
export function csvOf({ rows, sites, facts, t }: Export): string {
  const table = rows.map((row, index) =>
    guarded({
      host: row.host,
      name: row.display,
      registrable: row.registrable,
      verdict: row.standing,
      because: row.reason ? t(`because_${keyOf(row.reason.code)}`, row.reason.params) : '',
      coverage: row.coverage,
      website: sites[index] ?? '',
      // A column of its own, as nothing else in the table says by which rules it was made.
      ...(facts.rules.stamp.loadedOn === undefined ? {} : { rules: rulesText(facts.rules, t) }),
    }),
  );
  return `\ufeff${Papa.unparse(table, { newline: '\r\n' })}\r\n`;
}

function guarded(cells: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(cells).map(([column, text]) => [column, guardCell(text)]));
}

/** Returns the lines that gave no name, with their numbers and the reasons, one a line between tabs. */
export function rejectedText(rejected: readonly Rejected[]): string {
  return rejected
    .map(({ line, input, why }) => `${line}\t${why}\t${guardCell(input.replace(/[\t\r\n]+/g, ' '))}`)
    .join('\n');
}

/** Out: the plan as Markdown, with the rules' date and the sources of its limits. */
export function markdownOf({ plan, facts, t }: Export, title: string): string {
  const sources = [facts.principles.get('one-name-per-website') ?? [], plan.perOrder.cites, plan.perServer.cites]
    .flat()
    .flatMap(({ source }) => {
      const found = facts.sources.get(source);
      if (found === undefined) return [];
      const label = sourceLabel(found, t);
      const foreign = foreignText(found, label, t);
      return [foreign === null ? `- [${escaped(label)}](${found.url})` : `- ${escaped(foreign)}`];
    });
  const byName = new Map(plan.websites.map((one) => [one.name, one]));
  const websiteLines = (one: PlannedWebsite | undefined) =>
    one === undefined ? [] : websiteText(one, (names) => names.map(escaped).join(', '), t);
  const lines = [
    `# ${escaped(title)}`,
    '',
    t('portfolio_summary', totalsOf(plan)),
    '',
    ...limitsText(plan, t).map((line) => `- ${line}`),
    '',
    `## ${t('portfolio_orders')}`,
    '',
    ...plan.orders.flatMap((order, index) => [
      `${index + 1}. ${t('portfolio_order', { number: index + 1 })}`,
      ...order.flatMap((name) => [
        `   - **${escaped(name)}**`,
        ...websiteLines(byName.get(name)).map((line) => `     - ${line}`),
      ]),
    ]),
    '',
    ...(plan.sameSites.length > 0
      ? [
          `## ${t('portfolio_same_sites')}`,
          '',
          t('portfolio_same_sites_text'),
          '',
          ...plan.sameSites.map(({ names }) => `- ${names.map(escaped).join(', ')}`),
          '',
        ]
      : []),
    ...(plan.filed.length > 0
      ? [
          `## ${t('portfolio_filed')}`,
          '',
          ...plan.filed.flatMap((one) => [
            `- **${escaped(one.name)}**`,
            ...websiteLines(one).map((line) => `  - ${line}`),
          ]),
          '',
        ]
      : []),
    ...(plan.blocked.length > 0
      ? [
          `## ${t('portfolio_blocked')}`,
          '',
          ...plan.blocked.map(({ name, reason, step }) => {
            const why = reason ? t(`because_${keyOf(reason.code)}`, reason.params) : '';
            return `- **${escaped(name)}**: ${escaped(why)}${step ? ` ${escaped(t(`step_${keyOf(step.code)}`, step.params))}` : ''}`;
          }),
          '',
        ]
      : []),
    ...(plan.notYours.length > 0
      ? [`## ${t('portfolio_not_yours')}`, '', ...plan.notYours.map((host) => `- ${escaped(host)}`), '']
      : []),
    `## ${t('faq_sources')}`,
    '',
    ...new Set(sources),
    '',
    rulesText(facts.rules, t),
    '',
  ];
  return lines.join('\n');
}

/** Out: the plan as programs read it. */
export function jsonOf(plan: Plan, { stamp }: Pick<Ruleset, 'stamp'>): string {
  const { date: rules, loadedOn: rulesLoadedOn } = stamp;
  return `${JSON.stringify({ rules, rulesLoadedOn, ...plan }, null, 1)}\n`;
}

function keyOf(code: string): string {
  return code.replaceAll('-', '_');
}

function escaped(text: string): string {
  // A line end would begin another item.
  return text.replace(/\s+/g, ' ').replace(/[\\`*_[\]<>#|]/g, '\\$&');
}
