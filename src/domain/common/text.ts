/** Marks that consoles write now one way, now the other; NFKC already folds full-width forms. */
const FOLD: Readonly<Record<string, string>> = { '、': ',', '。': '.' };

/**
 * Returns the form in which prompts and page text are compared: compatibility forms and letter case
 * folded; white space, invisible characters, quotes, brackets, colons and dashes gone; what ends a
 * clause kept, so that two sentences never read as one. Doing it twice changes nothing.
 */
export function normalise(text: string): string {
  // The ellipsis stands for a gap in patterns; compatibility forms would make three full stops of
  // it.
  return (
    text
      .split('…')
      .map((part) => part.normalize('NFKC').toLowerCase().normalize('NFKC'))
      .join('…')
      .replace(
        /[\s\u00ad\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff"'`“”„‘’「」『』《》〈〉【】〔〕()[\]{}<>:·*_~|—–-]+/gu,
        '',
      )
      // What is left may stand beside a combining sign now.
      .normalize('NFC')
      .replace(/[、。]/gu, (mark) => FOLD[mark] ?? mark)
  );
}

/**
 * Returns a regular expression's source that matches just this text, with or without the `u` flag.
 */
export function escapeRegExp(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
}
