/**
 * The rules in use: those that were checked when this was built, or newer ones that the person loaded from a file. Code that
 * also runs under Node takes a bundle as an argument instead.
 */
import ofVerdicts from 'virtual:rules';
import type { Day } from '../domain/common/days.ts';
import { type Guidance, NO_GUIDANCE } from '../domain/ruleset/guidance.ts';
import type { Ruleset } from '../domain/ruleset/ruleset.ts';
import type { ValidationIssue } from '../domain/ruleset/validation/decoder.ts';
import type { Parsed } from '../domain/ruleset/validation/parse-ruleset.ts';

/** The date of the rules inside this build. */
export const builtIn: Day = ofVerdicts.stamp.date;

export interface RulesetInUse {
  readonly rules: Ruleset;
  /** Whether they come from a file that the person loaded. */
  readonly isLoaded: boolean;
  /** Why what was loaded is not used; empty where nothing was, or where it is. */
  readonly troubles: readonly ValidationIssue[];
  /** The date of the rules inside this build. */
  readonly builtIn: Day;
}

/** What verdicts can be found with at once. */
export interface CoreRuleset extends RulesetInUse {
  /** The same rules with the guidance, which `rules` may lack until it is loaded. */
  loadFull(): Promise<Ruleset>;
}

interface Parts {
  readonly parse: (value: unknown, newest: Day) => Parsed | Promise<Parsed>;
  readonly guidance: () => Guidance | Promise<Guidance>;
}

/** Loaded only where they are needed: most people never load rules, and a verdict does without guidance. */
const LATER: Parts = {
  parse: async (value, newest) =>
    (await import('../domain/ruleset/validation/loaded-ruleset.ts')).parseKept(value, newest),
  guidance: async () => (await import('virtual:guidance')).default,
};

/**
 * In: what is kept of a loaded file, unchecked, and how the parts are had (a service worker cannot load code later). Out: the
 * rules to work with. What was loaded once is checked again each time: an update may have brought newer rules along, and
 * storage is not ours alone.
 */
export async function loadCoreRuleset(kept: unknown, { parse, guidance }: Parts = LATER): Promise<CoreRuleset> {
  const own: CoreRuleset = {
    rules: { ...ofVerdicts, ...NO_GUIDANCE },
    isLoaded: false,
    troubles: [],
    builtIn,
    loadFull: async () => ({ ...ofVerdicts, ...(await guidance()) }),
  };
  if (kept === undefined) return own;
  const parsed = await parse(kept, own.builtIn);
  if (!parsed.ok) return { ...own, troubles: parsed.troubles };
  return { ...own, rules: parsed.rules, isLoaded: true, loadFull: async () => parsed.rules };
}

/** In: the rules as they began. Out: the same with everything in them. */
export async function loadFullRuleset({ loadFull, ...begun }: CoreRuleset): Promise<RulesetInUse> {
  return { ...begun, rules: await loadFull() };
}
