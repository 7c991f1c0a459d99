/**
 * What facts must keep among themselves, on a bundle small enough to see it all; the shipped one is
 * held to it as well.
 */
import { describe, expect, test } from 'vitest';
import { LOCALES } from '../../../../../src/domain/common/locale.ts';
import { CHECKS, COVERAGE_KINDS } from '../../../../../src/domain/ruleset/check-ids.ts';
import { TOPICS } from '../../../../../src/domain/ruleset/console.ts';
import { PHASES } from '../../../../../src/domain/ruleset/durations.ts';
import {
  type Block,
  type FaqEntry,
  type GlossaryEntry,
  NO_GUIDANCE,
  THEMES,
} from '../../../../../src/domain/ruleset/guidance.ts';
import { LEGAL_BASES, type Ruleset } from '../../../../../src/domain/ruleset/ruleset.ts';
import { lint } from '../../../../../src/domain/ruleset/validation/lint-ruleset.ts';
import { formatIssue } from '../../../../../src/domain/ruleset/validation/parse-ruleset.ts';
import { cites, inAll, province, registrar, source, suffixFact } from '../../../../support/made-up-ruleset.ts';

const inEach = (blocks: readonly Block[]) =>
  Object.fromEntries(LOCALES.map((locale) => [locale, structuredClone(blocks)])) as FaqEntry['answer'];

const SOUND: Ruleset = {
  stamp: { date: '2026-11-01' },
  principles: LEGAL_BASES.map((id) => ({ id, cites: cites('book') })),
  sources: [source('book', 'authority', '2026-09'), source('paper', 'provider')],
  suffixes: [
    suffixFact({
      suffix: 'co.made',
      status: 'approved',
      confidence: 'high',
      listedBy: ['book'],
      absentFrom: ['paper'],
    }),
    suffixFact({ suffix: 'made', status: 'approved', confidence: 'high', listedBy: ['book'] }),
    suffixFact({ suffix: 'no', status: 'not-approved', confidence: 'high', deniedBy: ['book'] }),
  ],
  platforms: [
    { owner: 'Alpha', suffixes: ['a.made', 'b.made'], cites: ['book'] },
    { owner: 'Beta', suffixes: ['c.made'], cites: ['book'] },
    { suffixes: ['d.made'], cites: ['book'] },
  ],
  holidays: [
    { year: 2026, off: [{ from: '2026-01-01', to: '2026-01-03' }], work: ['2026-01-04'], cites: cites('book') },
    { year: 2027, off: [{ from: '2027-02-05', to: '2027-02-12' }], work: [], cites: cites('book') },
  ],
  durations: PHASES.map((phase) => ({ phase, from: 1, to: 2, unit: 'days', cites: cites('book') })),
  prompts: [
    { says: 'a third', means: 'first', groups: ['filing'], cites: cites('book') },
    { says: 'the fourth', means: 'second', groups: ['hosting'], cites: cites('book') },
  ],
  specialUse: [
    { name: 'here', cites: ['book'] },
    { name: 'there', cites: ['book'] },
  ],
  suffixList: { made: '. co' },
  pslDifferences: { retired: ['a', 'b'], icannAdded: ['c', 'd'], cites: ['book'] },
  registrars: [
    registrar({ id: 'one', iana: [1, 2], cites: cites('book') }),
    registrar({ id: 'two', iana: [3], cites: cites('book') }),
  ],
  faq: [
    {
      id: 'all',
      checks: CHECKS,
      coverages: COVERAGE_KINDS,
      topics: TOPICS,
      prompts: ['first', 'second'],
      question: inAll('Why?'),
      title: inAll('Because'),
      theme: 'needed',
      asked: ['why so', '为什么'],
      answer: inEach([
        { kind: 'paragraph', text: 'So it is.' },
        { kind: 'steps', steps: ['Do this.', 'Do that.'] },
        { kind: 'link', text: 'There', url: 'https://beian.miit.gov.cn/page' },
      ]),
      cites: cites('book'),
    },
    {
      id: 'more',
      checks: [],
      coverages: [],
      topics: [],
      prompts: ['third'],
      question: inAll('And?'),
      title: inAll('Well'),
      theme: 'needed',
      asked: ['and then', '然后'],
      answer: inEach([{ kind: 'note', text: 'Also this.' }]),
      cites: cites('book'),
    },
  ],
  consoles: [
    {
      id: 'one',
      name: inAll('One'),
      accessProvider: true,
      registrar: 'one',
      sites: [
        { host: 'console.one.example', verified: true },
        { host: 'one.example', paths: ['/console'], verified: true },
        { host: '*.wide.one.example', verified: true },
      ],
      pages: [{ topic: 'dns', verified: true }],
      sharesPromptsOf: ['two'],
      groups: [],
      prompts: [
        { says: 'A', means: 'first', cites: cites('book') },
        { says: 'B', means: 'second', cites: cites('book') },
      ],
      cites: cites('book'),
    },
    {
      id: 'two',
      name: inAll('Two'),
      accessProvider: false,
      sites: [{ host: 'www.two.example', verified: false }],
      pages: [{ topic: 'filing', verified: false }],
      sharesPromptsOf: [],
      groups: [],
      prompts: [{ says: 'C', means: 'third', cites: cites('book') }],
      cites: [],
    },
  ],
  provinces: [
    {
      ...province([{ kind: 'holder', accepts: ['principal'], cites: cites('book') }]),
      id: 'aa',
      letter: '甲',
      police: { letter: '甲', code: '01' },
      cites: cites('book'),
    },
    { ...province([]), id: 'bb', letter: '乙', police: { letter: '乙', code: '02' }, cites: cites('book') },
  ],
  glossary: [
    { id: 'record', term: inAll('Record'), also: ['records', '备案'], meaning: inAll('It'), cites: cites('book') },
    { id: 'zone', term: inAll('Zone'), also: [], meaning: inAll('That'), cites: cites('book') },
  ],
  records: {
    ...NO_GUIDANCE.records,
    fields: [
      { field: 'domain', labels: ['Domain', 'Domain Name'] },
      { field: 'expires', labels: ['Expires'] },
    ],
    otherLabels: ['DNS'],
    months: [['jan', 'enero'], ['feb']],
    prints: [{ registrar: 'one', labels: ['Domain'] }],
    registrarCodes: { x: 'two' },
    consolesOfSeveral: ['one'],
  },
  lookUps: {
    rdap: [],
    registrarPages: [{ registrars: ['one'], url: 'https://whois.example/{domain}' }],
    cites: [{ source: 'book' }],
  },
  search: {
    providers: [],
    synonyms: [
      ['why', '为何'],
      ['sub-domain', '子域名'],
    ],
    ignored: ['the', '的'],
    themes: THEMES.map((id) => ({ id, name: inAll(id) })),
  },
};

// biome-ignore lint/suspicious/noExplicitAny: the point is to change what the types hold to be fixed.
type Loose = any;

/** Every suffix here is ASCII, except one that stands for the others. */
const toUnicode = (name: string) => (name === 'xn--fiqs8s' ? '中国' : name);

function told(change: (rules: Loose) => void): string[] {
  const rules: Loose = structuredClone(SOUND);
  change(rules);
  return lint(rules, toUnicode).map(formatIssue);
}

describe('what a registrar’s status rests on', () => {
  const row = (status: string, standing: string, source = 'paper') =>
    told((rules) => {
      rules.sources.push({ ...rules.sources[0], id: source, standing });
      rules.sources.sort((a: Loose, b: Loose) => (a.id < b.id ? -1 : 1));
      Object.assign(rules.registrars[0], { status, basis: 'statement', cites: cites(source) });
    });
  const refused = (status: string) => [
    `registrars/one.json at cites: expected an authority or a provider that says "${status}" (IANA's list does not), found none`,
  ];

  test.each(['authority', 'provider'])('%s: enough', (standing) => {
    for (const status of ['approved', 'not-approved', 'uncertain']) expect(row(status, standing)).toEqual([]);
  });

  test.each([
    ['community', 'paper'],
    ['report', 'paper'],
    ['authority', 'iana-registrar-ids-2026'],
  ])('%s (%s): enough for no more than “uncertain”', (standing, source) => {
    for (const status of ['approved', 'not-approved']) expect(row(status, standing, source)).toEqual(refused(status));
    expect(row('uncertain', standing, source)).toEqual([]);
  });
});

test('a sound bundle gives no trouble', () => {
  expect(told(() => {})).toEqual([]);
});

test('the suffix list knows the top-level domain of each suffix of several labels; others may be newer than it', () => {
  const none = ['tlds.json at [0]: expected a top-level domain of the suffix list, found "co.made"'];
  for (const list of [{ co: '. made' }, {}])
    expect(told((rules) => Object.assign(rules, { suffixList: list }))).toEqual(none);
});

describe('order: each list is sorted, nothing stands twice', () => {
  test.each<[string, (rules: Loose) => unknown, string[]]>([
    [
      'suffixes out of order',
      (rules) => rules.suffixes.reverse(),
      [
        'tlds.json at [1]: expected an entry after "no", found "made"',
        'tlds.json at [2]: expected an entry after "made", found "co.made"',
      ],
    ],
    [
      'a suffix twice',
      (rules) => rules.suffixes.push(rules.suffixes[2]),
      ['tlds.json at [3]: expected no entry twice, found "no"'],
    ],
    [
      'special-use names',
      (rules) => rules.specialUse.reverse(),
      ['special-use.json at [1]: expected an entry after "there", found "here"'],
    ],
    [
      'platforms by owner',
      (rules) => rules.platforms.splice(0, 2, rules.platforms[1], rules.platforms[0]),
      ['platforms.json at [1]: expected an entry after "Beta", found "Alpha"'],
    ],
    [
      'a platform without an owner before one with',
      (rules) => rules.platforms.reverse(),
      [
        'platforms.json at [1]: expected an entry after "\uffff", found "Beta"',
        'platforms.json at [2]: expected an entry after "Beta", found "Alpha"',
      ],
    ],
    [
      'a platform’s suffixes',
      (rules) => rules.platforms[0].suffixes.reverse(),
      ['platforms.json at [0].suffixes[1]: expected an entry after "b.made", found "a.made"'],
    ],
    [
      'retired rules',
      (rules) => rules.pslDifferences.retired.reverse(),
      ['psl-differences.json at retired[1]: expected an entry after "b", found "a"'],
    ],
    [
      'added rules',
      (rules) => rules.pslDifferences.icannAdded.reverse(),
      ['psl-differences.json at icannAdded[1]: expected an entry after "d", found "c"'],
    ],
    [
      'prompts',
      (rules) => rules.consoles[0].prompts.reverse(),
      ['consoles/one.json at prompts[1]: expected an entry after "B", found "A"'],
    ],
    [
      'a principle that is not there',
      (rules) => rules.principles.pop(),
      [`principles.json: expected the principle "${LEGAL_BASES.at(-1)}", found nothing`],
    ],
    [
      'principles',
      (rules) => rules.principles.splice(0, 2, rules.principles[1], rules.principles[0]),
      [`principles.json at [1]: expected an entry after "${LEGAL_BASES[1]}", found "${LEGAL_BASES[0]}"`],
    ],
    [
      'a suffix under two platforms',
      (rules) => rules.platforms[1].suffixes.unshift('b.made'),
      ['platforms.json at [1].suffixes: expected no suffix under two platforms, found "b.made"'],
    ],
    [
      'a suffix of a registry as a platform’s',
      (rules) => rules.platforms[1].suffixes.push('co.made'),
      ['platforms.json at [1].suffixes: expected no suffix of tlds.json, found "co.made"'],
    ],
    [
      'an IANA id of two registrars',
      (rules) => rules.registrars[1].iana.push(2),
      ['registrars/two.json at iana: expected an id that "one" does not have, found 2'],
    ],
    [
      'a whole name of two registrars',
      (rules) => {
        rules.registrars[0].names.push('One, Ltd.');
        rules.registrars[1].names.push('ONE,Ltd.');
      },
      ['registrars/two.json at names: expected a name that "one" does not have, found "ONE,Ltd."'],
    ],
    [
      'a licence without its number, and a number without a licence',
      (rules) => {
        rules.registrars[0].basis = 'licence';
        rules.registrars[1].licence = 'A1';
      },
      [
        'registrars/one.json at licence: expected a number where the basis is one, and nowhere else, found ""',
        'registrars/two.json at licence: expected a number where the basis is one, and nowhere else, found "A1"',
      ],
    ],
    [
      'a company of the group that is not there, is the registrar itself, or holds none',
      (rules) => {
        rules.registrars[0].mainlandCompany = 'nobody';
        rules.registrars[1].mainlandCompany = 'two';
      },
      [
        'registrars/one.json at mainlandCompany: expected the id of another file in registrars/, found "nobody"',
        'registrars/two.json at mainlandCompany: expected the id of another file in registrars/, found "two"',
      ],
    ],
  ])('%s', (_, change, lines) => {
    expect(told(change)).toEqual(lines);
  });
});

describe('sources', () => {
  const places: readonly [string, (rules: Loose, id: string) => void][] = [
    ['tlds.json at [1]', (rules, id) => rules.suffixes[1].listedBy.push(id)],
    ['tlds.json at [2]', (rules, id) => rules.suffixes[2].deniedBy.push(id)],
    ['tlds.json at [0]', (rules, id) => rules.suffixes[0].absentFrom.push(id)],
    ['platforms.json at [1].cites', (rules, id) => rules.platforms[1].cites.push(id)],
    ['holidays.json at [1].cites', (rules, id) => rules.holidays[1].cites.push({ source: id })],
    ['special-use.json at [1].cites', (rules, id) => rules.specialUse[1].cites.push(id)],
    ['look-ups.json at cites', (rules, id) => rules.lookUps.cites.push({ source: id })],
    ['principles.json at [1].cites', (rules, id) => rules.principles[1].cites.push({ source: id })],
    ['psl-differences.json at cites', (rules, id) => rules.pslDifferences.cites.push(id)],
    ['registrars/two.json at cites', (rules, id) => rules.registrars[1].cites.push({ source: id })],
    ['faq/more.json at cites', (rules, id) => rules.faq[1].cites.push({ source: id })],
    ['glossary/zone.json at cites', (rules, id) => rules.glossary[1].cites.push({ source: id })],
    ['provinces/bb.json at cites', (rules, id) => rules.provinces[1].cites.push({ source: id })],
    ['provinces/aa.json at rules[0].cites', (rules, id) => rules.provinces[0].rules[0].cites.push({ source: id })],
    ['consoles/two.json at cites', (rules, id) => rules.consoles[1].cites.push({ source: id })],
    ['consoles/one.json at prompts[1].cites', (rules, id) => rules.consoles[0].prompts[1].cites.push({ source: id })],
  ];

  test.each(places)('what %s cites must be there', (place, add) => {
    expect(told((rules) => add(rules, 'hearsay'))).toEqual([
      `${place}: expected the id of a file in sources/, found "hearsay"`,
    ]);
  });

  test.each(places)('to be cited by %s is enough for a source', (_, add) => {
    const extra = (rules: Loose) => rules.sources.push(source('extra', 'report'));
    expect(told(extra)).toEqual(['sources/extra.json: expected a source that something cites, found no citation']);
    expect(
      told((rules) => {
        extra(rules);
        add(rules, 'extra');
      }),
    ).toEqual([]);
  });

  test.each([
    ['2026-10', '2026-10', true],
    ['2026-10-31', '2026-10', true],
    ['2026', '2026-10', true],
    ['2026-11', '2026-10', false],
    ['2026-10-15', '2026-10-14', false],
    ['2027', '2026-10-14', false],
  ])('published on %s, read on %s: %s', (publishedOn, retrievedOn, sound) => {
    const lines = told((rules) => Object.assign(rules.sources[1], { publishedOn, retrievedOn }));
    expect(lines).toEqual(
      sound ? [] : [`sources/paper.json at publishedOn: expected a day not after retrievedOn, found ${publishedOn}`],
    );
  });
});

describe('suffixes', () => {
  test('are spelt in U-labels as the A-labels say', () => {
    const chinese = {
      suffix: 'xn--fiqs8s',
      unicode: '中国',
      status: 'approved',
      confidence: 'high',
      listedBy: ['book'],
    } as const;
    expect(told((rules) => rules.suffixes.push(suffixFact(chinese)))).toEqual([]);
    expect(told((rules) => rules.suffixes.push(suffixFact({ ...chinese, unicode: '中國' })))).toEqual([
      'tlds.json at [3].unicode: expected the U-label form of xn--fiqs8s, "中国", found "中國"',
    ]);
  });

  const STATES = [
    ['approved', 'high'],
    ['approved', 'medium'],
    ['not-approved', 'high'],
    ['not-approved', 'medium'],
    ['not-approved', 'low'],
    ['uncertain', 'low'],
  ] as const;

  // The one answer to some evidence is taken, every other is refused: equal evidence gives equal
  // answers.
  test.each<[string, Loose, (typeof STATES)[number]]>([
    ['listed by the newest list', { listedBy: ['list'] }, ['approved', 'high']],
    ['listed, and denied before by one of standing', { listedBy: ['list'], deniedBy: ['older'] }, ['approved', 'high']],
    ['listed, and absent from an older list', { listedBy: ['list'], absentFrom: ['old-list'] }, ['approved', 'high']],
    ['listed, and denied by a newer report', { listedBy: ['list'], deniedBy: ['report'] }, ['approved', 'medium']],
    ['listed, and denied by a newer one of standing', { listedBy: ['list'], deniedBy: ['book'] }, ['uncertain', 'low']],
    ['absent from the newest list', { absentFrom: ['list'] }, ['uncertain', 'low']],
    ['absent, and listed before', { absentFrom: ['list'], listedBy: ['older', 'old-list'] }, ['uncertain', 'low']],
    ['absent, and listed later', { absentFrom: ['list'], listedBy: ['report'] }, ['uncertain', 'low']],
    ['absent, and denied by a community', { absentFrom: ['list'], deniedBy: ['crowd'] }, ['not-approved', 'low']],
    ['absent, and denied by a report', { absentFrom: ['list'], deniedBy: ['report'] }, ['not-approved', 'medium']],
    ['absent, and denied before', { absentFrom: ['list'], deniedBy: ['older'] }, ['not-approved', 'medium']],
    ['absent, and denied since', { absentFrom: ['list'], deniedBy: ['book'] }, ['not-approved', 'high']],
    [
      'absent, denied before, listed since',
      { absentFrom: ['list'], deniedBy: ['older'], listedBy: ['crowd'] },
      ['uncertain', 'low'],
    ],
    [
      'absent, listed since, denied later still',
      { absentFrom: ['list'], deniedBy: ['book'], listedBy: ['crowd'] },
      ['not-approved', 'high'],
    ],
  ])('%s', (_, sides, [status, confidence]) => {
    const troubles = (state: (typeof STATES)[number]) =>
      told((rules) => {
        rules.sources.push(
          source('crowd', 'community', '2025-01'),
          { ...source('list', 'provider', '2022-08'), complete: true },
          { ...source('old-list', 'provider', '2020'), complete: true },
          source('older', 'provider', '2019'),
          source('report', 'report', '2026'),
        );
        const [one, confidence] = state;
        rules.suffixes.push(suffixFact({ suffix: 'z', status: one, confidence, ...sides }));
      }).filter((line) => line.startsWith('tlds.json'));
    for (const state of STATES) {
      const isSo = state[0] === status && state[1] === confidence;
      expect(troubles(state), state.join(' ')).toEqual(
        isSo
          ? []
          : [
              `tlds.json at [3].status: expected "${status}" with "${confidence}" confidence, as for every suffix of such sources, found "${state[0]}" with "${state[1]}"`,
            ],
      );
    }
  });

  test('a suffix without a source is refused', () => {
    expect(told((rules) => rules.suffixes.push(suffixFact({ suffix: 'z' })))).toEqual([
      'tlds.json at [3]: expected a source of either side, found none',
    ]);
  });
});

describe('public holidays', () => {
  test.each<[string, (rules: Loose) => void, string]>([
    [
      'a year left out',
      (rules) => (rules.holidays[1].year = 2028),
      '[1].year: expected the year after 2026, found 2028',
    ],
    [
      'days of another year',
      (rules) => (rules.holidays[1].off[0].to = '2028-02-12'),
      '[1].off[0]: expected days of 2027 in order, found 2028-02-12',
    ],
    [
      'an end before its beginning',
      (rules) => (rules.holidays[0].off[0] = { from: '2026-01-03', to: '2026-01-01' }),
      '[0].off[0]: expected days of 2026 in order, found 2026-01-01',
    ],
    [
      'a holiday within another',
      (rules) => rules.holidays[0].off.push({ from: '2026-01-03', to: '2026-01-05' }),
      '[0].off[1]: expected days of 2026 in order, found 2026-01-03',
    ],
    [
      'a weekday that is worked, as every weekday is',
      (rules) => (rules.holidays[0].work = ['2026-01-05']),
      '[0].work[0]: expected weekend days of 2026 in order, found 2026-01-05',
    ],
    [
      'a year by law alone before one with its notice',
      (rules) => (rules.holidays[0].byLawAlone = true),
      '[0].byLawAlone: expected only in the last year, found 2026',
    ],
    [
      'a day that is worked and a holiday',
      (rules) => (rules.holidays[0].work = ['2026-01-03']),
      '[0].work[0]: expected a day that is no holiday, found 2026-01-03',
    ],
  ])('%s is told', (_, change, line) => {
    expect(told(change)).toContain(`holidays.json at ${line}`);
  });
});

describe('guidance', () => {
  const locale = LOCALES[0];
  const others = LOCALES.slice(1);
  const shapes = (one: string, other: string) => [one, ...others.map(() => other)].join(' | ');

  test.each<[string, (blocks: Loose[]) => unknown, string]>([
    ['a block less', (blocks) => blocks.pop(), 'paragraph steps×2'],
    ['another kind of block', (blocks) => blocks.splice(0, 1, { kind: 'note', text: 'x' }), 'note steps×2 link'],
    ['a step more', (blocks) => blocks[1].steps.push('x'), 'paragraph steps×3 link'],
  ])('%s in one language than in the others', (_, change, shape) => {
    expect(told((rules) => change(rules.faq[0].answer[locale]))).toEqual([
      `faq/all.json at answer: expected the same blocks in every language, found ${shapes(shape, 'paragraph steps×2 link')}`,
    ]);
  });

  test.each([
    ['https://miit.gov.cn/x', true],
    ['https://beian.miit.gov.cn', true],
    ['https://www.gov.cn/', true],
    ['https://beian.mps.gov.cn/#/', true],
    ['https://help.aliyun.com/document', true],
    ['https://www.alibabacloud.com/help', true],
    ['https://cloud.tencent.com/document', true],
    ['https://support.huaweicloud.com/', true],
    ['https://tencent.com/', false],
    ['https://notaliyun.com/', false],
    ['https://gov.cn.example.com/', false],
    ['https://example.com/https://gov.cn/', false],
    ['http://www.gov.cn/', false],
    ['xhttps://www.gov.cn/', false],
  ])('a link to %s is one to an authority or a provider: %s', (url, sound) => {
    const lines = told((rules) => {
      rules.faq[0].answer[locale][2].url = url;
    });
    expect(lines).toEqual(
      sound
        ? []
        : [`faq/all.json at answer.${locale}[2].url: expected a link to an authority or a provider, found ${url}`],
    );
  });

  test.each(LOCALES)('links are looked at in %s', (one) => {
    expect(
      told((rules) => {
        rules.faq[0].answer[one][2].url = 'https://example.com/';
      }),
    ).toHaveLength(1);
  });

  test.each<[string, (rules: Loose) => unknown, string[]]>([
    [
      'a meaning answered twice',
      (rules) => rules.faq[1].prompts.push('first'),
      ['faq/more.json at prompts: expected a meaning that "all" does not answer, found "first"'],
    ],
    [
      'a meaning that no prompt has',
      (rules) => rules.faq[1].prompts.push('never'),
      ['faq/more.json at prompts: expected a meaning that a console prompt has, found "never"'],
    ],
    [
      'more of a meaning that no prompt has, and of one that the entry answers itself',
      (rules) => {
        rules.faq[0].alsoPrompts = ['never', 'first'];
      },
      [
        'faq/all.json at alsoPrompts: expected a meaning that a console prompt has, found "never"',
        'faq/all.json at alsoPrompts: expected a meaning that another entry answers, found "first"',
      ],
    ],
    [
      'a prompt that no entry answers',
      (rules) => rules.faq[0].prompts.pop(),
      [
        'prompts.json at [1].means: expected a meaning that an FAQ entry answers, found "second"',
        'consoles/one.json at prompts[1].means: expected a meaning that an FAQ entry answers, found "second"',
      ],
    ],
    [
      'a prompt twice, in other signs',
      (rules) => {
        rules.prompts[1].says = 'thé “A third”'.slice(5);
        rules.prompts.reverse();
      },
      ['prompts.json at [1].says: expected no text twice, found "a third"'],
    ],
    [
      'prompts out of order',
      (rules) => rules.prompts.reverse(),
      ['prompts.json at [1]: expected an entry after "the fourth", found "a third"'],
    ],
    [
      'a prompt without a source that is held',
      (rules) => {
        rules.prompts[1].cites = [{ source: 'nowhere' }];
      },
      ['prompts.json at [1].cites: expected the id of a file in sources/, found "nowhere"'],
    ],
  ])('%s', (_, change, lines) => {
    expect(told(change)).toEqual(lines);
  });

  test.each(CHECKS)('an entry explains %s', (check) => {
    expect(
      told((rules) => {
        rules.faq[0].checks = CHECKS.filter((one) => one !== check);
      }),
    ).toEqual([`faq at checks: expected an entry that explains "${check}", found none`]);
  });

  test.each(COVERAGE_KINDS)('an entry explains %s', (kind) => {
    expect(
      told((rules) => {
        rules.faq[0].coverages = COVERAGE_KINDS.filter((one) => one !== kind);
      }),
    ).toEqual([`faq at coverages: expected an entry that explains "${kind}", found none`]);
  });
});

describe('consoles', () => {
  const refused = (host: string, index = 0) =>
    `consoles/two.json at sites[${index}].host: expected one host of the console, not a whole domain, found "${host}"`;

  test.each([
    ['www.two.example', true],
    ['*.www.two.example', true],
    ['two.example', false],
    ['*.two.example', false],
    ['example', false],
    // A name of three labels is a whole domain as well where its suffix has two.
    ['shop.co.made', false],
    ['*.shop.co.made', false],
    ['www.shop.co.made', true],
  ])('%s is one host of a console: %s', (host, sound) => {
    const change = (paths?: string[]) => (rules: Loose) => {
      rules.consoles[1].sites[0] = { host, verified: true, ...(paths && { paths }) };
    };
    expect(told(change())).toEqual(sound ? [] : [refused(host)]);
    // Paths narrow a whole domain down, and no suffix.
    const isSuffix = host === 'example';
    expect(told(change(['/console']))).toEqual(isSuffix ? [refused(host)] : []);
    expect(told(change(['/']))).toEqual(sound ? [] : [refused(host)]);
  });

  test.each<[string, (rules: Loose) => unknown, string[]]>([
    [
      'a host of two consoles',
      (rules) => rules.consoles[1].sites.push({ host: 'console.one.example', verified: true }),
      ['consoles/two.json at sites[1].host: expected a host that "one" does not have, found "console.one.example"'],
    ],
    [
      'a registrar that is not there',
      (rules) => {
        rules.consoles[0].registrar = 'nobody';
      },
      ['consoles/one.json at registrar: expected the id of a file in registrars/, found "nobody"'],
    ],
    [
      'a page called verified by a console that cites nothing',
      (rules) => {
        rules.consoles[1].pages[0].verified = true;
      },
      ['consoles/two.json at pages[0].verified: expected false, as the console cites nothing, found true'],
    ],
    [
      'a topic that nothing helps with',
      (rules) => {
        rules.faq[0].topics = TOPICS.filter((topic) => topic !== 'dns');
      },
      ['consoles/one.json at pages[0].topic: expected a topic that an FAQ entry helps with, found "dns"'],
    ],
    [
      'prompts of a console that is not there',
      (rules) => rules.consoles[0].sharesPromptsOf.push('three'),
      ['consoles/one.json at sharesPromptsOf: expected the id of another console, found "three"'],
    ],
    [
      'prompts of itself',
      (rules) => rules.consoles[0].sharesPromptsOf.push('one'),
      ['consoles/one.json at sharesPromptsOf: expected the id of another console, found "one"'],
    ],
  ])('%s', (_, change, lines) => {
    expect(told(change)).toEqual(lines);
  });
});

describe('provinces', () => {
  test.each<[string, (rules: Loose) => unknown, string[]]>([
    [
      'a letter of two',
      (rules) => {
        rules.provinces[1].letter = '甲';
      },
      ['provinces/bb.json at letter: expected a letter that "aa" does not have, found "甲"'],
    ],
    [
      'a code of two',
      (rules) => {
        rules.provinces[1].police.code = '01';
      },
      [
        'provinces/aa.json at police.code: expected a code that "bb" does not have, found "01"',
        'provinces/bb.json at police.code: expected a code that "aa" does not have, found "01"',
      ],
    ],
    [
      'a rule about the holder that speaks of the subject itself',
      (rules) => rules.provinces[0].rules[0].accepts.push('same'),
      ["provinces/aa.json at rules[0].accepts: expected an organisation's people, found principal, same"],
    ],
    [
      'a rule about the holder that accepts anyone',
      (rules) => rules.provinces[0].rules[0].accepts.push('other'),
      ["provinces/aa.json at rules[0].accepts: expected an organisation's people, found principal, other"],
    ],
    ['a rule about the holder that accepts nobody', (rules) => rules.provinces[0].rules[0].accepts.pop(), []],
    [
      'a rule about something else',
      (rules) => rules.provinces[1].rules.push({ kind: 'own-suffix-list', cites: cites('book') }),
      [],
    ],
  ])('%s', (_, change, lines) => {
    expect(told(change)).toEqual(lines);
  });
});

describe('terms', () => {
  const change = (what: Partial<GlossaryEntry>) => (rules: Loose) => Object.assign(rules.glossary[1], what);

  test.each<[string, Partial<GlossaryEntry>, string[]]>([
    ['a spelling of another term’s', { also: ['备案'] }, ['备案']],
    ['in other letters', { also: ['RECORDS'] }, ['records']],
    ['as the term itself', { term: inAll('Record') }, ['record']],
    ['twice of the same term', { also: ['zone', 'Zone'] }, []],
  ])('%s', (_, what, spellings) => {
    expect(told(change(what))).toEqual(
      spellings.map(
        (one) => `glossary/zone.json at also: expected a spelling that "record" does not have, found "${one}"`,
      ),
    );
  });
});

test('all troubles are told at once', () => {
  expect(
    told((rules) => {
      rules.suffixes.reverse();
      rules.provinces[1].letter = '甲';
      rules.glossary[1].also.push('records');
    }),
  ).toHaveLength(4);
});

describe('words of records', () => {
  test.each<[string, (records: Loose) => unknown, string[]]>([
    [
      'a label of two meanings, however it is written',
      (records) => records.fields[1].labels.push('domain-name (ASCII)'),
      ['records.json at fields[1].labels: expected a label that "domain" does not have, found "domain-name (ASCII)"'],
    ],
    [
      'a label that is read and not read',
      (records) => records.otherLabels.push('expires'),
      ['records.json at otherLabels: expected a label that "expires" does not have, found "expires"'],
    ],
    [
      'a label of signs alone',
      (records) => records.otherLabels.push('(x)'),
      ['records.json at otherLabels: expected letters or digits, found "(x)"'],
    ],
    [
      'a name of two months',
      (records) => records.months[1].push('enero'),
      ['records.json at months[1]: expected a name that month 1 does not have, found "enero"'],
    ],
    [
      'a month in capitals',
      (records) => records.months[1].push('Feb'),
      ['records.json at months[1]: expected lower-case letters, found "Feb"'],
    ],
    [
      'a place that is in a province twice, and places of none',
      (records) => {
        records.places = { aa: ['x', 'y', 'x'], zz: ['z'] };
      },
      [
        'records.json at places.aa: expected a place that aa does not have, found "x"',
        'records.json at places: expected the id of a file in provinces/, found "zz"',
      ],
    ],
    [
      'registrars and consoles that are not there',
      (records) => {
        records.prints[0].registrar = 'nobody';
        records.registrarCodes.y = 'no-one';
        records.consolesOfSeveral.push('none');
      },
      [
        'records.json: expected the id of a file in registrars/, found "nobody"',
        'records.json: expected the id of a file in registrars/, found "no-one"',
        'records.json at consolesOfSeveral: expected the id of a file in consoles/, found "none"',
      ],
    ],
  ])('%s', (_, change, lines) => {
    expect(told((rules) => change(rules.records))).toEqual(lines);
  });
});

describe('places to look names up in', () => {
  test.each<[string, (rules: Loose) => unknown, string[]]>([
    [
      'a suffix that is no fact',
      ({ lookUps }) => lookUps.rdap.push({ url: 'https://a.example/', suffixes: ['nowhere'] }),
      ['look-ups.json at rdap: expected a suffix of tlds.json, once, found "nowhere"'],
    ],
    [
      'a registrar with two pages',
      ({ lookUps }) => lookUps.registrarPages.push({ registrars: ['one'], url: 'https://a.example/' }),
      ['look-ups.json at registrarPages: expected the id of a file in registrars/, once, found "one"'],
    ],
  ])('%s', (_, change, lines) => {
    expect(told((rules) => change(rules))).toEqual(lines);
  });
});

describe('words of the search', () => {
  test.each<[string, (rules: Loose) => unknown, string[]]>([
    [
      'a phrase of two groups, however it is written',
      ({ search }) => search.synonyms[0].push('Sub Domain'),
      ['search.json at synonyms[1]: expected a phrase that group 0 does not have, found "sub-domain"'],
    ],
    [
      'an ignored word that means something',
      ({ search }) => search.ignored.push('why'),
      ['search.json at ignored[2]: expected a word that is in no group, and once, found "why"'],
    ],
    [
      'an ignored word twice',
      ({ search }) => search.ignored.push('the'),
      ['search.json at ignored[2]: expected a word that is in no group, and once, found "the"'],
    ],
    [
      'a theme without a name',
      ({ search }) => search.themes.splice(1, 1, search.themes[0]),
      [`search.json at themes: expected the name of "${THEMES[1]}", found none`],
    ],
    [
      'an entry that only Chinese finds',
      ({ faq }) => faq[1].asked.shift(),
      ['faq/more.json at asked: expected a way to ask in Latin letters, found none'],
    ],
    [
      'an entry that no Chinese finds',
      ({ faq }) => faq[1].asked.pop(),
      ['faq/more.json at asked: expected a way to ask in Chinese, found none'],
    ],
    [
      'one question for two entries',
      ({ faq }) => faq[1].asked.push('Why so'),
      ['faq/more.json at asked: expected a question that "all" does not answer, found "Why so"'],
    ],
  ])('%s', (_, change, lines) => {
    expect(told(change)).toEqual(lines);
  });
});

describe('durations', () => {
  test.each<[string, (durations: Loose) => unknown, string[]]>([
    [
      'out of order',
      (durations) => durations.reverse(),
      [`durations.json: expected the phases ${PHASES.join(', ')}, found ${[...PHASES].reverse().join(', ')}`],
    ],
    [
      'longer at the least than at the most',
      (durations) => Object.assign(durations[1], { from: 3 }),
      ['durations.json at [1].to: expected at least 3, found 2'],
    ],
    [
      'a province that is no slower, and one that there is not',
      (durations) =>
        Object.assign(durations[0], {
          longer: [
            { province: 'aa', to: 2, cites: cites('book') },
            { province: 'none', to: 9, cites: cites('book') },
          ],
        }),
      [
        'durations.json at [0].longer[0].to: expected more than 2, found 2',
        'durations.json at [0].longer[1].province: expected the id of a file in provinces/, found "none"',
      ],
    ],
  ])('%s', (_, change, lines) => {
    expect(told(({ durations }) => change(durations))).toEqual(lines);
  });
});
