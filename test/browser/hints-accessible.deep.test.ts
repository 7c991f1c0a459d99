import { describe } from 'vitest';
import { testHints } from '../support/browser/hints-open.ts';

describe('hints in forced colours', () => testHints({ language: 'en-US', dark: false, forced: true }));
