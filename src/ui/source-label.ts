import type { Source } from '../core/model.ts';
import type { Say } from './say.ts';

/** In: a source. Out: publisher and date as people read it. */
export function sourceLabel(source: Source, say: Say): string {
  const { publisher, publishedOn, retrievedOn } = source;
  return publishedOn === undefined
    ? say('source_retrieved', { publisher, date: retrievedOn })
    : say('source_label', { publisher, date: publishedOn });
}
