import { type ChildProcess, execFileSync, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, mkdtempSync, openSync, rmSync, writeFileSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readArgs } from '../../../src/cli/check.ts';
import { inUtf8, readText } from '../../../src/cli/input.ts';
import { linesOf, MOST_LINE } from '../../../src/cli/line-blocks.ts';
import { ROOT } from '../../../src/cli/load-ruleset.ts';
import { planFile } from '../../../src/cli/print-plan.ts';
import type { Answers } from '../../../src/domain/answers/answers.ts';
import { MOST } from '../../../src/domain/portfolio/input-limits.ts';
import { BUILD_TIME, builtCommand } from '../../support/built-command.ts';
import { engine, rules } from '../../support/shipped-ruleset.ts';

let command: readonly string[] = [];
beforeAll(async () => {
  command = [await builtCommand()];
}, BUILD_TIME);
const folder = mkdtempSync(join(tmpdir(), 'icp-streams-'));
const NOTHING = { recordPaths: [], answers: {}, today: '2026-11-27' } as const;
afterAll(() => rmSync(folder, { recursive: true }));

/**
 * Starts the command behind a pipe of the shell's: those that Node makes are sockets, which hold
 * more and wait.
 */
function start(...args: string[]): ChildProcess {
  return spawn('sh', ['-c', 'cat | "$0" "$@"', process.execPath, ...command, ...args], { stdio: 'pipe' });
}

async function ended(child: ChildProcess) {
  const [out, err, [status, signal]] = await Promise.all([
    text(child.stdout as Readable),
    text(child.stderr as Readable),
    once(child, 'close'),
  ]);
  return { out, err, status, signal };
}

function kindsIn(lines: string): string[] {
  return lines
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line).kind);
}

test('--numbers reads more than a pipe holds, and waits for what comes late, wherever it is cut', async () => {
  const child = start('--numbers');
  const late = Buffer.from('<p>京ICP备12345678号');
  // The first megabyte is gone once the command has taken most of it: from here on it has nothing
  // to read and must wait.
  await new Promise((resolve) => child.stdin?.write(`${'<p>…</p>'.repeat(150_000)}`, resolve));
  for (const byte of late) await new Promise((resolve) => child.stdin?.write(Uint8Array.of(byte), resolve));
  child.stdin?.end();
  const { out, err, status } = await ended(child);
  expect({ err, status }).toEqual({ err: '', status: 0 });
  expect(kindsIn(out)).toEqual(['icp-filing']);
});

test('standard input that cannot be read is told in one line', () => {
  for (const args of [[], ['--numbers']]) {
    const { status, stdout, stderr } = spawnSync('sh', ['-c', '"$0" "$@" < /', process.execPath, ...command, ...args], {
      encoding: 'utf8',
    });
    expect({ status, stdout }, stderr).toEqual({ status: 1, stdout: '' });
    expect(stderr).toBe('standard input: it is a folder\n');
  }
});

const encoded = (text: string, kind: 'utf-16le' | 'utf-16be') => {
  const bytes = Buffer.from(`\ufeff${text}`, 'utf16le');
  return kind === 'utf-16le' ? bytes : bytes.swap16();
};

test('standard input in UTF-16 is read by its mark, wherever it is cut', async () => {
  for (const kind of ['utf-16le', 'utf-16be'] as const) {
    const bytes = encoded('例子.中国\r\nmaple.com\n', kind);
    for (const size of [1, 3, 100]) {
      const parts = Array.from({ length: Math.ceil(bytes.length / size) }, (_, at) =>
        bytes.subarray(at * size, (at + 1) * size),
      );
      expect(await text(Readable.from(inUtf8(Readable.from(parts))))).toBe('例子.中国\r\nmaple.com\n');
    }
  }
});

test('lines that are not UTF-8 are told, and UTF-16 without its mark is refused', () => {
  const read = (input: Buffer) =>
    spawnSync(process.execPath, [...command, '--fields', 'input', '--format', 'csv'], { input, encoding: 'utf8' });
  // 例子.com as GB 18030 has it.
  const gb = Buffer.from([0xc0, 0xfd, 0xd7, 0xd3, 0x2e, 0x63, 0x6f, 0x6d, 0x0a]);
  const mixed = read(Buffer.concat([Buffer.from('maple.com\n'), gb]));
  expect(mixed.status).toBe(0);
  expect(mixed.stdout).toContain('maple.com');
  expect(mixed.stderr).toBe(
    'standard input: lines that are not UTF-8 were read as no domain (1): save the list as UTF-8\n',
  );
  const bare = read(encoded('maple.com\n', 'utf-16le').subarray(2));
  expect(bare).toMatchObject({
    status: 1,
    stderr: 'standard input: it is UTF-16 without its mark, or no text: save it as UTF-8\n',
  });
});

test('a dash stands for standard input, as hosts and as a file, and for one of them alone', () => {
  const run = (input: string, ...args: string[]) =>
    spawnSync(process.execPath, [...command, ...args], { input, encoding: 'utf8' });
  const hosts = run('maple.com\n', '-', '--fields', 'input');
  expect(hosts).toMatchObject({ status: 0, stdout: '{"input":"maple.com"}\n' });
  expect(run('maple.com\n', '--plan', '-')).toMatchObject({ status: 0, stderr: '' });
  const answers = run('{"hosting":"elsewhere"}', '--answers', '-', 'maple.com', '--fields', 'standing');
  expect(answers).toMatchObject({ status: 0, stderr: '' });
  for (const args of [
    ['-', 'a.com'],
    ['--answers', '-'],
    ['--plan', '-', '--records', '-'],
    ['-', '--records', 'x'],
  ]) {
    const { status, stderr } = run('', ...args);
    expect({ status, stderr: stderr.split(':')[0] }, args.join(' ')).toEqual({ status: 2, stderr: '-' });
  }
});

test('options that ask for two things, or would do nothing, are refused by name', async () => {
  for (const [args, wrong] of [
    [['--read', '--numbers'], '--numbers: does not go with --read'],
    [['--explain', '--search', 'x'], '--explain: does not go with --search'],
    [['--records', 'x', '--explain'], '--records: does not go with --explain'],
    [['--hosting', 'mainland', '--numbers'], '--hosting: --numbers judges no hosts'],
    [['--fields', 'input,input', 'a.com'], '--fields: "input" is named twice'],
    [['--names-on-site', '1e9'], '--names-on-site: expected a whole number from 1 to 100,000, found "1e9"'],
    [['--record', 'mine'], '--record: expected one of none, own, other, found "mine"'],
  ] as const)
    expect(await readArgs(args, rules), args.join(' ')).toEqual({ ok: false, wrong });
  expect(await readArgs(['--fields', 'input, standing', 'a.com'], rules)).toMatchObject({
    fields: ['input', 'standing'],
  });
});

test('a disk that is full is told in one line', () => {
  const { status, stderr } = spawnSync(
    'sh',
    ['-c', '"$0" "$@" > /dev/full', process.execPath, ...command, 'example.com'],
    { encoding: 'utf8' },
  );
  expect(status).toBe(1);
  expect(stderr).toMatch(/^standard output: [^\n]+\n$/);
});

test('a file that cannot be read is told in one line that names its option and the file', async () => {
  const none = join(folder, 'none');
  expect(await readArgs(['--answers', none], rules)).toEqual({
    ok: false,
    wrong: `--answers: ${none}: there is no such file`,
    isFile: true,
  });
  expect(await readArgs(['--answers', folder], rules)).toEqual({
    ok: false,
    wrong: `--answers: ${folder}: it is a folder`,
    isFile: true,
  });
  expect(await planFile(engine, { path: none, ...NOTHING })).toEqual({
    ok: false,
    wrong: `${none}: there is no such file`,
  });
  const given = `${folder}\n--plan: read`;
  const { status, stdout, stderr } = spawnSync(process.execPath, [...command, '--plan', given], { encoding: 'utf8' });
  const said = `--plan: ${given.replace('\n', '�')}: there is no such file\n`;
  expect({ status, stdout, stderr }).toEqual({ status: 1, stdout: '', stderr: said });
});

test('a file at fault ends with status 1, an option at fault with status 2, as --help says', () => {
  const none = join(folder, 'none');
  for (const [args, status] of [
    [['--records', none, 'a.com'], 1],
    [['--answers', none, 'a.com'], 1],
    [['--plan', none], 1],
    [['--records', none, '--numbers'], 2],
    [['--fields', 'none', 'a.com'], 2],
  ] as const)
    expect(spawnSync(process.execPath, [...command, ...args]).status, args.join(' ')).toBe(status);
});

test('a plan counts what its table and other records say of the names, by the day that is asked about', async () => {
  const table = join(folder, 'names.csv');
  writeFileSync(
    table,
    '域名,注册商,到期时间\nmaple-one.com,"GoDaddy.com, LLC",2028-01-01\nmaple-two.com,阿里云计算有限公司,2027-06-01\n',
  );
  const records = join(folder, 'more.csv');
  writeFileSync(records, 'Domain,Registrar\nmaple-two.com,"NameSilo, LLC"\n');
  const plan = async (recordPaths: readonly string[], today: string) => {
    const made = await planFile(engine, { ...NOTHING, path: table, recordPaths, today });
    if (!made.ok) throw new Error(made.wrong);
    const { totals, blocked } = JSON.parse(made.value);
    return { websites: totals.websites, blocked: blocked.map((one: { name: string }) => one.name) };
  };
  expect(await plan([], '2026-11-27')).toEqual({ websites: 1, blocked: ['maple-one.com'] });
  expect(await plan([], '2027-07-01')).toEqual({ websites: 0, blocked: ['maple-one.com', 'maple-two.com'] });
  expect(await plan([records], '2026-11-27')).toEqual({ websites: 0, blocked: ['maple-one.com', 'maple-two.com'] });
  const made = await planFile(engine, { ...NOTHING, path: table, recordPaths: [], today: '2026-11-27' });
  expect(made.ok && JSON.parse(made.value).table).toEqual({
    columns: [
      { heading: '域名', means: 'domain' },
      { heading: '注册商', means: 'registrar' },
      { heading: '到期时间', means: 'expires' },
    ],
    ambiguousDay: null,
  });
  writeFileSync(records, 'Domain,Registrar,Expires\nmaple-two.com,NameSilo,03/04/2027\n');
  const asked = await planFile(engine, { ...NOTHING, path: records, recordPaths: [], today: '2026-11-27' });
  expect(asked.ok && JSON.parse(asked.value).table.ambiguousDay).toBe('03/04/2027');
  expect(await readArgs(['--plan', table, 'example.com'], rules)).toEqual({
    ok: false,
    wrong: '--plan: the names come from the file, not as arguments',
  });
});

test('a plan takes a filing for one’s own where the holder filed, and shows the numbers of which nobody says whose', async () => {
  const path = join(folder, 'filed.csv');
  writeFileSync(
    path,
    [
      '域名,ICP备案号,主办单位,Registrant',
      'maple-own.com,京ICP备12345678号-1,北京枫叶有限公司,北京枫叶有限公司',
      'maple-other.com,粤ICP备11111111号-1,深圳橡树有限公司,北京枫叶有限公司',
      'www.maple-bare.com,沪ICP备87654321号-2,,',
      'maple-new.com,,,',
    ].join('\n'),
  );
  const plan = async (answers: Answers) => {
    const made = await planFile(engine, { ...NOTHING, path, answers });
    if (!made.ok) throw new Error(made.wrong);
    const { filed, totals, numbersShown } = JSON.parse(made.value);
    return { filed: filed.map((one: { name: string }) => one.name), websites: totals.websites, numbersShown };
  };
  expect(await plan({})).toEqual({
    filed: ['maple-own.com'],
    websites: 3,
    numbersShown: [
      { name: 'maple-other.com', number: '粤ICP备11111111号' },
      { name: 'maple-bare.com', number: '沪ICP备87654321号' },
    ],
  });
  // What the person says is not asked again.
  expect((await plan({ record: 'none' })).numbersShown).toEqual([]);
});

test('a plan is read from a pipe, too, and past a byte order mark', () => {
  const { status, stdout, stderr } = spawnSync(
    'sh',
    ['-c', 'printf "\\357\\273\\277example.com\\n" | "$0" "$@"', process.execPath, ...command, '--plan', '/dev/stdin'],
    { encoding: 'utf8' },
  );
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  expect(JSON.parse(stdout)).toMatchObject({ rejected: [] });
  expect(stdout).toContain('"example.com"');
});

test.each(['SIGTERM', 'SIGINT', 'SIGHUP'] as const)(
  '%s to the script ends the work with it, and the exit is a shell’s',
  async (signal) => {
    // Held open from here: nothing but the signal can end what reads from it.
    const path = join(folder, signal);
    execFileSync('sh', ['-c', 'mkfifo "$0"', path]);
    const fifo = openSync(path, 'r+');
    try {
      const script = [join(ROOT, 'scripts/bootstrap.mjs'), 'check'];
      const child = spawn(process.execPath, script, { stdio: [fifo, 'pipe', 'pipe'] });
      // The work answers, so it runs; then it waits for more.
      writeSync(fifo, 'example.com\n');
      await once(child.stdout as Readable, 'data');
      const done = ended(child);
      child.kill(signal);
      // The output is the work's, too: it closes when the work has ended, and not before.
      expect(await done).toMatchObject({ signal, status: null, err: '' });
    } finally {
      closeSync(fifo);
    }
  },
  20_000,
);

test('lines are the same however their bytes are cut', async () => {
  const line = fc.string({ unit: fc.constantFrom('a', '例', '.', '🀄') });
  await fc.assert(
    fc.asyncProperty(
      fc.array(line),
      fc.constantFrom('\n', '\r\n', '\r'),
      fc.infiniteStream(fc.integer({ min: 1, max: 5 })),
      async (lines, end, sizes) => {
        const bytes = Buffer.from(`\ufeff${lines.map((one) => one + end).join('')}`);
        const parts: Uint8Array[] = [];
        for (let at = 0; at < bytes.length; at += parts.at(-1)?.length ?? 0)
          parts.push(bytes.subarray(at, at + (sizes.next().value as number)));
        const found: string[] = [];
        for await (const one of linesOf(Readable.from(parts), () => expect.unreachable())) found.push(one);
        expect(found).toEqual(lines);
      },
    ),
  );
});

test('a text without an end is refused while it comes, and of a line without one the rest is not held', async () => {
  let taken = 0;
  async function* endless() {
    for (;;) {
      taken++;
      yield new Uint8Array(10_000).fill(97);
    }
  }
  expect(await readText(endless(), 100_000)).toMatchObject({ ok: false });
  expect(taken).toBeLessThan(30);
  async function* longAndShort() {
    for (let part = 0; part < 1000; part++) yield Buffer.alloc(10_000, 'a');
    yield Buffer.from('\nshort\n');
  }
  const told: number[] = [];
  const lines: string[] = [];
  for await (const line of linesOf(longAndShort(), (number) => told.push(number))) lines.push(line);
  expect({ lines, told }).toEqual({ lines: ['short'], told: [1] });
});

test('a plan, records and messages tell of a line that is too long, and read the rest', async () => {
  const list = join(folder, 'long.txt');
  writeFileSync(list, `maple.com\n${'x'.repeat(MOST.line + 1)}\noak.cn\n`);
  const plan = await planFile(engine, { path: list, ...NOTHING });
  expect(plan.ok && JSON.parse(plan.value)).toMatchObject({
    totals: { websites: 2 },
    rejected: [{ line: 2, input: `${'x'.repeat(80)}…`, why: 'too-long' }],
  });
  const table = join(folder, 'long.csv');
  writeFileSync(table, `Domain,Registrar\nmaple.com,"NameSilo, LLC"\n${'y'.repeat(MOST.line + 1)}\noak.cn,GoDaddy\n`);
  const run = (args: readonly string[], input: string | Uint8Array = '') =>
    spawnSync(process.execPath, [...command, ...args], { input, encoding: 'utf8' });
  const records = run(['--records', table, '--today', '2026-11-27']);
  expect(records).toMatchObject({ status: 0, stderr: `--records: ${table}: line 3: too-long\n` });
  expect(records.stdout.trimEnd().split('\n')).toHaveLength(2);
  const messages = Buffer.from(`${'z'.repeat(MOST_LINE + 1)}\n域名未实名认证\n\0`);
  // A byte that UTF-8 does not have.
  messages[messages.length - 1] = 0xff;
  const explained = run(['--explain'], messages);
  expect(explained.stderr).toBe(
    'standard input: line 1 has more than 100000 characters, and is skipped\nstandard input: lines that are not UTF-8 (1): save the messages as UTF-8\n',
  );
  expect(JSON.parse(explained.stdout.split('\n')[0] ?? '')).toMatchObject({ input: '域名未实名认证' });
});
