/**
 * How many questions are left once a person has shown a record, a console's page and the ministry's
 * answer. It is measured with the reader, the answers and the checks that the product uses, and
 * printed, as it is what records are for.
 */
import { afterAll, describe, expect, test } from 'vitest';
import type { Answers } from '../../../../src/domain/answers/answers.ts';
import { EMPTY } from '../../../../src/domain/answers/domain-answers.ts';
import { type Evidence, weighEvidence } from '../../../../src/domain/records/evidence.ts';
import type { RecordReading } from '../../../../src/domain/records/read.ts';
import { engine, rules } from '../../../support/shipped-ruleset.ts';
import { readSample, sampleText, TODAY } from './reader.ts';

const printed: string[] = [];

function questionsOf(host: string, answers: Answers): string[] {
  const assessment = engine.assess(host, answers, TODAY);
  const findings = assessment.kind === 'verdict' ? assessment.verdict.findings : null;
  if (findings === null) throw new Error(`${host} has no verdict`);
  return findings.filter(({ outcome }) => outcome === 'needs-answer').map(({ check }) => check);
}

/** Uses one reading after the other, and accepts what each proposes, as one click does. */
function questionsAfter(host: string, readings: readonly RecordReading[], own: Answers = {}): string[][] {
  let one = EMPTY;
  let accepted: Answers = own;
  const left = [questionsOf(host, accepted)];
  for (const reading of readings) {
    const evidence: Evidence = weighEvidence(
      {
        domain: host,
        host,
        profile: EMPTY,
        one: { ...one, answers: { ...one.answers, ...accepted } },
        reading,
        setting: { place: null, readOn: TODAY },
        today: TODAY,
      },
      rules,
    );
    one = evidence.one;
    for (const { name, value } of evidence.proposals) accepted = { ...accepted, [name]: value };
    left.push(questionsOf(host, { ...evidence.answers, ...accepted }));
  }
  return left;
}

/** A sample that speaks of another name, with every place of its own name exchanged. */
function about(host: string, file: string, own: string, url: string | null = null): RecordReading {
  const text = sampleText(file).replaceAll(own, host).replaceAll(own.toUpperCase(), host.toUpperCase());
  const reading = readSample(text, url);
  expect(
    reading.records.map(({ domain }) => domain).concat(reading.problems.flatMap(({ domain }) => domain ?? [])),
  ).toContain(host);
  return reading;
}

const unfiled = (host: string): RecordReading =>
  readSample(
    `<html><head><title>ICP/IP地址/域名信息备案管理系统</title></head><body><input value="${host}"><table><thead><tr><th>序号</th><th>主办单位名称</th><th>主办单位性质</th><th>ICP备案/许可证号</th><th>审核通过日期</th></tr></thead><tbody></tbody></table><p>未查询到符合条件的记录，共 0 条</p></body></html>`,
    'https://beian.miit.gov.cn/#/Integrated/recordQuery',
  );

/** What a person tells once for all names. */
const ABOUT_THE_PERSON: Answers = {
  subject: 'organisation',
  registeredIn: 'mainland',
  province: 'zj',
};

afterAll(() => process.stdout.write(`${printed.join('\n')}\n`));

describe('questions left', () => {
  test.each([
    [
      'a .com',
      'shili-com.com',
      (host: string) => [
        about(host, 'RDAP-com-30.json', 'shili-rdap1.com'),
        about(host, 'CONSOLE-com-30.html', 'shili-con1.com', 'https://dc.console.aliyun.com/next/index'),
        unfiled(host),
      ],
    ],
    [
      'a .com of a licensed registrar',
      'shili-com.com',
      (host: string) => [
        about(host, 'RDAP-com-626.json', 'shili-qiche.com'),
        about(host, 'CONSOLE-com-30.html', 'shili-con1.com', 'https://dc.console.aliyun.com/next/index'),
        unfiled(host),
      ],
    ],
    [
      'a .cn',
      'shili-cn.cn',
      (host: string) => [
        about(host, 'WHOIS-cn-42.txt', 'shili-held13.cn'),
        about(host, 'CONSOLE-cn-52.html', 'shili-b34.cn', 'https://www.west.cn/Manager/domain/manage.asp'),
        unfiled(host),
      ],
    ],
  ])('%s: after a look-up, a console’s page, the ministry’s page', (name, host, shown) => {
    const left = questionsAfter(host, shown(host));
    const known = questionsAfter(host, shown(host), ABOUT_THE_PERSON);
    for (const [who, steps] of [
      ['nothing else known', left],
      ['who files told once', known],
    ] as const)
      printed.push(
        `questions left for ${name}, ${who}: ${steps.map(({ length }) => length).join(' → ')} (${steps.at(-1)?.join(', ')})`,
      );
    const [, record = [], console_ = [], ministry = []] = left;
    expect(left[0]?.length ?? 0).toBeGreaterThanOrEqual(10);
    for (const check of ['registrar-licensed', 'registration-valid']) expect(record).not.toContain(check);
    for (const check of ['real-name-done', 'real-name-recorded', 'holder-matches'])
      expect(console_).not.toContain(check);
    expect(ministry).not.toContain('no-foreign-record');
    // Whom a foreign registrar has verified counts for nothing: the name has to move first.
    expect(record.length).toBeLessThanOrEqual(name === 'a .com' ? 8 : 7);
    expect(console_.length).toBeLessThanOrEqual(4);
    // Where it will be served and what else is open in accounts stands in no record.
    expect(ministry).toEqual(['filing-needed', 'no-open-application']);
    expect(known.at(-1)).toEqual(ministry);
  });
});
