import { describe } from 'vitest';
import { testFirstScreens } from '../support/browser/first-screens.ts';

describe.each(['en-US', 'zh-CN', 'zh-TW', 'ja'])('in %s', (language) => testFirstScreens(language));
