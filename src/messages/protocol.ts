/**
 * What the parts of the extension say to each other: kind → {ask, reply}. Both ways are typed, and decoded at run
 * time: a message may come from an older version of the extension in a page that was never reloaded.
 */

import type { PromptPattern } from '../core/guidance.ts';
import type { Block } from '../core/model.ts';
import { HINT_STATES, type HintState } from './hints.ts';

/** A guidance entry made ready for a card, in the person's language. */
export interface CardContent {
  readonly id: string;
  /** BCP 47 tag of the words. */
  readonly lang: string;
  readonly title: string;
  readonly blocks: readonly Block[];
  readonly sources: readonly { readonly label: string; readonly url: string }[];
  readonly words: Readonly<Record<CardWord, string>>;
}

export const CARD_WORDS = [
  'name',
  'fold',
  'unfold',
  'dismiss',
  'more',
  'less',
  'sources',
  'note',
  'warning',
  'newTab',
] as const;
export type CardWord = (typeof CARD_WORDS)[number];

export interface PageInfo {
  readonly site: string;
  readonly prompts: readonly (PromptPattern & { readonly state: HintState })[];
}

export interface Protocol {
  /** Which prompts are looked for on this host? null: none, leave the page alone. */
  page: { ask: { readonly host: string }; reply: PageInfo | null };
  /** The words of a card; null for an entry that this version does not have. */
  guidance: { ask: { readonly id: string }; reply: CardContent | null };
  /** Keep a card's state. false: it could not be stored. */
  remember: { ask: { readonly site: string; readonly prompt: string; readonly state: HintState }; reply: boolean };
  /** Forget what was dismissed on a site. false: it could not be stored. */
  restore: { ask: { readonly site: string }; reply: boolean };
}

export type Kind = keyof Protocol;
export type Ask = { [K in Kind]: { readonly kind: K } & Protocol[K]['ask'] }[Kind];
export type Handlers = { readonly [K in Kind]: (ask: Protocol[K]['ask']) => Promise<Protocol[K]['reply']> };

type Fields = Readonly<Record<string, unknown>>;

const ASKS: { readonly [K in Kind]: (fields: Fields) => Protocol[K]['ask'] | null } = {
  page: ({ host }) => (isText(host) ? { host } : null),
  guidance: ({ id }) => (isText(id) ? { id } : null),
  remember({ site, prompt, state }) {
    const known = HINT_STATES.find((one) => one === state);
    return isText(site) && isText(prompt) && known ? { site, prompt, state: known } : null;
  },
  restore: ({ site }) => (isText(site) ? { site } : null),
};

const REPLIES: { readonly [K in Kind]: (value: unknown) => Protocol[K]['reply'] } = {
  page: decodePage,
  guidance: decodeCard,
  remember: (value) => value === true,
  restore: (value) => value === true,
};

/** In: any value. Out: the message in it; null where it is none of ours. */
export function decodeAsk(message: unknown): Ask | null {
  if (!isFields(message)) return null;
  const kind = (Object.keys(ASKS) as Kind[]).find((one) => one === message.kind);
  const ask = kind && ASKS[kind](message);
  return ask ? ({ kind, ...ask } as Ask) : null;
}

/**
 * In: a message and the handlers. Out: the promise of a reply, or undefined at once where the message is not ours.
 * Never rejects: a handler that fails is answered with undefined, which every decoder takes for "no reply".
 */
export function dispatch(message: unknown, handlers: Handlers): Promise<unknown> | undefined {
  const ask = decodeAsk(message);
  if (ask === null) return undefined;
  const handle = handlers[ask.kind] as (ask: Ask) => Promise<unknown>;
  return Promise.resolve()
    .then(() => handle(ask))
    .catch(() => undefined);
}

/** In: a way to send and a message. Out: the decoded reply; what does not decode counts as no reply. */
export async function request<K extends Kind>(
  send: (message: unknown) => Promise<unknown>,
  kind: K,
  ask: Protocol[K]['ask'],
): Promise<Protocol[K]['reply']> {
  return REPLIES[kind](await send({ kind, ...ask }));
}

function decodePage(value: unknown): PageInfo | null {
  if (!isFields(value) || !isText(value.site) || !Array.isArray(value.prompts)) return null;
  const prompts = value.prompts.flatMap((one: unknown) => {
    if (!isFields(one) || !isText(one.id) || !isText(one.says) || !isText(one.guidance)) return [];
    const state = HINT_STATES.find((known) => known === one.state) ?? 'open';
    return [{ id: one.id, says: one.says, guidance: one.guidance, state }];
  });
  return { site: value.site, prompts };
}

function decodeCard(value: unknown): CardContent | null {
  if (!isFields(value) || !isText(value.id) || !isText(value.lang) || !isText(value.title)) return null;
  const { words, blocks, sources } = value;
  if (
    !isFields(words) ||
    !CARD_WORDS.every((word) => isText(words[word])) ||
    !Array.isArray(blocks) ||
    !Array.isArray(sources)
  )
    return null;
  if (!blocks.every(isBlock) || !sources.every((one) => isFields(one) && isText(one.label) && isHttps(one.url)))
    return null;
  return value as unknown as CardContent;
}

function isBlock(value: unknown): value is Block {
  if (!isFields(value)) return false;
  if (value.kind === 'steps') return Array.isArray(value.steps) && value.steps.every(isText);
  if (value.kind === 'link') return isText(value.text) && isHttps(value.url);
  return ['paragraph', 'note', 'warning'].includes(String(value.kind)) && isText(value.text);
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value !== '';
}

function isHttps(value: unknown): value is string {
  return isText(value) && value.startsWith('https://');
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
