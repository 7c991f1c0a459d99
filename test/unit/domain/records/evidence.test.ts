/**
 * What a reading makes of a case: settled, new, proposed, contradicted, advised; and what of it is
 * kept.
 */
import { describe, expect, test } from 'vitest';
import { type DomainAnswers, EMPTY } from '../../../../src/domain/answers/domain-answers.ts';
import { type EvidenceInput, recordedFrom, weighEvidence } from '../../../../src/domain/records/evidence.ts';
import type { RecordReading } from '../../../../src/domain/records/read.ts';
import { engine, rules } from '../../../support/shipped-ruleset.ts';
import { readSample, samples, sampleText } from './reader.ts';

const TODAY = '2026-11-27';
const SETTING = { place: 'whois.example', readOn: TODAY };

function read(text: string): RecordReading {
  return readSample(text, null);
}

const WHOIS = (extra: readonly string[] = []) =>
  read(
    [
      'Domain Name: SHILI-CHAYE.COM',
      'Registrar: GoDaddy.com, LLC',
      'Registrar IANA ID: 146',
      'Creation Date: 2020-01-01T20:00:00Z',
      'Registry Expiry Date: 2028-01-01T20:00:00Z',
      ...extra,
      '>>> Last update of WHOIS database: 2026-11-20T08:00:00Z <<<',
      '',
    ].join('\n'),
  );
const weigh = (change: Partial<EvidenceInput>) =>
  weighEvidence(
    {
      domain: 'shili-chaye.com',
      host: 'www.shili-chaye.com',
      profile: EMPTY,
      one: EMPTY,
      reading: WHOIS(),
      setting: SETTING,
      today: TODAY,
      ...change,
    },
    rules,
  );
const FROM = { by: 'record', kind: 'whois', place: 'whois.example', day: '2026-11-20' };

describe('a record of the domain', () => {
  test('settles what is certain, and says which of it is new', () => {
    const { one, settled, news, answers, origins } = weigh({});
    expect(settled).toEqual([
      { name: 'registrar', value: 'godaddy', from: FROM, isStale: false },
      { name: 'registeredOn', value: '2020-01-02', from: FROM, isStale: false },
      { name: 'expiresOn', value: '2028-01-02', from: FROM, isStale: false },
    ]);
    expect(news).toEqual(settled);
    expect(answers).toMatchObject({ registrar: 'godaddy', expiresOn: '2028-01-02' });
    expect(origins.registrar).toEqual(FROM);
    // Kept and read once more, nothing is new.
    expect(weigh({ one }).news).toEqual([]);
    expect(weigh({ one, reading: null }).settled).toEqual(settled);
  });

  test('says nothing for another name', () => {
    const { one, settled, proposals, advice } = weigh({ domain: 'shili-other.com', host: 'shili-other.com' });
    expect({ one, settled, proposals, advice }).toEqual({ one: EMPTY, settled: [], proposals: [], advice: [] });
  });

  test('the person’s word counts; where a record says otherwise both are shown', () => {
    const one: DomainAnswers = { ...EMPTY, answers: { registrar: 'alibaba-cloud', expiresOn: '2028-01-01' } };
    const found = weigh({ one });
    expect(found.answers).toMatchObject({ registrar: 'alibaba-cloud', expiresOn: '2028-01-01' });
    // A day apart is the same day in another time zone.
    expect(found.differences).toEqual([
      { name: 'registrar', person: 'alibaba-cloud', record: { name: 'registrar', value: 'godaddy', from: FROM } },
    ]);
    expect(found.settled.map(({ name }) => name)).toEqual(['registeredOn']);
  });

  test('of more than 30 days ago asks to be read again', () => {
    const { one } = weigh({});
    const isStaleOn = (today: string) => weigh({ one, reading: null, today }).settled.map(({ isStale }) => isStale);
    expect(isStaleOn('2026-12-20')).toEqual([false, false, false]);
    expect(isStaleOn('2026-12-21')).toEqual([true, true, true]);
  });

  test('a hold is advice, and a proposal for as long as nobody answers, also without the record at hand', () => {
    const { one, proposals, advice } = weigh({ reading: WHOIS(['Domain Status: serverHold']) });
    const said = [{ name: 'realName', value: 'not-done', from: FROM, because: 'server-hold', shows: null }];
    expect(proposals).toEqual(said);
    expect(advice.map(({ code }) => code)).toEqual(['on-hold-by-registry']);
    const later = weigh({ one, reading: null });
    expect(later.proposals).toEqual(said);
    expect(later.advice).toEqual(advice);
    expect(weigh({ one: { ...one, answers: { realName: 'done' } }, reading: null }).proposals).toEqual([]);
  });

  test('that there is no filing is settled by the ministry’s empty answer for this very name', () => {
    const problems = [{ problem: 'no-filing', domain: 'shili-chaye.com', line: null }] as const;
    expect(weigh({ reading: { records: [], problems } }).answers.record).toBe('none');
    expect(
      weigh({ reading: { records: [], problems }, domain: 'a.com', host: 'a.com' }).answers.record,
    ).toBeUndefined();
  });
});

test('a finding says where the answer that it rests on is from', () => {
  const { answers, origins } = weigh({ profile: { ...EMPTY, answers: { province: 'gd' } } });
  const result = engine.assess('www.shili-chaye.com', answers, TODAY, origins);
  const findings = result.kind === 'verdict' ? result.verdict.findings : [];
  const fromOf = (check: string) => findings.find((one) => one.check === check)?.from;
  expect(fromOf('registrar-licensed')).toEqual([{ name: 'registrar', from: FROM }]);
  expect(fromOf('registration-valid')).toEqual([{ name: 'expiresOn', from: FROM }]);
  expect(fromOf('province-accepts')).toEqual([{ name: 'province', from: { by: 'person' } }]);
  expect(fromOf('real-name-done')).toBeUndefined();
});

test('no holder, unit or number of a sample is in what is kept', () => {
  let kept = 0;
  for (const { file, pageUrl } of samples) {
    const reading = readSample(sampleText(file), pageUrl ?? null);
    for (const { domain, holder, filing } of reading.records) {
      const text = JSON.stringify(recordedFrom(domain, reading, SETTING, rules));
      for (const part of [holder, filing?.unit, filing?.number]) {
        if (part === null || part === undefined) continue;
        kept++;
        expect(text, file).not.toContain(part);
      }
    }
  }
  expect(kept).toBeGreaterThan(20);
});

describe('a lock that stands beside the statuses', () => {
  const CONSOLE = (lock: string) =>
    read(
      [
        '域名：shili-chaye.com',
        '注册时间：2020-01-02',
        '到期时间：2028-01-02',
        '域名状态：正常',
        `禁止转移锁：${lock}`,
        '',
      ].join('\n'),
    );

  test('is advice, and is kept: a name that is locked cannot be moved, however normal it is', () => {
    const reading = CONSOLE('已开启');
    expect(reading.records).toMatchObject([{ statuses: ['ok'], notes: ['locked'] }]);
    const { one, advice } = weigh({ reading });
    expect(one.records?.statuses?.value).toEqual(['clientTransferProhibited']);
    expect(advice).toContainEqual({ code: 'locked-by-registrar', until: null });
  });

  test('is none where it is off', () => {
    const reading = CONSOLE('未开启');
    expect(reading.records).toMatchObject([{ statuses: ['ok'], notes: [] }]);
    expect(weigh({ reading }).advice).toEqual([]);
  });

  test('of a list that names the same status is no second one', () => {
    const reading = WHOIS(['Domain Status: clientTransferProhibited', 'Registrar Lock: on']);
    expect(reading.records).toMatchObject([{ statuses: ['clientTransferProhibited'], notes: [] }]);
  });
});
