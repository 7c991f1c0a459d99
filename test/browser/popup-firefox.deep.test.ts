import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { attributesOf, axeViolations } from '../support/browser/axe.ts';
import { CASES } from '../support/browser/cases.ts';
import { type Firefox, launchFirefox } from '../support/browser/firefox.ts';

describe.each([
  { language: 'en-US', dark: false, lang: 'en' },
  { language: 'zh-CN', dark: true, lang: 'zh-CN' },
])('the popup page, $language, dark: $dark', ({ language, dark, lang }) => {
  let firefox: Firefox;
  beforeAll(async () => {
    firefox = await launchFirefox({
      language,
      dark,
    });
  });
  afterAll(async () => {
    await firefox?.close();
  });

  test.each(CASES)('$input', async ({ input, expected }) => {
    const popup = await firefox.openPopup(input);
    expect(await attributesOf(popup)).toMatchObject(expected);
    expect(await popup.evaluate(() => document.documentElement.lang)).toBe(lang);
    expect(await axeViolations(popup)).toEqual([]);
    await popup.close();
  });

  test('nothing leaves: the policy refuses a request', async () => {
    const popup = await firefox.openPopup('www.example.com');
    const refused = await popup.evaluate(() =>
      fetch('https://www.example.com/').then(
        () => 'sent',
        () => 'refused',
      ),
    );
    expect(refused).toBe('refused');
    await popup.close();
  });
});
