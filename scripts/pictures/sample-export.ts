/** An export of a registrar as a company has it: made up, and opened as a person would. */
import type { Page } from 'puppeteer-core';

const LABELS = ['acme', 'acme-shop', 'acme-cloud', 'acme-tea', 'acme-labs', 'my-acme'];
const SUFFIXES = ['com', 'cn', 'com.cn', 'io', 'xyz', 'net', 'top', 'ai'];
const REGISTRARS = [
  'Alibaba Cloud',
  'GoDaddy',
  'Tencent Cloud',
  'Namecheap',
  'Alibaba Cloud',
  'GoDaddy',
  'Tencent Cloud',
];

const two = (value: number) => String(value).padStart(2, '0');

/** Names with their registrars, days and states, one a line. */
const EXPORT = [
  'Domain,Registrar,Registration Date,Expiry Date,Real-name status,Status',
  ...LABELS.flatMap((label, row) =>
    SUFFIXES.map((suffix, column) => {
      const at = row * SUFFIXES.length + column;
      const state = at % 9 === 4 ? 'not verified' : 'verified';
      const status = at % 17 === 5 ? 'serverHold' : 'ok';
      return `${label}.${suffix},${REGISTRARS[at % REGISTRARS.length]},2019-${two(1 + (at % 12))}-12,${2028 + (at % 4)}-${two(1 + ((at * 5) % 12))}-12,${state},${status}`;
    }),
  ),
].join('\n');

/** Gives the export to the portfolio's page, and waits until it is judged. */
export async function openExport(page: Page): Promise<void> {
  await page.$eval(
    '.intake .file.main input',
    (input, text) => {
      const files = new DataTransfer();
      files.items.add(new File([text], 'registrar-export.csv', { type: 'text/csv' }));
      (input as HTMLInputElement).files = files.files;
      input.dispatchEvent(new Event('change', { bubbles: true }));
    },
    EXPORT,
  );
  await page.waitForSelector('.plan');
  await page.waitForSelector('.grid [data-host]');
  await page.select('.about select', 'gd');
  await page.waitForSelector('main[data-busy=false] .plan');
}
