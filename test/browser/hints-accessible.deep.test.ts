import { describe } from 'vitest';
import { testHints } from '../support/browser/hints-open.ts';

describe.each([
  { language: 'zh-CN', dark: true, forced: false },
  { language: 'en-US', dark: false, forced: true },
])('hints, $language, dark: $dark, forced colours: $forced', testHints);
