import type { ComponentChildren } from 'preact';
import type { FaqEntry } from '../domain/ruleset/guidance.ts';
import type { RulesetIndex } from '../domain/ruleset/ruleset-index.ts';
import { Blocks } from './blocks.tsx';
import { Terms } from './glossary.tsx';
import { SourceList } from './sources.tsx';
import { useTranslation } from './translation.ts';

/** One answer of the guidance, foldable. */
export function FaqView({
  entry,
  open = false,
  facts,
  title = null,
}: {
  readonly entry: FaqEntry;
  readonly open?: boolean;
  readonly facts: RulesetIndex;
  /** What stands in place of the question. */
  readonly title?: ComponentChildren;
}) {
  const { locale, t } = useTranslation();
  const labels = { note: t('note_label'), warning: t('warning_label'), newTab: t('new_tab') };
  return (
    <details data-faq={entry.id} open={open}>
      <summary>
        <h3>{title ?? entry.question[locale]}</h3>
      </summary>
      <Blocks blocks={entry.answer[locale]} labels={labels} draw={(text) => <Terms text={text} />} />
      <p class="sources">
        {t('faq_sources')} <SourceList cites={entry.cites} sources={facts.sources} />
      </p>
    </details>
  );
}

/**
 * The answers that explain what a screen is about, below their heading; nothing where there are
 * none.
 */
export function RelatedAnswers({
  entries,
  facts,
}: {
  readonly entries: readonly FaqEntry[];
  readonly facts: RulesetIndex;
}) {
  const { t } = useTranslation();
  if (entries.length === 0) return null;
  return (
    <>
      <h3>{t('section_faq')}</h3>
      <div class="faq">
        {entries.map((entry) => (
          <FaqView key={entry.id} entry={entry} facts={facts} />
        ))}
      </div>
    </>
  );
}
