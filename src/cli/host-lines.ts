/** What the command prints of hosts: one line each, as JSON, as CSV, or for people. */
import { styleText } from 'node:util';
import Papa from 'papaparse';
import type { Answers } from '../domain/answers/answers.ts';
import type { Day } from '../domain/common/days.ts';
import type { AssessmentResult, Engine } from '../domain/eligibility/engine.ts';
import type { Outcome } from '../domain/eligibility/verdict.ts';
import { guardCell } from '../domain/portfolio/formula-guard.ts';
import type { Translate } from '../i18n/translator.ts';
import { headlineOf } from '../i18n/verdict-headline.ts';
import type { ByteSink } from './byte-sink.ts';
import { createLinePrinter, type LineField } from './check-line.ts';

export const FORMATS = ['json', 'csv', 'text'] as const;
export type Format = (typeof FORMATS)[number];

/** What can make the command end with status 3. */
export const FAIL_ON = ['ineligible', 'unknown'] as const;
export type FailOn = (typeof FAIL_ON)[number];

/** What `--format csv` has where no fields are asked for: those that fit a cell. */
const CSV_FIELDS: readonly LineField[] = [
  'input',
  'host',
  'registrable',
  'suffix',
  'problem',
  'standing',
  'failed',
  'unclear',
  'open',
  'coverage',
  'steps',
];

export interface LineOptions {
  readonly answers: Answers;
  readonly today: Day;
  readonly format: Format;
  /** Null for all of them. */
  readonly fields: readonly LineField[] | null;
  readonly isColored: boolean;
}

export interface HostLines {
  /** What stands above the lines; empty for none. */
  readonly header: string;
  /** Writes the line of an input, with its line end. */
  write(sink: ByteSink, input: string): void;
  /** What the lines so far would make `--fail-on` say. */
  readonly found: ReadonlySet<FailOn>;
}

/** Returns what prints the lines of hosts. `t` is asked for by the format for people alone. */
export function createHostLines(engine: Engine, options: LineOptions, t: Translate | null): HostLines {
  const found = new Set<FailOn>();
  const { answers, today, format } = options;
  const writer = lineWriter(options, t);

  return {
    header: format === 'csv' ? `${Papa.unparse([[...(options.fields ?? CSV_FIELDS)]])}\n` : '',
    found,
    write(sink, input) {
      const result = engine.assess(input, answers, today);
      // A line that is no domain name could not be judged.
      const standing = result.kind === 'problem' ? 'unknown' : result.verdict.standing;
      if (standing === 'ineligible' || standing === 'unknown') found.add(standing);
      writer(sink, input, result, engine.facts.rules.stamp.date);
    },
  };
}

type LineWriter = (sink: ByteSink, input: string, result: AssessmentResult, rulesDate: Day) => void;

function lineWriter({ format, fields, isColored }: LineOptions, t: Translate | null): LineWriter {
  const { write, values } = createLinePrinter();
  if (format === 'csv') {
    return (sink, input, result, date) => {
      const row = values(input, result, date);
      sink.text(`${Papa.unparse([(fields ?? CSV_FIELDS).map((field) => cellOf(row[field]))])}\n`);
    };
  }
  if (format === 'text') {
    if (t === null) throw new Error('Text for people needs words');
    return (sink, input, result) => sink.text(textOf(input, result, t, isColored));
  }
  if (fields === null) {
    return (sink, input, result, date) => {
      write(sink, input, result, date);
      sink.text('\n');
    };
  }
  return (sink, input, result, date) => {
    const row = values(input, result, date);
    sink.text(`${JSON.stringify(Object.fromEntries(fields.map((field) => [field, row[field]])))}\n`);
  };
}

/** A value as a cell: lists of things by their names, parted by blanks. Spreadsheets must not take it for a formula. */
function cellOf(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (Array.isArray(value)) return value.map(cellOf).join(' ');
  if (typeof value !== 'object') return guardCell(String(value));
  const { check, outcome, code, kind, record } = value as Record<string, unknown>;
  if (check !== undefined) return `${check}=${outcome}`;
  if (code !== undefined) return String(code);
  return record === null ? String(kind) : guardCell(`${kind} ${record}`);
}

const SIGNS: Readonly<Record<Outcome, readonly [sign: string, color: 'green' | 'red' | 'yellow' | 'cyan' | 'gray']>> = {
  pass: ['✓', 'green'],
  fail: ['✗', 'red'],
  'cannot-tell': ['?', 'yellow'],
  'needs-answer': ['…', 'cyan'],
  'not-applicable': ['–', 'gray'],
};

function textOf(input: string, result: AssessmentResult, t: Translate, isColored: boolean): string {
  // Whether the terminal shows colours was asked before.
  const paint = (color: Parameters<typeof styleText>[0], text: string) =>
    isColored ? styleText(color, text, { validateStream: false }) : text;
  if (result.kind === 'problem') {
    const { type, display } = result.problem;
    const key = `problem_${type.replaceAll('-', '_')}`;
    const name = printable(display || input);
    return `${paint('yellow', '?')} ${paint('bold', name)}  ${t(key)}\n    ${t(`${key}_text`)}\n`;
  }
  const { domain } = result.verdict;
  const { outcome, title, lead, way } = headlineOf(result.verdict, t);
  const [sign, color] = SIGNS[outcome];
  const lines = [`${paint(color, sign)} ${paint('bold', domain.display)}  ${paint(color, title)}`];
  if (lead !== '') lines.push(`    ${lead}`);
  if (way !== null) lines.push(`    → ${way}`);
  return `${lines.join('\n')}\n`;
}

/** A line may hold what moves a terminal's cursor or rings its bell. */
function printable(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}\u2028\u2029]/gu, '�').slice(0, 200);
}
