/** Bytes of what is shipped. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { entriesOf, small, zipOf } from '../zip.ts';
import type { Line } from './numbers.ts';

/** In: the built extension. Out: lines for the table. */
export async function sizeLines(extension: string): Promise<Line[]> {
  const { content_scripts } = JSON.parse(readFileSync(join(extension, 'manifest.json'), 'utf8'));
  const names = readdirSync(extension, { recursive: true, encoding: 'utf8' }).filter((name) =>
    statSync(join(extension, name)).isFile(),
  );
  const kB = (bytes: number) => `${(bytes / 1000).toFixed(1)} kB`;
  const code = popupCode(extension);
  const groups: [string, RegExp][] = [
    ['scripts', /\.js$/],
    ['styles', /\.css$/],
    ['words for the browser', /^_locales/],
    ['icons', /^icons/],
  ];
  return [
    { what: 'Content script', value: kB(statSync(join(extension, content_scripts[0].js[0])).size), goal: '≤ 40' },
    { what: 'Content script on sites that are not listed', value: '0 kB' },
    { what: 'Popup: code until the verdict, without rules and words', value: kB(code.length), goal: '≤ 40' },
    { what: '  the same, compressed', value: kB(gzipSync(code).length) },
    {
      what: 'Shipped: the whole as a zip',
      value: kB((await zipOf(entriesOf(extension), small)).length),
      goal: '≤ 300',
    },
    ...groups.map(([what, pattern]) => ({
      what: `Shipped: ${what}`,
      value: kB(sum(names.filter((name) => pattern.test(name)).map((name) => statSync(join(extension, name)).size))),
    })),
  ];
}

function sum(values: readonly number[]): number {
  return values.reduce((all, one) => all + one, 0);
}

/** The scripts that the popup's page names, less the facts and words in them. */
function popupCode(extension: string): string {
  const page = readFileSync(join(extension, 'src/popup/index.html'), 'utf8');
  const files = [...page.matchAll(/(?:src|href)="\/(assets\/[^"]+\.js)"/g)].map(([, name = '']) => name);
  return files
    .map((name) => readFileSync(join(extension, name), 'utf8').replace(/JSON\.parse\(`(?:[^`\\]|\\.)*`\)/gs, ''))
    .join('');
}
