/**
 * New facts with everything that their shapes have, each place marked by what belongs there. The
 * marks are refused when the facts are read, so that none of them can be forgotten. Pure: files in,
 * a file out.
 */
import { applyEdits, modify } from 'jsonc-parser';
import { type Decoder, type Field, type Taken, TO_DO } from '../../src/domain/common/decoder.ts';
import { LOCALES } from '../../src/domain/common/locale.ts';
import type { Result } from '../../src/domain/common/result.ts';
import { displayOf } from '../../src/domain/hostname/labels.ts';
import { readHost } from '../../src/domain/hostname/read-host.ts';
import type { Console } from '../../src/domain/ruleset/console.ts';
import type { Platform, SuffixFact } from '../../src/domain/ruleset/suffix.ts';
import * as shapes from '../../src/domain/ruleset/validation/fact-shapes.ts';
import { BELONGS, type Places } from './what-belongs.ts';

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

export const KINDS = {
  source: { takes: 'ID', make: inFolder('sources', shapes.source, BELONGS.source) },
  registrar: { takes: 'ID', make: inFolder('registrars', shapes.registrar, BELONGS.registrar) },
  faq: { takes: 'ID', make: inFolder('faq', shapes.faqEntry, BELONGS.faq) },
  term: { takes: 'ID', make: inFolder('glossary', shapes.glossaryEntry, BELONGS.term) },
  console: { takes: 'ID', make: inFolder('consoles', shapes.console_, BELONGS.console) },
  prompt: { takes: 'CONSOLE TEXT', make: makePrompt },
  'province-rule': { takes: 'PROVINCE KIND', make: makeProvinceRule },
  suffix: { takes: 'SUFFIX', make: makeSuffix },
  platform: { takes: 'OWNER', make: makePlatform },
} satisfies Record<string, Kind>;

const RULES = partsOf(itemOf(shapes.province, 'rules'), 'variants').variants;

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
  if (args.some((arg) => arg !== arg.trim() || !isLine(arg)))
    return { ok: false, wrong: `${kind}: expected ${found.takes} as text in one line, found ${JSON.stringify(args)}` };
  return found.make(args, read);
}

/** Whether a text can stand in a fact as it is: something in one line, and no mark. */
function isLine(text: string): boolean {
  return text !== '' && !/\p{C}/u.test(text) && !text.startsWith(TO_DO);
}

const ID = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

/** Where in a fact a mark stands. */
interface Spot {
  /** The place as `BELONGS` names it. */
  readonly at: string;
  /** What a person may do instead of filling it in. */
  readonly unless?: 'remove this line' | 'remove all of it';
  /** Of a text in every language, which of them it is. */
  readonly locale?: string;
}

/** Returns a value of a shape with a mark at each place that has to be filled in. */
function blank(shape: Decoder<unknown>, belongs: Places, spot: Spot = { at: '' }): unknown {
  const { takes } = shape;
  if (takes === undefined) throw new Error(`${spot.at}: its shape does not say what it takes`);
  if ('listOf' in takes) {
    const unless = spot.unless && 'remove all of it';
    return [blank(takes.listOf, belongs, { ...spot, at: `${spot.at}[]`, ...(unless && { unless }) })];
  }
  if ('fields' in takes) return blankFields(takes.fields, belongs, spot);
  if ('variants' in takes) return blank(Object.values(takes.variants)[0] ?? shape, belongs, spot);
  const what = belongs[spot.at];
  if ('expected' in takes) return mark(what ?? takes.expected, spot);
  const [only] = takes.oneOf;
  // What could be nothing else is there already.
  if (only !== undefined && takes.oneOf.length === 1 && spot.unless === undefined) return only;
  const values = what ?? takes.oneOf.join(', ');
  return mark(spot.at.endsWith('[]') ? `some of ${values}` : values, spot);
}

function blankFields(fields: Readonly<Record<string, Field>>, belongs: Places, spot: Spot): object {
  const isText = LOCALES.every((locale) => locale in fields);
  const blanks = Object.entries(fields).map(([key, field]) => {
    if (typeof field === 'function' && isText) return [key, blank(field, belongs, { ...spot, locale: key })];
    const at = spot.at === '' ? key : `${spot.at}.${key}`;
    return typeof field === 'function'
      ? [key, blank(field, belongs, { ...spot, at })]
      : [key, blank(field.optional, belongs, { ...spot, at, unless: 'remove this line' })];
  });
  return Object.fromEntries(blanks);
}

function mark(what: string, { unless, locale }: Spot): string {
  return `${TO_DO}: ${what}${locale === undefined ? '' : ` (${locale})`}${unless === undefined ? '' : `; or ${unless}`}`;
}

/** Returns the parts of a shape that is made of such. */
function partsOf<K extends 'listOf' | 'fields' | 'variants'>(shape: Decoder<unknown> | undefined, kind: K) {
  const takes = shape?.takes;
  if (takes === undefined || !(kind in takes)) throw new Error(`a shape without ${kind}`);
  return takes as Extract<Taken, Record<K, unknown>>;
}

/** Returns the shape of the items in a list that a shape has. */
function itemOf(shape: Decoder<unknown>, list: string): Decoder<unknown> {
  const field = partsOf(shape, 'fields').fields[list];
  return partsOf(typeof field === 'function' ? field : field?.optional, 'listOf').listOf;
}

function inFolder(folder: string, shape: Decoder<unknown>, belongs: Places): Kind['make'] {
  return ([id = ''], read) => {
    if (!ID.test(id))
      return { ok: false, wrong: `expected an id (lower-case letters, digits, hyphens), found "${id}"` };
    const path = `${folder}/${id}.json`;
    if (read(path) !== null) return { ok: false, wrong: `${path}: expected a new id, found a file that is there` };
    const fact = { ...(blank(shape, belongs) as object), id };
    return { ok: true, path, text: `${JSON.stringify(fact, null, 2)}\n`, places: placesIn(fact, '') };
  };
}

function makePrompt([id = '', says = '']: readonly string[], read: Read): Scaffolded {
  const path = `consoles/${id}.json`;
  const text = ID.test(id) ? read(path) : null;
  if (text === null) return { ok: false, wrong: `expected the id of a file in consoles/, found "${id}"` };
  const { prompts }: Console = JSON.parse(text);
  if (prompts.some((prompt) => prompt.says === says))
    return { ok: false, wrong: `${path}: has the prompt "${says}" already` };
  const before = prompts.findIndex((prompt) => prompt.says > says);
  return inserted(path, text, 'prompts', before === -1 ? prompts.length : before, blankPrompt(says));
}

function makeProvinceRule([id = '', kind = '']: readonly string[], read: Read): Scaffolded {
  const path = `provinces/${id}.json`;
  const text = ID.test(id) ? read(path) : null;
  if (text === null) return { ok: false, wrong: `expected the id of a file in provinces/, found "${id}"` };
  const rule = Object.hasOwn(RULES, kind) ? RULES[kind] : undefined;
  if (rule === undefined) return { ok: false, wrong: `expected one of ${RULE_KINDS.join(', ')}, found "${kind}"` };
  const { rules }: { rules: readonly unknown[] } = JSON.parse(text);
  return inserted(path, text, 'rules', rules.length, blank(rule, BELONGS['province-rule']) as object);
}

/** Labels, with a dot before them or none: an address or a pattern is no suffix. */
const SUFFIX = /^\.?[\p{L}\p{N}-]+(?:[.。][\p{L}\p{N}-]+)*$/u;

function makeSuffix([input = '']: readonly string[], read: Read): Scaffolded {
  // A label before it makes a host of it, which can be read as any other.
  const host = readHost(`x.${input.replace(/^\./, '')}`);
  if ('type' in host || !SUFFIX.test(input))
    return { ok: false, wrong: `expected a suffix such as example or 公司, found "${input}"` };
  const suffix = host.host.slice('x.'.length);
  const fact = {
    ...(blank(partsOf(shapes.suffixes, 'listOf').listOf, BELONGS.suffix) as object),
    suffix,
    unicode: displayOf(suffix),
  };
  return inLine('tlds.json', fact, suffix, (one: SuffixFact) => one.suffix, read);
}

function makePlatform([owner = '']: readonly string[], read: Read): Scaffolded {
  const fact = { ...(blank(partsOf(shapes.platforms, 'listOf').listOf, BELONGS.platform) as object), owner };
  return inLine('platforms.json', fact, owner, (one: Platform) => one.owner ?? '\uffff', read);
}

function blankPrompt(says: string): object {
  return { ...(blank(itemOf(shapes.console_, 'prompts'), BELONGS.prompt) as object), says };
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
