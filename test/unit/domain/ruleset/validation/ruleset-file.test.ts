import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { loadRules, readFiles } from '../../../../../src/cli/load-ruleset.ts';
import { displayOf } from '../../../../../src/domain/hostname/labels.ts';
import { formatIssue } from '../../../../../src/domain/ruleset/validation/parse-ruleset.ts';
import {
  MOST_CHARACTERS,
  parseRules,
  RULES_FORM,
  readRules,
  writeRules,
} from '../../../../../src/domain/ruleset/validation/ruleset-file.ts';

const files = readFiles();
const rules = loadRules();
const date = rules.stamp.date;

function told(text: string, newest = date): string {
  const read = readRules(text, newest, displayOf);
  return read.ok ? 'taken' : read.troubles.map(formatIssue).join('\n');
}

/** In: a change to a copy of the real files. Out: the file with it. */
// biome-ignore lint/suspicious/noExplicitAny: the point is to break files in ways that their types forbid.
function changed(change: (files: Record<string, any>) => void): string {
  // biome-ignore lint/suspicious/noExplicitAny: as above.
  const copy = structuredClone(files) as Record<string, any>;
  change(copy);
  return writeRules(copy);
}

test('what one build writes another reads as the same rules, whatever order its files came in', () => {
  const read = readRules(writeRules(files), date, displayOf);
  expect(read).toMatchObject({ ok: true });
  if (!read.ok) return;
  expect(read.rules).toEqual(rules);
  const backwards = Object.fromEntries(Object.entries(files).reverse());
  expect(writeRules(backwards)).toBe(writeRules(files));
  // What is kept in storage went through JSON once more.
  expect(parseRules(JSON.parse(JSON.stringify(read.file)), date, displayOf)).toMatchObject({ ok: true });
});

describe('what is refused, and why', () => {
  test.each<[string, string, RegExp]>([
    ['no JSON', 'form: rules', /^expected JSON, found/],
    ['another kind of file', '{"form":"icp-filing-guide/data/1","stored":{}}', /form "icp-filing-guide\/rules\/1"/],
    ['a list', '[]', /form/],
    ['no files', JSON.stringify({ form: RULES_FORM }), /expected files, found nothing/],
    ['files as a list', JSON.stringify({ form: RULES_FORM, files: [] }), /expected files/],
    ['a file of thousands of levels', `${'['.repeat(100_000)}${']'.repeat(100_000)}`, /form/],
    ['a file that is too large', ' '.repeat(MOST_CHARACTERS + 1), /at most/],
    [
      'a fact without its source',
      changed((all) => (all['registrars/ename.json'].cites = [])),
      /registrars\/ename\.json at cites/,
    ],
    [
      'a file too many',
      changed((all) => (all['__proto__/x.json'] = {})),
      /__proto__\/x\.json: expected a file that the bundle knows/,
    ],
    [
      'a suffix list with other things in it',
      changed((all) => (all['suffix-list.json'].cn = 'com <b>')),
      /suffix-list\.json at cn/,
    ],
    [
      'guidance that links elsewhere',
      changed((all) => {
        const { answer } = all['faq/transfer-in.json'];
        for (const blocks of Object.values(answer) as { kind: string; text: string; url?: string }[][])
          blocks.push({ kind: 'link', text: 'more', url: 'https://example.com/' });
      }),
      /expected a link to an authority or a provider/,
    ],
  ])('%s', (_, text, why) => {
    expect(told(text)).toMatch(why);
  });

  test('rules that are older than those of the build; those of the same day are taken', () => {
    expect(told(writeRules(files), '2999-01-01')).toBe(
      `stamp.json: expected rules of 2999-01-01 or later, found ${date}`,
    );
    expect(told(writeRules(files), date)).toBe('taken');
  });

  test('all reasons are told at once', () => {
    const text = changed((all) => {
      all['stamp.json'].date = 'yesterday';
      all['tlds.json'][0].status = 'maybe';
    });
    expect(told(text).split('\n')).toHaveLength(2);
  });
});

test('no JSON whatever makes the reader throw, and none but rules is taken', () => {
  let objects = 0;
  fc.assert(
    fc.property(fc.json(), fc.jsonValue(), (text, value) => {
      const file = JSON.stringify({ form: RULES_FORM, files: value });
      if (typeof value === 'object') objects++;
      expect(readRules(text, date, displayOf).ok).toBe(false);
      expect(readRules(file, date, displayOf).ok).toBe(false);
    }),
    { numRuns: 2000 },
  );
  expect(objects, 'the interesting case was reached').toBeGreaterThan(200);
});
