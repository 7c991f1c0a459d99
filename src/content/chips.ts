/** A small sign beside each domain name of a list. Plain DOM: there may be hundreds. */
import type { NameNote } from '../messages/protocol.ts';
import css from './chip.css?inline';
import { FLOATING, makeHost, sheetOf } from './host.ts';
import type { Named } from './names.ts';
import { type Block, OURS } from './reader.ts';

export const CHIP = `${OURS}chip`;
/** A page that keeps removing a chip does not want it there. */
const TRIES = 3;
const SVG = 'http://www.w3.org/2000/svg';
const SIGNS = {
  yes: 'M6 10.4l2.7 2.7 5.5-5.7',
  no: 'M6.8 6.8l6.4 6.4M13.2 6.8l-6.4 6.4',
  unknown: 'M7.6 7.8a2.4 2.4 0 114 1.8c-.9.7-1.6 1.1-1.6 2.2M10 14.2v.2',
} as const;

interface Shown {
  readonly name: string;
  end: Text;
  readonly host: HTMLElement;
  tries: number;
}

export interface Chips {
  /** The names of a block as they stand now. */
  update(block: Block, names: readonly Named<Text>[]): void;
  sweep(): void;
  readonly count: number;
  /** Takes all away; what is told later counts. */
  reset(): void;
  /** Takes all away for good. */
  clear(): void;
}

/** In: the page's document, the tag of our language, and who knows what to say of a name (undefined: nothing). */
export function chipsOn(page: Document, lang: string, noteOf: (name: string) => Promise<NameNote | undefined>): Chips {
  const sheet = sheetOf(css);
  const shown = new Map<Block, Shown[]>();
  const wanted = new Map<Block, readonly Named<Text>[]>();
  let cleared = false;

  async function show(block: Block, { name, end }: Named<Text>): Promise<void> {
    const note = await noteOf(name);
    const still = wanted.get(block)?.some((one) => one.name === name && one.end === end);
    if (note === undefined || cleared || !still || !end.isConnected) return;
    const here = shown.get(block) ?? [];
    if (here.some((one) => one.name === name)) return;
    const one: Shown = { name, end, host: chipOf(page, lang, note, sheet), tries: 0 };
    shown.set(block, [...here, one]);
    attach(one);
  }

  function drop(block: Block, gone: (one: Shown) => boolean): void {
    const kept = (shown.get(block) ?? []).filter((one) => {
      if (gone(one)) one.host.remove();
      return !gone(one);
    });
    if (kept.length > 0) shown.set(block, kept);
    else shown.delete(block);
  }

  function reset(): void {
    for (const block of [...shown.keys()]) drop(block, () => true);
    wanted.clear();
  }

  return {
    update(block, names) {
      if (names.length === 0) wanted.delete(block);
      else wanted.set(block, names);
      drop(block, (one) => !names.some((named) => named.name === one.name && named.end === one.end));
      for (const named of names) {
        if (!shown.get(block)?.some((one) => one.name === named.name)) void show(block, named);
      }
    },
    sweep() {
      for (const [block, here] of shown) {
        if (!block.isConnected) {
          drop(block, () => true);
          wanted.delete(block);
        } else for (const one of here) if (!one.host.isConnected && one.tries < TRIES) attach(one);
      }
    },
    get count() {
      return shown.size;
    },
    reset,
    clear() {
      cleared = true;
      reset();
    },
  };
}

/** Right behind the text: where a box that nobody placed lies, and in the tab order after what it speaks of. */
function attach(one: Shown): void {
  one.tries++;
  one.end.parentNode?.insertBefore(one.host, one.end.nextSibling);
}

function chipOf(page: Document, lang: string, { name, tone, word, text }: NameNote, sheet: CSSStyleSheet): HTMLElement {
  const style = { ...FLOATING, display: 'inline' };
  const { host, root } = makeHost(page, CHIP, { name, tone }, style, sheet);
  const button = page.createElement('button');
  button.type = 'button';
  button.lang = lang;
  button.className = tone;
  button.setAttribute('aria-label', `${name}: ${word}`);
  button.setAttribute('aria-expanded', 'false');
  const label = page.createElement('span');
  label.textContent = word;
  button.append(signOf(page, tone), label);
  const panel = page.createElement('div');
  panel.lang = lang;
  panel.popover = 'auto';
  const heading = page.createElement('b');
  heading.textContent = name;
  const line = page.createElement('p');
  line.textContent = text;
  panel.append(heading, line);
  button.addEventListener('click', () => {
    // Read only now that the person asked: where the chip stands decides where its panel opens.
    const { bottom, left } = button.getBoundingClientRect();
    panel.style.setProperty('top', `${Math.round(bottom + 4)}px`);
    panel.style.setProperty('left', `${Math.round(Math.max(8, Math.min(left, innerWidth - 320)))}px`);
    panel.togglePopover();
  });
  panel.addEventListener('toggle', () => {
    button.setAttribute('aria-expanded', String(panel.matches(':popover-open')));
  });
  root.append(button, panel);
  return host;
}

function signOf(page: Document, tone: NameNote['tone']): SVGElement {
  const svg = page.createElementNS(SVG, 'svg');
  svg.setAttribute('viewBox', '0 0 20 20');
  svg.setAttribute('aria-hidden', 'true');
  const circle = page.createElementNS(SVG, 'circle');
  for (const [key, value] of [
    ['cx', '10'],
    ['cy', '10'],
    ['r', '9'],
  ] as const)
    circle.setAttribute(key, value);
  const sign = page.createElementNS(SVG, 'path');
  sign.setAttribute('d', SIGNS[tone]);
  svg.append(circle, sign);
  return svg;
}
