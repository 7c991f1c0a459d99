/** What the browser itself reads of `_locales`; pages have files of words of their own. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../../src/cli/load-ruleset.ts';

/** Returns keys that the manifest names, or that are asked of the browser in code. */
export function keysOfBrowser(): ReadonlySet<string> {
  const manifest = readFileSync(join(ROOT, 'manifest.json'), 'utf8');
  const platform = join(ROOT, 'src/browser-api');
  const code = readdirSync(platform).map((name) => readFileSync(join(platform, name), 'utf8'));
  return new Set([
    ...[...manifest.matchAll(/__MSG_(\w+)__/g)].map(([, key = '']) => key),
    ...code.flatMap((text) => [...text.matchAll(/getMessage\('(\w+)'/g)].map(([, key = '']) => key)),
  ]);
}

/**
 * Leaves in the `_locales` of a built extension only what the browser reads: the rest would be
 * carried along for nothing.
 */
export function trimWords(folder: string): void {
  const keys = keysOfBrowser();
  for (const locale of readdirSync(join(folder, '_locales'))) {
    const file = join(folder, '_locales', locale, 'messages.json');
    const messages: Record<string, { message: string; placeholders?: unknown }> = JSON.parse(
      readFileSync(file, 'utf8'),
    );
    const kept = Object.entries(messages)
      .filter(([key]) => keys.has(key))
      .map(([key, { message, placeholders }]) => [
        key,
        { message, ...(placeholders !== undefined && { placeholders }) },
      ]);
    writeFileSync(file, `${JSON.stringify(Object.fromEntries(kept))}\n`);
  }
}
