import { describe, test } from 'vitest';
import { CASES, ONE_OF_EACH } from '../support/browser/cases.ts';
import { expectClicked, testPopup } from '../support/browser/clicked.ts';
import { startChromium } from '../support/browser/started.ts';

describe('a click on the toolbar icon, in Chinese and dark', () => {
  const chromium = startChromium({ language: 'zh-CN', dark: true });

  test.each(ONE_OF_EACH)('$input', (one) => expectClicked(chromium(), one, 'zh-CN'));
});

describe('a click on the toolbar icon', () => {
  const chromium = startChromium();

  test.each(CASES)('$input', (one) => expectClicked(chromium(), one, 'en'));
  testPopup(chromium);
});
