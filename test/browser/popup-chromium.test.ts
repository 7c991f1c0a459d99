import { describe, test } from 'vitest';
import { CASES } from '../support/browser/cases.ts';
import { expectClicked, testPopup } from '../support/browser/clicked.ts';
import { startChromium } from '../support/browser/started.ts';

describe('a click on the toolbar icon', () => {
  const chromium = startChromium();

  test.each(CASES)('$input', (one) => expectClicked(chromium(), one, 'en'));

  testPopup(chromium);
});
