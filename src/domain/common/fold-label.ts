/**
 * The form in which labels of records are compared; both the reader and the lint of its words use
 * it.
 */

/**
 * Returns a label without letter case, compatibility forms, brackets with what they hold, signs and
 * blanks.
 */
export function foldLabel(label: string): string {
  const plain = label.normalize('NFKC').toLowerCase();
  return plain.replace(/\([^()]*\)|\[[^[\]]*\]/g, '').replace(/[^\p{L}\p{N}]+/gu, '');
}
