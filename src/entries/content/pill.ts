/** A quiet pill at the edge: what this page is for, and what helps here. */
import type { CardContent, RecordContent, TopicContent } from '../../messaging/replies.ts';
import { button } from './card.ts';
import {
  allAt,
  appendTo,
  boxOf,
  editing,
  htmlOf,
  listen,
  type Made,
  make,
  unlisten,
  zoomOf,
} from './dom-clobbering.ts';
import { groundOf } from './ground.ts';
import { blocksOf, linkTo } from './guidance-elements.ts';
import { type Box, boxAt, coversInWindow, isTaken } from './room.ts';
import { byPerson, type Host, isOurs, makeHost } from './shadow-host.ts';
import { inSlices } from './time-slices.ts';

/** Milliseconds of rest after the page was scrolled. */
const REST = 120;
/** From the one that says most to the one that says least. */
const FORMS = ['whole', 'name'] as const;
const SIDES = ['right', 'left'] as const;
/**
 * Looking for room takes at most this share of the time. Where tens of thousands of elements lie
 * side by side, a look takes a browser half a second.
 */
const SHARE = 0.02;

/** What a page may make a person press changes no more than what is shown on it. */
export interface PillActions {
  /** No more hints on this site. */
  switchOff(): void;
  /** Opens our own page, where everything else is switched. */
  openSettings(): void;
  /** Asks what record the page shows, and how it is used; nothing where it shows none. */
  record(): Promise<ShownRecord | null | undefined>;
}

export interface ShownRecord {
  readonly content: RecordContent;
  /** Shows it in a window of ours, where it counts and is taken back. */
  use(): void;
}

export interface Pill {
  /** Shows the pill of a topic; null: none. */
  show(topic: string | null): Promise<void>;
  /** Asks anew for words that did not come. */
  again(): Promise<void>;
  /** Takes it away while the page is edited, and looks whether it lies over anything. */
  sweep(): void;
  /** Takes it away for good. */
  stop(): void;
}

/** A pill that hangs in the page. */
interface Drawn {
  /**
   * Puts the button where it lies over nothing, or nowhere, in small steps.
   *
   * @param view the width of what the window shows of the page, in its pixels
   */
  place(view: number): Generator<void, void>;
  /** Shows no button until there is room again. */
  hide(): void;
}

/**
 * Keeps the pill of a page, and the panel that it opens.
 *
 * @param topicOf asks for the words of a topic; undefined where nobody answered
 */
export function pillOn(
  page: Document,
  topicOf: (topic: string) => Promise<TopicContent | null | undefined>,
  contentOf: (guidance: string) => Promise<CardContent | null>,
  actions: PillActions,
): Pill {
  let host: Host['host'] | null = null;
  let drawn: Drawn | null = null;
  const fitting = new IntersectionObserver(([{ rootBounds } = { rootBounds: null }]) => {
    fitting.disconnect();
    if (drawn === null) return;
    isMoved = false;
    stopLooking = inSlices(drawn.place(rootBounds?.width ?? innerWidth), (spent) => {
      if (isMoved) drawn?.hide();
      resting = setTimeout(() => {
        cancel();
        if (isStale) look();
      }, spent / SHARE);
    });
  });
  let timer: ReturnType<typeof setTimeout> | undefined;
  let resting: typeof timer;
  /** Stops a look at the page; null when the next may be taken. */
  let stopLooking: (() => void) | null = null;
  /** Whether something changed since it began; whether the page was scrolled. */
  let isStale = false;
  let isMoved = false;
  /** That of the window, when it was looked at last. */
  let width = 0;

  /** The next look may be taken at once. */
  function cancel(): void {
    stopLooking?.();
    stopLooking = null;
    clearTimeout(resting);
  }

  /** When the page was scrolled, something else is below it; it may take a while to say what. */
  function onScroll(): void {
    clearTimeout(timer);
    if (stopLooking !== null) {
      isMoved = true;
      drawn?.hide();
    }
    timer = setTimeout(look, REST);
  }

  function look(): void {
    // In a window of another size nothing is where it was.
    if (width !== innerWidth) cancel();
    width = innerWidth;
    isStale = stopLooking !== null;
    if (!isStale && host !== null) fitting.observe(host);
  }
  let shown: string | null = null;
  let turn = 0;
  let isOff = false;
  let isUnanswered = false;

  function take(): void {
    host?.remove();
    host = null;
    drawn = null;
    fitting.disconnect();
    cancel();
    unlisten(page, 'scroll', onScroll);
  }

  async function show(topic: string | null): Promise<void> {
    take();
    shown = topic;
    isUnanswered = false;
    const mine = ++turn;
    const content = topic ? await topicOf(topic) : null;
    if (isOff || mine !== turn) return;
    isUnanswered = content === undefined;
    if (!content || !topic) return;
    const html = htmlOf(page);
    if (html === null || editing(page)(html)) return;
    const made = makeHost('pill', { topic });
    drawn = drawPill(page, made, content, contentOf, actions);
    host = made.host;
    appendTo(html, host);
    listen(page, 'scroll', onScroll);
    // What stands beside names and messages comes first.
    timer = setTimeout(look, REST);
  }

  return {
    async show(topic) {
      // A page that took it away does not want it there; another topic is another matter.
      if (!isOff && topic !== shown) await show(topic);
    },
    async again() {
      if (!isOff && isUnanswered) await show(shown);
    },
    sweep() {
      if (host === null) return;
      look();
      if (!editing(page)(host)) return;
      take();
      shown = null;
    },
    stop() {
      isOff = true;
      take();
    },
  };
}

/** Draws the pill: a button, or a panel with what helps on the page. */
function drawPill(
  page: Document,
  { host, root, lieOn }: Host,
  { title, entries, tip, words, lang }: TopicContent,
  contentOf: (guidance: string) => Promise<CardContent | null>,
  actions: PillActions,
): Drawn {
  const label = make('span', {}, ` ${title}`);
  const open = button('pill', unfoldAll, make('b', {}, words.name), label);
  open.lang = lang;
  open.ariaExpanded = 'false';
  // Not seen before it has a place: what takes the focus must not go away again.
  open.dataset.form = 'none';
  const close = button('', () => swap(open, open), words.close);
  close.ariaExpanded = 'true';
  /** What is said of the record on the page, or how one is come to. */
  const about = make('div', { class: 'aside' }, ...(tip ? [make('p', {}, tip)] : []));
  const panel = make(
    'section',
    { class: 'panel', lang, 'aria-label': `${words.name}: ${title}` },
    make('header', {}, make('h2', {}, title), close),
    about,
    ...entries.map(({ id, question }) => entryOf(id, question)),
    make(
      'p',
      { class: 'off' },
      button('', actions.switchOff, words.offSite),
      button('', actions.openSettings, words.settings),
    ),
  );
  panel.addEventListener(
    'keydown',
    byPerson((event) => event.key === 'Escape' && swap(open, open)),
  );
  /** In pixels of the pill's own; it has none while it is not shown. */
  let titleWidth = 0;
  /** The answer that is open; one at a time. */
  let fold: (() => void) | null = null;

  /** A page is read for its record when the person opens the panel, and not before. */
  async function unfoldAll(): Promise<void> {
    swap(panel, close);
    const shown = await actions.record();
    if (!shown) return;
    const { title, text, use } = shown.content;
    about.replaceChildren(
      make('b', {}, title),
      make('p', {}, text),
      make('p', { class: 'ways' }, button('use', shown.use, use)),
    );
  }

  /** One button takes the other's place: it takes the focus over. */
  function swap(shown: HTMLElement, focused: Made<HTMLElement>): void {
    root.replaceChildren(shown);
    focused.focus();
  }

  function* place(view: number): Generator<void, void> {
    if (!open.isConnected) return;
    let spot: (typeof spots)[number] | undefined;
    const spots = spotsNow(view);
    for (const one of spots) {
      if (!isFree(one.box) || (yield* coversInWindow(page, one.box))) continue;
      spot = one;
      break;
    }
    if (isUsed()) return;
    open.dataset.form = spot?.form ?? 'none';
    if (!spot) return;
    host.dataset.side = spot.side;
    const { left, top, right, bottom } = spot.box;
    const [below] = allAt(page, (left + right) / 2, (top + bottom) / 2).filter((one) => !isOurs(one));
    lieOn(groundOf(below ?? host));
  }

  /** It stays below the pointer and the focus. */
  function isUsed(): boolean {
    return !open.isConnected || open.matches(':hover, :focus-visible');
  }

  /** Returns whether a box is in the window, and over no card. */
  function isFree(box: Box): boolean {
    return box.left >= 0 && box.right <= innerWidth && !isTaken(box, open);
  }

  /**
   * Returns where the pill can be, the best place first. Only the place where it is now is asked
   * for: putting it into each of the others to see would lay the page out anew each time, and that
   * takes a large one long.
   */
  function spotsNow(view: number) {
    const now = boxOf(open);
    const zoom = zoomOf(host);
    // In its short form the title has no width.
    if (open.dataset.form !== 'name') titleWidth = boxOf(label).width / zoom;
    const long = now.width + (open.dataset.form === 'name' ? titleWidth * zoom : 0);
    const isLeft = host.dataset.side === 'left';
    const gap = isLeft ? now.left : view - now.right;
    return FORMS.flatMap((form) =>
      SIDES.map((side) => {
        const width = form === 'name' ? long - titleWidth * zoom : long;
        const left = side === 'left' ? gap : view - gap - width;
        return { form, side, box: boxAt(left, now.top, { width, height: now.height }) };
      }),
    );
  }

  function entryOf(id: string, question: string): HTMLElement {
    const ask = button('text', () => void unfold(), question);
    ask.ariaExpanded = 'false';
    const entry = make('div', {}, ask);
    async function unfold(): Promise<void> {
      const isOpen = ask.ariaExpanded === 'true';
      const content = isOpen ? null : await contentOf(id);
      fold?.();
      fold = null;
      if (content === null) return;
      const { blocks, words: labels, sources } = content;
      const [source] = sources;
      const by = source ? [make('p', { class: 'by' }, linkTo(source.url, source.label, labels.newTab))] : [];
      const answer = make('div', { class: 'answer' }, ...blocksOf(blocks, labels), ...by);
      entry.append(answer);
      ask.ariaExpanded = 'true';
      fold = () => {
        answer.remove();
        ask.ariaExpanded = 'false';
      };
    }
    return entry;
  }

  open.dataset.form = 'none';
  root.append(open);
  return {
    place,
    hide() {
      if (!isUsed()) open.dataset.form = 'none';
    },
  };
}
