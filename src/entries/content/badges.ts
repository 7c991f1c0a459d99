/** A small sign beside each domain name of a list. Plain DOM: there may be hundreds. */
import type { NameNote } from '../../messaging/replies.ts';
import { icon, offerOf, offersOf } from './card.ts';
import { boxOf, editing, isInPage, type Made, make, pathOf, putBehind, zoomOf } from './dom-clobbering.ts';
import type { Named } from './find-names.ts';
import { groundOf } from './ground.ts';
import { linkTo, withMark } from './guidance-elements.ts';
import { nearOn } from './nearby-blocks.ts';
import type { Block } from './page-reader.ts';
import { type Box, boxAt, covers, edgeOf, isSeenAt, linesOf, moverTo } from './room.ts';
import { byPerson, type Host, makeHost } from './shadow-host.ts';

/** A page that keeps removing a chip does not want it there. */
const TRIES = 3;
/**
 * Chips that a page has at most: those that are far from what is seen make room for those that come
 * near.
 */
const MOST = 300;
/** Pixels of a sign, and between it and its text. */
const SIGN = 16;
const GAP = 4;
/**
 * Milliseconds in which room is looked for at once; and chips that are looked at again at each
 * visit, though nothing is known to have changed.
 */
const LOOK = 3;
const SOME = 20;

interface Shown {
  readonly name: string;
  readonly begin: Text;
  end: Text;
  readonly host: Host['host'];
  readonly lieOn: Host['lieOn'];
  readonly button: Made<HTMLButtonElement>;
  /** Its width with its word, in pixels of its own; 0: not measured yet. */
  wide: number;
  tries: number;
}

export interface Chips {
  /** The names of a block as they stand now. */
  update(block: Block, names: readonly Named<Text>[]): void;
  /**
   * Puts chips back that the page dropped, drops those whose text went or is edited now, and looks
   * whether there is still room for them: for all of them where the page is known to have changed.
   */
  sweep(hasChanged: boolean): void;
  /**
   * Hides chips that stay where they are while their text is scrolled by something around it, until
   * the next look.
   */
  leave(scroller: Element): void;
  /** Takes all away; what is told later counts. */
  reset(): void;
  /** Takes all away for good. */
  clear(): void;
}

/**
 * Keeps the chips beside names that a page lists.
 *
 * @param lang the tag of our language
 * @param noteOf asks what to say of a name; null where there is nothing, undefined where nobody
 *   answered
 */
export function chipsOn(
  page: Document,
  lang: string,
  noteOf: (name: string) => Promise<NameNote | null | undefined>,
  open: (name: string) => void,
): Chips {
  const shown = new Map<Block, Shown[]>();
  const wanted = new Map<Block, readonly Named<Text>[]>();
  const near = nearOn((come) => {
    for (const block of come) for (const named of wanted.get(block) ?? []) void show(block, named);
  });
  const fitting = new IntersectionObserver(fitAll);
  const shownBy = new Map<Element, Shown>();
  let count = 0;
  let cleared = false;
  let next = 0;

  /**
   * Finds room for chips whose place the browser has just told. All is read before anything is
   * written: it would be laid out anew.
   */
  function fitAll(entries: readonly IntersectionObserverEntry[]): void {
    const began = performance.now();
    const found: (() => void)[] = [];
    for (const { target, boundingClientRect: box } of entries) {
      fitting.unobserve(target);
      const one = shownBy.get(target);
      if (one === undefined || box.width === 0) continue;
      if (performance.now() - began > LOOK) fitting.observe(target);
      else found.push(place(one));
    }
    for (const write of found) write();
  }

  /**
   * Returns what puts a chip where it lies over nothing: with its word, as a sign behind or before
   * its text, or not at all.
   */
  function place(one: Shown): () => void {
    const { end, host, button } = one;
    const ground = groundOf(host);
    const edge = edgeOf(end);
    const spot = spotsFor(page, one).find(
      ({ form, box }) =>
        box.left >= 0 &&
        box.right <= innerWidth - GAP &&
        (form === 'sign' || (edge.left <= box.left && box.right <= edge.right)) &&
        !covers(page, end, box),
    );
    const move = spot && moverTo(host, button, spot.box);
    return () => {
      button.dataset.form = spot?.form ?? 'none';
      if (!move) return;
      move();
      one.lieOn(ground);
    };
  }

  async function show(block: Block, { name, begin, end }: Named<Text>): Promise<void> {
    const note = await noteOf(name);
    const still = wanted.get(block)?.some((one) => one.name === name && one.end === end);
    if (!note || cleared || !still || !isInPage(end) || editing(page)(end)) return;
    const here = shown.get(block) ?? [];
    if (here.some((one) => one.name === name) || !near.has(block)) return;
    if (count >= MOST && !makeRoom()) return;
    count++;
    const one: Shown = { name, begin, end, ...chipOf(lang, note, open), wide: 0, tries: 0 };
    shown.set(block, [...here, one]);
    shownBy.set(one.button, one);
    attach(one);
    fitting.observe(one.button);
  }

  function drop(block: Block, gone: (one: Shown) => boolean): void {
    const kept = (shown.get(block) ?? []).filter((one) => {
      if (!gone(one)) return true;
      one.host.remove();
      shownBy.delete(one.button);
      fitting.unobserve(one.button);
      count--;
      return false;
    });
    if (kept.length > 0) shown.set(block, kept);
    else shown.delete(block);
  }

  /** Whether there is room for one more now. */
  function makeRoom(): boolean {
    const far = [...shown.keys()].find((block) => !near.has(block));
    if (far !== undefined) drop(far, () => true);
    return far !== undefined;
  }

  function reset(): void {
    for (const block of [...shown.keys()]) drop(block, () => true);
    for (const block of wanted.keys()) near.unwatch(block);
    wanted.clear();
  }

  return {
    update(block, names) {
      if (names.length > 0) {
        wanted.set(block, names);
        near.watch(block);
      } else if (wanted.delete(block)) near.unwatch(block);
      drop(block, (one) => !names.some((named) => named.name === one.name && named.end === one.end));
      for (const named of names) {
        if (near.has(block) && !shown.get(block)?.some((one) => one.name === named.name)) void show(block, named);
      }
    },
    sweep(hasChanged) {
      const isEdited = editing(page);
      for (const [block, here] of shown) {
        if (isInPage(block) && !isEdited(block) && !here.some(({ host }) => isEdited(host))) putBack(here);
        else {
          drop(block, () => true);
          if (wanted.delete(block)) near.unwatch(block);
        }
      }
      const all = [...shownBy.keys()];
      const some = hasChanged ? all : all.slice(next, next + SOME);
      next = next + SOME < all.length ? next + SOME : 0;
      for (const button of some) fitting.observe(button);
    },
    leave(scroller) {
      const isIn = (node: Node | null) => [...pathOf(node)].includes(scroller);
      for (const { host, button } of shownBy.values())
        if (isIn(host) && !isIn(host.offsetParent)) button.dataset.form = 'none';
    },
    reset,
    clear() {
      cleared = true;
      reset();
      near.stop();
      fitting.disconnect();
    },
  };
}

/** Returns where a chip can stand beside its text, the best place first. */
function spotsFor(page: Document, one: Shown): { readonly form: 'word' | 'sign'; readonly box: Box }[] {
  const zoom = zoomOf(one.host);
  const lines = linesOf(one.end);
  const [first, last] = [lines[0], lines.at(-1)];
  if (!first || !last) return [];
  // The whole name: from right to left its last part stands before what a page sets off of it.
  const start = Math.min(
    ...linesOf(one.end, one.begin).map((line) =>
      line.top < first.bottom && line.bottom > first.top ? line.left : first.left,
    ),
  );
  one.wide ||= boxOf(one.button).width / zoom;
  const sign = SIGN * zoom;
  const spot = (form: 'word' | 'sign', line: Box, left: number, width: number) => {
    return { form, box: boxAt(left, (line.top + line.bottom - sign) / 2, { width, height: sign }) };
  };
  const behind = last.right + GAP;
  return [
    ...(isSeenAt(page, one.end, last.right - 1, last)
      ? [spot('word', last, behind, one.wide * zoom), spot('sign', last, behind, sign)]
      : []),
    ...(isSeenAt(page, one.end, first.left + 1, first) ? [spot('sign', first, start - sign - GAP, sign)] : []),
  ];
}

function putBack(all: readonly Shown[]): void {
  for (const one of all) if (!isInPage(one.host) && one.tries < TRIES) attach(one);
}

/**
 * Right behind the text: where a box that nobody placed lies, and in the tab order after what it
 * speaks of.
 */
function attach(one: Shown): void {
  one.tries++;
  putBehind(one.end, one.host);
}

function chipOf(lang: string, { name, tone, word, text, mark, ways }: NameNote, open: (name: string) => void) {
  const { host, root, lieOn } = makeHost('chip', { name, tone });
  const panel = make('div', { lang, popover: 'auto' }, make('b', {}, name), make('p', {}, withMark(text, mark)));
  if (ways) {
    const { instead, lookUp, newTab } = ways;
    const look = linkTo(lookUp.url, lookUp.label, newTab);
    for (const row of [offersOf(instead, open), [offerOf(name, open, ways.open), look]])
      if (row.length > 0) panel.append(make('p', { class: 'ways' }, ...row));
  }
  const label = withMark(word, mark);
  const button = make(
    'button',
    {
      type: 'button',
      lang,
      class: tone,
      'data-form': 'none',
      'aria-label': `${name}: ${label}`,
      'aria-expanded': 'false',
    },
    icon('sign', 'circle', 'path'),
    make('span', {}, label),
  );
  button.addEventListener(
    'click',
    byPerson(() => {
      // Read only now that the person asked: where the chip stands decides where its panel opens.
      panel.togglePopover();
      const { top, bottom, left } = boxOf(button);
      const { height } = boxOf(panel);
      // Above it where there is no room below.
      const isAbove = bottom + height > innerHeight && top > height;
      panel.style.setProperty('top', `${isAbove ? top - height - GAP : bottom + GAP}px`);
      panel.style.setProperty('left', `${Math.max(8, Math.min(left, innerWidth - 328))}px`);
    }),
  );
  panel.addEventListener('toggle', () => {
    button.setAttribute('aria-expanded', String(panel.matches(':popover-open')));
  });
  root.append(button, panel);
  return { host, lieOn, button };
}
