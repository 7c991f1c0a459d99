/**
 * Each page among the samples is read by a click in a browser as it is from its source: what a
 * person sees of it says the same as the text of the file.
 */
import { expect, test } from 'vitest';
import { RECORDED } from '../../src/domain/answers/recorded-answers.ts';
import { startChromium } from '../support/browser/started.ts';
import { type Expected, samples, sampleText } from '../unit/domain/records/reader.ts';

const pages = samples.filter(
  ({ file, pageUrl, kind, records }) =>
    file.endsWith('.html') && pageUrl?.startsWith('https://') && kind !== 'decoy' && records.length === 1,
);
// That the ministry has no filing of a name is no record, and an answer all the same.
const ANSWERS = 'https://beian.miit.gov.cn/';
const decoys = samples.filter(
  ({ file, pageUrl, kind }) =>
    file.endsWith('.html') && pageUrl?.startsWith('https://') && !pageUrl.startsWith(ANSWERS) && kind === 'decoy',
);
const served = new Map<string, string>();
const chromium = startChromium({
  serve: (url) => {
    const body = served.get(url.hostname);
    return body === undefined ? null : { body };
  },
});

async function click({ file, pageUrl = '' }: Pick<Expected, 'file' | 'pageUrl'>) {
  const { hostname } = new URL(pageUrl);
  const text = sampleText(file);
  served.set(hostname, text.includes('<meta charset') ? text : `<meta charset="utf-8">${text}`);
  await chromium().evaluate(() => chrome.storage.local.clear());
  const page = await chromium().open(pageUrl);
  const popup = await chromium().clickIcon(page);
  return {
    popup,
    close: async () => {
      await popup.close();
      await page.close();
      served.delete(hostname);
    },
  };
}

test('there are pages enough', () => {
  expect(pages.length).toBeGreaterThan(30);
  expect(decoys.length).toBeGreaterThan(10);
});

test.each(pages)('$file', async ({ file, pageUrl, records, answers }) => {
  const { popup, close } = await click({ file, ...(pageUrl !== undefined && { pageUrl }) });
  const domain = records[0]?.domain ?? '';
  const wanted = RECORDED.filter((name) => answers[domain]?.[name] !== undefined);
  // A site that is known to show records opens with the record's name; elsewhere it is offered.
  const found = await popup.waitForSelector(`[data-record-of="${domain}"], [data-record="${domain}"]`);
  if ((await found?.evaluate((element) => element.getAttribute('data-record'))) !== null) await found?.click();
  await popup.waitForSelector(`main[data-host="${domain}"] [data-record-of="${domain}"]`);
  const settled = await popup.$eval('[data-record-of]', (part) => part.getAttribute('data-settled') ?? '');
  expect(settled.split(' ').filter(Boolean)).toEqual(wanted);
  await close();
});

test.each(decoys)('$file shows no record', async ({ file, pageUrl }) => {
  const { popup, close } = await click({ file, ...(pageUrl !== undefined && { pageUrl }) });
  await popup.waitForSelector('main[data-page=read], main[data-situation=console], main:not([data-host])');
  expect(await popup.$('[data-record-of], [data-record], [data-use-record]')).toBeNull();
  await close();
});
