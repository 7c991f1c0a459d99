import { render } from 'preact';
import { dayOf } from '../core/days.ts';
import { explainer } from '../core/guidance.ts';
import type { Locale } from '../core/model.ts';
import type { Facts } from '../core/question.ts';
import { FaqView } from '../ui/faq.tsx';
import { ageNotice } from '../ui/rules-age.ts';
import type { Say } from '../ui/say.ts';
import { Search } from '../ui/search.tsx';
import { Glossary } from '../ui/terms.tsx';

/** In: a message, the facts, and the words of the page. Draws what is known of it. */
export function showExplained(
  text: string,
  facts: Facts,
  { locale, say }: { readonly locale: Locale; readonly say: Say },
): void {
  render(
    <Glossary.Provider value={{ entries: facts.rules.glossary, locale }}>
      <Explain text={text} facts={facts} locale={locale} say={say} />
    </Glossary.Provider>,
    document.body,
  );
}

/** "Explain this": a message from anywhere, and what we know of it, or that we do not. */
function Explain({
  text,
  facts,
  locale,
  say,
}: {
  readonly text: string;
  readonly facts: Facts;
  readonly locale: Locale;
  readonly say: Say;
}) {
  const { answers: ids } = explainer(facts.rules)(text);
  // The first thing that the message says is answered first.
  const entries = ids.flatMap((id) => facts.rules.faq.find((entry) => entry.id === id) ?? []);
  const age = ageNotice(facts.rules.stamp.date, dayOf(new Date()), say);
  return (
    <main data-explained={ids.join(' ')}>
      <header>
        <h1>{say('explain_title')}</h1>
      </header>
      {age !== null && (
        <p class="notice" role="alert">
          {age}
        </p>
      )}
      <blockquote>{text}</blockquote>
      {entries.length > 0 && <h2>{say('section_faq')}</h2>}
      <div class="faq">
        {entries.map((entry, index) => (
          <FaqView key={entry.id} entry={entry} open={index === 0} facts={facts} locale={locale} say={say} />
        ))}
      </div>
      {entries.length === 0 && <p class="note">{say('explain_unknown')}</p>}
      <Search facts={facts} locale={locale} say={say} />
      <footer>
        {say('rules_of', { date: facts.rules.stamp.date })} · {say('nothing_leaves')}
      </footer>
    </main>
  );
}
