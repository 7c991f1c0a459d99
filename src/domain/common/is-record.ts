/** What an unknown value has under its names, once it is known to be an object with names. */
export type Fields = Readonly<Record<string, unknown>>;

/** Returns whether a value is an object with names: no list, and not nothing. */
export function isRecord(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
