import { render } from 'preact';
import { dayOf } from '../../domain/common/days.ts';
import { explainer } from '../../domain/prompts/explain-message.ts';
import type { RulesetIndex } from '../../domain/ruleset/ruleset-index.ts';
import { rulesText } from '../../i18n/loaded-mark.ts';
import { ageNotice } from '../../i18n/ruleset-age.ts';
import { FaqView } from '../../ui/faq-view.tsx';
import { Glossary } from '../../ui/glossary.tsx';
import { Search } from '../../ui/guidance-search.tsx';
import { LoadedMark } from '../../ui/loaded-mark.tsx';
import { type Translation, TranslationContext, useTranslation } from '../../ui/translation.ts';

/** Draws what is known of a message. */
export function showExplained(text: string, facts: RulesetIndex, words: Translation): void {
  render(
    <TranslationContext.Provider value={words}>
      <Glossary.Provider value={facts.rules.glossary}>
        <Explain text={text} facts={facts} />
      </Glossary.Provider>
    </TranslationContext.Provider>,
    document.body,
  );
}

/** "Explain this": a message from anywhere, and what we know of it, or that we do not. */
function Explain({ text, facts }: { readonly text: string; readonly facts: RulesetIndex }) {
  const { t } = useTranslation();
  const { answers: ids } = explainer(facts.rules)(text);
  // The first thing that the message says is answered first.
  const entries = ids.flatMap((id) => facts.rules.faq.find((entry) => entry.id === id) ?? []);
  const age = ageNotice(facts.rules.stamp.date, dayOf(new Date()), t);
  return (
    <main class="explains" data-explained={ids.join(' ')}>
      <header>
        <h1>{t('explain_title')}</h1>
      </header>
      {age !== null && (
        <p class="notice" role="alert">
          {age}
        </p>
      )}
      <LoadedMark rules={facts.rules} />
      <blockquote>{text}</blockquote>
      {entries.length > 0 && <h2>{t('section_faq')}</h2>}
      <div class="faq">
        {entries.map((entry, index) => (
          <FaqView key={entry.id} entry={entry} open={index === 0} facts={facts} />
        ))}
      </div>
      {entries.length === 0 && <p class="note">{t('explain_unknown')}</p>}
      <Search facts={facts} />
      <footer>
        {rulesText(facts.rules, t)} · {t('nothing_leaves')}
      </footer>
    </main>
  );
}
