/** Bytes of what is shipped. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { entriesOf, small, type ZipEntry, zipOf } from '../package/pack-zip.ts';
import type { Line } from './figures.ts';

/** Smaller files are told together. */
const LEAST = 2_000;

/** Returns lines for the table. */
export async function sizeLines(chrome: string, firefox: string): Promise<Line[]> {
  const entries = entriesOf(chrome);
  const code = popupCode(chrome);
  return [
    { what: 'Content script', value: kB(contentScript(chrome)), goal: '≤ 40' },
    { what: 'Content script on sites that are not listed', value: '0 kB' },
    { what: 'Popup: code until the verdict, without rules and words', value: kB(code.length), goal: '≤ 40' },
    { what: '  the same, compressed', value: kB(gzipSync(code).length) },
    { what: 'The zip for Chrome and Edge', value: kB((await zipOf(entries, small)).length), goal: '≤ 300' },
    { what: 'The zip for Firefox', value: kB((await zipOf(entriesOf(firefox), small)).length), goal: '≤ 300' },
    ...(await partLines(entries, pagesOf(chrome))),
  ];
}

/** A line for each file, the largest first, and what it is in the zip. */
async function partLines(entries: readonly ZipEntry[], pages: ReadonlyMap<string, string>): Promise<Line[]> {
  const parts = await Promise.all(
    entries.map(async ({ path, bytes }) => ({
      name: pages.get(path) ?? path.replace(/-[\w-]{8}(?=\.\w+$)/, ''),
      size: bytes.length,
      packed: Math.min(bytes.length, (await small(bytes)).length),
    })),
  );
  const large = parts.filter((one) => one.size >= LEAST).sort((a, b) => b.packed - a.packed);
  const rest = parts.filter((one) => one.size < LEAST);
  const others = { name: `${rest.length} smaller files`, size: sum(rest, 'size'), packed: sum(rest, 'packed') };
  return [...large, others].map(({ name, size, packed }) => ({
    what: `  ${name}, in the zip`,
    value: `${kB(size)}, ${kB(packed)}`,
  }));
}

function sum<K extends string>(parts: readonly Readonly<Record<K, number>>[], key: K): number {
  return parts.reduce((all, one) => all + one[key], 0);
}

function kB(bytes: number): string {
  return `${(bytes / 1000).toFixed(1)} kB`;
}

function contentScript(extension: string): number {
  const { content_scripts } = JSON.parse(readFileSync(join(extension, 'manifest.json'), 'utf8'));
  return readFileSync(join(extension, content_scripts[0].js[0])).length;
}

/** Returns the script of each page → the page, as the bundler names several of them alike. */
function pagesOf(extension: string): Map<string, string> {
  const pages = entriesOf(extension).filter(({ path }) => path.endsWith('.html'));
  return new Map(
    pages.map(({ path, bytes }) => [
      /<script [^>]*src="\/([^"]+)"/.exec(String(bytes))?.[1] ?? '',
      `script of ${path}`,
    ]),
  );
}

/** The scripts that the popup's page names, less the facts and words in them. */
function popupCode(extension: string): string {
  const page = readFileSync(join(extension, 'src/entries/popup/index.html'), 'utf8');
  const files = [...page.matchAll(/(?:src|href)="\/(assets\/[^"]+\.js)"/g)].map(([, name = '']) => name);
  return files
    .map((name) =>
      readFileSync(join(extension, name), 'utf8').replace(/JSON\.parse\((['"`])(?:(?!\1)[^\\]|\\.)*\1\)/gs, ''),
    )
    .join('');
}
