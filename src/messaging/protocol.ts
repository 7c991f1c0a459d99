/**
 * What the parts of the extension say to each other: kind → {ask, reply}. Both ways are typed, and
 * decoded at run time: a message may come from an older version of the extension in a page that was
 * never reloaded.
 */

import {
  anything,
  array,
  boolean,
  type Decoded,
  type Decoder,
  decoded,
  fields,
  nullable,
  oneOf,
  optional,
  orElse,
  soundItems,
  string,
  variant,
} from '../domain/common/decoder.ts';
import { isRecord } from '../domain/common/is-record.ts';
import type { Result } from '../domain/common/result.ts';
import { HINT_KINDS } from '../domain/prompts/hint-preferences.ts';
import { HINT_STATES, type HintState, MOST_ON_SITE } from '../domain/prompts/hint-states.ts';
import type { Block } from '../domain/ruleset/guidance.ts';
import type { Sender } from './sender.ts';

/** A text that says something. */
const text = string('a text', (one) => one !== '');
const https = string('an https address', (one) => one.startsWith('https://'));

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

const block = variant<Block>({
  paragraph: fields({ kind: oneOf(['paragraph']), text }),
  steps: fields({ kind: oneOf(['steps']), steps: array(text) }),
  note: fields({ kind: oneOf(['note']), text }),
  warning: fields({ kind: oneOf(['warning']), text }),
  link: fields({ kind: oneOf(['link']), text, url: https }),
});

const card = fields({
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
export type CardContent = Decoded<typeof card>;

const texts = orElse(soundItems(text), []);

const page = fields({
  /** BCP 47 tag of the words in notes on names. */
  lang: text,
  /** Kinds of hints that the person wants here. */
  kinds: orElse(soundItems(oneOf(HINT_KINDS)), []),
  prompts: soundItems(
    fields({
      id: text,
      says: text,
      anchors: texts,
      unless: optional(texts),
      guidance: text,
      state: orElse<HintState>(oneOf(HINT_STATES), 'open'),
    }),
  ),
  /** What the site's pages are for; the first whose path fits counts. */
  pages: orElse(soundItems(fields({ topic: text, path: string('a path', () => true) })), []),
  /** Whether names are marked on every page, whatever it is for. */
  everywhere: orElse(boolean(), false),
});

/** What hints are wanted on a page. */
export type PageInfo = Decoded<typeof page>;

const TONES = ['yes', 'no', 'unknown'] as const;

const note = fields({
  name: text,
  tone: oneOf(TONES),
  /** In a word or two. */
  word: text,
  text,
  /** What is said of the rules that it rests on, where they are not those of the build. */
  mark: optional(text),
  /** What a person can do next; absent of a suffix alone. */
  ways: optional(
    fields({
      /** Names the button that opens all that is known of the domain. */
      open: text,
      /** Domains to use instead. */
      instead: texts,
      /** Where the list of suffixes can be looked at. */
      lookUp: fields({ label: text, url: https }),
      newTab: text,
    }),
  ),
});

/** What is said of one name in a page. */
export type NameNote = Decoded<typeof note>;

/** The kinds of elements that hints are put into pages as. */
const HOST_KINDS = ['card', 'chip', 'note', 'pill'] as const;

const styles = words(['common', ...HOST_KINDS]);

/**
 * The style sheets of hints: what is for all of them, and one a kind. A colour that depends on the
 * ground is written `light-dark(…, …)`.
 */
export type HintStyles = Decoded<typeof styles>;

const TOPIC_WORDS = ['name', 'close', 'offSite', 'settings'] as const;

const topic = fields({
  lang: text,
  title: text,
  entries: array(fields({ id: text, question: text })),
  tip: optional(text),
  words: words(TOPIC_WORDS),
});

/** What a page of a console is for, and what helps there. */
export type TopicContent = Decoded<typeof topic>;

/** Returns the decoder of a text under each of these names. */
/* @__NO_SIDE_EFFECTS__ */
function words<const W extends string>(names: readonly W[]): Decoder<Readonly<Record<W, string>>> {
  return fields(Object.fromEntries(names.map((name) => [name, text]))) as Decoder<Readonly<Record<W, string>>>;
}

/**
 * A text of the length that a name or an id may have: a renderer that was taken over must not fill
 * storage.
 */
const short = string('a text of at most 260 characters', (one) => one !== '' && one.length <= 260);

/** Characters around a prompt that are looked at. */
export const MOST_AROUND = 2000;

const aroundPrompt = string('a text around a prompt', (one) => one.length <= MOST_AROUND);

/** No page needs more names at once; a longer list is asked in parts. */
export const NAMES_AT_ONCE = 100;

export interface Protocol {
  /** Which hints are wanted on the page that asks? null: none, leave it alone. */
  page: { from: 'page'; ask: Nothing; reply: PageInfo | null };
  /** The looks of hints: most pages have none, so the content script comes without. */
  styles: { from: 'page'; ask: Nothing; reply: HintStyles };
  /**
   * The words of a card; null for an entry that this version does not have. `around` is what stands
   * around the prompt, a line each block, with tabs between the cells of a row.
   */
  guidance: { from: 'page'; ask: { readonly id: string; readonly around: string }; reply: CardContent | null };
  /** Show the person all that is known of a domain. false: it is none. */
  openCase: { from: 'page'; ask: { readonly name: string }; reply: boolean };
  /**
   * Keep a card's state on the site of the page that asks. false: it could not be stored, or there
   * is no such prompt there.
   */
  remember: { from: 'page'; ask: { readonly prompt: string; readonly state: HintState }; reply: boolean };
  /**
   * What is to be said of these names (or suffixes with a dot before them)? Those that are none are
   * left out.
   */
  names: { from: 'page'; ask: { readonly names: readonly string[] }; reply: readonly NameNote[] };
  /** What helps on such a page; null for a topic that this version does not have. */
  topic: { from: 'page'; ask: { readonly topic: string }; reply: TopicContent | null };
  /**
   * Switch hints off on the site of the page that asks; a page reaches no further. false: it could
   * not be stored.
   */
  switchOff: { from: 'page'; ask: Nothing; reply: boolean };
  /**
   * Show the person where hints are switched off everywhere: a page of ours, where no other page
   * can press anything.
   */
  openHintSettings: { from: 'page'; ask: Nothing; reply: boolean };
  /** Forget what was dismissed on a site. false: it could not be stored. */
  restore: { from: 'own'; ask: { readonly site: string }; reply: boolean };
  /** Dismiss prompts of a site again, to undo that. false: it could not be stored. */
  dismiss: { from: 'own'; ask: { readonly site: string; readonly prompts: readonly string[] }; reply: boolean };
  /**
   * The rules file that is kept, unchecked; null: it cannot be read. For pages that have no
   * database.
   */
  loadedRules: { from: 'own'; ask: Nothing; reply: { readonly value?: unknown } | null };
  /** Keep a rules file; null: none. false: it is not sound, or could not be stored. */
  keepRules: { from: 'own'; ask: { readonly file: unknown }; reply: boolean };
}

/** What the worker tells, unasked, to pages of ours: other rules are in use. */
export const RULES_CHANGED = 'rules-changed';
/**
 * What it tells to content scripts in all tabs and frames: what hints are wanted may have changed,
 * so ask.
 */
export const HINTS_CHANGED = 'hints-changed';

/** Returns whether a message is what the worker tells of a kind. */
export function isTold(message: unknown, kind: typeof RULES_CHANGED | typeof HINTS_CHANGED): boolean {
  return isRecord(message) && message.kind === kind;
}

type Nothing = Readonly<Record<never, never>>;
export type Kind = keyof Protocol;
/** What content scripts send, and what pages of the extension send. */
export type PageKind = { [K in Kind]: Protocol[K]['from'] extends 'page' ? K : never }[Kind];
type OwnKind = Exclude<Kind, PageKind>;
export type Request = { [K in Kind]: { readonly kind: K } & Protocol[K]['ask'] }[Kind];
export type Handlers = {
  readonly [K in Kind]: (
    ask: Protocol[K]['ask'],
    from: Extract<Sender, { kind: Protocol[K]['from'] }>,
  ) => Promise<Protocol[K]['reply']>;
};

/** Whose messages of a kind are taken. */
const FROM: { readonly [K in Kind]: Protocol[K]['from'] } = {
  page: 'page',
  styles: 'page',
  guidance: 'page',
  openCase: 'page',
  remember: 'page',
  names: 'page',
  topic: 'page',
  switchOff: 'page',
  openHintSettings: 'page',
  restore: 'own',
  dismiss: 'own',
  loadedRules: 'own',
  keepRules: 'own',
};

/**
 * What a handler's reply is sent in: without it, a reply of nothing could not be told from none.
 */
type Answer = Result<{ readonly reply: unknown }, unknown>;

/** What a message asks, besides its kind. */
const ASKS: { readonly [K in Kind]: Decoder<Protocol[K]['ask']> } = {
  page: fields({}),
  styles: fields({}),
  guidance: fields({ id: short, around: orElse(aroundPrompt, '') }),
  openCase: fields({ name: short }),
  remember: fields({ prompt: short, state: oneOf(HINT_STATES) }),
  names: fields({ names: soundItems(short, NAMES_AT_ONCE) }),
  topic: fields({ topic: short }),
  switchOff: fields({}),
  openHintSettings: fields({}),
  restore: fields({ site: short }),
  dismiss: fields({ site: short, prompts: array(short, 0, MOST_ON_SITE) }),
  loadedRules: fields({}),
  keepRules: fields({ file: anything() }),
};

/** Apart from those below: a content script comes without them. */
const REPLIES: { readonly [K in PageKind]: Decoder<Protocol[K]['reply']> } = {
  page: nullable(page),
  styles,
  guidance: nullable(card),
  openCase: boolean(),
  remember: boolean(),
  names: soundItems(note),
  topic: nullable(topic),
  switchOff: boolean(),
  openHintSettings: boolean(),
};

const OWN_REPLIES: { readonly [K in OwnKind]: Decoder<Protocol[K]['reply']> } = {
  restore: boolean(),
  dismiss: boolean(),
  loadedRules: nullable(fields({ value: optional(anything()) })),
  keepRules: boolean(),
};

/** Returns the message in a value; null where it is none of ours. */
export function decodeRequest(message: unknown): Request | null {
  try {
    if (!isRecord(message)) return null;
    const asked = message.kind;
    const kind = (Object.keys(ASKS) as Kind[]).find((one) => one === asked);
    const ask = kind && decoded<Protocol[Kind]['ask']>(ASKS[kind], message);
    return ask ? ({ kind, ...ask } as Request) : null;
  } catch {
    // Browsers hand over copies; what is not one may have traps, and is none of ours.
    return null;
  }
}

/**
 * Returns the promise of an answer, or undefined at once where the message is not ours or its
 * sender may not send it. Never rejects: that a handler failed is an answer, too.
 */
export function dispatch(message: unknown, sender: Sender | null, handlers: Handlers): Promise<unknown> | undefined {
  const ask = decodeRequest(message);
  if (ask === null || sender === null || sender.kind !== FROM[ask.kind]) return undefined;
  const handle = handlers[ask.kind] as (ask: Request, from: Sender) => Promise<unknown>;
  return Promise.resolve()
    .then(() => handle(ask, sender))
    .then(
      (reply): Answer => ({ ok: true, reply }),
      (): Answer => ({ ok: false }),
    );
}

/**
 * Sends a message and returns the decoded reply; undefined where nobody answered, the handler
 * failed, or it is no such reply.
 */
export function request<K extends PageKind>(
  send: Send,
  kind: K,
  ask: Protocol[K]['ask'],
): Promise<Protocol[K]['reply'] | undefined> {
  return requested(send, { kind, ...ask }, REPLIES[kind]);
}

/** Does the same for a message of the extension's own pages. */
export function requestOwn<K extends OwnKind>(
  send: Send,
  kind: K,
  ask: Protocol[K]['ask'],
): Promise<Protocol[K]['reply'] | undefined> {
  return requested(send, { kind, ...ask }, OWN_REPLIES[kind]);
}

type Send = (message: unknown) => Promise<unknown>;

async function requested<R>(send: Send, message: object, reply: Decoder<R>): Promise<R | undefined> {
  const answer = await send(message);
  return isRecord(answer) && answer.ok === true ? decoded(reply, answer.reply) : undefined;
}
