/** The nouns of the extension. Everything else is a function between these types. */

/** The languages that every text of the rules bundle is written in. */
export const LOCALES = ['en', 'zh_CN', 'zh_TW', 'ja'] as const;
export type Locale = (typeof LOCALES)[number];

/** One text in every language. */
export type Text = Readonly<Record<Locale, string>>;

/** A day as precise as its source gives it: `2022`, `2022-08` or `2022-08-30`. */
export type PartialDate = string;

/**
 * How much weight a source has: an authority states the rule, a provider applies it, a community keeps
 * a list of it, a report tells of one case. Authorities and providers are "of standing": when one of
 * them disagrees, the person sees both sides.
 */
export const STANDINGS_OF_SOURCES = ['authority', 'provider', 'community', 'report'] as const;
export type SourceStanding = (typeof STANDINGS_OF_SOURCES)[number];

export interface Source {
  readonly id: string;
  /** As the publisher titles it, in the publisher's language. */
  readonly title: string;
  readonly publisher: Text;
  readonly url: string;
  readonly publishedOn?: PartialDate;
  readonly retrievedOn: PartialDate;
  readonly standing: SourceStanding;
  /** Whether it is a list of all suffixes that can be filed, so that what it lacks could not at its time. */
  readonly complete?: boolean;
}

/** Where a fact comes from; `at` is the place within the source. */
export interface Citation {
  readonly source: string;
  readonly at?: string;
}

export const SUFFIX_STATUSES = ['approved', 'not-approved', 'uncertain'] as const;
export type SuffixStatus = (typeof SUFFIX_STATUSES)[number];
export const CONFIDENCES = ['high', 'medium', 'low'] as const;
export type Confidence = (typeof CONFIDENCES)[number];
/** Who alone may register below a suffix. */
export const RESTRICTIONS = ['government', 'non-profit', 'education', 'research', 'defence'] as const;
export type Restriction = (typeof RESTRICTIONS)[number];

/** What we know of one suffix, with the sources of every side. */
export interface SuffixFact {
  /** A-label form without a leading dot. */
  readonly suffix: string;
  /** U-label form; the same as `suffix` for ASCII suffixes. */
  readonly unicode: string;
  readonly status: SuffixStatus;
  readonly confidence: Confidence;
  readonly restriction?: Restriction;
  /** Sources that say the suffix can be filed. */
  readonly listedBy: readonly string[];
  /** Sources that say that it cannot. */
  readonly deniedBy: readonly string[];
  /** Sources whose complete list does not contain it. */
  readonly absentFrom: readonly string[];
}

/**
 * What names below a platform's suffix are, where they are no addresses of sites that the platform hosts: a place that other
 * names point to (CDN, firewall), a tunnel or dynamic address, a page at a shop, builder or blog, a service of its owner.
 */
export const PLATFORM_USES = ['target', 'tunnel', 'site', 'service'] as const;
export type PlatformUse = (typeof PLATFORM_USES)[number];

/** Suffixes under which the names belong to a platform and not to the person using them. */
export interface Platform {
  /** The platform's name as it is known internationally; absent where nobody says. */
  readonly owner?: string;
  /** Its Chinese name, where it has one. */
  readonly ownerZh?: string;
  /** Rules in the notation of the Public Suffix List (`*.` and `!` allowed), A-labels, sorted. */
  readonly suffixes: readonly string[];
  readonly use?: PlatformUse;
  readonly cites: readonly string[];
  /** The place within the first of its sources. */
  readonly at?: string;
}

/** A name that the public DNS never serves. */
export interface SpecialUseName {
  readonly name: string;
  readonly cites: readonly string[];
}

export const REGISTRAR_STATUSES = ['approved', 'not-approved', 'uncertain'] as const;
export type RegistrarStatus = (typeof REGISTRAR_STATUSES)[number];
/**
 * What a registrar's status rests on: its licence number, a provider's or its own statement, the fact
 * that it is a mainland company (licence not verified), the general rule for overseas registrars, or nothing: we
 * know no more than that it is there.
 */
export const REGISTRAR_BASES = ['licence', 'statement', 'mainland-company', 'overseas-rule', 'unknown'] as const;
export type RegistrarBasis = (typeof REGISTRAR_BASES)[number];

export interface Registrar {
  readonly id: string;
  readonly name: Text;
  /** The whole names that records and certificates write for it, in any language; a part of one is never enough. */
  readonly names: readonly string[];
  /** IANA registrar ids. */
  readonly iana: readonly number[];
  /** Registrable domains or hosts of its web sites. */
  readonly websites: readonly string[];
  readonly status: RegistrarStatus;
  readonly basis: RegistrarBasis;
  /** Number of its licence for domain registration services (not an ICP number). */
  readonly licence?: string;
  /** Id of the mainland company of the same group, which a name can move to without leaving the group. */
  readonly mainlandCompany?: string;
  readonly cites: readonly Citation[];
  /** Sources that say otherwise; shown as the other side. */
  readonly against?: readonly Citation[];
}

/** The checks of a verdict, in the order in which a case is settled. */
export const CHECKS = [
  'filing-needed',
  'suffix-approved',
  'name-is-yours',
  'subject-can-file',
  'registrar-licensed',
  'registration-valid',
  'real-name-done',
  'real-name-recorded',
  'holder-matches',
  'no-foreign-record',
  'no-open-application',
  'certificate-ready',
  'province-accepts',
] as const;
export type CheckId = (typeof CHECKS)[number];

/** One thing to do: a code that the words are kept under, what they mention, when, and what explains it. */
export interface Step {
  readonly code: string;
  readonly params: Readonly<Record<string, string | number | Text>>;
  /** The first day on which it makes sense, or null. */
  readonly notBefore: Day | null;
  /** The last day for it, or null. */
  readonly notAfter: Day | null;
  /** Id of the FAQ entry that explains it, or null. */
  readonly faq: string | null;
  readonly url: string | null;
}

export const COVERAGE_KINDS = [
  'is-the-name',
  'shares-record',
  'access-filing-needed',
  'own-filing',
  'platform',
  'outside',
] as const;
export type CoverageKind = (typeof COVERAGE_KINDS)[number];

/** Guidance is structure, never markup. */
export type Block =
  | { readonly kind: 'paragraph'; readonly text: string }
  | { readonly kind: 'steps'; readonly steps: readonly string[] }
  | { readonly kind: 'note'; readonly text: string }
  | { readonly kind: 'warning'; readonly text: string }
  | { readonly kind: 'link'; readonly text: string; readonly url: string };

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
  readonly question: Text;
  /** Title for a card beside a prompt: the state of affairs in a few words. */
  readonly title: Text;
  readonly answer: Readonly<Record<Locale, readonly Block[]>>;
  readonly cites: readonly Citation[];
}

/**
 * What is shown: a sentence in the page; a code of an interface that turns up in logs and messages; or a wording that many
 * use, help pages too, and that is looked for only in what somebody hands over.
 */
export const PROMPT_KINDS = ['prompt', 'code', 'general'] as const;

/** A sentence that a console shows, and what it means. */
export interface Prompt {
  /** `…` stands for a few characters within the same clause, so that small rewording is survived. */
  readonly says: string;
  readonly means: string;
  /** A prompt if not given. */
  readonly kind?: (typeof PROMPT_KINDS)[number];
  readonly cites: readonly Citation[];
}

/**
 * Parts of consoles, and pages, that say the same whoever's they are: filing systems; what names are bound to (CDN, storage,
 * gateways, firewalls); the management of names; mini-programs; pages that are shown instead of a site that is not filed.
 */
export const PROMPT_GROUPS = ['filing', 'hosting', 'domains', 'mini-programs', 'block-page'] as const;
export type PromptGroup = (typeof PROMPT_GROUPS)[number];

/** A prompt that belongs to no single console: what it means is understood wherever a group of it is. */
export interface SharedPrompt extends Prompt {
  readonly groups: readonly PromptGroup[];
  /** Words of its clause with which it is advice or a question, and no message. */
  readonly unless?: readonly string[];
}

/** What a page of a console is for. */
export const TOPICS = [
  'search',
  'domains',
  'dns',
  'filing',
  'filing-status',
  'real-name',
  'transfer-in',
  'cdn',
  'region',
  'query',
] as const;
export type Topic = (typeof TOPICS)[number];

export interface ConsolePage {
  readonly topic: Topic;
  /** Part of host, path and fragment; absent: every page of the console. The first page that fits counts. */
  readonly path?: string;
  /** False where no source shows the path in use; a wrong one then costs a hint, nothing else. */
  readonly verified: boolean;
}

export interface ConsoleSite {
  /** A host; `*.` before it stands for its sub-domains. */
  readonly host: string;
  /** Beginnings of the paths that are the console, where the host has other pages too. */
  readonly paths?: readonly string[];
  /** False where no source shows the host in use; a wrong host then costs a hint, nothing else. */
  readonly verified: boolean;
}

/** A registrar's or provider's console where prompts are explained. */
export interface Console {
  readonly id: string;
  readonly name: Text;
  /** Whether it is the console of an access provider, with whom names are filed. */
  readonly accessProvider: boolean;
  /** Id of the registrar that it belongs to, if it is one's. */
  readonly registrar?: string;
  /** Empty where the prompts are shown in no web page that we could read. */
  readonly sites: readonly ConsoleSite[];
  readonly pages: readonly ConsolePage[];
  /** Consoles of the same group whose prompts also occur here. */
  readonly sharesPromptsOf: readonly string[];
  /** What it has of the parts that say the same everywhere. */
  readonly groups: readonly PromptGroup[];
  readonly prompts: readonly Prompt[];
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

/** Who a filing is made for. */
export const SUBJECTS = ['individual', 'organisation', 'public-institution', 'government'] as const;
export type Subject = (typeof SUBJECTS)[number];

/** Who holds the name, seen from the filing subject: the subject itself, one of an organisation's people, or somebody else. */
export const HOLDERS = ['same', 'shareholder', 'legal-representative', 'principal', 'executive', 'other'] as const;
export type Holder = (typeof HOLDERS)[number];

/** One rule of a communications administration, as a source of a certain year tells it. */
export type ProvinceRule =
  | { readonly kind: 'holder'; readonly accepts: readonly Holder[]; readonly cites: readonly Citation[] }
  | { readonly kind: 'minimum-validity'; readonly months: number; readonly cites: readonly Citation[] }
  | { readonly kind: 'overseas-registrar-refused'; readonly cites: readonly Citation[] }
  | {
      readonly kind: 'domain-certificate';
      /** From how many names in one order it is wanted. */
      readonly from: number;
      readonly subject?: Subject;
      readonly cites: readonly Citation[];
    }
  | {
      readonly kind: 'websites-per-order';
      readonly most: number;
      readonly subject?: Subject;
      readonly cites: readonly Citation[];
    }
  | {
      readonly kind: 'public-body-suffix';
      readonly subject: Subject;
      /** Suffixes of which the name must have one (A-labels). */
      readonly suffixes: readonly string[];
      readonly cites: readonly Citation[];
    }
  | { readonly kind: 'own-suffix-list'; readonly cites: readonly Citation[] }
  | {
      readonly kind: 'foreign-representative';
      /** Where the papers of a legal representative are from, of whom the province asks more. */
      readonly of: readonly ('hk-mo-tw' | 'abroad')[];
      /** `accepted`: their own document will do; `mainland-principal`: a mainland citizen must be authorised. */
      readonly outcome: 'accepted' | 'mainland-principal';
      readonly cites: readonly Citation[];
    }
  | {
      readonly kind: 'individual-from-outside';
      readonly of: readonly ('hk-mo-tw' | 'abroad')[];
      readonly outcome: 'accepted' | 'refused';
      readonly cites: readonly Citation[];
    }
  | {
      readonly kind: 'registrar-before';
      /** Before which application a name at an overseas registrar must have moved, also one that is filed. */
      readonly application: 'access-filing' | 'change';
      readonly cites: readonly Citation[];
    }
  | { readonly kind: 'representative-office'; readonly accepted: boolean; readonly cites: readonly Citation[] }
  | { readonly kind: 'shows-main-number'; readonly cites: readonly Citation[] }
  | { readonly kind: 'note'; readonly text: Text; readonly cites: readonly Citation[] };

export interface Province {
  /** Two letters as in the province's suffix below `.cn` (`bj`, `ha` for Henan). */
  readonly id: string;
  readonly name: Text;
  /** Its communications administration. */
  readonly authority: Text;
  /** The character that its filing numbers begin with. */
  readonly letter: string;
  /** The character that its public-security numbers begin with, and the two digits of its code (GB/T 2260). */
  readonly police: { readonly letter: string; readonly code: string };
  readonly cites: readonly Citation[];
  readonly rules: readonly ProvinceRule[];
}

/** The rules of law and practice that the checks apply, each with its sources. */
export const PRINCIPLES = [
  'access-filing-at-another-provider',
  'account-and-papers-are-free',
  'filing-cannot-be-made-again',
  'government-sub-domains-file-themselves',
  'holder-is-the-subject',
  'licensed-registrar',
  'no-filing-outside-the-mainland',
  'no-other-filing-on-the-name',
  'not-expired',
  'not-verified-at-access-filing',
  'one-name-per-website',
  'papers-of-people-from-outside',
  'provider-inspects',
  'provinces-have-rules',
  'real-name-is-done',
  'real-name-is-recorded',
  'real-name-since-2018',
  'registrable-domain-is-filed',
  'served-from-the-mainland',
  'service-codes',
  'some-provinces-want-certificates',
  'sub-domains-share-the-filing',
  'subject-has-mainland-papers',
  'suffix-on-the-list',
  'three-months-left',
  'transfer-limits',
  'verified-at-change',
  'verified-at-filing',
  'websites-per-order',
] as const;
export type PrincipleId = (typeof PRINCIPLES)[number];

export interface Principle {
  readonly id: PrincipleId;
  readonly cites: readonly Citation[];
}

/** The public holidays of a year and the weekends that are worked for them, as the State Council sets them each autumn. */
export interface HolidayYear {
  readonly year: number;
  /** First and last day of each holiday, weekends included. */
  readonly off: readonly { readonly from: Day; readonly to: Day }[];
  /** Days of a weekend that are working days. */
  readonly work: readonly Day[];
  readonly cites: readonly Citation[];
}

/** When the facts were last read as a whole. */
export interface Stamp {
  readonly date: string;
}

/** How the suffix list of the `psl` package differs from the Public Suffix List as last read (rules, A-labels). */
export interface PslDifferences {
  /** Rules that `psl` has and neither section of the list has any more. */
  readonly retired: readonly string[];
  /** Rules of the ICANN section that `psl` lacks. */
  readonly icannAdded: readonly string[];
  readonly cites: readonly string[];
}

/**
 * The rules of each top-level domain in one text, separated by blanks: `.` is the domain itself, `com` a suffix below it; `*`
 * before one stands for the level below it, `!` for an exception. All in A-labels.
 */
export type SuffixList = Readonly<Record<string, string>>;

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

/** What a part of a record is about: what "Name" or "Created" below its heading means. `object` begins another record. */
export const RECORD_SECTIONS = ['domain', 'registrar', 'holder', 'other', 'object'] as const;
export type RecordSection = (typeof RECORD_SECTIONS)[number];

/** In which order a file writes day, month and year. */
export const DATE_ORDERS = ['ymd', 'dmy', 'mdy'] as const;
export type DateOrder = (typeof DATE_ORDERS)[number];

/** What a value says where it is one of few words. */
export const RECORD_STATES = ['done', 'not-done', 'unfiled', 'filed', 'filing', 'on'] as const;
export type RecordState = (typeof RECORD_STATES)[number];

/** The words in which registries, registrars, consoles, exports and the ministry write records: labels, states, months. */
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
  /** Whom the ministry's names for kinds of bodies mean. */
  readonly natures: Readonly<Partial<Record<Subject, readonly string[]>>>;
  /** Labels that together are one registrar's: of its exports, or of its interface. */
  readonly prints: readonly {
    readonly registrar: string;
    readonly labels: readonly string[];
    readonly order?: DateOrder;
    /** Whether the registrar of single names may be another. */
    readonly mayDiffer?: boolean;
  }[];
  /** Codes that an interface has for registrars. */
  readonly registrarCodes: Readonly<Record<string, string>>;
  /** Ids of consoles that show names of several registrars. */
  readonly consolesOfSeveral: readonly string[];
  /** Columns by which a table is known as a list of somebody's own names. */
  readonly accountColumns: readonly string[];
  /** Columns of tables that are about something else: auctions, certificates. */
  readonly foreignColumns: readonly string[];
  /** What stands where a name is not registered, where a query was refused, and where the ministry has no filing. */
  readonly absent: readonly string[];
  readonly refused: readonly string[];
  readonly unfiledPages: readonly string[];
  /** Parts of values that explain what would stand there. */
  readonly exampleMarks: readonly string[];
  /** Columns of tables that explain records. */
  readonly exampleColumns: readonly string[];
  /** Parts of titles of pages that explain records. */
  readonly exampleTitles: readonly string[];
  /** Sites whose own name stands in the titles of their pages. */
  readonly lookupSites: readonly string[];
}

/** What is read and not reckoned with: most of the words of the facts. */
export interface Guidance {
  readonly faq: readonly FaqEntry[];
  readonly glossary: readonly GlossaryEntry[];
  readonly prompts: readonly SharedPrompt[];
  readonly records: RecordWords;
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
    states: { done: [], 'not-done': [], unfiled: [], filed: [], filing: [], on: [] },
    natures: {},
    hidden: [],
    months: [],
    weekdays: [],
    prints: [],
    registrarCodes: {},
    consolesOfSeveral: [],
    accountColumns: [],
    foreignColumns: [],
    absent: [],
    refused: [],
    unfiledPages: [],
    exampleMarks: [],
    exampleColumns: [],
    exampleTitles: [],
    lookupSites: [],
  },
};

/** All facts, checked. */
export interface RuleBundle extends Guidance {
  readonly stamp: Stamp;
  readonly principles: readonly Principle[];
  readonly sources: readonly Source[];
  readonly suffixes: readonly SuffixFact[];
  readonly platforms: readonly Platform[];
  readonly specialUse: readonly SpecialUseName[];
  readonly holidays: readonly HolidayYear[];
  readonly pslDifferences: PslDifferences;
  readonly suffixList: SuffixList;
  readonly registrars: readonly Registrar[];
  readonly consoles: readonly Console[];
  readonly provinces: readonly Province[];
}

/** Why a finding came out as it did: a code that the words are kept under, and what they mention. */
export interface Reason {
  readonly code: string;
  readonly params: Readonly<Record<string, string | number | Text>>;
}

export const OUTCOMES = ['pass', 'fail', 'cannot-tell', 'needs-answer', 'not-applicable'] as const;
export type Outcome = (typeof OUTCOMES)[number];

export interface Finding {
  readonly check: CheckId;
  readonly outcome: Outcome;
  readonly because: Reason;
  readonly cites: readonly Citation[];
  /** Sources of standing that say otherwise; shown as the other side. */
  readonly against: readonly Citation[];
  /**
   * Present where nobody looks at it now, as the name is filed: it tells how it would come out if the name had to be
   * filed anew.
   */
  readonly ifFiledAnew?: true;
}

/** What endangers a filing that is there, or what comes of it: a code that the words are kept under. */
export interface Risk extends Reason {
  readonly cites: readonly Citation[];
}

/** `filed`: the person says that the filing is theirs; what a first filing would ask no longer decides. */
export const VERDICT_STANDINGS = ['eligible', 'ineligible', 'depends', 'unknown', 'filed'] as const;
export type VerdictStanding = (typeof VERDICT_STANDINGS)[number];

export interface Coverage {
  readonly kind: CoverageKind;
  /** The name whose filing covers the host (A-labels); null where no filing is needed. */
  readonly record: string | null;
  /** Whether the answer still holds only under a condition that nobody has confirmed. */
  readonly conditional: boolean;
  /** Whether the record is there already; null where nobody has told. */
  readonly filed: boolean | null;
  readonly cites: readonly Citation[];
}

/** A day, `YYYY-MM-DD`. */
export type Day = string;

/** Where somebody's papers are from: a person's identity document, a body's registration. */
export const ORIGINS = ['mainland', 'hk-mo-tw', 'abroad'] as const;
export type Origin = (typeof ORIGINS)[number];

/** What a body from outside has in the mainland. */
export const MAINLAND_BODIES = ['subsidiary', 'branch', 'representative-office', 'none'] as const;
export type MainlandBody = (typeof MAINLAND_BODIES)[number];

/** Kinds of applications that a name can be in. */
export const APPLICATIONS = ['none', 'first-filing', 'new-website', 'access-filing', 'change'] as const;
export type ApplicationKind = (typeof APPLICATIONS)[number];

/** What the person has told us. Absent means not known; "I don't know" is the same as no answer. */
export interface Answers {
  /** Where the host is served: a mainland server, a mainland CDN, or elsewhere (Hong Kong, Macau, Taiwan, abroad). */
  readonly hosting?: 'mainland' | 'mainland-cdn' | 'elsewhere';
  /** Whether the registrable domain is held by the person, or by somebody who gives out names below it. */
  readonly name?: 'own' | 'other';
  /** Id of a registrar of the bundle, or `iana-` and the IANA id of one that the bundle lacks. */
  readonly registrar?: string;
  /** When the name was registered or last transferred. */
  readonly registeredOn?: Day;
  readonly expiresOn?: Day;
  readonly realName?: 'done' | 'not-done';
  /** When real-name authentication was approved. */
  readonly realNameOn?: Day;
  /** Whether that was more than five working days ago, where nobody knows the day. */
  readonly realNameSettled?: boolean;
  readonly subject?: Subject;
  /** Where the papers of the person or body are from. */
  readonly registeredIn?: Origin;
  /** What a body from outside has in the mainland to file with. */
  readonly mainlandBody?: MainlandBody;
  /** Where the papers of the body's legal representative are from. */
  readonly legalRepresentative?: Origin;
  readonly holder?: Holder;
  /** Id of a province of the bundle. */
  readonly province?: string;
  /** Whether there is a filing on the registrable domain, and whose. */
  readonly record?: 'none' | 'own' | 'other';
  /** When the filing of one's own was made: names filed before 2018 are not verified at a change. */
  readonly filedWhen?: 'before-2018' | 'since-2018';
  /** Which application is ahead. */
  readonly applyingFor?: ApplicationKind;
  /** Whether a site is open under the host now, and where. */
  readonly liveNow?: 'no' | 'mainland' | 'abroad';
  /** Whether the name or the papers are part of an order or filing in another account. */
  readonly application?: 'none' | 'open';
  readonly certificate?: 'ready' | 'missing';
  /** How many registrable domains show this same site. */
  readonly namesOnSite?: number;
  /** The access provider that the name is filed with: id of a console of the bundle, or `other`. */
  readonly filedWith?: string;
  /** The access provider that serves this host: id of a console of the bundle, or `other`. */
  readonly servedBy?: string;
  /** Whether these two are the same, where no names are given. */
  readonly sameProvider?: boolean;
}

/** A host name taken apart. All names are A-labels without a trailing dot. */
export interface Domain {
  readonly host: string;
  /** The host as people read it (U-labels). */
  readonly display: string;
  /** The name one label below the public suffix. */
  readonly registrable: string;
  /** The public suffix: ICANN section of the Public Suffix List, and listed suffixes below `.cn`. */
  readonly suffix: string;
  /** The platform suffix that the host lies at or below; null for an ordinary name. */
  readonly platform: {
    readonly suffix: string;
    readonly owner: Text | null;
    readonly use?: PlatformUse;
    readonly cites: readonly Citation[];
  } | null;
}

export const PROBLEMS = [
  'empty',
  'not-a-hostname',
  'ip-address',
  'single-label',
  'special-use',
  'is-a-suffix',
  'browser-page',
] as const;
export type ProblemType = (typeof PROBLEMS)[number];

/** Why an input is no domain that could be filed. */
export interface Problem {
  readonly type: ProblemType;
  /** The host in A-labels, or the address; empty where the input has none. */
  readonly host: string;
  /** What was read, for a person: the host in U-labels or a piece of the input. */
  readonly display: string;
}

export interface Verdict {
  readonly domain: Domain;
  readonly standing: VerdictStanding;
  readonly findings: readonly Finding[];
  readonly coverage: Coverage;
  /** What endangers the filing that the person says is theirs; empty where there is none. */
  readonly risks: readonly Risk[];
  /** What to do next, in order. */
  readonly steps: readonly Step[];
  /** Date of the rules that the verdict rests on. */
  readonly rules: string;
}
