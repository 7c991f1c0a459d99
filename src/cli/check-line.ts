/** One line of the command's output: a verdict. */
import type { Answers } from '../domain/answers/answers.ts';
import type { Day } from '../domain/common/days.ts';
import type { Engine } from '../domain/eligibility/engine.ts';

/** Returns the line of output for one input, without the line end. */
export function checkLine(engine: Engine, input: string, answers: Answers, today?: Day): string {
  const answer = engine.assess(input, answers, today);
  if (answer.kind === 'problem') {
    const { type, host, display } = answer.problem;
    return JSON.stringify({
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
      rules: engine.facts.rules.stamp.date,
    });
  }
  const { domain, standing, findings, coverage, risks, steps, timeline, rules } = answer.verdict;
  return JSON.stringify({
    input,
    host: domain.host,
    display: domain.display,
    registrable: domain.registrable,
    suffix: domain.suffix,
    problem: null,
    standing,
    findings: findings.map(({ check, outcome, reason, cites, against, ifFiledAnew = false }) => ({
      check,
      outcome,
      because: reason.code,
      cites,
      against,
      ifFiledAnew,
    })),
    coverage: { kind: coverage.kind, record: coverage.filingDomain },
    risks: risks.map(({ code, cites }) => ({ code, cites })),
    steps: steps.map(({ code, notBefore, notAfter }) => ({ code, notBefore, notAfter })),
    timeline,
    rules,
  });
}
