import { describe, test } from 'vitest';
import { CASES, ONE_OF_EACH } from '../support/browser/cases.ts';
import { expectClicked, testPopup } from '../support/browser/clicked.ts';
import { startChromium } from '../support/browser/started.ts';

describe('a click on the toolbar icon, in Chinese and dark', () => {
  const chromium = startChromium({ language: 'zh-CN', dark: true });

  test.each(CASES)('$input', (one) => expectClicked(chromium(), one, 'zh-CN'));

  testPopup(chromium);
});

describe('a click on the toolbar icon', () => {
  const chromium = startChromium();

  test.each(CASES.filter((one) => !ONE_OF_EACH.includes(one)))('$input', (one) => expectClicked(chromium(), one, 'en'));
});
