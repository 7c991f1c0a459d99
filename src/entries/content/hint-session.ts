/**
 * When hints are shown on a page, and as what: asked of the worker, which may not answer, and asked
 * again. No DOM here.
 */

import type { HintState } from '../../domain/prompts/hint-states.ts';
import type { PageKind, Protocol } from '../../messaging/protocol.ts';
import type { PageInfo } from '../../messaging/replies.ts';

/** Asks the worker; undefined: nobody answered. */
export type Ask = <K extends PageKind>(
  kind: K,
  fields: Protocol[K]['ask'],
) => Promise<Protocol[K]['reply'] | undefined>;

/** What shown hints need of whoever shows them. */
export interface HintServices {
  readonly ask: Ask;
  remember(prompt: string, state: HintState): void;
  /** No more hints on this site. */
  switchOff(): void;
}

/** The hints of a page, while there are any. */
export interface ShownHints {
  /** Asks anew for what was not answered. */
  again(): void;
  /** Other states of prompts are kept now: those of another tab, or none any more. */
  adopt(prompts: PageInfo['prompts']): void;
  /** Takes everything away, for good. */
  stop(): void;
}

export interface HintSession {
  /**
   * Asks what is wanted here, and follows it. To be called whenever that may have changed, or the
   * page is looked at again.
   */
  refresh(): Promise<void>;
  stop(): void;
}

/**
 * Returns what keeps a page's hints as the person wants them. What nobody answered counts as not
 * done: words that did not come are asked for again at the next {@link HintSession.refresh}, and
 * what the person chose here holds here and is sent again until it is stored.
 *
 * @param show shows hints; called again after each change of what is wanted
 */
export function createHintSession(ask: Ask, show: (info: PageInfo, services: HintServices) => ShownHints): HintSession {
  const unsaved = new Map<string, HintState>();
  let isOffUnsaved = false;
  let info: PageInfo | null = null;
  let shown: ShownHints | null = null;
  let isUnanswered = false;
  let isStale = false;
  let isStopped = false;
  let asking: Promise<void> | null = null;

  const services: HintServices = {
    async ask(kind, fields) {
      const reply = await ask(kind, fields);
      isUnanswered ||= reply === undefined;
      return reply;
    },
    remember(prompt, state) {
      unsaved.set(prompt, state);
      info = info && withStates(info);
      void save(prompt, state);
    },
    switchOff() {
      isOffUnsaved = true;
      follow(null);
      void saveOff();
    },
  };

  async function save(prompt: string, state: HintState): Promise<void> {
    const isStored = await ask('remember', { prompt, state });
    if (isStored === true && unsaved.get(prompt) === state) unsaved.delete(prompt);
  }

  async function saveOff(): Promise<void> {
    if ((await ask('switchOff', {})) === true) isOffUnsaved = false;
  }

  function withStates(page: PageInfo): PageInfo {
    return { ...page, prompts: page.prompts.map((one) => ({ ...one, state: unsaved.get(one.id) ?? one.state })) };
  }

  function follow(next: PageInfo | null): void {
    if (isAlike(info, next, false)) {
      if (next !== null && !isAlike(info, next, true)) shown?.adopt(next.prompts);
      info = next;
      if (isUnanswered) {
        isUnanswered = false;
        shown?.again();
      }
      return;
    }
    shown?.stop();
    info = next;
    isUnanswered = false;
    shown = next && show(next, services);
  }

  async function askOnce(): Promise<void> {
    const reply = await ask('page', {});
    // What is shown stays as it is until somebody answers.
    if (reply === undefined || isStopped) return;
    const isWanted = reply !== null && reply.kinds.length > 0;
    // What is stored from here on is in no reply yet.
    const next = isWanted && !isOffUnsaved ? withStates(reply) : null;
    // An answer may be lost behind the change that it tells of: what is stored is looked at before
    // it is changed once more.
    if (isOffUnsaved && isWanted) await saveOff();
    else isOffUnsaved = false;
    await saveAgain(reply);
    if (!isStopped) follow(next);
  }

  async function saveAgain(reply: PageInfo | null): Promise<void> {
    for (const [prompt, state] of unsaved) {
      const there = reply?.prompts.find(({ id }) => id === prompt);
      if (there === undefined || there.state === state) unsaved.delete(prompt);
      else await save(prompt, state);
    }
  }

  async function askWhileStale(): Promise<void> {
    while (isStale && !isStopped) {
      isStale = false;
      await askOnce();
    }
  }

  return {
    refresh() {
      // What changes while an answer is under way may not be in it.
      isStale = true;
      asking ??= askWhileStale().finally(() => {
        asking = null;
      });
      return asking;
    },
    stop() {
      isStopped = true;
      shown?.stop();
      shown = null;
    },
  };
}

function isAlike(one: PageInfo | null, other: PageInfo | null, withStates: boolean): boolean {
  const textOf = (page: PageInfo | null) =>
    JSON.stringify(page, (key, value: unknown) => (key === 'state' && !withStates ? 0 : value));
  return textOf(one) === textOf(other);
}
