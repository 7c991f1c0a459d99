/**
 * An extension to measure against: a popup of the same size in which Preact draws a single word.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'vite';
import { ROOT } from '../../src/cli/load-ruleset.ts';

/** Builds the extension that does nothing. `id` is what Firefox knows it by. Returns its folder. */
export async function emptyExtension(id?: string): Promise<string> {
  const folder = join(ROOT, 'out/bench-empty');
  const source = join(ROOT, 'out/bench-empty-source');
  mkdirSync(source, { recursive: true });
  mkdirSync(folder, { recursive: true });
  const page =
    '<!doctype html><meta charset="utf-8"><title>Empty</title><link rel="stylesheet" href="./popup.css"><script type="module" src="./popup.js"></script>';
  writeFileSync(join(source, 'popup.html'), page);
  writeFileSync(join(source, 'popup.css'), 'body { width: 400px; min-height: 600px; margin: 0; }');
  writeFileSync(
    join(source, 'popup.js'),
    "import { h, render } from 'preact';\nrender(h('main', null, 'empty'), document.body);\n",
  );
  await build({
    configFile: false,
    root: source,
    base: './',
    logLevel: 'error',
    build: {
      outDir: folder,
      emptyOutDir: true,
      modulePreload: false,
      rolldownOptions: { input: join(source, 'popup.html') },
    },
  });
  writeFileSync(join(folder, 'worker.js'), 'chrome.runtime.onMessage.addListener(() => {});\n');
  const manifest = {
    manifest_version: 3,
    name: 'Empty',
    version: '1',
    action: { default_popup: 'popup.html' },
    background: id === undefined ? { service_worker: 'worker.js' } : { scripts: ['worker.js'] },
    ...(id !== undefined && { browser_specific_settings: { gecko: { id } } }),
  };
  writeFileSync(join(folder, 'manifest.json'), JSON.stringify(manifest));
  return folder;
}
