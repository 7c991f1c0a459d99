import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createEngine } from '../../../../src/domain/eligibility/engine.ts';
import { hostReader } from '../../../../src/domain/portfolio/assess-rows.ts';
import { textOf } from '../../../../src/domain/portfolio/file-text.ts';
import { parseDomainList } from '../../../../src/domain/portfolio/parse-domain-list.ts';
import { rules } from '../../../support/shipped-ruleset.ts';

const hostOf = hostReader(createEngine(rules));
const read = (text: string) => {
  const { entries, rejected } = parseDomainList(text, hostOf);
  return {
    names: entries.map((one) => `${one.line} ${one.host}`),
    not: rejected.map((one) => `${one.line} ${one.why}`),
  };
};

test.each<[string, string, string[], string[]]>([
  ['a plain list', 'a.com\nb.cn\r\nc.net', ['1 a.com', '2 b.cn', '3 c.net'], []],
  [
    'comments and junk',
    '# mine\na.com\n\nnothing\n; x\n//y',
    ['2 a.com'],
    ['1 comment', '4 no-domain', '5 comment', '6 comment'],
  ],
  ['a name twice, in two spellings', 'a.com\nHTTPS://A.com/x\na.com.', ['1 a.com'], ['2 duplicate', '3 duplicate']],
  [
    'commas and Chinese punctuation',
    'a.com, b.com；c.com、d.com\ne.com，f.com',
    ['1 a.com', '1 b.com', '1 c.com', '1 d.com', '2 e.com', '2 f.com'],
    [],
  ],
  ['addresses', 'https://www.a.com/path?q=1\nhttp://b.cn:8080', ['1 www.a.com', '2 b.cn'], []],
  ['Chinese names', '例子.中国\n例子。中国', ['1 xn--fsqu00a.xn--fiqs8s'], ['2 duplicate']],
  [
    'a table with a heading',
    'owner,domain,mail\nx,a.com,x@a.org\ny,b.com,y@b.org',
    ['2 a.com', '3 b.com'],
    ['1 header'],
  ],
  [
    'a table in Chinese',
    '序号\t域名\t到期\n1\ta.cn\t2027-01-01\n2\t无\t2027-01-01',
    ['2 a.cn'],
    ['1 header', '3 no-domain'],
  ],
  ['a table without a heading', '1,a.com,ns1\n2,b.com,ns2\n3,c.com,ns3', ['1 a.com', '2 b.com', '3 c.com'], []],
  ['a grid of names', 'a.com\tb.com\nc.com\td.com', ['1 a.com', '1 b.com', '2 c.com', '2 d.com'], []],
  [
    'quotes with line ends inside',
    'domain,note\n"a.com","two\nlines"\n"b.com","x"',
    ['2 a.com', '4 b.com'],
    ['1 header'],
  ],
  ['a mark at the beginning', '\ufeffa.com\nb.com', ['1 a.com', '2 b.com'], []],
  [
    'a zone file',
    '$ORIGIN a.com.\n$TTL 600\n@ IN SOA ns.a.com. me.a.com. (\n 1 2 3 )\n@ IN NS ns.b.net.\nwww 600 IN A 1.2.3.4\n*.dev IN A 1.2.3.4 ; all\nshop.c.cn. IN A 1.2.3.4',
    ['3 a.com', '6 www.a.com', '7 dev.a.com', '8 shop.c.cn'],
    ['1 header', '2 header', '5 duplicate'],
  ],
  [
    'a zone file without an origin, in small letters',
    'a.com. 600 in a 1.2.3.4\nwww.a.com. in cname a.com.\na.com. in mx 10 mail.b.net.',
    ['1 a.com', '2 www.a.com'],
    ['3 duplicate'],
  ],
  [
    'a table with sentences',
    'host,because\na.com,A name like a house must be registered\nb.com,Is it with a registrar?',
    ['2 a.com', '3 b.com'],
    ['1 header'],
  ],
  [
    'lines with sentences',
    'a.com is a shop\nb.com was a blog\nc.com will be a note',
    ['1 a.com', '2 b.com', '3 c.com'],
    [],
  ],
  ['addresses of people', 'me@a.com', [], ['1 no-domain']],
  ['nothing', '', [], []],
])('%s', (_, text, names, not) => {
  expect(read(text)).toEqual({ names, not });
});

describe('files', () => {
  const bytes = (...values: number[]) => new Uint8Array(values);
  test('in UTF-8, GB18030 and UTF-16 are read as what they say', () => {
    expect(textOf(new TextEncoder().encode('域名'))).toBe('域名');
    expect(textOf(bytes(0xd3, 0xf2, 0xc3, 0xfb))).toBe('域名');
    expect(textOf(bytes(0xff, 0xfe, 0xdf, 0x57, 0x0d, 0x54))).toBe('域名');
    expect(textOf(bytes(0xfe, 0xff, 0x57, 0xdf, 0x54, 0x0d))).toBe('域名');
  });
});

test('no line with something on it goes without a word', () => {
  const cell = fc.constantFrom(
    'a.com',
    'b.cn',
    'www.c.net',
    'foo.io',
    'x',
    '1',
    '',
    '#',
    'me@a.com',
    '"',
    '例子.中国',
    '=1+1',
    ';',
  );
  let taken = 0;
  fc.assert(
    fc.property(
      fc.array(fc.array(cell, { maxLength: 4 }), { maxLength: 8 }),
      fc.constantFrom(',', '\t', ' ', '；'),
      (rows, apart) => {
        const text = rows.map((row) => row.join(apart)).join('\n');
        // Quotes may hold several lines together: what is in them is one row.
        fc.pre(!text.includes('"'));
        const { entries, rejected } = parseDomainList(text, hostOf);
        taken += entries.length;
        expect(new Set(entries.map((one) => one.host)).size).toBe(entries.length);
        const told = new Set([...entries, ...rejected].map((one) => one.line));
        text.split('\n').forEach((line, index) => {
          if (/[^\s,;；]/.test(line)) expect(told.has(index + 1), JSON.stringify(line)).toBe(true);
        });
      },
    ),
    { numRuns: 3000 },
  );
  expect(taken).toBeGreaterThan(1000);
});

test('whatever bytes and texts come in, reading them ends without an exception', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => {
      parseDomainList(textOf(bytes), hostOf);
    }),
  );
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (text) => {
      parseDomainList(text, hostOf);
    }),
  );
});
