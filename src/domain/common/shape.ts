/**
 * Decoders of what our own parts reply to each other. Unlike those of decoder.ts they say only that
 * something is not sound and never what: nobody reads it, and all of a console's pages load them.
 */

import { isRecord } from './is-record.ts';

/** Returns what a value is decoded to; undefined where it is not sound. */
export type Shape<T> = (value: unknown) => T | undefined;

/** What a shape gives. */
export type Shaped<S> = S extends Shape<infer T> ? T : never;

type Shapes = Readonly<Record<string, Shape<unknown>>>;
type All<S extends Shapes> = { readonly [K in keyof S]: Shaped<S[K]> };

/** A text that says something. */
export const text: Shape<string> = (value) => (typeof value === 'string' && value !== '' ? value : undefined);

export const anyText: Shape<string> = (value) => (typeof value === 'string' ? value : undefined);

export const https: Shape<string> = (value) => (text(value)?.startsWith('https://') ? (value as string) : undefined);

export const truth: Shape<boolean> = (value) => (typeof value === 'boolean' ? value : undefined);

export const anything: Shape<unknown> = (value) => value;

/**
 * An object with these properties at least, and with any of those of `optional`; what else it has,
 * as newer versions write, is left out.
 */
/* @__NO_SIDE_EFFECTS__ */
export function fields<S extends Shapes>(needed: S): Shape<All<S>>;
export function fields<S extends Shapes, O extends Shapes>(needed: S, optional: O): Shape<All<S> & Partial<All<O>>>;
export function fields(needed: Shapes, optional?: Shapes): Shape<unknown> {
  return (value) => {
    if (!isRecord(value)) return undefined;
    const read: Record<string, unknown> = {};
    for (const [key, shape] of Object.entries({ ...needed, ...optional })) {
      const own = Object.hasOwn(value, key) ? value[key] : undefined;
      if (own === undefined && !(key in needed)) continue;
      read[key] = shape(own);
      if (read[key] === undefined) return undefined;
    }
    return read;
  };
}

/* @__NO_SIDE_EFFECTS__ */
export function oneOf<const T extends string>(values: readonly T[]): Shape<T> {
  return (value) => values.find((one) => one === value);
}

/** The sound items of an array; what is no array is not sound. */
/* @__NO_SIDE_EFFECTS__ */
export function soundItems<T>(item: Shape<T>): Shape<readonly T[]> {
  return (value) => (Array.isArray(value) ? value.map(item).filter((one) => one !== undefined) : undefined);
}

/** An array of sound items only. */
/* @__NO_SIDE_EFFECTS__ */
export function array<T>(item: Shape<T>): Shape<readonly T[]> {
  return (value) => {
    const items = soundItems(item)(value);
    return items?.length === (value as readonly unknown[]).length ? items : undefined;
  };
}

/** What is sound, or `other` in place of what is not. */
/* @__NO_SIDE_EFFECTS__ */
export function orElse<T, O extends T>(shape: Shape<T>, other: O): Shape<T> {
  return (value) => shape(value) ?? other;
}

/** The same, or null. */
/* @__NO_SIDE_EFFECTS__ */
export function nullable<T>(shape: Shape<T>): Shape<T | null> {
  return (value) => (value === null ? null : shape(value));
}

/** What the first of several shapes makes of it for which it is sound. */
/* @__NO_SIDE_EFFECTS__ */
export function either<S extends readonly Shape<unknown>[]>(...shapes: S): Shape<Shaped<S[number]>> {
  return (value) => {
    for (const shape of shapes) {
      const read = shape(value);
      if (read !== undefined) return read as Shaped<S[number]>;
    }
    return undefined;
  };
}
