import { describe } from 'vitest';
import { testFirstScreens } from '../support/browser/first-screens.ts';

describe.each(['zh-CN', 'zh-TW', 'ja'])('in %s', testFirstScreens);
