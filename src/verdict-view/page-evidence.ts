/** What the open page shows that a verdict can use. */
import type { PageJudgement, PageText } from '../domain/filing-numbers/judge-page.ts';
import type { ShownRecord } from '../domain/records/shown-records.ts';

export interface PageEvidence {
  readonly text: PageText;
  readonly judged: PageJudgement;
  /** What the page that stands in for the site means; null where it is no such page. */
  readonly blocked: string | null;
  /** Ids of the answers to the messages that the page shows, with the message. */
  readonly messages: readonly { readonly says: string; readonly guidance: string }[];
  /** Names in the page's form or list, in A-labels. */
  readonly names: readonly string[];
  /** The records on it, each of a domain of its own. */
  readonly records: readonly ShownRecord[];
  /** Whether it is a page that is known to show records, and shows one. */
  readonly isAboutRecord: boolean;
}
