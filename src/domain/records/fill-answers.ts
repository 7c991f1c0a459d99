/** From records to answers: what is filled in, what is proposed, and where each answer is from. */

import {
  type Answer,
  type AnswerOrigins,
  differs,
  outweighs,
  type RecordKind,
  type RecordOrigin,
} from '../answers/answer-origin.ts';
import type { AnswerName, Answers } from '../answers/answers.ts';
import { addDays, type Day } from '../common/days.ts';
import { oncePer, remembering } from '../common/remembering.ts';
import { unlistedName, unlistedRegistrar } from '../ruleset/find-registrars.ts';
import type { Subject } from '../ruleset/province.ts';
import type { Ruleset } from '../ruleset/ruleset.ts';
import { listedSuffix } from '../ruleset/ruleset-index.ts';
import { LOCK_DAYS } from './advice.ts';
import { type DomainRecord, EXPIRY_UNSURE } from './record.ts';

/** Why something is likely and no more. */
export const PROPOSAL_REASONS = [
  'server-hold',
  'registered-long-ago',
  'never-on-hold',
  'holder-shown',
  'holder-is-the-name',
  'filing-shown',
  'filing-of-the-name',
  'filing-of-another',
  'filing-under-way',
  'no-filing-shown',
  'filing-nature',
  'holder-kind',
  'holder-named',
  'holder-place',
  'filing-province',
  'registrar-may-differ',
  'registrar-changes',
  'registrar-unlisted',
] as const;

/** An answer that is likely: one click of the person makes it theirs. */
export interface Proposal extends Answer {
  readonly because: (typeof PROPOSAL_REASONS)[number];
  /**
   * What the person is to compare, as the record writes it: a holder's or a filing's name. Shown,
   * and never stored.
   */
  readonly shows: string | null;
}

export interface RecordAnswers {
  /** The one domain that all of it is about. */
  readonly domain: string;
  /** Where all of it is from. */
  readonly from: RecordOrigin;
  /** What may be filled in unasked, with its source shown. */
  readonly certain: readonly Answer[];
  readonly likely: readonly Proposal[];
}

/** What is known beside a record. */
export interface RecordSetting {
  /** Site or file that the record is from. */
  readonly place: string | null;
  /** The day on which it was read. */
  readonly readOn: Day;
  /** Who files, by name, where the person has told; used to compare and never kept. */
  readonly name?: string;
}

/**
 * Days after which a name that is verified and resolves has been so for longer than MIIT's data
 * takes.
 */
const LONG_REGISTERED = 30;

/** Names that were verified before this day were not reported to the ministry. */
const RECORDED_SINCE = '2018-01-01';
/** Where the statuses are the registry's own, and not an account's. */
const OF_REGISTRY: readonly RecordKind[] = ['rdap', 'whois', 'lookup'];
/** Statuses of a name that does not resolve, or of which nobody can tell how it will be. */
const HELD = ['serverHold', 'clientHold', 'pendingTransfer', 'pendingCreate', 'pendingVerification'];

/** What of the facts answers rest on. */
export type RecordRules = Pick<Ruleset, 'provinces' | 'records' | 'registrars' | 'suffixes'>;

/**
 * Ends of the names of bodies. Offices of foreign companies end otherwise, and are no bodies of the
 * mainland.
 */
const NAMED_BODY =
  /(?:公司|集团|合作社|事务所|厂|店|行|社|中心|工作室|研究院|研究所|学院|学校|大学|医院|协会|学会|商会|基金会)$/;
const NAMED_COMPANY = /(?:公司|集团|合作社|厂)$/;

/** Returns the answers that a record gives; nothing for any other domain than its own. */
export function answersFromRecord(
  record: DomainRecord,
  { place, readOn, name }: RecordSetting,
  rules: RecordRules,
): RecordAnswers {
  const from: RecordOrigin = { by: 'record', kind: record.kind, place, day: dayOfRecord(record, readOn) };
  const certain: Answer[] = [];
  const likely: Proposal[] = [];
  const say = <K extends AnswerName>(key: K, value: Answers[K] | null) => {
    if (value !== null && value !== undefined) certain.push({ name: key, value, from });
  };
  const propose = <K extends AnswerName>(
    key: K,
    value: NonNullable<Answers[K]>,
    because: Proposal['because'],
    shows: string | null = null,
  ) => likely.push({ name: key, value, from, because, shows });
  const has = (status: string) => record.statuses?.includes(status) === true;
  const isAmbiguous = record.notes.includes('dates-ambiguous') || areDaysImpossible(record, readOn);

  sayRegistrar();
  if (!isAmbiguous) sayDays();
  sayRealName();
  sayFiled();
  if (record.filingState === 'open') propose('application', 'open', 'filing-under-way');
  proposeHolder();
  if (record.filing !== null) proposeFiling();
  const isToldByFiling = likely.some((one) => one.name === 'subject');
  if (record.holderKind !== null && !isToldByFiling)
    propose('subject', record.holderKind, 'holder-kind', record.holder);
  proposeFromName();
  return { domain: record.domain, from, certain, likely };

  function sayRegistrar(): void {
    const { iana, id } = record.registrar;
    const isTold = !record.notes.includes('registrar-contradicts');
    const registrar = id ?? (iana !== null && isTold ? unlistedRegistrar(iana) : null);
    if (registrar === null) {
      if (isTold) proposeUnlisted();
      return;
    }
    if (has('pendingTransfer')) propose('registrar', registrar, 'registrar-changes');
    else if (record.notes.includes('registrar-may-differ') || isAmbiguous)
      propose('registrar', registrar, 'registrar-may-differ');
    else say('registrar', registrar);
  }

  /** A name alone may be another spelling of one of ours. */
  function proposeUnlisted(): void {
    const { name: written } = record.registrar;
    const registrar = written === null ? null : unlistedNames(rules.registrars)(written);
    if (registrar !== null) propose('registrar', registrar, 'registrar-unlisted');
  }

  /** What other sites know of filings are copies; the ministry's word and one's own list count. */
  function sayFiled(): void {
    const { filingState } = record;
    if (filingState === 'own' || filingState === 'other') say('record', filingState);
    if (filingState !== 'none') return;
    if (record.kind === 'lookup' || record.kind === 'whois') propose('record', 'none', 'no-filing-shown');
    else say('record', 'none');
  }

  function sayDays(): void {
    const { registeredOn, registeredAgainOn, transferredOn, expiresOn } = record;
    // Which of two days counts matters while a name cannot be moved for the later: it is asked
    // then.
    const isSettled = registeredAgainOn === undefined || addDays(registeredAgainOn, LOCK_DAYS) <= readOn;
    if (isSettled)
      say(
        'registeredOn',
        registeredOn !== null && transferredOn !== null && transferredOn > registeredOn ? transferredOn : registeredOn,
      );
    // A registry moves the day on when a name lapses, paid or not; a day that is past was not
    // moved.
    const isUnsure = EXPIRY_UNSURE.some(has) && expiresOn !== null && expiresOn >= readOn;
    if (!isUnsure) say('expiresOn', expiresOn);
    say('realNameOn', record.realNameOn);
  }

  function sayRealName(): void {
    say('realName', record.realName);
    if (record.realName === null && has('serverHold')) propose('realName', 'not-done', 'server-hold');
    if (isLongVerified()) propose('realNameSettled', true, 'registered-long-ago', record.registeredOn);
    else if (isNeverHeld()) propose('realNameSettled', true, 'never-on-hold', record.registeredOn);
  }

  function proposeHolder(): void {
    if (record.holder === null) return;
    if (name === undefined) propose('holder', 'same', 'holder-shown', record.holder);
    else if (isSameName(name, record.holder)) propose('holder', 'same', 'holder-is-the-name', record.holder);
  }

  /**
   * Names of bodies tell what they are, and begin with the place that they are registered at: who
   * files as the holder files there. Of people's names nothing follows.
   */
  function proposeFromName(): void {
    const { holder } = record;
    if (holder === null || record.holderKind === 'individual' || !NAMED_BODY.test(holder)) return;
    if (name !== undefined && !isSameName(name, holder)) return;
    const province = provinceOfName(holder, rules.records.places);
    if (province === null) return;
    const known = new Set<AnswerName>(likely.map((one) => one.name));
    if (!known.has('subject') && NAMED_COMPANY.test(holder)) propose('subject', 'organisation', 'holder-kind', holder);
    if (!known.has('registeredIn')) propose('registeredIn', 'mainland', 'holder-named', holder);
    if (!known.has('province')) propose('province', province, 'holder-place', holder);
  }

  /**
   * Names must be verified within days of their registration, and are taken out of the DNS else.
   */
  function isLongVerified(): boolean {
    const { realName, realNameOn, registeredOn, transferredOn } = record;
    const last = transferredOn ?? registeredOn;
    if (realName !== 'done' || realNameOn !== null || last === null || isAmbiguous) return false;
    return addDays(last, LONG_REGISTERED) <= readOn && !has('serverHold') && !has('clientHold');
  }

  /**
   * A licensed registrar must verify holders within days, and the registry of an approved suffix
   * takes names out of the DNS else: one that is there after weeks is most likely verified.
   */
  function isNeverHeld(): boolean {
    const { realName, registeredOn, transferredOn, statuses, registrar, kind } = record;
    const last = transferredOn ?? registeredOn;
    if (realName !== null || last === null || isAmbiguous || !OF_REGISTRY.includes(kind)) return false;
    if (!statuses?.length || [...HELD, ...EXPIRY_UNSURE].some(has)) return false;
    if (last < RECORDED_SINCE || addDays(last, LONG_REGISTERED) > readOn) return false;
    const isLicensed = registrar.id !== null && licensedRegistrars(rules.registrars).has(registrar.id);
    return isLicensed && isApproved(record.domain, rules);
  }

  function proposeFiling(): void {
    const { number = '', unit = null, nature = null } = record.filing ?? {};
    if (name === undefined || unit === null) propose('record', 'own', 'filing-shown', unit ?? number);
    else if (isSameName(name, unit)) propose('record', 'own', 'filing-of-the-name', unit);
    else {
      propose('record', 'other', 'filing-of-another', unit);
      return;
    }
    const subject = nature === null ? undefined : subjectOf(nature, rules.records.natures);
    if (subject !== undefined) propose('subject', subject, 'filing-nature', nature);
    if (subject === 'organisation' && unit !== null && NAMED_BODY.test(unit))
      propose('registeredIn', 'mainland', 'holder-named', unit);
    const province = rules.provinces.find(({ letter }) => number.startsWith(letter));
    if (province !== undefined) propose('province', province.id, 'filing-province', number);
  }
}

/**
 * Whether a record has the same body as the holder of the name and as the one that filed it. A
 * number alone is somebody's filing.
 */
export function isFiledByHolder({ holder, filing }: Pick<DomainRecord, 'holder' | 'filing'>): boolean {
  if (holder === null || !filing?.number || filing.unit === null) return false;
  return isSameName(holder, filing.unit);
}

/**
 * Returns the answer that the ministry has no filing on a domain: as of the day, for just this
 * name.
 */
export function answersWithoutFiling(domain: string, { place, readOn }: RecordSetting): RecordAnswers {
  const from: RecordOrigin = { by: 'record', kind: 'miit', place, day: readOn };
  return { domain, from, certain: [{ name: 'record', value: 'none', from }], likely: [] };
}

/** A person's answer that a record contradicts. */
export interface AnswerDifference {
  readonly name: AnswerName;
  readonly person: Answer['value'];
  readonly record: Answer;
}

export interface MergedAnswers {
  readonly answers: Answers;
  readonly origins: AnswerOrigins;
  /** Where the person said something else; the person's word counts. */
  readonly differences: readonly AnswerDifference[];
  /** What is likely and not answered yet. */
  readonly proposals: readonly Proposal[];
}

/**
 * Returns what is known of a domain: the person's word first, then the newest record's. Records of
 * other domains say nothing.
 */
export function mergeAnswers(domain: string, person: Answers, records: readonly RecordAnswers[]): MergedAnswers {
  const own = records.filter((one) => one.domain === domain);
  const best = weightiest(own.flatMap(({ certain }) => certain));
  const answers: Record<string, unknown> = {};
  const origins: Partial<Record<AnswerName, Answer['from']>> = {};
  const differences: AnswerDifference[] = [];
  for (const [name, value] of Object.entries(person) as [AnswerName, Answer['value'] | undefined][]) {
    if (value === undefined) continue;
    answers[name] = value;
    origins[name] = { by: 'person' };
    const record = best.get(name);
    if (record !== undefined && differs(value, record.value)) differences.push({ name, person: value, record });
  }
  for (const [name, { value, from }] of best) {
    if (answers[name] !== undefined) continue;
    answers[name] = value;
    origins[name] = from;
  }
  const isOpen = (one: Proposal) => answers[one.name] === undefined && !isOfOtherHolder(one, answers as Answers);
  const proposals = weightiest(own.flatMap(({ likely }) => likely.filter(isOpen)));
  return { answers: answers as Answers, origins, differences, proposals: [...proposals.values()] };
}

/**
 * Returns whether a proposal follows from the holder, while somebody else files: it says nothing of
 * them.
 */
export function isOfOtherHolder({ because }: Proposal, { holder = 'same' }: Answers): boolean {
  return because.startsWith('holder-') && holder !== 'same';
}

/** Returns of each answer's several the one whose record weighs most. */
function weightiest<T extends Answer>(all: readonly T[]): ReadonlyMap<AnswerName, T> {
  const best = new Map<AnswerName, T>();
  for (const one of all) {
    const known = best.get(one.name);
    if (known === undefined || outweighs(one.name, one.from, known.from)) best.set(one.name, one);
  }
  return best;
}

const suffixIndex = oncePer(
  (suffixes: RecordRules['suffixes']) => new Map(suffixes.map((fact) => [fact.suffix, fact])),
);
const licensedRegistrars = oncePer(
  (registrars: RecordRules['registrars']) =>
    new Set(registrars.filter(({ status }) => status === 'approved').map(({ id }) => id)),
);

/** Whether the ministry has approved the longest suffix of a name that is known. */
function isApproved(domain: string, { suffixes }: RecordRules): boolean {
  return listedSuffix(domain, suffixIndex(suffixes))?.status === 'approved';
}

/** A list may have another name in each row: more of them are not remembered. */
const MOST_NAMES = 5000;

/** Returns what gives the answer for a registrar's name that none of ours has. */
const unlistedNames = oncePer((registrars: RecordRules['registrars']) =>
  remembering(MOST_NAMES, (written) => unlistedName(registrars, written)),
);

/**
 * Whether a record tells days that no name has: whoever wrote it is not to be relied on. A list is
 * one's own, and what is in it is said of each day.
 */
function areDaysImpossible({ kind, registeredOn, expiresOn }: DomainRecord, readOn: Day): boolean {
  if (registeredOn === null || kind === 'export') return false;
  // In China it is tomorrow already.
  return registeredOn > addDays(readOn, 1) || (expiresOn !== null && registeredOn >= expiresOn);
}

/**
 * The day that a record speaks of: its own word, where that is not after the day on which it was
 * read.
 */
function dayOfRecord({ asOf }: DomainRecord, readOn: Day): Day {
  return asOf !== null && asOf < readOn ? asOf : readOn;
}

/** Brackets, blanks and signs are written now one way, now the other. */
function isSameName(one: string, other: string): boolean {
  const bare = (text: string) =>
    text
      .normalize('NFKC')
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, '');
  return bare(one) !== '' && bare(one) === bare(other);
}

function subjectOf(nature: string, natures: Ruleset['records']['natures']): Subject | undefined {
  const found = Object.entries(natures).find(([, names]) => names?.includes(nature.trim()));
  return found?.[0] as Subject | undefined;
}

const provincesByPlace = oncePer(
  (places: Ruleset['records']['places']) =>
    new Map(Object.entries(places).flatMap(([id, names]) => names.map((name): [string, string] => [name, id]))),
);
const LONGEST_PLACE = 5;

/**
 * Returns the province whose name, or the name of a place in it, a body's name begins with or has
 * in brackets: 杭州某某有限公司, 某某（杭州）有限公司. Null where it has none, or two that differ.
 */
function provinceOfName(body: string, places: Ruleset['records']['places']): string | null {
  const known = provincesByPlace(places);
  const plain = body.normalize('NFKC');
  const bracketed = /\(([^()]{2,8})\)/.exec(plain)?.[1] ?? '';
  const found = new Set<string>();
  for (const text of [plain, bracketed])
    for (let length = LONGEST_PLACE; length > 1; length--) {
      const province = known.get(text.slice(0, length));
      if (province === undefined) continue;
      found.add(province);
      break;
    }
  const [only = null, ...more] = found;
  return more.length === 0 ? only : null;
}
