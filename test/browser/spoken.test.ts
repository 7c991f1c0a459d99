import { describe } from 'vitest';
import { FIRST_SPOKEN, testSpoken } from '../support/browser/spoken-views.ts';

describe('in English', () => testSpoken('en-US', FIRST_SPOKEN));
