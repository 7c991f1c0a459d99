import { useRef, useState } from 'preact/hooks';
import type { Block } from '../core/model.ts';
import type { CardContent } from '../messages/protocol.ts';
import { Blocks, Link } from '../ui/blocks.tsx';
import { byPerson } from './host.ts';

interface Props {
  readonly content: CardContent;
  readonly folded: boolean;
  readonly onFold: (folded: boolean) => void;
  readonly onDismiss: () => void;
}

/** One answer beside one prompt: what it means and what to do; the rest of the answer on demand. */
export function Card({ content, folded: foldedAtFirst, onFold, onDismiss }: Props) {
  const [folded, setFolded] = useState(foldedAtFirst);
  const [whole, setWhole] = useState(false);
  const toggle = useRef<HTMLButtonElement>(null);
  const { title, blocks, sources, words, lang } = content;
  const main = essence(blocks);

  function fold(next: boolean): void {
    setFolded(next);
    onFold(next);
  }

  return (
    <section
      class={`card${folded ? ' folded' : ''}`}
      lang={lang}
      aria-label={`${words.name}: ${title}`}
      onKeyDown={byPerson((event: KeyboardEvent) => {
        if (event.key !== 'Escape' || folded) return;
        fold(true);
        // What had the focus may be folded away.
        toggle.current?.focus();
      })}
    >
      <header>
        <h2>{title}</h2>
        <button type="button" ref={toggle} aria-expanded={!folded} onClick={byPerson(() => fold(!folded))}>
          {folded ? words.unfold : words.fold}
        </button>
        <button type="button" onClick={byPerson(onDismiss)}>
          {words.dismiss}
        </button>
      </header>
      {!folded && (
        <>
          <Blocks blocks={whole ? blocks : main} labels={words} />
          <p class="by">
            <b>{words.name}</b>
            {(whole ? sources : sources.slice(0, 1)).map((source) => (
              <>
                {' · '}
                <Link url={source.url} newTab={words.newTab}>
                  {source.label}
                </Link>
              </>
            ))}
            {(main.length < blocks.length || sources.length > 1) && (
              <>
                {' · '}
                <button type="button" class="text" aria-expanded={whole} onClick={byPerson(() => setWhole(!whole))}>
                  {whole ? words.less : words.more}
                </button>
              </>
            )}
          </p>
        </>
      )}
    </section>
  );
}

/** What must be seen at once: the answer in a sentence or two, and the steps. */
function essence(blocks: readonly Block[]): readonly Block[] {
  const first = blocks.find((block) => block.kind === 'paragraph');
  return blocks.filter((block) => block === first || block.kind === 'steps');
}
