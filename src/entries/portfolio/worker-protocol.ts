/**
 * What the page and its worker say to each other. Both are of the same build: types are enough
 * here.
 */
import type { PersonalAnswers } from '../../domain/answers/answers.ts';
import type { Day } from '../../domain/common/days.ts';
import type { Locale } from '../../domain/common/locale.ts';
import type { Knowledge, NameRow } from '../../domain/portfolio/assess-rows.ts';
import type { Rejected } from '../../domain/portfolio/entry.ts';
import type { Plan } from '../../domain/portfolio/filing-plan.ts';
import type { FixId, Part } from '../../domain/portfolio/fixes.ts';
import type { Refusal } from '../../domain/portfolio/input-limits.ts';
import type { Likely } from '../../domain/portfolio/likely-answers.ts';
import type { NameRecords } from '../../domain/portfolio/name-records.ts';
import type { TimelineItem } from '../../domain/portfolio/plan-timeline.ts';
import type { Entries, Portfolio } from '../../domain/portfolio/portfolio-record.ts';
import type { ColumnChoice, KnownShapes, TableReading } from '../../domain/portfolio/read-table.ts';
import type { View } from '../../domain/portfolio/row-view.ts';
import type { Ruleset } from '../../domain/ruleset/ruleset.ts';
import type { Messages } from '../../i18n/translator.ts';

export type ExportForm = 'csv' | 'markdown' | 'json' | 'xlsx' | 'calendar';

/** Items of each list of a plan that are drawn; all of them are in what is exported. */
export const DRAWN = 100;

/** A bar of a picture: what it stands for, and how many there are. */
export interface Bar {
  /** What a view is narrowed to by it. */
  readonly key: string;
  readonly label: string;
  readonly count: number;
}

/** One thing to do, and for how many names. */
export interface ToDo {
  readonly fix: FixId;
  readonly count: number;
  /** Where most of them are: registrars, or suffixes. */
  readonly most: readonly Bar[];
  /** The first day that one of them is about. */
  readonly first: Day | null;
}

/** Names that are blocked for the same reason, and have the same way out. */
export interface BlockedNames {
  /** The reason in a sentence; empty where there is none. */
  readonly why: string;
  /** The code of the step that is the shortest way out. */
  readonly step: string | null;
  /** `count` is of all names, of which a few are here. */
  readonly names: readonly string[];
  readonly count: number;
}

/** As much of a plan as the page draws. */
export interface PlanSummary {
  /** Its blocked names are in `blockedNames`. */
  readonly plan: Plan;
  /** The largest first. */
  readonly blockedNames: readonly BlockedNames[];
  /** How many items these lists have in whole. */
  readonly all: Readonly<Record<'websites' | 'orders' | 'sameSites' | 'filed' | 'blocked' | 'notYours', number>>;
  readonly parts: Readonly<Record<Part, number>>;
  /** The largest first. */
  readonly toDo: readonly ToDo[];
  /** Domains of which nobody knows whether there is a filing, in order, a line each. */
  readonly unasked: { readonly count: number; readonly names: string };
  /** What records make likely, and of how many rows; what is likely of none is left out. */
  readonly likely: readonly { readonly likely: Likely; readonly count: number }[];
  /** All that rows can be narrowed to, by their column. */
  readonly facets: Readonly<Record<'suffixes' | 'registrars' | 'months', readonly Bar[]>>;
  /** Expiries that are to come, by month. */
  readonly months: readonly Bar[];
  /** What blocks names, by check. */
  readonly blocked: readonly Bar[];
  /** `count` is of all names, of which a few are here. */
  readonly timeline: readonly (TimelineItem & { readonly count: number })[];
}

/** `job` tells answers of an older question from those of the newest. */
export type WorkerRequest =
  /**
   * Comes first: the worker's file holds neither rules nor words, which every other page has
   * already.
   */
  | { readonly kind: 'start'; readonly rules: Ruleset; readonly locale: Locale; readonly messages: Messages }
  /** A text, or a file: a list, a table, a zone file, a spreadsheet, or one of ours. */
  | ({ readonly kind: 'read'; readonly job: number; readonly given: string | File } & ReadRequest)
  | { readonly kind: 'assess'; readonly job: number; readonly entries: Entries; readonly knowledge: Knowledge }
  /** Rows of an assessment were taken in: there is room for more. */
  | { readonly kind: 'taken'; readonly job: number }
  /** `rows`: how many of them the page has; what the worker made since is for nobody. */
  | { readonly kind: 'cancel'; readonly rows: number }
  | { readonly kind: 'view'; readonly job: number; readonly view: View }
  | {
      readonly kind: 'plan';
      readonly job: number;
      readonly answers: PersonalAnswers;
      readonly sites: readonly (readonly [string, string])[];
    }
  | {
      readonly kind: 'export';
      readonly job: number;
      readonly form: ExportForm;
      readonly title: string;
    };

/** What reading is told besides the text: what is there, and how such files were read before. */
export interface ReadRequest {
  /** Names, one a line. */
  readonly known: string;
  readonly records: NameRecords;
  readonly shapes: KnownShapes;
  readonly choice?: ColumnChoice | undefined;
  /** The name that a text without one is about. */
  readonly about?: string | undefined;
}

export type WorkerResponse =
  | {
      readonly kind: 'read';
      readonly job: number;
      readonly entries: Entries;
      readonly rejected: readonly Rejected[];
      /** All that records say now; null where nothing of that kind was read. */
      readonly records: NameRecords | null;
      /** Domains that the text says something of. */
      readonly told: number;
      readonly table: TableReading | null;
    }
  /** A file of ours. */
  | { readonly kind: 'portfolios'; readonly job: number; readonly portfolios: readonly Portfolio[] }
  | { readonly kind: 'refused'; readonly job: number; readonly refusal: Refusal }
  | { readonly kind: 'rows'; readonly job: number; readonly rows: readonly NameRow[]; readonly done: boolean }
  | { readonly kind: 'view'; readonly job: number; readonly order: Uint32Array }
  /** `sites` has the website of each row, a line each. */
  | { readonly kind: 'plan'; readonly job: number; readonly digest: PlanSummary; readonly sites: string }
  | { readonly kind: 'export'; readonly job: number; readonly text: string | Uint8Array<ArrayBuffer> };
