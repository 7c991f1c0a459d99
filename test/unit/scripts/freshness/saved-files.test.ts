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

  test('is told to be older than the one that ours are from', () => {
    const of = (publication: string) => rdapChanges(rules, JSON.stringify({ publication, services: all }));
    expect(of('2024-03-04T20:00:01Z')).toEqual([expect.stringMatching(/^The file is of 2024-03-04: ours /)]);
    expect(of('2031-03-04T20:00:01Z')).toEqual([]);
  });

  test.each([
    '',
    '{}',
    '[1]',
    '{"services": [[1]]}',
    '{"services": []}',
    '<html>',
    // IANA's files of the same form for addresses, numbers of networks, and tags.
    '{"services": [[["41.0.0.0/8"], ["https://rdap.example/"]]]}',
    '{"services": [[["2001:200::/23"], ["https://rdap.example/"]]]}',
    '{"services": [[["1877-1901", "2043"], ["https://rdap.example/"]]]}',
    '{"services": [[["a@rir.example"], ["TAG"], ["https://rdap.example/"]]]}',
  ])('%j is none', (text) => {
    expect(rdapChanges(rules, text)).toBeNull();
  });
});

describe('IANA’s list of registrars', () => {
  const known = rules.registrars.flatMap(({ iana, names }) => iana.map((id) => ({ id, name: names[0] ?? '' })));
  const [first] = rules.registrars.filter(({ iana }) => iana.length > 0);

  test.each([
    ['CSV', 'ID,Registrar Name,Status,RDAP Base URL\r\n7,"One & Two, Inc.",Accredited,https://x.example/\r\n'],
    ['CSV with other columns', '"Status","ID","Registrar Name"\nAccredited,7,"One & Two, Inc."\n'],
    [
      'XML',
      '<?xml version="1.0"?><registry><record><value>7</value><status>Accredited</status><name>One &amp; Two, Inc.</name></record></registry>',
    ],
    [
      'a saved page',
      '<html><table><tr><th>ID</th><th>Registrar Name</th><th>Status</th></tr><tr><td>7</td><td>One &amp; Two, Inc.</td><td>Accredited</td></tr></table>',
    ],
  ])('is read as %s', (_, text) => {
    expect(registrarsIn(text)).toEqual([{ id: 7, name: 'One & Two, Inc.', status: 'Accredited' }]);
  });

  test.each([
    'nothing',
    'Value,Description,Reference\n1,A host address,[RFC1035]\n',
    '<?xml version="1.0"?><registry><record><value>1</value><name>IN</name></record></registry>',
    '<table><tr><td>7</td><td>One, Inc.</td><td>Accredited</td></tr></table>',
  ])('%j is none', (text) => {
    expect(registrarsIn(text)).toEqual([]);
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

  test('tells who is accredited by a number above all of ours', () => {
    const highest = Math.max(...known.map(({ id }) => id));
    const added = [
      { id: highest + 1, name: 'New, Inc.', status: 'Accredited' },
      { id: highest + 2, name: 'Gone, Inc.', status: 'Terminated' },
    ];
    const listed = [...known.map((one) => ({ ...one, status: 'Accredited' })), ...added];
    expect(registrarChanges(rules, listed).filter((line) => line.endsWith('is new'))).toEqual([
      `${highest + 1} "New, Inc." is new`,
    ]);
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
    expect(companiesIn(`1. ${names[0]}\n2) ${names[1]}\n`)).toEqual(names);
    expect(companiesIn(`${names[0]},浙D3-20210002\n"${names[1]}",none\n`)).toEqual(names);
    expect(companiesIn('{"Code": "Forbidden"}')).toEqual([]);
  });

  test('knows a company by its name with a brand behind it', () => {
    const whole = approved.map(nameOf);
    const [first = '', ...others] = whole;
    const listed = companiesIn([`${first}（某品牌）`, ...others].join('\n'));
    expect(listed).toContain(`${first}（某品牌）`);
    expect(licenceChanges(rules, listed)).toEqual([]);
    const ianas = 'Alibaba Cloud Computing Ltd. d/b/a HiChina (www.net.cn)';
    expect(companiesIn(ianas)).toEqual([ianas]);
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
  ['{"RequestId":"D1C9DE44","SuffixList":{"Suffix":["com,net,cn"]}}', ['cn', 'com', 'net']],
  [
    '<?xml version="1.0"?><R><RequestId>0A1</RequestId><SuffixList><Suffix>com</Suffix><Suffix>.top</Suffix></SuffixList></R>',
    ['com', 'top'],
  ],
  [
    '<?xml version="1.0"?><R><Tlds><Tld><Name>com</Name><Support>true</Support></Tld><Tld><Name>xyz</Name><Support>false</Support></Tld></Tlds></R>',
    ['com'],
  ],
  ['{"RequestId":"0A1","Message":"success"}', []],
])('of a cloud’s answer, only suffixes are suffixes: %s', (answer, suffixes) => {
  expect(suffixesIn(answer)).toEqual(suffixes);
});

describe('what changed between two states of the data', () => {
  const files = (contents: Readonly<Record<string, unknown>>) =>
    new Map(Object.entries(contents).map(([path, value]) => [path, JSON.stringify(value)]));

  test('is told by kind, with what a short value was and is', () => {
    const before = files({
      'registrars/a.json': { id: 'a', status: 'uncertain', names: ['A'] },
      'registrars/b.json': { id: 'b' },
      'tlds.json': [{ suffix: 'com', status: 'approved' }],
      'sources/x.json': { id: 'x' },
    });
    const after = files({
      'registrars/a.json': { id: 'a', status: 'approved', names: ['A', 'B'] },
      'registrars/c.json': { id: 'c' },
      'tlds.json': [
        { suffix: 'com', status: 'approved' },
        { suffix: 'net', status: 'approved' },
      ],
    });
    expect(changedFacts(before, after)).toEqual([
      '- registrars, new: c',
      '- registrars, changed (status uncertain → approved, names): a',
      '- registrars, gone: b',
      '- tlds, new: net',
    ]);
    expect(changedFacts(after, after)).toEqual([]);
  });

  test('is told together where it changed in the same way, and a platform by its suffix', () => {
    const tlds = (status: string) => ['a', 'b'].map((suffix) => ({ suffix, status }));
    const platform = (suffixes: readonly string[], at: string) => [{ owner: 'O', suffixes, cites: [at] }];
    expect(
      changedFacts(
        files({ 'tlds.json': tlds('uncertain'), 'platforms.json': platform(['x.example', 'y.example'], '1') }),
        files({ 'tlds.json': tlds('approved'), 'platforms.json': platform(['x.example', 'z.example'], '1') }),
      ),
    ).toEqual([
      '- platforms, new: z.example (O)',
      '- platforms, gone: y.example (O)',
      '- tlds, changed (status uncertain → approved): a, b',
    ]);
  });
});
