/** A verdict below a field that takes a domain name in a filing form, while it is filled in. */
import type { NameNote } from '../messages/protocol.ts';
import css from './field.css?inline';
import { FLOATING, makeHost, sheetOf } from './host.ts';
import { OURS } from './reader.ts';

export const NOTE = `${OURS}note`;
/** Milliseconds of rest after a key. */
const REST = 150;
const MOST = 10;

type Field = HTMLInputElement | HTMLTextAreaElement;

interface Shown {
  readonly host: HTMLElement;
  readonly list: HTMLElement;
  /** What it is about. */
  typed: string;
}

/** What the label, placeholder or name of such a field says; and what it says when it is another kind of field. */
const MEANT = /域名|网域|网址|\bdomains?\b|\bhost ?names?\b|\bweb ?site (?:url|address)\b/i;
const NOT_MEANT =
  /密码|口令|证书|密钥|搜索|查询|邮箱|电话|password|search|filter|query|mail|phone|certificate|key|record|解析|记录/i;
const TYPES = ['', 'text', 'url'];

export interface Fields {
  sweep(): void;
  readonly count: number;
  stop(): void;
}

/** In: the page's document, the tag of our language, and who knows what to say of a name. Nothing typed is kept. */
export function fieldsOn(
  page: Document,
  lang: string,
  noteOf: (name: string) => Promise<NameNote | undefined>,
): Fields {
  const sheet = sheetOf(css);
  const notes = new Map<Field, Shown>();
  const timers = new Map<Field, ReturnType<typeof setTimeout>>();
  let composing = false;
  let stopped = false;

  function onInput(event: Event): void {
    const field = event.composedPath()[0];
    if (composing || !isField(field) || !takesDomain(field)) return;
    clearTimeout(timers.get(field));
    timers.set(
      field,
      setTimeout(() => {
        timers.delete(field);
        void show(field);
      }, REST),
    );
  }

  async function show(field: Field): Promise<void> {
    const typed = field.value;
    const names = typed
      .split(/[\s,;，；、]+/)
      .filter((name) => name.includes('.'))
      .slice(0, MOST);
    const found = (await Promise.all(names.map(noteOf))).filter((note) => note !== undefined);
    // What was typed meanwhile asks for itself.
    if (stopped || field.value !== typed || !field.isConnected) return;
    if (found.length === 0) {
      drop(field);
      return;
    }
    const shown = notes.get(field) ?? attach(field);
    shown.typed = typed;
    shown.list.replaceChildren(...found.map((note) => lineOf(page, note, found.length > 1)));
  }

  function attach(field: Field): Shown {
    const { host, root } = makeHost(page, NOTE, {}, { ...FLOATING, display: 'block', 'align-self': 'end' }, sheet);
    const list = page.createElement('div');
    list.lang = lang;
    list.setAttribute('role', 'status');
    root.append(list);
    field.parentNode?.insertBefore(host, field.nextSibling);
    const made = { host, list, typed: '' };
    notes.set(field, made);
    return made;
  }

  function drop(field: Field): void {
    notes.get(field)?.host.remove();
    notes.delete(field);
  }

  const listeners: readonly (readonly [string, (event: Event) => void])[] = [
    ['input', onInput],
    ['compositionstart', () => (composing = true)],
    [
      'compositionend',
      (event) => {
        composing = false;
        onInput(event);
      },
    ],
  ];
  for (const [type, listener] of listeners) page.addEventListener(type, listener, { capture: true, passive: true });

  return {
    sweep() {
      // A form that is reset, or filled by its page, tells nobody; a page may take the note away with what is around it.
      for (const [field, { host, typed }] of notes)
        if (!field.isConnected || !host.isConnected || field.value !== typed) drop(field);
    },
    get count() {
      return notes.size;
    },
    stop() {
      stopped = true;
      for (const [type, listener] of listeners) page.removeEventListener(type, listener, { capture: true });
      for (const timer of timers.values()) clearTimeout(timer);
      for (const field of [...notes.keys()]) drop(field);
    },
  };
}

function isField(target: unknown): target is Field {
  return (
    (target instanceof HTMLInputElement && TYPES.includes(target.getAttribute('type')?.toLowerCase() ?? '')) ||
    target instanceof HTMLTextAreaElement
  );
}

/** In: a field. Out: whether its label, placeholder and name say that it takes a domain name. */
function takesDomain(field: Field): boolean {
  const own = [field.placeholder, field.name, field.id, field.getAttribute('aria-label') ?? ''];
  const labels = [...(field.labels ?? [])].map((label) => label.textContent ?? '');
  const described = (field.getAttribute('aria-labelledby') ?? '')
    .split(/\s+/)
    .map((id) => (id === '' ? '' : (field.ownerDocument.getElementById(id)?.textContent ?? '')));
  const text = [...own, ...labels, ...described]
    .join(' ')
    .slice(0, 500)
    // `siteDomain` and `site_domain` are words too.
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .replace(/[_-]+/g, ' ');
  return MEANT.test(text) && !NOT_MEANT.test(text);
}

function lineOf(page: Document, { name, tone, word, text }: NameNote, several: boolean): HTMLElement {
  const line = page.createElement('p');
  line.className = tone;
  const heading = page.createElement('b');
  heading.textContent = several ? `${name}: ${word}` : word;
  line.append(heading, ` ${text}`);
  return line;
}
