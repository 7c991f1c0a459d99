import { describe } from 'vitest';
import { testSpoken } from './spoken-views.ts';

describe('in Chinese', () => testSpoken('zh-CN'));
