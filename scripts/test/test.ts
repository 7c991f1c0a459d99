/**
 * `npm test`: what a contributor can break, in the order in which mistakes are cheapest to find.
 * `npm run test:deep`: the rest. Each of their steps is a script of its own (`npm run test:unit`),
 * which takes what Vitest takes: `npm run test:unit -- test/unit/domain`. What is in which step and
 * why: docs/testing.md.
 */
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { loadRules, ROOT } from '../../src/cli/load-ruleset.ts';
import { TAGS } from '../../src/domain/common/locale.ts';
import { requireBrowser, requireCjkFonts, requireInterface } from '../../test/support/browser/find-browser.ts';
import { build } from '../build/build.ts';
import { requireSoundHosts } from '../build/lint-hosts.ts';
import { judgeWarnings } from './lint-warnings.ts';
import { run, runBeside } from './run-binary.ts';

const OUT = join(ROOT, 'out');
const counts = { passed: 0, failed: 0 };

/** What is done before some steps, once however many need it. */
const PREPARATIONS = { build: () => build(), browsers: findBrowsers };

interface Step {
  readonly needs?: readonly (keyof typeof PREPARATIONS)[];
  /** Returns whether all is well. */
  readonly run: (args: readonly string[]) => boolean | Promise<boolean>;
  /** Whether its tests are counted one by one; otherwise it counts as one. */
  readonly isVitest?: boolean;
  /** Whether it runs at the same time as others of its kind: each keeps one core busy. */
  readonly isBesideOthers?: boolean;
}

const STEPS: Readonly<Record<string, Step>> = {
  types: command(
    'tsc',
    ...['tsconfig.json', 'src/tsconfig.json', 'src/domain/tsconfig.json'].map((one) => ['-p', one]),
  ),
  lint: command('biome', ['ci', '--colors=off', '.']),
  unused: command('knip', ['--no-progress']),
  facts: { run: checkFacts },
  unit: vitest('unit'),
  build: { needs: ['build'], run: () => true },
  webext: { needs: ['build'], run: lintExtension },
  browser: vitest('browser', 'build', 'browsers'),
  'unit-deep': vitest('unit-deep'),
  'browser-deep': vitest('browser-deep', 'build', 'browsers'),
};
const QUICK = ['types', 'lint', 'unused', 'facts', 'unit', 'build', 'webext', 'browser'];
const DEEP = ['unit-deep', 'browser-deep'];

function checkFacts(): boolean {
  requireSoundHosts(loadRules());
  return true;
}

function findBrowsers(): void {
  process.env.CHROME_PATH = requireBrowser('chromium');
  process.env.FIREFOX_PATH = requireBrowser('firefox');
  requireCjkFonts();
  for (const tag of Object.values(TAGS)) {
    requireInterface('chromium', tag);
    requireInterface('firefox', tag);
  }
}

/** Returns the step that runs a package's command with each of these arguments, until one fails. */
function command(name: string, ...calls: readonly (readonly string[])[]): Step {
  return {
    isBesideOthers: true,
    async run() {
      for (const args of calls) {
        const { isSound, output } = await runBeside(name, args);
        process.stdout.write(output);
        if (!isSound) return false;
      }
      return true;
    },
  };
}

/** Returns the step that runs a project of vite.config.ts, after what its tests need. */
function vitest(project: string, ...needs: NonNullable<Step['needs']>): Step {
  const report = join(OUT, `vitest-${project}.json`);
  return {
    needs,
    isVitest: true,
    run(args) {
      // An older one would be counted where this run ends before its tests.
      rmSync(report, { force: true });
      const reporters = ['--reporter=default', '--reporter=json', `--outputFile=${report}`];
      const isSound = run('vitest', ['run', '--project', project, ...reporters, ...args]);
      if (!existsSync(report)) return false;
      const { numPassedTests, numFailedTests } = JSON.parse(readFileSync(report, 'utf8'));
      counts.passed += numPassedTests;
      counts.failed += numFailedTests;
      return isSound;
    },
  };
}

async function lintExtension(): Promise<boolean> {
  const { default: webExt } = await import('web-ext');
  const { errors, warnings } = await webExt.cmd.lint(
    { sourceDir: join(ROOT, 'dist/firefox'), output: 'none' },
    { shouldExitProgram: false },
  );
  const { unexplained, needless } = judgeWarnings(warnings);
  for (const one of [...errors, ...unexplained])
    console.log(`${one._type}: ${one.code}: ${one.message} (${one.file ?? ''})`);
  for (const { code, file } of needless) console.log(`explained, but not there: ${code} (${file.source})`);
  console.log(
    `web-ext lint: ${errors.length} errors, ${warnings.length} warnings, ${unexplained.length} of them unexplained`,
  );
  return errors.length === 0 && unexplained.length === 0 && needless.length === 0;
}

/** Runs a step, counts it, and returns whether it passed. */
async function passes(name: string, step: Step, args: readonly string[]): Promise<boolean> {
  if (!step.isBesideOthers) console.log(`\n── ${name}`);
  const began = performance.now();
  const failedBefore = counts.failed;
  let isSound = false;
  try {
    for (const need of step.needs ?? []) {
      if (prepared.has(need)) continue;
      await PREPARATIONS[need]();
      prepared.add(need);
    }
    isSound = await step.run(args);
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
  }
  if (isSound && !step.isVitest) counts.passed += 1;
  // A file that cannot be loaded has no test that fails.
  if (!isSound && !(step.isVitest && counts.failed > failedBefore)) counts.failed += 1;
  const seconds = ((performance.now() - began) / 1000).toFixed(1);
  console.log(`── ${name}: ${isSound ? 'passed' : 'FAILED'} after ${seconds} s`);
  return isSound;
}

const argv = process.argv.slice(2);
const isWhole = argv.length === 0 || argv[0] === 'deep';
const named = argv.findIndex((name) => !Object.hasOwn(STEPS, name));
const asked = isWhole ? (argv.length === 0 ? QUICK : DEEP) : named === -1 ? argv : argv.slice(0, named);
const args = isWhole ? argv.slice(1) : named === -1 ? [] : argv.slice(named);
const [only] = asked;
if (only === undefined || (args.length > 0 && (asked.length > 1 || !STEPS[only]?.isVitest))) {
  console.error(
    `Expected some of these steps, or one that runs Vitest and what to tell it: ${Object.keys(STEPS).join(', ')}.`,
  );
  process.exit(2);
}
mkdirSync(OUT, { recursive: true });
const prepared = new Set<keyof typeof PREPARATIONS>();
const steps = Object.entries(STEPS).filter(([name]) => asked.includes(name));
const beside = steps.filter(([, step]) => step.isBesideOthers);
const passed = await Promise.all(beside.map(([name, step]) => passes(name, step, args)));
let isSound = passed.every(Boolean);
for (const [name, step] of steps) {
  if (!isSound) break;
  if (!step.isBesideOthers) isSound = await passes(name, step, args);
}
if (!isSound) process.exitCode = 1;
console.log(`\n${counts.passed} passed, ${counts.failed} failed`);
