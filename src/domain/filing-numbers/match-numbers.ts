/**
 * The numbers that sites show: ICP filings, ICP and telecom licenses, public-security filings.
 * Formats and variants are those of the ministry's and the providers' pages and of numbers seen in
 * footers (huawei-after-approval-2025, huawei-apps-2025, mps-filing-platform, aliyun-footer,
 * iisp-copies). All of it is linear in the length of the text.
 */

import type { LinkParts } from '../hostname/parse-link.ts';
import type { Province } from '../ruleset/province.ts';

export const NUMBER_KINDS = ['icp-filing', 'icp-licence', 'telecom-licence', 'police'] as const;

export type NumberKind = (typeof NUMBER_KINDS)[number];

/** Where a number's link leads, by its host and never by its text. */
export const LINK_STATES = ['ok', 'retired', 'look-alike', 'other', 'none'] as const;

export type LinkState = (typeof LINK_STATES)[number];

export const NUMBER_PROBLEMS = [
  /** No province's character before it. */
  'no-province',
  /** Not as the office writes it: 公安备, 公安网备, ICP备字, ICP备第, a bare code with the office's link. */
  'misspelt',
  /**
   * The character is one of another kind of number: 川, 贵 and 甘 begin police numbers, 蜀, 黔 and 陇
   * filings.
   */
  'wrong-province-character',
  /** Written `ICP备案…`: the number has 备 alone. */
  'written-beian',
  'no-hao',
  /** Not as many digits as such a number has. */
  'digit-count',
  /**
   * A year that no such number can be of. A hint only: when the forms changed is not documented.
   */
  'year-unlikely',
  'service-number',
  /** A letter behind the service that no kind of service has. */
  'service-kind',
  /** 00000000, 12345678, 2022XXXX and the like. */
  'placeholder',
  /** The digits' province is another than the character's. */
  'code-and-character-differ',
  /** The link of a police number asks for another number. */
  'link-code-differs',
] as const;

export type NumberProblem = (typeof NUMBER_PROBLEMS)[number];

/** One number as a text shows it. */
export interface ShownNumber {
  readonly kind: NumberKind;
  /** As it should be written: no spaces, half-width, simplified. */
  readonly number: string;
  /** The character it begins with; null where it has none (inter-provincial licenses have none). */
  readonly province: string | null;
  readonly digits: string;
  /** What follows the hyphen: `1`, or `2A` for an app (A), mini-program (X) or quick app (K). */
  readonly service: string | null;
  /** The year in its digits, as far as they have one. */
  readonly year: number | null;
  readonly link: LinkState;
  readonly href: string | null;
  /** Whether its link is right, but leads to a page of the office instead of its bare address. */
  readonly isDeepLink: boolean;
  readonly problems: readonly NumberProblem[];
  /** The first and the last of the pieces that it stands in, by index. */
  readonly from: number;
  readonly to: number;
  /** Where it begins in the text of the first. */
  readonly offset: number;
}

/** A piece of text, in the order of the page. */
export interface TextPiece {
  readonly text: string;
  /** Where a click on it leads (absolute, or as written); null for nowhere. */
  readonly href: string | null;
  /** Whether it begins a new line: a number may run on, but not in the middle of its digits. */
  readonly begins: boolean;
}

/** Traditional and other forms; full-width ones are folded by NFKC. */
const FOLD: Readonly<Record<string, string>> = {
  備: '备',
  俻: '备',
  證: '证',
  証: '证',
  號: '号',
  網: '网',
  遼: '辽',
  滬: '沪',
  蘇: '苏',
  閩: '闽',
  贛: '赣',
  魯: '鲁',
  粵: '粤',
  瓊: '琼',
  貴: '贵',
  雲: '云',
  陝: '陕',
  隴: '陇',
  甯: '宁',
  寧: '宁',
  晉: '晋',
  '·': '.',
  '•': '.',
};

const HYPHENS = /[-\u2010-\u2015\u2212\u2500\u30fc~]/;

const INVISIBLE = /\ufe0f|[\u00ad\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/;

/** A space or a new line between two tokens; longer runs are folded to one. */
const S = '[ \\n]?';

/** Signs that stand for digits in templates and where a number is hidden. */
const MASK = '[X*×●○□■]';

/**
 * Digits, with masked ones behind them or between them; the four of the year may stand apart, in
 * brackets or before a dash.
 */
const DIGITS = `((?:[(\\[【〔「『] ?(?:19|20)\\d\\d ?[)\\]】〕」』] ?(?=\\d{4})|20\\d\\d ?[-.] ?(?=\\d{6} ?号))?\\d(?: ?\\d)*(?:(?: ?${MASK}{2}|${MASK})(?:\\d|${MASK}){0,20}(?![A-Z]))?)`;

/** 号, with what closes brackets before it. */
const HAO = `((?:${S}[)\\]】〕」』])?${S}号)?`;

/** A service behind another sign than the office's dash. */
const ODD_SERVICE = '(?<=号)(?:\\((\\d{1,3})\\)|[_./#](\\d{1,3})(?![\\d.]| ?[年月日]))';

/** A year behind a dash between blanks is one of the copyright. */
const SERVICE = `(?:(?! - (?:19|20)\\d\\d(?!\\d))${S}-${S}(?:(\\d{1,6})(?:([A-Z])(?![A-Z]))?|([X*]{1,4})(?![A-Z\\d]))|${ODD_SERVICE})?`;

/** Words between mark and digits that belong to no number. */
const LABEL = `((?:(?:案|字|第|证|被|[(\\[【〔「『](?! ?(?:19|20)\\d\\d ?[)\\]】〕」』] ?\\d)|[)\\]】〕」』])${S}){0,4})(?:编号|号码|号)?${S}(?:[:.]|-(?=${S}\\d)|为|是|NO\\.?)?${S}`;

/**
 * One license is of few classes; without an end, a page could write so many that each is looked at
 * from every other.
 */
const CLASS = '[AB][12](?:\\.\\d)?';

/** The mark of police numbers in its right order, and what people make of it. */
const POLICE_MARK = `(公${S}网${S}安${S}备?|公${S}(?:安${S})?(?:部|局|机关|网络|联网|联|网|按|案)?${S}(?:[安按网]${S})?备|网${S}安${S}备)`;

/** The mark of filings with letters that were mixed up or look alike. */
const FILING_MARK = `(I ?C ?P${S}备|(?<![A-Z])(?:[1L|] ?C ?P|I ?P ?C|C ?I ?P|P ?C ?I|I ?C ?B|I ?C ?[RD])${S}备|备${S}I ?C ?P|I ?C ?P${S}(?:字|被)${S}备?|I\\.? ?C\\.? ?P\\.?${S}备|I ?C ?P${S}-${S}备|(?<![A-Z] ?)C ?P${S}备|备(?=${S}(?:\\d{8}|\\d{10})${S}号)|I ?C ?P(?=${S}(?:\\d{8}|\\d{10})${S}号))`;

/** Each form: its mark, the words behind it, the digits, 号, and a filing's or license's service. */
const FORMS: readonly { readonly kind: Exclude<NumberKind, 'telecom-licence'>; readonly form: RegExp }[] = [
  { kind: 'icp-filing', form: new RegExp(`${FILING_MARK}${S}${LABEL}${DIGITS}${HAO}${SERVICE}`, 'gu') },
  { kind: 'icp-licence', form: new RegExp(`(I ?C ?P${S}证)${S}()${DIGITS}(${S}号)?${SERVICE}`, 'gu') },
  { kind: 'police', form: new RegExp(`${POLICE_MARK}${S}${LABEL}${DIGITS}${HAO}`, 'gu') },
];

const TELECOM = new RegExp(
  `(?:(\\p{Script=Han})\\s?)?(合 ?字${S})?(?<![A-Z0-9.])(${CLASS}(?:[.,] ?${CLASS}){0,15})${S}-${S}(\\d{6,10})(?!\\d)(${S}号)?${SERVICE}`,
  'gu',
);

/**
 * Numbers without their mark, with the same groups: only the link that they stand in says what they
 * are.
 */
const BARE: readonly { readonly kind: 'icp-filing' | 'police'; readonly form: RegExp }[] = [
  { kind: 'police', form: new RegExp(`()()(?<![A-Z\\d-])(\\d(?: ?\\d){13})(?![\\d-])(${S}号)?`, 'gu') },
  { kind: 'icp-filing', form: new RegExp(`()()(?<![A-Z\\d-])(\\d{10}|\\d{8})(?!\\d)(${S}号)${SERVICE}`, 'gu') },
];

/** Words that call what follows a number; they are no part of it. */
const CALLS = /(?:号|号码|编号|备案|网站|本站|官网|许可|为|是|的|有|[:：])$/;

/** The ministry's address and nothing behind it. */
const BARE_ADDRESS = /^\s*(?:https?:)?\/\/[^/?#]+\/?\s*$/i;

/**
 * Services that look numbers up in the ministry's register: a link to them is no register of its
 * own.
 */
const LOOK_UPS: readonly string[] = ['chinaz.com', 'aizhan.com', 'icplishi.com', 'beianx.cn', 'gov.cn'];

/** What numbers are held against. */
export interface NumberFacts {
  readonly provinces: readonly Province[];
  readonly thisYear: number;
  /** Returns the parts of an address as a page has it; null where it is none. */
  readonly parseLink: (href: string) => LinkParts | null;
}

/**
 * Returns all numbers in pieces of text, in order, with what is wrong with each. Never throws; what
 * is no number is not mentioned.
 */
export function findNumbers(
  pieces: readonly TextPiece[],
  { provinces, thisYear, parseLink }: NumberFacts,
): ShownNumber[] {
  const { text: written, pieceAt, charAt } = fold(pieces);
  const { text, isLetter } = readLetters(written);
  const place = ({ start, length }: Read): Placed => {
    const from = pieceAt[start] ?? 0;
    const to = pieceAt[start + length - 1] ?? from;
    return { from, to, offset: charAt[start] ?? 0, href: hrefOf(pieces.slice(from, to + 1)) };
  };
  const marked = [
    ...FORMS.flatMap(({ kind, form }) => readAll(text, form, (match) => readNumber(kind, match, text, provinces))).map(
      (read) => withLetters(read, isLetter),
    ),
    ...readAll(text, TELECOM, (match) => readTelecom(match, provinces)),
  ];
  // Looking at each of them for each bare number would be the square of them all.
  const isTaken = new Uint8Array(text.length);
  for (const { start, length } of marked) isTaken.fill(1, start, start + length);
  const bare = BARE.flatMap(({ kind, form }) =>
    readAll(text, form, (match) => {
      const read = readNumber(kind, match, text, provinces, 'bare');
      if (read === null || isTaken.subarray(read.start, read.start + read.length).includes(1)) return null;
      return ['ok', 'retired'].includes(judgeLink(kind, place(read).href, parseLink)) ? read : null;
    }),
  );
  return [...marked, ...bare]
    .sort((a, b) => a.start - b.start)
    .flatMap((read): ShownNumber[] => {
      const { from, to, offset, href } = place(read);
      const { kind, number, province, digits, service } = read;
      if (read.isOther || isOfImitatedRegister(read, href, parseLink)) return [];
      const link = judgeLink(kind, href, parseLink);
      const isDeepLink = link === 'ok' && kind !== 'police' && !BARE_ADDRESS.test(href ?? '');
      const year = yearOf(kind, digits);
      const problems = problemsOf(read, href, link, thisYear);
      return [{ kind, number, province, digits, service, year, link, href, isDeepLink, problems, from, to, offset }];
    });
}

/** Returns what is read of each match; matches are looked at one by one, as each holds a lot. */
function readAll(text: string, form: RegExp, read: (match: RegExpExecArray) => Read | null): Read[] {
  const found: Read[] = [];
  for (const match of text.matchAll(form)) {
    const one = read(match);
    if (one !== null) found.push(one);
  }
  return found;
}

/** Letters that are taken for digits; capitals, as the text is folded. */
const LIKE_DIGITS: Readonly<Record<string, string>> = { O: '0', I: '1', L: '1' };
const MOST_LETTERS = 3;
const WITH_LETTERS = /(备[^\dA-Z\n]{0,6})([\dOIL]{8,14})(?![A-Z\d])/g;

/**
 * Returns a text in which letters within a number's digits are the digits that they look like, and
 * where those letters stood. The text keeps its length.
 */
function readLetters(text: string): { readonly text: string; readonly isLetter: ReadonlySet<number> } {
  const isLetter = new Set<number>();
  const read = text.replace(WITH_LETTERS, (whole, before: string, run: string, at: number) => {
    const letters = [...run].flatMap((char, index) => (char in LIKE_DIGITS ? [at + before.length + index] : []));
    const isNumber = [8, 10, 14].includes(run.length) && letters.length > 0 && letters.length <= MOST_LETTERS;
    if (!isNumber) return whole;
    for (const index of letters) isLetter.add(index);
    return before + run.replace(/[OIL]/g, (char) => LIKE_DIGITS[char] ?? char);
  });
  return { text: read, isLetter };
}

function withLetters(read: Read, isLetter: ReadonlySet<number>): Read {
  if (isLetter.size === 0 || read.problems.includes('misspelt')) return read;
  for (let at = read.start; at < read.start + read.length; at++)
    if (isLetter.has(at)) return { ...read, problems: [...read.problems, 'misspelt'] };
  return read;
}

/** Where a number stands: the first and the last piece, the place in the first, and the link. */
interface Placed {
  readonly from: number;
  readonly to: number;
  readonly offset: number;
  readonly href: string | null;
}

/**
 * Whether a filing's link leads to a register that plays at being the ministry's, as icp.gov.moe
 * does: a name that speaks of ICP or of a government, and that looks this very number up.
 * Look-alikes of the ministry's own name are warned of instead.
 */
function isOfImitatedRegister(
  { kind, digits }: Read,
  href: string | null,
  parseLink: NumberFacts['parseLink'],
): boolean {
  if (kind !== 'icp-filing' || judgeLink(kind, href, parseLink) !== 'other') return false;
  const hostname = parseLink(href?.trim() ?? '')?.hostname ?? '';
  if (LOOK_UPS.some((name) => hostname === name || hostname.endsWith(`.${name}`))) return false;
  return /(?:^|\.)gov\./.test(hostname) || (/icp/.test(hostname) && (href ?? '').includes(digits));
}

/** What is wrong with a number, in the order in which problems are told. */
function problemsOf(read: Read, href: string | null, link: LinkState, thisYear: number): NumberProblem[] {
  const { kind, digits } = read;
  const problems = new Set(read.problems);
  const year = yearOf(kind, digits);
  if (year !== null && !isYear(kind, digits, year, thisYear)) problems.add('year-unlikely');
  if (isPlaceholder(digits)) problems.add('placeholder');
  const code = kind === 'police' ? codeIn(href) : null;
  if (code !== null && code !== digits) problems.add('link-code-differs');
  // The line that the police's own platform gives out to be pasted has been seen without 号.
  if (link === 'ok' && code === digits) problems.delete('no-hao');
  return NUMBER_PROBLEMS.filter((problem) => problems.has(problem));
}

/** The pieces as one folded text, and which piece each of its characters is of, and where in it. */
function fold(pieces: readonly TextPiece[]): { text: string; pieceAt: Uint32Array; charAt: Uint32Array } {
  const length = pieces.reduce((sum, { text }) => sum + text.length + 1, 0);
  let pieceAt = new Uint32Array(length);
  let charAt = new Uint32Array(length);
  const parts: string[] = [];
  const part: string[] = [];
  let end = 0;
  const push = (char: string, index: number, at: number) => {
    const last = part.at(-1);
    if (isBlank(char) && isBlank(last)) {
      if (char === '\n') part[part.length - 1] = char;
      return;
    }
    // The last sign stays where it can still become the end of a line.
    if (part.length > PART) parts.push(part.splice(0, PART).join(''));
    part.push(char);
    if (end + char.length > pieceAt.length) [pieceAt, charAt] = [doubled(pieceAt), doubled(charAt)];
    for (let unit = 0; unit < char.length; unit++) {
      pieceAt[end] = index;
      charAt[end++] = at;
    }
  };
  const known = new Map<string, readonly string[]>();
  pieces.forEach(({ text, begins }, index) => {
    if (begins) push('\n', index, 0);
    let at = 0;
    for (const char of text) {
      let folded = known.get(char);
      if (folded === undefined) {
        folded = INVISIBLE.test(char) ? [] : [...char.normalize('NFKC')].map(foldChar);
        known.set(char, folded);
      }
      for (const one of folded) push(one, index, at);
      at += char.length;
    }
  });
  return { text: parts.join('') + part.join(''), pieceAt, charAt };
}

/** Characters that are put together at a time: one by one they take ten times their memory. */
const PART = 4096;

function doubled(list: Uint32Array): Uint32Array<ArrayBuffer> {
  const longer = new Uint32Array(2 * list.length + 16);
  longer.set(list);
  return longer;
}

function isBlank(char: string | undefined): boolean {
  return char === ' ' || char === '\n';
}

function foldChar(char: string): string {
  if (/\s/.test(char)) return ' ';
  return HYPHENS.test(char) ? '-' : (FOLD[char] ?? char.toUpperCase());
}

interface Read {
  /**
   * Whether another register's sign stands before it, so that it is none of the offices' numbers.
   */
  readonly isOther: boolean;
  readonly kind: NumberKind;
  readonly number: string;
  readonly province: string | null;
  readonly digits: string;
  readonly service: string | null;
  readonly problems: readonly NumberProblem[];
  /** Where it begins in the folded text, and how long it is there. */
  readonly start: number;
  readonly length: number;
}

const LENGTHS: Readonly<Record<NumberKind, readonly number[]>> = {
  'icp-filing': [8, 10],
  'icp-licence': [6],
  'telecom-licence': [8],
  police: [14],
};

const MARKS = { 'icp-filing': 'ICP备', 'icp-licence': 'ICP证', police: '公网安备' } as const;

/** Returns the number that a form matched; null where the office has no such numbers. */
function readNumber(
  kind: keyof typeof MARKS,
  match: RegExpExecArray,
  text: string,
  provinces: readonly Province[],
  mark: 'marked' | 'bare' = 'marked',
): Read | null {
  const [whole, written = '', words = '', run = '', hao, serviceNumber, serviceKind, serviceMask] = match;
  const oddService = match[8] ?? match[9];
  const head = readHead(text, match.index, kind, provinces);
  const { province, own } = head;
  const { digits, signs, isMasked, apart, hasYearApart } = readRun(run, LENGTHS[kind], hao !== undefined);
  const isMisspelt =
    mark === 'bare' ||
    head.isWritten ||
    hasYearApart ||
    oddService !== undefined ||
    isDashed(match, run) ||
    written.replace(/\s/g, '') !== MARKS[kind] ||
    /[^案\s]/.test(words);
  // A mark that is none of the office's may be anything: only with digits of a number's length is
  // it one.
  if (isMisspelt && !isLikely(kind, province, signs)) return null;
  const { service, wrong } = apart
    ? { service: null, wrong: null }
    : readService(serviceNumber ?? oddService, serviceKind);

  const problems = numberProblems({
    ofHead: head.problem,
    isMisspelt,
    isBeian: words.includes('案'),
    hasHao: hao !== undefined,
    isPlaceholder: isMasked || (serviceMask !== undefined && !apart),
    hasLength: LENGTHS[kind].includes(digits.length),
    ofService: wrong,
    differs: kind === 'police' && digits.length === 14 && own !== undefined && !digits.startsWith(own.police.code),
  });

  const number = `${province ?? ''}${MARKS[kind]}${signs}号${service === null ? '' : `-${service}`}`;
  const end = match.index + (apart ? whole.indexOf(run) + digits.length : whole.length);
  return {
    isOther: head.isOther && mark === 'marked',
    kind,
    number,
    province,
    digits,
    service,
    problems,
    start: head.start,
    length: end - head.start,
  };
}

/** Whether a dash stands between a number's mark and its digits. */
function isDashed([whole, written = '', words = '']: RegExpExecArray, run: string): boolean {
  return whole.slice(written.length + words.length, whole.indexOf(run, written.length)).includes('-');
}

interface Run {
  readonly digits: string;
  /** The digits, with what stands in the place of some of them. */
  readonly signs: string;
  readonly isMasked: boolean;
  /** Whether only the first of several groups of digits is the number. */
  readonly apart: boolean;
  /** Whether the year stands in brackets or before a dash. */
  readonly hasYearApart: boolean;
}

/**
 * Returns the digits in what stands where they belong; `lengths` are those of the office's numbers.
 */
function readRun(run: string, lengths: readonly number[], hasHao: boolean): Run {
  const year = /^(?:\D? ?(\d{4}) ?[^\d\s*X×●○□■] ?)(?=\d)/.exec(run);
  const joint = year === null ? run : `${year[1]}${run.slice(year[0].length)}`;
  const [plain = ''] = /^\d(?: ?\d)*/.exec(joint) ?? [];
  const masked = joint.slice(plain.length);
  const joined = plain.replaceAll(' ', '');
  const isFull = lengths.includes(joined.length);
  // Where digits are enough, what follows behind a blank is a word.
  const isMasked = masked !== '' && !(isFull && (masked.startsWith(' ') || (masked.length === 1 && !hasHao)));
  // Without 号 nothing says where the digits end: a year may follow behind a space.
  const apart = !hasHao && !isMasked && !isFull && plain.includes(' ');
  const digits = apart ? plain.slice(0, plain.indexOf(' ')) : joined;
  return {
    digits,
    signs: isMasked ? `${joined}${masked.trim()}` : digits,
    isMasked,
    apart,
    hasYearApart: year !== null,
  };
}

/** Returns what is wrong with a number, in the order in which it is said. */
function numberProblems(found: {
  readonly ofHead: NumberProblem | null;
  readonly isMisspelt: boolean;
  readonly isBeian: boolean;
  readonly hasHao: boolean;
  readonly isPlaceholder: boolean;
  /** Whether it has as many digits as the office's numbers. */
  readonly hasLength: boolean;
  readonly ofService: NumberProblem | null;
  /** Whether the police's code is another province's than the character. */
  readonly differs: boolean;
}): NumberProblem[] {
  const all: readonly (NumberProblem | null | false)[] = [
    found.ofHead,
    found.isMisspelt && 'misspelt',
    found.isBeian && 'written-beian',
    !found.hasHao && 'no-hao',
    found.isPlaceholder ? 'placeholder' : !found.hasLength && 'digit-count',
    found.ofService,
    found.differs && 'code-and-character-differ',
  ];
  return all.filter((one) => one !== null && one !== false);
}

function isLikely(kind: keyof typeof MARKS, province: string | null, signs: string): boolean {
  if (kind === 'police') return signs.length >= 11 && signs.length <= 16;
  return province !== null || LENGTHS[kind].includes(signs.length);
}

interface Head {
  readonly province: string | null;
  /** The province that it is of, if it is one of such numbers. */
  readonly own: Province | undefined;
  readonly problem: NumberProblem | null;
  /** Whether a sign of another register stands where the province's character belongs (茶, 喵, 萌). */
  readonly isOther: boolean;
  /** Whether the province is written in another way than by its character alone. */
  readonly isWritten: boolean;
  readonly start: number;
}

/**
 * What stands before a number's mark: a province's character, a word, or the sign of a register
 * that is not the state's.
 */
function readHead(text: string, mark: number, kind: keyof typeof MARKS, provinces: readonly Province[]): Head {
  const before = text.slice(Math.max(0, mark - 16), mark);
  const brackets = /[([【〔「『"“]\s?([\p{L}\p{So}])\s?[)\]】〕」』"”]\s?$/u.exec(before);
  const [whole = '', sign = '', blank = ''] =
    brackets ?? /([\p{L}\p{So}\p{Extended_Pictographic}])(\s?-?\s?)$/u.exec(before) ?? [];
  const none = { province: null, own: undefined, problem: 'no-province', isWritten: false, start: mark } as const;
  if (sign === '' || /\d/.test(sign)) return { ...none, isOther: false };
  const named = readProvinceName(kind, before, provinces);
  if (named !== null) return { ...named, start: mark - named.length };
  const { problem, ...read } = readProvince(kind, sign, provinces);
  if (read.province !== null) {
    const isWritten = brackets !== null || blank.includes('-');
    return { ...read, problem, isOther: false, isWritten, start: mark - whole.length };
  }
  const words = before.trimEnd();
  if (CALLS.test(words)) return { ...none, isOther: false };
  // A word behind which a blank stands is of the sentence; a sign by itself is the number's.
  const isAlone = blank === ' ' && !/[\p{L}\p{N}]/u.test([...words].at(-2) ?? '');
  return { ...none, isOther: brackets !== null || blank === '' || isAlone };
}

/** A province by its name (北京, 广东省) before a number's mark; null where there is none. */
function readProvinceName(
  kind: keyof typeof MARKS,
  before: string,
  provinces: readonly Province[],
): (Omit<Head, 'start'> & { readonly length: number }) | null {
  const [tail = '', name = ''] = /(\p{Script=Han}{2,3}?)(?:省|市|自治区)?\s?$/u.exec(before) ?? [];
  const own = provinces.find((one) => one.name.zh_CN === name);
  if (own === undefined) return null;
  const province = kind === 'police' ? own.police.letter : own.letter;
  return { province, own, problem: null, isOther: false, isWritten: true, length: tail.length };
}

/**
 * The character that a number begins with, and the province that it is of if it is one of such
 * numbers.
 */
function readProvince(
  kind: NumberKind,
  head: string,
  provinces: readonly Province[],
): {
  readonly province: string | null;
  readonly own: Province | undefined;
  readonly problem: NumberProblem | null;
} {
  const [letters, others] = [provinces.map((one) => one.letter), provinces.map((one) => one.police.letter)];
  const [right, wrong] = kind === 'police' ? [others, letters] : [letters, others];
  if (right.includes(head)) return { province: head, own: provinces[right.indexOf(head)], problem: null };
  return wrong.includes(head)
    ? { province: head, own: undefined, problem: 'wrong-province-character' }
    : { province: null, own: undefined, problem: 'no-province' };
}

function readTelecom(match: RegExpExecArray, provinces: readonly Province[]): Read {
  const kind = 'telecom-licence';
  const [whole, head = '', joint, classes = '', digits = '', , serviceNumber, serviceKind] = match;
  const province = provinces.some((one) => one.letter === head) ? head : null;
  const { service, wrong } = readService(serviceNumber, serviceKind);
  const problems: NumberProblem[] = digits.length === 8 ? [] : ['digit-count'];
  if (wrong !== null) problems.push(wrong);
  const letters = classes.replaceAll(' ', '').replaceAll(',', '.');
  const number = `${province ?? ''}${joint ? '合字' : ''}${letters}-${digits}${service === null ? '' : `-${service}`}`;
  // The character before it is no part of it where it is no province.
  const apart = province === null ? head.length : 0;
  return {
    isOther: false,
    kind,
    number,
    province,
    digits,
    service,
    problems,
    start: match.index + apart,
    length: whole.length - apart,
  };
}

function readService(
  number: string | undefined,
  kind: string | undefined,
): { readonly service: string | null; readonly wrong: NumberProblem | null } {
  if (number === undefined) return { service: null, wrong: null };
  const service = `${number.replace(/^0+(?=\d)/, '')}${kind ?? ''}`;
  if (kind !== undefined && !/[AXK]/.test(kind)) return { service, wrong: 'service-kind' };
  return { service, wrong: number.startsWith('0') ? 'service-number' : null };
}

/** 8 digits of a filing begin with two of the year, 10 with four; licenses likewise. */
function yearOf(kind: NumberKind, digits: string): number | null {
  if (kind === 'icp-filing' && digits.length === 10) return Number(digits.slice(0, 4));
  if (kind === 'icp-filing' && digits.length === 8) return 2000 + Number(digits.slice(0, 2));
  if (kind === 'icp-licence' && digits.length === 6) return 2000 + Number(digits.slice(0, 2));
  if (kind === 'telecom-licence' && digits.length === 8) return Number(digits.slice(0, 4));
  return null;
}

/**
 * Filings exist since 2005 (miit-order-33-2005); the form with four digits of the year was first
 * seen on numbers of 2020.
 */
function isYear(kind: NumberKind, digits: string, year: number, thisYear: number): boolean {
  if (kind !== 'icp-filing') return year >= 2000 && year <= thisYear;
  return digits.length === 10 ? year >= 2020 && year <= thisYear : year >= 2005 && year <= 2021;
}

function isPlaceholder(digits: string): boolean {
  return /^(\d)\1*$/.test(digits) || '01234567890123456789'.includes(digits) || /^(?:19|20)\d{2}0{5}[01]$/.test(digits);
}

/** The first link among the pieces: number and 号 may be in one, the service in the next. */
function hrefOf(pieces: readonly TextPiece[]): string | null {
  return pieces.find(({ href, text }) => href !== null && /\S/.test(text))?.href ?? null;
}

const MINISTRY = 'beian.miit.gov.cn';

const POLICE = 'beian.mps.gov.cn';

/** Names that once were the ministry's or the police's, and whatever is below them. */
const RETIRED: readonly string[] = ['miitbeian.gov.cn', 'miibeian.gov.cn', MINISTRY];

const RETIRED_POLICE: readonly string[] = ['beian.gov.cn', POLICE];

/** Returns what the link of a number is, by its scheme and host. */
export function judgeLink(kind: NumberKind, href: string | null, parseLink: NumberFacts['parseLink']): LinkState {
  const trimmed = href?.trim() ?? '';
  if (trimmed === '' || /^(?:#|javascript:|about:)/i.test(trimmed)) return 'none';
  const parts = parseLink(trimmed);
  if (parts === null) return 'other';
  const { protocol, hostname, port, username } = parts;
  if (protocol !== 'https:' && protocol !== 'http:') return 'other';
  const official = kind === 'police' ? POLICE : MINISTRY;
  if (protocol === 'https:' && hostname === official && port === '' && username === '') return 'ok';
  if (username !== '' && hostname !== official) return 'look-alike';
  const retired = kind === 'police' ? RETIRED_POLICE : RETIRED;
  if (retired.some((name) => hostname === name || hostname.endsWith(`.${name}`))) return 'retired';
  if (hostname.endsWith('.gov.cn')) return 'other';
  return /beian|mi[il1]t|miib|[^a-z]mps[^a-z]|gov-cn|gov\.cn/.test(hostname) ? 'look-alike' : 'other';
}

/** The number that a link asks the police's site for; null where it asks for none. */
function codeIn(href: string | null): string | null {
  return /[?&](?:record)?code=(\d{1,20})/i.exec(href ?? '')?.[1] ?? null;
}
