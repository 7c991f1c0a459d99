/** A portfolio as files for other programs and for people. */
import Papa from 'papaparse';
import type { NameRow } from '../../domain/portfolio/assess-rows.ts';
import type { Rejected } from '../../domain/portfolio/entry.ts';
import type { Plan, PlannedWebsite } from '../../domain/portfolio/filing-plan.ts';
import { guardCell } from '../../domain/portfolio/formula-guard.ts';
import type { TimelineItem } from '../../domain/portfolio/plan-timeline.ts';
import { WHOSE_FILING } from '../../domain/records/record.ts';
import { ianaOfUnlisted, nameOfUnlisted } from '../../domain/ruleset/find-registrars.ts';
import type { Ruleset } from '../../domain/ruleset/ruleset.ts';
import type { RulesetIndex } from '../../domain/ruleset/ruleset-index.ts';
import { foreignText, rulesText } from '../../i18n/loaded-mark.ts';
import { sourceLabel } from '../../i18n/source-label.ts';
import { sayFix, sayShortStep } from '../../i18n/step-text.ts';
import type { Translate } from '../../i18n/translator.ts';
import { groupBlocked, limitCites, limitsText, timelineText, totalsOf, websiteText, whyText } from './plan-text.ts';

export interface Export {
  readonly rows: readonly NameRow[];
  /** Website of each row. */
  readonly sites: readonly string[];
  readonly plan: Plan;
  readonly facts: RulesetIndex;
  readonly timeline: readonly TimelineItem[];
  readonly t: Translate;
}

/** The headings of a table; the page reads them again as what they are. */
const HEAD = [
  'host',
  'name',
  'registrable domain',
  'registrar',
  'registrar IANA ID',
  'registered',
  'expires',
  'real-name status',
  'real-name verified on',
  'holder type',
  'filing number',
  'filing status',
  'status',
  'result',
  'first thing to do',
  'because',
  'coverage',
  'website',
] as const;

/** Whether there is a filing, as tables say it that are read again. */
const FILING_STATUS = { '': '', none: 'not filed', ...WHOSE_FILING } as const;

/** Returns the rows of a table with all that is known of each name, its heading first. */
export function tableOf({ rows, sites, facts, t }: Export): string[][] {
  // A column of its own, as nothing else in the table says by which rules it was made.
  const rules = facts.rules.stamp.loadedOn === undefined ? [] : [rulesText(facts.rules, t)];
  return [
    [...HEAD, ...rules.map(() => 'rules')],
    ...rows.map((row, index) => [
      row.host,
      row.display,
      row.registrable,
      ...registrarCells(row, facts),
      row.registeredOn,
      row.expiresOn,
      row.realName === '' ? '' : row.realName === 'done' ? 'verified' : 'not verified',
      row.realNameOn,
      row.holderKind,
      row.filing,
      FILING_STATUS[row.existing],
      row.statuses,
      row.standing,
      sayFix(row.fix, t),
      whyText(row, t),
      row.coverage,
      sites[index] ?? '',
      ...rules,
    ]),
  ];
}

/**
 * Returns the id of a row's registrar and its IANA number: of two that people call the same the
 * number tells which is meant.
 */
function registrarCells({ registrar }: NameRow, { registrars }: RulesetIndex): [id: string, iana: string] {
  const known = registrars.get(registrar);
  const number = known?.iana[0] ?? ianaOfUnlisted(registrar);
  const iana = number === null ? '' : String(number);
  return [known?.id ?? (iana === '' ? (nameOfUnlisted(registrar) ?? registrar) : ''), iana];
}

/**
 * Returns a table that spreadsheets open right: with a mark for UTF-8, and no cell that they would
 * take for a formula.
 */
export function csvOf(all: Export): string {
  return `\ufeff${Papa.unparse(
    tableOf(all).map((row) => row.map(guardCell)),
    { newline: '\r\n' },
  )}\r\n`;
}

/**
 * Returns the lines that gave no name, with their numbers and the reasons, one a line between tabs.
 */
export function rejectedText(rejected: readonly Rejected[]): string {
  return rejected
    .map(({ line, input, why }) => `${line}\t${why}\t${guardCell(input.replace(/[\t\r\n]+/g, ' '))}`)
    .join('\n');
}

/** Returns the plan as Markdown, with the rules' date and the sources of its limits. */
export function markdownOf({ plan, facts, timeline, t }: Export, title: string): string {
  const sources = limitCites(plan, facts).flatMap(({ source }) => {
    const found = facts.sources.get(source);
    if (found === undefined) return [];
    const label = sourceLabel(found, t);
    const foreign = foreignText(found, label, t);
    return [foreign === null ? `- [${escaped(label)}](${found.url})` : `- ${escaped(foreign)}`];
  });
  const byName = new Map(plan.websites.map((one) => [one.name, one]));
  const websiteLines = (one: PlannedWebsite | undefined) =>
    one === undefined ? [] : websiteText(one, (names) => names.map(escaped).join(', '), t);
  const timelineLines = ({ names, ...item }: TimelineItem) => [
    `- **${escaped(timelineText({ ...item, count: names.length }, t))}**`,
    ...names.map((name) => `  - ${escaped(name)}`),
  ];
  const lines = [
    `# ${escaped(title)}`,
    '',
    t('portfolio_summary', totalsOf(plan)),
    '',
    ...limitsText(plan, t).map((line) => `- ${line}`),
    '',
    ...(timeline.length > 0 ? [`## ${t('timeline_title')}`, '', ...timeline.flatMap(timelineLines), ''] : []),
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
          // What is said of several is said once, as on the page.
          ...groupBlocked(plan, t).flatMap(({ why, step, names }) => [
            `- **${[...(step === null ? [] : [escaped(sayShortStep(step, t))]), `(${names.length})`].join(' ')}**${why === '' ? '' : ` ${escaped(why)}`}`,
            ...names.map((name) => `  - ${escaped(name)}`),
          ]),
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

/** Returns the plan as programs read it. */
export function jsonOf(plan: Plan, { stamp }: Pick<Ruleset, 'stamp'>, timeline: readonly TimelineItem[]): string {
  const { date: rules, loadedOn: rulesLoadedOn } = stamp;
  return `${JSON.stringify({ rules, rulesLoadedOn, ...plan, timeline }, null, 1)}\n`;
}

function escaped(text: string): string {
  // A line end would begin another item.
  return text.replace(/\s+/g, ' ').replace(/[\\`*_[\]<>#|]/g, '\\$&');
}
