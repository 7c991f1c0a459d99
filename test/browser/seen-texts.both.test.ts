/** What counts on a page that nobody knows: what a person sees of it, and nothing else. */
import { afterAll, beforeAll, describe, expect } from 'vitest';
import { readPageContent } from '../../src/verdict-view/read-page-content.ts';
import type { Chromium } from '../support/browser/chromium.ts';
import { type Firefox, launchFirefox } from '../support/browser/firefox.ts';
import { RUNS } from '../support/browser/kinds.ts';
import { borrowChromium } from '../support/browser/started.ts';
import { PAGE, READ, seenIn, UNSEEN } from '../support/browser/unseen-texts.ts';

const serve = () => ({ body: PAGE });

describe.each(RUNS)('a page’s texts, in $kind', ({ kind, first }) => {
  let started: Chromium | Firefox;
  beforeAll(async () => {
    started = kind === 'chromium' ? await borrowChromium({ serve }) : await launchFirefox({ serve });
  });
  afterAll(async () => {
    await started?.close();
  });

  first('each way to hide one is known, and none to lay a page out is taken for one', async () => {
    const page = await started.open('https://www.site-of-others.com/');
    const read = await page.evaluate(readPageContent, false, true);
    const seen = seenIn(read?.parts ?? []);
    const isSeen = (text: string) => seen.some((part) => part.includes(text));
    expect([...UNSEEN].filter(([text]) => isSeen(text)).map(([, way]) => way)).toEqual([]);
    expect([...READ].filter(([text]) => !isSeen(text)).map(([, way]) => way)).toEqual([]);
    await page.close();
  });
});
