import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { loadWords } from '../../scripts/build/read-messages.ts';
import { loadRules } from '../../src/cli/load-ruleset.ts';
import { LOCALES, type Locale, NAMES, TAGS } from '../../src/domain/common/locale.ts';
import type { Block } from '../../src/domain/ruleset/guidance.ts';
import { type Chromium, launchChromium } from '../support/browser/chromium.ts';
import { type Firefox, launchFirefox } from '../support/browser/firefox.ts';
import { serveFixtures, waitForCards } from '../support/browser/fixtures.ts';
import { openScreen } from '../support/browser/outcomes.ts';
import { inRoots } from '../support/browser/roots.ts';

const { serve } = serveFixtures({ 'console.huaweicloud.com': 'huawei-cloud' });
const rules = loadRules();
const words = loadWords();

/** Returns the texts of guidance, in order. */
function textsOf(blocks: readonly Block[]): string[] {
  return blocks.flatMap((block) => (block.kind === 'steps' ? block.steps : [block.text]));
}

/** The interface and the guidance of a popup, all of it in one language. */
async function expectPopup(started: Chromium | Firefox, locale: Locale): Promise<void> {
  const popup = await started.openPopup('foo.io');
  await openScreen(popup, 'suffix-approved');
  const shown = await popup.evaluate(() => ({
    lang: document.documentElement.lang,
    title: document.title,
    headline: document.querySelector('[data-part=headline]')?.textContent,
    headings: [...document.querySelectorAll('h2, .detail > h3')].map((one) => one.textContent ?? ''),
    guidance: [...document.querySelectorAll<HTMLElement>('details[data-faq]')].map((one) => {
      const answer = one.cloneNode(true) as HTMLElement;
      // Terms unfold in between.
      for (const meaning of answer.querySelectorAll('.meaning')) meaning.remove();
      const question = one.querySelector('summary')?.textContent;
      return { id: one.dataset.faq, question, answer: answer.textContent ?? '' };
    }),
  }));
  await popup.close();
  expect(shown.lang).toBe(TAGS[locale]);
  expect(shown.title).toBe(words[locale]?.popup_title);
  expect(shown.headline).toBe(words[locale]?.headline_ineligible);
  expect(shown.headings.length).toBeGreaterThan(1);
  for (const heading of shown.headings) expect(Object.values(words[locale] ?? {})).toContain(heading);
  expect(shown.guidance.length).toBeGreaterThan(0);
  for (const { id, question, answer } of shown.guidance) {
    const entry = rules.faq.find((one) => one.id === id);
    expect(question).toBe(entry?.question[locale]);
    for (const text of textsOf(entry?.answer[locale] ?? [])) expect(answer).toContain(text);
    expect(answer).toContain(words[locale]?.faq_sources);
  }
}

async function expectPages(started: Chromium | Firefox, locale: Locale): Promise<void> {
  for (const [name, ready, folder] of [
    ['welcome', 'main .pin', 'welcome'],
    ['options', 'main .data', 'options'],
    ['facts', '#sources', 'facts'],
    ['panel', 'main.empty', 'side-panel'],
    ['portfolio', 'main[data-rows]', 'portfolio'],
  ] as const) {
    const page = await started.openPage(`src/entries/${folder}/index.html`, ready);
    const { lang, title } = await page.evaluate(() => ({ lang: document.documentElement.lang, title: document.title }));
    expect([name, lang, title]).toEqual([name, TAGS[locale], words[locale]?.[`${name}_title`]]);
    await page.close();
  }
}

/** What we put into other people's pages. */
async function expectHints(chromium: Chromium, locale: Locale): Promise<void> {
  const page = await chromium.open('https://console.huaweicloud.com/beian/');
  await waitForCards(page, 2);
  const cards = await inRoots(page, '[data-icp-filing-guide=card]', (root) => ({
    guidance: (root.host as HTMLElement).dataset.guidance,
    lang: root.querySelector('section')?.lang,
    title: root.querySelector('h2')?.textContent,
    isOpen: root.querySelector('.card.open') !== null,
    buttons: [...root.querySelectorAll('header button')].map((one) => one.ariaLabel ?? (one as HTMLElement).title),
  }));
  expect(cards).toHaveLength(2);
  cards.forEach(({ guidance, lang, title, isOpen, buttons }) => {
    expect(lang).toBe(TAGS[locale]);
    expect(title).toBe(rules.faq.find((one) => one.id === guidance)?.title[locale]);
    const fold = words[locale]?.[isOpen ? 'card_fold' : 'card_unfold'];
    expect(buttons).toEqual([fold, words[locale]?.card_dismiss]);
  });
  await page.waitForSelector('[data-icp-filing-guide=pill]');
  const pills = await inRoots(page, '[data-icp-filing-guide=pill]', (root) => {
    const button = root.querySelector('button');
    return [button?.lang, button?.textContent];
  });
  const { extension_short_name: name, topic_filing: topic } = words[locale] ?? {};
  expect(pills).toEqual([[TAGS[locale], `${name} ${topic}`]]);
  await page.close();
}

async function choose(started: Chromium | Firefox, locale: Locale | ''): Promise<Page> {
  const options = await started.openPage('src/entries/options/index.html', 'main .language');
  const offered = await options.$$eval('.language option', (all) => all.map((one) => [one.value, one.textContent]));
  expect(offered.slice(1)).toEqual(LOCALES.map((one) => [one, NAMES[one]]));
  await options.select('.language select', locale);
  return options;
}

describe.each(['chromium', 'firefox'] as const)('interface and guidance speak one language in %s', (kind) => {
  // Each language once as the browser's, and once as the person's choice in a browser of another.
  describe.each(LOCALES.map((locale, index) => ({ locale, chosen: LOCALES[(index + 1) % LOCALES.length] ?? 'en' })))(
    'browser: $locale, then chosen: $chosen',
    ({ locale, chosen }) => {
      let started: Chromium | Firefox;
      beforeAll(async () => {
        const language = locale === 'en' ? 'en-US' : TAGS[locale];
        started =
          kind === 'chromium' ? await launchChromium({ language, serve }) : await launchFirefox({ language, serve });
      });
      afterAll(async () => {
        await started?.close();
      });

      test('that of the browser', async () => {
        await expectPopup(started, locale);
        if ('clickIcon' in started) await expectHints(started, locale);
      });

      if (kind === 'chromium') test('on every page', () => expectPages(started, locale));

      test('that of the person’s choice', async () => {
        const options = await choose(started, chosen);
        await options.waitForFunction((tag) => document.documentElement.lang === tag, {}, TAGS[chosen]);
        await options.close();
        await expectPopup(started, chosen);
        if ('clickIcon' in started) await expectHints(started, chosen);
      });
    },
  );
});
