/** `check --numbers`: the filing numbers in a text or HTML. */
import { Parser } from 'htmlparser2';
import type { Day } from '../domain/common/days.ts';
import { numbersIn } from '../domain/filing-numbers/find-filing-numbers.ts';
import type { TextPiece } from '../domain/filing-numbers/match-numbers.ts';
import type { Ruleset } from '../domain/ruleset/ruleset.ts';
import { InputRefused } from './input.ts';
import { MOST_DEPTH } from './saved-page.ts';
import { safeJson } from './terminal.ts';

/** Elements that a line of text runs through. */
const INLINE = new Set(
  'a abbr acronym b bdi bdo big cite dfn em font i img ins label mark q s small span strong sub sup time tt u var wbr'.split(
    ' ',
  ),
);
/** Elements whose text nobody sees. */
const UNSEEN = new Set('head noscript script style template title'.split(' '));

/**
 * Returns the text of HTML, or of a plain text, in order, with the links it stands in; `alt` and
 * `title` count as text.
 *
 * @throws {InputRefused} if it is deeper than any page
 */
export function piecesOfHtml(html: string): TextPiece[] {
  const pieces: TextPiece[] = [];
  const links: string[] = [];
  let unseen = 0;
  let depth = 0;
  let begins = false;
  const add = (text: string, apart: boolean) => {
    pieces.push({ text, href: links.at(-1) ?? null, begins: begins || apart });
    begins = apart;
  };
  const parser = new Parser({
    onopentag(name, { href, alt, title }) {
      if (++depth > MOST_DEPTH) throw new InputRefused(`more than ${MOST_DEPTH} elements stand in each other`);
      if (UNSEEN.has(name)) unseen++;
      if (name === 'a') links.push(href ?? '');
      if (!INLINE.has(name)) begins = true;
      for (const text of [alt, title]) if (unseen === 0 && text) add(text, true);
    },
    ontext(text) {
      if (unseen === 0) add(text, false);
    },
    onclosetag(name) {
      depth--;
      if (UNSEEN.has(name)) unseen--;
      if (name === 'a') links.pop();
      if (!INLINE.has(name)) begins = true;
    },
  });
  parser.end(html);
  return pieces;
}

/** Returns a line of JSON for each number in a text or HTML. */
export function numberLines(rules: Ruleset, html: string, today: Day): string[] {
  return numbersIn(piecesOfHtml(html), rules, today).map(
    ({ kind, number, province, digits, service, link, problems, isDeepLink }) =>
      safeJson({
        kind,
        number,
        province,
        digits,
        service,
        link,
        problems,
        ...(isDeepLink && { notes: ['link-not-bare'] }),
      }),
  );
}
