/**
 * Messages and files that are built to break what reads them: nothing throws, nothing leaks into
 * prototypes, nothing is taken that is not ours.
 */
import { afterEach, describe, expect, test } from 'vitest';
import { readFiles } from '../../../src/cli/load-ruleset.ts';
import { readAnswers } from '../../../src/domain/answers/answers.ts';
import { readDomainAnswers } from '../../../src/domain/answers/domain-answers.ts';
import { displayOf } from '../../../src/domain/hostname/labels.ts';
import { assessAll } from '../../../src/domain/portfolio/assess-rows.ts';
import { planOf } from '../../../src/domain/portfolio/filing-plan.ts';
import {
  decodePortfolio,
  emptyPortfolio,
  FILE_FORM,
  fileOf,
  packed,
  portfoliosIn,
  unpacked,
} from '../../../src/domain/portfolio/portfolio-record.ts';
import { decodeHintPreferences, isSoundHintPreferences } from '../../../src/domain/prompts/hint-preferences.ts';
import { decodeHints } from '../../../src/domain/prompts/hint-states.ts';
import { parseRules, RULES_FORM, readRules, writeRules } from '../../../src/domain/ruleset/validation/ruleset-file.ts';
import { decodeRequest, dispatch, type Handlers, type Kind } from '../../../src/messaging/protocol.ts';
import { engine, rules } from '../../support/shipped-ruleset.ts';

const date = rules.stamp.date;
const TERMS = { newest: date, today: date, hosts: new Set<string>(), toUnicode: displayOf };
const nested = (depth: number, open = '[', close = ']') => open.repeat(depth) + close.repeat(depth);
const deep: unknown = JSON.parse(nested(5000));
const trap = new Proxy(
  {},
  new Proxy(
    {},
    {
      get: () => () => {
        throw new Error('a trap');
      },
    },
  ),
);
const { proxy: revoked, revoke } = Proxy.revocable({}, {});
revoke();
const cycle: Record<string, unknown> = { kind: 'topic' };
cycle.topic = cycle;
cycle.names = [cycle];
const bomb = {
  get kind() {
    throw new Error('a getter');
  },
};
/** Says something else each time that it is read. */
const fickle = {
  asked: 0,
  get kind() {
    return this.asked++ === 0 ? 'topic' : 'remember';
  },
  get topic() {
    return this.asked++ % 2 === 0 ? 'a.cn' : { toString: trap };
  },
};

/** Anything that is no plain text or number, to be put in any place. */
const VALUES: readonly unknown[] = [
  trap,
  revoked,
  cycle,
  bomb,
  deep,
  null,
  undefined,
  10n ** 400n,
  1e308,
  Number.NaN,
  -0,
  Symbol('x'),
  () => {},
  new Map([['a', 1]]),
  new Array(1_000_000),
  Array.from({ length: 200_000 }, () => 'a.com'),
  'x'.repeat(5_000_000),
  { toString: 1, valueOf: 1 },
  { toJSON: trap },
  Object.create(null),
  JSON.parse('{"__proto__": {"polluted": true}, "constructor": {"prototype": {"polluted": true}}}'),
];
/** As JSON can say them: what comes from files and storage. */
const PLAIN = VALUES.filter(
  (value) =>
    ![trap, revoked, cycle, bomb].includes(value as never) &&
    typeof value !== 'symbol' &&
    typeof value !== 'function' &&
    !(value !== null && typeof value === 'object' && 'toJSON' in value),
);

/** What only pages of our own may send. */
const OWN_KINDS: readonly unknown[] = ['restore', 'dismiss', 'loadedRules', 'keepRules'] satisfies Kind[];
const PAGE = { kind: 'page', host: 'a.cn' } as const;
const asked: unknown[] = [];
const note = async (ask: unknown) => {
  asked.push(ask);
  return null as never;
};
const handlers = Object.fromEntries(
  (
    [
      'page',
      'guidance',
      'remember',
      'names',
      'topic',
      'switchOff',
      'openHintSettings',
      'restore',
      'dismiss',
      'loadedRules',
      'keepRules',
    ] satisfies Kind[]
  ).map((kind) => [kind, note]),
) as unknown as Handlers;

afterEach(() => {
  expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
  expect(Object.keys(Object.prototype)).toEqual([]);
});

describe('messages', () => {
  const FIELDS = ['id', 'site', 'prompt', 'state', 'names', 'topic', 'file'];

  test('whatever a sender makes of any field, the message is ours or not, and reading it never throws', async () => {
    for (const value of VALUES) {
      expect(decodeRequest(value)).toBeNull();
      expect(dispatch(value, PAGE, handlers)).toBeUndefined();
      for (const kind of [...Object.keys(handlers), '__proto__', 'constructor', value]) {
        const message: Record<string, unknown> = {
          kind,
          site: 's',
          prompt: 'p',
          state: 'open',
        };
        const sender = OWN_KINDS.includes(kind) ? ({ kind: 'own' } as const) : PAGE;
        for (const field of FIELDS) await dispatch({ ...message, [field]: value }, sender, handlers);
        const getter = Object.defineProperty({ ...message }, 'names', { get: () => value, enumerable: true });
        await dispatch(getter, sender, handlers);
      }
    }
  });

  test('what reaches a handler is short and of the declared kind', async () => {
    asked.length = 0;
    const names = ['a.com', 'x'.repeat(300), '', 5, null, { length: 3 }, trap, cycle];
    await dispatch({ kind: 'names', names }, PAGE, handlers);
    expect(asked).toEqual([{ kind: 'names', names: ['a.com'] }]);
    expect(decodeRequest({ kind: 'names', names: new Array(101).fill('a.com') })).toBeNull();
    expect(decodeRequest({ kind: 'remember', prompt: 'x'.repeat(261), state: 'open' })).toBeNull();
    expect(decodeRequest({ kind: 'restore', site: 'x'.repeat(261) })).toBeNull();
    expect(decodeRequest({ kind: 'dismiss', site: 's', prompts: ['x'.repeat(261)] })).toBeNull();
    expect(decodeRequest({ kind: 'dismiss', site: 's', prompts: Array(501).fill('p') })).toBeNull();
    expect(decodeRequest({ kind: 'topic', topic: 'x'.repeat(260) })).not.toBeNull();
  });

  test('a sender that says something else each time is asked once', () => {
    const ask = decodeRequest(fickle);
    expect(ask === null || typeof (ask as { topic?: unknown }).topic === 'string').toBe(true);
    expect(ask?.kind ?? 'topic').toBe('topic');
  });
});

describe('what is stored', () => {
  test('is read without an exception whatever it is, in every place', () => {
    for (const value of PLAIN) {
      for (const read of [decodeHints, decodeHintPreferences, isSoundHintPreferences])
        for (const one of [value, { a: value }, { sites: value, kinds: value, all: value }]) read(one);
      readDomainAnswers(value, rules);
      readDomainAnswers({ version: 1, answers: value, hosts: value }, rules);
      readDomainAnswers({ version: 1, answers: {}, hosts: { 'a.com': value } }, rules);
      for (const name of ['registrar', 'province', 'expiresOn', 'namesOnSite', 'hosting', '__proto__', 'toString'])
        expect(readAnswers({ [name]: value }, rules).answers, name).toEqual({});
    }
  });
});

describe('portfolio files', () => {
  const good = { ...emptyPortfolio('a', 'A'), entries: packed([{ line: 1, input: 'a.com' }]) };
  const file = (portfolios: string) => `{"form": "${FILE_FORM}", "portfolios": ${portfolios}}`;

  test('a value of any kind in any place is left out or refused', () => {
    for (const value of PLAIN) {
      decodePortfolio(value, rules);
      for (const key of ['id', 'name', 'revision', 'entries', 'rejected', 'answers', 'sites', '__proto__']) {
        const read = decodePortfolio({ ...good, [key]: value }, rules);
        if (read !== null) expect(Object.keys(read).sort(), key).toEqual(Object.keys(good).sort());
      }
      decodePortfolio({ ...good, entries: [value], rejected: [value], sites: [value, [value, value]] }, rules);
    }
  });

  test.each([
    ['cut off', file('[{"id": "a"').slice(0, -3)],
    ['of a hundred thousand levels', file(nested(100_000))],
    ['of a hundred thousand objects in each other', file(nested(100_000, '{"a":', '}').replace(':}', ':1}'))],
    [
      'with numbers that no computer has',
      file('[{"id": "a", "name": "A", "revision": 1e999999, "entries": [{"line": -1e999999, "input": "a.com"}]}]'),
    ],
    [
      'with keys that every object has',
      file(
        '[{"__proto__": {"polluted": true}, "constructor": {"prototype": {"polluted": true}}, "id": "__proto__", "name": "__proto__", "entries": [{"__proto__": {"polluted": true}, "line": 1, "input": "__proto__"}], "sites": [["__proto__", "constructor"]], "answers": {"__proto__": {"polluted": true}}}]',
      ),
    ],
    [
      'with a million and one entries',
      file(
        `[{"id": "a", "name": "A", "entries": [${'{"line":1,"input":"a.com"},'.repeat(1_000_000)}{"line":1,"input":"a.com"}]}]`,
      ),
    ],
    ['of 50 MB in one name', file(`[{"id": "a", "name": "${'n'.repeat(50_000_000)}", "entries": []}]`)],
    [
      'of 50 MB in one entry',
      file(`[{"id": "a", "name": "A", "entries": [{"line": 1, "input": "${'n'.repeat(50_000_000)}"}]}]`),
    ],
  ])('%s: read or refused, and what is taken is bounded', (_, text) => {
    for (const one of portfoliosIn(text, rules) ?? []) {
      expect(one.name.length).toBeLessThanOrEqual(200);
      expect(one.entries.lines.length).toBeLessThanOrEqual(1_000_000);
      expect(one.entries.names.length).toBeLessThanOrEqual(2000);
      expect(Number.isSafeInteger(one.revision)).toBe(true);
      const rows = assessAll(engine, unpacked(one.entries), 0, one.answers);
      expect(() => planOf(rows, { answers: one.answers, sites: new Map(one.sites) }, engine.facts)).not.toThrow();
      expect(portfoliosIn(fileOf([one]), rules)).toEqual([one]);
    }
  });

  test('names that every object has are planned like others', () => {
    const names = [
      'constructor.com',
      'toString.com',
      'www.constructor.com',
      '__proto__.example.com',
      'hasOwnProperty.cn',
    ];
    const rows = assessAll(
      engine,
      names.map((input, index) => ({ line: index + 1, input })),
      0,
      {},
    );
    const sites = new Map(rows.map((row) => [row.host, '__proto__']));
    const plan = planOf(rows, { answers: { province: 'gx' }, sites }, engine.facts);
    expect(JSON.stringify(plan)).toContain('constructor.com');
  });
});

describe('rules files', () => {
  const files = readFiles();
  const places = [
    'stamp.json',
    'tlds.json',
    'platforms.json',
    'suffix-list.json',
    'registrars/ename.json',
    'consoles/aliyun.json',
    'faq/sub-domains.json',
    'provinces/gd.json',
  ];

  test('a value of any kind in the place of any part is refused, and said to be', () => {
    for (const value of PLAIN) {
      expect(parseRules(value, TERMS).ok).toBe(false);
      expect(parseRules({ form: RULES_FORM, files: value }, TERMS).ok).toBe(false);
      // A suffix list may be any record, and some of these are empty ones.
      for (const place of places.filter((one) => one !== 'suffix-list.json')) {
        const whole = parseRules({ form: RULES_FORM, files: { ...files, [place]: value } }, TERMS);
        expect(whole.ok, place).toBe(false);
        if (!whole.ok) expect(whole.troubles.length).toBeGreaterThan(0);
      }
    }
  });

  test('a value of any kind in any field of a file never throws', () => {
    for (const place of places) {
      const file = files[place];
      if (typeof file !== 'object' || file === null) continue;
      for (const key of [...Object.keys(file).slice(0, 3), '__proto__']) {
        for (const value of [deep, { toString: 1 }, 1e308]) {
          const broken = Array.isArray(file)
            ? file.with(0, value)
            : { ...file, ...JSON.parse(`{"${key}": 0}`), [key]: value };
          expect(
            () => parseRules({ form: RULES_FORM, files: { ...files, [place]: broken } }, TERMS),
            `${place} ${key}`,
          ).not.toThrow();
        }
      }
    }
  });

  test.each([
    ['50 MB', ' '.repeat(50_000_000)],
    ['as many levels as fit', nested(1_000_000)],
    ['levels in the place of files', `{"form":"${RULES_FORM}","files":${nested(1_000_000)}}`],
    [
      'levels in a file',
      writeRules({ ...files, 'stamp.json': null }).replace('"stamp.json":null', `"stamp.json":${nested(1_000_000)}`),
    ],
    [
      'a huge number',
      writeRules({ ...files, 'stamp.json': null }).replace(
        '"stamp.json":null',
        `"stamp.json":${'9'.repeat(1_000_000)}`,
      ),
    ],
    [
      'a hundred thousand unknown files',
      `{"form":"${RULES_FORM}","files":{${Array.from({ length: 100_000 }, (_, index) => `"${index}":0`).join()}}}`,
    ],
    [
      'prototypes',
      writeRules(files).replace('"files":{', '"__proto__":{"polluted":true},"files":{"__proto__":{"polluted":true},'),
    ],
    [
      'prototypes in a fact',
      writeRules(files).replace('"stamp.json":{', '"stamp.json":{"__proto__":{"polluted":true},'),
    ],
  ])('%s: refused, and said why', (_, text) => {
    const read = readRules(text, TERMS);
    expect(read.ok).toBe(false);
    if (!read.ok)
      for (const { found, expected } of read.troubles.slice(0, 10))
        expect(`${found} ${expected}`.length).toBeLessThan(500);
  });
});
