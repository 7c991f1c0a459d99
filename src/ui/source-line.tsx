import { tagOf } from '../core/language.ts';
import type { Source } from '../core/model.ts';
import { Link } from './blocks.tsx';
import type { Say } from './say.ts';

/** A source as its publisher titles it, who that is, and when it was published and read. */
export function SourceLine({ source, say }: { readonly source: Source; readonly say: Say }) {
  const { title, publisher, url, publishedOn, retrievedOn, standing } = source;
  return (
    <>
      <span class="name">
        <Link url={url} newTab={say('new_tab')}>
          <span lang={tagOf(title)}>{title}</span>
        </Link>
      </span>
      <span class="what">{say(`source_of_${standing}`, { publisher })}</span>
      <span class="by">
        {publishedOn === undefined
          ? say('source_undated', { read: retrievedOn })
          : say('source_dated', { published: publishedOn, read: retrievedOn })}
      </span>
    </>
  );
}
