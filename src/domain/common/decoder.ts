/**
 * Small decoders: unknown JSON in, a typed value or every problem out. Nothing throws. Making one
 * does nothing, so a part of the extension comes without those that it does not use: the marks tell
 * the bundler.
 */

import { isRecord } from './is-record.ts';

/**
 * One thing wrong in one file. `at` is the place as a path (`[3].suffix`), empty for the file as a
 * whole.
 */
export interface ValidationIssue {
  readonly file: string;
  readonly at: string;
  readonly expected: string;
  readonly found: string;
}

/** Collects troubles while a file is read. */
export interface DecodeContext {
  readonly file: string;
  readonly troubles: ValidationIssue[];
  /** Names a value in a report: `describe` where somebody reads them. */
  readonly describe?: (value: unknown) => string;
}

/**
 * Returns undefined after reporting at least one trouble. `C` is what it needs to know besides,
 * such as the rules that ids are held against.
 */
export interface Decoder<T, C extends DecodeContext = DecodeContext> {
  (value: unknown, at: string, reading: C): T | undefined;
  /** What it takes, for those who write what it is to read: `npm run new`. */
  readonly takes?: Taken;
}

/** What a decoder takes: what is said of it in words, or its parts. */
export type Taken =
  | { readonly expected: string }
  | { readonly oneOf: readonly string[] }
  | { readonly listOf: Decoder<unknown> }
  | { readonly fields: Readonly<Record<string, Field>> }
  | { readonly variants: Readonly<Record<string, Decoder<unknown>>> };

/* @__NO_SIDE_EFFECTS__ */
function taking<D extends object>(takes: Taken, decode: D): D & { readonly takes: Taken } {
  return Object.assign(decode, { takes });
}

/** Returns how a value is named in a report; long values are cut. */
export function describe(value: unknown): string {
  if (value === undefined) return 'nothing';
  if (Array.isArray(value)) return `an array of ${value.length}`;
  if (typeof value === 'object' && value !== null) return 'an object';
  const text = typeof value === 'bigint' ? String(value) : (JSON.stringify(value) ?? String(value));
  return text.length > 60 ? `${text.slice(0, 59)}…` : text;
}

/** Reports a value that is not what was expected. */
export function report(reading: DecodeContext, at: string, expected: string, value: unknown): undefined {
  reading.troubles.push({ file: reading.file, at, expected, found: reading.describe?.(value) ?? '' });
  return undefined;
}

/**
 * What a text begins with that somebody still has to write: `npm run new` leaves it at each place
 * to fill in.
 */
export const TO_DO = 'TODO';

/** A string for which `holds` is true; `expected` names the rule in reports. */
/* @__NO_SIDE_EFFECTS__ */
export function string(
  expected = 'a text',
  holds: (text: string) => boolean = (text) => text.trim() !== '' && !text.startsWith(TO_DO),
): Decoder<string> {
  return taking({ expected }, (value, at, reading) =>
    typeof value === 'string' && holds(value) ? value : report(reading, at, expected, value),
  );
}

/* @__NO_SIDE_EFFECTS__ */
export function boolean(): Decoder<boolean> {
  const expected = 'true or false';
  return taking({ expected }, (value, at, reading) =>
    typeof value === 'boolean' ? value : report(reading, at, expected, value),
  );
}

/* @__NO_SIDE_EFFECTS__ */
export function positiveInteger(): Decoder<number> {
  const expected = 'a whole number above 0';
  return taking({ expected }, (value, at, reading) =>
    typeof value === 'number' && Number.isInteger(value) && value > 0 ? value : report(reading, at, expected, value),
  );
}

/* @__NO_SIDE_EFFECTS__ */
export function oneOf<const T extends string>(values: readonly T[]): Decoder<T> {
  return taking(
    { oneOf: values },
    (value, at, reading) =>
      values.find((known) => known === value) ?? report(reading, at, `one of ${values.join(', ')}`, value),
  );
}

/* @__NO_SIDE_EFFECTS__ */
export function array<T>(item: Decoder<T>, atLeast = 0, atMost = Number.POSITIVE_INFINITY): Decoder<readonly T[]> {
  return taking({ listOf: item }, (value, at, reading) => {
    if (!Array.isArray(value)) return report(reading, at, 'an array', value);
    if (value.length > atMost) return report(reading, at, `an array of at most ${atMost}`, value);
    if (value.length < atLeast) return report(reading, at, `an array of at least ${atLeast}`, value);
    const items = value.map((one, index) => item(one, `${at}[${index}]`, reading));
    return items.every((one) => one !== undefined) ? (items as T[]) : undefined;
  });
}

/** Anything at all, but not nothing: whoever takes it looks at what it is. */
/* @__NO_SIDE_EFFECTS__ */
export function anything(): Decoder<unknown> {
  return (value, at, reading) => (value === undefined ? report(reading, at, 'something', value) : value);
}

/** A number for which `holds` is true; `expected` names the rule in reports. */
/* @__NO_SIDE_EFFECTS__ */
export function number(expected: string, holds: (value: number) => boolean): Decoder<number> {
  return (value, at, reading) =>
    typeof value === 'number' && holds(value) ? value : report(reading, at, expected, value);
}

/** What decodes, or `other` in place of what does not, which is reported. */
/* @__NO_SIDE_EFFECTS__ */
export function orElse<T>(decoder: Decoder<T>, other: T): Decoder<T> {
  return (value, at, reading) => decoder(value, at, reading) ?? other;
}

/** Returns an item of several; one that is left out is one trouble, whatever is wrong within it. */
function itemOf<T, C extends DecodeContext>(item: Decoder<T, C>, one: unknown, at: string, reading: C): T | undefined {
  const before = reading.troubles.length;
  const read = item(one, at, reading);
  const [first] = read === undefined ? reading.troubles.splice(before) : [];
  if (first !== undefined) reading.troubles.push({ ...first, at });
  return read;
}

/** The sound items of an array; the others are left out, and reported. */
/* @__NO_SIDE_EFFECTS__ */
export function soundItems<T>(item: Decoder<T>, atMost = Number.POSITIVE_INFINITY): Decoder<readonly T[]> {
  return (value, at, reading) => {
    if (!Array.isArray(value)) return report(reading, at, 'an array', value);
    if (value.length > atMost) return report(reading, at, `an array of at most ${atMost}`, value);
    const items = value.map((one, index) => itemOf(item, one, `${at}[${index}]`, reading));
    return items.filter((one) => one !== undefined);
  };
}

/** The same, or nothing where nothing is given. */
/* @__NO_SIDE_EFFECTS__ */
export function nullable<T>(decoder: Decoder<T>): Decoder<T | null> {
  return (value, at, reading) => (value === null ? null : decoder(value, at, reading));
}

/**
 * Returns what a decoder makes of a value, and the places of what is not sound in it; `(all)` is
 * the value itself. `at` is its own place.
 */
export function decodedWithPlaces<T, More extends object>(
  decoder: Decoder<T, DecodeContext & More>,
  value: unknown,
  more: More,
  at = '',
): { readonly value: T | undefined; readonly wrong: readonly string[] } {
  const reading: DecodeContext & More = { ...more, file: '', troubles: [] };
  const read = decoder(value, at, reading);
  return { value: read, wrong: reading.troubles.map((trouble) => trouble.at || '(all)') };
}

/**
 * Returns what a decoder makes of a value whose problems nobody is told; undefined where it is not
 * sound.
 */
export function decoded<T>(decoder: Decoder<T>, value: unknown): T | undefined {
  return decoder(value, '', { file: '', troubles: [] });
}

/** What a decoder gives. */
export type Decoded<D> = D extends (...args: never[]) => infer T ? Exclude<T, undefined> : never;

/** Marks a property that may be absent. */
/* @__NO_SIDE_EFFECTS__ */
export function optional<T>(decoder: Decoder<T>): Optional<T> {
  return { optional: decoder };
}

interface Optional<T> {
  readonly optional: Decoder<T>;
}

export type Field = Decoder<unknown> | Optional<unknown>;
type OptionalKeys<S> = { [K in keyof S]: S[K] extends Optional<unknown> ? K : never }[keyof S];
type Shaped<S> = {
  readonly [K in Exclude<keyof S, OptionalKeys<S>>]: S[K] extends Decoder<infer T> ? T : never;
} & { readonly [K in OptionalKeys<S>]?: S[K] extends Optional<infer T> ? T : never };

/**
 * An object with these properties at least; what else it has, as newer versions write, is left out.
 */
/* @__NO_SIDE_EFFECTS__ */
export function fields<S extends Record<string, Field>>(shape: S): Decoder<Shaped<S>> {
  return taking({ fields: shape }, (value, at, reading) => {
    if (!isRecord(value)) return report(reading, at, 'an object', value);
    const own = (key: string) => (Object.hasOwn(value, key) ? value[key] : undefined);
    const entries = Object.entries(shape)
      .filter(([key, field]) => typeof field === 'function' || own(key) !== undefined)
      .map(([key, field]): [string, unknown] => {
        const decode = typeof field === 'function' ? field : field.optional;
        return [key, decode(own(key), within(at, key), reading)];
      });
    const isSound = entries.every(([, one]) => one !== undefined);
    return isSound ? (Object.fromEntries(entries) as Shaped<S>) : undefined;
  });
}

/**
 * An object with exactly these properties: an unknown one is a problem too, as it is most often a
 * misspelled name.
 */
export function object<S extends Record<string, Field>>(shape: S): Decoder<Shaped<S>> {
  const known = fields(shape);
  return taking({ fields: shape }, (value, at, reading) => {
    const decoded = known(value, at, reading);
    const unknown = isRecord(value) ? Object.entries(value).filter(([key]) => !Object.hasOwn(shape, key)) : [];
    for (const [key, one] of unknown) report(reading, within(at, key), 'no such property', one);
    return unknown.length === 0 ? decoded : undefined;
  });
}

/**
 * The sound ones of an object's properties, of whatever names and all of one kind; the others are
 * left out, and reported.
 */
export function soundRecord<T>(item: Decoder<T>): Decoder<Readonly<Record<string, T>>> {
  return (value, at, reading) => {
    if (!isRecord(value)) return report(reading, at, 'an object', value);
    const entries = Object.entries(value).flatMap(([key, one]): [string, T][] => {
      const read = itemOf(item, one, within(at, key), reading);
      return read === undefined ? [] : [[key, read]];
    });
    return Object.fromEntries(entries);
  };
}

/**
 * The sound ones of these properties, each of which may be absent; others, and what is not sound,
 * are left out, and reported.
 */
export function soundFields<T, C extends DecodeContext>(
  shape: { readonly [K in keyof T]: Decoder<T[K], C> },
): Decoder<Partial<T>, C> {
  return (value, at, reading) => {
    if (!isRecord(value)) return report(reading, at, 'an object', value);
    const read: Partial<T> = {};
    for (const [key, one] of Object.entries(value)) {
      const name = key as keyof T;
      const known = Object.hasOwn(shape, key)
        ? itemOf(shape[name], one, within(at, key), reading)
        : report(reading, within(at, key), 'no such property', one);
      if (known !== undefined) read[name] = known;
    }
    return read;
  };
}

function within(at: string, key: string): string {
  return at === '' ? key : `${at}.${key}`;
}

/** An object that is one of several shapes, told apart by its `kind`. */
/* @__NO_SIDE_EFFECTS__ */
export function variant<T extends { readonly kind: string }>(shapes: Record<T['kind'], Decoder<T>>): Decoder<T> {
  return taking({ variants: shapes }, (value, at, reading) => {
    const kind = typeof value === 'object' && value !== null && 'kind' in value ? value.kind : undefined;
    const shape = Object.entries<Decoder<T>>(shapes).find(([name]) => name === kind)?.[1];
    if (shape === undefined) return report(reading, `${at}.kind`, `one of ${Object.keys(shapes).join(', ')}`, kind);
    return shape(value, at, reading);
  });
}

/**
 * An object with any number of properties, all of one kind; `expected` names the rule for their
 * names.
 */
export function record<T>(
  expected: string,
  holds: (key: string) => boolean,
  item: Decoder<T>,
): Decoder<Record<string, T>> {
  return (value, at, reading) => {
    if (!isRecord(value)) return report(reading, at, 'an object', value);
    const entries = Object.entries(value).flatMap(([key, one]): [string, T][] => {
      const place = within(at, key);
      if (!holds(key)) report(reading, place, expected, key);
      const decoded = item(one, place, reading);
      return holds(key) && decoded !== undefined ? [[key, decoded]] : [];
    });
    return entries.length === Object.keys(value).length ? Object.fromEntries(entries) : undefined;
  };
}
