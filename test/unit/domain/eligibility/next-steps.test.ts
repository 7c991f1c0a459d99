/**
 * The whole list of steps for a case: what, when, explained by what, and where to look things up.
 */
import { describe, expect, test } from 'vitest';
import type { Answers } from '../../../../src/domain/answers/answers.ts';
import { firstStepFor } from '../../../../src/domain/eligibility/next-steps.ts';
import type { Step } from '../../../../src/domain/eligibility/verdict.ts';
import {
  domain,
  factsWith,
  judged,
  platformOf,
  province,
  registrar,
  suffixFact,
  TODAY,
  WWW,
} from '../../../support/made-up-ruleset.ts';

const DOMAINS = 'https://domain.miit.gov.cn/';
const FILINGS = 'https://beian.miit.gov.cn/#/Integrated/recordQuery';
const POLICE = 'https://beian.mps.gov.cn/';

const overseas = registrar({ id: 'overseas', status: 'not-approved', basis: 'overseas-rule' });
const unsure = registrar({ id: 'unsure' });
const licensed = registrar({ id: 'licensed', status: 'approved' });
const suffixes = [
  suffixFact({ suffix: 'com', status: 'approved', listedBy: ['authority-2025'] }),
  suffixFact({ suffix: 'no', status: 'not-approved', deniedBy: ['authority-2025'] }),
  suffixFact({ suffix: 'gov.cn', status: 'approved', restriction: 'government', listedBy: ['authority-2025'] }),
];
const facts = factsWith({
  suffixes,
  registrars: [overseas, unsure, licensed],
  provinces: [province([{ kind: 'own-suffix-list', cites: [] }]), { ...province([]), id: 'calm' }],
});

/** Everything is settled. */
const SETTLED: Answers = {
  hosting: 'mainland',
  registrar: 'licensed',
  registeredOn: '2020-01-01',
  expiresOn: '2030-01-01',
  realName: 'done',
  realNameOn: '2020-01-01',
  subject: 'organisation',
  registeredIn: 'mainland',
  holder: 'same',
  province: 'calm',
  record: 'none',
  liveNow: 'no',
  application: 'none',
  sameProvider: true,
};

/** Of a case; lists show the first of them, which is worked out alone. */
function steps(changes: Answers, on = WWW): readonly Step[] {
  const answers = { ...SETTLED, ...changes };
  const { findings, coverage, steps: all } = judged(answers, facts, on);
  const first = firstStepFor({ domain: on, answers, today: TODAY, facts }, findings, coverage);
  expect(all[0]).toMatchObject({ code: first.code, params: first.params });
  return all;
}
/** A step in one line: what it is, from when, until when, its entry, its address. */
const line = ({ code, notBefore, notAfter, faq, url }: Step) =>
  [code, notBefore ?? '', notAfter ?? '', faq ?? '', url ?? ''].join(' | ').replace(/[ |]+$/, '');
const lines = (changes: Answers, on?: typeof WWW) => steps(changes, on).map(line);

const FILE = ['close-dns |  |  | dns-during-filing', 'file-name |  |  | how-long'];
const AFTER = ['show-number |  |  | displaying-the-number', `police-filing |  |  | public-security-filing | ${POLICE}`];
const KEEP = 'keep-filing |  |  | empty-shell';
const renew = (notAfter: string) => `renew |  | ${notAfter} | remaining-validity`;

test('where nothing is in the way the name is filed, shown and told to the police', () => {
  expect(lines({})).toEqual([...FILE, ...AFTER]);
});

test('a name that is filed already is not filed again', () => {
  expect(lines({ record: 'own' })).toEqual([KEEP, ...AFTER]);
});

describe('a filing of one’s own is inspected: what would lose it is mended', () => {
  test.each<[string, Answers, string[]]>([
    ['an expired name is renewed', { expiresOn: '2026-11-23' }, ['renew |  |  | expired-filed-name', KEEP]],
    ['a name without a real name gets one', { realName: 'not-done' }, ['verify-identity |  |  | domain-hold', KEEP]],
    ['a name of another holder changes hands', { holder: 'other' }, ['change-holder |  |  | not-my-own-name', KEEP]],
    [
      'one at an overseas registrar moves back where the inspection asks for it, once it can',
      { registrar: 'overseas', registeredOn: '2026-11-01' },
      [KEEP, 'or-transfer-back | 2026-12-31 |  | transfer-out'],
    ],
    ['one that was filed there before 2018 stays', { registrar: 'overseas', filedWhen: 'before-2018' }, [KEEP]],
  ])('%s', (_, changes, before) => {
    expect(lines({ record: 'own', ...changes })).toEqual([...before, ...AFTER]);
    const [first] = lines({ record: 'own', hosting: 'elsewhere', ...changes });
    expect(first).toBe(before[0] === KEEP ? 'serve-from-mainland |  |  | empty-shell' : before[0]);
  });

  test('a website moves from one organisation to another, never to a person', () => {
    const codes = (subject: 'organisation' | 'individual') =>
      judged({ ...SETTLED, record: 'other', subject }).steps.map(({ code }) => code);
    expect(codes('organisation')).toContain('or-move-filing');
    expect(codes('individual')).toContain('have-record-cancelled');
    expect(codes('individual')).not.toContain('or-move-filing');
  });

  test.each([
    ['refused', ['access-refused'], false],
    ['accepted', [], true],
  ] as const)('an access filing of a suffix that is not approved, %s by the province', (outcome, risks, isFiled) => {
    const ruled = factsWith({
      suffixes,
      registrars: [licensed],
      provinces: [province([{ kind: 'suffix-at-access', suffixes: ['no'], outcome, cites: [] }])],
    });
    const answers: Answers = { ...SETTLED, record: 'own', applyingFor: 'access-filing', province: 'made' };
    const found = judged(answers, ruled, domain('example.no', 'example.no'));
    expect(found.risks.map(({ code }) => code).filter((code) => code === 'access-refused')).toEqual(risks);
    expect(found.steps.some(({ code }) => code === 'add-access-filing')).toBe(isFiled);
    const other = judged(answers, ruled, domain('example.maybe', 'example.maybe'));
    expect(other.risks.map(({ code }) => code)).not.toContain('access-refused');
  });
});

describe('cases that end early', () => {
  test('a platform’s name: take one of your own, whatever else is told', () => {
    const on = domain('me.shop.made', 'shop.made', platformOf('Shop', 'shop.made'));
    for (const changes of [{}, { hosting: 'elsewhere' }] as const)
      expect(lines(changes, on)).toEqual(['use-own-name |  |  | platform-names']);
  });

  test('served elsewhere: nothing to file, whatever the suffix', () => {
    for (const on of [WWW, domain('www.example.no', 'example.no')])
      expect(lines({ hosting: 'elsewhere' }, on)).toEqual(['nothing-to-file |  |  | cdn-and-hong-kong']);
  });

  test('a suffix that is refused: another suffix, or another place', () => {
    expect(lines({}, domain('www.example.no', 'example.no'))).toEqual([
      `other-suffix |  |  | suffix-not-supported | ${DOMAINS}`,
      'or-host-outside |  |  | cdn-and-hong-kong',
    ]);
  });
});

describe('what comes before filing', () => {
  test.each<[string, Answers, string[], string?]>([
    [
      'a registrar in doubt',
      { registrar: 'unsure' },
      [`look-registrar-up |  |  | registrar-not-approved | ${DOMAINS}`],
    ],
    ['a name that has expired', { expiresOn: '2026-11-23' }, [renew('')]],
    ['little time left', { expiresOn: '2026-12-24' }, [renew('2026-12-24')]],
    ['a holder who is another', { holder: 'other' }, ['change-holder |  |  | not-my-own-name']],
    ['no real-name verification', { realName: 'not-done' }, ['verify-identity |  |  | after-real-name']],
    ['one of before 2018', { realNameOn: '2017-12-31' }, ['verify-identity-again |  |  | after-real-name']],
    [
      'somebody else’s filing',
      { record: 'other' },
      [
        `have-record-cancelled |  |  | name-with-old-filing | ${FILINGS}`,
        'or-move-filing |  |  | moving-between-companies',
      ],
    ],
    ['an open application', { application: 'open' }, ['close-application |  |  | open-order']],
    ['several names for one site', { namesOnSite: 2 }, ['file-each-name |  |  | several-domains-one-site']],
  ])('%s', (_, changes, before) => {
    expect(lines(changes)).toEqual([...before, ...FILE, ...AFTER]);
  });

  test('a suffix in doubt is looked up', () => {
    expect(lines({}, domain('www.example.maybe', 'example.maybe'))[0]).toBe(
      `look-suffix-up |  |  | suffix-not-supported | ${DOMAINS}`,
    );
  });

  test('a certificate that the province wants is fetched', () => {
    const wants = factsWith({
      suffixes,
      registrars: [licensed],
      provinces: [province([{ kind: 'domain-certificate', from: 1, cites: [] }])],
    });
    const asked = { ...SETTLED, province: 'made', certificate: 'missing' } as const;
    expect(judged(asked, wants).steps.map(line)).toEqual([
      'get-certificate |  |  | domain-certificate',
      ...FILE,
      ...AFTER,
    ]);
  });

  test('all of it at once, in the order in which it can be done', () => {
    const all: Answers = {
      hosting: 'mainland',
      registrar: 'overseas',
      registeredOn: '2026-11-01',
      expiresOn: '2027-01-31',
      realName: 'not-done',
      subject: 'organisation',
      registeredIn: 'mainland',
      liveNow: 'no',
      holder: 'other',
      province: 'made',
      namesOnSite: 9,
      record: 'other',
      application: 'open',
      sameProvider: false,
    };
    const on = domain('www.example.maybe', 'example.maybe');
    expect(judged(all, facts, on).steps.map(({ code }) => code)).toEqual([
      'look-suffix-up',
      'renew',
      'transfer-in',
      'change-holder',
      'verify-identity',
      'have-record-cancelled',
      'or-move-filing',
      'close-application',
      'file-each-name',
      'close-dns',
      'file-name',
      'add-access-filing',
      'show-number',
      'police-filing',
    ]);
  });
});

describe('moving a name to another registrar', () => {
  const move = (changes: Answers) => lines({ registrar: 'overseas', ...changes }).filter((one) => !AFTER.includes(one));
  const file = (from: string) => ['close-dns |  |  | dns-during-filing', `file-name | ${from} |  | how-long`];

  test.each<[string, Answers, string[]]>([
    ['long after registration', { registeredOn: '2026-09-25' }, ['transfer-in |  | 2029-11-02 | transfer-in', ...FILE]],
    [
      'before 60 days are over, filing waits as well',
      { registeredOn: '2026-09-26' },
      ['transfer-in | 2026-11-25 | 2029-11-02 | transfer-in', ...file('2026-11-25')],
    ],
    [
      'expired: renewed first, and the last day says nothing',
      { expiresOn: '2026-11-23' },
      [renew(''), 'transfer-in |  |  | transfer-in', ...FILE],
    ],
    [
      'little time left: renewed first, and it has another last day then',
      { expiresOn: '2026-12-24' },
      [renew('2026-12-24'), 'transfer-in |  |  | transfer-in', ...FILE],
    ],
    [
      'on its last day: renewed that day, and moved then',
      { expiresOn: TODAY },
      [renew(TODAY), 'transfer-in |  |  | transfer-in', ...FILE],
    ],
  ])('%s', (_, changes, expected) => {
    expect(move(changes)).toEqual(expected);
  });

  test('without dates there are none to mention', () => {
    const { registeredOn: _, expiresOn: __, ...open } = SETTLED;
    const [move] = judged({ ...open, registrar: 'overseas' }, facts).steps;
    expect(move && line(move)).toBe('transfer-in |  |  | transfer-in');
  });

  test('a name that stays where it is waits for nothing', () => {
    expect(lines({ registeredOn: TODAY })).toEqual([...FILE, ...AFTER]);
  });
});

describe('a name that has its filing', () => {
  const APEX = domain('example.com', 'example.com');

  test('served by another provider than the one that filed it, the apex too wants an access filing there', () => {
    const access = (faq: string) => `add-access-filing |  |  | ${faq}`;
    expect(lines({ record: 'own', sameProvider: false }, APEX)).toEqual([KEEP, access('access-filing'), ...AFTER]);
    expect(lines({ record: 'own', sameProvider: true }, APEX)).toEqual([KEEP, ...AFTER]);
    expect(lines({ record: 'own', applyingFor: 'access-filing' }, APEX)).toEqual([
      KEEP,
      access('access-filing'),
      ...AFTER,
    ]);
    expect(lines({ record: 'none', sameProvider: false }, APEX)).toEqual([...FILE, ...AFTER]);
    expect(lines({ record: 'own', sameProvider: false })).toEqual([
      KEEP,
      access('sub-domain-other-provider'),
      ...AFTER,
    ]);
    expect(steps({ record: 'own', sameProvider: false }, APEX)[1]?.params).toMatchObject({ host: 'example.com' });
    // A body that files for itself does so where it is served.
    const apart = lines({ record: 'own', sameProvider: false }, domain('dept.made.gov.cn', 'made.gov.cn'));
    expect(apart.join()).not.toContain('add-access-filing');
  });

  test('below a suffix that is not approved it keeps it', () => {
    expect(lines({ record: 'own' }, domain('example.no', 'example.no'))).toEqual([KEEP, ...AFTER]);
  });
});

describe('what a site that is open does meanwhile', () => {
  const meanwhile = (changes: Answers) =>
    steps(changes)
      .map(({ code }) => code)
      .filter((code) => /dns|live/.test(code));

  test('a name without a site, or with one in the mainland, is kept from opening; nobody is told to switch off a site abroad', () => {
    expect(meanwhile({ liveNow: 'no' })).toEqual(['close-dns']);
    expect(meanwhile({ liveNow: 'mainland' })).toEqual(['close-dns']);
    expect(meanwhile({ liveNow: 'abroad' })).toEqual(['ask-about-live-site']);
    const { liveNow: _, ...open } = SETTLED;
    expect(judged(open, facts).steps.map(({ code }) => code)).toContain('dns-during-review');
  });

  test('a name that is filed is not told to close anything', () => {
    for (const liveNow of ['no', 'mainland', 'abroad'] as const)
      expect(meanwhile({ record: 'own', liveNow })).toEqual([]);
  });

  test('one that is filed and served from outside is to come back, or to be cancelled by choice', () => {
    expect(lines({ record: 'own', hosting: 'elsewhere' })).toEqual([
      'serve-from-mainland |  |  | empty-shell',
      'or-cancel-filing |  |  | empty-shell',
    ]);
  });
});

describe('who may file', () => {
  test('without a body in the mainland nothing else comes first', () => {
    const [first, second] = lines({ registeredIn: 'abroad', mainlandBody: 'none', registrar: 'overseas' });
    expect([first, second]).toEqual([
      'find-mainland-body |  |  | foreign-company',
      'or-host-outside |  |  | cdn-and-hong-kong',
    ]);
    expect(lines({ registeredIn: 'abroad', mainlandBody: 'representative-office' })[0]).toBe(
      'ask-who-may-file |  |  | foreign-company',
    );
  });
});

describe('waiting for the record', () => {
  test('it and the filing wait for the same day', () => {
    expect(lines({ realNameOn: '2026-11-20' })).toEqual([
      'wait-for-record | 2026-11-27 |  | after-real-name',
      'close-dns |  |  | dns-during-filing',
      'file-name | 2026-11-27 |  | how-long',
      ...AFTER,
    ]);
  });

  test('what is there on this very day is not waited for', () => {
    expect(lines({ realNameOn: '2026-11-17' })).toEqual([...FILE, ...AFTER]);
    expect(lines({ realNameOn: '2026-11-18' })[0]).toBe('wait-for-record | 2026-11-25 |  | after-real-name');
  });

  test('nobody waits for the record of a verification that is not done', () => {
    expect(lines({ realName: 'not-done', realNameOn: '2026-11-20' })).not.toContainEqual(
      expect.stringMatching(/^wait-for-record/),
    );
  });

  test('the later of two days decides', () => {
    const both = { registrar: 'overseas', registeredOn: '2026-11-01' } as const;
    const filing = (changes: Answers) => steps({ ...both, ...changes }).find(({ code }) => code === 'file-name');
    expect(filing({ realNameOn: '2026-11-20' })?.notBefore).toBe('2026-12-31');
    expect(filing({ registeredOn: '2026-09-26', realNameOn: '2026-11-20' })?.notBefore).toBe('2026-11-27');
  });
});

describe('what is still open', () => {
  const open = (changes: Answers) => steps(changes).find(({ code }) => code.startsWith('confirm'));

  test('is counted, and comes before filing', () => {
    expect(open({})).toBeUndefined();
    const { application: _, ...one } = SETTLED;
    const found = judged(one, facts).steps;
    expect(found.map(({ code }) => code).slice(0, 3)).toEqual(['confirm-one', 'close-dns', 'file-name']);
    expect(found[0]).toEqual({
      code: 'confirm-one',
      params: { registrable: 'example.com', count: 1 },
      notBefore: null,
      notAfter: null,
      faq: null,
      url: null,
    });
    const { application: __, record: ___, ...two } = SETTLED;
    expect(judged(two, facts).steps[0]).toMatchObject({ code: 'confirm-some', params: { count: 2 } });
  });
});

describe('who files', () => {
  test('a public body’s sub-domain is filed by itself, also where the name above is', () => {
    const on = domain('www.town.gov.cn', 'town.gov.cn');
    const wait = 'wait-for-record | 2026-11-27 |  | after-real-name';
    const file = 'file-own-site | 2026-11-27';
    expect(lines({ record: 'none', realNameOn: '2026-11-20' }, on)).toEqual([wait, file, ...AFTER]);
    expect(lines({ record: 'own', realNameOn: '2026-11-20' }, on)).toEqual([file, ...AFTER]);
    expect(steps({}, on).find(({ code }) => code === 'file-own-site')?.params).toEqual({
      registrable: 'town.gov.cn',
      host: 'www.town.gov.cn',
    });
  });

  test('at another provider an access filing comes on top', () => {
    const access = 'add-access-filing |  |  | sub-domain-other-provider';
    expect(lines({ sameProvider: false })).toEqual([...FILE, access, ...AFTER]);
    expect(lines({ sameProvider: false, record: 'own' })).toEqual([KEEP, access, ...AFTER]);
    expect(steps({ sameProvider: false }).find(({ code }) => code === 'add-access-filing')?.params).toEqual({
      registrable: 'example.com',
      host: 'www.example.com',
    });
  });

  test('every step mentions the name as people read it', () => {
    const on = { ...domain('www.xn--fsqu00a.com', 'xn--fsqu00a.com'), display: 'www.例子.com' };
    for (const { params } of steps({ sameProvider: false }, on)) expect(params.registrable).toBe('例子.com');
  });
});
