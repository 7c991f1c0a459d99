import type { PagePiece, PageText, Place } from '../domain/filing-numbers/judge-page.ts';

/**
 * Runs inside the page that the person clicked on, once: it is handed over as its own source, so
 * everything that it needs is in it. Returns the text around whatever may be a number, in order, of
 * the page, its open shadow roots and its frames of the same origin. Changes nothing and reads no
 * layout.
 */
export function readPageText(): PageText {
  const MAY_BE = /I\s?C\s?P|[\uff29\uff49]|[备備证證]|网\s?安|網\s?安|[A-B\uff21\uff22]\s?[12\uff11\uff12]/i;
  /** A number without its mark is known by the office that it leads to. */
  const OFFICES = ['beian.miit.gov.cn', 'beian.mps.gov.cn', 'beian.gov.cn'].map((name) => `a[href*="${name}"]`).join();
  const NAMED = /beian|备案|備案|\bicp\b|gongan|公安/i;
  const SKIPPED = 'script,style,template,noscript,title';
  const INLINE =
    /^(?:a|abbr|acronym|b|bdi|bdo|big|cite|dfn|em|font|i|img|ins|label|mark|q|s|slot|small|span|strong|sub|sup|time|tt|u|var|wbr)$/;
  const FOOTER = ['footer', '[role=contentinfo]']
    .concat(['foot', 'copyright', 'beian', 'icp'].flatMap((word) => [`[class*="${word}" i]`, `[id*="${word}" i]`]))
    .join();
  const ARTICLE = 'article,[role=article],[itemprop=articleBody],blockquote,figure,.markdown-body';
  const CODE = 'pre,code,samp,kbd,textarea,[contenteditable=""],[contenteditable=true]';
  /** Texts on each side of one that may be a number, and how many of them at most. */
  const AROUND = 8;
  const MOST = 4000;
  /** Shadow roots and frames within each other. */
  const MOST_DEPTH = 50;
  /** Pages that a provider shows instead of a site hold a few sentences. */
  const SMALL = 2000;

  const texts: { text: string; element: Element | null; alone: boolean }[] = [];
  const frames: string[] = [];
  let images = 0;

  function collect(root: Document | ShadowRoot, depth: number): void {
    const walker = root.ownerDocument ?? (root as Document);
    const all = walker.createTreeWalker(root, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
    for (let node = all.nextNode(); node !== null; node = all.nextNode()) {
      if (node.nodeType === Node.TEXT_NODE) {
        if (/\S/.test(node.nodeValue ?? ''))
          texts.push({ text: node.nodeValue ?? '', element: node.parentElement, alone: false });
        continue;
      }
      addAttributes(node as Element);
      if (depth < MOST_DEPTH) collectWithin(node as Element, depth + 1);
    }
  }

  function addAttributes(element: Element): void {
    for (const name of ['alt', 'title']) {
      const text = element.getAttribute(name);
      if (text !== null && MAY_BE.test(text)) texts.push({ text, element, alone: true });
    }
    if (element.localName === 'img' && NAMED.test(`${element.getAttribute('alt')} ${element.getAttribute('src')}`))
      images++;
  }

  function collectWithin(element: Element, depth: number): void {
    if (element.shadowRoot) collect(element.shadowRoot, depth);
    if (element.localName !== 'iframe') return;
    const inside = documentOf(element as HTMLIFrameElement);
    if (inside) collect(inside, depth);
    else frames.push(element.getAttribute('src') ?? '');
  }

  function documentOf(frame: HTMLIFrameElement): Document | null {
    try {
      return frame.contentDocument;
    } catch {
      // Of another origin: none of what was asked for.
      return null;
    }
  }

  function blockOf(element: Element | null): Element | null {
    let at = element;
    while (at !== null && INLINE.test(at.localName) && at.parentElement) at = at.parentElement;
    return at;
  }

  function addressOf(element: Element | null): string | null {
    const link = element?.closest('a[href],area[href]');
    const isLink = link instanceof HTMLAnchorElement || link instanceof HTMLAreaElement;
    return isLink ? link.href : (link?.getAttribute('href') ?? null);
  }

  function placeOf(element: Element | null): Place {
    if (element?.closest(CODE)) return 'code';
    const footer = element?.closest(FOOTER);
    const article = element?.closest(ARTICLE);
    if (footer && !(article && article !== footer && article.contains(footer))) return 'footer';
    return article ? 'article' : 'other';
  }

  collect(document, 0);
  const wanted = new Set<number>();
  texts.forEach(({ text, element }, index) => {
    if (!MAY_BE.test(text) && !(/\d{8}/.test(text) && element?.closest(OFFICES))) return;
    for (let near = index - AROUND; near <= index + AROUND; near++) wanted.add(near);
  });
  const chosen = [...wanted]
    .filter((index) => index >= 0 && index < texts.length)
    .sort((a, b) => a - b)
    .slice(-MOST);
  let lastBlock: Element | null = null;
  let last = -2;
  const pieces = chosen.flatMap((index): PagePiece[] => {
    const one = texts[index];
    if (one === undefined || one.element?.closest(SKIPPED)) return [];
    const block = blockOf(one.element);
    const begins = one.alone || index !== last + 1 || block !== lastBlock;
    lastBlock = one.alone ? null : block;
    last = index;
    const { text, element } = one;
    const at = (index + 1) / texts.length;
    return [{ text: text.slice(0, 2000), href: addressOf(element), begins, place: placeOf(element), at }];
  });
  const written = texts.filter(({ element }) => !element?.closest(SKIPPED)).map(({ text }) => text.trim());
  const all = [location.href, document.title, ...frames, ...written].join('\n');
  return { pieces, images, lang: document.documentElement.lang, small: all.length > SMALL ? '' : all };
}
