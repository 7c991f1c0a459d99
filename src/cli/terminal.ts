/** What would move a terminal's cursor, ring its bell, or turn the direction of a line. */
const CONTROLS = /[\p{Cc}\p{Cf}\u2028\u2029]/gu;
/** Of these, what JSON lets stand. */
const LEFT_BY_JSON = /[\u007f-\u009f\u2028\u2029\p{Cf}]/gu;

/**
 * Returns a text that is safe to print in a terminal, as one line: a name with a line end in it
 * must not seem to be a line of ours. What is not to be seen becomes `�`.
 */
export function printable(text: string): string {
  return text.replace(CONTROLS, '�');
}

/**
 * Returns JSON of a value, in which every character that a terminal would act on is written as
 * `\u…`.
 *
 * @param indent blanks of each level; all in one line where it is 0
 */
export function safeJson(value: unknown, indent = 0): string {
  return JSON.stringify(value, null, indent).replace(LEFT_BY_JSON, (found) =>
    [...Array(found.length).keys()].map((at) => `\\u${found.charCodeAt(at).toString(16).padStart(4, '0')}`).join(''),
  );
}
