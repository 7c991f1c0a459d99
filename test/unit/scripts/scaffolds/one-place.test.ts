import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import recorded from '../../../../scripts/build/hosts-at-installation.json' with { type: 'json' };
import { KINDS, RULE_KINDS, scaffold } from '../../../../scripts/scaffolds/scaffold.ts';
import { BELONGS } from '../../../../scripts/scaffolds/what-belongs.ts';
import { DATA, readFiles } from '../../../../src/cli/load-ruleset.ts';
import type { Answers } from '../../../../src/domain/answers/answers.ts';
import { LOCALES } from '../../../../src/domain/common/locale.ts';
import { createEngine } from '../../../../src/domain/eligibility/engine.ts';
import { faqForVerdict } from '../../../../src/domain/eligibility/related-faq.ts';
import type { Verdict } from '../../../../src/domain/eligibility/verdict.ts';
import { createGuidanceSearch } from '../../../../src/domain/guidance-search/search-guidance.ts';
import { displayOf } from '../../../../src/domain/hostname/labels.ts';
import { optionalConsoleOf } from '../../../../src/domain/prompts/console-permissions.ts';
import { patternsOf } from '../../../../src/domain/prompts/console-prompts.ts';
import { consoleOfHost } from '../../../../src/domain/prompts/find-console.ts';
import { createMatcher } from '../../../../src/domain/prompts/prompt-matcher.ts';
import { registrarOfHost } from '../../../../src/domain/ruleset/find-registrars.ts';
import { splitTerms } from '../../../../src/domain/ruleset/glossary-terms.ts';
import type { Ruleset } from '../../../../src/domain/ruleset/ruleset.ts';
import { type Files, formatIssue, parseBundle } from '../../../../src/domain/ruleset/validation/parse-ruleset.ts';

const files = readFiles();
const INSTALLED = recorded.matches.map((match) => new URL(match.replace('*', '')).host);
const TODAY = '2026-11-24';

// biome-ignore lint/suspicious/noExplicitAny: facts that are being written have no type yet.
type Loose = any;

const text = (words: string) => Object.fromEntries(LOCALES.map((locale) => [locale, words]));
const CITED = [{ source: 'jiangxi-faq-2020' }];

/** How a kind of fact is begun and filled in, and how it shows that it is in use. */
interface Row {
  /** The arguments of `npm run new`. */
  readonly args: readonly [kind: keyof typeof KINDS, ...string[]];
  /** Returns the new fact in a file's content. */
  readonly entry: (value: Loose) => Loose;
  /** What is written into it; the rest of it goes but for what the beginning gave. */
  readonly filled: Readonly<Record<string, unknown>>;
  /** What may be missing from it. */
  readonly optional: readonly string[];
  readonly shows: (rules: Ruleset) => boolean;
}

const whole = (value: Loose) => value;

const ROWS: readonly Row[] = [
  {
    args: ['suffix', 'newest'],
    entry: (facts) => facts.find((one: Loose) => one.suffix === 'newest'),
    filled: {
      suffix: 'newest',
      unicode: 'newest',
      status: 'approved',
      confidence: 'high',
      listedBy: ['tencent-filing-domains-2022'],
      deniedBy: [],
      absentFrom: [],
    },
    optional: [],
    shows: (rules) => outcomeOf(rules, 'name.newest', 'suffix-approved') === 'pass',
  },
  {
    args: ['platform', 'Zebra Pages'],
    entry: (facts) => facts.find((one: Loose) => one.owner === 'Zebra Pages'),
    filled: { owner: 'Zebra Pages', suffixes: ['zebra-pages.com'], cites: ['public-suffix-list'] },
    // Whose platform it is, nobody may know; it must stand behind the others then.
    optional: ['owner'],
    shows: (rules) => verdict(rules, 'me.zebra-pages.com').coverage.kind === 'platform',
  },
  {
    args: ['registrar', 'new-registrar'],
    entry: whole,
    filled: {
      id: 'new-registrar',
      name: text('New Registrar'),
      names: ['New Registrar Ltd.'],
      iana: [999_999],
      websites: ['new-registrar.cn'],
      status: 'approved',
      basis: 'statement',
      cites: CITED,
    },
    optional: [],
    shows: (rules) =>
      registrarOfHost(rules.registrars, 'www.new-registrar.cn') !== null &&
      outcomeOf(rules, 'example.com', 'registrar-licensed', { registrar: 'new-registrar' }) === 'pass',
  },
  {
    args: ['province-rule', 'yn', 'overseas-registrar-refused'],
    entry: (value) => value.rules.at(-1),
    filled: { kind: 'overseas-registrar-refused', cites: [{ source: 'huawei-province-rules-2025' }] },
    optional: [],
    shows: (rules) =>
      outcomeOf(rules, 'example.com', 'province-accepts', { province: 'yn', registrar: 'godaddy' }) === 'fail',
  },
  {
    args: ['faq', 'a-new-answer'],
    entry: whole,
    filled: {
      id: 'a-new-answer',
      checks: ['suffix-approved'],
      coverages: [],
      topics: [],
      prompts: [],
      question: text('Quite a question?'),
      title: text('A title'),
      theme: 'domain',
      asked: ['an odd question', '奇怪的问题'],
      answer: Object.fromEntries(LOCALES.map((locale) => [locale, [{ kind: 'paragraph', text: 'An answer.' }]])),
      cites: CITED,
    },
    optional: [],
    shows: (rules) =>
      faqForVerdict(rules, verdict(rules, 'example.io')).some((one) => one.id === 'a-new-answer') &&
      createGuidanceSearch(rules, 'en')
        .find('quite')
        .some(({ id }) => id === 'a-new-answer'),
  },
  {
    args: ['term', 'a-new-term'],
    entry: whole,
    filled: { id: 'a-new-term', term: text('zone apex'), also: [], meaning: text('The top of a zone.'), cites: CITED },
    optional: [],
    shows: (rules) => splitTerms('At the zone apex.', rules.glossary).some((part) => part.entry?.id === 'a-new-term'),
  },
  {
    args: ['console', 'a-new-console'],
    entry: whole,
    filled: {
      id: 'a-new-console',
      name: text('A Console'),
      accessProvider: false,
      sites: [{ host: 'icp.console-new.cn', verified: false }],
      pages: [{ topic: 'filing', verified: false }],
      sharesPromptsOf: [],
      groups: [],
      prompts: [],
      cites: [],
    },
    optional: [],
    shows: (rules) =>
      consoleOfHost(rules, 'icp.console-new.cn')?.id === 'a-new-console' &&
      // It is offered, and added to nobody's installation.
      optionalConsoleOf(rules, INSTALLED, 'icp.console-new.cn')?.console.id === 'a-new-console',
  },
  {
    args: ['prompt', 'aliyun', '一条全新的提示语'],
    entry: (value) => value.prompts.find((one: Loose) => one.says === '一条全新的提示语'),
    filled: { says: '一条全新的提示语', means: 'suffix-not-approved', cites: CITED },
    optional: [],
    shows: (rules) => {
      const console = rules.consoles.find((one) => one.id === 'aliyun');
      const match = createMatcher(console ? patternsOf(rules, console) : []);
      const found = match([{ text: '提交失败：一条全新的提示语。', node: null }]);
      return found.some(({ pattern }) => pattern.guidance === 'suffix-not-supported');
    },
  },
];

function verdict(rules: Ruleset, host: string, answers: Answers = {}): Verdict {
  const answer = createEngine(rules).assess(host, answers, TODAY);
  if (answer.kind === 'problem') throw new Error(answer.problem.type);
  return answer.verdict;
}

function outcomeOf(rules: Ruleset, host: string, check: string, answers: Answers = {}): string | undefined {
  return verdict(rules, host, answers).findings.find((one) => one.check === check)?.outcome;
}

function parse(given: Files): { rules: Ruleset | null; told: string } {
  const parsed = parseBundle(given, displayOf);
  return parsed.ok
    ? { rules: parsed.rules, told: '' }
    : { rules: null, told: parsed.troubles.map(formatIssue).join('\n') };
}

function read(path: string): string | null {
  return path in files ? readFileSync(join(DATA, path), 'utf8') : null;
}

/** Returns what comes of arguments that must be right. */
function begun(args: readonly string[]) {
  const made = scaffold(args, read);
  if (!made.ok) throw new Error(made.wrong);
  return { ...made, value: JSON.parse(made.text) as Loose };
}

const real = parse(files).rules as Ruleset;

describe.each(ROWS)('$args is one file', ({ args, entry, filled, optional, shows }) => {
  const { path, value, places } = begun(args);

  /** The file with the fact filled in; `without` leaves one of its properties out. */
  function file(without?: string): Loose {
    const content = structuredClone(value);
    const fact = entry(content);
    for (const key of Object.keys(fact)) if (!(key in filled) || key === without) delete fact[key];
    for (const [key, one] of Object.entries(filled)) if (key !== without) fact[key] = one;
    return content;
  }

  test('its beginning is refused at each place to fill in, and nowhere else', () => {
    const { told } = parse({ ...files, [path]: value });
    const refused = told.split('\n').map((line) => line.slice(0, line.indexOf(': expected ')));
    expect(places.length).toBeGreaterThan(1);
    expect(refused.sort()).toEqual(places.map(({ at }) => `${path} at ${at}`).sort());
    for (const { what } of places) expect(what).not.toBe('');
  });

  test('filled in, it is in use without another file being touched', () => {
    const { rules, told } = parse({ ...files, [path]: file() });
    expect(told).toBe('');
    expect(shows(real), 'it was not so before').toBe(false);
    expect(rules && shows(rules)).toBe(true);
  });

  test.each(Object.keys(filled).filter((key) => !optional.includes(key)))(
    'without its %s it is refused by name',
    (key) => {
      const { told } = parse({ ...files, [path]: file(key) });
      expect(told.split('\n').some((line) => line.startsWith(path) && line.includes(key))).toBe(true);
    },
  );

  test('what was in the file before stays as it was', () => {
    const before = read(path);
    if (before === null) return expect(path).toContain(args[1]);
    const lines = begun(args).text.split('\n');
    // The entry before the last one gets a comma.
    const gone = before.split('\n').filter((line) => !lines.includes(line) && !lines.includes(`${line},`));
    expect(gone).toEqual([]);
  });
});

test('every kind that can be begun is tried here', () => {
  // A source is in use as soon as something cites it; it has a test of its own.
  expect([...ROWS.map(({ args }) => args[0]), 'source'].sort()).toEqual(Object.keys(KINDS).sort());
});

test.each(RULE_KINDS)('a province’s rule of the kind %s is refused at each place to fill in', (kind) => {
  const { path, value, places } = begun(['province-rule', 'gx', kind]);
  const { told } = parse({ ...files, [path]: value });
  for (const { at } of places) expect(told).toContain(`${path} at ${at}: expected`);
});

test('what is said to belong in a place is said of a place that there is', () => {
  const told = [
    ...ROWS.map(({ args }) => args),
    ['source', 'a-new-source'],
    ...RULE_KINDS.map((kind) => ['province-rule', 'gx', kind]),
  ].flatMap((args) => begun(args).places.map(({ what }) => `${args[0]}: ${what}`));
  const said = Object.entries(BELONGS).flatMap(([kind, places]) =>
    Object.entries(places).map(([at, what]) => ({ kind, at, what })),
  );
  // What a prompt says is given.
  const needless = said.filter(
    ({ kind, at, what }) =>
      !(kind === 'prompt' && at === 'says') && !told.some((one) => one.startsWith(`${kind}: `) && one.includes(what)),
  );
  expect(needless).toEqual([]);
});

test('a source is one file, as soon as a fact cites it', () => {
  const { path, value, places } = begun(['source', 'a-new-source']);
  const { told } = parse({ ...files, [path]: value });
  for (const { at } of places) expect(told).toContain(`${path} at ${at}: expected`);
  Object.assign(value, { title: 'A notice', publisher: text('A publisher'), url: 'https://www.miit.gov.cn/a' });
  Object.assign(value, { publishedOn: '2026-11-01', retrievedOn: '2026-11-24', standing: 'authority', complete: true });
  const one = { [path]: value };
  expect(parse({ ...files, ...one }).told).toBe(`${path}: expected a source that something cites, found no citation`);
  const registrar = structuredClone(files['registrars/ename.json']) as Loose;
  registrar.cites = [{ source: 'a-new-source' }];
  expect(parse({ ...files, ...one, 'registrars/ename.json': registrar }).told).toBe('');
});

describe('what cannot be begun', () => {
  test.each([
    [['registrar', 'ename'], /a file that is there/],
    [['suffix', 'com'], /already/],
    [['suffix', '.com'], /already/],
    [['suffix', '中国'], /already/],
    [['suffix', 'a b'], /expected a suffix/],
    [['platform', 'Balena'], /already/],
    [['faq', 'Not An Id'], /expected an id/],
    [['faq', '../escape'], /expected an id/],
    [['prompt', 'aliyun', 'TLD未批复'], /already/],
    [['prompt', 'nowhere', 'x'], /consoles\//],
    [['province-rule', 'zz', 'note'], /provinces\//],
    [['province-rule', 'gx', 'mood'], /expected one of holder/],
    [['mood', 'x'], /expected one of source/],
    [['toString', 'x'], /expected one of source/],
    [['faq'], /expected ID, found nothing/],
    [['faq', 'a', 'b'], /expected ID, found a b/],
    [[], /expected one of source/],
  ])('%j', (given, why) => {
    expect(scaffold(given, read)).toEqual({ ok: false, wrong: expect.stringMatching(why) });
  });
});

test('lists stay in order, also at their ends', () => {
  for (const name of ['aaa', 'mmmm', 'zzzz', '测试后缀']) {
    const names = begun(['suffix', name]).value.map((one: Loose) => one.suffix);
    expect(names).toEqual([...names].sort());
    expect(names).toHaveLength(real.suffixes.length + 1);
  }
  for (const says of ['!', '域名甲', '龥龥']) {
    const prompts = begun(['prompt', 'aliyun', says]).value.prompts.map((one: Loose) => one.says);
    expect(prompts).toEqual([...prompts].sort());
    expect(prompts).toContain(says);
  }
});

test.each([
  [['prompt', '../../../package', 'text'], 'expected the id of a file in consoles/, found "../../../package"'],
  [['province-rule', '../sources/jiangxi-faq-2020', 'holder'], 'expected the id of a file in provinces/'],
  [['prompt', 'aliyun', ''], 'as text in one line'],
  [['prompt', 'aliyun', 'two\nlines'], 'as text in one line'],
  [['prompt', 'aliyun', '\u202etxet'], 'as text in one line'],
  [['platform', ' '], 'as text in one line'],
  [['platform', 'TODO: somebody'], 'as text in one line'],
  [['suffix', '.'], 'expected a suffix'],
  [['suffix', 'new/est'], 'expected a suffix'],
  [['suffix', 'https://newest'], 'expected a suffix'],
])('npm run new refuses what no fact can be: %j', (args, said) => {
  // Whatever is asked for is there, so that only the arguments can be at fault.
  const made = scaffold(args, (path) => String(files[path] ?? '{}'));
  expect(made).toMatchObject({ ok: false, wrong: expect.stringContaining(said) });
});
