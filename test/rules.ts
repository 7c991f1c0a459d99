/** The shipped facts, as every page gets them. */

import guidance from 'virtual:guidance';
import ofVerdicts from 'virtual:rules';
import type { RuleBundle } from '../src/core/model.ts';
import { createEngine } from '../src/engine.ts';

export const rules: RuleBundle = { ...ofVerdicts, ...guidance };
export const engine = createEngine(rules);
