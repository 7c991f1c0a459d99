/**
 * The popup's page in Firefox, in a tab: its own clock says when something was painted first, from
 * the moment it was asked for. What the browser does between a click and that moment is not seen
 * from here.
 */
import { launchFirefox, uuidsWith } from '../../test/support/browser/firefox.ts';
import { emptyExtension } from './empty-extension.ts';
import { fixed, type Line, median } from './figures.ts';

const ROUNDS = 15;
const EMPTY = { id: 'empty@icp-filing-guide.org', uuid: '22222222-2222-4333-8444-555555555555' };

/** Returns lines for the table. */
export async function firefoxLines(executable: string, extension: string): Promise<Line[]> {
  const firefox = await launchFirefox({
    executable,
    extension,
    prefs: { 'extensions.webextensions.uuids': uuidsWith({ [EMPTY.id]: EMPTY.uuid }) },
  });
  try {
    await firefox.browser.installExtension(await emptyExtension(EMPTY.id));
    const painted = async (path: string): Promise<number> => {
      const page = await firefox.openPage(path, 'main');
      const at = await page.evaluate(
        () =>
          new Promise<number>((resolve) => {
            new PerformanceObserver((list, observer) => {
              const [first] = list.getEntriesByName('first-contentful-paint');
              if (first === undefined) return;
              observer.disconnect();
              resolve(first.startTime);
            }).observe({ type: 'paint', buffered: true });
          }),
      );
      await page.close();
      return at;
    };
    const measured: { ours: number; empty: number }[] = [];
    for (let round = 0; round < ROUNDS + 2; round++) {
      const ours = await painted('src/entries/popup/index.html?input=shop.example.com.cn');
      const empty = await painted(`moz-extension://${EMPTY.uuid}/popup.html`);
      // The first rounds warm the browser up.
      if (round >= 2) measured.push({ ours, empty });
    }
    const ours = median(measured.map((one) => one.ours));
    const empty = median(measured.map((one) => one.empty));
    return [
      { what: 'Firefox: popup’s page to verdict painted ÷ empty page', value: fixed(ours / empty) },
      { what: '  ours, empty', value: `${fixed(ours, 0)}, ${fixed(empty, 0)} ms` },
    ];
  } finally {
    await firefox.close();
  }
}
