import { describe } from 'vitest';
import { testSpoken } from './spoken-views.ts';

describe('in English', () => testSpoken('en-US'));
