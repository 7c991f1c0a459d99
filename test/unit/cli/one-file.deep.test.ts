import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { checkLine } from '../../../src/cli/check-line.ts';
import { ROOT } from '../../../src/cli/load-ruleset.ts';
import { BUILD_TIME, builtCommand } from '../../support/built-command.ts';
import { engine } from '../../support/shipped-ruleset.ts';

const TODAY = '2026-11-27';

describe('the command as one file', () => {
  const alone = mkdtempSync(join(tmpdir(), 'icp-alone-'));
  let file = '';
  beforeAll(async () => {
    file = join(alone, 'icp-check.mjs');
    cpSync(await builtCommand(), file);
  }, BUILD_TIME);
  afterAll(() => rmSync(alone, { recursive: true }));

  /** Runs it where nothing else of the project is near. */
  function run(args: readonly string[], input = '', env: Readonly<Record<string, string>> = {}) {
    const { stdout, stderr, status } = spawnSync(process.execPath, [file, ...args], {
      cwd: alone,
      input,
      env,
      encoding: 'utf8',
      maxBuffer: 1e9,
    });
    return { out: stdout, err: stderr, status };
  }

  test('says the same as the command from its sources, in the order of the input, however many threads judge', () => {
    const hosts = Array.from({ length: 20_000 }, (_, at) => `n${at}.${['com', 'io', 'cn', 'me'][at % 4]}`);
    const { out, err, status } = run(['--today', TODAY], hosts.join('\n'));
    expect({ err, status }).toEqual({ err: '', status: 0 });
    const lines = out.trimEnd().split('\n');
    expect(lines).toHaveLength(hosts.length);
    const wrong = hosts.filter((host, at) => JSON.parse(lines[at] as string).input !== host);
    expect(wrong).toEqual([]);
    for (const at of [0, 1, 2, 3, 9_998, 19_999])
      expect(JSON.parse(lines[at] as string)).toEqual(JSON.parse(checkLine(engine, hosts[at] as string, {}, TODAY)));
  });

  test('its package installs nothing else, and has the command on the path', async () => {
    const { version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
    const source = join(alone, 'source');
    mkdirSync(join(source, 'dist'), { recursive: true });
    for (const name of ['package.json', 'README.md', 'LICENSE']) cpSync(join(ROOT, name), join(source, name));
    cpSync(dirname(await builtCommand()), join(source, 'dist/cli'), { recursive: true });
    const npm = (cwd: string, ...args: string[]) =>
      spawnSync('npm', [...args, '--offline', '--no-audit', '--no-fund'], { cwd, encoding: 'utf8' });
    // It is built already, and what builds it is not there.
    const [packed] = JSON.parse(npm(source, 'pack', '--json', '--ignore-scripts').stdout);
    expect(packed.files.map((one: { path: string }) => one.path).sort()).toEqual([
      'LICENSE',
      'README.md',
      'dist/cli/icp-check.mjs',
      'dist/cli/licences.txt',
      'package.json',
    ]);
    const user = join(alone, 'user');
    mkdirSync(user);
    // Offline: whatever else it asked for could not come.
    expect(npm(user, 'install', join(source, packed.filename))).toMatchObject({ status: 0 });
    const installed = readdirSync(join(user, 'node_modules')).filter((name) => !name.startsWith('.'));
    expect(installed).toEqual(['icp-filing-guide']);
    const { stdout } = spawnSync(join(user, 'node_modules/.bin/icp-check'), ['--version'], { encoding: 'utf8' });
    expect(stdout).toMatch(new RegExp(`^icp-check ${version}, rules of \\d{4}-\\d\\d-\\d\\d\n$`));
  });

  test('ends with the status that --fail-on asks for, from any thread', () => {
    const many = Array.from({ length: 20_000 }, (_, at) => `n${at}.com`);
    expect(run(['--fail-on', 'ineligible', '--format', 'csv'], many.join('\n')).status).toBe(0);
    expect(run(['--fail-on', 'ineligible', '--format', 'csv'], [...many, 'last.io'].join('\n')).status).toBe(3);
    expect(run(['--fail-on', 'unknown', 'foo.io']).status).toBe(0);
    expect(run(['--fail-on', 'unknown,ineligible', 'foo.io']).status).toBe(3);
    expect(run(['--fail-on', 'unknown', 'no name']).status).toBe(3);
  });

  test('speaks to people in their language, and in colour only where there is some', () => {
    expect(run(['--format', 'text', 'foo.io']).out).toMatch(/^✗ foo\.io {2}\S/);
    expect(run(['--format', 'text', 'foo.io'], '', { LANG: 'zh_CN.UTF-8' }).out).toMatch(
      /^✗ foo\.io {2}\p{Script=Han}/u,
    );
    expect(run(['--format', 'text', '--language', 'zh', 'foo.io']).out).toMatch(/\p{Script=Han}/u);
    expect(run(['--format', 'text', 'foo.io']).out).not.toContain('\u001b');
  });

  // As a terminal: the tool that makes one takes other options elsewhere.
  describe.runIf(process.platform === 'linux' && spawnSync('script', ['--version']).status === 0)(
    'in a terminal',
    () => {
      function inTerminal(command: string, env: Readonly<Record<string, string>> = {}): string {
        return spawnSync('script', ['-qec', command, '/dev/null'], {
          cwd: alone,
          env: { PATH: process.env.PATH, TERM: 'xterm', LANG: 'en', ...env },
          encoding: 'utf8',
        }).stdout;
      }
      const command = () => `'${process.execPath}' '${file}'`;

      test('hosts are told to people, in colour unless the person or the terminal has none', () => {
        const colored = inTerminal(`${command()} foo.io`);
        expect(colored).toContain('\u001b[31m✗\u001b[39m \u001b[1mfoo.io');
        for (const [name, value] of [
          ['NO_COLOR', '1'],
          ['TERM', 'dumb'],
        ] as const) {
          const plain = inTerminal(`${command()} foo.io`, { [name]: value });
          expect(plain).toMatch(/^✗ foo\.io {2}\S/);
          expect(plain).not.toContain('\u001b');
        }
      });

      test('a long list says how far it is, beside a file of output that is not touched by it', () => {
        const many = Array.from({ length: 20_000 }, (_, at) => `n${at}.com`);
        writeFileSync(join(alone, 'list.txt'), many.join('\n'));
        const shown = inTerminal(`${command()} --fields input < list.txt > lines.jsonl`);
        expect(shown).toMatch(/\r[\d,]+ checked\r[\d,]+ checked/);
        expect(shown).toMatch(/\r20,000 checked\s*$/);
        const lines = readFileSync(join(alone, 'lines.jsonl'), 'utf8').trimEnd().split('\n');
        expect(lines.map((line) => JSON.parse(line).input)).toEqual(many);
      });
    },
  );

  test('with --fail-on, hosts that a reader stopped before are no success', () => {
    const script = `{ yes example.com | head -200000; echo last.io; } | "$0" "$1" --fail-on ineligible | head -1; echo "\${PIPESTATUS[1]}"`;
    const { stdout } = spawnSync('bash', ['-c', script, process.execPath, file], { encoding: 'utf8' });
    expect(stdout.trimEnd().split('\n').at(-1)).toBe('141');
  });

  test('lines of megabytes, broken bytes and closed pipes end it soon, in words', () => {
    const sh = (script: string) =>
      spawnSync('sh', ['-c', script, process.execPath, file], { encoding: 'utf8', timeout: 60_000 });
    for (const args of ['', '--explain', '--format csv --fields input'])
      expect(sh(`yes | head -c 60000000 | tr -d '\\n' | "$0" "$1" ${args}`)).toMatchObject({
        status: 0,
        stderr: 'standard input: line 1 has more than 100000 characters, and is skipped\n',
      });
    const broken = sh(String.raw`printf 'a.com\n\377\376.com\n\0\n' | "$0" "$1" --fields input,standing`);
    expect(broken.status).toBe(0);
    expect(
      broken.stdout
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line).standing),
    ).toEqual(['depends', null, null]);
    expect(sh(`"$0" "$1" foo.io --fail-on ineligible >&-`)).toMatchObject({ status: 3, stderr: '' });
    expect(sh(`"$0" "$1" --fail-on ineligible <&-`)).toMatchObject({ status: 0, stdout: '', stderr: '' });
    expect(sh(`"$0" "$1" --nonsense 2>&-`).status).toBe(2);
  });

  test('depth without end is refused as what it is, and no crash', () => {
    writeFileSync(join(alone, 'deep.json'), '['.repeat(500_000));
    expect(run(['--answers', 'deep.json', 'a.com'])).toMatchObject({ status: 1, out: '' });
    for (const [args, input] of [
      [['--read'], '['.repeat(500_000)],
      [['--read'], `${'{"a":'.repeat(200_000)}1${'}'.repeat(200_000)}`],
      [['--records', 'deep.json'], ''],
      [['--plan', 'deep.json'], ''],
    ] as const) {
      const { err } = run(args, input);
      expect(err, args.join(' ')).not.toMatch(/\n\s+at /);
    }
    // The parser looks through all that is open at each end: a megabyte took half a minute.
    for (const page of ['<div>'.repeat(400_000), `${'<b title=x>'.repeat(200_000)}${'</i>'.repeat(200_000)}`])
      expect(run(['--numbers'], page)).toMatchObject({
        status: 1,
        out: '',
        err: 'standard input: more than 2000 elements stand in each other\n',
      });
  });

  test('a reader that stops early ends it quietly; a line that is too long is told', () => {
    const quoted = (text: string) => `'${text}'`;
    const many = join(alone, 'many.txt');
    spawnSync('sh', ['-c', `yes example.com | head -200000 > ${quoted(many)}`]);
    const early = spawnSync('sh', ['-c', `${quoted(process.execPath)} ${quoted(file)} < ${quoted(many)} | head -1`], {
      encoding: 'utf8',
    });
    expect(early.stderr).toBe('');
    expect(JSON.parse(early.stdout)).toMatchObject({ host: 'example.com' });
    const long = 'x'.repeat(200_000);
    const { out, err, status } = run(['--fields', 'input'], `a.com\n${long}\nb.com\n${long}\n`);
    expect({ out, status }).toEqual({ out: '{"input":"a.com"}\n{"input":"b.com"}\n', status: 0 });
    expect(err).toBe(
      'standard input: line 2 has more than 100000 characters, and is skipped\n' +
        'standard input: lines that were skipped for their length: 2\n',
    );
    expect(run(['--fail-on', 'unknown'], `a.com\n${long}\n`).status).toBe(3);
  });

  test('what stands behind two dashes is a host, and no option', () => {
    const { out, status } = run(['--fields', 'input,problem', '--', '--help']);
    expect({ out, status }).toEqual({ out: '{"input":"--help","problem":"not-a-hostname"}\n', status: 0 });
  });

  test.each([
    [['--format', 'xml', 'a.com'], /^--format: expected json, csv, text, found "xml"/],
    [['--fields', 'input,colour', 'a.com'], /^--fields: "colour" is none of input, host/],
    [['--fields', 'input', '--format', 'text', 'a.com'], /^--fields: is for/],
    [['--fail-on', 'rain', 'a.com'], /^--fail-on: expected ineligible or unknown, found "rain"/],
    [['--language', 'fr', 'a.com'], /^--language: expected en, zh, zh-TW or ja/],
    [['--colour'], /--colour/],
  ])('%j is wrong usage, told in words', (args, message) => {
    const { out, err, status } = run(args);
    expect({ out, status }).toEqual({ out: '', status: 2 });
    expect(err).toMatch(message);
  });
});
