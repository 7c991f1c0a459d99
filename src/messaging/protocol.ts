/**
 * What the parts of the extension say to each other: kind → {ask, reply}. Both ways are typed, and
 * decoded at run time: a message may come from an older version of the extension in a page that was
 * never reloaded.
 */

import {
  anything,
  array,
  type Decoder,
  decoded,
  fields,
  oneOf,
  orElse,
  soundItems,
  string,
} from '../domain/common/decoder.ts';
import { isRecord } from '../domain/common/is-record.ts';
import type { Result } from '../domain/common/result.ts';
import type { Shape } from '../domain/common/shape.ts';
import * as Is from '../domain/common/shape.ts';
import { HINT_STATES, type HintState, MOST_ON_SITE } from '../domain/prompts/hint-states.ts';
import {
  type CardContent,
  card,
  type HintStyles,
  type NameNote,
  note,
  type PageInfo,
  page,
  type RecordContent,
  record,
  styles,
  type TopicContent,
  topic,
} from './replies.ts';
import type { Sender } from './sender.ts';

/**
 * A text of the length that a name or an id may have: a renderer that was taken over must not fill
 * storage.
 */
const short = string('a text of at most 260 characters', (one) => one !== '' && one.length <= 260);

/** Characters around a prompt that are looked at. */
export const MOST_AROUND = 2000;

/** Characters of a page that are looked at for a record. */
export const MOST_PAGE = 300_000;

const wholePage = string('a page in parts', (one) => one.length <= MOST_PAGE);
const address = string('an address', (one) => one.length <= MOST_AROUND);

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
  /**
   * What does the page that asks, at an address, say of a domain? Asked when the person opens the
   * pill; `page` is all of it in parts (see `PageParts`). null: it shows no record of one domain.
   */
  record: { from: 'page'; ask: PageAsked; reply: RecordContent | null };
  /**
   * Show the person the case of that domain, with what the page says of it: the answers are kept
   * there, in a window of ours, and taken back there. false: there is nothing to show.
   */
  useRecord: { from: 'page'; ask: PageAsked; reply: boolean };
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
type PageAsked = { readonly address: string; readonly page: string };
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
  record: 'page',
  useRecord: 'page',
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
  record: fields({ address, page: wholePage }),
  useRecord: fields({ address, page: wholePage }),
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
const REPLIES: { readonly [K in PageKind]: Shape<Protocol[K]['reply']> } = {
  page: Is.nullable(page),
  styles,
  guidance: Is.nullable(card),
  record: Is.nullable(record),
  useRecord: Is.truth,
  openCase: Is.truth,
  remember: Is.truth,
  names: Is.soundItems(note),
  topic: Is.nullable(topic),
  switchOff: Is.truth,
  openHintSettings: Is.truth,
};

const OWN_REPLIES: { readonly [K in OwnKind]: Shape<Protocol[K]['reply']> } = {
  restore: Is.truth,
  dismiss: Is.truth,
  loadedRules: Is.nullable(Is.fields({}, { value: Is.anything })),
  keepRules: Is.truth,
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

async function requested<R>(send: Send, message: object, reply: Shape<R>): Promise<R | undefined> {
  const answer = await send(message);
  return isRecord(answer) && answer.ok === true ? reply(answer.reply) : undefined;
}
