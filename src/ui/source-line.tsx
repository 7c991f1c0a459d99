import { tagOf } from '../domain/common/locale.ts';
import type { Source } from '../domain/ruleset/source.ts';
import { foreignText } from '../i18n/loaded-mark.ts';
import { Link } from './blocks.tsx';
import { useTranslation } from './translation.ts';

/** A source as its publisher titles it, who that is, and when it was published and read. */
export function SourceLine({ source }: { readonly source: Source }) {
  const { t } = useTranslation();
  const { title, publisher, url, publishedOn, retrievedOn, standing } = source;
  return (
    <>
      <span class="name">
        {source.isForeign ? (
          <span class="foreign">{foreignText(source, title, t)}</span>
        ) : (
          <Link url={url} newTab={t('new_tab')}>
            <span lang={tagOf(title)}>{title}</span>
          </Link>
        )}
      </span>
      <span class="what">{t(`source_of_${standing}`, { publisher })}</span>
      <span class="by">
        {publishedOn === undefined
          ? t('source_undated', { read: retrievedOn })
          : t('source_dated', { published: publishedOn, read: retrievedOn })}
      </span>
    </>
  );
}
