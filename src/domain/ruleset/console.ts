/** Consoles of registrars and providers, and the prompts that they show. */
import type { Text } from '../common/locale.ts';
import type { Citation } from './source.ts';

/**
 * What is shown: a sentence in the page; a code of an interface that turns up in logs and messages;
 * or a wording that many use, help pages too, and that is looked for only in what somebody hands
 * over.
 */
export const PROMPT_KINDS = ['prompt', 'code', 'general'] as const;

/** A sentence that a console shows, and what it means. */
export interface Prompt {
  /**
   * `…` stands for a few characters within the same clause, so that small rewording is survived.
   */
  readonly says: string;
  readonly means: string;
  /** A prompt if not given. */
  readonly kind?: (typeof PROMPT_KINDS)[number];
  readonly cites: readonly Citation[];
}

/**
 * Parts of consoles, and pages, that say the same whoever's they are: filing systems; what names
 * are bound to (CDN, storage, gateways, firewalls); the management of names; mini-programs; pages
 * that are shown instead of a site that is not filed.
 */
export const PROMPT_GROUPS = ['filing', 'hosting', 'domains', 'mini-programs', 'block-page'] as const;

export type PromptGroup = (typeof PROMPT_GROUPS)[number];

/**
 * A prompt that belongs to no single console: what it means is understood wherever a group of it
 * is.
 */
export interface SharedPrompt extends Prompt {
  readonly groups: readonly PromptGroup[];
  /** Words of its clause with which it is advice or a question, and no message. */
  readonly unless?: readonly string[];
}

/** What a page of a console is for. */
export const TOPICS = [
  'search',
  'domains',
  'dns',
  'filing',
  'filing-status',
  'real-name',
  'transfer-in',
  'cdn',
  'region',
  'query',
] as const;

export type Topic = (typeof TOPICS)[number];

export interface ConsolePage {
  readonly topic: Topic;
  /**
   * Part of host, path and fragment; absent: every page of the console. The first page that fits
   * counts.
   */
  readonly path?: string;
  /** False where no source shows the path in use; a wrong one then costs a hint, nothing else. */
  readonly verified: boolean;
}

export interface ConsoleSite {
  /** A host; `*.` before it stands for its sub-domains. */
  readonly host: string;
  /** Beginnings of the paths that are the console, where the host has other pages too. */
  readonly paths?: readonly string[];
  /** False where no source shows the host in use; a wrong host then costs a hint, nothing else. */
  readonly verified: boolean;
}

/** A registrar's or provider's console where prompts are explained. */
export interface Console {
  readonly id: string;
  readonly name: Text;
  /** Whether it is the console of an access provider, with whom names are filed. */
  readonly accessProvider: boolean;
  /** Id of the registrar that it belongs to, if it is one's. */
  readonly registrar?: string;
  /** Empty where the prompts are shown in no web page that we could read. */
  readonly sites: readonly ConsoleSite[];
  readonly pages: readonly ConsolePage[];
  /** Consoles of the same group whose prompts also occur here. */
  readonly sharesPromptsOf: readonly string[];
  /** What it has of the parts that say the same everywhere. */
  readonly groups: readonly PromptGroup[];
  readonly prompts: readonly Prompt[];
  readonly cites: readonly Citation[];
}

/**
 * Meanings that no wording of a console in the facts has: reviewers write them in words of their
 * own, and words alone tell them.
 */
export const WORDED_MEANINGS = ['app-not-filed', 'certificate-missing', 'approval-missing'] as const;
