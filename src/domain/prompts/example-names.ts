/** Names that a help text has for examples are none that a page is about. */
export const EXAMPLE_NAMES =
  /(?:如[:：,，“"「\s]{0,3}|(?<!\p{L})例[:：]\s?|(?<![\p{L}\p{N}.-])(?:e\.g\.|such as|example)[:：,，“"「\s]{1,3})[\w.、-]*\.\w+/giu;
