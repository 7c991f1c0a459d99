/** Files of rules, read where they are needed: with the checks of the whole bundle, which no other page has to load. */

import type { Day } from '../../common/days.ts';
import { displayOf } from '../../hostname/labels.ts';
import type { Parsed } from './parse-ruleset.ts';
import { parseRules, readRules } from './ruleset-file.ts';

/** In: what is kept of a file, and the date of the rules of this build. Out: the rules, or why they are not taken. */
export function parseKept(value: unknown, newest: Day): Parsed {
  return parseRules(value, newest, displayOf);
}

/** In: a file's text, and the date of the rules of this build. Out: what to keep of it, or every reason why it is refused. */
export function readRulesFile(text: string, newest: Day): ReturnType<typeof readRules> {
  return readRules(text, newest, displayOf);
}
