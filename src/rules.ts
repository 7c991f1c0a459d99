/**
 * The rules in use: those that were checked when this was built, or newer ones that the person loaded from a file. Code that
 * also runs under Node takes a bundle as an argument instead.
 */
import builtIn from 'virtual:rules';
import type { Trouble } from './core/bundle/decode.ts';
import type { Parsed } from './core/bundle/parse.ts';
import type { Day, RuleBundle } from './core/model.ts';

export interface RulesInUse {
  readonly rules: RuleBundle;
  /** Whether they come from a file that the person loaded. */
  readonly isLoaded: boolean;
  /** Why what was loaded is not used; empty where nothing was, or where it is. */
  readonly troubles: readonly Trouble[];
  /** The date of the rules inside this build. */
  readonly builtIn: Day;
}

type Parse = (value: unknown, newest: Day) => Parsed | Promise<Parsed>;

/** Loaded only where there is something to parse: most people never load rules. */
const parseLater: Parse = async (value, newest) => (await import('./rules-file.ts')).parseKept(value, newest);

/**
 * In: what is kept of a loaded file, unchecked, and how it is parsed (a service worker cannot load code later). Out:
 * the rules to work with. What was loaded once is checked again each time: an update may have brought newer rules along,
 * and storage is not ours alone.
 */
export async function rulesFrom(kept: unknown, parse: Parse = parseLater): Promise<RulesInUse> {
  const own: RulesInUse = { rules: builtIn, isLoaded: false, troubles: [], builtIn: builtIn.stamp.date };
  if (kept === undefined) return own;
  const parsed = await parse(kept, builtIn.stamp.date);
  return parsed.ok ? { ...own, rules: parsed.rules, isLoaded: true } : { ...own, troubles: parsed.troubles };
}
