/** What the text around a prompt tells of the domain that the prompt is about. */

import type { Answers } from '../answers/answers.ts';
import { addDays, type Day } from '../common/days.ts';
import { answersFromRecord, type RecordRules } from './fill-answers.ts';
import type { RecordReader } from './read.ts';

/** What a page tells of a name beside what it says about it. */
export type ToldAnswers = Pick<Answers, 'registeredOn' | 'realNameOn' | 'expiresOn'>;

export interface Surroundings {
  /** Registrable domain, in A-labels. */
  readonly domain: string;
  readonly answers: ToldAnswers;
}

/** A single day is worth reading. */
const LEAST = { least: 0 };
const TOLD = ['registeredOn', 'realNameOn', 'expiresOn'] as const;

/** Days that are told from today on, in the languages of consoles. */
const AGO: readonly (readonly [RegExp, number])[] = [
  [/今天|今日|刚刚|剛剛|本日|\btoday\b|\bjust now\b/i, 0],
  [/昨天|昨日|\byesterday\b/i, 1],
  [/前天|一昨日/, 2],
];
const DAYS_AGO = /(?<!\d)(\d{1,3})\s?(?:天前|日前|\bdays? ago\b)/i;
/** What was done on such a day; of what was not done, or is asked, nothing is told. */
const DONE: readonly (readonly [(typeof TOLD)[number], RegExp])[] = [
  [
    'realNameOn',
    /实名[^，。,;；]{0,8}(?:通过|完成|成功)|實名[^，。,;；]{0,8}(?:通過|完成|成功)|real[- ]name[^,.;]{0,20}(?:passed|approved|completed)|\bverified\b/i,
  ],
  ['registeredOn', /购买|購買|注册|註冊|买的|購入|取得|\bbought\b|\bpurchased\b|\bregistered\b/i],
];
const NOT_DONE = /[未没沒不？?]|请|請|\bnot\b|\bplease\b/i;

/**
 * Returns the domain that a text is about and the days that it tells of it; null where it names no
 * domain. Where it names several, a record among them decides, else the first counts.
 *
 * @param text lines; cells of a row have a tab between them
 * @param today what "yesterday" is reckoned from
 */
export function readSurroundings(
  text: string,
  reader: RecordReader,
  rules: RecordRules,
  today: Day,
): Surroundings | null {
  const first = reader.names.all(text)[0];
  const records = reader.text(text, LEAST).records;
  const [record] =
    records.length > 0 || first === undefined ? records : reader.text(`Domain Name: ${first}\n${text}`, LEAST).records;
  const domain = record?.domain ?? first;
  if (domain === undefined) return null;
  const certain = record === undefined ? [] : answersFromRecord(record, { place: null, readOn: today }, rules).certain;
  const read = Object.fromEntries(
    certain.filter(({ name }) => (TOLD as readonly string[]).includes(name)).map(({ name, value }) => [name, value]),
  );
  return { domain, answers: { ...readDaysAgo(text, today), ...read } };
}

function readDaysAgo(text: string, today: Day): ToldAnswers {
  const answers: { -readonly [K in keyof ToldAnswers]: ToldAnswers[K] } = {};
  for (const clause of text.split(/[\n\t，。,;；]/)) {
    const days = daysAgoIn(clause);
    if (days === null || NOT_DONE.test(clause)) continue;
    const done = DONE.find(([, pattern]) => pattern.test(clause));
    if (done) answers[done[0]] ??= addDays(today, -days);
  }
  return answers;
}

function daysAgoIn(clause: string): number | null {
  const [, count] = DAYS_AGO.exec(clause) ?? [];
  if (count !== undefined) return Number(count);
  return AGO.find(([pattern]) => pattern.test(clause))?.[1] ?? null;
}
