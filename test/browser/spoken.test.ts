import { describe } from 'vitest';
import { testSpoken } from '../support/browser/spoken-views.ts';

describe('in English', () => testSpoken('en-US'));
