import { describe } from 'vitest';
import { testFirstScreens } from '../support/browser/first-screens.ts';

describe('in English', () => testFirstScreens('en-US', false));
