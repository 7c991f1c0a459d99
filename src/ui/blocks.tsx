import type { ComponentChildren } from 'preact';
import type { Block } from '../domain/ruleset/guidance.ts';

/**
 * The few words that guidance needs around its own; the card gets them by message, pages from their
 * words.
 */
export interface Labels {
  readonly note: string;
  readonly warning: string;
  readonly newTab: string;
}

interface Props {
  readonly labels: Labels;
  /** Draws a running text; as it is, if not given. */
  readonly draw?: (text: string) => ComponentChildren;
}

/** Guidance as it is written: structure in, elements out; nothing is ever read as markup. */
export function Blocks({ blocks, ...props }: Props & { readonly blocks: readonly Block[] }) {
  return (
    <>
      {blocks.map((block) => (
        <One block={block} {...props} />
      ))}
    </>
  );
}

function One({ block, labels, draw = (text) => text }: Props & { readonly block: Block }) {
  switch (block.kind) {
    case 'paragraph':
      return <p>{draw(block.text)}</p>;
    case 'steps':
      return (
        <ol>
          {block.steps.map((step) => (
            <li>{draw(step)}</li>
          ))}
        </ol>
      );
    case 'note':
    case 'warning':
      return (
        <p class={`aside ${block.kind}`}>
          <b>{labels[block.kind]}</b> {draw(block.text)}
        </p>
      );
    case 'link':
      return (
        <p>
          <Link url={block.url} newTab={labels.newTab}>
            {block.text}
          </Link>
        </p>
      );
  }
}

/** A link out of the extension: always a new tab, never with a referrer. */
export function Link(props: { readonly url: string; readonly newTab: string; readonly children: ComponentChildren }) {
  return (
    <a href={props.url} target="_blank" rel="noopener noreferrer">
      {props.children}
      <span class="unseen"> {props.newTab}</span>
    </a>
  );
}
