/**
 * Runs in a page, by itself. Returns what cannot be read below a root (the document if not given)
 * or runs out of its place, in words; nothing where all is sound.
 */
export function badlyLaid(root: Document | ShadowRoot = document): string[] {
  interface Shown {
    readonly text: string;
    readonly element: Element;
    readonly box: DOMRect;
    readonly node: Text;
  }
  /** Pixels that rounding may take. */
  const SLACK = 1.5;
  const found = new Set<string>();
  const name = (element: Element, text: string) =>
    `${element.localName}${element.classList.length > 0 ? `.${[...element.classList].join('.')}` : ''} “${text.trim().slice(0, 40)}”`;
  const page = document.documentElement;
  if (page.scrollWidth > page.clientWidth)
    found.add(`the page scrolls sideways: ${page.scrollWidth} of ${page.clientWidth}`);

  const shown: Shown[] = [];
  // What stands behind a question lies under it.
  const elements = [...(root.querySelector(':modal') ?? root).querySelectorAll('*')];
  for (const element of elements) {
    if (!element.checkVisibility({ visibilityProperty: true }) || element.closest('.unseen, option') !== null) continue;
    // What is folded has boxes, and none of them is drawn.
    const isFolded = element instanceof HTMLDetailsElement && !element.open;
    for (const node of isFolded ? [] : element.childNodes) {
      if (!(node instanceof Text) || node.data.trim() === '') continue;
      const range = document.createRange();
      range.selectNodeContents(node);
      for (const rect of range.getClientRects()) look(element, node, rect);
    }
    if (element.matches('input, select, textarea, button, img')) lookAtControl(element);
    if (element instanceof HTMLInputElement) lookAtPlaceholder(element);
  }

  shown.sort((a, b) => a.box.top - b.box.top);
  shown.forEach((one, index) => {
    for (const other of shown.slice(index + 1)) {
      if (other.box.top >= one.box.bottom - SLACK) break;
      // What a menu unfolds lies over the page, and hides what is below it.
      if (one.node === other.node || menuOf(one.element) !== menuOf(other.element)) continue;
      const width = Math.min(one.box.right, other.box.right) - Math.max(one.box.left, other.box.left);
      const height = Math.min(one.box.bottom, other.box.bottom) - other.box.top;
      // Lines of a paragraph touch where a font is taller than its line.
      if (width > SLACK && height > one.box.height / 3)
        found.add(`${name(one.element, one.text)} lies over ${name(other.element, other.text)}`);
    }
  });
  return [...found];

  function menuOf(element: Element): Element | null {
    return element.closest('details.menu > :not(summary)');
  }

  /**
   * Follows a piece of a text outwards: what its containers leave of it, and whether it stays
   * within them.
   */
  function look(element: Element, node: Text, rect: DOMRect): void {
    let box = rect;
    for (let at: Element | null = element; at !== null; at = at.parentElement) {
      const style = getComputedStyle(at);
      const bounds = at.getBoundingClientRect();
      const drawn = style.borderInlineEndWidth !== '0px' || style.backgroundColor !== 'rgba(0, 0, 0, 0)';
      const holds = style.display !== 'inline' && style.display !== 'contents';
      const scrolls = /auto|scroll/.test(style.overflowX + style.overflowY);
      const clips = /hidden|clip/.test(style.overflowX + style.overflowY);
      const out = box.right > bounds.right + SLACK || box.left < bounds.left - SLACK;
      const below = box.bottom > bounds.bottom + SLACK || box.top < bounds.top - SLACK;
      if (holds && (out || below) && clips && at.getAttribute('title') !== at.textContent)
        found.add(`${name(element, node.data)} is cut by ${name(at, '')}`);
      if (holds && drawn && out && !scrolls && !clips)
        found.add(`${name(element, node.data)} runs out of ${name(at, '')}`);
      if (holds && (scrolls || clips)) {
        const left = Math.max(box.left, bounds.left);
        const top = Math.max(box.top, bounds.top);
        const width = Math.min(box.right, bounds.right) - left;
        const height = Math.min(box.bottom, bounds.bottom) - top;
        if (width <= 0 || height <= 0) return;
        box = new DOMRect(left, top, width, height);
      }
      if (style.position === 'fixed') break;
    }
    if (box.left < -SLACK || box.right > page.clientWidth + SLACK)
      found.add(`${name(element, node.data)} leaves the window`);
    shown.push({ text: node.data, element, node, box });
  }

  function lookAtControl(element: Element): void {
    const { left, right, width } = element.getBoundingClientRect();
    const scrolls = (at: Element | null): boolean =>
      at !== null && (/auto|scroll/.test(getComputedStyle(at).overflowX) || scrolls(at.parentElement));
    if (width > 0 && (left < -SLACK || right > page.clientWidth + SLACK) && !scrolls(element))
      found.add(`${name(element, element.id)} leaves the window`);
  }

  /** No element holds a placeholder: its width is measured. */
  function lookAtPlaceholder(input: HTMLInputElement): void {
    if (input.placeholder === '' || input.value !== '') return;
    const style = getComputedStyle(input);
    const pen = document.createElement('canvas').getContext('2d');
    if (pen === null) return;
    pen.font = style.font;
    const room = input.clientWidth - Number.parseFloat(style.paddingLeft) - Number.parseFloat(style.paddingRight);
    if (pen.measureText(input.placeholder).width > room + SLACK) found.add(`${name(input, input.placeholder)} is cut`);
  }
}
