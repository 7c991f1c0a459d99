/**
 * What records answer: each sample's answers, what is only proposed, whose word counts, and for
 * which name.
 */
import { describe, expect, test } from 'vitest';
import { isStale } from '../../../../src/domain/answers/answer-origin.ts';
import type { Answers } from '../../../../src/domain/answers/answers.ts';
import { type Advice, adviceOn } from '../../../../src/domain/records/advice.ts';
import {
  answersFromRecord,
  answersWithoutFiling,
  isFiledByHolder,
  mergeAnswers,
  type RecordAnswers,
} from '../../../../src/domain/records/fill-answers.ts';
import type { DomainRecord } from '../../../../src/domain/records/record.ts';
import { engine, rules } from '../../../support/shipped-ruleset.ts';
import { readSample, samples, sampleText, TODAY } from './reader.ts';

const SETTING = { place: 'file', readOn: TODAY };
const certainOf = ({ certain }: RecordAnswers) => Object.fromEntries(certain.map(({ name, value }) => [name, value]));
const likelyOf = ({ likely }: RecordAnswers) =>
  likely.map(({ name, value, because, shows }) => [name, value, because, shows]);

const RECORD: DomainRecord = {
  kind: 'rdap',
  form: 'json',
  domain: 'shili.com',
  registrar: { name: 'GoDaddy.com, LLC', iana: 146, id: 'godaddy' },
  registeredOn: '2020-01-01',
  transferredOn: null,
  expiresOn: '2028-03-01',
  updatedOn: null,
  statuses: ['ok'],
  holder: null,
  holderKind: null,
  realName: null,
  realNameOn: null,
  filing: null,
  filingState: null,
  asOf: null,
  notes: [],
};
const answers = (change: Partial<DomainRecord> = {}, setting: { name?: string } = {}) =>
  answersFromRecord({ ...RECORD, ...change }, { ...SETTING, ...setting }, rules);

/** Both sites of Alibaba have this interface, so that its registrar is only proposed. */
const NOT_SURE: Readonly<Record<string, readonly string[]>> = { 'API-aliyun-1.json': ['registrar'] };

describe('of two days of registration', () => {
  test.each([
    ['both are long ago: the first stands', '2026-06-01', '2020-01-01'],
    ['the later may be that of a move, which counts as the day of registration: it is asked', TODAY, undefined],
  ])('%s', (_, registeredAgainOn, expected) => {
    expect(certainOf(answers({ registeredAgainOn })).registeredOn).toBe(expected);
  });

  test.each([
    ['the same label twice', 'Creation Date: 2016-08-20\nCreation Date: 2019-08-25', '2019-08-25'],
    ['two labels', 'Creation Date: 2016-08-20\nRegistration Date: 2019-08-25', '2019-08-25'],
    ['a day apart, as of two zones', 'Creation Date: 2016-08-20\nRegistration Date: 2016-08-21', undefined],
    ['the later first', 'Creation Date: 2019-08-25\nRegistration Date: 2016-08-20', '2019-08-25'],
  ])('%s', (_, lines, again) => {
    const { records } = readSample(`Domain Name: twice.com\n${lines}\nRegistrar: NameSilo, LLC\n`, null);
    expect(records).toMatchObject([{ registeredOn: '2016-08-20' }]);
    expect(records.map((record) => record.registeredAgainOn)).toEqual([again]);
  });
});

test('the number of a registrar in a country’s own register is no IANA number', () => {
  const rdap = (name: string) =>
    JSON.stringify({
      objectClassName: 'domain',
      ldhName: name,
      events: [{ eventAction: 'registration', eventDate: '2018-09-11T13:00:00Z' }],
      entities: [
        { roles: ['registrar'], handle: '146', vcardArray: ['vcard', [['fn', {}, 'text', 'Some Names Ltd']]] },
      ],
    });
  const ianaOf = (name: string) => readSample(rdap(name), null).records[0]?.registrar.iana;
  expect([ianaOf('shili.nz'), ianaOf('shili.top')]).toEqual([null, 146]);
});

describe('a sample fills in what its maker says, and nothing else', () => {
  test.each(samples)('$file', ({ file, pageUrl, answers: wanted }) => {
    const { records } = readSample(sampleText(file), pageUrl ?? null);
    const found = Object.fromEntries(
      records.map((record) => [record.domain, certainOf(answersFromRecord(record, SETTING, rules))]),
    );
    const spoken = Object.entries(wanted).map(([domain, all]) => {
      const sure = Object.entries(all).filter(([name]) => !NOT_SURE[file]?.includes(name));
      return [domain, Object.fromEntries(sure)];
    });
    // Where nothing may be set, no answer is spoken of.
    expect(
      Object.fromEntries(
        Object.entries(found).filter(([domain, all]) => domain in wanted || Object.keys(all).length > 0),
      ),
    ).toEqual(Object.fromEntries(spoken));
  });
});

test('no record of a sample answers for another name', () => {
  const all = samples.flatMap(({ file, pageUrl }) => readSample(sampleText(file), pageUrl ?? null).records);
  const read = all.map((record) => answersFromRecord(record, SETTING, rules));
  expect(all.length).toBeGreaterThan(60);
  for (const domain of ['shili-other.com', 'chaye.cn', 'xn--fiqs8s'])
    expect(mergeAnswers(domain, {}, read)).toEqual({ answers: {}, origins: {}, differences: [], proposals: [] });
  for (const { domain } of all)
    for (const one of [mergeAnswers(domain, {}, read)])
      expect(one.answers).toEqual(
        mergeAnswers(
          domain,
          {},
          read.filter((other) => other.domain === domain),
        ).answers,
      );
});

describe('what a record says for sure', () => {
  test('registrar, registration and expiry', () => {
    expect(certainOf(answers())).toEqual({ registrar: 'godaddy', registeredOn: '2020-01-01', expiresOn: '2028-03-01' });
    expect(likelyOf(answers())).toEqual([]);
  });

  test('a later transfer counts as registration, an earlier one does not', () => {
    expect(certainOf(answers({ transferredOn: '2026-10-20' })).registeredOn).toBe('2026-10-20');
    expect(certainOf(answers({ transferredOn: '2019-10-20' })).registeredOn).toBe('2020-01-01');
  });

  test.each(['autoRenewPeriod', 'redemptionPeriod', 'pendingDelete', 'pendingRestore'])(
    'while a name is in %s its expiry may have been moved on: nothing is filled in',
    (status) => {
      expect(certainOf(answers({ statuses: [status] }))).not.toHaveProperty('expiresOn');
      // A day that is past was not moved.
      expect(certainOf(answers({ statuses: [status], expiresOn: '2026-11-25' })).expiresOn).toBe('2026-11-25');
    },
  );

  test('a registrar that the facts lack is known by its IANA id; two that contradict each other are not', () => {
    const unlisted = { name: 'Some Registrar', iana: 99_123, id: null };
    expect(certainOf(answers({ registrar: unlisted })).registrar).toBe('iana-99123');
    expect(certainOf(answers({ registrar: unlisted, notes: ['registrar-contradicts'] }))).not.toHaveProperty(
      'registrar',
    );
  });

  test.each<[string, unknown]>([
    ['Some Registrar', { name: 'registrar', value: 'name:Some Registrar', because: 'registrar-unlisted' }],
    // May be one of ours.
    ['Alibaba', undefined],
    ['2020', undefined],
  ])('a registrar that is called %s, without an id, is not filled in', (name, proposed) => {
    const read = answers({ registrar: { name, iana: null, id: null } });
    expect(certainOf(read)).not.toHaveProperty('registrar');
    if (proposed === undefined) expect(read.likely).toEqual([]);
    else expect(read.likely).toMatchObject([proposed]);
  });

  test('days that can be read two ways set nothing', () => {
    expect(certainOf(answers({ notes: ['dates-ambiguous'] }))).toEqual({});
  });

  test.each([
    ['registered after it expired', { registeredOn: '2026-01-02', expiresOn: '2003-01-01' }],
    ['registered on the day that it expires', { registeredOn: '2020-01-02', expiresOn: '2020-01-02' }],
    ['registered in days to come', { registeredOn: '2099-01-01', expiresOn: '2100-01-01' }],
  ] as const)('days that no name has set nothing, and the registrar beside them is asked for: %s', (_, days) => {
    const given = answers(days);
    expect(certainOf(given)).toEqual({});
    expect(likelyOf(given).map(([name]) => name)).toContain('registrar');
    expect(likelyOf(given).map(([name]) => name)).not.toContain('realNameSettled');
  });

  test('real-name state, and that there is no filing', () => {
    expect(certainOf(answers({ realName: 'done' })).realName).toBe('done');
    expect(certainOf(answers({ filingState: 'none', kind: 'export' })).record).toBe('none');
    // Other sites have copies of what the ministry knew.
    expect(certainOf(answers({ filingState: 'none', kind: 'lookup' }))).not.toHaveProperty('record');
    expect(likelyOf(answers({ filingState: 'none', kind: 'lookup' }))).toContainEqual([
      'record',
      'none',
      'no-filing-shown',
      null,
    ]);
    expect(certainOf(answers({ filingState: 'exists' }))).not.toHaveProperty('record');
    const from = { by: 'record', kind: 'miit', place: 'file', day: TODAY };
    expect(answersWithoutFiling('shili.com', SETTING)).toEqual({
      domain: 'shili.com',
      from,
      certain: [{ name: 'record', value: 'none', from }],
      likely: [],
    });
  });
});

describe('what is only likely', () => {
  const filing = {
    number: '浙ICP备2099000123号',
    service: null,
    unit: '示例（杭州）有限公司',
    nature: '企业',
    filedOn: null,
  };

  test('a registry’s hold: the real name is missing; a registrar’s hold says less, a state that is known more', () => {
    expect(likelyOf(answers({ statuses: ['serverHold'] }))).toEqual([['realName', 'not-done', 'server-hold', null]]);
    expect(likelyOf(answers({ statuses: ['clientHold'] }))).toEqual([]);
    expect(likelyOf(answers({ statuses: ['serverHold'], realName: 'done' }))).toEqual([]);
  });

  describe('a name that was never verified is put on hold', () => {
    const there = {
      registrar: { name: '阿里云计算有限公司（万网）', iana: null, id: 'alibaba-cloud' },
      registeredOn: '2024-05-06',
    };
    const said = (change: Partial<DomainRecord>) => likelyOf(answers({ ...there, ...change }));

    test('one that is there after weeks, at a licensed registrar, most likely is', () => {
      expect(said({})).toEqual([['realNameSettled', true, 'never-on-hold', '2024-05-06']]);
    });

    test.each<[string, Partial<DomainRecord>]>([
      ['a registrar without a licence', { registrar: RECORD.registrar }],
      ['a registrar that nobody knows', { registrar: { name: 'X', iana: null, id: null } }],
      ['a suffix that is not approved', { domain: 'shili-x.io' }],
      ['a suffix that nobody knows', { domain: 'shili-x.example' }],
      ['a hold', { statuses: ['clientHold'] }],
      ['a transfer', { statuses: ['ok', 'pendingTransfer'] }],
      ['a name that lapsed', { statuses: ['redemptionPeriod'] }],
      ['no status', { statuses: [] }],
      ['no place for statuses', { statuses: null }],
      ['an account’s own list', { kind: 'export' }],
      ['a name of these days', { registeredOn: '2026-11-11' }],
      ['one that moved in these days', { transferredOn: '2026-11-11' }],
      ['one that is older than the ministry’s record', { registeredOn: '2017-12-31' }],
      ['a state that a console shows', { realName: 'not-done' }],
      ['days that can be read two ways', { notes: ['dates-ambiguous'] }],
    ])('%s says nothing of that', (_, change) => {
      expect(said(change).map(([, , because]) => because)).not.toContain('never-on-hold');
    });
  });

  test('a registrar that is about to change, or may be another', () => {
    expect(likelyOf(answers({ statuses: ['pendingTransfer'] }))).toEqual([
      ['registrar', 'godaddy', 'registrar-changes', null],
    ]);
    expect(likelyOf(answers({ notes: ['registrar-may-differ'] }))).toEqual([
      ['registrar', 'godaddy', 'registrar-may-differ', null],
    ]);
    expect(certainOf(answers({ statuses: ['pendingTransfer'] }))).not.toHaveProperty('registrar');
  });

  test('a holder is shown; the person’s name makes it the same, whatever the brackets', () => {
    const holder = '示例(杭州) 有限公司';
    expect(likelyOf(answers({ holder }))[0]).toEqual(['holder', 'same', 'holder-shown', holder]);
    expect(likelyOf(answers({ holder }, { name: '示例（杭州）有限公司' }))[0]).toEqual([
      'holder',
      'same',
      'holder-is-the-name',
      holder,
    ]);
    // A shareholder may hold it, or another name of the same body be meant.
    expect(likelyOf(answers({ holder }, { name: '别的公司' }))).toEqual([]);
  });

  test.each([
    ['杭州示例科技有限公司', 'organisation', 'zj'],
    ['示例科技（深圳）有限公司', 'organisation', 'gd'],
    ['内蒙古示例集团', 'organisation', 'nm'],
    ['齐齐哈尔示例厂', 'organisation', 'hl'],
    ['上海示例律师事务所', undefined, 'sh'],
    ['昆明市示例茶社', undefined, 'yn'],
  ])('the name of a body tells what it is, that it is of the mainland, and where: %s', (holder, subject, province) => {
    expect(likelyOf(answers({ holder })).slice(1)).toEqual([
      ...(subject === undefined ? [] : [['subject', subject, 'holder-kind', holder]]),
      ['registeredIn', 'mainland', 'holder-named', holder],
      ['province', province, 'holder-place', holder],
    ]);
    // What a record calls a person is none, whatever the name.
    expect(likelyOf(answers({ holder, holderKind: 'individual' })).map(([name]) => name)).toEqual([
      'holder',
      'subject',
    ]);
  });

  test.each([
    ['a person', '杭小示'],
    ['a brand without a place', '示例科技有限公司'],
    ['a body from outside', '香港示例有限公司'],
    ['an office of one', '示例（香港）有限公司上海代表处'],
    ['places of two provinces', '北京示例（深圳）有限公司'],
    ['a name in other letters', 'Hangzhou Shili Co., Ltd.'],
    ['a place behind the name', '示例杭州有限公司'],
  ])('nothing of that is told by %s', (_, holder) => {
    expect(likelyOf(answers({ holder })).map(([name]) => name)).toEqual(['holder']);
  });

  test('a filing is shown; by the person’s name it is theirs or another’s', () => {
    expect(likelyOf(answers({ filing }))).toEqual([
      ['record', 'own', 'filing-shown', '示例（杭州）有限公司'],
      ['subject', 'organisation', 'filing-nature', '企业'],
      ['registeredIn', 'mainland', 'holder-named', '示例（杭州）有限公司'],
      ['province', 'zj', 'filing-province', '浙ICP备2099000123号'],
    ]);
    expect(likelyOf(answers({ filing }, { name: '示例(杭州)有限公司' }))[0]).toEqual([
      'record',
      'own',
      'filing-of-the-name',
      '示例（杭州）有限公司',
    ]);
    expect(likelyOf(answers({ filing }, { name: '别的公司' }))).toEqual([
      ['record', 'other', 'filing-of-another', '示例（杭州）有限公司'],
    ]);
    expect(likelyOf(answers({ filingState: 'open' }))).toEqual([['application', 'open', 'filing-under-way', null]]);
  });

  test('a filing is the holder’s where both are the same body, however it is written', () => {
    const holder = '示例(杭州)有限公司';
    expect(isFiledByHolder({ filing, holder })).toBe(true);
    for (const other of [
      { filing, holder: null },
      { filing, holder: '别的公司' },
      { filing: { ...filing, unit: null }, holder },
      { filing: { ...filing, number: '' }, holder },
      { filing: null, holder },
    ])
      expect(isFiledByHolder(other)).toBe(false);
  });
});

describe('whose word counts', () => {
  const person: Answers = { registrar: 'namecheap', expiresOn: '2028-03-02', subject: 'individual' };

  test('the person’s, and where a record says otherwise both are there; a day more or less is no difference', () => {
    const merged = mergeAnswers('shili.com', person, [answers()]);
    expect(merged.answers).toEqual({ ...person, registeredOn: '2020-01-01' });
    expect(merged.origins).toEqual({
      registrar: { by: 'person' },
      expiresOn: { by: 'person' },
      subject: { by: 'person' },
      registeredOn: { by: 'record', kind: 'rdap', place: 'file', day: TODAY },
    });
    expect(merged.differences).toMatchObject([
      { name: 'registrar', person: 'namecheap', record: { value: 'godaddy' } },
    ]);
    const far = mergeAnswers('shili.com', { expiresOn: '2028-03-04' }, [answers()]);
    expect(far.differences).toMatchObject([{ name: 'expiresOn', person: '2028-03-04' }]);
  });

  test('the newest record’s; of one day the one that knows it best', () => {
    const old = answers({ asOf: '2026-10-01', expiresOn: '2027-03-01' });
    expect(mergeAnswers('shili.com', {}, [answers(), old]).answers.expiresOn).toBe('2028-03-01');
    expect(mergeAnswers('shili.com', {}, [old, answers()]).answers.expiresOn).toBe('2028-03-01');
    const list = answers({ kind: 'export', expiresOn: '2027-03-01' });
    for (const both of [
      [list, answers()],
      [answers(), list],
    ])
      expect(mergeAnswers('shili.com', {}, both).origins.expiresOn).toMatchObject({ kind: 'rdap' });
  });

  test('what is answered is not proposed', () => {
    const held = answers({ statuses: ['serverHold'] });
    expect(mergeAnswers('shili.com', {}, [held]).proposals).toHaveLength(1);
    expect(mergeAnswers('shili.com', { realName: 'done' }, [held]).proposals).toEqual([]);
    const shown = mergeAnswers('shili.com', {}, [held, answers({ kind: 'console', realName: 'done' })]).proposals;
    expect(shown.map(({ name }) => name)).not.toContain('realName');
  });

  test.each<[string, Partial<DomainRecord>, boolean]>([
    ['verified, and registered for years', { realName: 'done' }, true],
    ['registered days ago', { realName: 'done', registeredOn: '2026-11-10' }, false],
    ['moved days ago', { realName: 'done', transferredOn: '2026-11-10' }, false],
    ['not verified', { realName: 'not-done' }, false],
    ['nothing told', {}, false],
    ['on hold', { realName: 'done', statuses: ['clientHold'] }, false],
    ['verified on a day that is told', { realName: 'done', realNameOn: '2026-11-24' }, false],
    ['days that can be read two ways', { realName: 'done', notes: ['dates-ambiguous'] }, false],
  ])('that MIIT has the real name for long is proposed where it is likely: %s', (_, change, isProposed) => {
    const names = answers({ kind: 'console', ...change }).likely.map(({ name }) => name);
    expect(names.includes('realNameSettled')).toBe(isProposed);
  });

  test.each<[string, Partial<DomainRecord>, string | undefined]>([
    ['a body', { holder: 'Shili Ltd', holderKind: 'organisation' }, 'organisation'],
    ['a person', { holder: 'Li Shi', holderKind: 'individual' }, 'individual'],
    ['nothing told', { holder: 'Shili Ltd' }, undefined],
  ])('the holder’s kind is proposed for who files, and never filled in: %s', (_, change, subject) => {
    const read = answers({ kind: 'console', ...change });
    expect(read.likely.find(({ name }) => name === 'subject')?.value).toBe(subject);
    expect(certainOf(read)).not.toHaveProperty('subject');
  });

  test('a verdict needs fewer answers with a record, and never another name’s', () => {
    const open = (domain: string, read: readonly RecordAnswers[]) => {
      const asked = engine.assess(domain, mergeAnswers(domain, {}, read).answers, TODAY);
      return asked.kind === 'verdict'
        ? asked.verdict.findings.filter(({ outcome }) => outcome === 'needs-answer').length
        : -1;
    };
    expect(open('shili.com', [answers()])).toBe(open('shili.com', []) - 3);
    expect(open('shili.net', [answers()])).toBe(open('shili.net', []));
  });
});

test('a record of more than 30 days asks to be read again; the record’s own word on its day counts', () => {
  const from = (asOf: string | null) => answers({ asOf }).certain[0]?.from ?? { by: 'person' as const };
  expect(isStale(from('2026-10-27'), TODAY)).toBe(false);
  expect(isStale(from('2026-10-26'), TODAY)).toBe(true);
  expect(from('2027-01-01')).toMatchObject({ day: TODAY });
  expect(isStale({ by: 'person' }, TODAY)).toBe(false);
});

describe('statuses and days become advice', () => {
  const codes = (change: Partial<DomainRecord>, today = TODAY) =>
    adviceOn({ ...RECORD, ...change }, today).map(({ code, until }: Advice) =>
      until === null ? code : `${code} ${until}`,
    );

  test.each<[string, Partial<DomainRecord>, readonly string[]]>([
    ['nothing', {}, []],
    ['on hold', { statuses: ['serverHold'] }, ['on-hold-by-registry']],
    ['on hold by both', { statuses: ['clientHold', 'serverHold'] }, ['on-hold-by-registry', 'on-hold-by-registrar']],
    ['redemption', { statuses: ['redemptionPeriod', 'autoRenewPeriod'] }, ['in-redemption']],
    ['deletion', { statuses: ['pendingDelete'] }, ['pending-deletion']],
    ['transfer', { statuses: ['pendingTransfer'] }, ['pending-transfer']],
    ['verification', { statuses: ['pendingVerification'] }, ['pending-verification']],
    ['automatic renewal', { statuses: ['autoRenewPeriod'] }, ['auto-renewed']],
    ['an anniversary some days ago', { registeredOn: '2020-10-20', expiresOn: '2027-10-20' }, ['perhaps-auto-renewed']],
    ['an anniversary long ago', { registeredOn: '2020-10-01', expiresOn: '2027-10-01' }, []],
    ['renewed for years', { registeredOn: '2020-10-20', expiresOn: '2028-10-20' }, []],
    ['the registrar’s lock', { statuses: ['clientTransferProhibited'] }, ['locked-by-registrar']],
    ['the registry’s lock', { statuses: ['serverTransferProhibited'] }, ['locked-by-registry']],
    [
      'a lock of the first days',
      { statuses: ['serverTransferProhibited'], registeredOn: '2026-11-20' },
      ['just-registered 2027-01-19'],
    ],
    ['registered 60 days ago', { registeredOn: '2026-09-27', expiresOn: '2028-09-27' }, []],
    ['registered 59 days ago', { registeredOn: '2026-09-28' }, ['just-registered 2026-11-27']],
    ['moved lately', { transferredOn: '2026-11-01' }, ['just-registered 2026-12-31']],
    ['expired', { expiresOn: '2026-11-25' }, ['expired']],
  ])('%s', (_, change, wanted) => {
    expect(codes(change)).toEqual(wanted);
  });
});
