import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { ROOT, readFiles } from '../../src/build/load.ts';
import { consoleMatches } from '../../src/build/manifest.ts';
import { type Files, parseBundle, sayTrouble } from '../../src/core/bundle/parse.ts';
import { faqForVerdict } from '../../src/core/explain.ts';
import { allPatterns, consoleOfHost } from '../../src/core/guidance.ts';
import { type Answers, LOCALES, type RuleBundle, type Verdict } from '../../src/core/model.ts';
import { splitTerms } from '../../src/core/terms.ts';
import { createEngine } from '../../src/engine.ts';
import { displayOf } from '../../src/names/host.ts';
import { scaffold } from '../../src/tools/new.ts';

const files = readFiles();
const TODAY = '2026-11-24';

// biome-ignore lint/suspicious/noExplicitAny: facts that are being written have no type yet.
type Loose = any;

const text = (words: string) => Object.fromEntries(LOCALES.map((locale) => [locale, words]));
const CITED = [{ source: 'jiangxi-faq-2020' }];

/** Where a kind of fact goes, how its beginning is filled in, and how it shows that it is in use. */
interface Row {
  readonly kind: string;
  readonly id: string;
  readonly fill: (value: Loose) => void;
  readonly shows: (rules: RuleBundle) => unknown;
}

const ROWS: readonly Row[] = [
  {
    kind: 'suffix',
    id: 'newest',
    fill(facts) {
      const fact = facts.find((one: Loose) => one.suffix === 'newest');
      Object.assign(fact, { status: 'approved', confidence: 'high', listedBy: ['tencent-filing-domains-2022'] });
    },
    shows: (rules) => outcomeOf(rules, 'name.newest', 'suffix-approved') === 'pass',
  },
  {
    kind: 'registrar',
    id: 'new-registrar',
    fill(value) {
      Object.assign(value, { name: text('New Registrar'), iana: [999_999], websites: ['new-registrar.cn'] });
      Object.assign(value, { status: 'approved', basis: 'statement', cites: CITED });
    },
    shows: (rules) => outcomeOf(rules, 'example.com', 'registrar-licensed', { registrar: 'new-registrar' }) === 'pass',
  },
  {
    kind: 'province-rule',
    id: 'bj',
    fill(value) {
      value.rules[value.rules.length - 1] = {
        kind: 'domains-per-site',
        most: 1,
        cites: [{ source: 'huawei-province-rules-2025' }],
      };
    },
    shows: (rules) =>
      outcomeOf(rules, 'example.com', 'province-accepts', { province: 'bj', namesOnSite: 2 }) !== 'pass',
  },
  {
    kind: 'faq',
    id: 'a-new-answer',
    fill(value) {
      const answer = Object.fromEntries(LOCALES.map((locale) => [locale, [{ kind: 'paragraph', text: 'An answer.' }]]));
      Object.assign(value, { checks: ['suffix-approved'], question: text('A question?'), title: text('A title') });
      Object.assign(value, { answer, cites: CITED });
    },
    shows: (rules) => faqForVerdict(rules, verdict(rules, 'example.io')).some((one) => one.id === 'a-new-answer'),
  },
  {
    kind: 'term',
    id: 'a-new-term',
    fill(value) {
      Object.assign(value, { term: text('zone apex'), meaning: text('The top of a zone.'), cites: CITED });
    },
    shows: (rules) => splitTerms('At the zone apex.', rules.glossary).some((part) => part.entry?.id === 'a-new-term'),
  },
  {
    kind: 'console',
    id: 'a-new-console',
    fill(value) {
      Object.assign(value, { name: text('A Console'), sites: [{ host: 'icp.console-new.cn', verified: false }] });
      Object.assign(value, { pages: [{ topic: 'filing', verified: false }] });
    },
    shows: (rules) =>
      consoleOfHost(rules, 'icp.console-new.cn')?.id === 'a-new-console' &&
      consoleMatches(rules).includes('https://icp.console-new.cn/*'),
  },
];

function verdict(rules: RuleBundle, host: string, answers: Answers = {}): Verdict {
  const answer = createEngine(rules).ask(host, answers, TODAY);
  if (answer.kind === 'problem') throw new Error(answer.problem.type);
  return answer.verdict;
}

function outcomeOf(rules: RuleBundle, host: string, check: string, answers: Answers = {}): string | undefined {
  return verdict(rules, host, answers).findings.find((one) => one.check === check)?.outcome;
}

function parse(given: Files): { rules: RuleBundle | null; told: string } {
  const parsed = parseBundle(given, displayOf);
  return parsed.ok
    ? { rules: parsed.rules, told: '' }
    : { rules: null, told: parsed.troubles.map(sayTrouble).join('\n') };
}

function read(file: string): string | null {
  const found = files[file.replace('src/data/', '')];
  if (!file.startsWith('src/data/') || found === undefined) return null;
  return file.endsWith('tlds.json') ? readFileSync(join(ROOT, file), 'utf8') : JSON.stringify(found);
}

const real = parse(files).rules as RuleBundle;

describe.each(ROWS)('a $kind is one file', ({ kind, id, fill, shows }) => {
  const made = scaffold([kind, id], read);
  const file = 'wrong' in made ? '' : made.file.replace('src/data/', '');
  const begun = JSON.parse('wrong' in made ? 'null' : made.text);

  test('its beginning is refused, with the file and the places to fill in', () => {
    expect(made).not.toHaveProperty('wrong');
    const { told } = parse({ ...files, [file]: begun });
    expect(told).not.toBe('');
    for (const line of told.split('\n')) expect(line).toContain(file);
  });

  test('filled in, it is in use without another file being touched', () => {
    const value = structuredClone(begun);
    fill(value);
    const { rules, told } = parse({ ...files, [file]: value });
    expect(told).toBe('');
    expect(shows(real), 'it was not so before').toBe(false);
    expect(rules && shows(rules)).toBe(true);
  });
});

test('a source is one file, as soon as a fact cites it', () => {
  const made = scaffold(['source', 'a-new-source'], read);
  if ('wrong' in made) throw new Error(made.wrong);
  const source = JSON.parse(made.text);
  Object.assign(source, { title: 'A notice', publisher: text('A publisher'), url: 'https://www.miit.gov.cn/a' });
  Object.assign(source, { publishedOn: '2026-11-01', retrievedOn: '2026-11-24', standing: 'authority' });
  const one = { 'sources/a-new-source.json': source };
  expect(parse({ ...files, ...one }).told).toBe(
    'sources/a-new-source.json: expected a source that something cites, found no citation',
  );
  const registrar = structuredClone(files['registrars/ename.json']) as Loose;
  registrar.cites = [{ source: 'a-new-source' }];
  expect(parse({ ...files, ...one, 'registrars/ename.json': registrar }).told).toBe('');
});

test('a prompt is one entry of its console', () => {
  const file = 'consoles/aliyun.json';
  const value = structuredClone(files[file]) as Loose;
  value.prompts.unshift({ says: '一条全新的提示语', means: value.prompts[0].means, cites: value.prompts[0].cites });
  value.prompts.sort((one: Loose, other: Loose) => (one.says < other.says ? -1 : 1));
  const { rules, told } = parse({ ...files, [file]: value });
  expect(told).toBe('');
  expect(rules && allPatterns(rules, false).some((one) => one.says.includes('一条全新的提示语'))).toBe(true);
  value.prompts.find((one: Loose) => one.says === '一条全新的提示语').means = 'nothing-answers-this';
  expect(parse({ ...files, [file]: value }).told).toMatch(/consoles\/aliyun\.json at prompts\[\d+\]\.means/);
});

describe('what cannot be begun', () => {
  test.each([
    [['registrar', 'ename'], /is there already/],
    [['suffix', 'com'], /already/],
    [['suffix', '中国'], /already/],
    [['faq', 'Not An Id'], /is no id/],
    [['province-rule', 'zz'], /not there/],
    [['mood', 'x'], /^Usage/],
    [['faq'], /^Usage/],
    [[], /^Usage/],
  ])('%j', (given, why) => {
    expect(scaffold(given, read)).toEqual({ wrong: expect.stringMatching(why) });
  });
});

test('a console comes with a page that it is tried on', () => {
  const made = scaffold(['console', 'another-console'], read);
  expect('wrong' in made ? null : made.also?.file).toBe('test/fixtures/pages/another-console.html');
});

test('the list of suffixes stays in order, also at its end', () => {
  for (const name of ['aaa', 'mmmm', 'zzzz', '测试后缀']) {
    const made = scaffold(['suffix', name], read);
    if ('wrong' in made) throw new Error(made.wrong);
    const names = JSON.parse(made.text).map((one: Loose) => one.suffix);
    expect(names).toEqual([...names].sort());
    expect(names).toHaveLength(real.suffixes.length + 1);
  }
});
