/** The shipped facts, as every page gets them. */
import { createEngine } from '../src/engine.ts';
import { rules } from '../src/rules.ts';

export { rules };
export const engine = createEngine(rules);
