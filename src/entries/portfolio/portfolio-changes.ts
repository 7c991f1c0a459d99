/** What a person changes in a portfolio: pure, from one state of it to the next. */
import type { Answers, PersonalAnswers } from '../../domain/answers/answers.ts';
import type { NameRow } from '../../domain/portfolio/assess-rows.ts';
import { nameOf } from '../../domain/portfolio/filing-plan.ts';
import { keepRecordsOf } from '../../domain/portfolio/name-records.ts';
import { type Portfolio, packed, unpacked } from '../../domain/portfolio/portfolio-record.ts';

/** Answers to be given, or with undefined to be taken back. */
export type ToldAnswers = Readonly<Partial<Record<keyof Answers, unknown>>>;

/** Returns the portfolio with what a person says of domains. */
export function withTold(open: Portfolio, domains: readonly string[], said: ToldAnswers): Portfolio {
  const told = new Map(open.told);
  for (const domain of domains) {
    const next = Object.entries({ ...told.get(domain), ...said }).filter(([, value]) => value !== undefined);
    if (next.length === 0) told.delete(domain);
    else told.set(domain, Object.fromEntries(next) as Answers);
  }
  return { ...open, told: [...told] };
}

/** Returns the portfolio with rows that show the same website; an empty name parts them. */
export function withSite(open: Portfolio, rows: readonly NameRow[], site: string): Portfolio {
  const sites = new Map(open.sites);
  for (const row of rows) {
    if (site === '') sites.delete(nameOf(row));
    else sites.set(nameOf(row), site);
  }
  return { ...open, sites: [...sites] };
}

/**
 * Returns the portfolio without some of its rows, and without what was said of their domains alone.
 */
export function withoutRows(open: Portfolio, rows: readonly NameRow[], hosts: ReadonlySet<string>): Portfolio {
  const gone = new Set(rows.filter((row) => hosts.has(row.host)).map((row) => row.entry));
  const left = new Set(rows.filter((row) => !hosts.has(row.host)).map((row) => row.registrable));
  return {
    ...open,
    entries: packed(unpacked(open.entries).filter((_, index) => !gone.has(index))),
    told: open.told.filter(([domain]) => left.has(domain)),
    records: keepRecordsOf(open.records, (domain) => left.has(domain)),
  };
}

/** Returns the portfolio with an answer about who files; undefined takes it back. */
export function withAnswer<K extends keyof PersonalAnswers>(
  open: Portfolio,
  name: K,
  value: PersonalAnswers[K] | undefined,
): Portfolio {
  const { [name]: _, ...rest } = open.answers;
  return { ...open, answers: (value === undefined ? rest : { ...rest, [name]: value }) as PersonalAnswers };
}

/** Returns the registrable domains of rows, each once. */
export function domainsOf(rows: readonly Pick<NameRow, 'registrable'>[]): string[] {
  return [...new Set(rows.map((row) => row.registrable))];
}
