/**
 * Records as JSON: RDAP (RFC 9083), the ministry's query, interfaces of clouds and registrars, what
 * programs print.
 */

import { foldLabel } from '../common/fold-label.ts';
import { type Fields, isRecord } from '../common/is-record.ts';
import type { RecordField } from '../ruleset/record-words.ts';
import { joinedName, type NameReader } from './names.ts';
import { RDAP_EVENTS } from './rdap-events.ts';
import { type DomainRecord, Draft, type RecordContext, type RecordForm } from './record.ts';

/** Levels of objects within each other that are looked through. */
const MOST_DEPTH = 8;
/** Members of one object that count; no answer has as many. */
const MOST_MEMBERS = 200;
/** Members of objects of every kind. */
const OF_ANYTHING = new Set([
  'created',
  'creation',
  'createdat',
  'createdon',
  'createddate',
  'createdtime',
  'datecreated',
  'expires',
  'expiresat',
  'expireson',
  'expiry',
  'validuntil',
  'expire',
  'expiration',
]);
/**
 * Members that are about something else than the registration: what is sold with a name has days of
 * its own, and other contacts are nobody who holds it.
 */
const BESIDE =
  /guard|audit|privacy|protect|dns|ssl|certificate|mail|hosting|website|parking|subscription|transfer|order|billing|payment|autorenew|admin|tech|abuse|reseller/;
/** Members that are the holder with whatever is known of them. */
const HOLDER_MEMBER = /^(?:contacts?)?(?:registrant|owner|holder)(?:contacts?|info|details?|data)?$/;
/** Types of objects that are registrations: "domain", "Microsoft.DomainRegistration/domains". */
const DOMAIN_TYPE = /^(?:[a-z.]{1,60}\/)?domains?$/i;
const ORGANISATION = ['organization', 'organisation', 'company', 'companyname', 'orgname', 'org', 'organizationname'];
const REGISTRAR = ['name', 'registrarname', 'registrar', 'organization', 'organizationname', 'org', 'fullname'];
const IANA = ['ianaid', 'iana', 'registrarianaid', 'ianaregistrarid', 'id'];
const PERSON = ['name', 'fullname', 'contactname'];
const FIRST_NAME = ['namefirst', 'firstname', 'given', 'givenname'];
const LAST_NAME = ['namelast', 'lastname', 'family', 'familyname'];
const DAYS: ReadonlySet<RecordField> = new Set(['registered', 'expires', 'updated', 'transferred']);
const SIGNS: readonly RecordField[] = ['registrar', 'iana', 'registrarCode', 'realName', 'lock', 'filing'];

/** What an answer says beside its records. */
export interface JsonReading {
  readonly records: DomainRecord[];
  /** Whether it says that the name is not registered. */
  isAbsent: boolean;
  /** Whether it is the ministry's, and has no filing for what was asked. */
  isUnfiled: boolean;
}

/** Returns the records in a value that was read from JSON. */
export function recordsInJson(
  value: unknown,
  form: RecordForm,
  context: RecordContext,
  names: NameReader,
): JsonReading {
  const reading: JsonReading = { records: [], isAbsent: false, isUnfiled: false };
  walk(value, 0);
  return reading;

  function walk(one: unknown, depth: number): void {
    if (depth > MOST_DEPTH) return;
    if (Array.isArray(one)) for (const item of one) walk(item, depth + 1);
    else if (isRecord(one)) walkObject(one, depth);
  }

  function walkObject(one: Fields, depth: number): void {
    if (one.errorCode === 404 || one.errorCode === '404') reading.isAbsent = true;
    if (isEmptyList(one)) {
      reading.isUnfiled = true;
      return;
    }
    const members = membersIn(one);
    const { record, isWhole } = recordIn(one, members, form, context, names);
    if (record !== null) reading.records.push(record);
    if (isWhole) return;
    for (const [, member] of members) if (typeof member === 'object') walk(member, depth + 1);
  }
}

/** What one object is, and whether nothing within it is a record of its own. */
function recordIn(
  one: Fields,
  members: Members,
  form: RecordForm,
  context: RecordContext,
  names: NameReader,
): { readonly record: DomainRecord | null; readonly isWhole: boolean } {
  if (typeof one.objectClassName === 'string') {
    // What belongs to a domain is part of it; any other object speaks of something else.
    const isDomain = one.objectClassName.trim().toLowerCase() === 'domain';
    return { record: isDomain ? rdapRecord(one, form, context, names) : null, isWhole: true };
  }
  // What programs picked out of an answer may lack the class.
  if (typeof one.ldhName === 'string' && listOf(one.events).some(isRegistrationEvent)) {
    const record = rdapRecord(one, form, context, names);
    if (record !== null) return { record, isWhole: true };
  }
  if (isFiling(one)) return { record: filingRecord(one, form, context, names), isWhole: true };
  const record = plainRecord(one, members, form, context, names);
  return { record, isWhole: record !== null };
}

/** Whether it is an event of RDAP that only domains have. */
function isRegistrationEvent(event: unknown): boolean {
  return isRecord(event) && ['registered', 'expires'].includes(RDAP_EVENTS[foldLabel(textOf(event.eventAction))] ?? '');
}

/** Whether it is the ministry's list without a filing. */
function isEmptyList(one: Fields): boolean {
  const { list, total } = one;
  return Array.isArray(list) && list.length === 0 && total === 0 && Object.hasOwn(one, 'pageNum');
}

function rdapRecord(one: Fields, form: RecordForm, context: RecordContext, names: NameReader): DomainRecord | null {
  const domain = [one.ldhName, one.unicodeName]
    .map(textOf)
    .map((name) => names.domain(name))
    .find((name) => name !== null);
  if (domain === undefined) return null;
  const draft = new Draft(context);
  draft.domain = domain;
  for (const status of listOf(one.status)) draft.set('status', textOf(status));
  for (const event of listOf(one.events).filter(isRecord)) {
    const field = RDAP_EVENTS[foldLabel(textOf(event.eventAction))];
    if (field !== undefined) draft.set(field, textOf(event.eventDate));
  }
  for (const entity of listOf(one.entities).filter(isRecord)) readEntity(draft, entity);
  return draft.finish('rdap', form);
}

function readEntity(draft: Draft, entity: Fields): void {
  const roles = listOf(entity.roles ?? entity.role).map((role) => textOf(role).toLowerCase());
  if (roles.includes('registrar')) readRegistrar(draft, entity);
  if (roles.includes('registrant')) readHolder(draft, entity);
  if (roles.includes('reseller')) draft.set('reseller', nameIn(entity).name || 'reseller');
}

/** Names below a country's suffix: two letters, and no others have two. */
const OF_COUNTRY = /\.[a-z]{2}$/;

function readRegistrar(draft: Draft, entity: Fields): void {
  const { name, organisation } = nameIn(entity);
  draft.set('registrar', name || organisation);
  const ids = listOf(entity.publicIds).filter(isRecord);
  const numbers = ids.filter((id) => /iana/i.test(textOf(id.type)));
  for (const number of numbers) draft.set('iana', textOf(number.identifier));
  // Where there is no public id, registries have the IANA number for a handle; 1 is what GoDaddy
  // calls itself. Those of countries count their registrars by themselves.
  if (ids.length === 0 && !OF_COUNTRY.test(draft.domain ?? '') && /^\d{2,5}$/.test(textOf(entity.handle)))
    draft.set('iana', textOf(entity.handle));
}

function readHolder(draft: Draft, entity: Fields): void {
  const { name, organisation, kind } = nameIn(entity);
  if (organisation !== '') draft.set('holder', organisation);
  draft.set('holderKind', kind);
  if (name !== '') draft.set('holderName', name);
  if (name === '' && organisation === '') draft.hideHolder();
}

/** The names in an entity's jCard, or in the newer JSContact. */
function nameIn(entity: Fields): { readonly name: string; readonly organisation: string; readonly kind: string } {
  const card = Array.isArray(entity.vcardArray) ? listOf(entity.vcardArray[1]) : [];
  const contact = entity.jscontact_card ?? entity.jscard ?? entity.jscard_0;
  const { name, organisation, kind } = isRecord(contact) ? contactIn(contact) : NO_CONTACT;
  return {
    name: propertyOf(card, 'fn') || name,
    organisation: propertyOf(card, 'org') || organisation,
    kind: propertyOf(card, 'kind') || kind,
  };
}

const NO_CONTACT = { name: '', organisation: '', kind: '' };

/** The first value of a jCard's property that is not empty. */
function propertyOf(card: readonly unknown[], wanted: string): string {
  for (const property of card) {
    if (!Array.isArray(property) || textOf(property[0]).toLowerCase() !== wanted) continue;
    const value = listOf(property[3])
      .map((part) => textOf(part).trim())
      .find((text) => text !== '');
    if (value !== undefined) return value;
  }
  return '';
}

function contactIn({ name, organizations, kind }: Fields): typeof NO_CONTACT {
  const bodies = isRecord(organizations)
    ? membersIn(organizations).flatMap(([, body]) => (isRecord(body) ? [body] : []))
    : [];
  return {
    name: isRecord(name) ? textOf(name.full).trim() : '',
    organisation: textOf(bodies[0]?.name).trim(),
    kind: textOf(kind).trim(),
  };
}

function isFiling(one: Fields): boolean {
  return (
    typeof one.domain === 'string' &&
    typeof one.unitName === 'string' &&
    (typeof one.mainLicence === 'string' || typeof one.serviceLicence === 'string')
  );
}

function filingRecord(one: Fields, form: RecordForm, context: RecordContext, names: NameReader): DomainRecord | null {
  const draft = new Draft(context);
  draft.domain = names.domain(textOf(one.domain));
  draft.set('filing', textOf(one.mainLicence));
  draft.set('filing', textOf(one.serviceLicence));
  draft.set('filingUnit', textOf(one.unitName));
  draft.set('filingNature', textOf(one.natureName));
  draft.set('filedOn', textOf(one.updateRecordTime));
  return draft.finish('miit', form);
}

/** An object whose members are the labels of one record. */
function plainRecord(
  one: Fields,
  members: Members,
  form: RecordForm,
  context: RecordContext,
  names: NameReader,
): DomainRecord | null {
  const { words } = context;
  const named = members.filter(([key]) => words.columnMeaning(key) === 'domain');
  const own = named.length > 0 ? named : members.filter(([key]) => foldLabel(key) === 'name');
  // Parsers of WHOIS give the name in each spelling that the text has.
  const spelt = own.flatMap(([, value]) =>
    listOf(value)
      .slice(0, 5)
      .map((one) => names.domain(textOf(one))),
  );
  const [domain = inTwoParts(members, context, names)] = spelt.filter((name) => name !== null);
  if (domain === null || spelt.some((name) => name !== null && name !== domain)) return null;
  const draft = new Draft(context, true);
  draft.domain = domain;
  for (const [key, value] of inOrderOfWorth(members, words)) feed(draft, key, value, 0, words);
  const keys = new Set(members.map(([key]) => foldLabel(key)));
  const print = words.prints.find(({ labels, isWhole }) => !isWhole && labels.every((label) => keys.has(label)));
  // Accounts, licenses and subscriptions have a name, a beginning and an end, too.
  const isCalledDomain = DOMAIN_TYPE.test(textOf(one.type));
  if (print === undefined && !isCalledDomain && !draft.hasFiling && ![...keys].some((key) => isSign(key))) return null;
  const means = (field: RecordField) => members.some(([key]) => words.columnMeaning(key) === field);
  if ([...keys].some((key) => words.foreignColumns.has(key)) && !means('registrar') && !means('realName')) return null;
  if (print !== undefined) draft.setOrigin(print.registrar, 'header', print.mayDiffer);
  return draft.finish('api', form);

  function isSign(key: string): boolean {
    if (/nameserver|dns|renew|registra/.test(key) || words.accountColumns.has(key)) return key !== 'status';
    const field = words.columnMeaning(key);
    if (field === 'registered' || field === 'expires') return !OF_ANYTHING.has(key);
    return field !== null && SIGNS.includes(field);
  }
}

/** Returns the name whose label and suffix are members of their own; null where there is none. */
function inTwoParts(
  members: Members,
  { words: { nameParts, columnMeaning } }: RecordContext,
  names: NameReader,
): string | null {
  const last = members.find(([key]) => nameParts.suffix.has(foldLabel(key)));
  if (last === undefined) return null;
  const first =
    members.find(([key]) => columnMeaning(key) === 'domain') ??
    members.find(([key]) => nameParts.first.has(foldLabel(key)));
  return first === undefined ? null : names.domain(joinedName(textOf(first[1]), textOf(last[1])));
}

/**
 * Returns the members with what is surest of each field first, as the first of several counts:
 * accounts and groups have owners as well as domains, a registrar its own day beside the
 * registry's, and what was registered once may have been created in an account later. What objects
 * within it say comes last.
 */
function inOrderOfWorth(members: Members, words: RecordContext['words']): Members {
  const rank = ([key, value]: readonly [string, unknown]) => {
    const field = words.columnMeaning(key);
    if (field === null && typeof value === 'object') return 4;
    if (field === 'holder' && /^domain/i.test(key)) return 0;
    if (field !== 'registered') return 1;
    return /^registrar/i.test(key) ? 3 : /^regist/i.test(key) ? 1 : 2;
  };
  return members
    .map((member) => ({ member, rank: rank(member) }))
    .sort((one, other) => one.rank - other.rank)
    .map(({ member }) => member);
}

/** Takes a member of a record's object, and what objects within it say. */
function feed(target: Draft, key: string, value: unknown, depth: number, words: RecordContext['words']): void {
  if (value === null || value === undefined) return;
  const isObject = typeof value === 'object';
  const folded = isObject ? foldLabel(key) : '';
  const field = HOLDER_MEMBER.test(folded) ? 'holder' : words.columnMeaning(key);
  if (isObject && field === null && BESIDE.test(folded)) return;
  const object = objectIn(value, field);
  if (object !== null) feedObject(target, field, object, depth, words);
  else if (field === null || field === 'domain') return;
  else if (Array.isArray(value)) feedList(target, field, value);
  else if (!target.setEpoch(field, epochOf(value))) target.set(field, textOf(value));
}

/**
 * An object, or the one of a list: the one contact of a name is all that there is to tell of its
 * holder.
 */
function objectIn(value: unknown, field: RecordField | null): Fields | null {
  if (isRecord(value)) return value;
  const [only] = Array.isArray(value) && value.length === 1 ? value : [];
  return isRecord(only) && (field === null || field === 'holder' || field === 'registrar') ? only : null;
}

/** The number that a moment is, which some interfaces write as a text; NaN where it is none. */
function epochOf(value: unknown): number {
  if (typeof value === 'number') return value;
  return typeof value === 'string' && /^\d{13}$|^1\d{9}$/.test(value) ? Number(value) : Number.NaN;
}

function feedObject(
  target: Draft,
  field: RecordField | null,
  value: Fields,
  depth: number,
  words: RecordContext['words'],
): void {
  if (field === 'registrar') {
    const member = membersOf(value);
    target.set('registrar', member(REGISTRAR));
    target.set('iana', member(IANA));
  } else if (field === 'holder') {
    const member = membersOf(withAddress(value));
    target.set('holder', member(ORGANISATION));
    target.set('holderName', member(PERSON) || `${member(FIRST_NAME)} ${member(LAST_NAME)}`);
  } else if (field !== null && DAYS.has(field)) {
    // A day with its kind beside it: `{"$date": "…"}`, `{"scalar": "…", "timestamp": 1}`.
    membersIn(value).some(([, one]) => target.set(field, textOf(one)) || target.setEpoch(field, epochOf(one)));
  } else if (depth < 2) {
    const members = membersIn(value);
    if (members.some(([inner]) => words.columnMeaning(inner) === 'domain')) return;
    for (const [inner, member] of inOrderOfWorth(members, words)) feed(target, inner, member, depth + 1, words);
  }
}

/** A contact with the members of its address, in which some interfaces have the body's name. */
function withAddress(contact: Fields): Fields {
  const address = membersIn(contact).find(([key, value]) => /address/i.test(key) && isRecord(value))?.[1];
  return isRecord(address) ? { ...address, ...contact } : contact;
}

/**
 * Returns the look-up of an object's members: the first text that is not empty, in order of names.
 */
function membersOf(value: Fields): (names: readonly string[]) => string {
  const texts = new Map(
    membersIn(value).map(([key, member]): [string, string] => [foldLabel(key), textOf(member).trim()]),
  );
  return (names) => names.map((name) => texts.get(name) ?? '').find((text) => text !== '') ?? '';
}

function feedList(target: Draft, field: RecordField, list: readonly unknown[]): void {
  if (field === 'status') target.showsStatuses();
  for (const item of list.slice(0, 50)) {
    const value = isRecord(item) ? (item.status ?? item.code ?? item.name) : item;
    if (!target.setEpoch(field, epochOf(value))) target.set(field, textOf(value));
  }
}

type Members = readonly (readonly [key: string, value: unknown])[];

/** Returns the first members of an object, without a list of all, which may be millions. */
function membersIn(value: Fields): Members {
  const members: [string, unknown][] = [];
  for (const key in value) {
    if (members.length === MOST_MEMBERS) break;
    members.push([key, value[key]]);
  }
  return members;
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value.slice(0, 1000) : value === undefined || value === null ? [] : [value];
}

function textOf(value: unknown): string {
  return typeof value === 'string'
    ? value
    : typeof value === 'number' || typeof value === 'boolean'
      ? String(value)
      : '';
}
