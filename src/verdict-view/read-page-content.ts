import type { PageParts } from '../domain/records/shown-records.ts';

/**
 * Runs inside the page that the person clicked on, once. Returns what its elements and fields hold,
 * with its open shadow roots and its frames of the same origin; null where no word of it speaks of
 * names, unless it is a console's: there a message, or a name in a field, may be all there is.
 * Changes nothing.
 */
export function readPageContent(isConsole: boolean): PageParts | null {
  const WORTH = /regist|whois|rdap|expir|domain|ldhname|注册|註冊|到期|备案|備案|实名|實名|域名/i;
  const SKIPPED = /^(?:script|style|noscript|template|svg|canvas|video|audio|head|select|datalist)$/;
  const MOST_PARTS = 40_000;
  const MOST_CHARACTERS = 600_000;
  const MOST_TEXT = 200_000;
  const parts: string[] = [];
  let characters = 0;

  function add(part: string): void {
    if (parts.length >= MOST_PARTS || characters >= MOST_CHARACTERS) return;
    parts.push(part);
    characters += part.length;
  }

  function collect(node: Node, depth: number): void {
    for (let child = node.firstChild; child !== null; child = child.nextSibling) {
      if (parts.length >= MOST_PARTS) return;
      if (child.nodeType === Node.TEXT_NODE) addText(child.nodeValue ?? '');
      else if (child instanceof Element) visit(child, depth);
    }
  }

  function addText(text: string): void {
    if (/\S/.test(text)) add(`=${text.slice(0, MOST_TEXT)}`);
    else if (text !== '') add('= ');
  }

  function visit(element: Element, depth: number): void {
    if (SKIPPED.test(element.localName) || depth > 300) return;
    const isUnseen = !isSeen(element);
    if (isUnseen) add('(');
    addElement(element, depth);
    if (isUnseen) add(')');
  }

  function addElement(element: Element, depth: number): void {
    const name = element.localName;
    const isField = element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement;
    add(isField ? `<${name}\t${element.type}\t${element.value.slice(0, 300)}` : `<${name}`);
    if (element.shadowRoot) collect(element.shadowRoot, depth + 1);
    if (element instanceof HTMLIFrameElement) {
      const inside = documentOf(element);
      if (inside?.body) collect(inside.body, depth + 1);
    }
    // What stands in a text area was told as its value.
    if (!isField) collect(element, depth + 1);
    add(`>${name}`);
  }

  /** Whether a person can see an element: not where it has no box, no opacity or is hidden. */
  function isSeen(element: Element): boolean {
    // Whoever asks by the newer names is not understood by Chromium 120.
    if (element.checkVisibility({ checkOpacity: true, checkVisibilityCSS: true })) return true;
    // It has no box, but what is in it has.
    return getComputedStyle(element).display === 'contents';
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
  collect(document.body, 0);
  return { url: location.href, parts };
}
