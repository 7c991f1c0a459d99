/** One name of each kind; all of them: `popup-chromium.deep.test.ts`. */
import { describe, test } from 'vitest';
import { ONE_OF_EACH } from '../support/browser/cases.ts';
import { expectClicked, testPopup } from '../support/browser/clicked.ts';
import { startChromium } from '../support/browser/started.ts';

describe('a click on the toolbar icon', () => {
  const chromium = startChromium();

  test.each(ONE_OF_EACH)('$input', (one) => expectClicked(chromium(), one, 'en'));

  testPopup(chromium);
});
