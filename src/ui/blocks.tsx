import type { ComponentChildren } from 'preact';
import type { Block } from '../core/model.ts';
import { Terms } from './terms.tsx';

/** The few words that guidance needs around its own; the card gets them by message, pages from their words. */
export interface Labels {
  readonly note: string;
  readonly warning: string;
  readonly newTab: string;
}

/** Guidance as it is written: structure in, elements out; nothing is ever read as markup. */
export function Blocks({ blocks, labels }: { readonly blocks: readonly Block[]; readonly labels: Labels }) {
  return (
    <>
      {blocks.map((block) => (
        <One block={block} labels={labels} />
      ))}
    </>
  );
}

function One({ block, labels }: { readonly block: Block; readonly labels: Labels }) {
  switch (block.kind) {
    case 'paragraph':
      return (
        <p>
          <Terms text={block.text} />
        </p>
      );
    case 'steps':
      return (
        <ol>
          {block.steps.map((step) => (
            <li>
              <Terms text={step} />
            </li>
          ))}
        </ol>
      );
    case 'note':
    case 'warning':
      return (
        <p class={`aside ${block.kind}`}>
          <b>{labels[block.kind]}</b> <Terms text={block.text} />
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
