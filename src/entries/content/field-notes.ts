/** A verdict beside a field that takes a domain name in a filing form, while it is filled in. */
import type { NameNote, PageInfo } from '../../messaging/replies.ts';
import {
  attributeOf,
  boxOf,
  byId,
  editing,
  isInPage,
  listen,
  type Made,
  make,
  putBehind,
  textOf,
  unlisten,
} from './dom-clobbering.ts';
import { groundOf } from './ground.ts';
import { withMark } from './guidance-elements.ts';
import { type Box, boxAt, covers, isTaken, markDrawn, moverTo, nextInLine } from './room.ts';
import { type Host, makeHost } from './shadow-host.ts';

/** Milliseconds of rest after a key. */
const REST = 150;
const MOST = 10;

type Field = HTMLInputElement | HTMLTextAreaElement;

/** Pixels between a field and its note, and between that and the window's side. */
const GAP = 8;
/** From the one that says most to the one that says least. */
const FORMS = ['whole', 'word'] as const;

interface Shown {
  readonly host: Host['host'];
  readonly lieOn: Host['lieOn'];
  readonly list: Made<HTMLDivElement>;
  /** What it is about. */
  typed: string;
}

const TYPES = ['', 'text', 'url'];

export interface Fields {
  sweep(): void;
  /** Asks anew about what nobody answered. */
  again(): void;
  stop(): void;
}

/**
 * Keeps the notes beside fields that take a domain name. Nothing typed is kept.
 *
 * @param noteOf asks what to say of a name; undefined where nobody answered
 */
export function fieldsOn(
  page: Document,
  { lang, search }: PageInfo,
  noteOf: (name: string) => Promise<NameNote | null | undefined>,
): Fields {
  const notes = new Map<Field, Shown>();
  const timers = new Map<Field, ReturnType<typeof setTimeout>>();
  const unanswered = new Set<Field>();
  const fields = new Map<Element, Field>();
  const fitting = new IntersectionObserver(fitAll);
  const meant = new RegExp(search.fields, 'i');
  const notMeant = new RegExp(search.otherFields, 'i');
  let composing = false;
  let stopped = false;

  function fitAll(entries: readonly IntersectionObserverEntry[]): void {
    for (const { target } of entries) {
      fitting.unobserve(target);
      const field = fields.get(target);
      const shown = field && notes.get(field);
      if (field && shown && isInPage(shown.host)) place(field, shown);
    }
  }

  /**
   * Puts a note behind its field or at the end of its line, below it where there is no room; where
   * there is none at all it is only spoken.
   */
  function place(field: Field, { host, lieOn, list }: Shown): void {
    lieOn(groundOf(host));
    for (const spotFor of spotsAt(page, field)) {
      for (const form of FORMS) {
        list.className = form;
        const box = spotFor(boxOf(list));
        if (box.right > innerWidth - GAP || isTaken(box, list) || covers(page, field, box)) continue;
        moverTo(host, list, box)();
        markDrawn(list, true);
        return;
      }
    }
    list.className = 'unseen';
    markDrawn(list, false);
  }

  function onInput(event: Event): void {
    const field = event.composedPath()[0];
    // What a page fills in by itself is none of the person's.
    if (!event.isTrusted || composing || !isField(field) || !takesDomain(field)) return;
    clearTimeout(timers.get(field));
    timers.set(
      field,
      setTimeout(() => {
        timers.delete(field);
        void show(field);
      }, REST),
    );
  }

  /**
   * Whether the label, placeholder and name of a field say that it takes a domain name.
   */
  function takesDomain(field: Field): boolean {
    const own = [field.placeholder, field.name, field.id, attributeOf(field, 'aria-label') ?? ''];
    const labels = [...(field.labels ?? [])].map((label) => textOf(label) ?? '');
    const described = (attributeOf(field, 'aria-labelledby') ?? '').split(/\s+/).map((id) => {
      const label = byId(page, id);
      return label === null ? '' : (textOf(label) ?? '');
    });
    const text = [...own, ...labels, ...described]
      .join(' ')
      .slice(0, 500)
      // `siteDomain` and `site_domain` are words too.
      .replace(/([a-z])([A-Z])/g, '$1 $2')
      .replace(/[_-]+/g, ' ');
    return meant.test(text) && !notMeant.test(text);
  }

  async function show(field: Field): Promise<void> {
    const typed = field.value;
    const names = typed
      .split(/[\s,;，；、]+/)
      .filter((name) => name.includes('.'))
      .slice(0, MOST);
    const answers = await Promise.all(names.map(noteOf));
    const found = answers.filter((note) => note !== undefined && note !== null);
    // What was typed meanwhile asks for itself.
    if (stopped || field.value !== typed || !isInPage(field) || editing(page)(field)) return;
    if (answers.includes(undefined)) unanswered.add(field);
    else unanswered.delete(field);
    if (found.length === 0) {
      drop(field);
      return;
    }
    const shown = notes.get(field) ?? attach(field);
    shown.typed = typed;
    shown.list.replaceChildren(...found.map((note) => lineOf(note, found.length > 1)));
    fitting.observe(shown.list);
  }

  function attach(field: Field): Shown {
    const { host, root, lieOn } = makeHost('note', {});
    const list = make('div', { lang, role: 'status', class: 'unseen' });
    root.append(list);
    putBehind(field, host);
    const made = { host, lieOn, list, typed: '' };
    notes.set(field, made);
    fields.set(list, field);
    return made;
  }

  function drop(field: Field): void {
    const shown = notes.get(field);
    if (shown === undefined) return;
    shown.host.remove();
    fitting.unobserve(shown.list);
    fields.delete(shown.list);
    markDrawn(shown.list, false);
    notes.delete(field);
  }

  const listeners: readonly (readonly [string, (event: Event) => void])[] = [
    ['input', onInput],
    ['compositionstart', ({ isTrusted }) => (composing ||= isTrusted)],
    [
      'compositionend',
      (event) => {
        if (event.isTrusted) composing = false;
        onInput(event);
      },
    ],
  ];
  for (const [type, listener] of listeners) listen(page, type, listener);

  return {
    sweep() {
      // A form that is reset, or filled by its page, tells nobody; a page may take the note away
      // with what is around it.
      const isEdited = editing(page);
      for (const [field, { host, list, typed }] of notes)
        if (!isInPage(field) || !isInPage(host) || field.value !== typed || isEdited(host)) drop(field);
        else fitting.observe(list);
    },
    again() {
      const again = [...unanswered];
      unanswered.clear();
      for (const field of again) void show(field);
    },
    stop() {
      stopped = true;
      for (const [type, listener] of listeners) unlisten(page, type, listener);
      for (const timer of timers.values()) clearTimeout(timer);
      for (const field of [...notes.keys()]) drop(field);
      fitting.disconnect();
    },
  };
}

function isField(target: unknown): target is Field {
  return (
    (target instanceof HTMLInputElement && TYPES.includes(attributeOf(target, 'type')?.toLowerCase() ?? '')) ||
    target instanceof HTMLTextAreaElement
  );
}

/** Returns where a note of a size can lie beside a field, the best place first. */
function spotsAt(page: Document, field: Field): ((size: DOMRect) => Box)[] {
  const around = boxOf(field);
  const { left, top, bottom } = around;
  // What stands behind it, as a button that checks it, belongs to its line.
  const next = nextInLine(page, field, around);
  return [
    ...[around, ...(next ? [next] : [])].map(
      ({ right }) =>
        (size: DOMRect) =>
          boxAt(right + GAP, (top + bottom - size.height) / 2, size),
    ),
    (size) => boxAt(left, bottom + GAP / 2, size),
  ];
}

function lineOf({ name, tone, word, text, mark }: NameNote, several: boolean): Element {
  return make(
    'p',
    { class: tone },
    make('b', {}, several ? `${name}: ${word}` : word),
    make('span', {}, ` ${withMark(text, mark)}`),
  );
}
