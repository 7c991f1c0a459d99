/**
 * Guidance as elements, for what is put into other people's pages: structure in, elements out;
 * nothing is ever read as markup.
 */
import type { Block } from '../../domain/ruleset/guidance.ts';
import type { Labels } from '../../ui/blocks.tsx';
import { type Made, make } from './dom-clobbering.ts';

/** Returns an element for each block. */
export function blocksOf(blocks: readonly Block[], labels: Labels): Made<HTMLElement>[] {
  return blocks.map((block) => elementOf(block, labels));
}

function elementOf(block: Block, labels: Labels): Made<HTMLElement> {
  switch (block.kind) {
    case 'paragraph':
      return make('p', {}, block.text);
    case 'steps':
      return make('ol', {}, ...block.steps.map((step) => make('li', {}, step)));
    case 'note':
    case 'warning':
      return make('p', { class: `aside ${block.kind}` }, make('b', {}, labels[block.kind]), ` ${block.text}`);
    case 'link':
      return make('p', {}, linkTo(block.url, block.text, labels.newTab));
  }
}

/**
 * Returns a link out of the extension: always a new tab, never with a referrer; the words alone
 * without an address.
 */
export function linkTo(url: string | null, text: string, newTab: string): Made<HTMLElement> {
  if (url === null) return make('span', {}, text);
  return make(
    'a',
    { href: url, target: '_blank', rel: 'noopener noreferrer' },
    text,
    make('span', { class: 'unseen' }, ` ${newTab}`),
  );
}

/** Returns a text with what is said of the rules behind it. */
export function withMark(text: string, mark: string | undefined): string {
  return mark === undefined ? text : `${text} · ${mark}`;
}
