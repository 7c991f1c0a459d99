/**
 * The command as one file, with the facts inside: what a build makes `dist/cli/icp-check.mjs` of.
 * Each of its threads is it, too.
 */
import { fileURLToPath } from 'node:url';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import build from 'virtual:build';
import keys from 'virtual:keys';
import languages from 'virtual:languages';
import ofVerdicts from 'virtual:rules';
import { createEngine } from '../domain/eligibility/engine.ts';
import { NO_GUIDANCE } from '../domain/ruleset/guidance.ts';
import { createTranslator, messagesFrom } from '../i18n/translator.ts';
import { runCommand } from './check.ts';
import { createHostLines, type LineOptions } from './host-lines.ts';
import { type Job, judgeBlock } from './many-hosts.ts';

if (isMainThread) {
  await runCommand(process.argv.slice(2), {
    version: build.split(' ')[0] ?? '',
    rules: { ...ofVerdicts, ...NO_GUIDANCE },
    loadFullRules: async () => ({ ...ofVerdicts, ...(await import('virtual:guidance')).default }),
    wordsFor: async (locale) => {
      const { default: texts } = await languages[locale]();
      return createTranslator(locale, messagesFrom(keys, texts));
    },
    startThread: (options) =>
      new Worker(fileURLToPath(import.meta.url), {
        workerData: options,
        // Twelve megabytes live: without limits three times as much is left to be collected.
        resourceLimits: { maxYoungGenerationSizeMb: 6, maxOldGenerationSizeMb: 96 },
      }),
  });
} else {
  const printer = createHostLines(createEngine({ ...ofVerdicts, ...NO_GUIDANCE }), workerData as LineOptions, null);
  parentPort?.on('message', ({ block, memory }: Job) => {
    const judged = judgeBlock(block, printer, memory);
    parentPort?.postMessage(judged, [judged.output.buffer]);
  });
}
