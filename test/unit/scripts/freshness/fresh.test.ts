import { describe, expect, test } from 'vitest';
import { compare, holidaysDue, report, suffixesIn, toRead } from '../../../../scripts/freshness/fresh.ts';
import { rules } from '../../../support/shipped-ruleset.ts';

const approved = rules.suffixes.filter((fact) => fact.status === 'approved' && !fact.suffix.includes('.'));

test('every source is told of, the longest unread first, with what rests on it', () => {
  const all = toRead(rules, '2027-06-30');
  expect(all).toHaveLength(rules.sources.length);
  expect(all.map((one) => one.days)).toEqual(all.map((one) => one.days).sort((a, b) => b - a));
  for (const { source, used } of all) {
    // What no fact cites is only there for the differences of the suffix list or for names of
    // special use.
    if (Object.keys(used).length === 0) expect(source.id).toMatch(/^(?:rfc-|icann-|public-suffix-list)/);
  }
  const list = all.find((one) => one.source.id === 'tencent-filing-domains-2022');
  expect(list?.used.suffixes).toBeGreaterThan(100);
});

test('what was read “in October” counts from the end of October', () => {
  const october = rules.sources.find((one) => one.retrievedOn === '2026-10');
  expect(toRead(rules, '2026-11-30').find((one) => one.source === october)?.days).toBe(30);
});

describe('suffixes are found in whatever a list was saved as', () => {
  test.each([
    ['lines with dots', '.com\n.cn\n.中国\n', ['cn', 'com', 'xn--fiqs8s']],
    ['lines without dots', 'com\ncn\n中国\n', ['cn', 'com', 'xn--fiqs8s']],
    ['CSV with a header', '"序号","域名"\n1,".com"\n2,".网络"', ['com', 'xn--io0a7i']],
    ['HTML', '<table><tr><td>1</td><td>.com</td></tr><tr><td>2</td><td>.top</td></tr></table>', ['com', 'top']],
    ['HTML whose script names others', '<body><p>.vip</p><script>a.href="x";</script></body>', ['vip']],
    ['addresses are no suffixes', 'see www.example.com and a@b.org: .cn', ['cn']],
    ['nothing', 'no suffix here at all', []],
  ])('%s', (_, text, found) => {
    expect(suffixesIn(text)).toEqual(found);
  });
});

test('our own list differs from itself in nothing; what is added, gone or changed is told', () => {
  const own = suffixesIn(approved.map((fact) => `.${fact.unicode}`).join('\n'));
  expect(compare(rules, own)).toEqual({ added: [], gone: [], changed: [], same: approved.length });
  const refused = rules.suffixes.find((fact) => fact.status === 'not-approved')?.suffix ?? '';
  const [first = '', ...others] = own;
  expect(compare(rules, [...others, refused, 'brandnew'])).toMatchObject({
    added: ['brandnew'],
    gone: [first],
    changed: [refused],
  });
});

const SAVED_TEXTS = new Map([
  ['list.txt', '.com\n.brandnew\n'],
  ['words.txt', 'com\ntwo\nthree\nfour\n'],
  ['dns.json', '{"services": [[["com"], ["https://rdap.example/"]]]}'],
  ['registrars.csv', 'ID,Registrar Name,Status\n7,One,Accredited\n'],
]);

describe('the command', () => {
  const read = (path: string) => {
    const text = SAVED_TEXTS.get(path);
    if (text === undefined) throw new Error(`no such file: ${path}`);
    return text;
  };

  test('tells what is due on a day, and how a list differs', () => {
    expect(report([], rules, read, rules.stamp.date)).toContain(
      `Not read for more than 180 days: 0 of ${rules.sources.length} sources.`,
    );
    const told = report(['--today', '2028-01-01', '--list', 'list.txt'], rules, read, '2026-11-24');
    expect(told).toContain(
      `Not read for more than 180 days: ${rules.sources.length} of ${rules.sources.length} sources.`,
    );
    expect(told).toContain('  .brandnew');
  });

  test('--notes tells the facts that changed since a release, and nothing else', () => {
    const at = (commit: string) =>
      new Map([
        ['registrars/a.json', JSON.stringify({ id: 'a', status: commit === 'HEAD' ? 'approved' : 'uncertain' })],
      ]);
    expect(report(['--notes', 'v1'], rules, read, rules.stamp.date, at)).toEqual([
      '## Facts since v1',
      '',
      '- registrars, changed (status uncertain → approved): a',
    ]);
    expect(report(['--notes', 'HEAD'], rules, read, rules.stamp.date, at)).toContain('No fact changed.');
    expect(report(['--notes', 'no-such-commit'], rules, read, rules.stamp.date)).toEqual({
      wrong: expect.stringMatching(/^--notes: /),
    });
  });

  test('asks for the next public holidays in time', () => {
    const due = (last: number, today: string) =>
      holidaysDue({ ...rules, holidays: [{ year: last, off: [], work: [], cites: [] }] }, today);
    expect(due(2026, '2026-10-31')).toEqual([]);
    expect(due(2026, '2026-11-01')).toEqual([expect.stringMatching(/2027.*end with 2026/)]);
    expect(due(2026, '2027-03-01')).toHaveLength(1);
    expect(due(2027, '2026-12-31')).toEqual([]);
    expect(holidaysDue({ ...rules, holidays: [] }, '2026-01-01')).toHaveLength(1);
    const [one = ''] = due(2026, '2026-11-24');
    const told = report(
      ['--today', '2026-11-24'],
      { ...rules, holidays: rules.holidays.slice(0, 1) },
      read,
      '2026-11-24',
    );
    expect(told).toContain(one);
  });

  test.each([
    [['--today', 'soon'], /--today/],
    [['--days', '-1'], /days/],
    [['--list', 'gone.txt'], /^--list: no such file/],
    [['--list', 'words.txt'], /four, three, two/],
    [['--list', 'dns.json'], /for --rdap$/],
    [['--licensed', 'registrars.csv'], /for --registrars$/],
    [['--registrars', 'dns.json'], /for --rdap$/],
    [['--rdap', 'list.txt'], /no bootstrap file/],
    [['--since', 'no-such-commit'], /^--since: /],
    [['--mood', 'x'], /mood/],
  ])('%j is refused', (argv, why) => {
    expect(report(argv, rules, read, '2026-11-24')).toEqual({ wrong: expect.stringMatching(why) });
  });
});
