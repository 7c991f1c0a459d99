/** What each data file must look like: what must be there, what may be, and what is refused. */
import { describe, expect, test } from 'vitest';
import {
  type Decoder,
  describe as describeValue,
  type ValidationIssue,
} from '../../../../../src/domain/common/decoder.ts';
import { LOCALES } from '../../../../../src/domain/common/locale.ts';
import { CHECKS, COVERAGE_KINDS } from '../../../../../src/domain/ruleset/check-ids.ts';
import { PROMPT_KINDS, TOPICS } from '../../../../../src/domain/ruleset/console.ts';
import { PHASES } from '../../../../../src/domain/ruleset/durations.ts';
import { THEMES } from '../../../../../src/domain/ruleset/guidance.ts';
import { HOLDERS, SUBJECTS } from '../../../../../src/domain/ruleset/province.ts';
import { REGISTRAR_BASES, REGISTRAR_STATUSES } from '../../../../../src/domain/ruleset/registrar.ts';
import { LEGAL_BASES } from '../../../../../src/domain/ruleset/ruleset.ts';
import { SOURCE_TYPES } from '../../../../../src/domain/ruleset/source.ts';
import { CONFIDENCES, RESTRICTIONS, SUFFIX_STATUSES } from '../../../../../src/domain/ruleset/suffix.ts';
import * as shapes from '../../../../../src/domain/ruleset/validation/fact-shapes.ts';
import { inAll } from '../../../../support/made-up-ruleset.ts';

// biome-ignore lint/suspicious/noExplicitAny: the point is to break values in ways that their types forbid.
type Loose = any;

const CITES = [{ source: 'book', at: 'page 1' }];
const BLOCKS = [
  { kind: 'paragraph', text: 'x' },
  { kind: 'steps', steps: ['x'] },
  { kind: 'note', text: 'x' },
  { kind: 'warning', text: 'x' },
  { kind: 'link', text: 'x', url: 'https://example.com/' },
];
const RULES = [
  { kind: 'holder', accepts: ['principal'], cites: CITES },
  { kind: 'minimum-validity', months: 3, cites: CITES },
  { kind: 'overseas-registrar-refused', cites: CITES },
  { kind: 'domain-certificate', from: 4, subject: 'individual', counts: 'subject', cites: CITES, against: CITES },
  { kind: 'websites-per-order', most: 5, subject: 'organisation', cites: CITES },
  { kind: 'public-body-suffix', subject: 'government', suffixes: ['gov.cn'], cites: CITES },
  { kind: 'own-suffix-list', cites: CITES },
  { kind: 'foreign-representative', of: ['abroad'], outcome: 'mainland-principal', cites: CITES },
  { kind: 'individual-from-outside', of: ['hk-mo-tw'], outcome: 'refused', cites: CITES },
  { kind: 'registrar-before', application: 'change', cites: CITES },
  { kind: 'suffix-at-access', suffixes: ['org'], outcome: 'refused', cites: CITES },
  { kind: 'representative-office', accepted: true, cites: CITES },
  { kind: 'shows-main-number', cites: CITES },
  { kind: 'principal', outcome: 'authorised', cites: CITES },
  { kind: 'individual-from-elsewhere', outcome: 'permit', cites: CITES },
  { kind: 'site-plan', from: 2, cites: CITES },
  { kind: 'statement', from: 6, subject: 'organisation', cites: CITES },
  { kind: 'site-cap', most: 30, subject: 'organisation', cites: CITES },
  { kind: 'empty-subject', outcome: 'adds', cites: CITES },
  { kind: 'reserved-label', labels: ['state'], suffix: 'one', cites: CITES },
  { kind: 'filed-sites', outcome: 'open', cites: CITES },
  { kind: 'local-phone', cites: CITES },
  { kind: 'minimum-age', years: 18, cites: CITES },
  { kind: 'confirmation-letter', cites: CITES },
  { kind: 'commitment-letter', cites: CITES },
  { kind: 'same-city-address', cites: CITES },
  { kind: 'one-number', cites: CITES },
  { kind: 'holder-name-form', cites: CITES },
  { kind: 'local-licence', cites: CITES },
  { kind: 'public-body-approval', cites: CITES },
  { kind: 'foreign-parent', cites: CITES },
  { kind: 'subject-change-refused', cites: CITES },
  { kind: 'note', text: inAll('x'), cites: CITES },
];

/** Every shape with a value that has all that one can have. */
const SAMPLES: Readonly<Record<keyof typeof shapes, Loose>> = {
  stamp: { date: '2026-11-24' },
  principles: LEGAL_BASES.map((id) => ({ id, cites: CITES })),
  source: {
    id: 'book',
    title: 'Book',
    publisher: inAll('x'),
    url: 'https://example.com/',
    publishedOn: '2026',
    retrievedOn: '2026-10',
    standing: 'authority',
  },
  suffixes: [
    {
      suffix: 'gov.cn',
      unicode: 'gov.cn',
      status: 'approved',
      confidence: 'high',
      restriction: 'government',
      listedBy: ['book'],
      deniedBy: ['book'],
      absentFrom: ['book'],
    },
  ],
  platforms: [{ owner: 'A', ownerZh: '甲', suffixes: ['*.a.com'], cites: ['book'] }],
  holidays: [{ year: 2026, off: [{ from: '2026-01-01', to: '2026-01-03' }], work: ['2026-01-04'], cites: CITES }],
  prompts: [{ says: 'x', means: 'meaning', kind: 'general', groups: ['hosting'], unless: ['y'], cites: CITES }],
  specialUse: [{ name: 'test', cites: ['book'] }],
  durations: PHASES.map((phase) => ({
    phase,
    from: 1,
    to: 2,
    unit: 'days',
    longer: [{ province: 'gd', to: 3, cites: CITES }],
    cites: CITES,
  })),
  pslDifferences: { retired: ['a.com'], icannAdded: ['!b.com'], cites: ['book'] },
  suffixList: { cn: '. com *compute !www.ck *. !.', 'xn--fiqs8s': '.' },
  registrar: {
    id: 'one',
    name: inAll('x'),
    names: ['One Ltd.'],
    iana: [1],
    websites: ['one.com'],
    status: 'approved',
    basis: 'licence',
    licence: 'A1',
    mainlandCompany: 'two',
    cites: CITES,
    against: CITES,
  },
  faqEntry: {
    id: 'why',
    checks: ['filing-needed'],
    coverages: ['platform'],
    topics: ['dns'],
    reasons: ['expired'],
    prompts: ['meaning'],
    question: inAll('x'),
    title: inAll('x'),
    theme: 'needed',
    asked: ['x'],
    answer: Object.fromEntries(LOCALES.map((locale) => [locale, BLOCKS])),
    cites: CITES,
  },
  console_: {
    id: 'one',
    name: inAll('x'),
    accessProvider: true,
    registrar: 'one',
    sites: [{ host: '*.a.com', paths: ['/console'], verified: true }],
    pages: [{ topic: 'dns', path: '#/dns', verified: false }],
    sharesPromptsOf: ['two'],
    groups: ['filing'],
    prompts: [{ says: 'x', means: 'meaning', kind: 'code', cites: CITES }],
    cites: CITES,
  },
  province: {
    id: 'gd',
    name: inAll('x'),
    authority: inAll('x'),
    letter: '粤',
    police: { letter: '粤', code: '44' },
    cites: CITES,
    rules: RULES,
  },
  records: {
    fields: [{ field: 'domain', labels: ['x'], stems: [['y']], not: ['z'] }],
    otherLabels: ['x'],
    sections: [{ about: 'domain', labels: ['x'] }],
    nameLabels: ['x'],
    statuses: { serverHold: ['x'] },
    states: {
      done: ['x'],
      'not-done': ['x'],
      unfiled: ['x'],
      filed: ['x'],
      filing: ['x'],
      on: ['x'],
      individual: ['x'],
      organisation: ['x'],
    },
    natures: { individual: ['x'] },
    places: { zj: ['x'] },
    hidden: ['x'],
    months: Array.from({ length: 12 }, (_, index) => [`m${index}`]),
    weekdays: ['x'],
    registryOrders: { hk: 'dmy' },
    prints: [{ registrar: 'one', labels: ['x'], order: 'mdy', mayDiffer: true }],
    registrarCodes: { epp: 'one' },
    consolesOfSeveral: ['one'],
    accountColumns: ['x'],
    looseColumns: [{ field: 'expires', labels: ['x'] }],
    nameParts: { first: ['x'], suffix: ['x'] },
    productColumns: ['x'],
    refreshButtons: ['x'],
    foreignColumns: ['x'],
    auctionColumns: ['x'],
    absent: ['x'],
    refused: ['x'],
    unfiledPages: ['x'],
    exampleMarks: ['x'],
    exampleColumns: ['x'],
    exampleTitles: ['x'],
    saleTitles: ['x'],
    lookupSites: ['a.com'],
  },
  lookUps: {
    rdap: [{ url: 'https://rdap.example/{suffix}/', suffixes: ['com'] }],
    registrarPages: [{ registrars: ['one'], url: 'https://whois.example/{domain}' }],
    cites: CITES,
  },
  search: {
    synonyms: [['x', 'y']],
    providers: [['v'], ['w']],
    ignored: ['z'],
    themes: THEMES.map((id) => ({ id, name: inAll('x') })),
  },
  glossaryEntry: { id: 'term', term: inAll('x'), also: ['y'], meaning: inAll('x'), cites: CITES },
};

const DECODERS: Readonly<Record<keyof typeof SAMPLES, Decoder<unknown>>> = { ...shapes };

type Path = readonly (string | number)[];
const NAMES = Object.keys(SAMPLES) as (keyof typeof SAMPLES)[];

/** Returns a path as reports have it. */
const placeOf = (path: Path) =>
  path.map((key, index) => (typeof key === 'number' ? `[${key}]` : index === 0 ? key : `.${key}`)).join('');
/** The same for all items of a list and all languages, to look up what is said of them here. */
const ruleOf = (name: string, path: Path) =>
  [
    name,
    ...path.map((key) => (typeof key === 'number' ? '[]' : LOCALES.some((one) => one === key) ? '(language)' : key)),
  ].join('.');

/** Returns the path of everything in a value, itself excluded. */
function pathsIn(value: Loose, path: Path = []): Path[] {
  if (typeof value !== 'object') return [];
  const keys: (string | number)[] = Array.isArray(value) ? value.map((_, index) => index) : Object.keys(value);
  return keys.flatMap((key) => [[...path, key], ...pathsIn(value[key], [...path, key])]);
}

/**
 * Returns what is said of a shape's sample with something else at a path (undefined takes it out).
 */
function told(name: keyof typeof SAMPLES, path: Path, put: unknown): string[] {
  // A copy in which nothing is the same object twice.
  const value = JSON.parse(JSON.stringify({ it: SAMPLES[name] })) as Loose;
  let at = value;
  for (const key of ['it', ...path].slice(0, -1)) at = at[key];
  const last = path.at(-1) ?? 'it';
  if (put === undefined) delete at[last];
  else at[last] = put;
  const troubles: ValidationIssue[] = [];
  const decoded = DECODERS[name](value.it, '', { file: name, troubles, describe: describeValue });
  expect(decoded === undefined).toBe(troubles.length > 0);
  if (troubles.length === 0) expect(decoded).toEqual(value.it);
  return troubles.map((one) => `${one.at}: ${one.expected}, ${one.found}`);
}

const OPTIONAL = new Set([
  'source.publishedOn',
  'suffixes.[].restriction',
  'platforms.[].owner',
  'platforms.[].ownerZh',
  'prompts.[].kind',
  'prompts.[].unless',
  'registrar.licence',
  'registrar.mainlandCompany',
  'registrar.against',
  'durations.[].longer',
  'faqEntry.reasons',
  'console_.registrar',
  'console_.sites.[].paths',
  'console_.pages.[].path',
  'console_.prompts.[].kind',
  'province.rules.[].subject',
  'province.rules.[].suffix',
  'province.rules.[].counts',
  'province.rules.[].against',
  'records.fields.[].stems',
  'records.fields.[].not',
  'records.prints.[].order',
  'records.prints.[].mayDiffer',
]);
/** A rule about public bodies says which. */
const isRequiredSubject = (name: string, path: Path) =>
  name === 'province' && path[2] === 'subject' && RULES[Number(path[1])]?.kind === 'public-body-suffix';
const isOptional = (name: string, path: Path) =>
  path.at(-1) === 'at' || (OPTIONAL.has(ruleOf(name, path)) && !isRequiredSubject(name, path));

/** Whether the keys of what is there are data. */
const isRecord = (name: string, path: Path) =>
  (name === 'suffixList' && path.length === 0) ||
  (name === 'records' &&
    path.length === 1 &&
    ['statuses', 'registrarCodes', 'natures', 'places', 'registryOrders'].includes(String(path[0])));

/** Lists that say nothing where they are empty. */
const MAY_BE_EMPTY = new Set([
  'suffixes.[].listedBy',
  'suffixes.[].deniedBy',
  'suffixes.[].absentFrom',
  'pslDifferences.retired',
  'pslDifferences.icannAdded',
  'holidays.[].work',
  'registrar.names',
  'registrar.iana',
  'registrar.websites',
  'faqEntry.checks',
  'faqEntry.coverages',
  'faqEntry.topics',
  'faqEntry.prompts',
  'console_.sites',
  'console_.pages',
  'console_.sharesPromptsOf',
  'console_.groups',
  'console_.prompts',
  // What is only marked unverified has nothing to cite yet.
  'console_.cites',
  'province.rules',
  'province.rules.[].accepts',
  'glossaryEntry.also',
  'records.prints',
  'records.consolesOfSeveral',
]);

describe.each(NAMES)('%s', (name) => {
  const sample = SAMPLES[name];
  const paths = pathsIn(sample);
  const at = (path: Path) => path.reduce((value, key) => value[key], sample);

  test('a sound one is read as it is', () => {
    expect(told(name, [], sample)).toEqual([]);
  });

  test('what must be there may not be absent, what may be absent may', () => {
    for (const path of paths) {
      if (typeof path.at(-1) === 'number' || isRecord(name, path.slice(0, -1))) continue;
      const lines = told(name, path, undefined);
      if (isOptional(name, path)) expect(lines, placeOf(path)).toEqual([]);
      else {
        expect(lines, placeOf(path)).toHaveLength(1);
        expect(lines[0]).toMatch(/, nothing$/);
        expect(lines[0]?.startsWith(`${placeOf(path)}: `), lines[0]).toBe(true);
      }
    }
  });

  test('what is asked for nowhere is refused everywhere', () => {
    for (const path of [[], ...paths]) {
      const value = at(path);
      if (typeof value !== 'object' || Array.isArray(value) || isRecord(name, path)) continue;
      expect(told(name, path, { ...value, mood: 'good' })).toEqual([
        `${placeOf([...path, 'mood'])}: no such property, "good"`,
      ]);
    }
  });

  test('everything is of its type, and no text is empty', () => {
    for (const path of [[], ...paths]) {
      const value = at(path);
      const others = [null, 'Some text that is none of the choices', '', 0, -1, 1.5, true, {}, []].filter(
        (one) =>
          describeType(one) !== describeType(value) || one === '' || (typeof one === 'number' && path.length > 0),
      );
      for (const other of others) {
        if (Array.isArray(other) && MAY_BE_EMPTY.has(ruleOf(name, path))) continue;
        const lines = told(name, path, other);
        expect(lines.length, `${placeOf(path)} as ${JSON.stringify(other)}`).toBeGreaterThan(0);
        for (const line of lines) expect(line.startsWith(placeOf(path)), line).toBe(true);
      }
    }
  });

  test('lists that must say something may not be empty, others may', () => {
    for (const path of [[], ...paths]) {
      if (!Array.isArray(at(path))) continue;
      const lines = told(name, path, []);
      const isMonths = ruleOf(name, path) === 'records.months';
      const least = name === 'principles' && path.length === 0 ? LEGAL_BASES.length : isMonths ? 12 : 1;
      expect(lines).toEqual(
        MAY_BE_EMPTY.has(ruleOf(name, path)) ? [] : [`${placeOf(path)}: an array of at least ${least}, an array of 0`],
      );
    }
  });
});

function describeType(value: unknown): string {
  return value === null ? 'null' : Array.isArray(value) ? 'array' : typeof value;
}

describe('choices are those of the model', () => {
  test.each<[keyof typeof SAMPLES, Path, readonly string[]]>([
    ['principles', [0, 'id'], LEGAL_BASES],
    ['source', ['standing'], SOURCE_TYPES],
    ['suffixes', [0, 'status'], SUFFIX_STATUSES],
    ['suffixes', [0, 'confidence'], CONFIDENCES],
    ['suffixes', [0, 'restriction'], RESTRICTIONS],
    ['registrar', ['status'], REGISTRAR_STATUSES],
    ['registrar', ['basis'], REGISTRAR_BASES],
    ['faqEntry', ['checks', 0], CHECKS],
    ['faqEntry', ['coverages', 0], COVERAGE_KINDS],
    ['faqEntry', ['topics', 0], TOPICS],
    ['faqEntry', ['theme'], THEMES],
    ['search', ['themes', 0, 'id'], THEMES],
    ['console_', ['pages', 0, 'topic'], TOPICS],
    ['console_', ['prompts', 0, 'kind'], PROMPT_KINDS],
    ['province', ['rules', 0, 'accepts', 0], HOLDERS],
    ['province', ['rules', 3, 'subject'], SUBJECTS],
    ['province', ['rules', 4, 'subject'], SUBJECTS],
    ['province', ['rules', 5, 'subject'], SUBJECTS],
  ])('%s at %j', (name, path, choices) => {
    for (const choice of choices) expect(told(name, path, choice)).toEqual([]);
    expect(told(name, path, 'odd')).toEqual([`${placeOf(path)}: one of ${choices.join(', ')}, "odd"`]);
  });

  test('a block and a rule are one of their kinds', () => {
    const kinds = (all: readonly { readonly kind: string }[]) => all.map(({ kind }) => kind).join(', ');
    const locale = LOCALES[0];
    expect(told('faqEntry', ['answer', locale, 0, 'kind'], 'html')).toEqual([
      `answer.${locale}[0].kind: one of ${kinds(BLOCKS)}, "html"`,
    ]);
    expect(told('province', ['rules', 0, 'kind'], 'mood')).toEqual([`rules[0].kind: one of ${kinds(RULES)}, "mood"`]);
  });
});

describe('texts that have a form', () => {
  test.each<[string, keyof typeof SAMPLES, Path, readonly string[], readonly string[]]>([
    [
      'an id (lower-case letters, digits, hyphens)',
      'source',
      ['id'],
      ['a', '1', 'a-b', 'abc-1-x2'],
      ['A', 'a-', '-a', 'a--b', 'a b', ' a', 'a ', 'a_b', 'a.b', 'é', 'a\n'],
    ],
    [
      'a date YYYY, YYYY-MM or YYYY-MM-DD',
      'source',
      ['retrievedOn'],
      [
        '2026',
        '2026-01',
        '2026-09',
        '2026-10',
        '2026-12',
        '2026-01-01',
        '2026-01-09',
        '2026-01-10',
        '2026-01-29',
        '2026-01-30',
        '2026-01-31',
      ],
      [
        '26',
        '20261',
        '2026-00',
        '2026-13',
        '2026-1',
        '2026-010',
        '2026-01-00',
        '2026-01-32',
        '2026-01-1',
        '2026-01-011',
        ' 2026',
        '2026 ',
        '2026-',
        '2026-01-',
        '2026/01',
        'x2026',
      ],
    ],
    [
      'a date YYYY-MM-DD',
      'stamp',
      ['date'],
      ['2026-01-01', '2026-09-09', '2026-10-10', '2026-12-29', '2026-12-30', '2026-12-31'],
      [
        '2026',
        '2026-01',
        '2026-00-01',
        '2026-13-01',
        '2026-01-00',
        '2026-01-32',
        '2026-1-1',
        ' 2026-01-01',
        '2026-01-01 ',
        '12026-01-01',
        '2026-01-011',
        '26-01-01',
      ],
    ],
    [
      'an https address',
      'source',
      ['url'],
      ['https://a', 'https://example.com/a?b#c', 'https://例子.中国/'],
      [
        'http://example.com/',
        'https://',
        'HTTPS://example.com/',
        'xhttps://example.com/',
        'https://a b',
        'https://a"b',
        'https://a<b',
        'https://a>b',
        'https://a\n',
      ],
    ],
    [
      'a name in A-labels',
      'suffixes',
      [0, 'suffix'],
      ['a', 'com', 'com.cn', 'a1.b2', 'xn--fiqs8s', 'a-b.c-d.e', '1.2', 'ab.cd.ef.gh'],
      ['中国', 'A', 'a.', '.a', 'a..b', '-a', 'a-', 'a.-b', 'a.b-', 'a b', '*.a', '!a', 'a_b', 'a/b', ' a', 'a '],
    ],
    [
      'a host in A-labels, or *. and one',
      'console_',
      ['sites', 0, 'host'],
      ['a', 'www.a.com', '*.a', '*.a.com', 'xn--fiqs8s'],
      ['*', '*.', '**.a', '*.*.a', 'a.*.b', '*a', '!a', 'a/b', 'a:1', 'A.com', 'www.*.', '中国', 'a*.b'],
    ],
    [
      'a path that begins with /',
      'console_',
      ['sites', 0, 'paths', 0],
      ['/', '/a', '/a/b-c.d', '/中'],
      ['a', 'a/b', '/a b', '/a?b', '/a#b', '/a*', ' /a', 'x/', '/\n'],
    ],
    [
      'a rule in A-labels',
      'platforms',
      [0, 'suffixes', 0],
      ['a', 'a.com', '*.a.com', '!a.com'],
      ['!*.a', '*.!a', '*a', 'a.*', 'a!', '**.a', 'A', '中国', 'a.!b', 'a.*.b'],
    ],
    [
      'rules separated by blanks',
      'suffixList',
      ['cn'],
      ['.', '. com', '*. !.', '*compute.amazonaws com', '!www.ck', 'xn--55qx5d'],
      ['com ', ' com', 'com  net', '!', '*', '**.', '!*a', 'A', '.com', 'com.', '公司', 'a\n'],
    ],
    ['one character', 'province', ['letter'], ['粤', 'A', '𠮷'], ['粤粤', 'AB']],
    ['two digits', 'province', ['police', 'code'], ['00', '44'], ['4', '444', 'a4', '4a', ' 44', '44 ', '四四']],
    ['a text', 'source', ['title'], ['x', ' x '], [' ', '\n']],
  ])('%s', (expected, name, path, good, bad) => {
    for (const text of good) expect(told(name, path, text), text).toEqual([]);
    for (const text of [...bad, ''])
      expect(told(name, path, text), text).toEqual([`${placeOf(path)}: ${expected}, ${JSON.stringify(text)}`]);
  });

  test('a top-level domain of the suffix list is one label in A-labels', () => {
    for (const key of ['a', 'xn--fiqs8s']) expect(told('suffixList', [key], '.')).toEqual([]);
    for (const key of ['A', 'a.b', '中国', '-a', '.', '*'])
      expect(told('suffixList', [key], '.')).toEqual([`${key}: a top-level domain in A-labels, "${key}"`]);
  });

  test('every name, rule, host and id is held to its form, wherever it stands', () => {
    const ID = 'an id (lower-case letters, digits, hyphens)';
    for (const [name, path, expected] of [
      ['specialUse', [0, 'name'], 'a name in A-labels'],
      ['registrar', ['websites', 0], 'a name in A-labels'],
      ['province', ['rules', 5, 'suffixes', 0], 'a name in A-labels'],
      ['pslDifferences', ['retired', 0], 'a rule in A-labels'],
      ['pslDifferences', ['icannAdded', 0], 'a rule in A-labels'],
      ['lookUps', ['rdap', 0, 'url'], 'an https address with {domain} or {suffix} behind its host'],
      ['lookUps', ['rdap', 0, 'suffixes', 0], 'a name in A-labels'],
      ['source', ['publishedOn'], 'a date YYYY, YYYY-MM or YYYY-MM-DD'],
      ['province', ['police', 'letter'], 'one character'],
      ['faqEntry', ['answer', LOCALES[0], 4, 'url'], 'an https address'],
      ['suffixes', [0, 'listedBy', 0], ID],
      ['platforms', [0, 'cites', 0], ID],
      ['specialUse', [0, 'cites', 0], ID],
      ['pslDifferences', ['cites', 0], ID],
      ['registrar', ['cites', 0, 'source'], ID],
      ['registrar', ['id'], ID],
      ['registrar', ['mainlandCompany'], ID],
      ['registrar', ['against', 0, 'source'], ID],
      ['faqEntry', ['id'], ID],
      ['faqEntry', ['reasons', 0], ID],
      ['faqEntry', ['prompts', 0], ID],
      ['console_', ['id'], ID],
      ['console_', ['registrar'], ID],
      ['console_', ['sharesPromptsOf', 0], ID],
      ['console_', ['prompts', 0, 'means'], ID],
      ['console_', ['cites', 0, 'source'], ID],
      ['province', ['id'], ID],
      ['glossaryEntry', ['id'], ID],
    ] as const)
      expect(told(name, path, 'No Name')).toEqual([`${placeOf(path)}: ${expected}, "No Name"`]);
  });
});
