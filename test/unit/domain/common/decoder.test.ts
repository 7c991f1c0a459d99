import { describe, expect, test } from 'vitest';
import {
  array,
  boolean,
  type Decoder,
  describe as describeValue,
  object,
  oneOf,
  optional,
  positiveInteger,
  string,
  type ValidationIssue,
  variant,
} from '../../../../src/domain/common/decoder.ts';

/** Returns what a decoder made of a value, and each issue as `place: expected, found`. */
function read<T>(decoder: Decoder<T>, value: unknown, at = ''): { value: T | undefined; troubles: string[] } {
  const troubles: ValidationIssue[] = [];
  const decoded = decoder(value, at, { file: 'made.json', troubles, describe: describeValue });
  for (const trouble of troubles) expect(trouble.file).toBe('made.json');
  return { value: decoded, troubles: troubles.map((one) => `${one.at}: ${one.expected}, ${one.found}`) };
}
const sound = <T>(value: T) => ({ value, troubles: [] });
const wrong = (...troubles: string[]) => ({ value: undefined, troubles });

describe('how a value is named in a report', () => {
  test.each([
    [undefined, 'nothing'],
    [null, 'null'],
    [[], 'an array of 0'],
    [[1, 2], 'an array of 2'],
    [{ a: 1 }, 'an object'],
    ['text', '"text"'],
    [7, '7'],
    [false, 'false'],
    [Symbol.for('s'), 'Symbol(s)'],
    ['x'.repeat(58), `"${'x'.repeat(58)}"`],
    ['x'.repeat(59), `"${'x'.repeat(58)}…`],
  ])('%s: %s', (value, text) => {
    expect(describeValue(value)).toBe(text);
  });
});

describe('single values', () => {
  test.each<[string, Decoder<unknown>, readonly unknown[], readonly unknown[], string]>([
    ['text', string(), ['a', ' a '], ['', ' ', '\n', 1, null, undefined, ['a']], 'a text'],
    ['text that holds', string('an a', (text) => text === 'a'), ['a'], ['b', '', 1], 'an a'],
    ['truth', boolean(), [true, false], ['true', 0, null, undefined], 'true or false'],
    [
      'count',
      positiveInteger(),
      [1, 2, 1e6],
      [0, -1, 1.5, '1', Number.NaN, Number.POSITIVE_INFINITY, null],
      'a whole number above 0',
    ],
    ['choice', oneOf(['a', 'b']), ['a', 'b'], ['c', '', 'A', 1, null, undefined], 'one of a, b'],
  ])('%s', (_, decoder, good, bad, expected) => {
    for (const value of good) expect(read(decoder, value)).toEqual(sound(value));
    for (const value of bad)
      expect(read(decoder, value, 'here')).toEqual(wrong(`here: ${expected}, ${describeValue(value)}`));
  });
});

describe('lists', () => {
  test('each item has its place, and all troubles are told', () => {
    expect(read(array(string()), ['a', 'b'])).toEqual(sound(['a', 'b']));
    expect(read(array(string()), [])).toEqual(sound([]));
    expect(read(array(string()), ['a', 1, ''], 'list')).toEqual(wrong('list[1]: a text, 1', 'list[2]: a text, ""'));
    expect(read(array(boolean()), [false, false])).toEqual(sound([false, false]));
  });

  test('what is none is refused, and so is one too short', () => {
    for (const value of [null, {}, 'a', undefined])
      expect(read(array(string()), value, 'list')).toEqual(wrong(`list: an array, ${describeValue(value)}`));
    expect(read(array(string(), 2), ['a'], 'list')).toEqual(wrong('list: an array of at least 2, an array of 1'));
    expect(read(array(string(), 2), ['a', 'b'])).toEqual(sound(['a', 'b']));
  });
});

describe('objects', () => {
  const decoder = object({
    name: string(),
    count: optional(positiveInteger()),
    inner: optional(object({ on: boolean() })),
  });

  test('have just the properties that are asked for; optional ones may be absent', () => {
    expect(read(decoder, { name: 'a' })).toEqual(sound({ name: 'a' }));
    expect(read(decoder, { count: 2, name: 'a', inner: { on: false } })).toEqual(
      sound({ name: 'a', count: 2, inner: { on: false } }),
    );
    expect(Object.keys(read(decoder, { name: 'a', count: undefined }).value ?? {})).toEqual(['name']);
  });

  test('all that is wrong is told, each with its place', () => {
    expect(read(decoder, { count: 0, inner: { on: 1, off: 2 }, mood: [] })).toEqual(
      wrong(
        'name: a text, nothing',
        'count: a whole number above 0, 0',
        'inner.on: true or false, 1',
        'inner.off: no such property, 2',
        'mood: no such property, an array of 0',
      ),
    );
    expect(read(decoder, { name: 'a', mood: 1 }, 'one')).toEqual(wrong('one.mood: no such property, 1'));
    expect(read(decoder, {}, 'one')).toEqual(wrong('one.name: a text, nothing'));
  });

  test('what is none is refused', () => {
    for (const value of [null, [], 'a', 1, undefined])
      expect(read(decoder, value, 'one')).toEqual(wrong(`one: an object, ${describeValue(value)}`));
  });

  test('names that every object has are no properties of this one', () => {
    expect(read(object({ toString: string() }), {})).toEqual(wrong('toString: a text, nothing'));
    const odd = JSON.parse('{"name":"a","__proto__":{"polluted":1}}');
    expect(read(decoder, odd).value).toBeUndefined();
    expect(read(decoder, odd).troubles).toHaveLength(1);
    expect(({} as { polluted?: number }).polluted).toBeUndefined();
  });
});

describe('variants', () => {
  type Shape = { readonly kind: 'round'; readonly size: number } | { readonly kind: 'flat' };
  const decoder = variant<Shape>({
    round: object({ kind: oneOf(['round']), size: positiveInteger() }),
    flat: object({ kind: oneOf(['flat']) }),
  });

  test('are read as their kind says', () => {
    expect(read(decoder, { kind: 'round', size: 1 })).toEqual(sound({ kind: 'round', size: 1 }));
    expect(read(decoder, { kind: 'flat' })).toEqual(sound({ kind: 'flat' }));
    expect(read(decoder, { kind: 'flat', size: 1 }, 'it')).toEqual(wrong('it.size: no such property, 1'));
    expect(read(decoder, { kind: 'round' }, 'it')).toEqual(wrong('it.size: a whole number above 0, nothing'));
  });

  test('of no kind or an unknown one are refused', () => {
    for (const value of [{ kind: 'square' }, { kind: 'toString' }])
      expect(read(decoder, value, 'it')).toEqual(wrong(`it.kind: one of round, flat, "${value.kind}"`));
    for (const value of [{}, null, 'round', 1, undefined, []])
      expect(read(decoder, value, 'it')).toEqual(wrong('it.kind: one of round, flat, nothing'));
  });
});
