import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ManifestV3Export } from '@crxjs/vite-plugin';
import { ROOT } from '../../src/cli/load-ruleset.ts';
import type { Ruleset } from '../../src/domain/ruleset/ruleset.ts';

/**
 * Returns the consoles' hosts as match patterns, sorted: https only, narrowed to the console's
 * paths where it has some.
 */
export function consoleMatches(rules: Ruleset): string[] {
  return rules.consoles
    .flatMap((one) => one.sites)
    .flatMap(({ host, paths = ['/'] }) => paths.map((path) => `https://${host}${path}*`))
    .sort();
}

/**
 * What a browser does not know and would warn of. Firefox reads policies without a schema and sets
 * no icon by address.
 */
const UNSUPPORTED_BY: Readonly<
  Record<'chrome' | 'firefox', { readonly keys: readonly string[]; readonly permissions: readonly string[] }>
> = {
  chrome: { keys: ['sidebar_action'], permissions: [] },
  firefox: { keys: ['storage', 'side_panel'], permissions: ['declarativeContent', 'sidePanel'] },
};

/**
 * Returns `manifest.json` for a browser, with the content script's matches filled in from the
 * console facts.
 */
export function manifest(rules: Ruleset, browser: 'chrome' | 'firefox'): ManifestV3Export {
  const written = JSON.parse(readFileSync(join(ROOT, 'manifest.json'), 'utf8'));
  const matches = consoleMatches(rules);
  for (const script of written.content_scripts) script.matches = matches;
  for (const key of UNSUPPORTED_BY[browser].keys) delete written[key];
  written.permissions = written.permissions.filter((one: string) => !UNSUPPORTED_BY[browser].permissions.includes(one));
  return written;
}
