import type { Locale } from '../core/model.ts';
import type { Facts } from '../core/question.ts';
import type { Say } from '../ui/say.ts';
import { Search, TermView } from '../ui/search.tsx';

/** All guidance, searchable, and all terms. */
export function Guidance({
  facts,
  locale,
  say,
}: {
  readonly facts: Facts;
  readonly locale: Locale;
  readonly say: Say;
}) {
  return (
    <>
      <Search facts={facts} locale={locale} say={say} />
      <details>
        <summary>
          <h3>{say('options_glossary')}</h3>
        </summary>
        {facts.rules.glossary.map((entry) => (
          <TermView key={entry.id} entry={entry} locale={locale} />
        ))}
      </details>
    </>
  );
}
