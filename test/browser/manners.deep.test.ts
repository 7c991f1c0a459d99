/** Pages that fight back, are very large, or live very long. */
import { describe, expect, test } from 'vitest';
import { fixture } from '../support/browser/fixtures.ts';
import { openListening, untilChips } from '../support/browser/guests.ts';
import { testExplained, testPlaces } from '../support/browser/manner-views.ts';
import type { Serve } from '../support/browser/served-pages.ts';
import { startChromium } from '../support/browser/started.ts';

const LIST = 'https://wanwang.aliyun.com/domain/searchresult';
const HOSTILE = 'https://wanwang.aliyun.com/domain/hostile';
/** Entries that answer “this name is not filed”, whichever console says it, the best first. */
const NOT_FILED = 'cdn-and-hong-kong access-filing how-to-file is-a-filing-needed without-filing';

/**
 * The page's own script: it takes what is not its own away, sets traps, and changes itself all the
 * time.
 */
const HOSTILE_PAGE = `<!doctype html><html><head><meta charset="utf-8"><title>Hostile</title><link rel="icon" href="data:,"></head><body>
<ul id="rows"><li>example.com</li><li>example.io</li></ul><p>注册商未批复</p><div id="churn"></div><script>
window.added = 0;
for (const name of ['append', 'remove', 'attachShadow', 'insertBefore', 'querySelectorAll']) {
  Object.defineProperty(Element.prototype, name + 'Trap', { get() { throw new Error('trap'); } });
}
new MutationObserver((records) => {
  for (const { addedNodes } of records) for (const node of addedNodes) {
    if (node.dataset?.icpFilingGuide) { window.added++; node.parentNode?.removeChild(node); }
  }
}).observe(document, { childList: true, subtree: true });
const churn = document.querySelector('#churn');
window.rounds = 0;
setInterval(() => { for (let i = 0; i < 20; i++) { churn.textContent = 'example' + window.rounds++ + '.com'; } }, 20);
Object.freeze(Element.prototype); Object.freeze(Node.prototype);
</script></body></html>`;

const serve: Serve = (url) => (url.href === HOSTILE ? { body: HOSTILE_PAGE } : fixture('search'));

describe('guest manners', () => {
  const chromium = startChromium({ serve });
  const open = (address: string) => openListening(chromium(), address);

  testPlaces(chromium, 'rtl');
  testExplained(chromium, [
    ['{"Status":"DomainNotRegistration"}', NOT_FILED],
    ['error_code: CDN.0102', NOT_FILED],
  ]);

  test('a list that is drawn anew, paged and scrolled has one chip a name', async () => {
    const { page, errors } = await open(LIST);
    await untilChips(page, 6);
    for (let round = 0; round < 20; round++) {
      await page.evaluate((number) => {
        const late = document.querySelector('#late');
        const rows = Array.from({ length: 10 }, (_, index) => {
          const row = document.createElement('p');
          row.textContent = `row${(number * 7 + index) % 40}.com`;
          return row;
        });
        late?.replaceChildren(...rows);
      }, round);
    }
    await untilChips(page, 16);
    const perRow = await page.$$eval('#late p', (rows) =>
      rows.map((row) => row.querySelectorAll('[data-icp-filing-guide=chip]').length),
    );
    expect(perRow).toEqual(Array(10).fill(1));
    // The same node with another name, as virtual lists do.
    await page.evaluate(() => {
      const text = document.querySelector('#late p')?.firstChild;
      if (text) text.nodeValue = 'renamed.io';
    });
    await page.waitForSelector('#late p [data-icp-filing-guide=chip][data-name="renamed.io"]');
    await untilChips(page, 16);
    expect(errors).toEqual([]);
    await page.close();
  });

  test('printing shows nothing of ours', async () => {
    const { page } = await open(LIST);
    await untilChips(page, 6);
    const hit = () =>
      page.evaluate(() => {
        const { x, y } = document.querySelector('[data-icp-filing-guide=chip]')?.getBoundingClientRect() ?? {
          x: 0,
          y: 0,
        };
        return document.elementFromPoint(x + 12, y + 9)?.getAttribute('data-icp-filing-guide');
      });
    // A sign is seen once it has found its room.
    await expect.poll(hit).toBe('chip');
    await page.emulateMediaType('print');
    expect(await hit()).not.toBe('chip');
    await page.close();
  });

  test('a page that fights back gets no exception and no endless loop', async () => {
    const { page, errors } = await open(HOSTILE);
    await page.waitForFunction(() => (window as unknown as { rounds: number }).rounds > 3000);
    const added = () => page.evaluate(() => (window as unknown as { added: number }).added);
    const before = await added();
    await page.waitForFunction(() => (window as unknown as { rounds: number }).rounds > 6000);
    const after = await added();
    // Two names, a prompt and a pill, each a few times; and the name that changes, as often as it
    // was read.
    expect(before).toBeLessThan(80);
    expect(after - before).toBeLessThan(80);
    expect(errors).toEqual([]);
    await page.close();
  });

  test('50 frames and 100,000 nodes: hints come, and no error', async () => {
    const { page, errors } = await open(LIST);
    await page.evaluate(() => {
      // One in the other, fifty deep.
      for (let depth = 0, inside = document; depth < 50; depth++) {
        const frame = inside.createElement('iframe');
        inside.body.append(frame);
        if (frame.contentDocument === null) break;
        inside = frame.contentDocument;
        inside.body.append('example.com');
      }
      const many = document.createElement('section');
      for (let index = 0; index < 50_000; index++) {
        const row = document.createElement('span');
        row.textContent = `word ${index} `;
        many.append(row);
      }
      document.body.append(many);
      const last = document.createElement('p');
      last.id = 'last';
      last.textContent = 'the-last.io';
      document.body.append(last);
      last.scrollIntoView();
    });
    await page.waitForSelector('#last [data-icp-filing-guide=chip]');
    expect(errors).toEqual([]);
    await page.close();
  });

  test('away and back 50 times leaves no element, node or listener behind', async () => {
    const { page } = await open(LIST);
    await untilChips(page, 6);
    const cdp = await page.createCDPSession();
    await cdp.send('Performance.enable');
    const measure = async () => {
      await cdp.send('HeapProfiler.collectGarbage');
      const { metrics } = await cdp.send('Performance.getMetrics');
      const value = (name: string) => metrics.find((metric) => metric.name === name)?.value ?? 0;
      return { nodes: value('Nodes'), listeners: value('JSEventListeners'), heap: value('JSHeapUsedSize') };
    };
    const round = async (number: number) => {
      await page.evaluate((path) => {
        history.pushState({}, '', path);
        document.querySelector('#late')?.replaceChildren(
          ...['a', 'b', 'c'].map((name) => {
            const row = document.createElement('p');
            row.textContent = `${name}${path.replace(/\W/g, '')}.com`;
            return row;
          }),
        );
      }, `/domain/searchresult/${number}`);
      await untilChips(page, 9);
      await page.evaluate(() => document.querySelector('#late')?.replaceChildren());
      await untilChips(page, 6);
    };
    for (let number = 0; number < 5; number++) await round(number);
    const before = await measure();
    for (let number = 5; number < 55; number++) await round(number);
    expect(await page.$$eval('#late *', (all) => all.length)).toBe(0);
    // What nobody holds may outlive a collection or two, as the last marks do here.
    await expect
      .poll(async () => {
        const after = await measure();
        return {
          listeners: Math.max(3, after.listeners - before.listeners),
          nodes: Math.max(60, after.nodes - before.nodes),
          heap: Math.max(600_000, after.heap - before.heap),
        };
      })
      .toEqual({ listeners: 3, nodes: 60, heap: 600_000 });
    await page.close();
  });
});
