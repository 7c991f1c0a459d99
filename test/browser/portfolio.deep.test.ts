import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { MOST } from '../../src/domain/portfolio/input-limits.ts';
import { type Chromium, launchChromium } from '../support/browser/chromium.ts';
import { type Firefox, launchFirefox } from '../support/browser/firefox.ts';
import { beginPortfolio, expectWhole, giveFiles, sheetWith, until } from '../support/browser/portfolio.ts';

const SUFFIXES = ['com', 'cn', 'net', 'io', 'xyz', 'com.cn'];
/** 100,000 lines: names, sub-domains, one line of junk and one name twice in every thousand. */
const MANY = Array.from({ length: 100_000 }, (_, index) =>
  index % 1000 === 7
    ? 'no name here'
    : index % 1000 === 8
      ? 'site0.com'
      : `${index % 3 === 0 ? '' : 'www.'}site${index}.${SUFFIXES[index % SUFFIXES.length]}`,
).join('\n');

/** Returns a spreadsheet of so many rows, with a name in each. */
function sheetOf(count: number): Uint8Array {
  const rows = Array.from(
    { length: count },
    (_, index) =>
      `<row r="${index + 1}"><c r="A${index + 1}" t="inlineStr"><is><t>sheet${index}.com</t></is></c></row>`,
  );
  return sheetWith(rows.join(''));
}

describe.each(['chromium', 'firefox'] as const)('very many names in %s', (kind) => {
  let started: Chromium | Firefox;
  let folder: string;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'icp-filing-guide-'));
    const serve = () => null;
    started = kind === 'chromium' ? await launchChromium({ serve }) : await launchFirefox({ serve });
  });
  afterAll(async () => {
    await started?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const open = () => started.openPage('src/entries/portfolio/index.html', 'main[data-rows]');

  test('files that ask for more than they hold are refused with the reason, and what comes next is read', async () => {
    const cell = (address: string) => `<c r="${address}" t="inlineStr"><is><t>a.com</t></is></c>`;
    const row = (number: number, address: string) => `<row r="${number}">${cell(address)}</row>`;
    const cells = `more than ${MOST.cells.toLocaleString('en')} cells`;
    const files: [string, Uint8Array, string][] = [
      ['far.xlsx', sheetWith(row(1, 'A1') + row(1048576, 'XFD1048576')), cells],
      ['far-small.xlsx', sheetWith(row(1, 'A1') + row(100000, 'ALL100000')), cells],
      ['zeros.xlsx', sheetWith(row(1, 'A1') + ' '.repeat(MOST.unpacked)), `larger than ${MOST.unpacked / 1e6} MB`],
    ];
    const page = await open();
    await beginPortfolio(page);
    const give = (...paths: string[]) => giveFiles(page, ...paths);
    for (const [name, bytes, why] of files) {
      writeFileSync(join(folder, name), bytes);
      await give(join(folder, name));
      await page.waitForFunction(
        (file, reason) => {
          const note = document.querySelector('p.note')?.textContent ?? '';
          return note.startsWith(`${file} was not read`) && note.includes(reason);
        },
        {},
        name,
        why,
      );
    }
    // Larger than is read at all, though the disk has it.
    await page.evaluate((most) => {
      const data = new DataTransfer();
      data.items.add(new File([new Uint8Array(most + 1)], 'large.txt'));
      document.querySelector('main')?.dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true }));
    }, MOST.bytes);
    await page.waitForFunction(() =>
      document.querySelector('p.note')?.textContent?.startsWith('large.txt was not read: it is larger than 300 MB'),
    );
    // Pictures by the megabyte are none of the reader's business.
    writeFileSync(
      join(folder, 'pictures.xlsx'),
      sheetWith(row(1, 'A1'), { 'xl/media/image1.bmp': [new Uint8Array(100_000_000), { level: 1 }] }),
    );
    await give(join(folder, 'pictures.xlsx'));
    await until(page, 1);
    await page.close();
  });

  test.each([2, 3, 4])('a page that goes away in the middle of a save leaves the old or the new, whole (%i)', (round) =>
    expectWhole(started, round),
  );

  test('reading a million names can be stopped while it goes on', async () => {
    const page = await open();
    await beginPortfolio(page);
    await page.evaluate(() => {
      const names = Array.from({ length: 1_000_000 }, (_, index) => `name${index}.com`);
      const data = new DataTransfer();
      data.items.add(new File([names.join('\n')], 'million.txt'));
      document.querySelector('main')?.dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true }));
    });
    await page.click('.waits button');
    await page.waitForFunction(() =>
      document.querySelector('p.note')?.textContent?.startsWith('million.txt was not read: you stopped it.'),
    );
    await page.close();
  });

  test('a line of a file that is too long is told and skipped, and the rest is read', async () => {
    const path = join(folder, 'line.csv');
    writeFileSync(path, `maple.com\n${'a,'.repeat(10_000_000)}\noak.cn\n`);
    const page = await open();
    await beginPortfolio(page);
    await giveFiles(page, path);
    await until(page, 2);
    const told = await page.$eval('.rejected li', (one) => `${one.value} ${one.lastElementChild?.textContent}`);
    expect(told).toBe('2 Line too long');
    await page.close();
  });

  test('a spreadsheet of twenty thousand rows is read, too', async () => {
    const path = join(folder, 'large.xlsx');
    writeFileSync(path, sheetOf(20_000));
    const page = await open();
    await beginPortfolio(page);
    await giveFiles(page, path);
    await until(page, 20_000);
    await page.close();
  });

  test('100,000 lines: the table draws what is in sight, the page never waits long, and nothing is dropped unsaid', async () => {
    const page = await open();
    await beginPortfolio(page);
    const file = join(folder, 'many.txt');
    writeFileSync(file, MANY);
    await page.evaluate(() => {
      const state = window as unknown as { longest: number; last: number };
      state.longest = 0;
      state.last = performance.now();
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => {
        const now = performance.now();
        state.longest = Math.max(state.longest, now - state.last);
        state.last = now;
        port2.postMessage(0);
      };
      port2.postMessage(0);
    });
    await giveFiles(page, file);
    await until(page, 99_800);
    const longest = await page.evaluate(() => (window as unknown as { longest: number }).longest);
    console.log(`${kind}: longest wait while 100,000 lines came in: ${longest.toFixed(0)} ms`);
    expect(await page.$eval('.rejected summary', (summary) => summary.textContent)).toContain('200');
    expect((await page.$$('.grid [data-host]')).length).toBeLessThan(60);

    await page.focus('.grid');
    await page.keyboard.press('End');
    await page.waitForSelector('.grid [aria-rowindex="99801"]');
    await page.keyboard.press(' ');
    await page.waitForSelector('.chosen');
    await page.type('.tools input[type=search]', 'site99998');
    await page.waitForFunction(() => document.querySelector('main')?.dataset.shown === '1');
    await page.close();
  });
});
