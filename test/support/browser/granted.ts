/**
 * Copies of a build that come with permissions which a person would give in the browser's prompt.
 */
import { cpSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Ruleset } from '../../../src/domain/ruleset/ruleset.ts';

/**
 * Returns the folder of a copy of a build with the hosts granted: no program can press Chromium's
 * own prompt. To be removed by who asked for it.
 */
export function copyWithHosts(build: string, hosts: readonly string[]): string {
  const folder = mkdtempSync(join(tmpdir(), 'icp-filing-guide-'));
  cpSync(build, folder, { recursive: true });
  const path = join(folder, 'manifest.json');
  const manifest = JSON.parse(readFileSync(path, 'utf8'));
  writeFileSync(path, JSON.stringify({ ...manifest, host_permissions: hosts.map((host) => `https://${host}/*`) }));
  return folder;
}

/** Returns the hosts of all consoles that a build does not have from the installation on. */
export function optionalHosts(build: string, rules: Ruleset): string[] {
  const manifest = JSON.parse(readFileSync(join(build, 'manifest.json'), 'utf8'));
  const installed: readonly string[] = manifest.content_scripts[0].matches;
  const hosts = rules.consoles.flatMap((one) => one.sites).map(({ host }) => host);
  return hosts.filter((host) => !installed.some((match) => match.startsWith(`https://${host}/`)));
}
