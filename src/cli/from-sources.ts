/** `npm run check`: the command from its sources, with the facts as they lie in the folder. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createTranslator } from '../i18n/translator.ts';
import { runCommand } from './check.ts';
import { loadRules, ROOT } from './load-ruleset.ts';

const rules = loadRules();

await runCommand(process.argv.slice(2), {
  version: JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')).version,
  rules,
  loadFullRules: () => rules,
  wordsFor: (locale) => {
    const file = join(ROOT, 'public/_locales', locale, 'messages.json');
    const messages: Record<string, { readonly message: string }> = JSON.parse(readFileSync(file, 'utf8'));
    return createTranslator(
      locale,
      Object.fromEntries(Object.entries(messages).map(([key, { message }]) => [key, message])),
    );
  },
  // A thread would have to be taught TypeScript first.
  startThread: null,
});
