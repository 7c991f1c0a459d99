import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ManifestV3Export } from '@crxjs/vite-plugin';
import { ROOT } from '../../src/cli/load-ruleset.ts';

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

/** Returns `manifest.json` for a browser, without what that one does not know. */
export function manifest(browser: 'chrome' | 'firefox'): ManifestV3Export {
  const written = JSON.parse(readFileSync(join(ROOT, 'manifest.json'), 'utf8'));
  const { homepage } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
  // As long as there is none, no page of ours shows a way to it.
  if (homepage !== '') written.homepage_url = homepage;
  for (const key of UNSUPPORTED_BY[browser].keys) delete written[key];
  written.permissions = written.permissions.filter((one: string) => !UNSUPPORTED_BY[browser].permissions.includes(one));
  return written;
}
