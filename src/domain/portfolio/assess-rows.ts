/** Rows of a portfolio from its entries. */

import type { Answers } from '../answers/answers.ts';
import { type DomainAnswers, EMPTY, withRecords } from '../answers/domain-answers.ts';
import { recordedValues } from '../answers/recorded-answers.ts';
import type { Day } from '../common/days.ts';
import { addDays, dayOf } from '../common/days.ts';
import type { Locale } from '../common/locale.ts';
import type { Engine } from '../eligibility/engine.ts';
import { createRowJudge } from '../eligibility/row-judge.ts';
import type { Domain } from '../hostname/domain.ts';
import { LOCK_DAYS } from '../records/advice.ts';
import { labelOfUnlisted } from '../ruleset/find-registrars.ts';
import type { RulesetIndex } from '../ruleset/ruleset-index.ts';
import type { Entry } from './entry.ts';
import { nameOf, type Plan, type PortfolioRow, placementsOf, type RowVerdict, rowOf } from './filing-plan.ts';
import { blockedBy, FIXES, type Fixes, type FixId, fixesFor, hasFix, type Part, partOf } from './fixes.ts';
import {
  type HolderKind,
  mergeFacts,
  type NameFacts,
  type NameRecords,
  NO_FACTS,
  recordsReader,
} from './name-records.ts';
import type { Column, View } from './row-view.ts';

/** A row with what records and the person say of its name. */
export interface NameRow extends PortfolioRow {
  /** Id of the registrar, or its name as it is written; empty where nobody says. */
  readonly registrar: string;
  /** The same as people read it. */
  readonly registrarName: string;
  readonly registeredOn: Day | '';
  readonly expiresOn: Day | '';
  /** EPP statuses, with commas between them. */
  readonly statuses: string;
  /** The filing number that a record shows beside the name. */
  readonly filing: string;
  /** Whether there is a filing on the name; empty where nobody says. */
  readonly existing: 'none' | 'own' | 'other' | '';
  readonly realName: 'done' | 'not-done' | '';
  readonly realNameOn: Day | '';
  /** Whom a record calls the holder, as long as nobody says who files; empty else. */
  readonly holderKind: HolderKind | '';
  /** All that is to be done: see `hasFix`. */
  readonly fixes: number;
  readonly fix: FixId;
  readonly part: Part;
  /**
   * The first day on which it can move to another registrar; null where it must not move, or at
   * once.
   */
  readonly movesFrom: Day | null;
}

/** What is known of the names of a portfolio. */
export interface Knowledge {
  readonly answers: Answers;
  /** What the person says of names here, by registrable domain. */
  readonly told: readonly (readonly [string, Answers])[];
  readonly records: NameRecords;
  /** What is kept of domains elsewhere: said in the popup, or read there. */
  readonly cases: readonly (readonly [string, DomainAnswers])[];
}

export const NOTHING_KNOWN: Knowledge = { answers: {}, told: [], records: { origins: [], lines: '' }, cases: [] };

/**
 * Returns a reader of hosts: the host in A-labels that a verdict can be given on, null for anything
 * else. `registrables`, where it is given, gets the registrable domain of each host that was read.
 */
export function hostReader(engine: Engine, registrables?: Map<string, string>): (text: string) => string | null {
  return (text) => {
    // Addresses of people are no sites.
    if (/^[^/]*@/.test(text)) return null;
    const domain = engine.read(text);
    if ('type' in domain) return null;
    registrables?.set(domain.host, domain.registrable);
    return domain.host;
  };
}

/**
 * Returns a row for each entry that is a domain (still), judged by the same answers; `from` is the
 * place of the first among all.
 */
export function assessAll(engine: Engine, entries: readonly Entry[], from: number, answers: Answers): NameRow[] {
  return rowAssessor(engine, { ...NOTHING_KNOWN, answers }, dayOf(new Date()), 'en').rows(entries, from);
}

export interface RowAssessor {
  /**
   * Returns a row for each entry that is a domain (still); `from` is the place of the first of them
   * among all.
   */
  rows(entries: readonly Entry[], from: number): NameRow[];
  /** Returns all answers that count for a host. */
  answersOn(domain: Domain): { readonly answers: Answers; readonly facts: NameFacts | undefined };
}

/** Returns an assessor of a portfolio's entries, given what is known of its names. */
export function rowAssessor(engine: Engine, known: Knowledge, today: Day, locale: Locale): RowAssessor {
  const { facts } = engine;
  const judgeRow = createRowJudge(facts, today);
  const records = recordsReader(known.records, facts);
  const told = new Map(known.told);
  const cases = new Map(known.cases);
  const labels = new Map<string, string>();

  function answersOn({ registrable, host }: Domain) {
    const one = cases.get(registrable);
    const read = records.of(registrable);
    const own = told.get(registrable);
    // Names of which nothing is known by themselves share their answers, and with them verdicts.
    if (one === undefined && read === undefined)
      return { answers: own === undefined ? known.answers : { ...known.answers, ...own }, facts: undefined };
    const found =
      one?.records === undefined ? read : mergeFacts({ ...NO_FACTS, recorded: one.records }, read ?? NO_FACTS);
    const answers: Answers = {
      ...known.answers,
      ...recordedValues(found?.recorded),
      ...one?.answers,
      ...(one !== undefined && Object.hasOwn(one.hosts, host) ? one.hosts[host] : undefined),
      ...own,
    };
    return { answers, facts: found };
  }

  function verdictOn(domain: Domain, answers: Answers): RowVerdict {
    const { standing, findings, coverage, steps } =
      answers === known.answers ? engine.patterns.patternOf(domain, answers, today) : judgeRow(domain, answers);
    return { domain, standing, findings, coverage, steps };
  }

  function labelOf(registrar: string): string {
    let label = labels.get(registrar);
    if (label === undefined) {
      label = facts.registrars.get(registrar)?.name[locale] ?? labelOfUnlisted(registrar) ?? registrar;
      labels.set(registrar, label);
    }
    return label;
  }

  return {
    answersOn,
    rows(entries, from) {
      const rows: NameRow[] = [];
      entries.forEach(({ input }, index) => {
        const domain = engine.read(input);
        if ('type' in domain) return;
        const { answers, facts: read } = answersOn(domain);
        const verdict = verdictOn(domain, answers);
        const fixes = fixesFor(verdict, answers, read);
        const row = rowOf(from + index, verdict, fixes.decides ?? undefined);
        rows.push(nameRow(row, answers, read, fixes, labelOf, today));
      });
      return rows;
    },
  };
}

/**
 * Returns a row with what answers and records say of its name, empty where they do not. Each member
 * is written out: for a hundred thousand rows, spreading objects into each other takes a fifth of
 * the time.
 */
function nameRow(
  row: PortfolioRow,
  answers: Answers,
  read: NameFacts | undefined,
  { fixes, fix }: Fixes,
  labelOf: (registrar: string) => string,
  today: Day,
): NameRow {
  const registrar = answers.registrar ?? read?.registrarName ?? '';
  return {
    entry: row.entry,
    host: row.host,
    display: row.display,
    registrable: row.registrable,
    suffix: row.suffix,
    standing: row.standing,
    reason: row.reason,
    coverage: row.coverage,
    filingDomain: row.filingDomain,
    step: row.step,
    registrar,
    registrarName: registrar === '' ? '' : labelOf(registrar),
    registeredOn: answers.registeredOn ?? '',
    expiresOn: answers.expiresOn ?? '',
    statuses: read?.recorded.statuses?.value.join(',') ?? '',
    filing: read?.filing ?? '',
    existing: answers.record ?? '',
    realName: answers.realName ?? '',
    realNameOn: answers.realNameOn ?? '',
    holderKind: answers.subject === undefined ? (read?.holderKind ?? '') : '',
    fixes,
    fix,
    part: partOf(fix),
    movesFrom: hasFix(fixes, 'move-registrar') ? movesFrom(answers, today) : null,
  };
}

function movesFrom({ registeredOn }: Answers, today: Day): Day | null {
  const free = registeredOn === undefined ? null : addDays(registeredOn, LOCK_DAYS);
  return free !== null && free > today ? free : null;
}

/** Returns the case of a domain as the portfolio knows it, for the verdict beside its row. */
export function caseOf(domain: Domain, known: Knowledge, facts: Pick<RulesetIndex, 'registrars'>): DomainAnswers {
  const one = new Map(known.cases).get(domain.registrable) ?? EMPTY;
  const read = recordsReader(known.records, facts).of(domain.registrable);
  const own = new Map(known.told).get(domain.registrable);
  return withRecords({ ...one, answers: { ...one.answers, ...own } }, read?.recorded ?? {});
}

/** Returns the website of each row, by the plan; empty where it is part of none. */
export function sitesOf(rows: readonly PortfolioRow[], plan: Plan): string[] {
  const places = placementsOf(plan);
  return rows.map((row) => places.get(row.host)?.site ?? places.get(nameOf(row))?.site ?? '');
}

/** Returns the indices of the rows that a view shows, in order. */
export function viewOf(rows: readonly NameRow[], sites: readonly string[], view: View): Uint32Array<ArrayBuffer> {
  const words = view.words.toLowerCase().split(/\s+/).filter(Boolean);
  const shown: number[] = [];
  rows.forEach((row, index) => {
    if (isNarrowedTo(row, view) && (words.length === 0 || hasWords(row, sites[index] ?? '', words))) shown.push(index);
  });
  return Uint32Array.from(view.sort === null ? shown : sorted(shown, rows, view.sort, view.down));
}

function isNarrowedTo(row: NameRow, { part, fix, registrar, month, suffix, realName, reason }: View): boolean {
  return (
    (part === null || row.part === part) &&
    (fix === null || hasFix(row.fixes, fix)) &&
    (registrar === null || row.registrar === registrar) &&
    (month === null || row.expiresOn.slice(0, 7) === month) &&
    (suffix === null || row.suffix === suffix) &&
    (realName === null || (row.realName || 'unknown') === realName) &&
    (reason === null || blockedBy(row.fix) === reason)
  );
}

function hasWords(row: NameRow, site: string, words: readonly string[]): boolean {
  const { host, display, registrarName, registrar, expiresOn, reason, coverage } = row;
  const text =
    `${host} ${display} ${registrarName} ${registrar} ${expiresOn} ${reason?.code ?? ''} ${coverage} ${site}`.toLowerCase();
  return words.every((word) => text.includes(word));
}

function sorted(shown: readonly number[], rows: readonly NameRow[], column: Column, down: boolean): number[] {
  const keys = new Map(shown.map((index) => [index, sortKey(rows[index], column)]));
  const sign = down ? -1 : 1;
  return shown.toSorted((a, b) => {
    const [x = '', y = ''] = [keys.get(a), keys.get(b)];
    // What nobody knows comes last, whichever way it goes.
    if (x === '' || y === '') return x === y ? a - b : x === '' ? 1 : -1;
    return x < y ? -sign : x > y ? sign : a - b;
  });
}

function sortKey(row: NameRow | undefined, column: Column): string {
  if (row === undefined) return '';
  if (column === 'fix') return String.fromCharCode(97 + FIXES.indexOf(row.fix));
  return column === 'registrar' ? row.registrarName : row[column];
}
