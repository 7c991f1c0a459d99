/** One line of the command's output: a verdict as JSON. */
import type { Answers } from '../domain/answers/answers.ts';
import type { Day } from '../domain/common/days.ts';
import type { AssessmentResult, Engine } from '../domain/eligibility/engine.ts';
import type { Finding, Outcome } from '../domain/eligibility/verdict.ts';
import type { Citation } from '../domain/ruleset/source.ts';
import { ByteSink } from './byte-sink.ts';

/** The fields of a line, in their order, and what `--fields` can ask for besides: ids of checks by their outcome. */
export const LINE_FIELDS = [
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
  'failed',
  'unclear',
  'open',
] as const;

export type LineField = (typeof LINE_FIELDS)[number];

export interface LinePrinter {
  /** Writes the whole line, without its end. */
  write(sink: ByteSink, input: string, result: AssessmentResult, rulesDate: Day): void;
  /** Returns the values of all fields. */
  values(input: string, result: AssessmentResult, rulesDate: Day): Readonly<Record<LineField, unknown>>;
}

/** Findings that were met one after the other, with what they look like in a line. */
interface Met {
  readonly finding: Finding;
  readonly next: Met[];
  /** What all findings up to here look like; null for those that no line ended with. */
  encoded: Uint8Array | null;
}

/** More different lists of findings are not kept: hostile lists of hosts must not fill the memory. */
const MOST_KEPT = 10_000;

/**
 * Returns what writes lines of verdicts. Nine tenths of a line are its findings, and most names of a list share theirs but for
 * the name, which is not printed there: such a list of findings is encoded once, and copied from then on.
 */
export function createLinePrinter(): LinePrinter {
  let first: Met[] = [];
  let kept = 0;

  function encodedFindings(findings: readonly Finding[]): Uint8Array {
    let among = first;
    let met: Met | undefined;
    for (const finding of findings) {
      met = among.find((one) => looksTheSame(one.finding, finding));
      if (met === undefined) {
        if (++kept > MOST_KEPT) {
          first = [];
          kept = 0;
          return encode(findings);
        }
        met = { finding, next: [], encoded: null };
        among.push(met);
      }
      among = met.next;
    }
    if (met === undefined) return encode(findings);
    met.encoded ??= encode(findings);
    return met.encoded;
  }

  return {
    values,
    write(sink, input, result, rulesDate) {
      if (result.kind === 'problem') {
        const { failed: _, unclear: __, open: ___, ...line } = values(input, result, rulesDate);
        sink.text(JSON.stringify(line));
        return;
      }
      const { domain, standing, findings, coverage, risks, steps, timeline, rules } = result.verdict;
      const { host, display, registrable, suffix } = domain;
      sink.text(
        `{"input":${JSON.stringify(input)},"host":"${host}","display":${JSON.stringify(display)},"registrable":"${registrable}","suffix":"${suffix}","problem":null,"standing":"${standing}","findings":`,
      );
      sink.bytes(encodedFindings(findings));
      // What is put in quotes here is ids, hosts and days, which hold nothing to escape.
      const { kind, filingDomain } = coverage;
      const stepTexts = steps.map(
        ({ code, notBefore, notAfter }) =>
          `{"code":"${code}","notBefore":${quoted(notBefore)},"notAfter":${quoted(notAfter)}}`,
      );
      const riskTexts = risks.length === 0 ? '[]' : JSON.stringify(risks.map(({ code, cites }) => ({ code, cites })));
      sink.text(
        `,"coverage":{"kind":"${kind}","record":${quoted(filingDomain)}},"risks":${riskTexts},"steps":[${stepTexts.join()}],"timeline":${JSON.stringify(timeline)},"rules":"${rules}"}`,
      );
    },
  };
}

function quoted(text: string | null): string {
  return text === null ? 'null' : `"${text}"`;
}

function encode(findings: readonly Finding[]): Uint8Array {
  return new TextEncoder().encode(JSON.stringify(findings.map(printed)));
}

function printed({ check, outcome, reason, cites, against, ifFiledAnew }: Finding) {
  return { check, outcome, because: reason.code, cites, against, ifFiledAnew: ifFiledAnew === true };
}

function looksTheSame(a: Finding, b: Finding): boolean {
  return (
    a.check === b.check &&
    a.outcome === b.outcome &&
    a.reason.code === b.reason.code &&
    a.ifFiledAnew === b.ifFiledAnew &&
    areTheSame(a.cites, b.cites) &&
    areTheSame(a.against, b.against)
  );
}

function areTheSame(a: readonly Citation[], b: readonly Citation[]): boolean {
  return a === b || (a.length === b.length && a.every((one, at) => one === b[at] || isEqual(one, b[at] as Citation)));
}

function isEqual(a: Citation, b: Citation): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

function values(input: string, result: AssessmentResult, rulesDate: Day): Readonly<Record<LineField, unknown>> {
  if (result.kind === 'problem') {
    const { type, host, display } = result.problem;
    return {
      input,
      host: host || null,
      display: display || null,
      registrable: null,
      suffix: null,
      problem: type,
      standing: null,
      findings: [],
      coverage: null,
      risks: [],
      steps: [],
      timeline: null,
      rules: rulesDate,
      failed: [],
      unclear: [],
      open: [],
    };
  }
  const { domain, standing, findings, coverage, risks, steps, timeline, rules } = result.verdict;
  const checksThat = (wanted: Outcome) =>
    findings.filter(({ outcome, ifFiledAnew }) => outcome === wanted && !ifFiledAnew).map(({ check }) => check);
  return {
    input,
    host: domain.host,
    display: domain.display,
    registrable: domain.registrable,
    suffix: domain.suffix,
    problem: null,
    standing,
    findings: findings.map(printed),
    coverage: { kind: coverage.kind, record: coverage.filingDomain },
    risks: risks.map(({ code, cites }) => ({ code, cites })),
    steps: steps.map(({ code, notBefore, notAfter }) => ({ code, notBefore, notAfter })),
    timeline,
    rules,
    failed: checksThat('fail'),
    unclear: checksThat('cannot-tell'),
    open: checksThat('needs-answer'),
  };
}

const PRINTER = createLinePrinter();

/** Returns the line of output of one input, without its end. */
export function checkLine(engine: Engine, input: string, answers: Answers, today?: Day): string {
  const sink = new ByteSink();
  PRINTER.write(sink, input, engine.assess(input, answers, today), engine.facts.rules.stamp.date);
  return new TextDecoder().decode(sink.take());
}
