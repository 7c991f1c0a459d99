/** `npm test [-- STEP…]`: everything that must hold, in the order in which mistakes are cheapest to find. */
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { build } from '../build/build.ts';
import { ROOT } from '../build/load.ts';
import { TAGS } from '../core/language.ts';
import { run } from './bins.ts';
import { requireBrowser, requireCjkFonts, requireInterface } from './browsers.ts';
import { judgeWarnings } from './lint-warnings.ts';

const OUT = join(ROOT, 'out');
const counts = { passed: 0, failed: 0 };

const STEPS: Readonly<Record<string, () => boolean | Promise<boolean>>> = {
  types: () => run('tsc', ['-p', 'tsconfig.json']) && run('tsc', ['-p', 'src/core/tsconfig.json']),
  lint: () => run('biome', ['ci', '.']),
  unused: () => run('knip', ['--no-progress']),
  unit: () => vitest('unit'),
  build: () => build().then(() => true),
  webext: lintExtension,
  package: () => vitest('package'),
  browsers: () => {
    process.env.CHROME_PATH = requireBrowser('chromium');
    process.env.FIREFOX_PATH = requireBrowser('firefox');
    requireCjkFonts();
    for (const tag of Object.values(TAGS)) {
      requireInterface('chromium', tag);
      requireInterface('firefox', tag);
    }
    return true;
  },
  browser: () => vitest('browser'),
};

function vitest(project: string): boolean {
  const report = join(OUT, `vitest-${project}.json`);
  // An older one would be counted where this run ends before its tests.
  rmSync(report, { force: true });
  const sound = run('vitest', [
    'run',
    '--project',
    project,
    '--reporter=default',
    '--reporter=json',
    `--outputFile=${report}`,
  ]);
  if (!existsSync(report)) return false;
  const { numPassedTests, numFailedTests } = JSON.parse(readFileSync(report, 'utf8'));
  counts.passed += numPassedTests;
  counts.failed += numFailedTests;
  return sound;
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

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !Object.hasOwn(STEPS, name));
if (unknown.length > 0) {
  console.error(`Unknown step ${unknown.join(', ')}: expected some of ${Object.keys(STEPS).join(', ')}.`);
  process.exit(2);
}
mkdirSync(OUT, { recursive: true });
for (const [name, step] of Object.entries(STEPS)) {
  if (asked.length > 0 && !asked.includes(name)) continue;
  console.log(`\n── ${name}`);
  const began = performance.now();
  let sound = false;
  try {
    sound = await step();
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
  }
  console.log(`── ${name}: ${sound ? 'sound' : 'FAILED'} after ${((performance.now() - began) / 1000).toFixed(1)} s`);
  if (!sound) {
    process.exitCode = 1;
    break;
  }
}
console.log(`\n${counts.passed} passed, ${counts.failed} failed`);
