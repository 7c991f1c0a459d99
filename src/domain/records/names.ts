/** Which domain a text names. How names are spelled is known elsewhere, and handed in. */
import type { Domain, Problem } from '../hostname/domain.ts';
import type { Ruleset } from '../ruleset/ruleset.ts';

/** Returns the domain in a text, or why there is none: the engine's `read`. */
export type ReadName = (text: string) => Domain | Problem;

export interface NameReader {
  /**
   * Returns the registrable domain (A-labels) that a value is, perhaps with a remark behind it;
   * null for anything else.
   */
  domain(value: string): string | null;
  /** Returns whether a value is a suffix such as `COM`: the record is the registry's own then. */
  isSuffix(value: string): boolean;
  /** Returns the registrable domains in a text or an address, each once, in order. */
  all(text: string): string[];
}

/** Names have at most 253 characters; what is longer is no value with a name. */
const MOST_VALUE = 300;
const MOST_NAMES = 20;
const PLAIN = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?)+$/;

/** Returns the reader of names over the facts on suffixes. */
export function createNameReader(rules: Pick<Ruleset, 'suffixes' | 'suffixList'>, readName: ReadName): NameReader {
  const suffixes = new Set(rules.suffixes.map(({ suffix }) => suffix));
  const isTop = (top: string) => Object.hasOwn(rules.suffixList, top) || suffixes.has(top);

  function registrable(token: string): string | null {
    const lower = token.toLowerCase();
    const top = lower.slice(lower.lastIndexOf('.') + 1);
    // Most names are plain ones, and files have many that end in nothing that is a domain.
    if (PLAIN.test(lower) && !isTop(top)) return null;
    const read = readName(token);
    return 'registrable' in read && read.host === read.registrable && isTop(topOf(read.host)) ? read.host : null;
  }

  function domain(value: string): string | null {
    // Most cells are a name and nothing else.
    if (value.length < 64 && PLAIN.test(value) && !value.startsWith('www.')) return registrable(value);
    const trimmed = value
      .trim()
      .replace(/^https?:\/\/|^www\.(?=[^.\s/]+\.)/i, '')
      .replace(/^www\.(?=[^.\s/]+\.)/i, '');
    if (trimmed.length > MOST_VALUE) return null;
    const end = trimmed.search(/[\s([（【,;，；|/]/);
    const token = end < 0 ? trimmed : trimmed.slice(0, end);
    // `.example.com` is all names below one, as cookies and routes have it.
    if (token.length < 3 || !/[.。．｡]/.test(token) || /^\.|[:@]/.test(token)) return null;
    const rest = end < 0 ? '' : trimmed.slice(end);
    // Behind a name a console has a remark or a button; a sentence only mentions the name.
    return isRemark(rest) ? registrable(token.replace(/\.$/, '')) : null;
  }

  /** Chinese words touch a name without a blank between them. */
  function nameIn(token: string): string | null {
    const whole = registrable(bareName(token));
    if (whole !== null) return whole;
    const inside = /[a-z0-9.-]+/i.exec(token)?.[0] ?? '';
    return inside.includes('.') ? registrable(bareName(inside)) : null;
  }

  return {
    domain,
    isSuffix(value) {
      const lower = value.trim().toLowerCase().replace(/^\./, '');
      return lower.length < 64 && (isTop(lower) || suffixes.has(lower));
    },
    all(text) {
      const found = new Set<string>();
      const plain = text.length > 4000 ? text.slice(0, 4000) : text;
      for (const [token] of plain.matchAll(/[\p{L}\p{N}.-]+/gu)) {
        const name = token.length > MOST_VALUE || !token.includes('.') ? null : nameIn(token);
        if (name !== null) found.add(name);
        if (found.size >= MOST_NAMES) break;
      }
      return [...found];
    },
  };
}

/** Returns the name that stands in two cells; nothing where the first is no label. */
export function joinedName(label: string, suffix: string): string {
  const [first, last] = [label.trim(), suffix.trim().replace(/^[.。]/, '')];
  return first === '' || last === '' || /[.。\s]/.test(first) ? '' : `${first}.${last}`;
}

function bareName(token: string): string {
  return token.replace(/^[.-]*(?:www\.)?/i, '').replace(/\.$/, '');
}

function isRemark(rest: string): boolean {
  const plain = rest.trim();
  if (plain.length <= 12) return true;
  return /^[[(（【|]/.test(plain) && plain.length <= 80;
}

function topOf(host: string): string {
  return host.slice(host.lastIndexOf('.') + 1);
}
