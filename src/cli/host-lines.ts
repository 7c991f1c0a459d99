/** What the command prints of hosts: one line each, as JSON, as CSV, or for people. */
import { styleText } from 'node:util';
import type { Answers } from '../domain/answers/answers.ts';
import type { Day } from '../domain/common/days.ts';
import type { Engine } from '../domain/eligibility/engine.ts';
import type { Outcome } from '../domain/eligibility/verdict.ts';
import { verdictFrom } from '../domain/eligibility/verdict-patterns.ts';
import type { Translate } from '../i18n/translator.ts';
import { headlineOf } from '../i18n/verdict-headline.ts';
import type { ByteSink } from './byte-sink.ts';
import {
  CSV_FIELDS,
  csvRow,
  csvWriter,
  type JudgedInput,
  jsonWriter,
  judgeInput,
  type LineField,
  type LineWriter,
  standingOf,
} from './check-line.ts';
import { printable } from './terminal.ts';

export const FORMATS = ['json', 'csv', 'text'] as const;
export type Format = (typeof FORMATS)[number];

/** What can make the command end with status 3. */
export const FAIL_ON = ['ineligible', 'unknown'] as const;
export type FailOn = (typeof FAIL_ON)[number];

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
  const writeLine = lineWriter(options, t);

  return {
    header: format === 'csv' ? `${csvRow(options.fields ?? CSV_FIELDS)}\n` : '',
    found,
    write(sink, input) {
      const judged = judgeInput(engine, input, answers, today);
      const standing = standingOf(judged);
      if (standing === 'ineligible' || standing === 'unknown') found.add(standing);
      writeLine(sink, input, judged);
      sink.text('\n');
    },
  };
}

function lineWriter({ format, fields, isColored }: LineOptions, t: Translate | null): LineWriter {
  if (format === 'csv') return csvWriter(fields ?? undefined);
  if (format === 'json') return jsonWriter(fields);
  if (t === null) throw new Error('Text for people needs words');
  return (sink, input, judged) => sink.text(textOf(input, judged, t, isColored));
}

const SIGNS: Readonly<Record<Outcome, readonly [sign: string, color: 'green' | 'red' | 'yellow' | 'cyan' | 'gray']>> = {
  pass: ['✓', 'green'],
  fail: ['✗', 'red'],
  'cannot-tell': ['?', 'yellow'],
  'needs-answer': ['…', 'cyan'],
  'not-applicable': ['–', 'gray'],
};

function textOf(input: string, judged: JudgedInput, t: Translate, isColored: boolean): string {
  // Whether the terminal shows colors was asked before.
  const paint = (color: Parameters<typeof styleText>[0], text: string) =>
    isColored ? styleText(color, text, { validateStream: false }) : text;
  if (judged.problem !== null) {
    const { type, display } = judged.problem;
    const key = `problem_${type.replaceAll('-', '_')}`;
    const name = printable((display || input).slice(0, 200));
    return `${paint('yellow', '?')} ${paint('bold', name)}  ${t(key)}\n    ${t(`${key}_text`)}`;
  }
  const { domain, pattern } = judged;
  const { outcome, title, lead, way } = headlineOf(verdictFrom(pattern, domain), t);
  const [sign, color] = SIGNS[outcome];
  const lines = [`${paint(color, sign)} ${paint('bold', domain.display)}  ${paint(color, title)}`];
  if (lead !== '') lines.push(`    ${lead}`);
  if (way !== null) lines.push(`    → ${way}`);
  return lines.join('\n');
}
