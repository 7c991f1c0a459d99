/**
 * The command line as one file, on many hosts: against a bare loop of `psl.get` over the same
 * lines, and against the command of an older checkout where one is given.
 */
import { spawn } from 'node:child_process';
import { createReadStream, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ROOT } from '../../src/cli/load-ruleset.ts';
import { buildCli } from '../build/build-cli.ts';
import { fixed, type Line, median } from './figures.ts';

const HOSTS = 200_000;
const ROUNDS = 3;

interface Run {
  /** Seconds by the clock, and of all cores together. */
  readonly clock: number;
  readonly cpu: number;
  /** The most memory that the process had at once, in MB. */
  readonly memory: number;
}

/**
 * Tells what the process used, all of its threads together, when it ends. On Linux `maxRSS` is at
 * least what the process had that started it.
 */
const REPORT = `const { readFileSync, writeSync } = require('node:fs');
if (require('node:worker_threads').isMainThread) process.on('exit', () => {
  const { user, system } = process.cpuUsage();
  const status = process.platform === 'linux' ? readFileSync('/proc/self/status', 'utf8') : '';
  const kilobytes = Number(/VmHWM:\\s*(\\d+)/.exec(status)?.[1] ?? process.resourceUsage().maxRSS);
  writeSync(3, JSON.stringify({ cpu: (user + system) / 1e6, memory: kilobytes / 1000 }));
});`;

/** Reads lines, and prints the registrable domain of each. */
const PSL_LOOP = `import psl from 'psl';
import { text } from 'node:stream/consumers';
const lines = [];
for (const host of (await text(process.stdin)).split('\\n')) if (host !== '') lines.push(psl.get(host));
process.stdout.write(lines.join('\\n'));`;

/** Returns lines for the table. `against` is a checkout of an older version, with its packages. */
export async function cliLines(against: string | null): Promise<Line[]> {
  await buildCli();
  const folder = mkdtempSync(join(tmpdir(), 'bench-cli-'));
  try {
    const hosts = join(folder, 'hosts.txt');
    const one = join(folder, 'one.txt');
    const report = join(folder, 'report.cjs');
    writeFileSync(hosts, `${madeUpHosts().join('\n')}\n`);
    writeFileSync(one, 'shop.example.com.cn\n');
    writeFileSync(report, REPORT);
    const command = ['--require', report, join(ROOT, 'dist/cli/icp-check.mjs')];
    const loop = ['--require', report, '--input-type=module', '--eval', PSL_LOOP];
    const runs: { ours: Run; psl: Run; start: Run; older: number }[] = [];
    for (let round = 0; round < ROUNDS; round++)
      runs.push({
        ours: await reported(command, hosts),
        psl: await reported(loop, hosts),
        start: await reported(command, one),
        older: against === null ? 0 : await clocked('npm', ['run', '--silent', 'check'], hosts, against),
      });
    const of = (read: (run: (typeof runs)[number]) => number) => median(runs.map(read));
    const clock = of(({ ours }) => ours.clock);
    return [
      { what: `Command line: ${HOSTS} hosts, all fields`, value: `${fixed(clock)} s` },
      {
        what: '  CPU time ÷ that of a bare loop of psl.get',
        value: fixed(
          of(({ ours, psl }) => ours.cpu / psl.cpu),
          1,
        ),
      },
      {
        what: '  CPU time, a bare loop',
        value: `${fixed(of(({ ours }) => ours.cpu))}, ${fixed(of(({ psl }) => psl.cpu))} s`,
      },
      { what: '  hosts a second', value: Math.round(HOSTS / clock).toLocaleString('en') },
      {
        what: '  memory',
        value: `${fixed(
          of(({ ours }) => ours.memory),
          0,
        )} MB`,
        goal: '≤ 200 MB',
      },
      { what: '  start to the first answer', value: `${fixed(of(({ start }) => start.clock))} s`, goal: '≤ 0.3 s' },
      ...(against === null
        ? []
        : [
            {
              what: '  rate ÷ that of the older command',
              value: fixed(
                of(({ ours, older }) => older / ours.clock),
                1,
              ),
              goal: '≥ 3',
            },
            { what: '  the older command', value: `${fixed(of(({ older }) => older))} s` },
          ]),
    ];
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function madeUpHosts(): string[] {
  const suffixes = ['com', 'cn', 'com.cn', 'io', 'xyz', 'xn--fiqs8s', 'co.uk', 'net', 'top', 'github.io'];
  return Array.from(
    { length: HOSTS },
    (_, index) => `${index % 3 ? 'www.' : ''}name${index}.${suffixes[index % suffixes.length]}`,
  );
}

/** Runs Node with these arguments and a file as standard input; resolves to what it used. */
async function reported(argv: readonly string[], input: string): Promise<Run> {
  const began = performance.now();
  const child = spawn(process.execPath, argv, { cwd: ROOT, stdio: ['pipe', 'ignore', 'inherit', 'pipe'] });
  createReadStream(input).pipe(child.stdin as NodeJS.WritableStream);
  let told = '';
  child.stdio[3]?.on('data', (part) => {
    told += part;
  });
  await ended(child);
  const clock = (performance.now() - began) / 1000;
  return { clock, ...(JSON.parse(told) as Omit<Run, 'clock'>) };
}

/** Runs a command as {@link reported} does; resolves to seconds by the clock. */
async function clocked(command: string, argv: readonly string[], input: string, cwd: string): Promise<number> {
  const began = performance.now();
  const child = spawn(command, argv, { cwd, stdio: ['pipe', 'ignore', 'inherit'] });
  createReadStream(input).pipe(child.stdin as NodeJS.WritableStream);
  await ended(child);
  return (performance.now() - began) / 1000;
}

function ended(child: ReturnType<typeof spawn>): Promise<void> {
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (status) => {
      if (status === 0) resolve();
      else reject(new Error(`${child.spawnfile} ended with ${status}`));
    });
  });
}
