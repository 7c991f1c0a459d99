/**
 * The rules in use: those that were checked when this was built, or newer ones that the person loaded from a file. Code that
 * also runs under Node takes a bundle as an argument instead.
 */
import ofVerdicts from 'virtual:rules';
import type { Trouble } from './core/bundle/decode.ts';
import type { Parsed } from './core/bundle/parse.ts';
import { type Day, type Guidance, NO_GUIDANCE, type RuleBundle } from './core/model.ts';

/** The date of the rules inside this build. */
export const builtIn: Day = ofVerdicts.stamp.date;

export interface RulesInUse {
  readonly rules: RuleBundle;
  /** Whether they come from a file that the person loaded. */
  readonly isLoaded: boolean;
  /** Why what was loaded is not used; empty where nothing was, or where it is. */
  readonly troubles: readonly Trouble[];
  /** The date of the rules inside this build. */
  readonly builtIn: Day;
}

/** What verdicts can be found with at once. */
export interface RulesBegun extends RulesInUse {
  /** The same rules with the guidance, which `rules` may lack until it is loaded. */
  whole(): Promise<RuleBundle>;
}

interface Parts {
  readonly parse: (value: unknown, newest: Day) => Parsed | Promise<Parsed>;
  readonly guidance: () => Guidance | Promise<Guidance>;
}

/** Loaded only where they are needed: most people never load rules, and a verdict does without guidance. */
const LATER: Parts = {
  parse: async (value, newest) => (await import('./rules-file.ts')).parseKept(value, newest),
  guidance: async () => (await import('virtual:guidance')).default,
};

/**
 * In: what is kept of a loaded file, unchecked, and how the parts are had (a service worker cannot load code later). Out: the
 * rules to work with. What was loaded once is checked again each time: an update may have brought newer rules along, and
 * storage is not ours alone.
 */
export async function beginRules(kept: unknown, { parse, guidance }: Parts = LATER): Promise<RulesBegun> {
  const own: RulesBegun = {
    rules: { ...ofVerdicts, ...NO_GUIDANCE },
    isLoaded: false,
    troubles: [],
    builtIn,
    whole: async () => ({ ...ofVerdicts, ...(await guidance()) }),
  };
  if (kept === undefined) return own;
  const parsed = await parse(kept, own.builtIn);
  if (!parsed.ok) return { ...own, troubles: parsed.troubles };
  return { ...own, rules: parsed.rules, isLoaded: true, whole: async () => parsed.rules };
}

/** In: the rules as they began. Out: the same with everything in them. */
export async function wholeOf({ whole, ...begun }: RulesBegun): Promise<RulesInUse> {
  return { ...begun, rules: await whole() };
}
