/**
 * The suffix list of `psl`, compiled into a form that loads at once: nothing is made of it but what
 * a host asks for.
 */
import type { SuffixList } from '../ruleset/suffix.ts';
import { parentOf } from './suffix-rules.ts';

export interface PublicSuffix {
  /** How many labels of the host are its suffix; 1 where no rule fits. */
  readonly labels: number;
  /** Whether a rule of the list fits. */
  readonly listed: boolean;
}

const UNLISTED: PublicSuffix = { labels: 1, listed: false };
const RULE = /^(!|\*)?(.*)$/;

/**
 * Returns the list of rules in the notation of the Public Suffix List (A-labels, none twice). The
 * order of the rules within a domain is kept.
 */
export function compileSuffixes(rules: readonly string[]): SuffixList {
  const texts = new Map<string, string[]>();
  for (const rule of rules) {
    const sign = rule.startsWith('*.') ? '*' : rule.startsWith('!') ? '!' : '';
    const labels = rule.replace(/^(?:\*\.|!)/, '').split('.');
    const top = labels.pop() ?? '';
    const all = texts.get(top) ?? [];
    all.push(`${sign}${labels.length === 0 ? '.' : labels.join('.')}`);
    texts.set(top, all);
  }
  return Object.fromEntries([...texts].map(([top, all]) => [top, all.join(' ')]));
}

/** Returns the rules of a list as {@link compileSuffixes} takes them. */
export function rulesIn(list: SuffixList): string[] {
  return Object.entries(list).flatMap(([top, text]) =>
    text.split(' ').map((rule) => {
      const [, sign = '', name = ''] = RULE.exec(rule) ?? [];
      return `${sign === '*' ? '*.' : sign}${name === '.' ? top : `${name}.${top}`}`;
    }),
  );
}

/**
 * Returns a function from a host in A-labels to its public suffix, as `psl` finds it: the longest
 * rule that fits decides. A domain's rules are taken apart when a host first asks for them.
 */
export function suffixReader(list: SuffixList): (host: string) => PublicSuffix {
  const known = new Map<string, ReadonlyMap<string, string>>();

  function rulesOf(top: string): ReadonlyMap<string, string> {
    const before = known.get(top);
    if (before !== undefined) return before;
    const text = Object.hasOwn(list, top) ? list[top] : undefined;
    const rules = new Map(
      (text?.split(' ') ?? []).map((rule) => {
        const [, sign = '', name = ''] = RULE.exec(rule) ?? [];
        return [name, sign];
      }),
    );
    // Names that nobody has are not kept: whoever asks for a million of them must not fill the
    // memory.
    if (text !== undefined) known.set(top, rules);
    return rules;
  }

  return (host) => {
    const dot = host.lastIndexOf('.');
    const rules = rulesOf(host.slice(dot + 1));
    if (rules.size === 0) return UNLISTED;
    // From the whole name down to the domain itself.
    for (let below = host.slice(0, Math.max(dot, 0)); ; below = parentOf(below)) {
      const sign = rules.get(below === '' ? '.' : below);
      if (sign !== undefined) return { labels: labelsOf(sign, below, host), listed: true };
      if (below === '') return UNLISTED;
    }
  };
}

/**
 * Returns how many labels the suffix takes, given the sign of the rule that fits and what it is of
 * below its top-level domain.
 */
function labelsOf(sign: string, below: string, host: string): number {
  const labels = below === '' ? 1 : below.split('.').length + 1;
  if (sign === '!') return labels - 1;
  return sign === '*' && host.split('.').length > labels ? labels + 1 : labels;
}
