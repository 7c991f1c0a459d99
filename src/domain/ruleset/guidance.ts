/** What people read beside a verdict: questions with their answers, and terms. */
import type { Locale, Text } from '../common/locale.ts';
import type { CheckId, CoverageKind } from './check-ids.ts';
import type { SharedPrompt, Topic } from './console.ts';
import type { RecordWords } from './record-words.ts';
import type { Citation } from './source.ts';

/** Guidance is structure, never markup. */
export type Block =
  | { readonly kind: 'paragraph'; readonly text: string }
  | { readonly kind: 'steps'; readonly steps: readonly string[] }
  | { readonly kind: 'note'; readonly text: string }
  | { readonly kind: 'warning'; readonly text: string }
  | { readonly kind: 'link'; readonly text: string; readonly url: string };

/** What an entry of the guidance is about, as somebody looks for it. */
export const THEMES = ['needed', 'domain', 'who', 'coverage', 'filing', 'after'] as const;

export type Theme = (typeof THEMES)[number];

/** One question with its answer. It names the checks, coverages and prompts that it explains. */
export interface FaqEntry {
  readonly id: string;
  readonly checks: readonly CheckId[];
  readonly coverages: readonly CoverageKind[];
  /** Kinds of console pages on which it helps. */
  readonly topics: readonly Topic[];
  /** Reasons that it is for; absent where it explains its checks whatever came out. */
  readonly reasons?: readonly string[];
  /** Meanings of console prompts that this entry answers (see `Prompt.means`). */
  readonly prompts: readonly string[];
  /** Meanings that another entry answers first, and that this one says more of. */
  readonly alsoPrompts?: readonly string[];
  readonly question: Text;
  /** Title for a card beside a prompt: the state of affairs in a few words. */
  readonly title: Text;
  readonly theme: Theme;
  /** Ways in which people ask for it, in any language: whole questions, or a few words. */
  readonly asked: readonly string[];
  readonly answer: Readonly<Record<Locale, readonly Block[]>>;
  readonly cites: readonly Citation[];
}

/** A term of the field, explained where it occurs. */
export interface GlossaryEntry {
  readonly id: string;
  readonly term: Text;
  /** Other spellings in which it occurs, in any language. */
  readonly also: readonly string[];
  readonly meaning: Text;
  readonly cites: readonly Citation[];
}

/** A theme of the guidance under the name that people choose it by where a search finds nothing. */
export interface ThemeName {
  readonly id: Theme;
  readonly name: Text;
}

/** What the search knows of the ways in which people write. */
export interface SearchWords {
  /** Words and phrases of any language that ask for the same thing, a group each. */
  readonly synonyms: readonly (readonly string[])[];
  /** Names of each access provider: who names two of them asks about moving from one to another. */
  readonly providers: readonly (readonly string[])[];
  /** Words of any language that tell nothing of what is asked. */
  readonly ignored: readonly string[];
  readonly themes: readonly ThemeName[];
}

/** Where records can be looked up by hand; `{domain}` stands for the domain in A-labels. */
export interface LookUps {
  /** RDAP servers; `{suffix}` stands for the suffix in an address. */
  readonly rdap: readonly { readonly url: string; readonly suffixes: readonly string[] }[];
  /** Registrars' own look-up pages. */
  readonly registrarPages: readonly { readonly registrars: readonly string[]; readonly url: string }[];
  readonly cites: readonly Citation[];
}

/** What is read and not reckoned with: most of the words of the facts. */
export interface Guidance {
  readonly faq: readonly FaqEntry[];
  readonly glossary: readonly GlossaryEntry[];
  readonly prompts: readonly SharedPrompt[];
  readonly records: RecordWords;
  readonly search: SearchWords;
  readonly lookUps: LookUps;
}

/** Guidance that is not loaded yet. */
export const NO_GUIDANCE: Guidance = {
  faq: [],
  glossary: [],
  prompts: [],
  records: {
    fields: [],
    otherLabels: [],
    sections: [],
    nameLabels: [],
    statuses: {},
    states: { done: [], 'not-done': [], unfiled: [], filed: [], filing: [], on: [], individual: [], organisation: [] },
    natures: {},
    places: {},
    hidden: [],
    months: [],
    weekdays: [],
    registryOrders: {},
    prints: [],
    registrarCodes: {},
    consolesOfSeveral: [],
    accountColumns: [],
    looseColumns: [],
    nameParts: { first: [], suffix: [] },
    productColumns: [],
    refreshButtons: [],
    foreignColumns: [],
    auctionColumns: [],
    absent: [],
    refused: [],
    unfiledPages: [],
    exampleMarks: [],
    exampleColumns: [],
    exampleTitles: [],
    saleTitles: [],
    lookupSites: [],
  },
  search: { synonyms: [], providers: [], ignored: [], themes: [] },
  lookUps: { rdap: [], registrarPages: [], cites: [] },
};
