/** Nothing that comes from outside makes a terminal act, whichever way it is printed. */
import { describe, expect, test } from 'vitest';
import { ByteSink } from '../../../src/cli/byte-sink.ts';
import { readArgs } from '../../../src/cli/check.ts';
import { createHostLines, FORMATS, type Format } from '../../../src/cli/host-lines.ts';
import { printable, safeJson } from '../../../src/cli/terminal.ts';
import { wordsFor } from '../../../src/entries/background/translators.ts';
import { engine, rules } from '../../support/shipped-ruleset.ts';

const ESC = String.fromCharCode(27);
const CSI = String.fromCharCode(0x9b);
const HOSTILE = [
  `a${ESC}[2Jb.com`,
  `${ESC}]0;title${String.fromCharCode(7)}.cn`,
  `https://user${CSI}31m@example.com/`,
  `https://example.com/${CSI}31m‮gnp`,
  `example.com${String.fromCharCode(0)}`,
  `example.com⁦`,
];
/** What terminals act on, but for the end of a line. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for.
const ACTED_ON = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u2028-\u202e\u2066-\u2069]/u;

function lineOf(format: Format, input: string): string {
  const options = { answers: {}, today: '2026-11-24' as never, format, fields: null, isColored: false };
  const printer = createHostLines(engine, options, format === 'text' ? wordsFor('en') : null);
  const sink = new ByteSink();
  printer.write(sink, input);
  return new TextDecoder().decode(sink.take());
}

describe.each(FORMATS)('%s', (format) => {
  test.each(HOSTILE)('of %j is inert', (input) => {
    const line = lineOf(format, input);
    expect(line.length).toBeGreaterThan(5);
    expect(line).not.toMatch(ACTED_ON);
  });
});

test('JSON gives every input back as it was', () => {
  for (const input of HOSTILE) expect(JSON.parse(lineOf('json', input)).input).toBe(input);
  expect(JSON.parse(safeJson(HOSTILE))).toEqual(HOSTILE);
});

test('what is said of wrong arguments is inert, too', async () => {
  const args = await readArgs([`--province`, `g${ESC}[2J`, 'example.com'], rules);
  expect('wrong' in args && printable(args.wrong)).toBe('--province: expected a province, found "g�[2J"');
  expect(printable(`a\nb${CSI}`)).toBe('a�b�');
});
