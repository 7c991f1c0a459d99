import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { MAY_NAME, namesIn } from '../../../../src/entries/content/find-names.ts';

const named = (...texts: string[]) => namesIn(texts.map((text, node) => ({ text, node })));
const mayName = new RegExp(MAY_NAME);

describe('names in a block of a page', () => {
  test.each<[string[], string[]]>([
    [['example.com'], ['example.com']],
    [['  Example.COM ', '¥39/year'], ['example.com']],
    [['example', '.io'], ['example.io']],
    [['例子', '.', '中国'], ['例子.中国']],
    [['ｅｘａｍｐｌｅ．ｃｏｍ'], ['example.com']],
    [['例子。中国'], ['例子.中国']],
    [['.com.cn'], ['.com.cn']],
    [['.com、.net、.io'], ['.com', '.net', '.io']],
    [['a.com, b.com; c.com / d.com'], ['a.com', 'b.com', 'c.com']],
    [['example.com example.com'], ['example.com']],
    [['1.5', '2026.11.24', '12:30'], []],
    [['me@example.com'], []],
    [['https://example.com/a'], ['example.com']],
    [['e.g.', 'i.e.'], []],
    [['...', '.', '.5'], []],
    [['a..com', '-a.com', 'a-.com'], []],
    [[`${'word '.repeat(30)}example.com`], []],
    [[`${'a'.repeat(64)}.com`], []],
    [[], []],
  ])('%j shows %j', (texts, names) => {
    expect(named(...texts).map((one) => one.name)).toEqual(names);
  });

  test('a name begins in the piece that shows its first label, and ends in the one that shows its last', () => {
    expect(named('example', '.io', '  ')).toEqual([{ name: 'example.io', begin: 0, end: 1 }]);
  });

  test('whatever the text is, it is read without an exception, and no name is found where the quick look finds none', () => {
    let some = 0;
    const label = fc.constantFrom('a', 'example', '例子', '1', '-', '', 'xn--fiqs8s', 'ｃｏｍ');
    const text = fc.array(fc.oneof(label, fc.constantFrom('.', '。', ' ', '，', '@')), { maxLength: 8 });
    fc.assert(
      fc.property(
        fc.array(
          fc.oneof(
            fc.string({ unit: 'binary' }),
            text.map((parts) => parts.join('')),
          ),
        ),
        (texts) => {
          const found = named(...texts);
          some += found.length;
          if (found.length === 0) return;
          expect(texts.some((one) => mayName.test(one))).toBe(true);
          // Many pieces are asked about with nothing between them.
          expect(mayName.test(`row 1${texts.join('')}row 2`)).toBe(true);
        },
      ),
      { numRuns: 3000 },
    );
    expect(some).toBeGreaterThan(100);
  });
});
