/** The shipped facts, as every page gets them. */

import guidance from 'virtual:guidance';
import ofVerdicts from 'virtual:rules';
import { createEngine } from '../../src/domain/eligibility/engine.ts';
import type { Ruleset } from '../../src/domain/ruleset/ruleset.ts';

export const rules: Ruleset = { ...ofVerdicts, ...guidance };
export const engine = createEngine(rules);
