/**
 * The entry of every npm script: installs what is missing, then runs the task with tsx. Plain
 * JavaScript without packages, as it runs before there are any. Standard output belongs to the task
 * alone.
 */
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { constants } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..');
const SIGNALS = ['SIGTERM', 'SIGINT', 'SIGHUP'];
const TASKS = {
  start: 'scripts/start/start.ts',
  test: 'scripts/test/test.ts',
  build: 'scripts/build/build.ts',
  check: 'src/cli/from-sources.ts',
  screenshots: 'scripts/pictures/screenshots.ts',
  package: 'scripts/package/package.ts',
  'store-screenshots': 'scripts/pictures/store-screenshots.ts',
  bench: 'scripts/bench/bench.ts',
  new: 'scripts/scaffolds/new.ts',
  fresh: 'scripts/freshness/fresh.ts',
  rules: 'scripts/package/pack-ruleset.ts',
  mutate: 'scripts/test/mutate.ts',
};

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 19) || major === 21 || (major === 22 && minor < 12)) {
  console.error(`Node.js 20.19 or newer (of 22: 22.12) is needed; this is ${process.versions.node}.`);
  process.exit(1);
}

const [task = '', ...args] = process.argv.slice(2);
await install();
const file = join(ROOT, TASKS[task]);
finish(await run(process.execPath, ['--import', import.meta.resolve('tsx'), file, ...args], { stdio: 'inherit' }));

/**
 * Runs a program, and hands on the signals by which somebody ends this one: a program that goes on
 * alone holds the terminal, or a machine that has long canceled the job.
 */
async function run(command, argv, options) {
  const child = spawn(command, argv, options);
  const handOn = (signal) => child.kill(signal);
  for (const signal of SIGNALS) process.on(signal, handOn);
  const done = await new Promise((resolve) => {
    child.on('error', (error) => {
      console.error(`${command}: ${error.message}`);
      resolve({ status: 127, signal: null });
    });
    child.on('exit', (status, signal) => resolve({ status, signal }));
  });
  for (const signal of SIGNALS) process.off(signal, handOn);
  return done;
}

/**
 * Ends as the program ended: by its signal, which a shell shows as 128 and the signal's number, or
 * with its status.
 */
function finish({ status, signal }) {
  // The first process of a container outlives a signal to itself.
  if (signal) process.kill(process.pid, signal);
  process.exit(status ?? 128 + (constants.signals[signal] ?? 0));
}

/** The packages are right when they were installed from the lock file as it is now. */
async function install() {
  const lock = createHash('sha256')
    .update(readFileSync(join(ROOT, 'package-lock.json')))
    .digest('hex');
  const marker = join(ROOT, 'node_modules/.installed-from-lock');
  if (existsSync(marker) && readFileSync(marker, 'utf8') === lock) return;
  console.error('Installing packages…');
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  const done = await run(npm, ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: ROOT,
    stdio: ['ignore', 2, 2],
    shell: process.platform === 'win32',
  });
  if (done.status !== 0) finish(done);
  writeFileSync(marker, lock);
}
