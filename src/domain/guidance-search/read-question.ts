/**
 * Questions and texts as words and as meanings: what is written in many ways, in any language, has
 * one meaning.
 */
import { escapeRegExp } from '../common/text.ts';
import type { Ruleset } from '../ruleset/ruleset.ts';

export interface QuestionReader {
  /**
   * Returns the words of a text: Latin ones without their endings, Chinese and Japanese ones as
   * pairs of characters.
   */
  readonly wordsOf: (text: string) => string[];
  /** Returns the meanings that a text speaks of, each once, as `#` and a number. */
  readonly meaningsOf: (text: string) => string[];
  /**
   * Returns both for a question. Words that every question has are left out, unless there are no
   * others.
   */
  readonly readQuestion: (query: string) => { readonly words: readonly string[]; readonly meanings: readonly string[] };
}

/**
 * Scripts that put no space between words, one run at a time; then everything else that makes
 * words.
 */
const RUNS =
  /\p{Script=Han}+|[\p{Script=Katakana}ー]+|\p{Script=Hiragana}+|(?:(?![\p{Script=Han}\p{Script=Katakana}\p{Script=Hiragana}ー])[\p{L}\p{N}.])+/gu;
const UNSPACED = /^[\p{Script=Han}\p{Script=Katakana}\p{Script=Hiragana}ー]/u;
const HIRAGANA = /^\p{Script=Hiragana}/u;

/** Returns the reader for the synonyms and the suffixes of a ruleset. */
export function createReader({ search, suffixes }: Pick<Ruleset, 'search' | 'suffixes'>): QuestionReader {
  const numberOf = new Map<string, number>();
  const parted: (readonly [RegExp, number])[] = [];
  search.synonyms.forEach((group, number) => {
    for (const phrase of group)
      if (phrase.includes(GAP)) parted.push([partedBy(phrase.split(GAP).map(fold)), number]);
      else numberOf.set(squeeze(fold(phrase)), number);
  });
  const anyFrom = byFirstLetter(
    search.synonyms
      .flat()
      .filter((phrase) => !phrase.includes(GAP))
      .map(fold),
  );
  const latin = new Set(search.ignored.filter((word) => !UNSPACED.test(word)).flatMap(wordsOf));
  const unspaced = anyOf(search.ignored.map(fold).filter((word) => UNSPACED.test(word)));
  const suffixMeaning = numberOf.get('suffix');
  const moveMeaning = numberOf.get('anotherprovider');
  const providers = search.providers.map((names) => anyOf(names.map(fold)));
  const anyProvider = anyOf(search.providers.flat().map(fold));
  const known = new Set(suffixes.map(({ suffix }) => suffix));
  const inChinese = suffixes.map(({ unicode }) => unicode).filter((one) => UNSPACED.test(one));
  // Nothing parts such a suffix from the words after it.
  const chineseSuffix = new RegExp(`[.。](?:${inChinese.map(escapeRegExp).join('|')})`);
  const namesAny = (text: string, of: ReadonlySet<string>) => namesSuffix(text, of) || chineseSuffix.test(text);
  const unusual = new Set([...known].filter((suffix) => !EVERYDAY.has(suffix)));

  /**
   * Returns the groups with a phrase in a text. Overlapping ones too: “second-level domain” speaks
   * of a subdomain, and what stands within it of its own.
   */
  function groupsIn(folded: string): Set<number> {
    const found = new Set<number>();
    for (let at = 0; at < folded.length; at++) {
      const any = anyFrom.get(folded.charAt(at));
      if (any === undefined) continue;
      any.lastIndex = at;
      const number = numberOf.get(squeeze(any.exec(folded)?.[0] ?? ''));
      if (number !== undefined) found.add(number);
    }
    for (const [pattern, number] of parted) if (!found.has(number) && pattern.test(folded)) found.add(number);
    return found;
  }

  function meaningsOf(text: string): string[] {
    const folded = fold(text);
    // “.shop” is a suffix, and speaks of no shop.
    const found = groupsIn(folded.replace(DOTTED, ' '));
    const hinted = [
      ...HINTS.filter(([, isSpokenOf]) => isSpokenOf(folded)).map(([phrase]) => numberOf.get(phrase)),
      namesAny(folded, known) ? suffixMeaning : undefined,
      namesTwo(folded, providers) ? moveMeaning : undefined,
    ];
    for (const number of hinted) if (number !== undefined) found.add(number);
    return [...found].map((number) => `#${number}`);
  }

  function readQuestion(asked: string) {
    const query = withoutLooseLicense(asked, (rest) => meaningsOf(rest).length > 0);
    const all = wordsOf(query);
    // Hiragana are mostly endings and particles.
    const tellingOf = (text: string) =>
      wordsOf(text.replace(unspaced, ' ')).filter((word) => !latin.has(word) && !HIRAGANA.test(word));
    const folded = fold(query).replace(DOTTED, ' ');
    // Where somebody asks, and whom, tells little of what is asked, unless nothing else is said.
    const withoutProvider = namesTwo(folded, providers) ? [] : tellingOf(folded.replace(anyProvider, ' '));
    const telling = withoutProvider.length > 0 ? withoutProvider : tellingOf(folded);
    const meanings = meaningsOf(asked);
    // What is named, and not spoken of, counts twice: a suffix, several of them, a subdomain.
    const whole = fold(query);
    const isPlural = suffixesIn(whole).length > 1;
    const named = [
      namesAny(whole, unusual) && !isPlural ? suffixMeaning : undefined,
      ...NAMED.filter(([, isNamed]) => isNamed(whole)).map(([phrase]) => numberOf.get(phrase)),
    ];
    for (const number of named) if (number !== undefined) meanings.push(`#${number}`);
    return { words: [...new Set(telling.length > 0 ? telling : all)], meanings };
  }

  return { wordsOf, meaningsOf, readQuestion };
}

/**
 * Returns a text as it is compared: one width, one case, one kind of dash and of apostrophe, and 备案
 * in one piece where a particle parts it (备过案).
 */
function fold(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[‐‑–]/g, '-')
    .replace(/’/g, "'")
    .replace(/([备備])(?:[了过過完好个個着]{1,2})([案])/g, '$1$2');
}

/** Stands in a phrase for some words or characters that somebody puts there: “take … down”. */
const GAP = '…';

/**
 * Returns an expression for a phrase whose parts have up to two words between them, or four
 * characters of a script without spaces.
 */
function partedBy(parts: readonly string[]): RegExp {
  const between = UNSPACED.test(parts[0] ?? '') ? '[^\\s,.;!?、。]{0,4}' : "(?:[\\s-]+[a-z0-9']+){0,2}[\\s-]+";
  return new RegExp(parts.map((part) => anyOf([part.trim()]).source).join(between));
}

/** May stand between the words of a phrase: “transfer domain” is in “transfer of my domain”. */
const BETWEEN = '(?:of|the|a|an|my|our|your)';
const BETWEEN_WORD = new RegExp(`^${BETWEEN}$`);
const PARTED = new RegExp(`(?<=[\\s-])${BETWEEN}(?=[\\s-])|[\\s-]`, 'g');

/** Returns a phrase without what may part its words. */
function squeeze(folded: string): string {
  return folded.replace(PARTED, '');
}

/**
 * Whether a suffix is asked about: `.io`, or `io` right before the word for a domain or a suffix,
 * where it is none that everybody has.
 */
function namesSuffix(folded: string, known: ReadonlySet<string>): boolean {
  const named = folded.matchAll(
    /(?<![a-z0-9-])\.([a-z]{2,})(?![a-z0-9.-])|(?<![a-z0-9.-])([a-z]{2,})\s*(?:(?:的|の)?(?:域名|后缀|網域|後綴|ドメイン)|(?:可以|可不可以|能|不能|能不能|能否|是否可以)备案)/g,
  );
  return [...named].some(([, dotted, bare]) => known.has(dotted ?? bare ?? '') && !EVERYDAY.has(bare ?? ''));
}

/**
 * Suffixes that stand for any domain: “a .com domain” is asked about more often than whether `.com`
 * can be filed.
 */
const EVERYDAY: ReadonlySet<string> = new Set(['com', 'cn', 'net']);

const HOST = /(?<![a-z0-9.-])(?:[a-z0-9-]+\.)+[a-z]{2,}(?![a-z0-9-])/g;
/**
 * The check of suffixes and registrars came with 2018: years before it are asked of old filings.
 */
const EARLY_YEAR = /(?<!\d)20(?:0[5-9]|1[0-7])(?!\d)/;

/** A suffix by itself, as in “.com and .cn”. */
const DOTTED = /(?<![a-z0-9.-])\.[a-z]{2,}(?![a-z0-9.-])/g;
/** Two or more sites or names. */
const COUNTED =
  /(?<![\d.])(?:[2-9]|\d{2,3}|two|three|four|five|six|seven|eight|nine|ten|twenty|thirty|forty|fifty)\s+(?:more\s+|other\s+)?(?:web)?(?:sites|pages|domains|names)\b|(?:[2-9]|\d{2,3}|[两三四五六七八九十几])\s*[个個](?:网站|站|域名|網站|網域|后缀)/;

/** Endings of everyday names, named without their dot: “com and com.cn”. */
const BARE_SUFFIX = /(?<![a-z0-9.-])(?:(?:com|net|org)\.cn|com|cn|net|org)(?![a-z0-9.-])/g;

type Hint = readonly [phrase: string, isSpokenOf: (folded: string) => boolean];

/** What names a thing without a word for it, each with a phrase of the meaning. */
const NAMED: readonly Hint[] = [
  ['subdomain', (text) => hostsIn(text).some((host) => !host.startsWith('www.') && labelsIn(host) === 3)],
  ['severaldomains', (text) => hostsIn(text).filter((host) => labelsIn(host) === 2).length > 1],
  ['severaldomains', (text) => suffixesIn(text).length > 1],
  ['severaldomains', (text) => new Set(text.match(BARE_SUFFIX) ?? []).size > 1],
];

/** What tells a meaning without a word of it, each with a phrase of the meaning. */
const HINTS: readonly Hint[] = [
  ...NAMED,
  ['howmany', (text) => COUNTED.test(text)],
  ['oldfiling', (text) => EARLY_YEAR.test(text)],
];

/** Returns the suffixes that stand by themselves in a text, each once. */
function suffixesIn(folded: string): string[] {
  return [...new Set(folded.match(DOTTED) ?? [])];
}

/** Returns how many labels a host has, `com.cn` and the like counted as one. */
function labelsIn(host: string): number {
  return host.replace(/\.(?:com|net|org|gov|edu|ac|co)\.[a-z]{2}$/, '.x').split('.').length;
}

/** Returns the host names in a text, each once. */
function hostsIn(folded: string): string[] {
  return [...new Set(folded.match(HOST) ?? [])];
}

/**
 * Returns a question in English without “ICP license”, where it says something else that tells
 * more: many call a filing a license. Who names both asks about the license.
 */
function withoutLooseLicense(query: string, saysMore: (rest: string) => boolean): string {
  const rest = query.replace(/\bICP(?:\/\w+)? licen[cs]es?\b/gi, 'ICP');
  return rest === query || NAMES_BOTH.test(rest) || !saysMore(rest) ? query : rest;
}

const NAMES_BOTH = /\b(?:filings?|filed|recordals?|registrations?|bei-?'?an|commercial|licen[cs]es?|differ\w*)\b|备案/i;

/** Whether a text names two of several, each given as an expression for its names. */
function namesTwo(folded: string, all: readonly RegExp[]): boolean {
  return all.filter((one) => folded.search(one) >= 0).length > 1;
}

/**
 * Returns what `anyOf` returns, for the phrases that begin with each letter and for the place that
 * is asked about: of some hundred phrases, few are tried at a place.
 */
function byFirstLetter(phrases: readonly string[]): ReadonlyMap<string, RegExp> {
  const letters = new Set(phrases.map((phrase) => phrase.charAt(0)));
  return new Map(
    [...letters].map((letter) => {
      const some = phrases.filter((phrase) => phrase.startsWith(letter));
      return [letter, new RegExp(anyOf(some).source, 'y')];
    }),
  );
}

/**
 * Returns an expression for any of these phrases, the longest first; Latin ones are whole words,
 * parted by a space, a hyphen, a small word or nothing.
 */
function anyOf(phrases: readonly string[]): RegExp {
  const patterns = [...phrases]
    .sort((a, b) => b.length - a.length)
    .map((phrase) => {
      const begin = /^[a-z0-9]/.test(phrase) ? '(?<![a-z0-9])' : '';
      const end = /[a-z0-9]$/.test(phrase) ? '(?![a-z0-9])' : '';
      return `${begin}${phrase
        .split(/[\s-]+/)
        .filter((word, at, all) => at === 0 || at === all.length - 1 || !BETWEEN_WORD.test(word))
        .map(escapeRegExp)
        .join(`(?:[\\s-]${BETWEEN})*[\\s-]?`)}${end}`;
    });
  return new RegExp(patterns.join('|'), 'g');
}

function wordsOf(text: string): string[] {
  return [...fold(text).matchAll(RUNS)].flatMap(([run]) => {
    if (!UNSPACED.test(run)) return [stem(run.replace(/^\.+|\.+$/g, ''))].filter(Boolean);
    const characters = [...run];
    return characters.length === 1 ? characters : characters.slice(1).map((one, at) => `${characters[at]}${one}`);
  });
}

/**
 * Returns an English word without its endings, so that “applying” is “apply”: no word to be
 * shown, and the same one for most forms of a word.
 */
function stem(word: string): string {
  if (!/^[a-z]{4,}$/.test(word)) return word;
  const one = singular(word);
  const root = /^(.{4,})(?:ing|ed)$/.exec(one)?.[1] ?? one;
  const plain = root === one ? one : root.replace(/i$/, 'y').replace(/([bdglmnprt])\1$/, '$1');
  return plain.length > 4 ? plain.replace(/e$/, '') : plain;
}

/** Returns an English word without what a plural adds to it. */
function singular(word: string): string {
  if (/[^aeiou]ies$/.test(word)) return `${word.slice(0, -3)}y`;
  return /[^su]s$/.test(word) ? word.slice(0, -1) : word;
}
