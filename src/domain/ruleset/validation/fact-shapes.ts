/**
 * What each data file must look like. The types are those of the model; this is the same said at
 * run time.
 */

import {
  array,
  boolean,
  type Decoder,
  object,
  oneOf,
  optional,
  positiveInteger,
  record,
  string,
  TO_DO,
  variant,
} from '../../common/decoder.ts';
import type { Locale, Text } from '../../common/locale.ts';
import { CHECKS, COVERAGE_KINDS } from '../check-ids.ts';
import { type Console, PROMPT_GROUPS, PROMPT_KINDS, type SharedPrompt, TOPICS } from '../console.ts';
import { DURATION_UNITS, type Duration, PHASES } from '../durations.ts';
import { type Block, type FaqEntry, type GlossaryEntry, type LookUps, type SearchWords, THEMES } from '../guidance.ts';
import type { HolidayYear } from '../holidays.ts';
import { HOLDERS, type Province, type ProvinceRule, type SimpleRule, SUBJECTS } from '../province.ts';
import { DATE_ORDERS, RECORD_FIELDS, RECORD_SECTIONS, type RecordWords } from '../record-words.ts';
import { REGISTRAR_BASES, REGISTRAR_STATUSES, type Registrar } from '../registrar.ts';
import { LEGAL_BASES, type LegalBasis, type RulesetMetadata } from '../ruleset.ts';
import { type Citation, SOURCE_TYPES, type Source } from '../source.ts';
import {
  CONFIDENCES,
  PLATFORM_USES,
  type Platform,
  type PslDifferences,
  RESTRICTIONS,
  type SpecialUseName,
  SUFFIX_STATUSES,
  type SuffixFact,
  type SuffixList,
} from '../suffix.ts';

const id = string('an id (lower-case letters, digits, hyphens)', (text) => /^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(text));
const date = string('a date YYYY, YYYY-MM or YYYY-MM-DD', (text) =>
  /^\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?$/.test(text),
);
const day = string('a date YYYY-MM-DD', (text) => /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/.test(text));
const address = string('an https address', (text) => /^https:\/\/[^\s"<>]+$/.test(text) && URL.canParse(text));
const LABELS = /^[a-z0-9](?:[a-z0-9-]*[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]*[a-z0-9])?)*$/;
const name = string('a name in A-labels', (text) => LABELS.test(text));
const host = string('a host in A-labels, or *. and one', (text) => LABELS.test(text.replace(/^\*\./, '')));
const path = string('a path that begins with /', (text) => /^\/[^\s?#*]*$/.test(text));
const rule = string('a rule in A-labels', (text) => LABELS.test(text.replace(/^(?:\*\.|!)/, '')));
const words = string();
/** The text of a prompt: each gap multiplies the ways in which a page can be tried for it. */
const prompted = string(
  'a text with a letter between gaps (…), at most three of them, in at most 500 characters',
  (text) =>
    !text.startsWith(TO_DO) &&
    text.length <= 500 &&
    text.split('…').length <= 4 &&
    text.split('…').every((part) => /[\p{L}\p{N}]/u.test(part)),
);
const text: Decoder<Text> = inEveryLanguage(words);
const cites: Decoder<readonly Citation[]> = array(object({ source: id, at: optional(words) }), 1);
const sourceIds = array(id);

const block: Decoder<Block> = variant<Block>({
  paragraph: object({ kind: oneOf(['paragraph']), text: words }),
  steps: object({ kind: oneOf(['steps']), steps: array(words, 1) }),
  note: object({ kind: oneOf(['note']), text: words }),
  warning: object({ kind: oneOf(['warning']), text: words }),
  link: object({ kind: oneOf(['link']), text: words, url: address }),
});

export const stamp: Decoder<RulesetMetadata> = object({ date: day });

export const principles: Decoder<readonly LegalBasis[]> = array(
  object({ id: oneOf(LEGAL_BASES), cites }),
  LEGAL_BASES.length,
);

export const source: Decoder<Source> = object({
  id,
  title: words,
  publisher: text,
  url: address,
  publishedOn: optional(date),
  retrievedOn: date,
  standing: oneOf(SOURCE_TYPES),
  complete: optional(boolean()),
});

export const suffixes: Decoder<readonly SuffixFact[]> = array(
  object({
    suffix: name,
    unicode: words,
    status: oneOf(SUFFIX_STATUSES),
    confidence: oneOf(CONFIDENCES),
    restriction: optional(oneOf(RESTRICTIONS)),
    listedBy: sourceIds,
    deniedBy: sourceIds,
    absentFrom: sourceIds,
  }),
  1,
);

export const platforms: Decoder<readonly Platform[]> = array(
  object({
    owner: optional(words),
    ownerZh: optional(words),
    use: optional(oneOf(PLATFORM_USES)),
    suffixes: array(rule, 1),
    cites: array(id, 1),
    at: optional(words),
  }),
  1,
);

export const specialUse: Decoder<readonly SpecialUseName[]> = array(object({ name, cites: array(id, 1) }), 1);

export const holidays: Decoder<readonly HolidayYear[]> = array(
  object({
    year: positiveInteger(),
    byLawAlone: optional(boolean()),
    off: array(object({ from: day, to: day }), 1),
    work: array(day),
    cites,
  }),
  1,
);

export const durations: Decoder<readonly Duration[]> = array(
  object({
    phase: oneOf(PHASES),
    from: positiveInteger(),
    to: positiveInteger(),
    unit: oneOf(DURATION_UNITS),
    longer: optional(array(object({ province: id, to: positiveInteger(), cites }), 1)),
    cites,
  }),
  1,
);

export const pslDifferences: Decoder<PslDifferences> = object({
  retired: array(rule),
  icannAdded: array(rule),
  cites: array(id, 1),
});

export const suffixList: Decoder<SuffixList> = record(
  'a top-level domain in A-labels',
  (key) => LABELS.test(key) && !key.includes('.'),
  string('rules separated by blanks', (rules) =>
    rules.split(' ').every((one) => /^[!*]?\.$/.test(one) || LABELS.test(one.replace(/^[!*]/, ''))),
  ),
);

export const registrar: Decoder<Registrar> = object({
  id,
  name: text,
  names: array(words),
  iana: array(positiveInteger()),
  websites: array(name),
  status: oneOf(REGISTRAR_STATUSES),
  basis: oneOf(REGISTRAR_BASES),
  licence: optional(words),
  mainlandCompany: optional(id),
  cites,
  against: optional(cites),
});

export const faqEntry: Decoder<FaqEntry> = object({
  id,
  checks: array(oneOf(CHECKS)),
  coverages: array(oneOf(COVERAGE_KINDS)),
  topics: array(oneOf(TOPICS)),
  reasons: optional(array(id, 1)),
  prompts: array(id),
  alsoPrompts: optional(array(id, 1)),
  question: text,
  title: text,
  theme: oneOf(THEMES),
  asked: array(words, 1),
  answer: inEveryLanguage(array(block, 1)),
  cites,
});

export const console_: Decoder<Console> = object({
  id,
  name: text,
  accessProvider: boolean(),
  registrar: optional(id),
  sites: array(object({ host, paths: optional(array(path, 1)), verified: boolean() })),
  pages: array(object({ topic: oneOf(TOPICS), path: optional(words), verified: boolean() })),
  sharesPromptsOf: array(id),
  groups: array(oneOf(PROMPT_GROUPS)),
  prompts: array(object({ says: prompted, means: id, kind: optional(oneOf(PROMPT_KINDS)), cites })),
  // What is only marked unverified has nothing to cite yet.
  cites: array(object({ source: id, at: optional(words) })),
});

export const prompts: Decoder<readonly SharedPrompt[]> = array(
  object({
    says: prompted,
    means: id,
    kind: optional(oneOf(PROMPT_KINDS)),
    groups: array(oneOf(PROMPT_GROUPS), 1),
    unless: optional(array(words, 1)),
    cites,
  }),
  1,
);

const simpleShape = <K extends SimpleRule>(kind: K) => object({ kind: oneOf([kind]), cites });

const SIMPLE_SHAPES = {
  'confirmation-letter': simpleShape('confirmation-letter'),
  'commitment-letter': simpleShape('commitment-letter'),
  'same-city-address': simpleShape('same-city-address'),
  'one-number': simpleShape('one-number'),
  'holder-name-form': simpleShape('holder-name-form'),
  'local-licence': simpleShape('local-licence'),
  'public-body-approval': simpleShape('public-body-approval'),
  'foreign-parent': simpleShape('foreign-parent'),
  'subject-change-refused': simpleShape('subject-change-refused'),
} as const;

const provinceRule: Decoder<ProvinceRule> = variant<ProvinceRule>({
  holder: object({ kind: oneOf(['holder']), accepts: array(oneOf(HOLDERS)), cites }),
  'minimum-validity': object({ kind: oneOf(['minimum-validity']), months: positiveInteger(), cites }),
  'overseas-registrar-refused': object({ kind: oneOf(['overseas-registrar-refused']), cites }),
  'domain-certificate': object({
    kind: oneOf(['domain-certificate']),
    from: positiveInteger(),
    subject: optional(oneOf(SUBJECTS)),
    counts: optional(oneOf(['subject'])),
    cites,
    against: optional(cites),
  }),
  'websites-per-order': object({
    kind: oneOf(['websites-per-order']),
    most: positiveInteger(),
    filedOver: optional(positiveInteger()),
    subject: optional(oneOf(SUBJECTS)),
    cites,
  }),
  'public-body-suffix': object({
    kind: oneOf(['public-body-suffix']),
    subject: oneOf(SUBJECTS),
    suffixes: array(name, 1),
    cites,
  }),
  'own-suffix-list': object({ kind: oneOf(['own-suffix-list']), cites }),
  'foreign-representative': object({
    kind: oneOf(['foreign-representative']),
    of: array(oneOf(['hk-mo-tw', 'abroad']), 1),
    outcome: oneOf(['accepted', 'mainland-principal']),
    cites,
  }),
  'individual-from-outside': object({
    kind: oneOf(['individual-from-outside']),
    of: array(oneOf(['hk-mo-tw', 'abroad']), 1),
    outcome: oneOf(['accepted', 'permit', 'proof', 'refused']),
    cites,
  }),
  'registrar-before': object({
    kind: oneOf(['registrar-before']),
    application: oneOf(['access-filing', 'change']),
    cites,
  }),
  'suffix-at-access': object({
    kind: oneOf(['suffix-at-access']),
    suffixes: array(name, 1),
    outcome: oneOf(['accepted', 'refused']),
    cites,
  }),
  'representative-office': object({ kind: oneOf(['representative-office']), accepted: boolean(), cites }),
  'shows-main-number': object({ kind: oneOf(['shows-main-number']), cites }),
  principal: object({
    kind: oneOf(['principal']),
    outcome: oneOf(['legal-representative', 'authorised', 'anyone']),
    cites,
  }),
  'individual-from-elsewhere': object({
    kind: oneOf(['individual-from-elsewhere']),
    outcome: oneOf(['local-card', 'permit', 'proof', 'local-phone', 'accepted']),
    cites,
  }),
  'site-plan': object({
    kind: oneOf(['site-plan']),
    from: positiveInteger(),
    subject: optional(oneOf(SUBJECTS)),
    cites,
  }),
  statement: object({
    kind: oneOf(['statement']),
    from: positiveInteger(),
    subject: optional(oneOf(SUBJECTS)),
    cites,
  }),
  'site-cap': object({
    kind: oneOf(['site-cap']),
    most: positiveInteger(),
    subject: optional(oneOf(SUBJECTS)),
    cites,
  }),
  'empty-subject': object({ kind: oneOf(['empty-subject']), outcome: oneOf(['adds', 'cancels']), cites }),
  'reserved-label': object({
    kind: oneOf(['reserved-label']),
    labels: array(words, 1),
    suffix: optional(name),
    cites,
  }),
  'filed-sites': object({ kind: oneOf(['filed-sites']), outcome: oneOf(['open', 'closed']), cites }),
  'local-phone': object({ kind: oneOf(['local-phone']), subject: optional(oneOf(SUBJECTS)), cites }),
  'minimum-age': object({
    kind: oneOf(['minimum-age']),
    years: positiveInteger(),
    subject: optional(oneOf(SUBJECTS)),
    cites,
  }),
  ...SIMPLE_SHAPES,
  note: object({ kind: oneOf(['note']), text, cites }),
});

const oneCharacter = string('one character', (letter) => [...letter].length === 1);

export const province: Decoder<Province> = object({
  id,
  name: text,
  authority: text,
  letter: oneCharacter,
  police: object({ letter: oneCharacter, code: string('two digits', (code) => /^\d{2}$/.test(code)) }),
  cites,
  rules: array(provinceRule),
});

export const glossaryEntry: Decoder<GlossaryEntry> = object({
  id,
  term: text,
  also: array(words),
  meaning: text,
  cites,
});

const listOfWords = array(words, 1);

export const search: Decoder<SearchWords> = object({
  synonyms: array(listOfWords, 1),
  providers: array(listOfWords, 1),
  ignored: listOfWords,
  themes: array(object({ id: oneOf(THEMES), name: text }), 1),
});

export const records: Decoder<RecordWords> = object({
  fields: array(
    object({
      field: oneOf(RECORD_FIELDS),
      labels: listOfWords,
      stems: optional(array(listOfWords, 1)),
      not: optional(listOfWords),
    }),
    1,
  ),
  otherLabels: listOfWords,
  sections: array(object({ about: oneOf(RECORD_SECTIONS), labels: listOfWords }), 1),
  nameLabels: listOfWords,
  statuses: record('an EPP status', (key) => /^[a-z]+(?:[A-Z][a-z]+)*$/.test(key), listOfWords),
  states: object({
    done: listOfWords,
    'not-done': listOfWords,
    unfiled: listOfWords,
    filed: listOfWords,
    filing: listOfWords,
    on: listOfWords,
    individual: listOfWords,
    organisation: listOfWords,
  }),
  natures: record('a kind of subject', (key) => SUBJECTS.some((one) => one === key), listOfWords),
  places: record('id of a province', (key) => /^[a-z]{2}$/.test(key), listOfWords),
  hidden: listOfWords,
  months: array(listOfWords, 12),
  weekdays: listOfWords,
  registryOrders: record('a top-level domain', (key) => /^[a-z0-9-]+$/.test(key), oneOf(DATE_ORDERS)),
  prints: array(
    object({
      registrar: id,
      labels: listOfWords,
      order: optional(oneOf(DATE_ORDERS)),
      mayDiffer: optional(boolean()),
      isWhole: optional(boolean()),
    }),
  ),
  registrarCodes: record('a code', (key) => key !== '', id),
  consolesOfSeveral: array(id),
  accountColumns: listOfWords,
  looseColumns: array(object({ field: oneOf(RECORD_FIELDS), labels: listOfWords, needsDays: optional(boolean()) }), 1),
  nameParts: object({ first: listOfWords, suffix: listOfWords }),
  productColumns: listOfWords,
  refreshButtons: listOfWords,
  foreignColumns: listOfWords,
  auctionColumns: listOfWords,
  absent: listOfWords,
  refused: listOfWords,
  unfiledPages: listOfWords,
  exampleMarks: listOfWords,
  exampleColumns: listOfWords,
  exampleTitles: listOfWords,
  saleTitles: listOfWords,
  lookupSites: array(name, 1),
});

const template = string('an https address with {domain} or {suffix} behind its host', (text) => {
  const [start = '', ...rest] = text.split(/\{(?:domain|suffix)\}/);
  return /^https:\/\/[a-z0-9.-]+\/[^\s"<>{}]*$/.test(start) && rest.every((part) => /^[^\s"<>{}]*$/.test(part));
});

export const lookUps: Decoder<LookUps> = object({
  rdap: array(object({ url: template, suffixes: array(name, 1) }), 1),
  registrarPages: array(object({ registrars: array(id, 1), url: template }), 1),
  cites: array(object({ source: id, at: optional(words) }), 1),
});

/** No text is half translated: a missing language is a trouble like any other. */
function inEveryLanguage<T>(one: Decoder<T>): Decoder<Readonly<Record<Locale, T>>> {
  return object({ en: one, zh_CN: one, zh_TW: one, ja: one });
}
