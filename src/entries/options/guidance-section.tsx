import type { Locale } from '../../domain/common/locale.ts';
import type { RulesetIndex } from '../../domain/ruleset/ruleset-index.ts';
import type { Translate } from '../../i18n/translator.ts';
import { Search, TermView } from '../../ui/guidance-search.tsx';

/** All guidance, searchable, and all terms. */
export function Guidance({
  facts,
  locale,
  t,
}: {
  readonly facts: RulesetIndex;
  readonly locale: Locale;
  readonly t: Translate;
}) {
  return (
    <>
      <Search facts={facts} locale={locale} t={t} />
      <details>
        <summary>
          <h3>{t('options_glossary')}</h3>
        </summary>
        {facts.rules.glossary.map((entry) => (
          <TermView key={entry.id} entry={entry} locale={locale} />
        ))}
      </details>
    </>
  );
}
