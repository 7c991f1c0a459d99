import { EventEmitter } from 'node:events';
import type { Worker } from 'node:worker_threads';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ByteSink } from '../../../src/cli/byte-sink.ts';
import { jsonWriter, judgeInput, LINE_FIELDS, lineValues } from '../../../src/cli/check-line.ts';
import { createHostLines, type Format, type LineOptions } from '../../../src/cli/host-lines.ts';
import { blocksOf, MOST_LINE } from '../../../src/cli/line-blocks.ts';
import { createJudges, type Job, judgeBlock, printHosts } from '../../../src/cli/many-hosts.ts';
import { wordsFor } from '../../../src/entries/background/translators.ts';
import { engine } from '../../support/shipped-ruleset.ts';

const TODAY = '2026-11-27';
const OPTIONS: LineOptions = { answers: {}, today: TODAY, format: 'json', fields: null, isColored: false };

function lines(inputs: readonly string[], options: Partial<LineOptions> = {}): string {
  const printer = createHostLines(engine, { ...OPTIONS, ...options }, wordsFor('en'));
  const sink = new ByteSink();
  for (const input of inputs) printer.write(sink, input);
  return printer.header + new TextDecoder().decode(sink.take());
}

const HOSTS = ['example.com', 'a.b.example.io', 'foo.me', '例子.中国', 'x.gov.cn', '1.2.3.4', '', 'foo.github.io'];

describe('a line', () => {
  const labels = fc.constantFrom('a', 'www', 'xn--fiqs8s', '例子', 'a_b', '"', '\\', '\u{1f600}', '\u0000');
  const tails = fc.constantFrom('com', 'cn', 'com.cn', 'io', 'me', 'gov.cn', 'github.io', 'example', 'co.uk', '中国');
  const answers = fc.constantFrom<LineOptions['answers']>(
    {},
    { record: 'own', hosting: 'mainland' },
    { registrar: 'godaddy', expiresOn: '2026-12-01' },
    { province: 'bj', subject: 'government', realNameOn: '2026-11-25' },
  );

  test('is what JSON.stringify makes of its values, though most of it is copied', () => {
    const write = jsonWriter(LINE_FIELDS);
    fc.assert(
      fc.property(fc.array(labels, { maxLength: 3 }), tails, answers, (names, tail, known) => {
        const input = [...names, tail].join('.');
        const judged = judgeInput(engine, input, known, TODAY);
        const values = lineValues(input, judged);
        const sink = new ByteSink();
        write(sink, input, judged);
        const line = new TextDecoder().decode(sink.take());
        expect(line).toBe(JSON.stringify(Object.fromEntries(LINE_FIELDS.map((field) => [field, values[field]]))));
        const { findings, coverage, steps } = JSON.parse(line);
        const result = engine.assess(input, known, TODAY);
        if (result.kind === 'problem') return;
        // The name's own verdict says the same, whichever other name's was copied.
        const own = result.verdict;
        expect(findings.map(({ because }: { because: string }) => because)).toEqual(
          own.findings.map(({ reason }) => reason.code),
        );
        expect(coverage).toEqual({ kind: own.coverage.kind, record: own.coverage.filingDomain });
        expect(steps.map(({ code }: { code: string }) => code)).toEqual(own.steps.map(({ code }) => code));
      }),
      { numRuns: 2000 },
    );
  });

  test('has the fields that are asked for, in that order', () => {
    expect(lines(['foo.io'], { fields: ['standing', 'input', 'failed'] })).toBe(
      '{"standing":"ineligible","input":"foo.io","failed":["suffix-approved"]}\n',
    );
    expect(lines(['foo.io', '1.2.3.4'], { format: 'csv', fields: ['input', 'standing', 'problem', 'coverage'] })).toBe(
      'input,standing,problem,coverage\nfoo.io,ineligible,,is-the-name foo.io\n1.2.3.4,,ip-address,\n',
    );
  });

  test('as CSV holds no formula and no second line', () => {
    const out = lines(['=cmd|x', 'a"b', 'two\u2028lines', '+1.com'], { format: 'csv', fields: ['input', 'problem'] });
    expect(out.trimEnd().split('\n')).toHaveLength(5);
    expect(out).toContain("'=cmd");
    expect(out).toContain('"a""b"');
  });

  test('for people says the name, the headline and why, without what moves a terminal', () => {
    const out = lines(['\u001b[2Jevil host', ...HOSTS], { format: 'text' });
    expect(out.replaceAll('\n', '')).not.toMatch(/\p{Cc}/u);
    expect(out).toContain('✗ a.b.example.io  ');
    expect(lines(['foo.io'], { format: 'text', isColored: true })).toContain('\u001b[');
  });

  test('tells what --fail-on asks for: lines that are no domain are unknown', () => {
    const found = (...inputs: string[]) => {
      const printer = createHostLines(engine, OPTIONS, null);
      for (const input of inputs) printer.write(new ByteSink(), input);
      return [...printer.found];
    };
    expect(found('example.com')).toEqual([]);
    expect(found('example.com', 'example.io')).toEqual(['ineligible']);
    expect(found('nothing at all')).toEqual(['unknown']);
  });
});

describe('many hosts', () => {
  const printer = () => createHostLines(engine, { ...OPTIONS, fields: ['input'] }, null);
  async function* cut(bytes: Uint8Array, at: readonly number[]) {
    let from = 0;
    for (const to of [...at].sort((a, b) => a - b)) {
      yield bytes.subarray(from, Math.min(to, bytes.length));
      from = Math.min(to, bytes.length);
    }
    yield bytes.subarray(from);
  }
  const skipped: number[] = [];
  async function printed(stream: AsyncIterable<Uint8Array>): Promise<string> {
    let out = '';
    skipped.length = 0;
    await printHosts(stream, {
      printer: printer(),
      startJudges: null,
      write: async (bytes) => {
        out += new TextDecoder().decode(bytes);
      },
      onProgress: () => undefined,
      onTooLong: (line) => skipped.push(line),
    });
    return out;
  }

  test('are the same lines, wherever the input is cut and however its lines end', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.constantFrom(...HOSTS), fc.constantFrom('\n', '\r\n', '\r'))),
        fc.array(fc.nat(200)),
        async (rows, at) => {
          // A carriage return before an empty line's line feed is one end.
          const text = rows.map(([host, end]) => `${host || 'x.cn'}${end}`).join('');
          const out = await printed(cut(new TextEncoder().encode(text), at));
          const inputs = out
            .trimEnd()
            .split('\n')
            .filter(Boolean)
            .map((line) => JSON.parse(line).input);
          expect(inputs).toEqual(rows.map(([host]) => host || 'x.cn'));
        },
      ),
      { numRuns: 300 },
    );
  });

  test('judged by threads are the same lines, and the memory of what was printed is used again', async () => {
    let made = 0;
    /** A thread that is none: what it is sent and sends is moved as between threads. */
    function startThread(): Worker {
      const own = printer();
      const thread = Object.assign(new EventEmitter(), {
        postMessage(sent: Job, moved: readonly ArrayBuffer[]) {
          const { block, memory } = structuredClone(sent, { transfer: [...moved] });
          if (memory === undefined) made++;
          setImmediate(() => {
            const judged = judgeBlock(block, own, memory);
            thread.emit('message', structuredClone(judged, { transfer: [judged.output.buffer] }));
          });
        },
        terminate: async () => 0,
      });
      return thread as unknown as Worker;
    }
    const input = Array.from({ length: 20_000 }, (_, at) => `name-${at}.com\n`).join('');
    const slow = new TextDecoder();
    let out = '';
    await printHosts(cut(new TextEncoder().encode(input), []), {
      printer: printer(),
      startJudges: () => createJudges(startThread, 2),
      write: async (bytes) => {
        await new Promise((resolve) => setImmediate(resolve));
        out += slow.decode(bytes, { stream: true });
      },
      onProgress: () => undefined,
      onTooLong: () => undefined,
    });
    expect(out).toBe(input.replaceAll(/.+/g, '{"input":"$&"}'));
    expect(made, 'one for each block that may be under way').toBeLessThanOrEqual(6);
    expect(made).toBeGreaterThan(0);
  });

  test('come out as they come in: nothing waits for a fuller block', async () => {
    const blocks = blocksOf(cut(new TextEncoder().encode('a.com\nb.com\nc.c'), [6, 13]));
    const texts: string[] = [];
    for await (const block of blocks) texts.push(new TextDecoder().decode(block));
    expect(texts).toEqual(['a.com\n', 'b.com\n', 'c.c']);
  });

  test('lines that are too long are told by their numbers, and all others are judged, wherever the input is cut', async () => {
    const long = fc.tuple(
      fc.constantFrom('x', '例', '\u{1f600}', '"'),
      fc.constantFrom(MOST_LINE + 1, 3 * MOST_LINE, 9 * MOST_LINE),
    );
    const row = fc.oneof(
      { weight: 3, arbitrary: fc.constantFrom('a.com', 'b.cn') },
      { weight: 1, arbitrary: long.map(([sign, count]) => sign.repeat(count)) },
    );
    let reached = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(row, fc.constantFrom('\n', '\r\n', '\r')), { maxLength: 6 }),
        fc.array(fc.nat(3_000_000), { maxLength: 40 }),
        fc.constantFrom('', 'last.io'),
        async (rows, at, last) => {
          const text = rows.map(([line, end]) => line + end).join('') + last;
          const out = await printed(cut(new TextEncoder().encode(text), at));
          const all = [...rows.map(([line]) => line), last].filter(Boolean);
          const isRead = (line: string) => line.length <= MOST_LINE;
          expect(out).toBe(
            all
              .filter(isRead)
              .map((line) => `{"input":"${line}"}\n`)
              .join(''),
          );
          const numbers = all.flatMap((line, index) => (isRead(line) ? [] : [index + 1]));
          expect(skipped).toEqual(numbers);
          if (numbers.length > 0 && all.length > numbers.length) reached++;
        },
      ),
      { numRuns: 40 },
    );
    expect(reached, 'both kinds stood in one input').toBeGreaterThan(5);
  });

  test('a line that is not read could be anything: --fail-on takes it for unknown', async () => {
    const { found } = await printHosts(cut(new TextEncoder().encode(`${'x'.repeat(MOST_LINE + 1)}\na.com\n`), []), {
      printer: printer(),
      startJudges: null,
      write: async () => undefined,
      onProgress: () => undefined,
      onTooLong: () => undefined,
    });
    expect([...found]).toEqual(['unknown']);
  });

  test('where no thread can be started all is judged here, and with fewer where there are fewer', async () => {
    const none = () => {
      throw new Error('no thread');
    };
    expect(createJudges(none, 2)).toBeNull();
    let started = 0;
    expect(createJudges(() => (++started > 1 ? none() : ({} as Worker)), 4)?.count).toBe(1);
    let asked = 0;
    const written: number[] = [];
    // More than what is judged before threads are started.
    const input = new TextEncoder().encode('maple.com\n'.repeat(40_000));
    await printHosts(cut(input, [200_000, 300_000]), {
      printer: printer(),
      startJudges: () => {
        asked++;
        return null;
      },
      write: async (bytes) => void written.push(bytes.filter((byte) => byte === 10).length),
      onProgress: () => undefined,
      onTooLong: () => undefined,
    });
    expect({ asked, lines: written.reduce((sum, count) => sum + count) }).toEqual({ asked: 1, lines: 40_000 });
  });

  test('of a line without an end no more is held than makes it too long', async () => {
    async function* endless() {
      for (let part = 0; part < 2000; part++) yield new Uint8Array(10_000).fill(97);
    }
    let held = 0;
    for await (const block of blocksOf(endless())) held += block.length;
    expect(held).toBeLessThan(5 * MOST_LINE);
  });
});

test.each<Format>(['json', 'csv', 'text'])('%s ends each line', (format) => {
  expect(lines(HOSTS, { format })).toMatch(/\n$/);
});
