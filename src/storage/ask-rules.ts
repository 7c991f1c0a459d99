/**
 * The rules file that the person loaded, by way of the worker: it alone writes it, and tells who
 * works with it.
 */

import { onMessage, own } from '../browser-api/runtime.ts';
import { send } from '../browser-api/send-message.ts';
import { isTold, RULES_CHANGED, requestOwn } from '../messaging/protocol.ts';
import { readSender } from '../messaging/sender.ts';

/** As {@link lookLoadedRules}, where this page cannot look itself. */
export async function askLoadedRules(): Promise<{ readonly value: unknown } | null> {
  const reply = await requestOwn(send, 'loadedRules', {});
  return reply ? { value: reply.value } : null;
}

/**
 * Keeps a rules file; null goes back to the rules of the build. Returns whether that is stored: a
 * file that is not sound is not.
 */
export async function keepLoadedRules(file: unknown): Promise<boolean> {
  return (await requestOwn(send, 'keepRules', { file })) ?? false;
}

/** Calls back when other rules are in use than before. Returns what stops that. */
export function onRulesChanged(run: () => void): () => void {
  return onMessage((message, sender) => {
    if (isTold(message, RULES_CHANGED) && readSender(sender, own())?.kind === 'own') run();
    return undefined;
  });
}
