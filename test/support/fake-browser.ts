/**
 * An extension API in memory, which stands for `webextension-polyfill` in unit tests. Its storage
 * can be made to fail, to be full, to answer late and in any order, and to hold anything. Values
 * are copied in and out, as browsers do.
 */
import recorded from '../../scripts/build/hosts-at-installation.json' with { type: 'json' };

type Operation = 'get' | 'set' | 'remove';

const kept = new Map<string, unknown>();
const failing = new Set<Operation>();
let room = Number.POSITIVE_INFINITY;
let held: (() => void)[] | null = null;
let managed: unknown = {};
let installType = 'normal';
const listeners = new Set<(changes: unknown, area: string) => void>();

export const storage = {
  /** Forgets everything, and works again. */
  reset(values: Readonly<Record<string, unknown>> = {}): void {
    kept.clear();
    for (const [key, value] of Object.entries(values)) kept.set(key, structuredClone(value));
    failing.clear();
    room = Number.POSITIVE_INFINITY;
    held = null;
    managed = {};
    installType = 'normal';
    listeners.clear();
  },
  /** From now on these operations reject. */
  fail(...operations: readonly Operation[]): void {
    failing.clear();
    for (const one of operations) failing.add(one);
  },
  /** From now on a write that needs more characters than these rejects. */
  limit(characters: number): void {
    room = characters;
  },
  /** What an organization's policies hold; those who listen for it are told. */
  manage(value: unknown): void {
    managed = value;
    for (const listen of [...listeners]) listen({}, 'managed');
  },
  /** Who installed the extension. */
  installedBy(type: 'normal' | 'admin'): void {
    installType = type;
  },
  /** From now on every operation waits. */
  hold(): void {
    held = [];
  },
  /**
   * Lets what waits go on, the latest first, until nothing waits any more; and then all that comes.
   */
  async release(): Promise<void> {
    while (held !== null && held.length > 0) {
      held.pop()?.();
      await settle();
    }
    held = null;
  },
  /** All that is stored. */
  all(): Record<string, unknown> {
    return structuredClone(Object.fromEntries(kept));
  },
  size(): number {
    return JSON.stringify(Object.fromEntries(kept)).length;
  },
};

/** Lets everything that can go on without storage do so. */
function settle(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

async function begin(operation: Operation): Promise<void> {
  const waiting = held;
  if (waiting !== null) await new Promise<void>((resolve) => waiting.push(resolve));
  if (failing.has(operation)) throw new Error(`Storage: ${operation} failed`);
}

const local = {
  async get(asked: string | readonly string[] | null) {
    await begin('get');
    const keys = asked === null ? [...kept.keys()] : typeof asked === 'string' ? [asked] : asked;
    return structuredClone(Object.fromEntries(keys.filter((key) => kept.has(key)).map((key) => [key, kept.get(key)])));
  },
  async set(values: Readonly<Record<string, unknown>>) {
    const copy = structuredClone(values);
    await begin('set');
    const after = JSON.stringify({ ...Object.fromEntries(kept), ...copy }).length;
    if (after > room) throw new Error('QUOTA_BYTES quota exceeded');
    for (const [key, value] of Object.entries(copy)) kept.set(key, value);
  },
  async remove(key: string) {
    await begin('remove');
    kept.delete(key);
  },
  async clear() {
    await begin('remove');
    kept.clear();
  },
  onChanged: { addListener() {} },
};

const handed = new Map<string, unknown>();
/** What is kept in memory alone. */
const session = {
  get: async (key: string) => structuredClone(handed.has(key) ? { [key]: handed.get(key) } : {}),
  async set(values: Readonly<Record<string, unknown>>) {
    for (const [key, value] of Object.entries(values)) handed.set(key, structuredClone(value));
  },
  async remove(key: string) {
    handed.delete(key);
  },
};

/**
 * Scripts that are registered, as `chrome.scripting` keeps them: an id can be there once, and must
 * be there to be taken away.
 */
const scripts = new Map<string, { readonly id: string; readonly matches: readonly string[] }>();
let origins: string[] = [];
/** What the manifest has the content script run on. */
const MATCHES = recorded.matches;
let isWithdrawn = false;

export const sites = {
  allow(...hosts: readonly string[]): void {
    origins = hosts.map((host) => `https://${host}/*`);
    isWithdrawn = false;
  },
  /** The person takes back what the manifest asks for. */
  withdraw(): void {
    isWithdrawn = true;
  },
  registered: (): readonly string[] => [...scripts.values()].flatMap((one) => one.matches),
};

let told: ((message: unknown) => void)[] = [];

/** Calls back with what is told to pages of ours, instead of whoever was called back before. */
export function onTold(run: (message: unknown) => void): void {
  told = [run];
}

/** Open tabs, by id: their addresses. */
const opened = new Map<number, string>();

/** The tab that the person looks at. */
let front = 1;
/** Tabs that the person called us to. */
const called = new Set<number>();
/** What was told in tabs with a content script. */
const frames = new Map<number, unknown[]>();

export const tabs = {
  reset(): void {
    opened.clear();
    frames.clear();
    called.clear();
    front = 1;
  },
  /** The person looks at a tab. */
  lookAt(id: number): void {
    front = id;
  },
  /** The person clicks the icon on a tab. */
  call: (id: number): void => void called.add(id),
  all: (): readonly string[] => [...opened.values()],
  /** A tab with a content script. Returns what is told in it. */
  withScript(): readonly unknown[] {
    const told: unknown[] = [];
    frames.set(100 + frames.size, told);
    return told;
  },
};

export const api = {
  storage: {
    local,
    session,
    managed: {
      async get() {
        await begin('get');
        return structuredClone(managed);
      },
    },
    onChanged: {
      addListener: (listen: (changes: unknown, area: string) => void) => void listeners.add(listen),
      removeListener: (listen: (changes: unknown, area: string) => void) => void listeners.delete(listen),
    },
  },
  management: { getSelf: async () => ({ installType }) },
  i18n: { getUILanguage: () => 'en', getMessage: (key: string) => key },
  runtime: {
    id: 'own-id',
    async sendMessage(message: unknown) {
      for (const listen of told) listen(message);
    },
    getManifest: () => ({ version: '0', content_scripts: [{ matches: MATCHES, js: ['content.js'] }] }),
    getURL: (path: string) => `chrome-extension://own/${path.replace(/^\//, '')}`,
  },
  permissions: {
    async getAll() {
      await settle();
      return { origins: isWithdrawn ? origins : [...MATCHES, ...origins] };
    },
  },
  extension: { inIncognitoContext: false },
  tabs: {
    // A tab that is still being opened has no address yet.
    query: async ({ url }: { readonly url?: string }) =>
      url === undefined ? [...frames.keys()].map((id) => ({ id })) : [],
    async sendMessage(id: number, message: unknown) {
      const told = frames.get(id);
      if (told === undefined) throw new Error('Could not establish connection. Receiving end does not exist.');
      told.push(message);
    },
    async get(id: number) {
      return { id, active: id === front, ...(called.has(id) && { url: 'https://called.example/' }) };
    },
    async create({ url }: { readonly url: string }) {
      const id = 1000 + opened.size;
      opened.set(id, url);
      await settle();
      front = id;
      return { id, windowId: 1 };
    },
    async update(id: number, { url }: { readonly url: string }) {
      if (!opened.has(id)) throw new Error(`No tab with id: ${id}`);
      opened.set(id, url);
      front = id;
      return { id, windowId: 1 };
    },
  },
  scripting: {
    async getRegisteredContentScripts({ ids }: { readonly ids: readonly string[] }) {
      await settle();
      return ids.flatMap((id) => scripts.get(id) ?? []);
    },
    async unregisterContentScripts({ ids }: { readonly ids: readonly string[] }) {
      await settle();
      for (const id of ids) if (!scripts.delete(id)) throw new Error(`Nonexistent script ID '${id}'`);
    },
    async registerContentScripts(given: readonly { readonly id: string; readonly matches: readonly string[] }[]) {
      await settle();
      for (const one of given) {
        if (scripts.has(one.id)) throw new Error(`Duplicate script ID '${one.id}'`);
        scripts.set(one.id, one);
      }
    },
  },
};

type Hold<T> = () => Promise<T>;

/** Locks as pages of one origin have them; Node has none. */
export function locks() {
  /**
   * What a request has to wait for: one that is shared for the last that is not, one that is not
   * for all.
   */
  const before = new Map<string, { readonly lone: Promise<unknown>; readonly all: Promise<unknown> }>();
  return {
    request<T>(name: string, ...[first, last]: [Hold<T>] | [{ readonly mode: 'shared' }, Hold<T>]): Promise<T> {
      const isShared = last !== undefined;
      const { lone, all } = before.get(name) ?? { lone: Promise.resolve(), all: Promise.resolve() };
      const done = (isShared ? lone : all).then(last ?? (first as Hold<T>));
      const ended = done.catch(() => {});
      before.set(name, isShared ? { lone, all: Promise.all([all, ended]) } : { lone: ended, all: ended });
      return done;
    },
    query: async () => ({ held: [], pending: [] }),
  };
}
