/** One line of the command's output: a verdict as JSON or CSV. */
import Papa from 'papaparse';
import type { Answers } from '../domain/answers/answers.ts';
import { type Day, dayOf } from '../domain/common/days.ts';
import { remembering } from '../domain/common/remembering.ts';
import type { Engine } from '../domain/eligibility/engine.ts';
import type { Finding, Outcome, Verdict } from '../domain/eligibility/verdict.ts';
import { filingDomainFrom } from '../domain/eligibility/verdict-patterns.ts';
import type { Domain, Problem } from '../domain/hostname/domain.ts';
import { guardCell } from '../domain/portfolio/formula-guard.ts';
import { ByteSink } from './byte-sink.ts';
import { printable, safeJson } from './terminal.ts';

/** The fields of a line, in their order. */
export const JSON_FIELDS = [
  'input',
  'host',
  'display',
  'registrable',
  'suffix',
  'problem',
  'standing',
  'findings',
  'coverage',
  'risks',
  'steps',
  'timeline',
  'rules',
] as const;

/**
 * What `--fields` can ask for: ids of checks by their outcome, and what `psl` itself answers, too.
 */
export const LINE_FIELDS = [...JSON_FIELDS, 'failed', 'unclear', 'open', 'registrableByPsl'] as const;

export type LineField = (typeof LINE_FIELDS)[number];

/** What `--format csv` has where no fields are asked for: those that fit a cell. */
export const CSV_FIELDS: readonly LineField[] = [
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

/**
 * An input as it was read, with a verdict on it or on a name that is alike: see `VerdictPatterns`.
 */
export type JudgedInput =
  | { readonly problem: Problem; readonly rulesDate: Day }
  | { readonly problem: null; readonly domain: Domain; readonly pattern: Verdict };

/** Returns what an input comes to. */
export function judgeInput(engine: Engine, input: string, answers: Answers, today: Day): JudgedInput {
  const domain = engine.read(input);
  if ('type' in domain) return { problem: domain, rulesDate: engine.facts.rules.stamp.date };
  return { problem: null, domain, pattern: engine.patterns.patternOf(domain, answers, today) };
}

/** Returns what `psl` itself takes for registrable; null where the host is a suffix there. */
function registrableByPsl({ host, registrable, suffix, listedSuffix }: Domain): string | null {
  // Of nearly all.
  if (listedSuffix === suffix) return registrable;
  if (host === listedSuffix) return null;
  const label = host
    .slice(0, -listedSuffix.length - 1)
    .split('.')
    .at(-1);
  return `${label}.${listedSuffix}`;
}

/** Writes a line without its end. */
export type LineWriter = (sink: ByteSink, input: string, judged: JudgedInput) => void;

/**
 * Returns what writes lines of JSON; with all fields where none are asked for, and then with what
 * `psl` itself answers where it differs.
 */
export function jsonWriter(fields: readonly LineField[] | null = null): LineWriter {
  const wanted = [...new Set(fields ?? JSON_FIELDS)];
  const byPsl = (domain: Domain) => JSON.stringify(registrableByPsl(domain));
  const ofName: SlotTexts = {
    input: (input) => safeJson(input),
    host: (_, { host }) => `"${host}"`,
    display: (_, { display }) => JSON.stringify(display),
    registrable: (_, domain) =>
      fields === null && domain.listedSuffix !== domain.suffix
        ? `"${domain.registrable}","registrableByPsl":${byPsl(domain)}`
        : `"${domain.registrable}"`,
    registrableByPsl: (_, domain) => byPsl(domain),
    coverage: (_, domain, { coverage }) =>
      `{"kind":"${coverage.kind}","record":${JSON.stringify(filingDomainFrom(coverage, domain))}}`,
  };
  return writerOf({
    problem: (values) => safeJson(Object.fromEntries(wanted.map((field) => [field, values[field]]))),
    template: (values) => [
      ...wanted.flatMap((field, at) => [
        `${at === 0 ? '{' : ','}"${field}":`,
        isOfName(field) ? ofName[field] : JSON.stringify(values[field]),
      ]),
      '}',
    ],
  });
}

/** Returns what writes lines of CSV. */
export function csvWriter(fields: readonly LineField[] = CSV_FIELDS): LineWriter {
  const cell = (text: string) => (/^\w[\w.-]*$/.test(text) ? text : Papa.unparse([[guardCell(printable(text))]]));
  const ofName: SlotTexts = {
    input: (input) => cell(input),
    host: (_, { host }) => cell(host),
    display: (_, { display }) => cell(display),
    registrable: (_, { registrable }) => cell(registrable),
    registrableByPsl: (_, domain) => cell(registrableByPsl(domain) ?? ''),
    coverage: (_, domain, { coverage }) => cell(cellOf(coverageOf(coverage, domain))),
  };
  return writerOf({
    problem: (values) => csvRow(fields.map((field) => cellOf(values[field]))),
    template: (values) =>
      fields.flatMap((field, at) => [
        at === 0 ? '' : ',',
        isOfName(field) ? ofName[field] : csvRow([cellOf(values[field])]),
      ]),
  });
}

/** Returns cells as a row of a table, without its end. */
export function csvRow(cells: readonly string[]): string {
  return Papa.unparse([cells.map(printable)]);
}

/** Fields that hang on the name. All others are the same for names that are alike. */
const NAME_FIELDS = ['input', 'host', 'display', 'registrable', 'registrableByPsl', 'coverage'] as const;
type NameField = (typeof NAME_FIELDS)[number];

function isOfName(field: LineField): field is NameField {
  return (NAME_FIELDS as readonly LineField[]).includes(field);
}

/** Text of a name's own, in a line that is otherwise the same for all names that are alike. */
type Slot = (input: string, domain: Domain, pattern: Verdict) => string;
type SlotTexts = Readonly<Record<NameField, Slot>>;
type Values = Readonly<Record<LineField, unknown>>;

interface LineFormat {
  /** Returns the line of an input that is no domain. */
  readonly problem: (values: Values) => string;
  /** Returns the parts of the lines of all names that are alike. */
  readonly template: (values: Values) => readonly (string | Slot)[];
}

/** Shorter texts cost less among other text than as bytes of their own. */
const LEAST_BYTES = 200;
/** Parts that are kept for lines to come: a megabyte or two. */
const MOST_ENCODED = 1000;

/**
 * Returns what writes lines: nine tenths of a line are the same for names that are alike, and are
 * encoded once and copied from then on.
 */
function writerOf({ problem, template }: LineFormat): LineWriter {
  const known = new WeakMap<Verdict, readonly (string | Uint8Array | Slot)[]>();
  // Most of it is the same for names of many suffixes.
  const encoded = remembering(MOST_ENCODED, (part) => new TextEncoder().encode(part));

  function partsOf(judged: Extract<JudgedInput, { problem: null }>) {
    const before = known.get(judged.pattern);
    if (before !== undefined) return before;
    const parts = template(lineValues('', judged)).map((part) =>
      typeof part === 'string' && part.length >= LEAST_BYTES ? encoded(part) : part,
    );
    known.set(judged.pattern, parts);
    return parts;
  }

  return (sink, input, judged) => {
    if (judged.problem !== null) {
      sink.text(problem(lineValues(input, judged)));
      return;
    }
    let text = '';
    for (const part of partsOf(judged)) {
      if (typeof part === 'string') text += part;
      else if (typeof part === 'function') text += part(input, judged.domain, judged.pattern);
      else {
        sink.text(text);
        sink.bytes(part);
        text = '';
      }
    }
    sink.text(text);
  };
}

/**
 * A value as a cell: lists of things by their names, parted by blanks. Spreadsheets must not take
 * it for a formula.
 */
function cellOf(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (Array.isArray(value)) return value.map(cellOf).join(' ');
  if (typeof value !== 'object') return guardCell(String(value));
  const { check, outcome, code, kind, record } = value as Record<string, unknown>;
  if (check !== undefined) return `${check}=${outcome}`;
  if (code !== undefined) return String(code);
  if (kind === undefined) return JSON.stringify(value);
  return record === null ? String(kind) : guardCell(`${kind} ${record}`);
}

/** Returns the values of all fields of a line. */
export function lineValues(input: string, judged: JudgedInput): Values {
  if (judged.problem !== null) {
    const { type, host, display } = judged.problem;
    return {
      input,
      host: host || null,
      display: display || null,
      registrable: null,
      registrableByPsl: null,
      suffix: null,
      problem: type,
      standing: null,
      findings: [],
      coverage: null,
      risks: [],
      steps: [],
      timeline: null,
      rules: judged.rulesDate,
      failed: [],
      unclear: [],
      open: [],
    };
  }
  const { domain, pattern } = judged;
  const { standing, findings, coverage, risks, steps, timeline, rules } = pattern;
  const checksThat = (wanted: Outcome) =>
    findings.filter(({ outcome, ifFiledAnew }) => outcome === wanted && !ifFiledAnew).map(({ check }) => check);
  return {
    input,
    host: domain.host,
    display: domain.display,
    registrable: domain.registrable,
    registrableByPsl: registrableByPsl(domain),
    suffix: domain.suffix,
    problem: null,
    standing,
    findings: findings.map(printed),
    coverage: coverageOf(coverage, domain),
    risks: risks.map(({ code, cites }) => ({ code, cites })),
    steps: steps.map(({ code, notBefore, notAfter }) => ({ code, notBefore, notAfter })),
    timeline,
    rules,
    failed: checksThat('fail'),
    unclear: checksThat('cannot-tell'),
    open: checksThat('needs-answer'),
  };
}

function printed({ check, outcome, reason, cites, against, ifFiledAnew }: Finding) {
  return { check, outcome, because: reason.code, cites, against, ifFiledAnew: ifFiledAnew === true };
}

function coverageOf(coverage: Verdict['coverage'], domain: Domain) {
  return { kind: coverage.kind, record: filingDomainFrom(coverage, domain) };
}

/** Returns the standing of what was judged. A line that is no domain name could not be judged. */
export function standingOf(judged: JudgedInput): Verdict['standing'] {
  return judged.problem === null ? judged.pattern.standing : 'unknown';
}

const WRITE = jsonWriter();

/** Returns the line of output of one input as JSON, without its end. */
export function checkLine(engine: Engine, input: string, answers: Answers, today: Day = dayOf(new Date())): string {
  return judgedLine(input, judgeInput(engine, input, answers, today));
}

/** Returns the line of output of what an input came to, as JSON and without its end. */
export function judgedLine(input: string, judged: JudgedInput): string {
  const sink = new ByteSink();
  WRITE(sink, input, judged);
  return new TextDecoder().decode(sink.take());
}
