/**
 * What a content script needs of the extension API; pages of ours send by it, too. Apart from
 * browser.ts and without the polyfill: that is a quarter of what may be loaded into a console's
 * page, and both browsers give promises here.
 */
interface Api {
  readonly runtime?: {
    readonly id?: string;
    sendMessage(message: unknown): Promise<unknown>;
    readonly onMessage: { addListener(run: Listener): void; removeListener(run: Listener): void };
  };
}
type Listener = (message: unknown) => undefined;

function api(): Api | undefined {
  const { browser, chrome } = globalThis as { browser?: Api; chrome?: Api };
  return browser ?? chrome;
}

/**
 * Whether this script's extension is still there: after an update, scripts in open pages are cut
 * off from it.
 */
export function isAlive(): boolean {
  try {
    return api()?.runtime?.id !== undefined;
  } catch {
    // Firefox throws where Chromium answers undefined.
    return false;
  }
}

/**
 * Calls back with what the worker tells every page, which nobody answers. Returns what stops that.
 */
export function onTold(run: (message: unknown) => void): () => void {
  const listen: Listener = (message) => void run(message);
  api()?.runtime?.onMessage.addListener(listen);
  return () => {
    // An extension that is gone calls nobody, and has nothing to call.
    if (isAlive()) api()?.runtime?.onMessage.removeListener(listen);
  };
}

/**
 * How long each try may take, and how long we rest before the next one; milliseconds. All messages
 * can be sent twice.
 */
const LIMITS = [1500, 3000, 6000, 12_000];
const PAUSES = [100, 400, 1600];

/** Waits so many milliseconds; tests hand in one that does not. */
export type Wait = (milliseconds: number) => Promise<undefined>;
const wait: Wait = (milliseconds) => new Promise((resolve) => setTimeout(() => resolve(undefined), milliseconds));

/**
 * Sends a message and returns the unchecked reply; undefined where the extension is gone or nobody
 * answers. The worker may be ended in the middle of answering, and what is sent in that moment is
 * lost without a word: each try has a limit, a lost one is made again after a growing pause, and no
 * answer counts as lost. An answer that comes after its limit still counts.
 */
export async function send(message: unknown, rest: Wait = wait): Promise<unknown> {
  let answer = (_: unknown): void => {};
  const answered = new Promise<unknown>((resolve) => {
    answer = resolve;
  });
  for (const [attempt, limit] of LIMITS.entries()) {
    if (!isAlive()) return undefined;
    const asked = ask(message).then((reply) => {
      if (reply !== undefined) answer(reply);
      return reply;
    });
    const reply = await Promise.race([answered, asked, rest(limit)]);
    if (reply !== undefined) return reply;
    const late = await Promise.race([answered, rest(PAUSES[attempt] ?? 0)]);
    if (late !== undefined) return late;
  }
  return undefined;
}

async function ask(message: unknown): Promise<unknown> {
  try {
    // Firefox answers null where nobody does.
    return (await api()?.runtime?.sendMessage(message)) ?? undefined;
  } catch {
    return undefined;
  }
}
