/** Pages that nobody knows or sees, and records that a portfolio has. */
import { describe, expect, test } from 'vitest';
import { axeViolations } from '../support/browser/axe.ts';
import { storedIn } from '../support/browser/fixtures.ts';
import { untilOutcome } from '../support/browser/outcomes.ts';
import { serve } from '../support/browser/shown-records.ts';
import { startChromium } from '../support/browser/started.ts';

describe('a click on the icon', () => {
  const chromium = startChromium({ serve });

  test.each([
    ['a name below whois.', 'https://whois.liars.com/'],
    ['the name in its address', 'https://whois.liars.com/lookup/brand-of-ours.com?domain=brand-of-ours.com'],
  ])('a page that nobody knows fills nothing into the case of a name, though it has %s', async (_, address) => {
    await chromium().evaluate(() => chrome.storage.local.clear());
    const page = await chromium().open(address);
    const popup = await chromium().clickIcon(page);
    await popup.waitForSelector('main[data-page=read]');
    expect(await popup.$eval('main', (main) => main.dataset.host)).toBe('whois.liars.com');
    await popup.waitForSelector('[data-record="brand-of-ours.com"]');
    expect(await storedIn(chromium())).toEqual({});
    await popup.close();
    await page.close();
  });

  test('what a page shows that has no name of its own is offered for the name that it is about', async () => {
    await chromium().evaluate(() => chrome.storage.local.clear());
    const page = await chromium().open('https://192.168.0.10/whois');
    const popup = await chromium().clickIcon(page);
    await popup.waitForSelector('main[data-problem=ip-address]');
    await popup.click('[data-record="brand-of-ours.com"]');
    await popup.waitForSelector('main[data-host="brand-of-ours.com"]');
    await untilOutcome(popup, 'registrar-licensed', 'fail');
    await popup.close();
    await page.close();
  });

  test('what nobody sees on a page of its own is no record', async () => {
    await chromium().evaluate(() => chrome.storage.local.clear());
    const hidden = await chromium().open('https://www.brand-of-theirs.com/');
    const popup = await chromium().clickIcon(hidden);
    await popup.waitForSelector('main[data-page=read]');
    expect(await popup.$('[data-use-record], [data-record]')).toBeNull();
    await popup.close();
    await hidden.close();
    // The very same where it is seen.
    const seen = await chromium().open('https://www.brand-in-sight.com/');
    const other = await chromium().clickIcon(seen);
    await other.waitForSelector('[data-use-record="brand-in-sight.com"]');
    expect(await storedIn(chromium())).toEqual({});
    await other.close();
    await seen.close();
  });
});

describe('a name of a portfolio', () => {
  const chromium = startChromium();
  const ORIGIN = { by: 'record', kind: 'export', place: 'names.csv', day: '2026-11-20' };
  const PORTFOLIO = {
    id: 'one',
    name: 'Shops',
    revision: 1,
    entries: { names: 'brand-of-ours.com', lines: [1] },
    rejected: [],
    answers: {},
    sites: [],
    told: [['brand-of-ours.com', { realName: 'done', realNameSettled: true, namesOnSite: 3 }]],
    records: {
      origins: [ORIGIN],
      lines: 'brand-of-ours.com\t{"registrar":"godaddy","expiresOn":"2098-03-02","@":0}',
    },
  };

  test('is known in the popup: said from where, used by one click, and taken back', async () => {
    await chromium().evaluate(
      (portfolio) =>
        new Promise<void>((resolve, reject) => {
          const opening = indexedDB.open('portfolios', 1);
          opening.onupgradeneeded = () => {
            opening.result.createObjectStore('portfolios', { keyPath: 'id' });
            opening.result.createObjectStore('aside', { autoIncrement: true });
          };
          opening.onerror = () => reject(opening.error);
          opening.onsuccess = () => {
            const change = opening.result.transaction('portfolios', 'readwrite');
            const lines = Uint32Array.from(portfolio.entries.lines);
            change.objectStore('portfolios').put({ ...portfolio, entries: { ...portfolio.entries, lines } });
            change.oncomplete = () => {
              opening.result.close();
              resolve();
            };
          };
        }),
      PORTFOLIO,
    );
    const popup = await chromium().openPopup('www.brand-of-ours.com');
    await popup.waitForSelector('[data-known="registrar expiresOn realName realNameSettled namesOnSite"]');
    const text = await popup.$eval('.portfolio', (part) => part.textContent);
    // Whatever a click would make count is shown before: also what is neither a day nor a choice.
    for (const part of ['Shops', 'GoDaddy', 'names.csv', '2026-11-20', 'verification: Yes', ': 3'])
      expect(text).toContain(part);
    expect(await axeViolations(popup)).toEqual([]);
    // Until it is used nothing is stored, and nothing counts.
    expect(await storedIn(chromium())).toEqual({});
    await untilOutcome(popup, 'registrar-licensed', 'needs-answer');
    await popup.click('[data-use-portfolio]');
    await untilOutcome(popup, 'registrar-licensed', 'fail');
    await untilOutcome(popup, 'real-name-done', 'pass');
    await popup.waitForSelector('.portfolio', { hidden: true });
    await popup.click('.undo button');
    await untilOutcome(popup, 'registrar-licensed', 'needs-answer');
    await popup.waitForSelector('[data-known="registrar expiresOn realName realNameSettled namesOnSite"]');
    await popup.close();
    const other = await chromium().openPopup('brand-of-others.com');
    await other.waitForSelector('main[data-host="brand-of-others.com"]');
    await untilOutcome(other, 'registrar-licensed', 'needs-answer');
    expect(await other.$('.portfolio')).toBeNull();
    await other.close();
  });
});
