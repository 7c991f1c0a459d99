import { describe, expect, test } from 'vitest';
import { readAnswers } from '../../../../src/domain/answers/answers.ts';
import { createEngine } from '../../../../src/domain/eligibility/engine.ts';
import {
  findRegistrars,
  readRegistrar,
  registrarNamed,
  unlistedName,
  writtenRegistrar,
} from '../../../../src/domain/ruleset/find-registrars.ts';
import { rules } from '../../../support/shipped-ruleset.ts';

const all = rules.registrars;
const engine = createEngine(rules);

function judged(registrar: string) {
  const { answers } = readAnswers({ registrar: writtenRegistrar(all, registrar) }, rules);
  const answer = engine.assess('example.com', answers, '2026-11-27');
  if (answer.kind !== 'verdict') throw new Error('example.com is a name');
  const { findings, steps } = answer.verdict;
  return { finding: findings.find((one) => one.check === 'registrar-licensed'), steps: steps.map(({ code }) => code) };
}

describe('a registrar by its name as a record writes it', () => {
  test.each([
    ['北京新网数码信息技术有限公司', 'xinnet'],
    ['Xin Net Technology Corporation', 'xinnet'],
    ['XIN NET TECHNOLOGY CORPORATION', 'xinnet'],
    ['阿里云计算有限公司（万网）', 'alibaba-cloud'],
    ['阿里云计算有限公司(万网)', 'alibaba-cloud'],
    ['Alibaba Cloud Computing Ltd. d/b/a HiChina (www.net.cn)', 'alibaba-cloud'],
    ['Alibaba Cloud Computing (Beijing) Co., Ltd.', 'alibaba-cloud-beijing'],
    ['Alibaba Cloud US LLC', 'alibaba-cloud-international'],
    ['烟台帝思普网络科技有限公司', 'dnspod'],
    ['厦门易名科技股份有限公司', 'ename'],
    ['MarkMonitor Inc.', 'markmonitor'],
    ['MarkMonitor Information Technology (Shanghai) Co., Ltd.', 'markmonitor-china'],
    ['NameCheap Inc', 'namecheap'],
    ['Hosting Concepts B.V. d/b/a Registrar.eu', 'openprovider'],
  ])('%s is %s', (written, id) => {
    expect(registrarNamed(all, written)?.id).toBe(id);
    expect(readRegistrar(all, written)).toBe(id);
    expect(findRegistrars(all, written)[0]?.id).toBe(id);
  });

  test.each(['MarkMonitor', 'Alibaba Cloud', '阿里云', 'Ltd.', 'Co., Ltd', '', ' ', '。', '新网'])(
    '%j, a part of a name or none, is nobody’s',
    (written) => expect(registrarNamed(all, written)).toBeNull(),
  );

  test('no whole name is part of the way to another’s: each is found under its own alone', () => {
    for (const one of all) for (const name of one.names) expect(registrarNamed(all, name)?.id).toBe(one.id);
  });

  test('every registrar that IANA lists has a name of its list', () => {
    for (const one of all) if (one.iana.length > 0) expect(one.names.length, one.id).toBeGreaterThan(0);
  });
});

describe('an IANA id', () => {
  test.each([
    ['1910', 'cloudflare'],
    ['iana:1910', 'cloudflare'],
    ['IANA 1910', 'cloudflare'],
    ['01910', 'cloudflare'],
    ['9999', 'iana-9999'],
    ['iana:9999', 'iana-9999'],
    ['iana-9999', 'iana-9999'],
    ['0', null],
    ['9999999999', null],
    ['-5', null],
    ['1e3', null],
    ['iana:1910(Cloudflare)', null],
  ])('%j is %j', (given, id) => expect(readRegistrar(all, given)).toBe(id));

  test('that we do not hold is an answer: not in our list, look it up, and the rest is judged all the same', () => {
    const { finding, steps } = judged('9999');
    expect(finding).toMatchObject({
      outcome: 'cannot-tell',
      reason: { code: 'registrar-unlisted', params: { registrar: 'IANA 9999' } },
    });
    expect(finding?.cites.length).toBeGreaterThan(0);
    expect(steps).toContain('look-registrar-up');
    expect(steps).not.toContain('transfer-in');
  });

  test('a name that we do not hold is an answer as well', () => {
    const { finding, steps } = judged('Nobody Knows Ltd');
    expect(finding).toMatchObject({
      outcome: 'cannot-tell',
      reason: { code: 'registrar-unlisted', params: { registrar: 'Nobody Knows Ltd' } },
    });
    expect(steps).toContain('look-registrar-up');
    const answer = writtenRegistrar(all, '  Nobody \u202eKnows\nLtd ');
    expect(answer).toBe('name:Nobody Knows Ltd');
    expect(readAnswers({ registrar: answer }, rules).answers).toEqual({ registrar: answer });
  });

  test.each(['', ' ', '--', '#', 'x', '1e3', '-5', 'x'.repeat(200), '阿里云'])(
    '%j is no name, or some have it',
    (written) => expect(writtenRegistrar(all, written)).toBeNull(),
  );

  test.each([
    ['GoDaddy.com, LLC', 'godaddy'],
    ['9999', 'iana-9999'],
    ['某某网络有限公司', 'name:某某网络有限公司'],
  ])('what a person writes: %s', (written, answer) => expect(writtenRegistrar(all, written)).toBe(answer));

  test('has a name of its own where the search finds none of ours, and only there', () => {
    // Each search goes through all names of all registrars.
    const some = all.filter((_, index) => index % 10 === 0);
    const texts = some.flatMap(({ id, name, names, websites, iana }) =>
      [id, ...Object.values(name), ...names, ...websites, ...iana.map(String)].flatMap((one) => [
        one,
        one.slice(1, 6),
        `${one} x${id}`,
      ]),
    );
    const searched = texts.map((text) => ({ text, isFound: findRegistrars(all, text).length > 0 }));
    expect(searched.filter(({ isFound }) => !isFound).length).toBeGreaterThan(50);
    expect(searched.filter(({ isFound }) => isFound).length).toBeGreaterThan(50);
    const wrong = searched.filter(
      ({ text, isFound }) => (unlistedName(all, text) !== null) !== (!isFound && /\p{L}{2}/u.test(text)),
    );
    expect(wrong).toEqual([]);
  });

  test('is kept as it was told, whether a number or a text', () => {
    for (const registrar of [9999, '9999', 'iana-9999'])
      expect(readAnswers({ registrar }, rules)).toEqual({ answers: { registrar: 'iana-9999' }, wrong: [] });
  });

  test('that we hold by now is read as the registrar, although it was kept as a number', () => {
    expect(readAnswers({ registrar: 'iana-1910' }, rules).answers).toEqual({ registrar: 'cloudflare' });
  });
});

test.each([
  ['西部数码', 'west-cn'],
  ['West.cn', 'west-cn'],
  ['騰訊雲', 'tencent-cloud'],
  ['godaddy', 'godaddy'],
  ['godaddy.com', 'godaddy'],
  ['West.cn', 'west-cn'],
  ['阿里', null],
  ['Cloud', null],
])('a person may write the name that we show, whole: %s', (registrar, id) => {
  expect(readAnswers({ registrar }, rules).answers).toEqual(id === null ? {} : { registrar: id });
});

describe('a group whose licensed company is another', () => {
  test.each([
    ['markmonitor', 'registrar-group-unverified'],
    ['csc', 'registrar-group-unverified'],
    ['nicenic-international', 'registrar-group-unverified'],
    ['alibaba-cloud-international', 'registrar-group-licensed'],
    ['tencent-cloud-international', 'registrar-group-licensed'],
    ['west263-international', 'registrar-group-licensed'],
  ])('%s: %s, and the step is a move within it', (id, code) => {
    const { finding, steps } = judged(id);
    expect(finding).toMatchObject({ outcome: 'fail', reason: { code } });
    expect(finding?.reason.params).toHaveProperty('company');
    expect(steps).toContain('move-in-group');
    expect(steps).not.toContain('transfer-in');
  });

  test('any other overseas registrar is left', () => {
    expect(judged('godaddy').steps).toContain('transfer-in');
  });
});

test.each([
  ['huawei-cloud', 'pass', 'registrar-licence-seen'],
  ['west-cn', 'pass', 'registrar-approved'],
  ['bizcn', 'pass', 'registrar-approved'],
  ['420', 'pass', 'registrar-approved'],
  ['1599', 'pass', 'registrar-licence-seen'],
  ['3838', 'cannot-tell', 'registrar-mainland-unverified'],
  ['671', 'cannot-tell', 'registrar-mainland-unverified'],
  ['1647', 'fail', 'registrar-overseas'],
  ['gandi', 'fail', 'registrar-not-approved'],
  ['tname', 'cannot-tell', 'registrar-uncertain'],
])('%s: %s, %s', (id, outcome, code) => {
  expect(judged(id).finding).toMatchObject({ outcome, reason: { code } });
});

test('what a report says alone makes nobody licensed, and is shown as the other side', () => {
  const { finding } = judged('nicenic-cn');
  expect(finding).toMatchObject({ outcome: 'cannot-tell', against: [{ source: 'iisp-copies' }] });
});
