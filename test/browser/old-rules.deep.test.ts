import { describe } from 'vitest';
import { testOldRules } from '../support/browser/old-rules.ts';

describe('rules older than 180 days say so', () =>
  testOldRules([
    'src/entries/popup/index.html?input=localhost',
    'src/entries/popup/index.html?explain=anything',
    'src/entries/facts/index.html',
  ]));
