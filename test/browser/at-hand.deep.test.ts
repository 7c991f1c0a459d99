import { expect, test } from 'vitest';
import { eventually } from '../support/browser/eventually.ts';
import { QUESTION, titleOn } from '../support/browser/icon-title.ts';
import { startFirefox } from '../support/browser/started.ts';

const started = startFirefox();

test('the title asks the question, as no sign is shown; after a click it says the verdict, as long as the tab stays', async () => {
  expect(await titleOn(started(), null)).toBe(QUESTION);
  const page = await started().open('https://docs.example.io/');
  await page.bringToFront();
  await started().window.clickIcon();
  await eventually(() => titleOn(started(), 'https://docs.example.io/')).toBe(
    'docs.example.io: Not eligible for ICP filing (ICP Filing Guide)',
  );
  await page.goto('https://docs.example.io/elsewhere');
  await eventually(() => titleOn(started(), 'https://docs.example.io/elsewhere')).toBe(QUESTION);
  await page.close();
});

test('welcome: says how to pin the icon in Firefox’s words, and that it is once it is', async () => {
  const welcome = await started().openPage('src/entries/welcome/index.html', '.pin[data-pinned=false]');
  expect(await welcome.$eval('.pin', (item) => item.textContent)).toContain('Pin to Toolbar');
  await started().window.pin(true);
  await welcome.waitForSelector('.pin[data-pinned=true]');
  await welcome.click('.skip');
  // That a page of an extension closed is not reported.
  await eventually(() =>
    started().evaluate(async () => (await chrome.tabs.query({})).filter((tab) => tab.url?.includes('/welcome/'))),
  ).toEqual([]);
});
