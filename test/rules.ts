/** The real facts, read once a test file. */
import { loadRules } from '../src/build/load.ts';
import { createEngine } from '../src/engine.ts';

export const rules = loadRules();
export const engine = createEngine(rules);
