import type { RulesetIndex } from '../../domain/ruleset/ruleset-index.ts';
import { Search, TermView } from '../../ui/guidance-search.tsx';
import { useTranslation } from '../../ui/translation.ts';
import { Setting } from './setting.tsx';

/** All guidance, searchable, and all terms. */
export function Guidance({ facts }: { readonly facts: RulesetIndex }) {
  const { t } = useTranslation();
  return (
    <Setting words={[t('options_guidance'), t('search_label'), t('options_glossary')]}>
      <Search facts={facts} />
      <details>
        <summary>
          <h3>{t('options_glossary')}</h3>
        </summary>
        {facts.rules.glossary.map((entry) => (
          <TermView key={entry.id} entry={entry} />
        ))}
      </details>
    </Setting>
  );
}
