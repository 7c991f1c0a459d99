import { describe } from 'vitest';
import { testGrounds } from '../support/browser/ground-views.ts';

describe.each(['light', 'dark'] as const)('in a %s system', (system) => testGrounds(system));
