import type { Locale } from '../domain/common/locale.ts';
import type { FaqEntry } from '../domain/ruleset/guidance.ts';
import type { RulesetIndex } from '../domain/ruleset/ruleset-index.ts';
import type { Translate } from '../i18n/translator.ts';
import { Blocks } from './blocks.tsx';
import { Terms } from './glossary.tsx';
import { SourceList } from './sources.tsx';

/** One answer of the guidance, foldable. */
export function FaqView({
  entry,
  open = false,
  facts,
  locale,
  t,
}: {
  readonly entry: FaqEntry;
  readonly open?: boolean;
  readonly facts: RulesetIndex;
  readonly locale: Locale;
  readonly t: Translate;
}) {
  const labels = { note: t('note_label'), warning: t('warning_label'), newTab: t('new_tab') };
  return (
    <details data-faq={entry.id} open={open}>
      <summary>
        <h3>{entry.question[locale]}</h3>
      </summary>
      <Blocks blocks={entry.answer[locale]} labels={labels} draw={(text) => <Terms text={text} />} />
      <p class="sources">
        {t('faq_sources')} <SourceList cites={entry.cites} sources={facts.sources} t={t} />
      </p>
    </details>
  );
}

/** The answers that explain what a screen is about, below their heading; nothing where there are none. */
export function RelatedAnswers({
  entries,
  facts,
  locale,
  t,
}: {
  readonly entries: readonly FaqEntry[];
  readonly facts: RulesetIndex;
  readonly locale: Locale;
  readonly t: Translate;
}) {
  if (entries.length === 0) return null;
  return (
    <>
      <h3>{t('section_faq')}</h3>
      <div class="faq">
        {entries.map((entry) => (
          <FaqView key={entry.id} entry={entry} facts={facts} locale={locale} t={t} />
        ))}
      </div>
    </>
  );
}
