/** What the page and its worker say to each other. Both are of the same build: types are enough here. */
import type { PersonalAnswers } from '../../domain/answers/answers.ts';
import type { Locale } from '../../domain/common/locale.ts';
import type { Rejected } from '../../domain/portfolio/entry.ts';
import type { Plan, PortfolioRow } from '../../domain/portfolio/filing-plan.ts';
import type { Refusal } from '../../domain/portfolio/input-limits.ts';
import type { Entries, Portfolio } from '../../domain/portfolio/portfolio-record.ts';
import type { View } from '../../domain/portfolio/row-view.ts';
import type { Ruleset } from '../../domain/ruleset/ruleset.ts';
import type { Messages } from '../../i18n/translator.ts';

export const EXPORT_FORMS = ['csv', 'markdown', 'json'] as const;

export type ExportForm = (typeof EXPORT_FORMS)[number];

/** Items of each list of a plan that are drawn; all of them are in what is exported. */
export const DRAWN = 100;

/** A bar of a picture: how many of each kind. */
export interface Bar {
  readonly label: string;
  readonly parts: readonly { readonly tone: string; readonly count: number }[];
}

/** As much of a plan as the page draws. */
export interface PlanSummary {
  readonly plan: Plan;
  /** How many items the plan's lists have in whole. */
  readonly all: Readonly<Record<'websites' | 'orders' | 'sameSites' | 'filed' | 'blocked' | 'notYours', number>>;
  readonly suffixes: readonly Bar[];
  readonly reasons: readonly Bar[];
}

/** `job` tells answers of an older question from those of the newest. */
export type WorkerRequest =
  /** Comes first: the worker's file holds neither rules nor words, which every other page has already. */
  | { readonly kind: 'start'; readonly rules: Ruleset; readonly locale: Locale; readonly messages: Messages }
  /** A text, or a file: a list, a table, a zone file, a spreadsheet, or one of ours. */
  | { readonly kind: 'read'; readonly job: number; readonly given: string | File; readonly known: string }
  | { readonly kind: 'assess'; readonly job: number; readonly entries: Entries; readonly answers: PersonalAnswers }
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

export type WorkerResponse =
  | { readonly kind: 'read'; readonly job: number; readonly entries: Entries; readonly rejected: readonly Rejected[] }
  /** A file of ours. */
  | { readonly kind: 'portfolios'; readonly job: number; readonly portfolios: readonly Portfolio[] }
  | { readonly kind: 'refused'; readonly job: number; readonly refusal: Refusal }
  | { readonly kind: 'rows'; readonly job: number; readonly rows: readonly PortfolioRow[]; readonly done: boolean }
  | { readonly kind: 'view'; readonly job: number; readonly order: Uint32Array }
  /** `sites` has the website of each row, a line each. */
  | { readonly kind: 'plan'; readonly job: number; readonly digest: PlanSummary; readonly sites: string }
  | { readonly kind: 'export'; readonly job: number; readonly text: string };
