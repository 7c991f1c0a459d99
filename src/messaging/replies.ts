/** What the worker replies, and how it is decoded where it arrives. */

import {
  anyText,
  array,
  either,
  fields,
  https,
  nullable,
  oneOf,
  orElse,
  type Shape,
  type Shaped,
  soundItems,
  text,
  truth,
} from '../domain/common/shape.ts';
import { HINT_KINDS } from '../domain/prompts/hint-preferences.ts';
import { HINT_STATES } from '../domain/prompts/hint-states.ts';
import type { Block } from '../domain/ruleset/guidance.ts';

export const CARD_WORDS = [
  'name',
  'fold',
  'unfold',
  'dismiss',
  'more',
  'less',
  'also',
  'note',
  'warning',
  'newTab',
  'undo',
  'dismissed',
  'instead',
  'open',
] as const;

const block: Shape<Block> = either(
  fields({ kind: oneOf(['paragraph', 'note', 'warning']), text }),
  fields({ kind: oneOf(['steps']), steps: array(text) }),
  fields({ kind: oneOf(['link']), text, url: https }),
);

export const card = fields({
  id: text,
  /** BCP 47 tag of the words. */
  lang: text,
  title: text,
  blocks: array(block),
  /** Without an address where nobody is to be led there. */
  sources: array(fields({ label: text, url: nullable(https) })),
  words: words(CARD_WORDS),
  /** What is known of the domain that the page speaks of; null where it names none. */
  about: nullable(
    fields({
      name: text,
      /** Sentences with days, reckoned from those that the page tells. */
      told: array(text),
      /** Domains to use instead. */
      instead: array(text),
      /** Where its record can be looked up. */
      lookUps: array(fields({ label: text, url: https })),
    }),
  ),
});

/** A guidance entry made ready for a card, in the person's language. */
export type CardContent = Shaped<typeof card>;

const texts = orElse(soundItems(text), []);

export const page = fields({
  /** BCP 47 tag of the words in notes on names. */
  lang: text,
  /** Kinds of hints that the person wants here. */
  kinds: orElse(soundItems(oneOf(HINT_KINDS)), []),
  /**
   * All of them or none: the groups of the expression below are theirs by their order, and a prompt
   * without one of its words would be told of where it is advice.
   */
  prompts: array(
    fields(
      { id: text, guidance: text, state: orElse(oneOf(HINT_STATES), 'open') },
      {
        /** Normalized words of its clause with which it is advice or a question, and no message. */
        unless: array(text),
      },
    ),
  ),
  search: fields({
    /** Sources of expressions: for all prompts, a group each in their order. */
    prompts: anyText,
    /** What is quickly looked for before, and the same without regard to case. */
    pieces: anyText,
    words: anyText,
    /** The same for the text of many elements. */
    runs: fields({ pieces: anyText, words: anyText }),
    /** What is said of a field that takes a domain name, and of those that take something else. */
    fields: text,
    otherFields: text,
    /** Names that are only examples. */
    examples: text,
  }),
  /** What the site's pages are for; the first whose path fits counts. */
  pages: orElse(soundItems(fields({ topic: text, path: anyText })), []),
  /** Source of an expression: where the text of a page has it, a record may be on it. */
  record: anyText,
  /** Whether names are marked on every page, whatever it is for. */
  everywhere: orElse(truth, false),
});

/** What hints are wanted on a page. */
export type PageInfo = Shaped<typeof page>;

const TONES = ['yes', 'no', 'unknown'] as const;

export const note = fields(
  {
    name: text,
    tone: oneOf(TONES),
    /** In a word or two. */
    word: text,
    text,
  },
  {
    /** What is said of the rules that it rests on, where they are not those of the build. */
    mark: text,
    /** What a person can do next; absent of a suffix alone. */
    ways: fields({
      /** Names the button that opens all that is known of the domain. */
      open: text,
      /** Domains to use instead. */
      instead: texts,
      /** Where the list of suffixes can be looked at. */
      lookUp: fields({ label: text, url: https }),
      newTab: text,
    }),
  },
);

/** What is said of one name in a page. */
export type NameNote = Shaped<typeof note>;

/** The kinds of elements that hints are put into pages as. */
const HOST_KINDS = ['card', 'chip', 'note', 'pill'] as const;

export const styles = words(['common', ...HOST_KINDS]);

/**
 * The style sheets of hints: what is for all of them, and one a kind. A color that depends on the
 * ground is written `light-dark(…, …)`.
 */
export type HintStyles = Shaped<typeof styles>;

const TOPIC_WORDS = ['name', 'close', 'offSite', 'settings'] as const;

export const topic = fields(
  {
    lang: text,
    title: text,
    entries: array(fields({ id: text, question: text })),
    words: words(TOPIC_WORDS),
  },
  { tip: text },
);

/** What a page says of one domain, as it is said in the pill. */
export const record = fields({
  title: text,
  /** What of it answers a question. */
  text,
  /** Names the button that uses it. */
  use: text,
});

export type RecordContent = Shaped<typeof record>;

/** What a page of a console is for, and what helps there. */
export type TopicContent = Shaped<typeof topic>;

/** Returns the shape of a text under each of these names. */
/* @__NO_SIDE_EFFECTS__ */
function words<const W extends string>(names: readonly W[]): Shape<Readonly<Record<W, string>>> {
  return fields(Object.fromEntries(names.map((name) => [name, text]))) as Shape<Readonly<Record<W, string>>>;
}
