/** A portfolio as files for other programs and for people. */
import Papa from 'papaparse';
import type { Plan, PlannedWebsite, PortfolioRow } from '../core/portfolio.ts';
import type { Facts } from '../core/question.ts';
import type { Say } from '../ui/say.ts';
import { sourceLabel } from '../ui/source-label.ts';
import { guardCell } from './cell.ts';
import type { Rejected } from './entry.ts';
import { limitsText, totalsOf, websiteText } from './plan-text.ts';

export interface Export {
  readonly rows: readonly PortfolioRow[];
  /** Website of each row. */
  readonly sites: readonly string[];
  readonly plan: Plan;
  readonly facts: Facts;
  readonly say: Say;
}

/** Out: a table that spreadsheets open right: with a mark for UTF-8, and no cell that they would take for a formula. */
export function csvOf({ rows, sites, say }: Export): string {
  const table = rows.map((row, index) =>
    guarded({
      host: row.host,
      name: row.display,
      registrable: row.registrable,
      verdict: row.standing,
      because: row.reason ? say(`because_${keyOf(row.reason.code)}`, row.reason.params) : '',
      coverage: row.coverage,
      website: sites[index] ?? '',
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
export function markdownOf({ plan, facts, say }: Export, title: string): string {
  const sources = [facts.principles.get('one-name-per-website') ?? [], plan.perOrder.cites, plan.perServer.cites]
    .flat()
    .flatMap(({ source }) => {
      const found = facts.sources.get(source);
      return found ? [`- [${escaped(sourceLabel(found, say))}](${found.url})`] : [];
    });
  const byName = new Map(plan.websites.map((one) => [one.name, one]));
  const websiteLines = (one: PlannedWebsite | undefined) =>
    one === undefined ? [] : websiteText(one, (names) => names.map(escaped).join(', '), say);
  const lines = [
    `# ${escaped(title)}`,
    '',
    say('portfolio_summary', totalsOf(plan)),
    '',
    ...limitsText(plan, say).map((line) => `- ${line}`),
    '',
    `## ${say('portfolio_orders')}`,
    '',
    ...plan.orders.flatMap((order, index) => [
      `${index + 1}. ${say('portfolio_order', { number: index + 1 })}`,
      ...order.flatMap((name) => [
        `   - **${escaped(name)}**`,
        ...websiteLines(byName.get(name)).map((line) => `     - ${line}`),
      ]),
    ]),
    '',
    ...(plan.sameSites.length > 0
      ? [
          `## ${say('portfolio_same_sites')}`,
          '',
          say('portfolio_same_sites_text'),
          '',
          ...plan.sameSites.map(({ names }) => `- ${names.map(escaped).join(', ')}`),
          '',
        ]
      : []),
    ...(plan.filed.length > 0
      ? [
          `## ${say('portfolio_filed')}`,
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
          `## ${say('portfolio_blocked')}`,
          '',
          ...plan.blocked.map(({ name, reason, step }) => {
            const why = reason ? say(`because_${keyOf(reason.code)}`, reason.params) : '';
            return `- **${escaped(name)}**: ${escaped(why)}${step ? ` ${escaped(say(`step_${keyOf(step.code)}`, step.params))}` : ''}`;
          }),
          '',
        ]
      : []),
    ...(plan.notYours.length > 0
      ? [`## ${say('portfolio_not_yours')}`, '', ...plan.notYours.map((host) => `- ${escaped(host)}`), '']
      : []),
    `## ${say('faq_sources')}`,
    '',
    ...new Set(sources),
    '',
    say('rules_of', { date: facts.rules.stamp.date }),
    '',
  ];
  return lines.join('\n');
}

/** Out: the plan as programs read it. */
export function jsonOf(plan: Plan, rules: string): string {
  return `${JSON.stringify({ rules, ...plan }, null, 1)}\n`;
}

function keyOf(code: string): string {
  return code.replaceAll('-', '_');
}

function escaped(text: string): string {
  // A line end would begin another item.
  return text.replace(/\s+/g, ' ').replace(/[\\`*_[\]<>#|]/g, '\\$&');
}
