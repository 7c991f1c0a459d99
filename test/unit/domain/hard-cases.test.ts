/**
 * Hosts, footers, messages and registrars that are easily taken for something else: gathered from
 * public threads and pages, and put in other names and digits.
 */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { numberLines } from '../../../src/cli/print-numbers.ts';
import type { Answers } from '../../../src/domain/answers/answers.ts';
import { explainer } from '../../../src/domain/prompts/explain-message.ts';
import { engine, rules } from '../../support/shipped-ruleset.ts';

interface HardCases {
  readonly hosts: readonly {
    readonly host: string;
    readonly registrable: string;
    readonly standing: string;
    readonly coverage: string;
    readonly suffix: string;
    readonly name: string;
  }[];
  readonly numbers: readonly { readonly html: string; readonly numbers: readonly object[] }[];
  readonly messages: readonly { readonly text: string; readonly means: string }[];
}

const TODAY = '2026-11-27';
const cases: HardCases = JSON.parse(
  readFileSync(new URL('../../support/fixtures/hard-cases.json', import.meta.url), 'utf8'),
);
const explain = explainer(rules);

function verdict(host: string, answers: Answers = {}) {
  const answer = engine.assess(host, answers, TODAY);
  if (answer.kind === 'problem') throw new Error(`${host}: ${answer.problem.type}`);
  return answer.verdict;
}

test.each(cases.hosts)('$host', ({ host, ...want }) => {
  const { domain, standing, coverage, findings } = verdict(host);
  const codeOf = (check: string) => findings.find((one) => one.check === check)?.reason.code;
  expect({
    registrable: domain.registrable,
    standing,
    coverage: coverage.kind,
    suffix: codeOf('suffix-approved'),
    name: codeOf('name-is-yours'),
  }).toEqual(want);
});

test.each(cases.numbers)('$html', ({ html, numbers }) => {
  const found = numberLines(rules, html, TODAY).map((line) => {
    const { kind, number, link, problems } = JSON.parse(line);
    return { kind, number, link, problems };
  });
  expect(found).toEqual(numbers);
});

test.each(cases.messages)('$means: $text', ({ text, means }) => expect(explain(text).means).toContain(means));

describe('registrars', () => {
  test('a filed name at an overseas one stays filed; what comes of it is told', () => {
    const { standing, findings, risks } = verdict('example.com', {
      registrar: rules.registrars.find(({ iana }) => iana.includes(1910))?.id ?? '',
      record: 'own',
      filedWith: 'aliyun',
      servedBy: 'aliyun',
    });
    expect(standing).toBe('filed');
    expect(findings.find(({ check }) => check === 'registrar-licensed')?.outcome).toBe('fail');
    expect(risks.length).toBeGreaterThan(0);
  });

  test('one of abroad that few know is known', () => {
    const id = rules.registrars.find(({ iana }) => iana.includes(1647))?.id ?? '';
    const found = verdict('example.com', { registrar: id }).findings.find(
      ({ check }) => check === 'registrar-licensed',
    );
    expect(found?.outcome).toBe('fail');
  });

  test('a sub-domain at another provider takes an access filing', () => {
    const { coverage, steps } = verdict('www.example.com', {
      record: 'own',
      filedWith: 'other',
      servedBy: 'tencent-cloud',
    });
    expect(coverage.kind).toBe('access-filing-needed');
    expect(steps.map(({ code }) => code)).toContain('add-access-filing');
  });
});
