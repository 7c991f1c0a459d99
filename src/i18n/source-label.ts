import type { Source } from '../domain/ruleset/source.ts';
import type { Translate } from './translator.ts';

/** Returns a source's publisher and date as people read it. */
export function sourceLabel(source: Source, t: Translate): string {
  const { publisher, publishedOn, retrievedOn } = source;
  return publishedOn === undefined
    ? t('source_retrieved', { publisher, date: retrievedOn })
    : t('source_label', { publisher, date: publishedOn });
}
