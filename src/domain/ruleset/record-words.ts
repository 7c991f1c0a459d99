import type { Subject } from './province.ts';

/** What the labels of registration records and exports mean. */
export const RECORD_FIELDS = [
  'domain',
  'registrar',
  'iana',
  'registrarCode',
  'registered',
  'expires',
  'updated',
  'transferred',
  'status',
  'lock',
  'holder',
  'holderName',
  'holderKind',
  'realName',
  'realNameOn',
  'filing',
  'filingState',
  'filingUnit',
  'filingNature',
  'filedOn',
  'asOf',
  'reseller',
] as const;

export type RecordField = (typeof RECORD_FIELDS)[number];

/**
 * What a part of a record is about: what "Name" or "Created" below its heading means. `object`
 * begins another record.
 */
export const RECORD_SECTIONS = ['domain', 'registrar', 'holder', 'other', 'object'] as const;

export type RecordSection = (typeof RECORD_SECTIONS)[number];

/** In which order a file writes day, month and year. */
export const DATE_ORDERS = ['ymd', 'dmy', 'mdy'] as const;

export type DateOrder = (typeof DATE_ORDERS)[number];

/** What a value says where it is one of few words. */
export const RECORD_STATES = [
  'done',
  'not-done',
  'unfiled',
  'filed',
  'filing',
  'on',
  'individual',
  'organisation',
] as const;

export type RecordState = (typeof RECORD_STATES)[number];

/**
 * The words in which registries, registrars, consoles, exports and the ministry write records:
 * labels, states, months.
 */
export interface RecordWords {
  readonly fields: readonly {
    readonly field: RecordField;
    readonly labels: readonly string[];
    /** Parts that a label of this meaning has together, where it is none of the labels. */
    readonly stems?: readonly (readonly string[])[];
    /** Parts that a label of this meaning never has. */
    readonly not?: readonly string[];
  }[];
  /** Labels whose values are not read: they end what stands before them. */
  readonly otherLabels: readonly string[];
  readonly sections: readonly { readonly about: RecordSection; readonly labels: readonly string[] }[];
  /** Labels that name what their section is about. */
  readonly nameLabels: readonly string[];
  /** Other spellings of the EPP statuses. */
  readonly statuses: Readonly<Record<string, readonly string[]>>;
  readonly states: Readonly<Record<RecordState, readonly string[]>>;
  /** Parts of values that stand where the holder's name is not shown. */
  readonly hidden: readonly string[];
  /** Names of the twelve months in several languages. */
  readonly months: readonly (readonly string[])[];
  readonly weekdays: readonly string[];
  /** Top-level domains whose registry writes 04-05-2027 in one order always. */
  readonly registryOrders: Readonly<Record<string, DateOrder>>;
  /** Whom the ministry's names for kinds of bodies mean. */
  readonly natures: Readonly<Partial<Record<Subject, readonly string[]>>>;
  /** Names of places by the id of their province, as names of bodies begin with them. */
  readonly places: Readonly<Record<string, readonly string[]>>;
  /** Labels that together are one registrar's: of its exports, or of its interface. */
  readonly prints: readonly {
    readonly registrar: string;
    readonly labels: readonly string[];
    readonly order?: DateOrder;
    /** Whether the registrar of single names may be another. */
    readonly mayDiffer?: boolean;
    /** Whether the file has these labels and no others; others have some of them, too. */
    readonly isWhole?: boolean;
  }[];
  /** Codes that an interface has for registrars. */
  readonly registrarCodes: Readonly<Record<string, string>>;
  /** Ids of consoles that show names of several registrars. */
  readonly consolesOfSeveral: readonly string[];
  /** Columns by which a table is known as a list of somebody's own names. */
  readonly accountColumns: readonly string[];
  /** Headings that say what a column is only in a list that has a column for the registrar. */
  readonly looseColumns: readonly {
    readonly field: RecordField;
    readonly labels: readonly string[];
    /** Whether they say so only beside both days of a registration. */
    readonly needsDays?: boolean;
  }[];
  /** Columns, or members of JSON, of names that stand in two parts: "SLD" and "TLD". */
  readonly nameParts: { readonly first: readonly string[]; readonly suffix: readonly string[] };
  /** Columns of lists of whatever somebody buys: what is loose there says nothing of names. */
  readonly productColumns: readonly string[];
  /** Buttons behind the day of an answer that was kept: they ask the registry anew. */
  readonly refreshButtons: readonly string[];
  /** Columns of tables that are about something else: auctions, certificates. */
  readonly foreignColumns: readonly string[];
  /** Columns of names that others offer: such a list is nobody's own, whatever else it has. */
  readonly auctionColumns: readonly string[];
  /**
   * What stands where a name is not registered, where a query was refused, and where the ministry
   * has no filing.
   */
  readonly absent: readonly string[];
  readonly refused: readonly string[];
  readonly unfiledPages: readonly string[];
  /** Parts of values that explain what would stand there. */
  readonly exampleMarks: readonly string[];
  /** Columns of tables that explain records. */
  readonly exampleColumns: readonly string[];
  /** Parts of titles of pages that explain records. */
  readonly exampleTitles: readonly string[];
  /** Parts of the titles of pages that offer a name. */
  readonly saleTitles: readonly string[];
  /** Sites whose own name stands in the titles of their pages. */
  readonly lookupSites: readonly string[];
}
