/**
 * New facts with everything that they need, each place marked by what belongs there. The marks are
 * refused when the facts are read, so that none of them can be forgotten. Pure: files in, a file
 * out.
 */
import { applyEdits, modify } from 'jsonc-parser';
import { ORIGINS } from '../../src/domain/answers/answers.ts';
import { TO_DO } from '../../src/domain/common/decoder.ts';
import { LOCALES, type Locale } from '../../src/domain/common/locale.ts';
import type { Result } from '../../src/domain/common/result.ts';
import { displayOf } from '../../src/domain/hostname/labels.ts';
import { readHost } from '../../src/domain/hostname/read-host.ts';
import { CHECKS, COVERAGE_KINDS } from '../../src/domain/ruleset/check-ids.ts';
import { type Console, PROMPT_GROUPS, type Prompt, TOPICS } from '../../src/domain/ruleset/console.ts';
import { type FaqEntry, type GlossaryEntry, THEMES } from '../../src/domain/ruleset/guidance.ts';
import { HOLDERS, type ProvinceRule, SUBJECTS } from '../../src/domain/ruleset/province.ts';
import { REGISTRAR_BASES, REGISTRAR_STATUSES, type Registrar } from '../../src/domain/ruleset/registrar.ts';
import { SOURCE_TYPES, type Source } from '../../src/domain/ruleset/source.ts';
import {
  CONFIDENCES,
  PLATFORM_USES,
  type Platform,
  RESTRICTIONS,
  SUFFIX_STATUSES,
  type SuffixFact,
} from '../../src/domain/ruleset/suffix.ts';

/** A fact with every property that it can have, optional ones too; anything may still be a mark. */
type Blank<T> = T extends string | number | boolean
  ? T | string
  : T extends readonly (infer Item)[]
    ? readonly Blank<Item>[]
    : { readonly [K in keyof T]-?: Blank<NonNullable<T[K]>> };

/** A file of the data folder as it becomes. */
export interface Made {
  /** Path below the data folder. */
  readonly path: string;
  readonly text: string;
  /**
   * The places to fill in, as the checker of the facts names them, each with what belongs there.
   */
  readonly places: readonly Place[];
}
export interface Place {
  readonly at: string;
  readonly what: string;
}
/** A file as it becomes, or what is wrong with the command's arguments. */
export type Scaffolded = Result<Made, { readonly wrong: string }>;

/** Returns the text of a file below the data folder; null where there is none. */
type Read = (path: string) => string | null;

interface Kind {
  /** The arguments after the kind, for the usage. */
  readonly takes: string;
  readonly make: (args: readonly string[], read: Read) => Scaffolded;
}

const todo = (what: string) => `${TO_DO}: ${what}`;
const or = (values: readonly string[]) => todo(values.join(', '));
const unless = (what: string) => todo(`${what}; or remove this line`);
const anyOf = (values: readonly string[]) => [todo(`some of ${values.join(', ')}`)];
const inEach = (what: string) => inEveryLanguage((locale) => todo(`${what} (${locale})`));
const cites = [{ source: todo('id of a file in sources/'), at: unless('the place within it') }];
const sourceIds = (what: string) => [todo(`ids of sources ${what}`)];

export const KINDS = {
  source: {
    takes: 'ID',
    make: inFolder(
      'sources',
      (id): Blank<Omit<Source, 'isForeign'>> => ({
        id,
        title: todo('its title, in its own language'),
        publisher: inEach('its publisher'),
        url: todo('its https address'),
        publishedOn: unless('YYYY, YYYY-MM or YYYY-MM-DD'),
        retrievedOn: todo('when it was read, YYYY-MM-DD'),
        standing: or(SOURCE_TYPES),
        complete: unless('true if it lists all suffixes that can be filed'),
      }),
    ),
  },
  registrar: {
    takes: 'ID',
    make: inFolder(
      'registrars',
      (id): Blank<Registrar> => ({
        id,
        name: inEach('its name'),
        names: [todo('its whole names as records write them')],
        iana: [todo('its IANA ids, as numbers')],
        websites: [todo('its domains')],
        status: or(REGISTRAR_STATUSES),
        basis: or(REGISTRAR_BASES),
        licence: unless('number of its licence'),
        mainlandCompany: unless('id of the mainland company of its group'),
        cites,
        against: cites,
      }),
    ),
  },
  faq: {
    takes: 'ID',
    make: inFolder(
      'faq',
      (id): Blank<FaqEntry> => ({
        id,
        checks: anyOf(CHECKS),
        coverages: anyOf(COVERAGE_KINDS),
        topics: anyOf(TOPICS),
        reasons: [todo('reasons that it is for; or remove all of it')],
        prompts: [todo('meanings of prompts that it answers')],
        question: inEach('the question'),
        title: inEach('the state of affairs in a few words'),
        theme: or(THEMES),
        asked: [todo('ways in which people ask for it, in English and Chinese')],
        answer: inEveryLanguage((locale) => [{ kind: 'paragraph', text: todo(`the answer (${locale})`) }]),
        cites,
      }),
    ),
  },
  term: {
    takes: 'ID',
    make: inFolder(
      'glossary',
      (id): Blank<GlossaryEntry> => ({
        id,
        term: inEach('the term'),
        also: [todo('its other spellings')],
        meaning: inEach('what it means'),
        cites,
      }),
    ),
  },
  console: {
    takes: 'ID',
    make: inFolder(
      'consoles',
      (id): Blank<Console> => ({
        id,
        name: inEach('its name'),
        accessProvider: todo('true if names are filed with it, or false'),
        registrar: unless('id of a file in registrars/'),
        sites: [
          {
            host: todo('a host of it, or *. and one'),
            paths: [todo('beginnings of its paths; or remove all of it')],
            verified: todo('true if a source shows it, or false'),
          },
        ],
        pages: [
          {
            topic: or(TOPICS),
            path: unless('part of host, path, fragment'),
            verified: todo('true if a source shows it, or false'),
          },
        ],
        sharesPromptsOf: [todo('ids of consoles of the same group')],
        groups: anyOf(PROMPT_GROUPS),
        prompts: [blankPrompt(todo('what it says; … is a gap'))],
        cites,
      }),
    ),
  },
  prompt: { takes: 'CONSOLE TEXT', make: makePrompt },
  'province-rule': { takes: 'PROVINCE KIND', make: makeProvinceRule },
  suffix: { takes: 'SUFFIX', make: makeSuffix },
  platform: { takes: 'OWNER', make: makePlatform },
} satisfies Record<string, Kind>;

const FROM_OUTSIDE = ORIGINS.filter((one) => one !== 'mainland');

/** What each kind of rule of a province holds besides its kind. */
const RULES: { readonly [K in ProvinceRule['kind']]: Blank<Omit<Extract<ProvinceRule, { kind: K }>, 'kind'>> } = {
  // The holder themselves are always accepted, somebody else never.
  holder: { accepts: anyOf(HOLDERS.filter((one) => one !== 'same' && one !== 'other')), cites },
  'minimum-validity': { months: todo('a number'), cites },
  'overseas-registrar-refused': { cites },
  'domain-certificate': {
    from: todo('from how many names, a number'),
    subject: unlessOneOf(SUBJECTS),
    counts: unlessOneOf(['subject']),
    cites,
    against: cites,
  },
  'websites-per-order': { most: todo('a number'), subject: unlessOneOf(SUBJECTS), cites },
  'public-body-suffix': { subject: or(SUBJECTS), suffixes: [todo('suffixes in A-labels')], cites },
  'own-suffix-list': { cites },
  'foreign-representative': { of: anyOf(FROM_OUTSIDE), outcome: or(['accepted', 'mainland-principal']), cites },
  'individual-from-outside': {
    of: anyOf(FROM_OUTSIDE),
    outcome: or(['accepted', 'permit', 'proof', 'refused']),
    cites,
  },
  'registrar-before': { application: or(['access-filing', 'change']), cites },
  'suffix-at-access': { suffixes: [todo('suffixes in A-labels')], outcome: or(['accepted', 'refused']), cites },
  'representative-office': { accepted: todo('true or false'), cites },
  'shows-main-number': { cites },
  principal: { outcome: or(['legal-representative', 'authorised', 'anyone']), cites },
  'individual-from-elsewhere': { outcome: or(['local-card', 'permit', 'proof', 'local-phone', 'accepted']), cites },
  'site-plan': { from: todo('from how many sites, a number'), subject: unlessOneOf(SUBJECTS), cites },
  statement: { from: todo('from how many sites, a number'), subject: unlessOneOf(SUBJECTS), cites },
  'site-cap': { most: todo('a number'), subject: unlessOneOf(SUBJECTS), cites },
  'empty-subject': { outcome: or(['adds', 'cancels']), cites },
  'reserved-label': { labels: [todo('words')], suffix: todo('a suffix in A-labels; leave out for any'), cites },
  'filed-sites': { outcome: or(['open', 'closed']), cites },
  'local-phone': { subject: unlessOneOf(SUBJECTS), cites },
  'minimum-age': { years: todo('a number'), subject: unlessOneOf(SUBJECTS), cites },
  'confirmation-letter': { cites },
  'commitment-letter': { cites },
  'same-city-address': { cites },
  'one-number': { cites },
  'holder-name-form': { cites },
  'local-licence': { cites },
  'public-body-approval': { cites },
  'foreign-parent': { cites },
  'subject-change-refused': { cites },
  note: { text: inEach('what the rule is'), cites },
};

export const RULE_KINDS = Object.keys(RULES);

/**
 * Returns the file as it will be, or what is wrong with the command's arguments (`registrar
 * example`). What is there already is never overwritten.
 */
export function scaffold([kind = '', ...args]: readonly string[], read: Read): Scaffolded {
  const known: Readonly<Record<string, Kind>> = KINDS;
  const found = Object.hasOwn(known, kind) ? known[kind] : undefined;
  if (found === undefined)
    return { ok: false, wrong: `expected one of ${Object.keys(KINDS).join(', ')}, found "${kind}"` };
  const wanted = found.takes.split(' ').length;
  if (args.length !== wanted)
    return {
      ok: false,
      wrong: `${kind}: expected ${found.takes}, found ${args.length === 0 ? 'nothing' : args.join(' ')}`,
    };
  return found.make(args, read);
}

function inEveryLanguage<T>(of: (locale: Locale) => T): Readonly<Record<Locale, T>> {
  return Object.fromEntries(LOCALES.map((locale) => [locale, of(locale)])) as Record<Locale, T>;
}

function inFolder(folder: string, blank: (id: string) => object): Kind['make'] {
  return ([id = ''], read) => {
    if (!/^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(id))
      return { ok: false, wrong: `expected an id (lower-case letters, digits, hyphens), found "${id}"` };
    const path = `${folder}/${id}.json`;
    if (read(path) !== null) return { ok: false, wrong: `${path}: expected a new id, found a file that is there` };
    const fact = blank(id);
    return { ok: true, path, text: `${JSON.stringify(fact, null, 2)}\n`, places: placesIn(fact, '') };
  };
}

function makePrompt([id = '', says = '']: readonly string[], read: Read): Scaffolded {
  const path = `consoles/${id}.json`;
  const text = read(path);
  if (text === null) return { ok: false, wrong: `expected the id of a file in consoles/, found "${id}"` };
  const { prompts }: Console = JSON.parse(text);
  if (prompts.some((prompt) => prompt.says === says))
    return { ok: false, wrong: `${path}: has the prompt "${says}" already` };
  const before = prompts.findIndex((prompt) => prompt.says > says);
  return inserted(path, text, 'prompts', before === -1 ? prompts.length : before, blankPrompt(says));
}

function makeProvinceRule([id = '', kind = '']: readonly string[], read: Read): Scaffolded {
  const path = `provinces/${id}.json`;
  const text = read(path);
  if (text === null) return { ok: false, wrong: `expected the id of a file in provinces/, found "${id}"` };
  const rule = Object.entries(RULES).find(([name]) => name === kind)?.[1];
  if (rule === undefined) return { ok: false, wrong: `expected one of ${RULE_KINDS.join(', ')}, found "${kind}"` };
  const { rules }: { rules: readonly unknown[] } = JSON.parse(text);
  return inserted(path, text, 'rules', rules.length, { kind, ...rule });
}

function makeSuffix([input = '']: readonly string[], read: Read): Scaffolded {
  // A label before it makes a host of it, which can be read as any other.
  const host = readHost(`x.${input.replace(/^\./, '')}`);
  if ('type' in host) return { ok: false, wrong: `expected a suffix such as example or 公司, found "${input}"` };
  const suffix = host.host.slice('x.'.length);
  const fact: Blank<SuffixFact> = {
    suffix,
    unicode: displayOf(suffix),
    status: or(SUFFIX_STATUSES),
    confidence: or(CONFIDENCES),
    restriction: unlessOneOf(RESTRICTIONS),
    listedBy: sourceIds('that say yes'),
    deniedBy: sourceIds('that say no'),
    absentFrom: sourceIds('whose whole list lacks it'),
  };
  return inLine('tlds.json', fact, suffix, (one: SuffixFact) => one.suffix, read);
}

function makePlatform([owner = '']: readonly string[], read: Read): Scaffolded {
  const fact: Blank<Platform> = {
    owner,
    ownerZh: unless('its Chinese name'),
    use: unlessOneOf(PLATFORM_USES),
    suffixes: [todo('rules as in the Public Suffix List')],
    cites: sourceIds('that say so'),
    at: unless('the place within the first source'),
  };
  return inLine('platforms.json', fact, owner, (one: Platform) => one.owner ?? '\uffff', read);
}

function blankPrompt(says: string): Blank<Prompt> {
  return {
    says,
    means: todo('a meaning that an FAQ entry answers'),
    kind: unless('code, if it is an error code'),
    cites,
  };
}

function unlessOneOf(values: readonly string[]): string {
  return unless(values.join(', '));
}

/** Returns the file with an item added to one of its lists, everything else as it was. */
function inserted(path: string, text: string, list: string, index: number, item: object): Scaffolded {
  const edits = modify(text, [list, index], item, {
    isArrayInsertion: true,
    formattingOptions: { insertSpaces: true, tabSize: 2 },
  });
  return { ok: true, path, text: applyEdits(text, edits), places: placesIn(item, `${list}[${index}]`) };
}

/**
 * Returns the file with the entry in its place in a list that has one entry a line, sorted by a
 * key.
 */
function inLine<T>(path: string, fact: object, key: string, keyOf: (one: T) => string, read: Read): Scaffolded {
  const text = read(path) ?? '[]';
  const list: readonly T[] = JSON.parse(text);
  if (list.some((one) => keyOf(one) === key)) return { ok: false, wrong: `${path}: has "${key}" already` };
  const before = list.findIndex((one) => keyOf(one) > key);
  const index = before === -1 ? list.length : before;
  const lines = list.map((one) => JSON.stringify(one));
  lines.splice(index, 0, JSON.stringify(fact));
  return {
    ok: true,
    path,
    text: `[\n${lines.map((line) => `  ${line}`).join(',\n')}\n]\n`,
    places: placesIn(fact, `[${index}]`),
  };
}

/** Returns where in a fact the marks are, given where the fact stands. */
function placesIn(value: unknown, at: string): Place[] {
  if (typeof value === 'string') return value.startsWith(TO_DO) ? [{ at, what: value.slice(`${TO_DO}: `.length) }] : [];
  if (Array.isArray(value)) return value.flatMap((one, index) => placesIn(one, `${at}[${index}]`));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, one]) => placesIn(one, at === '' ? key : `${at}.${key}`));
}
