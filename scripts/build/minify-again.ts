/**
 * A second minifier over what the bundler's own made: it puts single uses in place of names, and
 * finds copies of helpers that packages brought along. Together they make less than either alone.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type JsMinifyOptions, minify } from '@swc/core';

/** The content script: no module, and nothing in it but code of ours. */
const CONTENT = /\.iife\.js$/;

/**
 * Returns what is safe for a script. No function of ours asks for its own `length`, or is made an
 * object with `new`; what packages do is theirs.
 */
function optionsFor(name: string): JsMinifyOptions {
  const isOurs = CONTENT.test(name);
  return {
    module: !isOurs,
    ecma: 2022,
    compress: {
      ecma: 2022,
      passes: 3,
      toplevel: true,
      inline: 3,
      keep_fargs: !isOurs,
      unsafe_arrows: isOurs,
      unsafe_methods: isOurs,
    },
    mangle: { toplevel: true },
  };
}

/** Minifies every script of a built extension once more, in its place. */
export async function minifyAgain(folder: string): Promise<void> {
  const scripts = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.js'));
  await Promise.all(
    scripts.map(async (name) => {
      const file = join(folder, name);
      const { code } = await minify(readFileSync(file, 'utf8'), optionsFor(name));
      writeFileSync(file, code);
    }),
  );
}
