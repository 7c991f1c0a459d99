/** One answer beside one prompt: what it means and what to do; the rest of the answer on demand. */
import type { Block } from '../../domain/ruleset/guidance.ts';
import type { CardContent } from '../../messaging/replies.ts';
import { type Made, make, makeSvg } from './dom-clobbering.ts';
import { blocksOf, linkTo } from './guidance-elements.ts';
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

/** What a person can do with a card. */
export interface CardActions {
  fold(folded: boolean): void;
  dismiss(): void;
  /** Takes the dismissal back. */
  restore(): void;
  /** Opens all that is known of a domain. */
  open(name: string): void;
}

/** Returns a card, as a line. */
export function makeCard({ title, blocks, sources, words, lang, about }: CardContent, actions: CardActions): Card {
  const main = essence(blocks);
  const parts = blocksOf(blocks, words);
  const others = sources.map(({ url, label }) => make('span', {}, ' · ', linkTo(url, label, words.newTab)));
  /** What is seen only in the whole answer. */
  const rest = [...parts.filter((_, index) => !main.includes(blocks[index] as Block)), ...others.slice(1)];
  let form: Form = 'folded';
  let isWhole = false;

  const heading = make('h2', {}, title);
  const toggle = button('icon', () => actions.fold(form === 'open'), icon('fold', 'path'));
  const away = button('icon', dismiss, icon('dismiss', 'path'));
  // Also its name: said in a label as well, it would be read out twice.
  away.title = words.dismiss;
  const more = button('text', () => {
    isWhole = !isWhole;
    draw();
  });
  const also = make('p', { class: 'also', hidden: '' });
  const by = make('footer', {}, make('p', {}, make('b', {}, words.name), ...others));
  if (rest.length > 0) by.append(more);
  const body = make('div', {}, make('div', { class: 'in' }, also, ...aboutOf(), ...parts), by);
  const header = make('header', {}, icon('says', 'path'), heading, toggle, away);
  const element = make('section', { lang, 'aria-label': `${words.name}: ${title}` }, header);
  element.addEventListener(
    'keydown',
    byPerson((event) => {
      if (event.key !== 'Escape' || form !== 'open') return;
      // What had the focus may be folded away.
      toggle.focus();
      actions.fold(true);
    }),
  );

  /** What is known of the domain comes first: it is the answer for this page. */
  function aboutOf(): Made<HTMLElement>[] {
    if (about === null) return [];
    const { name, told, instead, lookUps } = about;
    const links = lookUps.map(({ url, label }) => linkTo(url, label, words.newTab));
    return [
      make(
        'div',
        { class: 'about' },
        make('b', {}, name),
        ...told.map((sentence) => make('p', { class: 'told' }, sentence)),
        ...(instead.length > 0
          ? [make('p', { class: 'ways' }, words.instead, ' ', ...offersOf(instead, actions.open))]
          : []),
        make('p', { class: 'ways' }, offerOf(name, actions.open, words.open), ...links),
      ),
    ];
  }

  /** What takes it away stays in its place for a while as what brings it back. */
  function dismiss(): void {
    const undo = button(
      'text',
      () => {
        header.replaceChildren(icon('says', 'path'), heading, toggle, away);
        actions.restore();
        toggle.focus();
      },
      words.undo,
    );
    header.replaceChildren(make('h2', { role: 'status' }, words.dismissed), undo);
    actions.dismiss();
    undo.focus();
  }

  function draw(): void {
    const isOpen = form === 'open';
    element.className = `card ${form}`;
    toggle.ariaLabel = isOpen ? null : words.unfold;
    // Its name; of a line or a sign, what is cut off or not written at all.
    toggle.title = isOpen ? words.fold : title;
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

/** Returns a drawing of such lines; what they are the style sheet says of its name. */
export function icon(name: string, ...lines: readonly ('path' | 'circle')[]): Element {
  return makeSvg(
    'svg',
    { viewBox: '0 0 20 20', class: name, 'aria-hidden': 'true' },
    ...lines.map((line) => makeSvg(line, {})),
  );
}

/** Returns a button that does something for a person, and for nobody else. */
export function button(name: string, run: () => void, ...content: readonly (Node | string)[]): Made<HTMLButtonElement> {
  const made = make('button', { type: 'button', class: name }, ...content);
  made.addEventListener('click', byPerson(run));
  return made;
}

/** Returns a button that opens all that is known of a domain. */
export function offerOf(domain: string, open: (domain: string) => void, label = domain): Made<HTMLButtonElement> {
  return button('offer', () => open(domain), label);
}

/** Returns such a button for each domain. */
export function offersOf(domains: readonly string[], open: (domain: string) => void): Made<HTMLButtonElement>[] {
  return domains.map((domain) => offerOf(domain, open));
}

/** What must be seen at once: the answer in a sentence or two, and the steps. */
function essence(blocks: readonly Block[]): readonly Block[] {
  const first = blocks.find((block) => block.kind === 'paragraph');
  return blocks.filter((block) => block === first || block.kind === 'steps');
}
