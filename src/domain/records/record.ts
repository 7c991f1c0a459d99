/** What was read of one domain, and how it is put together from labels and values. */

import type { RecordKind } from '../answers/answer-origin.ts';
import type { Day } from '../common/days.ts';
import type { DateOrder, RecordField } from '../ruleset/record-words.ts';
import type { RegistrarIndex } from './registrars.ts';
import type { Vocabulary } from './words.ts';
import { dayOfEpoch, type ReadDay, readDay } from './written-days.ts';

/** How it was written. */
export const RECORD_FORMS = ['json', 'json-lines', 'page', 'text', 'table'] as const;
export type RecordForm = (typeof RECORD_FORMS)[number];

export const RECORD_NOTES = [
  'on-hold',
  'locked',
  'redemption',
  'transfer-pending',
  'auto-renew-period',
  'expiry-not-trustworthy',
  'two-expiry-dates',
  'dates-ambiguous',
  'registrar-unknown',
  'registrar-by-header',
  'registrar-by-site',
  'registrar-may-differ',
  'registrar-contradicts',
  'holder-hidden',
  'reseller',
] as const;
export type RecordNote = (typeof RECORD_NOTES)[number];

export interface RecordFiling {
  /** The number of the filing's subject, without that of the site. */
  readonly number: string;
  /** The same with the site's; null where only the subject's is shown. */
  readonly service: string | null;
  readonly unit: string | null;
  readonly nature: string | null;
  readonly filedOn: Day | null;
}

export type FilingState = 'none' | 'exists' | 'own' | 'other' | 'open';

/** What our own table calls filings of which somebody has said whose they are. */
export const WHOSE_FILING = { own: 'filed by the same', other: 'filed by another' } as const;

export interface DomainRecord {
  readonly kind: RecordKind;
  readonly form: RecordForm;
  /** Registrable domain in A-labels: the record speaks of this name and of no other. */
  readonly domain: string;
  readonly registrar: { readonly name: string | null; readonly iana: number | null; readonly id: string | null };
  readonly registeredOn: Day | null;
  /**
   * A later day that the record calls one of registration as well: that of a move, perhaps, or of
   * an entry in somebody's books. Absent where there is none.
   */
  readonly registeredAgainOn?: Day;
  /** The last transfer, where the record tells of one. */
  readonly transferredOn: Day | null;
  readonly expiresOn: Day | null;
  readonly updatedOn: Day | null;
  /** EPP statuses; null where the record shows none at all. */
  readonly statuses: readonly string[] | null;
  readonly holder: string | null;
  /** Whether the holder is a person or a body, where that is told of a holder who is shown. */
  readonly holderKind: 'individual' | 'organisation' | null;
  readonly realName: 'done' | 'not-done' | null;
  readonly realNameOn: Day | null;
  readonly filing: RecordFiling | null;
  /**
   * Whether a list says that there is a filing, and perhaps whose, that there is none, or that one
   * is under way.
   */
  readonly filingState: FilingState | null;
  /** The day on which the source was up to date, by its own word. */
  readonly asOf: Day | null;
  readonly notes: readonly RecordNote[];
}

/** What putting a record together needs. */
export interface RecordContext {
  readonly words: Vocabulary;
  readonly registrars: RegistrarIndex;
}

/** More characters than a value that counts has. */
const MOST_VALUE = 400;
/** Names of registrars in one record that are looked at beside the first. */
const MOST_REGISTRARS = 5;
/** The status that a registrar's lock is. */
const LOCKED = 'clientTransferProhibited';
const HOLD = ['serverHold', 'clientHold'];
const LOST = ['redemptionPeriod', 'pendingDelete', 'pendingRestore'];
/**
 * While a name has one of these, its expiry may have been moved on by the registry with nobody
 * having paid.
 */
export const EXPIRY_UNSURE = ['autoRenewPeriod', 'redemptionPeriod', 'pendingDelete', 'pendingRestore'];
/**
 * In lists and interfaces of registrars these say how the account stands, not what the registry
 * has.
 */
const ACCOUNT_WORDS = new Set(['active', 'registered', 'normal', 'connect']);

const FILING =
  /(\p{Script=Han})\s?ICP\s?([备備证証證])\s?(\d{5,12})\s?[号號](?:\s?-\s?(\d{1,4}[A-Z]?))?|(\p{Script=Han}?)([AB][12](?:\.[AB][12])?-\d{8})(?:-(\d{1,4}[A-Z]?))?/iu;

/**
 * What a registry calls a contact whose name stands elsewhere: "SHIL-0001", "SA1-NICAT",
 * "G0000001".
 */
const HANDLE = /^(?:(?=[^\d]*\d)[a-z0-9]{2,16}-[a-z0-9]{2,16}|[a-z]{1,5}\d{4,12})$/i;

/** Two days with the names of their months, one behind the other. */
const SPAN = /^(?:(active)[\s,]*)?([a-z]{3,9}\s\d{1,2},\s\d{4})\s[-–—]\s([a-z]{3,9}\s\d{1,2},\s\d{4})(?=\s*(?:,|$))/i;

/** Two days of which the first is a beginning: "2019-07-01 至 2027-07-01". */
const PERIOD = /^(\S{8,20}(?: \d{1,2}:\d{2}(?::\d{2})?)?)\s?(?:至|到|~|～|—|–|\bto\b|\s-\s)\s?(\S.{7,24})$/i;

interface SettledRegistrar {
  readonly name: string | null;
  readonly iana: number | null;
  readonly id: string | null;
  /** Whether its name is one registrar's and its number another's. */
  readonly contradicts: boolean;
}

/** Labels and values of one domain as they come. */
export class Draft {
  domain: string | null = null;
  /** Whether real-name state or a lock was among the labels: a registrar's console then. */
  hasConsoleLabels = false;
  private registrarName: string | null = null;
  /** What else it calls its registrar. */
  private readonly otherRegistrars = new Set<string>();
  private iana: number | null = null;
  /** What other numbers it gives its registrar. */
  private readonly otherIanas = new Set<number>();
  private isIanaCut = false;
  private registrarId: string | null = null;
  private isBySite = false;
  private isByHeader = false;
  private mayDiffer = false;
  private registered: ReadDay | null = null;
  private registeredAgain: Day | null = null;
  private expires: ReadDay[] = [];
  private updated: ReadDay | null = null;
  private transferred: Day | null = null;
  private asOf: Day | null = null;
  private statuses: string[] | null = null;
  private lock = false;
  private organisation: string | null = null;
  private person: string | null = null;
  private isHolderHidden = false;
  private holderKind: 'individual' | 'organisation' | null = null;
  private realName: 'done' | 'not-done' | null = null;
  private realNameOn: Day | null = null;
  private number: string | null = null;
  private service: string | null = null;
  private unit: string | null = null;
  private nature: string | null = null;
  private filedOn: Day | null = null;
  private filingState: FilingState | null = null;
  private hasReseller = false;
  private isAmbiguous = false;
  /**
   * Days whose order nothing in their own line tells, and the order that other days of the text
   * have.
   */
  private unordered: { readonly field: RecordField; readonly value: string }[] | null = null;
  private seenOrder: 'dmy' | 'mdy' | 'both' | null = null;
  /**
   * Forms of the days that are surely whole, and the days at the very end of a text, which may be
   * cut off.
   */
  private shapes: string[] | null = null;
  /** Whether the text has more lines than people copy by hand. */
  isLong = false;
  private cut: { readonly field: RecordField; readonly read: ReadDay; readonly shape: string } | null = null;

  constructor(
    private readonly context: RecordContext,
    /** Whether statuses are those of an account. */
    private readonly isAccount = false,
    private readonly order: DateOrder | null = null,
  ) {}

  /**
   * Returns whether the value fits the field and was taken; `isCut` where the text ends within it,
   * perhaps.
   */
  set(field: RecordField, text: string, isCut = false): boolean {
    const value = text.length > MOST_VALUE ? text.slice(0, MOST_VALUE).trim() : text.trim();
    if (value === '' || value === '-' || value === '--') return false;
    switch (field) {
      case 'registrar':
        return this.setRegistrar(value, isCut);
      case 'iana':
        return this.setIana(value, isCut);
      case 'registrarCode':
        return this.setCode(value);
      case 'expires':
        return this.setPeriod(value, isCut) || this.setText(field, value, isCut);
      case 'registered':
      case 'updated':
      case 'transferred':
      case 'asOf':
      case 'realNameOn':
      case 'filedOn':
        return this.setText(field, value, isCut);
      case 'status':
        return this.setSpan(value) || this.addStatuses(value);
      case 'lock':
        this.hasConsoleLabels = true;
        if (!this.context.words.is('on', value)) return false;
        this.lock = true;
        return true;
      case 'holder':
      case 'holderName':
        return this.setHolder(field, value, isCut);
      case 'holderKind':
        return this.setHolderKind(value);
      case 'realName':
        return this.setRealName(value);
      case 'filing':
        return this.setFiling(value, isCut);
      case 'filingState':
        return this.setFilingState(value);
      case 'filingUnit':
        return this.setFilingUnit(value, isCut);
      case 'filingNature':
        this.nature ??= value;
        return true;
      case 'reseller':
        this.hasReseller = true;
        return true;
      case 'domain':
        return false;
    }
  }

  /** Takes a day that an interface gives as a number of milliseconds or seconds. */
  setEpoch(field: RecordField, value: number): boolean {
    const day = dayOfEpoch(value);
    return day !== null && this.setDay(field, { day, isMoment: true, isAmbiguous: false });
  }

  /**
   * Notes the registrar that a file's or an interface's form is of, or the site that the page is
   * on.
   */
  setOrigin(registrar: string, by: 'header' | 'site', mayDiffer: boolean): void {
    this.registrarId ??= registrar;
    if (by === 'header') this.isByHeader = true;
    else this.isBySite = true;
    this.mayDiffer = mayDiffer;
  }

  /** Notes that there is a place for statuses, though it may hold none. */
  showsStatuses(): void {
    this.statuses ??= [];
  }

  /** Forgets what stands for the holder, if it is this handle. */
  forgetHolder(handle: string): void {
    if (this.organisation === handle) this.organisation = null;
  }

  hideHolder(): void {
    this.isHolderHidden = true;
  }

  forgetRealName(): void {
    this.realName = null;
  }

  get hasRegistrar(): boolean {
    return this.registrarName !== null;
  }

  hasRegistrarNamed(name: string): boolean {
    return this.registrarName === name.trim();
  }

  /** How many of registrar, registration and expiry are known. */
  get facts(): number {
    const hasRegistrar = this.registrarName !== null || this.iana !== null || this.registrarId !== null;
    return Number(hasRegistrar) + Number(this.registered !== null) + Number(this.expires.length > 0);
  }

  get hasFiling(): boolean {
    return this.number !== null;
  }

  get hasFilingState(): boolean {
    return this.filingState !== null;
  }

  get hasRealName(): boolean {
    return this.realName !== null;
  }

  /** Takes from another draft of the same domain what this one lacks. */
  absorb(other: Draft): void {
    for (const one of [other.registrarName, ...other.otherRegistrars]) if (one !== null) this.nameRegistrar(one);
    if (other.iana !== null) this.numberRegistrar(other.iana, other.isIanaCut);
    for (const one of other.otherIanas) this.numberRegistrar(one, false);
    if (other.registered !== null) this.setDay('registered', other.registered);
    if (other.registeredAgain !== null) this.registeredAgain = latest(this.registeredAgain, other.registeredAgain);
    for (const one of other.expires) this.setDay('expires', one);
    if (other.updated !== null) this.setDay('updated', other.updated);
    this.transferred ??= other.transferred;
    this.asOf ??= other.asOf;
    if (other.statuses !== null) this.statuses = [...new Set([...(this.statuses ?? []), ...other.statuses])];
    this.lock ||= other.lock;
    this.organisation ??= other.organisation;
    this.person ??= other.person;
    this.isHolderHidden ||= other.isHolderHidden;
    this.holderKind ??= other.holderKind;
    this.realName ??= other.realName;
    this.realNameOn ??= other.realNameOn;
    this.number ??= other.number;
    this.service ??= other.service;
    this.unit ??= other.unit;
    this.nature ??= other.nature;
    this.filedOn ??= other.filedOn;
    this.filingState ??= other.filingState;
    this.hasReseller ||= other.hasReseller;
    this.isAmbiguous ||= other.isAmbiguous;
    if (other.unordered !== null) this.unordered = [...(this.unordered ?? []), ...other.unordered];
    if (other.seenOrder !== null) this.noteOrder(other.seenOrder);
    this.hasConsoleLabels ||= other.hasConsoleLabels;
  }

  /**
   * Returns the record, or null where there is too little: `least` of registrar, registration and
   * expiry, or a filing.
   */
  finish(kind: RecordKind, form: RecordForm, least = 2): DomainRecord | null {
    if (this.domain === null) return null;
    this.settleCut();
    this.settleOrder();
    const uncertain = Number(this.isAmbiguous && this.registered === null && this.expires.length === 0);
    if (this.facts + uncertain < least && this.number === null && this.filingState === null) return null;
    const registrar = this.settleRegistrar(kind);
    const statuses = this.settleStatuses(kind);
    const holder = this.organisation ?? this.person;
    return {
      kind,
      form,
      domain: this.domain,
      registrar: { name: registrar.name, iana: registrar.iana, id: registrar.id },
      registeredOn: this.registered?.day ?? null,
      ...(this.registeredAgain !== null && { registeredAgainOn: this.registeredAgain }),
      transferredOn: this.transferred,
      expiresOn: earliest(this.expires),
      updatedOn: this.updated?.day ?? null,
      statuses,
      holder,
      // Of whom a registry hides it says nothing; somebody's own list may have the kind alone.
      holderKind: holder === null && !this.isAccount ? null : this.holderKind,
      realName: this.realName,
      realNameOn: this.realNameOn,
      filing:
        this.number === null
          ? null
          : { number: this.number, service: this.service, unit: this.unit, nature: this.nature, filedOn: this.filedOn },
      filingState: this.settleFilingState(),
      asOf: this.asOf,
      notes: [
        ...notesOn(statuses, this.lock),
        ...this.notesOnDays(),
        ...this.notesOnRegistrar(registrar),
        ...this.notesOnPeople(holder),
      ],
    };
  }

  /** A number is that of a filing, whatever else is said; whose it is it does not tell. */
  private settleFilingState(): FilingState | null {
    const { filingState, number } = this;
    return number === null || filingState === 'own' || filingState === 'other' ? filingState : 'exists';
  }

  private notesOnDays(): RecordNote[] {
    const notes: RecordNote[] = [];
    if (this.expires.length > 1 && apart(this.expires) > 1) notes.push('two-expiry-dates');
    if (this.isAmbiguous) notes.push('dates-ambiguous');
    return notes;
  }

  private notesOnRegistrar({ name, iana, id, contradicts }: SettledRegistrar): RecordNote[] {
    if (contradicts) return ['registrar-contradicts'];
    const isNamed = name !== null || iana !== null;
    if (id === null) return isNamed ? ['registrar-unknown'] : [];
    if (isNamed) return [];
    const notes: RecordNote[] = [];
    if (this.isByHeader) notes.push('registrar-by-header');
    if (this.isBySite) notes.push('registrar-by-site');
    if (this.mayDiffer) notes.push('registrar-may-differ');
    return notes;
  }

  private notesOnPeople(holder: string | null): RecordNote[] {
    const notes: RecordNote[] = [];
    if (holder === null && this.isHolderHidden) notes.push('holder-hidden');
    if (this.hasReseller) notes.push('reseller');
    return notes;
  }

  private setRegistrar(value: string, isCut: boolean): boolean {
    if (!isNameLike(value) || this.context.words.isExample(value) || this.context.words.isHidden(value)) return false;
    // Of a name that may be cut off only a whole one that we know can be told.
    if (isCut && this.context.registrars.byName(value) === null) return false;
    this.nameRegistrar(value);
    return true;
  }

  private nameRegistrar(name: string): void {
    this.registrarName ??= name;
    if (name !== this.registrarName && this.otherRegistrars.size < MOST_REGISTRARS) this.otherRegistrars.add(name);
  }

  private setIana(value: string, isCut: boolean): boolean {
    const number = /^(?:iana\s?)?(\d{1,5})(?!\S)/i.exec(value)?.[1];
    if (number === undefined || Number(number) === 0) return false;
    this.numberRegistrar(Number(number), isCut);
    return true;
  }

  private numberRegistrar(iana: number, isCut: boolean): void {
    if (this.iana === null) [this.iana, this.isIanaCut] = [iana, isCut];
    // Of two of which one may be cut off the other may be the rest.
    else if (iana !== this.iana && !isCut && !this.isIanaCut && this.otherIanas.size < MOST_REGISTRARS)
      this.otherIanas.add(iana);
  }

  private setCode(value: string): boolean {
    const codes = this.context.words.words.registrarCodes;
    if (!Object.hasOwn(codes, value)) return false;
    this.registrarId = codes[value] ?? null;
    this.isByHeader = false;
    this.mayDiffer = false;
    return true;
  }

  private setText(field: RecordField, value: string, isCut: boolean): boolean {
    const read = readDay(value, this.context.words.days, this.order);
    if (read === null) return false;
    if (isCut) {
      // 2026-11-2 may be 2026-11-20, and a moment may have had its zone behind it.
      if (/\D\d$|\dT[\d:.]*$/i.test(value)) return false;
      this.cut = { field, read, shape: shapeOf(value) };
      return true;
    }
    // In a table all rows together tell the order.
    if (!this.isAccount && this.waitsForOrder(field, value, read)) return true;
    if (field !== 'asOf') {
      this.shapes ??= [];
      if (this.shapes.length < 8) this.shapes.push(value);
    }
    return this.setDay(field, read);
  }

  /** Keeps a day that can be read two ways until the text is read; any other may tell the order. */
  private waitsForOrder(field: RecordField, value: string, { isAmbiguous }: ReadDay): boolean {
    if (isAmbiguous) {
      this.unordered ??= [];
      if (this.unordered.length < 8) this.unordered.push({ field, value });
      return true;
    }
    const [, one, two] = /^(\d{1,2})[-/](\d{1,2})[-/]\d{4}/.exec(value) ?? [];
    if (one !== two) this.noteOrder(Number(one) > 12 ? 'dmy' : 'mdy');
    return false;
  }

  private setDay(field: RecordField, read: ReadDay): boolean {
    if (read.isAmbiguous) {
      this.isAmbiguous = true;
      return true;
    }
    switch (field) {
      case 'registered':
        this.setRegistered(read);
        return true;
      case 'expires':
        this.expires.push(read);
        return true;
      case 'updated':
        if (this.updated === null || (read.isMoment && (!this.updated.isMoment || read.day > this.updated.day)))
          this.updated = read;
        return true;
      case 'transferred':
        if (this.transferred === null || read.day > this.transferred) this.transferred = read.day;
        return true;
      case 'asOf':
        this.asOf ??= read.day;
        return true;
      case 'realNameOn':
        this.realNameOn ??= read.day;
        return true;
      case 'filedOn':
        this.filedOn ??= read.day;
        return true;
      default:
        return false;
    }
  }

  private setRegistered(read: ReadDay): void {
    const { registered } = this;
    if (registered === null) this.registered = read;
    // A page may show the day that a raw record beside it has as a moment.
    else if (apart([read, registered]) <= 1)
      this.registered = read.isMoment && !registered.isMoment ? read : registered;
    else {
      // Nobody registers a name after it was registered: the first day is that of the name.
      this.registered = read.day < registered.day ? read : registered;
      const later = read.day < registered.day ? registered.day : read.day;
      this.registeredAgain = latest(this.registeredAgain, later);
    }
  }

  private noteOrder(order: 'dmy' | 'mdy' | 'both'): void {
    this.seenOrder = this.seenOrder === null || this.seenOrder === order ? order : 'both';
  }

  /**
   * Days that could be read two ways are read as the others of the text, or as the registry writes
   * them.
   */
  private settleOrder(): void {
    const { unordered, seenOrder, context } = this;
    this.unordered = null;
    if (unordered === null) return;
    const top = this.domain?.slice(this.domain.lastIndexOf('.') + 1) ?? '';
    const habit = Object.hasOwn(context.words.words.registryOrders, top)
      ? context.words.words.registryOrders[top]
      : null;
    for (const { field, value } of unordered) {
      const order = seenOrder ?? (value.includes('-') ? habit : null);
      const read = order === 'both' ? null : readDay(value, context.words.days, order);
      if (read === null) this.isAmbiguous = true;
      else this.setDay(field, read);
    }
  }

  /**
   * A day at the end of a text counts where it is written as another one is; else the rest of it
   * may be missing. Where it is the only one, few lines are somebody's own and whole.
   */
  private settleCut(): void {
    const { cut } = this;
    this.cut = null;
    if (cut === null) return;
    const known = this.shapes?.map(shapeOf) ?? [];
    if (known.length === 0 ? !this.isLong : known.includes(cut.shape)) this.setDay(cut.field, cut.read);
  }

  /**
   * Takes a day that stands with a status: JPRS shows until when a name is connected, Namecheap
   * from when to when one is valid.
   */
  private setSpan(value: string): boolean {
    const until = /^connected\s?\((\d{4}\/\d{2}\/\d{2})\)$/i.exec(value)?.[1];
    if (until !== undefined) return this.setText('expires', until, false);
    const [, status, from = '', to = ''] = SPAN.exec(value) ?? [];
    if (from === '') return false;
    const { days } = this.context.words;
    if (readDay(from, days, this.order) === null || readDay(to, days, this.order) === null) return false;
    if (status !== undefined) this.addStatuses(status);
    this.setText('registered', from, false);
    return this.setText('expires', to, false);
  }

  /** Takes from when to when a name is registered, where one value tells both. */
  private setPeriod(value: string, isCut: boolean): boolean {
    const [, from = '', to = ''] = PERIOD.exec(value) ?? [];
    if (from === '') return false;
    const { days } = this.context.words;
    if (readDay(from, days, this.order) === null || readDay(to, days, this.order) === null) return false;
    this.setText('registered', from, false);
    return this.setText('expires', to, isCut);
  }

  private addStatuses(value: string): boolean {
    this.statuses ??= [];
    let isKnown = false;
    // Where the name's status would stand, consoles show that its real name is missing.
    if (value.includes('实名'))
      for (const part of value.split(/[,，;；、\s]+/)) if (part.includes('实名')) this.setRealName(part);
    for (const status of statusesIn(value, this.context.words, this.isAccount)) {
      isKnown = true;
      if (!this.statuses.includes(status)) this.statuses.push(status);
    }
    return isKnown;
  }

  /**
   * A lock that stands beside no status is the status that it makes; beside one it is a note, as
   * the list is what the registry has.
   */
  private settleStatuses(kind: RecordKind): readonly string[] | null {
    const { statuses } = this;
    if (this.lock && (statuses === null || statuses.length === 0)) return [LOCKED];
    // Consoles show how the service stands as well; that it is normal is no status of the registry
    // where there are others.
    if (kind === 'console' && statuses !== null && statuses.length > 1)
      return statuses.filter((status) => status !== 'ok');
    return statuses;
  }

  private setHolder(field: 'holder' | 'holderName', value: string, isCut: boolean): boolean {
    const { words } = this.context;
    if (words.isHidden(value) || /^https?:|^\S+@\S+$/i.test(value)) {
      this.isHolderHidden = true;
      return true;
    }
    if (isCut || !isNameLike(value) || words.isExample(value) || HANDLE.test(value)) return false;
    const isHan = /\p{Script=Han}/u.test(value);
    if (field === 'holderName') this.person ??= value;
    // A console shows the holder twice; filings are compared with the Chinese name.
    else if (this.organisation === null || (isHan && !/\p{Script=Han}/u.test(this.organisation)))
      this.organisation = value;
    return true;
  }

  private setHolderKind(value: string): boolean {
    const { words } = this.context;
    const first = /^[^\s,，;；(（]+/.exec(value)?.[0] ?? '';
    for (const kind of ['individual', 'organisation'] as const)
      if (words.is(kind, value) || words.is(kind, first)) {
        this.holderKind ??= kind;
        return true;
      }
    return false;
  }

  private setRealName(value: string): boolean {
    this.hasConsoleLabels = true;
    const { words } = this.context;
    const state = stateOf(words, value) ?? stateOf(words, /^[^\s,，;；(（]+/.exec(value)?.[0] ?? '');
    if (state === null) return false;
    this.realName ??= state;
    return true;
  }

  private setFiling(value: string, isCut: boolean): boolean {
    const match = FILING.exec(value.slice(0, 120).normalize('NFKC'));
    if (match === null) return this.setFilingState(value);
    const [, province, sort, digits, service, licenceProvince = '', licence, licenceService] = match;
    const number =
      licence === undefined
        ? `${province}ICP${/[备備]/.test(sort ?? '') ? '备' : '证'}${digits}号`
        : `${licenceProvince}${licence.toUpperCase()}`;
    this.number ??= number;
    const site = service ?? licenceService;
    if (site !== undefined && !isCut && this.number === number) this.service ??= `${number}-${site.toUpperCase()}`;
    return true;
  }

  private setFilingState(value: string): boolean {
    const state = this.filingStateIn(value);
    this.filingState ??= state;
    return state !== null;
  }

  private filingStateIn(value: string): FilingState | null {
    const { words } = this.context;
    if (value === WHOSE_FILING.own) return 'own';
    if (value === WHOSE_FILING.other) return 'other';
    if (words.is('unfiled', value)) return 'none';
    if (words.is('filed', value)) return 'exists';
    return words.is('filing', value) ? 'open' : null;
  }

  private setFilingUnit(value: string, isCut: boolean): boolean {
    if (isCut) return false;
    // Lists say so in the first column that is about the filing.
    if (this.filingStateIn(value) === 'none') return this.setFilingState(value);
    this.unit ??= value;
    return true;
  }

  /** A registrar writes its own name short where it is at home, as people do in their lists. */
  private registrarNamed(name: string, kind: RecordKind): string | null {
    const { registrars } = this.context;
    if (kind === 'export') return registrars.byShortName(name);
    const whole = registrars.byName(name);
    const isAtHome = whole === null && this.registrarId !== null && (this.isBySite || this.isByHeader);
    return isAtHome && registrars.isCalled(this.registrarId, name) ? this.registrarId : whole;
  }

  private settleRegistrar(kind: RecordKind): SettledRegistrar {
    const { registrars } = this.context;
    const name = this.registrarName;
    const named = name === null ? null : this.registrarNamed(name, kind);
    let { iana } = this;
    // 142 may be 1420 cut off; the name tells.
    if (iana !== null && this.isIanaCut && (named === null || registrars.byIana(iana) !== named)) iana = null;
    const numbered = iana === null ? null : registrars.byIana(iana);
    const isElsewhere =
      [...this.otherRegistrars]
        .map((other) => this.registrarNamed(other, kind))
        .some((other) => other !== null && other !== named) ||
      [...this.otherIanas].map(registrars.byIana).some((other) => other !== null && other !== numbered);
    const contradicts = isElsewhere || (named !== null && iana !== null && numbered !== null && named !== numbered);
    const id = contradicts ? null : (numbered ?? named);
    if (name === null && iana === null) return { name, iana, id: this.registrarId, contradicts: false };
    return { name, iana, id, contradicts };
  }
}

/**
 * Returns the statuses of a record with the lock that its console shows beside them: a name that is
 * locked is not `ok`, whatever the registry has been told.
 */
export function statusesWithLock({
  statuses,
  notes,
}: Pick<DomainRecord, 'statuses' | 'notes'>): readonly string[] | null {
  if (!notes.includes('locked') || statuses === null) return statuses;
  return [...statuses.filter((status) => status !== 'ok'), LOCKED];
}

function notesOn(statuses: readonly string[] | null, isLocked: boolean): RecordNote[] {
  const has = (status: string) => statuses?.includes(status) === true;
  const notes: RecordNote[] = [];
  if (HOLD.some(has)) notes.push('on-hold');
  if (isLocked && !has(LOCKED)) notes.push('locked');
  if (LOST.some(has)) notes.push('redemption');
  if (has('pendingTransfer')) notes.push('transfer-pending');
  if (has('autoRenewPeriod')) notes.push('auto-renew-period');
  if (EXPIRY_UNSURE.some(has)) notes.push('expiry-not-trustworthy');
  return notes;
}

/** Returns the EPP statuses in a value, in order; unknown words give none. */
function statusesIn(value: string, words: Vocabulary, isAccount = false): string[] {
  const found: string[] = [];
  const take = (part: string): boolean => {
    if (part === '' || (isAccount && ACCOUNT_WORDS.has(part.toLowerCase()))) return false;
    const status = words.status(part);
    if (status !== null && !found.includes(status)) found.push(status);
    return status !== null;
  };
  // Addresses of explanations hold the status once more.
  const plain = value.replace(/https?:\/\/\S*/gi, ' ');
  for (const part of plain.split(/[,;，；、|()（）\n[\]]+/)) {
    const trimmed = part.trim();
    if (!take(trimmed) && trimmed.includes(' ')) for (const word of trimmed.split(/\s+/)) take(word);
  }
  return found;
}

function stateOf(words: Vocabulary, value: string): 'done' | 'not-done' | null {
  if (value === '') return null;
  return words.is('done', value) ? 'done' : words.is('not-done', value) ? 'not-done' : null;
}

function isNameLike(value: string): boolean {
  return value.length <= 160 && /\p{L}/u.test(value) && !/^https?:|^www\.[^\s]+$/i.test(value);
}

/**
 * Returns a value with its digits alike, so that two days can be told to be written the same way.
 */
export function shapeOf(value: string): string {
  return value.trim().replace(/\d/g, '9');
}

function apart(days: readonly ReadDay[]): number {
  let least = Number.POSITIVE_INFINITY;
  let most = Number.NEGATIVE_INFINITY;
  for (const { day } of days) {
    const at = Date.parse(day) / 86_400_000;
    if (at < least) least = at;
    if (at > most) most = at;
  }
  return most - least;
}

function latest(one: Day | null, other: Day): Day {
  return one !== null && one > other ? one : other;
}

/**
 * Of several the earliest counts; where they are a day apart they are the same, and the one with
 * its zone is sure.
 */
function earliest(days: readonly ReadDay[]): Day | null {
  const [first] = days;
  if (first === undefined) return null;
  if (days.length === 1) return first.day;
  const pool =
    apart(days) <= 1 && days.some(({ isMoment }) => isMoment) ? days.filter(({ isMoment }) => isMoment) : days;
  return pool.reduce((least, { day }) => (day < least ? day : least), pool[0]?.day ?? first.day);
}
