/**
 * Which labels of a name are shown in their own letters (U-labels), and which as they are
 * registered (A-labels): a label that reads as another name must not be our headline. The policies
 * of Chromium and Firefox are the upper bound, as nothing may look safer here than in the address
 * bar above it; what they find out with tables of look-alikes and of well-known names is left out
 * on the safe side: fewer scripts, no foreign digits, no single marks. Chinese, Japanese, Korean
 * and European names stay readable.
 */
import { toASCII, toUnicode } from 'punycode/punycode.es6.js';

/**
 * Latin as European languages and Vietnamese write it. Not dotless i, kra, long s and letters with
 * an apostrophe or a dot beside them.
 */
const LATIN =
  /^[a-z0-9\u00df-\u00f6\u00f8-\u0130\u0132-\u0137\u0139-\u013e\u0141-\u0148\u014a-\u017e\u01a1\u01b0\u0219\u0259\u021b\u1ea1-\u1ef9-]+$/;
/** Chinese and Japanese: each with ASCII, and no letter with an accent. */
const HAN_AND_KANA = /^[a-z0-9\p{Unified_Ideograph}\u3005\u3007\u3041-\u3096\u30a1-\u30fa\u30fb\u30fc-]+$/u;
/** Korean: whole syllables, as single letters are strokes. */
const HAN_AND_HANGUL = /^[a-z0-9\p{Unified_Ideograph}\uac00-\ud7a3-]+$/u;

/**
 * Scripts with letters that look like Latin ones: at least one that does not, or a top-level domain
 * that says what is to be expected.
 */
const LIKE_LATIN: readonly { readonly all: RegExp; readonly like: RegExp; readonly topLevel: RegExp }[] = [
  {
    all: /^[\u0430-\u045f\u048a-\u052f0-9-]+$/,
    like: /^[аеёорсухѕіїјһԁԛԝӏҽѵѡүгпьъыюзҙӡԍԗк0-9-]+$/,
    topLevel: /^(?:bg|by|kg|kz|mk|mn|ru|rs|su|tj|ua|uz)$|[\u0430-\u052f]/,
  },
  {
    all: /^[\u03ac-\u03ce0-9-]+$/,
    like: /^[αάβγεέηήθιίϊΐκνοόρτυύϋΰχωώ0-9-]+$/,
    topLevel: /^(?:gr|cy)$|[\u03ac-\u03ce]/,
  },
];

/** Other scripts: below a top-level domain of their own. */
const OTHERS = [
  'Arabic',
  'Armenian',
  'Bengali',
  'Devanagari',
  'Georgian',
  'Gujarati',
  'Gurmukhi',
  'Hebrew',
  'Kannada',
  'Lao',
]
  .concat(['Malayalam', 'Oriya', 'Sinhala', 'Tamil', 'Telugu', 'Thai'])
  .map((script) => new RegExp(`^[\\p{Script=${script}}0-9-]+$`, 'u'));

/** Digits other than ASCII ones: some look like other digits, some like letters. */
const FOREIGN_DIGIT = /(?![0-9])\p{Nd}/u;
const CJK = '\\p{Unified_Ideograph}\\u3005\\u3041-\\u3096\\u30a1-\\u30fa\\u30fc';
/** Han and kana that pass for something else, in places where nothing tells what they are. */
const OUT_OF_PLACE: readonly RegExp[] = [
  // Slashes: between characters of another script, or the label's edges.
  new RegExp(`(?:^|[^${CJK}])[ノソゾン丶乀乁丿](?:$|[^${CJK}])`, 'u'),
  // A line, a cross or a circle beside Latin.
  new RegExp(`(?=.*[a-z])(?:.*[^${CJK}〇][一丨乛七丅十〇工讠丁]|.*[一丨乛七丅十〇工讠丁][^${CJK}〇])`, 'u'),
  // Nothing but strokes and circles.
  /^[丨丶丿乀乁乛亅丩〇0-9-]+$/,
  // The long vowel without a vowel, the dot that parts two words without them.
  /(?:^|[^\u3041-\u3096\u30a1-\u30fa\u30fc])\u30fc/,
  new RegExp(`(?:^|[^${CJK}])\\u30fb|\\u30fb(?:$|[^${CJK}])`, 'u'),
  // Three letters that both kana have in one shape.
  /^[^\u3041-\u3096]*[\u3078-\u307a][^\u3041-\u3096]*[\u30a1-\u30fa][^\u3041-\u3096]*$/,
  /^[^\u3041-\u3096]*[\u30a1-\u30fa][^\u3041-\u3096]*[\u3078-\u307a][^\u3041-\u3096]*$/,
  /^[^\u30a1-\u30fa]*[\u30d8-\u30da][^\u30a1-\u30fa]*[\u3041-\u3096][^\u30a1-\u30fa]*$/,
  /^[^\u30a1-\u30fa]*[\u3041-\u3096][^\u30a1-\u30fa]*[\u30d8-\u30da][^\u30a1-\u30fa]*$/,
];

/** Letters that pass for others outside the one country that writes them. */
const ONE_COUNTRY: readonly (readonly [RegExp, string])[] = [
  [/[þð]/, 'is'],
  [/ə/, 'az'],
];

/**
 * Returns a host in A-labels as it may be shown: the labels that cannot be mistaken in their own
 * letters, the others as they are.
 */
export function displayOf(host: string): string {
  if (!host.includes('xn--')) return host;
  const labels = host.split('.');
  const topLevel = decoded(labels.at(-1) ?? '') ?? '';
  return labels.map((label, index) => shown(label, topLevel, index === labels.length - 1)).join('.');
}

function shown(label: string, topLevel: string, isTopLevel: boolean): string {
  const text = label.startsWith('xn--') ? decoded(label) : null;
  return text !== null && isPlain(text, topLevel, isTopLevel) ? text : label;
}

/**
 * Returns a label in its own letters; null where it is no Punycode, or not the one way to write
 * these letters.
 */
function decoded(label: string): string | null {
  try {
    const text = toUnicode(label);
    const isNormal = text === text.normalize('NFKC').toLowerCase() && !/\p{Default_Ignorable_Code_Point}/u.test(text);
    return isNormal && toASCII(text) === label ? text : null;
  } catch {
    return null;
  }
}

/** Top-level domains are looked at before there is one: they need not differ from Latin. */
function isPlain(text: string, topLevel: string, isTopLevel: boolean): boolean {
  if (LATIN.test(text)) return ONE_COUNTRY.every(([letter, country]) => country === topLevel || !letter.test(text));
  if (HAN_AND_KANA.test(text)) return !OUT_OF_PLACE.some((pattern) => pattern.test(text));
  if (HAN_AND_HANGUL.test(text)) return true;
  for (const { all, like, topLevel: expected } of LIKE_LATIN)
    if (all.test(text)) return isTopLevel || expected.test(topLevel) || !like.test(text);
  if (FOREIGN_DIGIT.test(text) || /^\p{M}|(\p{M})\1/u.test(text)) return false;
  return OTHERS.some((script) => script.test(text) && script.test(topLevel));
}
