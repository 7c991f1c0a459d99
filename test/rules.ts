/** The shipped facts, as every page gets them. */

import rules from 'virtual:rules';
import { createEngine } from '../src/engine.ts';

export { rules };
export const engine = createEngine(rules);
