/** What a portfolio that is stored knows of one domain, without reading the rest of it. */
import { type Answer, outweighs } from '../answers/answer-origin.ts';
import { type AnswerName, type Answers, readAnswers } from '../answers/answers.ts';
import { type DomainAnswers, placeOf } from '../answers/domain-answers.ts';
import { mergeRecorded, RECORDED, type Recorded, type RecordedAnswers } from '../answers/recorded-answers.ts';
import { isRecord } from '../common/is-record.ts';
import type { Ruleset } from '../ruleset/ruleset.ts';
import type { RulesetIndex } from '../ruleset/ruleset-index.ts';
import { readNameRecords, recordsReader } from './name-records.ts';

export interface PortfolioKnowledge {
  /** What the portfolio is called. */
  readonly name: string;
  /** What the person said of the domain there. */
  readonly told: Answers;
  /** What records said of it there, each with where it is from. */
  readonly recorded: RecordedAnswers;
}

/**
 * Returns what a stored portfolio knows of a registrable domain (A-labels); null where it knows
 * nothing of it, or is none.
 */
export function knowledgeOf(
  stored: unknown,
  domain: string,
  { rules, registrars }: { readonly rules: Ruleset } & Pick<RulesetIndex, 'registrars'>,
): PortfolioKnowledge | null {
  if (!isRecord(stored) || typeof stored.name !== 'string') return null;
  const told = toldOf(stored.told, domain, rules);
  const { origins, lines } = readNameRecords(stored.records).records;
  const line = lineOf(lines, domain);
  const facts = line === null ? undefined : recordsReader({ origins, lines: line }, { registrars }).of(domain);
  const recorded = facts?.recorded ?? {};
  if (Object.keys(told).length + Object.keys(recorded).length === 0) return null;
  return { name: stored.name.replace(TURNS, ''), told, recorded };
}

/** What turns or hides the text around it; a portfolio may be from somebody else's file. */
const TURNS = /[\p{Cc}\u200b-\u200f\u202a-\u202e\u2060-\u2069]/gu;

function toldOf(told: unknown, domain: string, rules: Ruleset): Answers {
  const found: unknown[] = Array.isArray(told) ? told.filter((one) => Array.isArray(one) && one[0] === domain) : [];
  const last = found.at(-1);
  return Array.isArray(last) ? readAnswers(last[1], rules).answers : {};
}

/** The line of a domain among those of all; a portfolio may have a million. */
function lineOf(lines: string, domain: string): string | null {
  const start = lines.startsWith(`${domain}\t`) ? 0 : lines.indexOf(`\n${domain}\t`) + 1;
  if (start === 0 && !lines.startsWith(`${domain}\t`)) return null;
  const end = lines.indexOf('\n', start);
  return lines.slice(start, end < 0 ? lines.length : end);
}

/** What portfolios know of a domain beyond what its own case has. */
export interface PortfolioNews {
  /** What the portfolios are called. */
  readonly names: readonly string[];
  /** What the person said there, and not here. */
  readonly told: Answers;
  /** What is to be kept of their records. */
  readonly recorded: RecordedAnswers;
  /** Both together, as they would count. */
  readonly answers: readonly Answer[];
}

/**
 * Returns what portfolios know of a domain and its case does not; null where that is nothing. What
 * the person said on the domain itself counts more than what they said in a list.
 */
export function newsFrom(all: readonly PortfolioKnowledge[], one: DomainAnswers): PortfolioNews | null {
  const recorded = all.reduce<RecordedAnswers>((known, { recorded: more }) => mergeRecorded(known, more), {});
  const told = Object.fromEntries(
    all
      .flatMap((portfolio) => Object.entries(portfolio.told) as [AnswerName, Answer['value']][])
      .filter(([name]) => placeOf(name) === 'case' && one.answers[name] === undefined),
  );
  const answers = new Map<AnswerName, Answer>();
  for (const name of RECORDED) {
    const coming: Recorded<Answer['value']> | undefined = recorded[name];
    if (coming === undefined || one.answers[name] !== undefined) continue;
    const known = one.records?.[name];
    const isNew = known === undefined || (outweighs(name, coming.from, known.from) && known.value !== coming.value);
    if (isNew) answers.set(name, { name, ...coming });
  }
  for (const [name, value] of Object.entries(told) as [AnswerName, Answer['value']][])
    answers.set(name, { name, value, from: { by: 'person' } });
  if (answers.size === 0) return null;
  return { names: all.map(({ name }) => name), told: told as Answers, recorded, answers: [...answers.values()] };
}
