import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildCli } from '../../../scripts/build/build-cli.ts';
import { checkLine } from '../../../src/cli/check-line.ts';
import { engine } from '../../support/shipped-ruleset.ts';

const TODAY = '2026-11-27';

describe('the command as one file', () => {
  const built = mkdtempSync(join(tmpdir(), 'icp-built-'));
  const alone = mkdtempSync(join(tmpdir(), 'icp-alone-'));
  let file = '';
  beforeAll(async () => {
    file = join(alone, 'icp-check.mjs');
    cpSync(await buildCli(built), file);
    // It waits for a core like the tests do.
  }, 180_000);
  afterAll(() => {
    for (const folder of [built, alone]) rmSync(folder, { recursive: true });
  });

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

  test('a reader that stops early ends it quietly; a line that is too long is told', () => {
    const quoted = (text: string) => `'${text}'`;
    const many = join(alone, 'many.txt');
    spawnSync('sh', ['-c', `yes example.com | head -200000 > ${quoted(many)}`]);
    const early = spawnSync('sh', ['-c', `${quoted(process.execPath)} ${quoted(file)} < ${quoted(many)} | head -1`], {
      encoding: 'utf8',
    });
    expect(early.stderr).toBe('');
    expect(JSON.parse(early.stdout)).toMatchObject({ host: 'example.com' });
    const { err, status } = run([], `a.com\n${'x'.repeat(200_000)}\n`);
    expect(status).toBe(1);
    expect(err).toMatch(/^standard input: line 2 has more than \d+ characters\n$/);
  });

  test.each([
    [['--format', 'xml', 'a.com'], /^--format: expected json, csv, text, found "xml"/],
    [['--fields', 'input,colour', 'a.com'], /^--fields: "colour" is none of input, host/],
    [['--fields', 'input', '--format', 'text', 'a.com'], /^--fields: is for/],
    [['--fail-on', 'rain', 'a.com'], /^--fail-on: expected ineligible or unknown, found "rain"/],
    [['--language', 'fr', 'a.com'], /^--language: expected en or zh/],
    [['--colour'], /--colour/],
  ])('%j is wrong usage, told in words', (args, message) => {
    const { out, err, status } = run(args);
    expect({ out, status }).toEqual({ out: '', status: 2 });
    expect(err).toMatch(message);
  });
});
