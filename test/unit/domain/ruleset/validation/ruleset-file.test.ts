import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { loadRules, readFiles } from '../../../../../src/cli/load-ruleset.ts';
import { addDays } from '../../../../../src/domain/common/days.ts';
import { displayOf } from '../../../../../src/domain/hostname/labels.ts';
import { formatIssue } from '../../../../../src/domain/ruleset/validation/parse-ruleset.ts';
import {
  linkedHosts,
  MOST_CHARACTERS,
  parseRules,
  RULES_FORM,
  readRules,
  writeRules,
} from '../../../../../src/domain/ruleset/validation/ruleset-file.ts';

const files = readFiles();
const rules = loadRules();
const date = rules.stamp.date;

const terms = { newest: date, today: date, hosts: new Set(linkedHosts(rules)), toUnicode: displayOf };

function told(text: string, more: Partial<typeof terms> = {}): string {
  const read = readRules(text, { ...terms, ...more });
  return read.ok ? 'taken' : read.troubles.map(formatIssue).join('\n');
}

/** Returns a file after a change to a copy of the real ones. */
// biome-ignore lint/suspicious/noExplicitAny: the point is to break files in ways that their types forbid.
function changed(change: (files: Record<string, any>) => void): string {
  // biome-ignore lint/suspicious/noExplicitAny: as above.
  const copy = structuredClone(files) as Record<string, any>;
  change(copy);
  return writeRules(copy);
}

test('what one build writes another reads as the same rules, whatever order its files came in', () => {
  const read = readRules(writeRules(files, 'Under which licenses they are.'), terms);
  expect(read).toMatchObject({ ok: true });
  if (!read.ok) return;
  expect(read.rules).toEqual(rules);
  const backwards = Object.fromEntries(Object.entries(files).reverse());
  expect(writeRules(backwards)).toBe(writeRules(files));
  // What is kept in storage went through JSON once more.
  expect(parseRules(JSON.parse(JSON.stringify(read.file)), terms)).toMatchObject({ ok: true });
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
    // A page that says 名 over and over would be tried in 13 ways for each of them.
    ...['域名…名…名…名…名…名…名…名', '…', '域名……未备案', '域名…', `域名${'名'.repeat(500)}`].map(
      (says): [string, string, RegExp] => [
        `a prompt ${says.slice(0, 12)} that pages would be searched for without end, or that all have`,
        changed((all) => (all['prompts.json'][0].says = says)),
        /prompts\.json at \[0\]\.says: expected a text with a letter between gaps/,
      ],
    ),
  ])('%s', (_, text, why) => {
    expect(told(text)).toMatch(why);
  });

  test.each([
    ['*.com', ['/']],
    ['*.com', ['/login']],
    ['com', ['/login']],
    ['*.com.cn', ['/account']],
    ['*.co.uk', ['/account']],
    ['*.github.io', ['/account']],
    ['*.example.com', ['/']],
    ['*.example.com', undefined],
  ])('a console that would be on every site below %s, with the paths %j', (host, paths) => {
    const wide = changed((all) => all['consoles/namecheap.json'].sites.push({ host, paths, verified: false }));
    expect(told(wide)).toMatch(/consoles\/namecheap\.json at sites\[\d\]\.host: expected one host of the console/);
    // One host of it is taken.
    const narrow = { host: 'console.names.example.com', paths, verified: false };
    expect(told(changed((all) => all['consoles/namecheap.json'].sites.push(narrow)))).toBe('taken');
  });

  test('rules that are older than those of the build; those of the same day are taken', () => {
    expect(told(writeRules(files), { newest: '2999-01-01' })).toBe(
      `stamp.json at date: expected rules of 2999-01-01 or later, found ${date}`,
    );
    expect(told(writeRules(files))).toBe('taken');
  });

  const tomorrow = addDays(date, 1);

  test('rules of a day that nowhere has begun; east of here it may be tomorrow already', () => {
    const dated = (day: string) => changed((all) => (all['stamp.json'].date = day));
    for (const day of ['9999-12-31', addDays(date, 200), addDays(date, 2)])
      expect(told(dated(day))).toBe(`stamp.json at date: expected no day after ${tomorrow}, found ${day}`);
    expect(told(dated(tomorrow))).toBe('taken');
    // Of a clock that is behind the build we know that it is wrong.
    expect(told(dated(date), { today: '1970-01-01' })).toBe('taken');
    expect(told(dated(tomorrow), { today: '1970-01-01' })).toContain(`no day after ${date}`);
  });

  test('a source that was read or published later than tomorrow: it would outweigh all others', () => {
    const source = rules.sources[0]?.id ?? '';
    const dated = (retrievedOn: string, publishedOn: string) =>
      changed((all) => Object.assign(all[`sources/${source}.json`], { retrievedOn, publishedOn }));
    const place = `sources/${source}.json at`;
    for (const late of [addDays(date, 2), '9999', '9999-12', '9999-12-31'])
      expect(told(dated(late, late)).split('\n')).toEqual([
        `${place} retrievedOn: expected no day after ${tomorrow}, found ${late}`,
        `${place} publishedOn: expected no day after ${tomorrow}, found ${late}`,
      ]);
    for (const fine of [tomorrow, date.slice(0, 7), date.slice(0, 4)]) expect(told(dated(fine, fine))).toBe('taken');
  });

  test('all reasons are told at once', () => {
    const text = changed((all) => {
      all['stamp.json'].date = 'yesterday';
      all['tlds.json'][0].status = 'maybe';
    });
    expect(told(text).split('\n')).toHaveLength(2);
  });
});

describe('links to hosts that the build’s own rules do not lead to', () => {
  const KNOWN = new URL(rules.sources[2]?.url ?? '').host;

  test.each<[string, string | null]>([
    ['https://evil.example/login', 'evil.example'],
    ['https://beian.miit.gov.cn.evil.example/', 'beian.miit.gov.cn.evil.example'],
    [`https://${KNOWN}@evil.example/`, 'evil.example'],
    [`https://${KNOWN}:8443/`, `${KNOWN}:8443`],
    [`https://evil.example\\.${KNOWN}/`, 'evil.example'],
    [`https://evil.example?.${KNOWN}/`, 'evil.example'],
    ['https://аррӏе.com/', 'xn--80ak6aa92e.com'],
    [`${rules.sources[2]?.url}?x`, null],
    [`https://${KNOWN.toUpperCase()}/`, null],
  ])('%s: a source is marked, with the host that a browser would go to', (url, foreign) => {
    const id = rules.sources[0]?.id ?? '';
    const read = readRules(
      changed((all) => (all[`sources/${id}.json`].url = url)),
      terms,
    );
    if (!read.ok) throw new Error(read.troubles.map(formatIssue).join('\n'));
    const source = read.rules.sources.find((one) => one.id === id);
    expect(source?.isForeign ? new URL(source.url).host : null).toBe(foreign);
    expect(read.rules.sources.filter((one) => one.isForeign)).toHaveLength(foreign === null ? 0 : 1);
  });

  test('what is no address is refused, and so is a link in guidance that only looks like one to an authority', () => {
    const id = rules.sources[0]?.id ?? '';
    expect(told(changed((all) => (all[`sources/${id}.json`].url = 'https://[')))).toContain('an https address');
    const entry = rules.faq.find((one) => one.answer.en.some((block) => block.kind === 'link'))?.id ?? '';
    for (const url of [
      'https://evil.example\\.miit.gov.cn/',
      'https://evil.example?.miit.gov.cn',
      'https://evil.example#.gov.cn',
      'https://www.miit.gov.cn@evil.example/',
    ]) {
      const text = changed((all) => {
        for (const blocks of Object.values(all[`faq/${entry}.json`].answer) as { kind: string; url?: string }[][])
          for (const block of blocks) if (block.kind === 'link') block.url = url;
      });
      expect(told(text), url).toContain('a link to an authority or a provider');
    }
  });

  test('guidance that links to a provider’s other site names it instead', () => {
    const entry = rules.faq.find((one) => one.answer.en.some((block) => block.kind === 'link'))?.id ?? '';
    const text = changed((all) => {
      for (const blocks of Object.values(all[`faq/${entry}.json`].answer) as { kind: string; url?: string }[][])
        for (const block of blocks) if (block.kind === 'link') block.url = 'https://bucket.aliyun.com/login';
    });
    const read = readRules(text, terms);
    if (!read.ok) throw new Error(read.troubles.map(formatIssue).join('\n'));
    const blocks = Object.values(read.rules.faq.find((one) => one.id === entry)?.answer ?? {}).flat();
    expect(blocks.filter((block) => block.kind === 'link')).toEqual([]);
    expect(JSON.stringify(blocks)).toContain('(bucket.aliyun.com)');
  });
});

test('no JSON whatever makes the reader throw, and none but rules is taken', () => {
  let objects = 0;
  fc.assert(
    fc.property(fc.json(), fc.jsonValue(), (text, value) => {
      const file = JSON.stringify({ form: RULES_FORM, files: value });
      if (typeof value === 'object') objects++;
      expect(readRules(text, terms).ok).toBe(false);
      expect(readRules(file, terms).ok).toBe(false);
    }),
    { numRuns: 2000 },
  );
  expect(objects, 'the interesting case was reached').toBeGreaterThan(200);
});
