/** One answer beside one prompt: what it means and what to do; the rest of the answer on demand. */
import type { Block } from '../../domain/ruleset/guidance.ts';
import type { CardContent } from '../../messaging/protocol.ts';
import { type Made, make } from './dom-clobbering.ts';
import { blocksOf, linkTo } from './parts.ts';
import { byPerson } from './shadow-host.ts';

/** Open, a line, or a sign that is no larger than a letter. */
export type Form = 'open' | 'folded' | 'sign';

export interface Card {
  readonly element: Made<HTMLElement>;
  /** Draws it in a form. */
  show(form: Form): void;
  /** Says at how many other places of the page the same stands. */
  count(more: number): void;
}

/** Returns a card, as a line. `fold` and `dismiss` are called for what the person does. */
export function makeCard(
  { title, blocks, sources, words, lang }: CardContent,
  fold: (folded: boolean) => void,
  dismiss: () => void,
): Card {
  const main = essence(blocks);
  const parts = blocksOf(blocks, words);
  const others = sources.map(({ url, label }) => make('span', {}, ' · ', linkTo(url, label, words.newTab)));
  /** What is seen only in the whole answer. */
  const rest = [...parts.filter((_, index) => !main.includes(blocks[index] as Block)), ...others.slice(1)];
  let form: Form = 'folded';
  let isWhole = false;

  const toggle = make('button', { type: 'button' });
  const away = make('button', { type: 'button' }, words.dismiss);
  const more = make('button', { type: 'button', class: 'text' });
  const also = make('p', { class: 'also', hidden: '' });
  const by = make('p', { class: 'by' }, make('b', {}, words.name), ...others);
  if (rest.length > 0) by.append(' · ', more);
  const body = make('div', {}, also, ...parts, by);
  const element = make(
    'section',
    { lang, 'aria-label': `${words.name}: ${title}` },
    make('header', {}, make('h2', {}, title), toggle, away),
  );
  toggle.addEventListener(
    'click',
    byPerson(() => fold(form === 'open')),
  );
  away.addEventListener('click', byPerson(dismiss));
  more.addEventListener(
    'click',
    byPerson(() => {
      isWhole = !isWhole;
      draw();
    }),
  );
  element.addEventListener(
    'keydown',
    byPerson((event) => {
      if (event.key !== 'Escape' || form !== 'open') return;
      // What had the focus may be folded away.
      toggle.focus();
      fold(true);
    }),
  );

  function draw(): void {
    const isOpen = form === 'open';
    element.className = `card ${form}`;
    const does = isOpen ? words.fold : words.unfold;
    toggle.textContent = does;
    // A sign has no room for its word.
    toggle.ariaLabel = does;
    toggle.title = form === 'sign' ? title : '';
    toggle.setAttribute('aria-expanded', String(isOpen));
    if (isOpen) element.append(body);
    else body.remove();
    more.textContent = isWhole ? words.less : words.more;
    more.setAttribute('aria-expanded', String(isWhole));
    for (const part of rest) part.hidden = !isWhole;
  }
  draw();

  return {
    element,
    show(next) {
      if (next === form) return;
      form = next;
      draw();
    },
    count(count) {
      also.textContent = words.also.replace('#', String(count));
      also.hidden = count === 0;
    },
  };
}

/** What must be seen at once: the answer in a sentence or two, and the steps. */
function essence(blocks: readonly Block[]): readonly Block[] {
  const first = blocks.find((block) => block.kind === 'paragraph');
  return blocks.filter((block) => block === first || block.kind === 'steps');
}
