/** Files that others publish, as they are saved, held against the facts. */
import { describe, expect, test } from 'vitest';
import { changedFacts } from '../../../../scripts/freshness/changed-facts.ts';
import { suffixesIn } from '../../../../scripts/freshness/fresh.ts';
import {
  companiesIn,
  licenceChanges,
  rdapChanges,
  registrarChanges,
  registrarsIn,
} from '../../../../scripts/freshness/saved-files.ts';
import { rules } from '../../../support/shipped-ruleset.ts';

const [server] = rules.lookUps.rdap;
const [suffix = '', other = ''] = server?.suffixes ?? [];
const all = rules.lookUps.rdap.flatMap(({ url, suffixes }) =>
  suffixes.map((one) => [[one], [url.replace('{suffix}', one)]] as const),
);
const bootstrap = (services: readonly unknown[]) => JSON.stringify({ version: '1.0', services });

describe('RDAP’s bootstrap file', () => {
  test('that names what we have changes nothing', () => {
    expect(rdapChanges(rules, bootstrap(all))).toEqual([]);
  });

  test('tells a server that moved, one that is gone, and one that is new', () => {
    const rest = all.filter(([[one]]) => one !== suffix && one !== other);
    const moved = rdapChanges(
      rules,
      bootstrap([...rest, [[suffix], ['https://rdap.example/']], [['cn'], ['https://cn.example/']]]),
    );
    expect(moved).toContainEqual(expect.stringMatching(new RegExp(`^\\.${suffix}: .* is now https://rdap.example/$`)));
    expect(moved).toContainEqual(expect.stringMatching(new RegExp(`^\\.${other}: .* is no longer named$`)));
    expect(moved).toContain('.cn: https://cn.example/ is new');
    expect(moved).toHaveLength(3);
  });

  test.each(['', '{}', '[1]', '{"services": [[1]]}', '<html>'])('%j is none', (text) => {
    expect(rdapChanges(rules, text)).toBeNull();
  });
});

describe('IANA’s list of registrars', () => {
  const known = rules.registrars.flatMap(({ iana, names }) => iana.map((id) => ({ id, name: names[0] ?? '' })));
  const [first] = rules.registrars.filter(({ iana }) => iana.length > 0);

  test('is read as CSV and as XML', () => {
    const expected = [{ id: 7, name: 'One, Inc.', status: 'Accredited' }];
    expect(
      registrarsIn('ID,Registrar Name,Status,RDAP Base URL\r\n7,"One, Inc.",Accredited,https://x.example/\r\n'),
    ).toEqual(expected);
    const xml =
      '<?xml version="1.0"?><registry><record><value>7</value><name>One, Inc.</name><status>Accredited</status></record></registry>';
    expect(registrarsIn(xml)).toEqual(expected);
    expect(registrarsIn('nothing')).toEqual([]);
  });

  test('tells who is gone, terminated, or called otherwise', () => {
    const number = first?.iana[0] ?? 0;
    const list = (change: object) =>
      known.map((one) => ({ ...one, status: 'Accredited', ...(one.id === number ? change : {}) }));
    const of = (change: object) =>
      registrarChanges(rules, list(change)).filter((line) => line.startsWith(`${first?.id}: ${number} `));
    expect(of({ status: 'Terminated' })).toEqual([`${first?.id}: ${number} is Terminated`]);
    expect(of({ name: 'Renamed' })).toEqual([`${first?.id}: ${number} is called "Renamed"`]);
    expect(of({ id: -1 })).toEqual([`${first?.id}: ${number} is not on the list`]);
  });
});

describe('a cloud’s list of licensed registrars', () => {
  const approved = rules.registrars.filter(({ status, names }) => status === 'approved' && names.length > 0);
  const nameOf = ({ names }: (typeof approved)[number]) => names.find((name) => /公司$/.test(name)) ?? names[0] ?? '';

  test('is read from an interface’s answer, a page, and lines', () => {
    const names = ['阿里云计算有限公司', 'GoDaddy.com, LLC'];
    const answer = { RequestId: 'a-b-1', Data: { Registrars: names.map((Name) => ({ Name, Id: '7' })) } };
    expect(companiesIn(JSON.stringify(answer))).toEqual(names);
    expect(
      companiesIn(`<table>${names.map((name) => `<tr><td>${name}</td><td>是</td></tr>`).join('')}</table>`),
    ).toEqual(names);
    expect(companiesIn(`${names.join('\n')}\n`)).toEqual(names);
    expect(companiesIn('{"Code": "Forbidden"}')).toEqual([]);
  });

  test('tells who is unknown, who is judged otherwise, and who is missing; nothing where all is as ours', () => {
    const whole = approved.map(nameOf);
    expect(approved.length).toBeGreaterThan(5);
    expect(licenceChanges(rules, whole)).toEqual([]);
    const [gone] = approved;
    const changes = licenceChanges(rules, [...whole.slice(1), 'GoDaddy.com, LLC', '新出现的某某有限公司']);
    expect(changes).toEqual([
      '"新出现的某某有限公司" is unknown to us',
      'godaddy: is on the list, ours says not-approved',
      `${gone?.id}: ours says approved, is not on the list`,
    ]);
  });
});

test('a cloud’s answer in JSON is a list of suffixes, too', () => {
  expect(suffixesIn('{"Response": {"TldList": [".com", ".cn"], "RequestId": "a-b"}}')).toEqual(['cn', 'com']);
});

test.each([
  [
    '{"RequestId":"0A1","Data":{"Tld":["com","网址"],"Suffix":[{"Name":".top","Id":"F3A9"}]}}',
    ['com', 'top', 'xn--ses554g'],
  ],
  ['{"Response":{"RequestId":"3f0a","Tlds":[{"Tld":"com","Status":"ok"}],"Currency":"cny","Team":"ops.io"}}', ['com']],
  ['[{"domainSuffix":"com","support":true},{"domainSuffix":"xyz","support":false}]', ['com']],
  ['{"Response":{"List":["com","cn"],"RequestId":"0A1"},"Lang":"zh"}', ['cn', 'com']],
  ['["com",".shop"]', ['com', 'shop']],
  ['{"suffixes":".com,.cn 中国"}', ['cn', 'com', 'xn--fiqs8s']],
  ['{"RequestId":"0A1","Message":"success"}', []],
])('of a cloud’s answer, only suffixes are suffixes: %s', (answer, suffixes) => {
  expect(suffixesIn(answer)).toEqual(suffixes);
});

test('what changed between two states of the data is told by kind', () => {
  const before = new Map([
    ['registrars/a.json', '{"id":"a","status":"uncertain"}'],
    ['registrars/b.json', '{"id":"b"}'],
    ['tlds.json', '[{"suffix":"com","status":"approved"}]'],
    ['sources/x.json', '{"id":"x"}'],
  ]);
  const after = new Map([
    ['registrars/a.json', '{ "id": "a", "status": "approved" }'],
    ['registrars/c.json', '{"id":"c"}'],
    ['tlds.json', '[{"suffix":"com","status":"approved"},{"suffix":"net","status":"approved"}]'],
  ]);
  expect(changedFacts(before, after)).toEqual([
    '- registrars, new: c',
    '- registrars, changed: a',
    '- registrars, gone: b',
    '- tlds, new: net',
  ]);
  expect(changedFacts(after, after)).toEqual([]);
});
