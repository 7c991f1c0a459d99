import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readFiles } from '../../../../../src/cli/load-ruleset.ts';
import { LOCALES } from '../../../../../src/domain/common/locale.ts';
import { displayOf } from '../../../../../src/domain/hostname/labels.ts';
import { formatIssue, parseBundle } from '../../../../../src/domain/ruleset/validation/parse-ruleset.ts';
import { testMany } from '../../../../support/many.ts';

const sound = readFiles();

// biome-ignore lint/suspicious/noExplicitAny: the point is to break files in ways that their types forbid.
type Loose = any;

type Change = (files: Record<string, Loose>) => void;

/** Returns what the parser says of the real files after a change to a copy of them, a line each. */
function troublesAfter(change: Change): string[] {
  const files = structuredClone(sound) as Record<string, Loose>;
  change(files);
  const parsed = parseBundle(files, displayOf);
  return parsed.ok ? [] : parsed.troubles.map(formatIssue);
}

describe('provinces and terms across files', () => {
  test.each<[string, Change, RegExp]>([
    [
      'one letter for two',
      (files) => (files['provinces/bj.json'].letter = '津'),
      /letter: expected a letter that "bj"/,
    ],
    [
      'a rule that accepts anyone',
      (files) => files['provinces/bj.json'].rules.unshift({ ...holderRule(files), accepts: ['other'] }),
      /rules\[0\]\.accepts: expected an organisation's people/,
    ],
    [
      'a rule of a source that is not there',
      (files) => (files['provinces/gd.json'].rules[0].cites = [{ source: 'hearsay' }]),
      /provinces\/gd\.json at rules\[0\]\.cites: expected the id of a file in sources/,
    ],
    ['a rule of an unknown kind', (files) => (files['provinces/gd.json'].rules[0].kind = 'mood'), /expected one of/],
    ['a term twice', (files) => files['glossary/suffix.json'].also.push('备案'), /a spelling that "icp-filing"/],
    [
      'an answer for a reason without a name',
      (files) => (files['faq/disputed-suffixes.json'].reasons = []),
      /reasons: expected an array of at least 1/,
    ],
  ])('%s is refused', (_, change, told) => {
    expect(troublesAfter(change).join('\n')).toMatch(told);
  });

  const holderRule = (files: Record<string, Loose>) => files['provinces/bj.json'].rules[0];
});

test('the shipped facts are sound', () => {
  expect(troublesAfter(() => {})).toEqual([]);
});

describe('a file by itself', () => {
  test('all problems of all files are told at once, each with file, place, expected and found', () => {
    const troubles = troublesAfter((files) => {
      files['tlds.json'][0].status = 'maybe';
      files['tlds.json'][1].confidence = 7;
      delete files['stamp.json'].date;
      files['faq/sub-domains.json'].answer.en[0].kind = 'html';
    });
    expect(troubles).toEqual(
      expect.arrayContaining([
        'tlds.json at [0].status: expected one of approved, not-approved, uncertain, found "maybe"',
        'tlds.json at [1].confidence: expected one of high, medium, low, found 7',
        'stamp.json at date: expected a date YYYY-MM-DD, found nothing',
        'faq/sub-domains.json at answer.en[0].kind: expected one of paragraph, steps, note, warning, link, found "html"',
      ]),
    );
  });

  test.each<[string, Change, RegExp]>([
    ['a missing file', (files) => delete files['platforms.json'], /^platforms\.json: expected the file/],
    ['an unknown file', (files) => (files['extra.json'] = {}), /^extra\.json: expected a file that the bundle knows/],
    ['an unknown property', (files) => (files['stamp.json'].dat = 1), /^stamp\.json at dat: expected no such property/],
    [
      'a fact without a citation',
      (files) => (files['faq/sub-domains.json'].cites = []),
      /cites: expected an array of at least 1/,
    ],
    [
      'an address that is not https',
      (files) => (firstSource(files).url = 'http://example.com/'),
      /expected an https address/,
    ],
    ...LOCALES.flatMap((locale): [string, Change, RegExp][] => [
      [
        `a text missing in ${locale}`,
        (files) => delete files['faq/sub-domains.json'].question[locale],
        new RegExp(`question\\.${locale}: expected a text`),
      ],
      [
        `an answer missing in ${locale}`,
        (files) => delete files['faq/sub-domains.json'].answer[locale],
        new RegExp(`answer\\.${locale}: expected an array`),
      ],
      [
        `an answer with a block less in ${locale}`,
        (files) => files['faq/sub-domains.json'].answer[locale].pop(),
        /answer: expected the same blocks in every language/,
      ],
    ]),
    ['an empty text', (files) => (files['faq/sub-domains.json'].title.en = ' '), /title\.en: expected a text/],
    ['a suffix in U-labels', (files) => (files['tlds.json'][0].suffix = '中国'), /expected a name in A-labels/],
    ['a host with a wildcard', (files) => (firstConsole(files).sites[0].host = '*.aliyun.com'), /not a whole domain/],
    ['an impossible date', (files) => (firstSource(files).retrievedOn = '2026-13'), /expected a date/],
  ])('%s is refused', (_, change, expected) => {
    expect(troublesAfter(change).join('\n')).toMatch(new RegExp(expected.source, 'm'));
  });
});

describe('files among each other', () => {
  test.each<[string, (files: Record<string, Loose>) => void, RegExp]>([
    [
      'an id that differs from its file name',
      (files) => (files['faq/sub-domains.json'].id = 'subdomains'),
      /expected the file's name, "sub-domains"/,
    ],
    ['entries out of order', (files) => files['tlds.json'].reverse(), /tlds\.json at \[\d+\]: expected an entry after/],
    ['an entry twice', (files) => files['tlds.json'].splice(1, 0, files['tlds.json'][0]), /expected no entry twice/],
    [
      'a citation of nothing',
      (files) => files['tlds.json'][0].deniedBy.push('no-such-source'),
      /expected the id of a file in sources\//,
    ],
    [
      'a source that nothing cites',
      (files) => (files['sources/unused.json'] = { ...firstSource(files), id: 'unused' }),
      /unused\.json: expected a source that something cites/,
    ],
    [
      'different blocks in the languages',
      (files) => files['faq/sub-domains.json'].answer.en.pop(),
      /expected the same blocks in every language/,
    ],
    [
      'a U-label that is not the A-label’s',
      (files) => (entry(files, 'xn--fiqs8s').unicode = '中國'),
      /expected the U-label form of xn--fiqs8s, "中国"/,
    ],
    [
      'an approved suffix without a source',
      (files) => (entry(files, 'com').listedBy = []),
      /expected a source of either side/,
    ],
    [
      'a refused suffix without a source',
      (files) => Object.assign(entry(files, 'io'), { deniedBy: [], absentFrom: [] }),
      /expected a source of either side/,
    ],
    [
      'a status that its sources do not come to',
      (files) => (entry(files, 'com').status = 'not-approved'),
      /tlds\.json at \[\d+\]\.status: expected "approved" with "high" confidence, as for every suffix of such sources/,
    ],
    [
      'an uncertain suffix without a source',
      (files) => Object.assign(entry(files, 'me'), { listedBy: [], deniedBy: [], absentFrom: [] }),
      /expected a source of either side/,
    ],
    [
      'a prompt that no entry answers',
      (files) => (firstConsole(files).prompts[0].means = 'nothing-known'),
      /expected a meaning that an FAQ entry answers/,
    ],
    [
      'a meaning answered twice',
      (files) => files['faq/sub-domains.json'].prompts.push('suffix-not-approved'),
      /expected a meaning that ".*" does not answer/,
    ],
    [
      'a meaning that no console has',
      (files) => files['faq/sub-domains.json'].prompts.push('never-said'),
      /expected a meaning that a console prompt has/,
    ],
    [
      'a link to anywhere',
      (files) =>
        files['faq/sub-domains.json'].answer.en.push({ kind: 'link', text: 'x', url: 'https://gov.cn.example.com/' }),
      /expected a link to an authority or a provider/,
    ],
    [
      'a pattern for a whole domain',
      (files) => (firstConsole(files).sites[0].host = 'aliyun.com'),
      /expected one host of the console/,
    ],
    [
      'a pattern for a suffix',
      (files) => (firstConsole(files).sites[0].host = 'shop.com.cn'),
      /expected one host of the console/,
    ],
    [
      'a host of two consoles',
      (files) => (files['consoles/huawei-cloud.json'].sites[0].host = files['consoles/aliyun.json'].sites[0].host),
      /expected a host that "aliyun" does not have/,
    ],
    [
      'prompts of a console that is not there',
      (files) => (firstConsole(files).sharesPromptsOf = ['nowhere']),
      /expected the id of another console/,
    ],
    [
      'a suffix under two platforms',
      (files) => files['platforms.json'].at(-1).suffixes.unshift(files['platforms.json'][0].suffixes[0]),
      /expected no suffix under two platforms/,
    ],
    ['an IANA id of two registrars', (files) => shareIana(files), /expected an id that ".*" does not have/],
    [
      'a principle missing',
      (files) => (files['principles.json'][0] = files['principles.json'][1]),
      /expected the principle/,
    ],
    [
      'a check that nothing explains',
      (files) => forAllFaq(files, (one) => (one.checks = [])),
      /expected an entry that explains "suffix-approved"/,
    ],
    [
      'a coverage that nothing explains',
      (files) => forAllFaq(files, (one) => (one.coverages = [])),
      /expected an entry that explains "is-the-name"/,
    ],
    [
      'a source from the future',
      (files) => (firstSource(files).publishedOn = '2999'),
      /expected a day not after retrievedOn/,
    ],
  ])('%s is refused', (_, change, expected) => {
    expect(troublesAfter(change).join('\n')).toMatch(expected);
  });
});

testMany('no JSON whatever makes the parser throw', () => {
  let refused = 0;
  const files = Object.keys(sound);
  fc.assert(
    fc.property(fc.constantFrom(...files), fc.jsonValue({ maxDepth: 4 }), (file, value) => {
      const parsed = parseBundle({ ...sound, [file]: value }, displayOf);
      if (!parsed.ok) refused++;
    }),
    { numRuns: 100 },
  );
  expect(refused).toBe(100);
});

function entry(files: Record<string, Loose>, suffix: string): Loose {
  return files['tlds.json'].find((fact: Loose) => fact.suffix === suffix);
}

function firstSource(files: Record<string, Loose>): Loose {
  return files['sources/public-suffix-list.json'];
}

function firstConsole(files: Record<string, Loose>): Loose {
  return files['consoles/aliyun.json'];
}

function forAllFaq(files: Record<string, Loose>, change: (one: Loose) => void): void {
  for (const file of Object.keys(files)) if (file.startsWith('faq/')) change(files[file]);
}

function shareIana(files: Record<string, Loose>): void {
  const [one, other] = Object.keys(files)
    .filter((file) => file.startsWith('registrars/'))
    .map((file) => files[file])
    .filter((registrar) => registrar.iana.length > 0);
  other.iana = [...one.iana];
}

describe('what is told of files', () => {
  test('a file that is not there, one that nobody knows, and one named otherwise than it says', () => {
    expect(troublesAfter((files) => delete files['stamp.json'])).toEqual([
      'stamp.json: expected the file, found nothing',
    ]);
    expect(
      troublesAfter((files) => {
        files['extra.json'] = {};
      }),
    ).toEqual(['extra.json: expected a file that the bundle knows, found an unknown one']);
    expect(
      troublesAfter((files) => {
        files['faq/sub-domains.json'].id = 'other';
      }),
    ).toEqual([`faq/sub-domains.json at id: expected the file's name, "sub-domains", found "other"`]);
  });

  test.each(['sources', 'registrars', 'faq', 'consoles', 'provinces', 'glossary'])(
    'files of %s are in the order of their names',
    (name) => {
      const files = Object.fromEntries(Object.entries(sound).reverse());
      const parsed = parseBundle(files, displayOf);
      if (!parsed.ok) throw new Error(parsed.troubles.map(formatIssue).join());
      const ids = (parsed.rules[name as 'faq'] as readonly { readonly id: string }[]).map(({ id }) => id);
      const expected = Object.keys(sound)
        .filter((file) => file.startsWith(`${name}/`))
        .sort()
        .map((file) => file.slice(name.length + 1, -'.json'.length));
      expect(ids).toEqual(expected);
      expect(ids.length).toBeGreaterThan(3);
    },
  );

  test('troubles across files are told once each file is sound by itself', () => {
    const across = (files: Record<string, Loose>) => files['tlds.json'].reverse();
    expect(troublesAfter(across).length).toBeGreaterThan(100);
    expect(
      troublesAfter((files) => {
        across(files);
        delete files['stamp.json'].date;
      }),
    ).toEqual(['stamp.json at date: expected a date YYYY-MM-DD, found nothing']);
  });

  test('what every object has by itself is no file', () => {
    const { 'stamp.json': stamp, ...others } = sound;
    const parsed = parseBundle(Object.assign(Object.create({ 'stamp.json': stamp }), others), displayOf);
    expect(parsed.ok ? [] : parsed.troubles.map(formatIssue)).toEqual(['stamp.json: expected the file, found nothing']);
  });
});
