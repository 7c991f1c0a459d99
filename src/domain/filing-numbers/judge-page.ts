/**
 * What a page shows of its filing, judged as a whole: which of its numbers are its own, and what
 * the rules miss.
 */
import { localeOf } from '../common/locale.ts';
import type { Province } from '../ruleset/province.ts';
import type { Citation } from '../ruleset/source.ts';
import type { NumberKind, NumberProblem, ShownNumber, TextPiece } from './match-numbers.ts';

export const PLACES = ['footer', 'article', 'code', 'other'] as const;
export type Place = (typeof PLACES)[number];

export interface PagePiece extends TextPiece {
  readonly place: Place;
  /** How far down the page it stands, from 0 to 1. */
  readonly at: number;
}

/** What was read of a page. */
export interface PageText {
  readonly pieces: readonly PagePiece[];
  /** Pictures whose name says that they show a number. */
  readonly images: number;
  /** BCP 47 tag of the page; empty where it says none. */
  readonly lang: string;
  /**
   * Address, title and all text of a page that is so small that it may stand in for another; empty
   * for larger ones.
   */
  readonly small: string;
}

export const BELONGINGS = ['own', 'doubtful', 'not-own'] as const;
export type Belonging = (typeof BELONGINGS)[number];

export interface JudgedNumber extends ShownNumber {
  /** Whether it is this site's, as far as its place and its surroundings tell. */
  readonly belongs: Belonging;
}

export const PAGE_NOTICES = [
  'nothing-shown',
  'image-only',
  'only-doubtful',
  'filing-number-missing',
  'main-where-service',
  'service-where-main',
  'app-number',
  'two-subjects',
  'provinces-differ',
] as const;
export type PageNotice = (typeof PAGE_NOTICES)[number];

export interface PageJudgement {
  readonly numbers: readonly JudgedNumber[];
  readonly notices: readonly PageNotice[];
  /** The filing number that the site claims; null where none is its own and well-formed. */
  readonly claim: JudgedNumber | null;
}

/** What is said of a page rests on these. */
export const PAGE_CITES: readonly Citation[] = [
  { source: 'huawei-after-approval-2025' },
  { source: 'miit-order-33-2005' },
  { source: 'mps-filing-platform' },
];

/** More numbers than this are a list of other people's. */
const DIRECTORY = 4;
/** A number further down than this is where the rules want it. */
const BOTTOM = 0.75;
/** Problems with which a number is still one that the ministry could have given. */
const HARMLESS: readonly NumberProblem[] = [
  'misspelt',
  'no-hao',
  'written-beian',
  'year-unlikely',
  'link-code-differs',
];

/** Returns the judgment. */
export function judgePage(
  page: PageText,
  found: readonly ShownNumber[],
  provinces: readonly Province[],
): PageJudgement {
  const subjects = new Set(found.filter(({ kind }) => kind === 'icp-filing').map(subjectOf));
  const inFooter = found.filter((one) => placeOf(page, one) === 'footer' && !isExample(page, one));
  const numbers = once(
    found.map((one): JudgedNumber => {
      const place = placeOf(page, one);
      return { ...one, belongs: belonging(page, one, place, inFooter, subjects.size) };
    }),
  );
  const own = numbers.filter((one) => one.belongs === 'own');
  const filings = own.filter((one) => one.kind === 'icp-filing');
  const claim = [...filings, ...own.filter(isLicensedRecord)].find(couldBeGiven) ?? null;
  return { numbers, claim, notices: noticesOf(page, numbers, own, filings, provinces) };
}

/** Whether a number has no problem but of its spelling, so that the office could have given it. */
function couldBeGiven({ problems }: ShownNumber): boolean {
  return problems.every((problem) => HARMLESS.includes(problem));
}

/**
 * Whether a license's number stands for a record of the ministry: a licensed site's record carries
 * it with a service behind it (huawei-after-approval-2025), and some sites show it with the
 * ministry's link alone.
 */
function isLicensedRecord({ kind, service, link }: ShownNumber): boolean {
  if (kind !== 'icp-licence' && kind !== 'telecom-licence') return false;
  return service !== null || link === 'ok' || link === 'retired';
}

/**
 * Returns those of a page's own numbers that a footer may repeat: none that is incomplete or could
 * not be given.
 */
export function numbersToShow({ numbers }: Pick<PageJudgement, 'numbers'>): JudgedNumber[] {
  return numbers.filter(
    (one) => one.belongs === 'own' && couldBeGiven(one) && (one.kind !== 'telecom-licence' || isLicensedRecord(one)),
  );
}

function belonging(
  page: PageText,
  one: ShownNumber,
  place: Place,
  inFooter: readonly ShownNumber[],
  subjects: number,
): Belonging {
  if (one.problems.includes('placeholder') || place === 'code' || isExample(page, one)) return 'not-own';
  const others = inFooter.filter(({ kind }) => kind === one.kind);
  if (place === 'footer') return new Set(others.map(subjectOf)).size >= DIRECTORY ? 'doubtful' : 'own';
  // The footer speaks for the site; what stands elsewhere is somebody's.
  if (others.length > 0) return others.some((other) => subjectOf(other) === subjectOf(one)) ? 'own' : 'not-own';
  if (place === 'article') return 'doubtful';
  if (subjects >= DIRECTORY) return 'not-own';
  return (page.pieces[one.from]?.at ?? 0) >= BOTTOM ? 'own' : 'doubtful';
}

function noticesOf(
  page: PageText,
  numbers: readonly JudgedNumber[],
  own: readonly JudgedNumber[],
  filings: readonly JudgedNumber[],
  provinces: readonly Province[],
): PageNotice[] {
  if (own.length === 0) {
    if (numbers.some((one) => one.belongs === 'doubtful')) return ['only-doubtful'];
    return [page.images > 0 ? 'image-only' : 'nothing-shown'];
  }
  const notices = new Set<PageNotice>();
  const licensed = own.filter(isLicensedRecord);
  if (filings.length === 0 && licensed.length === 0) notices.add('filing-number-missing');
  const records = filings.length > 0 ? filings : licensed.filter(({ service }) => service === null);
  for (const notice of records.flatMap((one) => serviceNotices(one, provinces))) notices.add(notice);
  if (new Set(filings.map(subjectOf)).size > 1) notices.add('two-subjects');
  if (new Set(own.flatMap((one) => provinceOf(one, provinces) ?? [])).size > 1) notices.add('provinces-differ');
  return [...notices];
}

/**
 * Whether a filing number should be shown with its service or without it, and what the service is
 * of.
 */
function serviceNotices({ province, service }: JudgedNumber, provinces: readonly Province[]): PageNotice[] {
  const rules = provinces.find(({ letter }) => letter === province)?.rules ?? [];
  const wantsMain = rules.some(({ kind }) => kind === 'shows-main-number');
  if (service === null) return wantsMain ? [] : ['main-where-service'];
  return [
    ...(wantsMain ? (['service-where-main'] as const) : []),
    ...(/[A-Z]$/.test(service) ? (['app-number'] as const) : []),
  ];
}

/** Each number once: of the same number the one that is the site's own and has a link says most. */
function once(numbers: readonly JudgedNumber[]): JudgedNumber[] {
  const best = new Map<string, JudgedNumber>();
  const weight = (one: JudgedNumber) => 2 * (2 - BELONGINGS.indexOf(one.belongs)) + (one.link === 'none' ? 0 : 1);
  for (const one of numbers) {
    const before = best.get(one.number);
    if (before === undefined || weight(one) > weight(before)) best.set(one.number, one);
  }
  return [...best.values()];
}

function subjectOf({ province, digits }: ShownNumber): string {
  return `${province ?? ''}${digits}`;
}

function provinceOf({ kind, province }: ShownNumber, provinces: readonly Province[]): string | null {
  const of = (one: Province) => (kind === 'police' ? one.police.letter : one.letter);
  return provinces.find((one) => of(one) === province)?.id ?? null;
}

function placeOf(page: PageText, one: ShownNumber): Place {
  return page.pieces[one.from]?.place ?? 'other';
}

/** Whether the words before it, on the same line, call it an example. */
function isExample(page: PageText, { from, offset }: ShownNumber): boolean {
  let before = '';
  for (let index = from; index >= 0 && before.length < 60; index--) {
    const piece = page.pieces[index];
    // Of its own piece, what stands in front of it.
    before = `${piece?.text.slice(0, index === from ? offset : undefined).slice(-60) ?? ''}${before}`;
    if (piece?.begins) break;
  }
  return /例如|示例|样例|格式|(?<!案)例[:：]|形如|\be\.g\.|\bexample|\bsample|\bsuch as\b|\bformat/i.test(before);
}

export const SNIPPET_FORMS = ['html', 'react', 'vue', 'markdown'] as const;
export type SnippetForm = (typeof SNIPPET_FORMS)[number];

/** Where each kind of number must lead. */
export const OFFICIAL: Readonly<Record<'filing' | 'police', string>> = {
  filing: 'https://beian.miit.gov.cn/',
  police: 'https://beian.mps.gov.cn/#/query/webSearch?code=',
};

/**
 * Returns the line for a footer, each number (`icp-filing` or `icp-licence`, and `police`) linked
 * to the office where it can be looked up. Numbers are of our own making, and hold no character
 * that any of the forms would read as more than text.
 */
export function snippetOf(
  numbers: readonly { readonly kind: NumberKind; readonly number: string; readonly digits: string }[],
  form: SnippetForm,
  lang: string,
): string {
  const locale = localeOf(lang);
  const label = locale === 'zh_CN' || locale === 'zh_TW' ? [] : ['ICP filing: '];
  const links = numbers.map(({ kind, number, digits }) => {
    const href = kind === 'police' ? `${OFFICIAL.police}${digits}` : OFFICIAL.filing;
    if (form === 'markdown') return `[${number}](${href})`;
    return `<a href="${href}" target="_blank" rel="noreferrer"${locale === 'zh_CN' ? '' : ' lang="zh-CN"'}>${number}</a>`;
  });
  switch (form) {
    case 'markdown':
      return [...label, links.join(' · ')].join('');
    case 'react':
      // JSX drops a space at the end of a line.
      return `export function FilingNumber() {\n  return (\n    <p>${indented(6, [...label.map((text) => `{'${text}'}`), ...links])}\n    </p>\n  );\n}`;
    case 'vue':
      return `<template>\n  <p>${indented(4, [...label, ...links])}\n  </p>\n</template>`;
    case 'html':
      return `<p>${indented(2, [...label, ...links])}\n</p>`;
  }
}

function indented(by: number, lines: readonly string[]): string {
  return lines.map((line) => `\n${' '.repeat(by)}${line}`).join('');
}
