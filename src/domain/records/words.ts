/** The words of records, made ready to look up. */
import { foldLabel } from '../common/fold-label.ts';
import { remembering } from '../common/remembering.ts';
import { escapeRegExp } from '../common/text.ts';
import type { DateOrder, RecordField, RecordSection, RecordState, RecordWords } from '../ruleset/record-words.ts';
import type { DayWords } from './written-days.ts';

/** More characters than any label has. */
const MOST_LABEL = 80;
/** Files have few columns and states; what others make up is not remembered without end. */
const MOST_REMEMBERED = 5000;

const OF_THE_DOMAIN = /^\s*(?:domain(?:\s?name)?[\s_-]+|域名|網域|ドメイン)(.+)$/i;
const DOMAIN_FIELDS: readonly RecordField[] = ['registrar', 'registered', 'expires', 'updated', 'status', 'realName'];
/** A zone behind a label, or its plural. */
const BEHIND_LABEL = /[(（](?:utc|gmt|cst|北京时间)[^()（）]{0,8}[)）]\s*[:：]?\s*$/i;
const HEADING_BUTTON = /\s+(?:筛选|排序|升序|降序|过滤|全部|filter|sort(?:\s(?:ascending|descending))?|all)\s*$/i;

export interface LabelMeaning {
  /** Null where the label is known and its value is not read. */
  readonly field: RecordField | null;
  /** What the part below it is about, where the label is a heading; null where it is none. */
  readonly section: RecordSection | null;
  /** Whether it names what its section is about. */
  readonly isName: boolean;
}

/** Labels of one registrar, folded. */
export interface Print {
  readonly registrar: string;
  readonly labels: readonly string[];
  readonly order: DateOrder | null;
  readonly mayDiffer: boolean;
  /** Whether a heading has these labels and no others. */
  readonly isWhole: boolean;
}

export interface Vocabulary {
  /** Returns what a label means; null where it is none that we know. */
  meaning(label: string): LabelMeaning | null;
  /**
   * Returns the meaning of a label that is told to be a day's by its parts; null where it is none.
   */
  dayMeaning(label: string): LabelMeaning | null;
  /**
   * As {@link Vocabulary.meaning}, for columns and keys: what none of the labels is may be told by
   * its parts.
   */
  columnMeaning(label: string): RecordField | null;
  /** Returns the EPP status that a text is the spelling of; null where it is none. */
  status(text: string): string | null;
  /** Returns whether a value is one of the spellings of a state. */
  is(state: RecordState, value: string): boolean;
  /** Returns whether a value stands where the holder's name is not shown. */
  isHidden(value: string): boolean;
  /** Returns whether a value explains what would stand there. */
  isExample(value: string): boolean;
  readonly days: DayWords;
  readonly prints: readonly Print[];
  readonly accountColumns: ReadonlySet<string>;
  readonly looseColumns: readonly {
    readonly field: RecordField;
    readonly labels: ReadonlySet<string>;
    readonly needsDays: boolean;
  }[];
  /** Columns, or members, of names in two parts. */
  readonly nameParts: { readonly first: ReadonlySet<string>; readonly suffix: ReadonlySet<string> };
  /** Columns of lists of whatever somebody buys. */
  readonly productColumns: ReadonlySet<string>;
  /**
   * Returns whether a value has a button behind it that asks anew: the day is that of an answer.
   */
  isAskedAnew(value: string): boolean;
  readonly foreignColumns: ReadonlySet<string>;
  readonly auctionColumns: ReadonlySet<string>;
  readonly exampleColumns: ReadonlySet<string>;
  readonly words: RecordWords;
}

/** Returns the look-ups over the words. */
export function createVocabulary(words: RecordWords): Vocabulary {
  const meanings = new Map<string, { field: RecordField | null; section: RecordSection | null; isName: boolean }>();
  const entry = (label: string) => {
    const key = foldLabel(label);
    const known = meanings.get(key) ?? { field: null, section: null, isName: false };
    meanings.set(key, known);
    return known;
  };
  for (const { field, labels } of words.fields) for (const label of labels) entry(label).field = field;
  for (const label of words.otherLabels) entry(label);
  for (const { about, labels } of words.sections) for (const label of labels) entry(label).section = about;
  for (const label of words.nameLabels) entry(label).isName = true;

  const stems = words.fields
    .flatMap(({ field, stems: all = [], not = [] }) => ({ field, all, not }))
    .filter(({ all }) => all.length > 0);
  const statuses = new Map<string, string>();
  for (const [status, spellings] of Object.entries(words.statuses))
    for (const spelling of [status, ...spellings]) statuses.set(foldStatus(spelling), status);
  // What the data has no other spelling of is a status by its own name.
  for (const status of PLAIN_STATUSES) statuses.set(foldStatus(status), status);
  const states = new Map(
    Object.entries(words.states).map(([state, spellings]): [string, ReadonlySet<string>] => [
      state,
      new Set(spellings.map(foldLabel)),
    ]),
  );
  const hidden = anyOf(words.hidden);
  const examples = anyOf(words.exampleMarks);
  const buttons = anyOf(words.refreshButtons);
  const months = new Map(
    words.months.flatMap((names, index) => names.map((name): [string, number] => [name, index + 1])),
  );
  const columns = new Map<string, RecordField | null>();

  const folded = remembering(MOST_REMEMBERED, foldLabel);

  function meaning(label: string): LabelMeaning | null {
    return label.length > MOST_LABEL
      ? null
      : (meanings.get(foldLabel(label)) ?? inTwoLanguages(label) ?? ofTheDomain(label));
  }

  /** "Domain Created On" is what "Created On" is. */
  function ofTheDomain(label: string): LabelMeaning | null {
    const rest = OF_THE_DOMAIN.exec(label)?.[1];
    const known = rest === undefined ? undefined : meanings.get(foldLabel(rest));
    return known?.field && DOMAIN_FIELDS.includes(known.field) ? known : null;
  }

  /** "域名 Domain Name" and "Registrar/注册商" are labels where both halves mean the same. */
  function inTwoLanguages(label: string): LabelMeaning | null {
    const [han = '', other = ''] = halvesOf(label.replace(BEHIND_LABEL, ''));
    if (han === '' || other === '') return null;
    const one = meanings.get(foldLabel(han));
    return one !== undefined && one.field !== null && one.field === meanings.get(foldLabel(other))?.field ? one : null;
  }

  /** Lists of consoles have buttons to sort and to narrow in their headings. */
  function withoutButton(label: string): LabelMeaning | null {
    const plain = label.replace(HEADING_BUTTON, '');
    return plain === label ? null : (meanings.get(foldLabel(plain)) ?? null);
  }

  /** "注册商/平台": of several words for one thing the first is known, and no other means another. */
  function inAlternatives(label: string): LabelMeaning | null {
    const parts = label.split(/\s?[/／|]\s?/, 4);
    if (parts.length < 2) return null;
    const known = parts.map((part) => meanings.get(foldLabel(part)));
    const [first] = known;
    return first?.field && known.every((one) => one === undefined || one.field === first.field) ? first : null;
  }

  /** "Managed by (registrar)": the brackets say whom. */
  function inBrackets(label: string): LabelMeaning | null {
    const inner = /[(（]([^()（）]{2,40})[)）]\s*$/.exec(label)?.[1];
    const known = inner === undefined ? undefined : meanings.get(foldLabel(inner));
    return known?.field === 'registrar' ? known : null;
  }

  function columnMeaning(label: string): RecordField | null {
    if (label.length > MOST_LABEL) return null;
    const key = foldLabel(label);
    const known = columns.get(key);
    if (known !== undefined) return known;
    const exact =
      meanings.get(key) ??
      inTwoLanguages(label) ??
      ofTheDomain(label) ??
      withoutButton(label) ??
      inAlternatives(label) ??
      inBrackets(label) ??
      undefined;
    const field =
      exact === undefined
        ? (stems.find(
            ({ all, not }) =>
              all.some((parts) => parts.every((part) => key.includes(part))) && !not.some((part) => key.includes(part)),
          )?.field ?? null)
        : exact.field;
    if (columns.size < MOST_REMEMBERED) columns.set(key, field);
    return field;
  }

  return {
    meaning,
    dayMeaning(label) {
      const field = columnMeaning(label);
      return field === 'registered' || field === 'expires' ? { field, section: null, isName: false } : null;
    },
    columnMeaning,
    status: remembering(MOST_REMEMBERED, (text) => statuses.get(foldStatus(text)) ?? null),
    is: (state, value) => value.length <= MOST_LABEL && states.get(state)?.has(folded(value)) === true,
    isHidden: (value) => hidden.test(value),
    isExample: (value) => examples.test(value),
    days: { months, weekdays: new Set(words.weekdays) },
    prints: words.prints.map(({ registrar, labels, order, mayDiffer, isWhole }) => ({
      registrar,
      labels: labels.map(foldLabel),
      order: order ?? null,
      mayDiffer: mayDiffer ?? false,
      isWhole: isWhole ?? false,
    })),
    accountColumns: new Set(words.accountColumns.map(foldLabel)),
    looseColumns: words.looseColumns.map(({ field, labels, needsDays }) => ({
      field,
      labels: new Set(labels.map(foldLabel)),
      needsDays: needsDays ?? false,
    })),
    nameParts: {
      first: new Set(words.nameParts.first.map(foldLabel)),
      suffix: new Set(words.nameParts.suffix.map(foldLabel)),
    },
    productColumns: new Set(words.productColumns.map(foldLabel)),
    isAskedAnew: (value) => buttons.test(value),
    foreignColumns: new Set(words.foreignColumns.map(foldLabel)),
    auctionColumns: new Set(words.auctionColumns.map(foldLabel)),
    exampleColumns: new Set(words.exampleColumns.map(foldLabel)),
    words,
  };
}

/** Statuses of RFC 5731, RFC 3915 and RFC 8056 that have no other spelling. */
const PLAIN_STATUSES = ['serverRenewProhibited', 'clientRenewProhibited', 'addPeriod'];

/** RDAP writes "client transfer prohibited", older registries CLIENT-XFER-PROHIBITED. */
function foldStatus(text: string): string {
  if (text.length > MOST_LABEL) return '';
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '')
    .replace('xfer', 'transfer');
}

/**
 * The Chinese and the other half of a label that is written in two languages; nothing where it is
 * not.
 */
function halvesOf(label: string): readonly string[] {
  const match =
    /^\s*(?<han>[\p{Script=Han}]{2,20})[\s/|(（]{1,3}(?<other>[a-z][a-z ]{1,40})[\s)）]*$/iu.exec(label) ??
    /^\s*(?<other>[a-z][a-z ]{1,40}?)[\s/|(（]{1,3}(?<han>[\p{Script=Han}]{2,20})[\s)）]*$/iu.exec(label);
  return [match?.groups?.han ?? '', match?.groups?.other ?? ''];
}

/** An expression for texts with any of these in them; for none where there are none. */
function anyOf(parts: readonly string[]): RegExp {
  return parts.length === 0 ? /(?!)/ : new RegExp(parts.map(escapeRegExp).join('|'), 'i');
}
