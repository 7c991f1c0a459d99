/**
 * Text in a table's cell that no spreadsheet takes for a formula. Which sign parts the cells is a
 * setting of the reader's machine, so that a formula may begin after any of them; where it is
 * another than ours, quotes and line ends mean nothing either.
 */

/** A place where a reader may begin a cell. */
const BEGINS = '(^|[;,|\\t\\n\\v\\f\\r\\u0085\\u2028\\u2029])';
/**
 * What readers skip before a formula, and the formula; full-width signs count in Chinese and
 * Japanese versions.
 */
const FORMULA = '(?:(?![\\t\\n\\v\\f\\r\\u0085\\u2028\\u2029])[\\s\\p{C}"])*[=+\\-@＝＋－＠]';
const BARE = new RegExp(`${BEGINS}(?='*${FORMULA})`, 'gu');
const GUARDED = new RegExp(`${BEGINS}'(?='*${FORMULA})`, 'gu');

/**
 * Returns a text with an apostrophe before each formula that it could be read as, as people write
 * it themselves.
 */
export function guardCell(text: string): string {
  return text.replace(BARE, "$1'");
}

/** Returns the text that {@link guardCell} was given. */
export function unguardCell(text: string): string {
  return text.includes("'") ? text.replace(GUARDED, '$1') : text;
}
