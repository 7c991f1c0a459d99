/** The popup and the options; the other pages: `old-rules.deep.test.ts`. */
import { describe } from 'vitest';
import { testOldRules } from '../support/browser/old-rules.ts';

describe('rules older than 180 days say so', () =>
  testOldRules(['src/entries/popup/index.html?input=example.com', 'src/entries/options/index.html']));
