import type { PageParts } from '../domain/records/shown-records.ts';

/**
 * Runs inside the page that the person clicked on: it is handed over as its own source, so
 * everything that it needs is in it. Returns what the page's elements and fields hold, with its
 * open shadow roots and its frames of the same origin; null where no word of it speaks of names,
 * unless it is a console's: there a message, or a name in a field, may be all there is. Changes
 * nothing.
 *
 * @param isMeasured whether what is cut away, out of reach, too small or without color counts as
 *   unseen, too. That asks for the style and the place of everything, so it is for pages on which
 *   it matters
 */
export function readPageContent(isConsole: boolean, isMeasured: boolean): PageParts | null {
  const WORTH = /regist|whois|rdap|expir|domain|ldhname|注册|註冊|到期|备案|備案|实名|實名|域名/i;
  const SKIPPED = /^(?:script|style|noscript|template|svg|canvas|video|audio|head|select|datalist)$/;
  const MOST_PARTS = 40_000;
  const MOST_CHARACTERS = 600_000;
  const MOST_TEXT = 200_000;
  /** Opacity below which nobody reads. */
  const FAINT = 0.1;
  /** Square pixels that a letter takes at least where somebody reads it: three by four. */
  const LETTER = 12;
  /** Pixels on each side of a field, or of a part that scrolls, at which one sees what is in it. */
  const OPENING = 8;
  /** Methods as they are: fields of a form hide those of the form by their names. */
  const own = Element.prototype;

  interface Box {
    readonly left: number;
    readonly top: number;
    readonly right: number;
    readonly bottom: number;
  }

  /** What lies around a node, as far as it decides whether somebody sees what is in it. */
  interface Around {
    /** Where what is in it can be seen: everything else is cut away, or nobody can scroll to it. */
    readonly reach: Box;
    readonly reachOfAbsolute: Box;
    readonly reachOfFixed: Box;
    readonly opacity: number;
    readonly isLost: boolean;
    /** Whether its own texts have no color, dots in place of letters, or another order. */
    readonly isUnread: boolean;
  }

  const parts: string[] = [];
  let characters = 0;

  function add(part: string): void {
    if (parts.length >= MOST_PARTS || characters >= MOST_CHARACTERS) return;
    parts.push(part);
    characters += part.length;
  }

  function addSeen(isSeen: boolean, addIt: () => void): void {
    if (!isSeen) add('(');
    addIt();
    if (!isSeen) add(')');
  }

  function collect(nodes: Iterable<Node>, around: Around | null, depth: number): void {
    for (const child of nodes) {
      if (parts.length >= MOST_PARTS) return;
      // What is in a frame is of no class of ours.
      if (child.nodeType === Node.TEXT_NODE) addText(child as Text, around);
      else if (child.nodeType === Node.ELEMENT_NODE) visit(child as Element, around, depth);
    }
  }

  function addText(node: Text, around: Around | null): void {
    const text = node.data;
    if (!/\S/.test(text)) {
      if (text !== '') add('= ');
      return;
    }
    addSeen(around === null || isRead(node, around), () => add(`=${text.slice(0, MOST_TEXT)}`));
  }

  function visit(element: Element, around: Around | null, depth: number): void {
    if (SKIPPED.test(element.localName) || depth > 300) return;
    const within = around && aroundIn(element, around);
    addSeen(isDrawn(element) && !within?.isLost, () => addElement(element, within, depth));
  }

  function addElement(element: Element, within: Around | null, depth: number): void {
    const name = element.localName;
    if (name === 'input' || name === 'textarea') {
      const { type, value } = element as HTMLInputElement;
      addSeen(within === null || isReadField(element, within), () =>
        add(`<${name}\t${type}\t${`${value}`.slice(0, 300)}`),
      );
      add(`>${name}`);
      return;
    }
    add(`<${name}`);
    const inside = name === 'iframe' ? documentOf(element as HTMLIFrameElement) : null;
    if (inside?.body)
      collectOf(inside.body, within && aroundInDocument(inside, within, element as HTMLIFrameElement), depth + 1);
    collectOf(element, within, depth + 1);
    add(`>${name}`);
  }

  /**
   * Collects what is in an element as it is drawn: what has a slot in a shadow root stands there.
   */
  function collectOf(element: Element, within: Around | null, depth: number): void {
    const { shadowRoot } = element;
    const assigned = element.localName === 'slot' ? (element as HTMLSlotElement).assignedNodes() : [];
    if (shadowRoot) collect(shadowRoot.childNodes, within, depth);
    if (assigned.length > 0) collect(assigned, within, depth);
    else if (shadowRoot === null) collect(element.childNodes, within, depth);
    else {
      const left = [...element.childNodes].filter((node) => (node as Element | Text).assignedSlot === null);
      addSeen(false, () => collect(left, within, depth));
    }
  }

  /** Whether the browser draws an element: not where it has no box, no opacity or is hidden. */
  function isDrawn(element: Element): boolean {
    // Whoever asks by the newer names is not understood by Chromium 120.
    if (own.checkVisibility.call(element, { checkOpacity: true, checkVisibilityCSS: true })) return true;
    // It has no box, but what is in it has.
    return getComputedStyle(element).display === 'contents';
  }

  /** Whether letters of a text are seen, by the room that they take where they can be seen. */
  function isRead(text: Text, { reach, isLost, isUnread }: Around): boolean {
    if (isLost || isUnread) return false;
    const range = text.ownerDocument.createRange();
    range.selectNodeContents(text);
    const wanted = LETTER * text.data.replace(/\s+/g, '').length;
    let area = 0;
    for (const box of range.getClientRects()) area += areaOf(common(box, reach));
    return area >= wanted;
  }

  function isReadField(field: Element, { reach, isUnread }: Around): boolean {
    return !isUnread && isOpening(common(own.getBoundingClientRect.call(field), reach));
  }

  function common(one: Box, other: Box): Box {
    return {
      left: Math.max(one.left, other.left),
      top: Math.max(one.top, other.top),
      right: Math.min(one.right, other.right),
      bottom: Math.min(one.bottom, other.bottom),
    };
  }

  function areaOf({ left, top, right, bottom }: Box): number {
    return Math.max(0, right - left) * Math.max(0, bottom - top);
  }

  function isOpening({ left, top, right, bottom }: Box): boolean {
    return right - left >= OPENING && bottom - top >= OPENING;
  }

  function aroundIn(element: Element, around: Around): Around {
    const style = getComputedStyle(element);
    const isFolded = element.localName === 'details' && !(element as HTMLDetailsElement).open;
    const isUnread = isFolded || isUnreadBy(style);
    if (style.display === 'contents') return { ...around, isUnread };
    const { position } = style;
    const outer = { absolute: around.reachOfAbsolute, fixed: around.reachOfFixed }[position] ?? around.reach;
    const page = element.ownerDocument;
    const isOfWindow = element === page.body || element === page.documentElement;
    const reach = isOfWindow ? outer : reachIn(element, style, outer);
    const holdsFixed = hasEffect(style);
    const opacity = around.opacity * Number(style.opacity);
    return {
      reach,
      reachOfAbsolute: holdsFixed || position !== 'static' ? reach : around.reachOfAbsolute,
      reachOfFixed: holdsFixed ? reach : around.reachOfFixed,
      opacity,
      isLost: around.isLost || opacity < FAINT || isLostBy(style),
      isUnread,
    };
  }

  function aroundInDocument(page: Document, outside: Around | null, frame: HTMLIFrameElement | null): Around {
    const root = page.documentElement;
    const [of, body] = [getComputedStyle(root), getComputedStyle(page.body)];
    const { overflowX, overflowY } = of.overflowX === 'visible' && of.overflowY === 'visible' ? body : of;
    const isStill = frame?.scrolling === 'no';
    const scrolled = (overflow: string) => (isStill || /hidden|clip/.test(overflow) ? 'hidden' : 'auto');
    const view = page.defaultView;
    const window = { left: 0, top: 0, right: view?.innerWidth ?? 0, bottom: view?.innerHeight ?? 0 };
    const reach = scrolledBox(page.scrollingElement ?? root, of, window, scrolled(overflowX), scrolled(overflowY));
    const isShut = frame !== null && outside !== null && !isReadField(frame, { ...outside, isUnread: false });
    const around: Around = {
      reach,
      reachOfAbsolute: reach,
      reachOfFixed: window,
      opacity: outside?.opacity ?? 1,
      isLost: isShut || outside?.isLost === true,
      isUnread: false,
    };
    return aroundIn(page.body, aroundIn(root, around));
  }

  /** Returns where what is in an element can be seen. */
  function reachIn(element: Element, style: CSSStyleDeclaration, outer: Box): Box {
    const isContained = /paint|strict|content/.test(style.contain) || style.contentVisibility === 'auto';
    const { overflowX, overflowY } = style;
    if (!isContained && overflowX === 'visible' && overflowY === 'visible') return outer;
    const box = own.getBoundingClientRect.call(element);
    // What scrolls is seen wherever it can be scrolled to, if there is an opening to see it in.
    const isOpen = isOpening(common(box, outer));
    const cut = (overflow: string) => {
      if (isContained && overflow === 'visible') return 'hidden';
      return !isOpen && isScrolled(overflow) ? 'hidden' : overflow;
    };
    const [x, y] = [cut(overflowX), cut(overflowY)];
    const inside = scrolledBox(element, style, box, x, y);
    return {
      left: isScrolled(x) ? inside.left : Math.max(inside.left, outer.left),
      right: isScrolled(x) ? inside.right : Math.min(inside.right, outer.right),
      top: isScrolled(y) ? inside.top : Math.max(inside.top, outer.top),
      bottom: isScrolled(y) ? inside.bottom : Math.min(inside.bottom, outer.bottom),
    };
  }

  function isScrolled(overflow: string): boolean {
    return /auto|scroll/.test(overflow);
  }

  /** Returns the box of an element, and where it scrolls of all that can be scrolled into it. */
  function scrolledBox(element: Element, style: CSSStyleDeclaration, box: Box, x: string, y: string): Box {
    const far = 1e9;
    const { scrollLeft, scrollTop, scrollWidth, scrollHeight, clientWidth, clientHeight } = element;
    const isFromRight = style.direction === 'rtl' || style.writingMode.endsWith('-rl');
    const left = box.left - scrollLeft - (isFromRight ? scrollWidth - clientWidth : 0);
    const top = box.top - scrollTop - (style.flexDirection === 'column-reverse' ? scrollHeight - clientHeight : 0);
    const along = (overflow: string, start: number, end: number, from: number, length: number) => {
      if (overflow === 'visible') return [-far, far] as const;
      return isScrolled(overflow)
        ? ([Math.min(start, from), Math.max(end, from + length)] as const)
        : ([start, end] as const);
    };
    const [fromLeft, toRight] = along(x, box.left, box.right, left, scrollWidth);
    const [fromTop, toBottom] = along(y, box.top, box.bottom, top, scrollHeight);
    return { left: fromLeft, right: toRight, top: fromTop, bottom: toBottom };
  }

  /** Whether an element is what even fixed elements in it are placed by. */
  function hasEffect(style: CSSStyleDeclaration): boolean {
    const { transform, translate, scale, rotate, perspective, filter, contain, willChange } = style;
    return (
      [transform, translate, scale, rotate, perspective, filter].some((one) => one !== 'none') ||
      /paint|layout|strict|content/.test(contain) ||
      willChange !== 'auto' ||
      style.contentVisibility === 'auto'
    );
  }

  /**
   * Whether it cannot be told that an element is seen: what a shape or a mask leaves of it, what a
   * filter makes of it, and where it is turned to in space.
   */
  function isLostBy(style: CSSStyleDeclaration): boolean {
    const { clipPath, clip, maskImage, filter, transform, rotate, translate, scale } = style;
    return (
      clipPath !== 'none' ||
      (clip !== 'auto' && /absolute|fixed/.test(style.position)) ||
      maskImage !== 'none' ||
      /opacity|blur|url/.test(filter) ||
      transform.startsWith('matrix3d') ||
      rotate.includes(' ') ||
      [translate, scale].some((one) => one.split(' ').length > 2)
    );
  }

  function isUnreadBy(style: CSSStyleDeclaration): boolean {
    const { webkitTextFillColor, visibility, contentVisibility, unicodeBidi, backgroundImage } = style;
    const alpha = /(?:\/|rgba\(.*,) ?([\d.e-]+)\)$/.exec(webkitTextFillColor)?.[1];
    const isPainted = style.getPropertyValue('-webkit-background-clip').includes('text') && backgroundImage !== 'none';
    return (
      visibility !== 'visible' ||
      contentVisibility === 'hidden' ||
      unicodeBidi.endsWith('override') ||
      !['', 'none'].includes(style.getPropertyValue('-webkit-text-security')) ||
      (alpha !== undefined && Number(alpha) < FAINT && !isPainted)
    );
  }

  function documentOf(frame: HTMLIFrameElement): Document | null {
    try {
      return frame.contentDocument;
    } catch {
      // Of another origin.
      return null;
    }
  }

  if (!(document.body instanceof HTMLElement)) return null;
  const fields = [...document.querySelectorAll('input')].slice(0, 200).map((one) => one.value);
  const sample = `${document.title} ${fields.join(' ')} ${document.body.textContent ?? ''}`;
  const isHidden = document.querySelector('iframe') !== null;
  if (!isConsole && !WORTH.test(sample) && !isHidden) return null;
  add('<title');
  add(`=${document.title}`);
  add('>title');
  collectOf(document.body, isMeasured ? aroundInDocument(document, null, null) : null, 0);
  return { url: location.href, parts };
}
