import { describe } from 'vitest';
import { FURTHER_SPOKEN, testSpoken } from '../support/browser/spoken-views.ts';

describe('in English', () => testSpoken('en-US', FURTHER_SPOKEN));

describe('in Chinese', () => testSpoken('zh-CN'));
