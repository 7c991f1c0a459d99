/**
 * `npm run bench [-- PART… --against CHECKOUT]`: what the extension costs, as ratios within the
 * same run. Medians of interleaved rounds. Nothing here asserts: how to read it is in
 * docs/performance.md.
 */
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { ROOT } from '../../src/cli/load-ruleset.ts';
import { type Chromium, launchChromium } from '../../test/support/browser/chromium.ts';
import { requireBrowser } from '../../test/support/browser/find-browser.ts';
import { build } from '../build/build.ts';
import { cliLines } from './bench-cli.ts';
import { firefoxLines } from './bench-firefox.ts';
import { pageLines, serve } from './bench-page.ts';
import { popupLines } from './bench-popup.ts';
import { portfolioLines } from './bench-portfolio.ts';
import { sizeLines } from './bench-sizes.ts';
import { verdictLines } from './bench-verdicts.ts';
import type { Line } from './figures.ts';

const executable = requireBrowser('chromium');
const extension = join(ROOT, 'dist/chrome');

const { against, parts } = readArguments();

const PARTS: Readonly<Record<string, () => Line[] | Promise<Line[]>>> = {
  popup: () => popupLines(executable, extension),
  firefox: () => firefoxLines(requireBrowser('firefox'), join(ROOT, 'dist/firefox')),
  verdicts: verdictLines,
  page: () => inChromium(pageLines),
  portfolio: () => portfolioLines(executable, extension, against && join(against, 'dist/chrome')),
  cli: () => cliLines(against),
  sizes: () => sizeLines(extension, join(ROOT, 'dist/firefox')),
};

async function inChromium(run: (chromium: Chromium) => Promise<Line[]>): Promise<Line[]> {
  const chromium = await launchChromium({ executable, extension, serve });
  try {
    return await run(chromium);
  } finally {
    await chromium.close();
  }
}

/** An older checkout, built, is measured beside this one where one is given. */
function readArguments(): { readonly against: string | null; readonly parts: readonly string[] } {
  const { values, positionals } = parseArgs({ allowPositionals: true, options: { against: { type: 'string' } } });
  return { against: values.against === undefined ? null : resolve(values.against), parts: positionals };
}

const unknown = parts.filter((name) => !Object.hasOwn(PARTS, name));
if (unknown.length > 0) {
  console.error(`Unknown part ${unknown.join(', ')}: expected some of ${Object.keys(PARTS).join(', ')}.`);
  process.exit(2);
}
if (parts.some((name) => name !== 'cli') || parts.length === 0) await build();
for (const [name, run] of Object.entries(PARTS)) {
  if (parts.length > 0 && !parts.includes(name)) continue;
  const began = performance.now();
  try {
    for (const { what, value, goal } of await run())
      console.log(`${what.padEnd(60)} ${value.padStart(22)}${goal === undefined ? '' : `   goal ${goal}`}`);
  } catch (error) {
    // The others are measured all the same.
    console.error(`${name}: not measured: ${error instanceof Error ? error.message : String(error)}`);
    process.exitCode = 1;
  }
  console.error(`${name}: ${((performance.now() - began) / 1000).toFixed(0)} s in all`);
}
