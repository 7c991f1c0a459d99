import { dayOf } from '../core/days.ts';
import { allPatterns } from '../core/guidance.ts';
import { matcherOf } from '../core/matcher.ts';
import type { RuleBundle } from '../core/model.ts';
import type { Facts } from '../core/question.ts';
import { FaqView } from '../ui/faq.tsx';
import type { Asked } from '../ui/personal.tsx';
import { ageNotice } from '../ui/rules-age.ts';
import { Search } from '../ui/search.tsx';
import type { Say } from '../ui/words.ts';

/** In: the bundle and a message that somebody saw. Out: ids of the entries that explain the prompts and codes in it. */
function explaining(rules: RuleBundle, text: string): string[] {
  return matcherOf(allPatterns(rules, true))([{ text, node: null }]).map((match) => match.pattern.guidance);
}

/** "Explain this": a message from anywhere, and what we know of it, or that we do not. */
export function Explain({
  text,
  facts,
  locale,
  say,
}: {
  readonly text: string;
  readonly facts: Facts;
  readonly locale: Asked['locale'];
  readonly say: Say;
}) {
  const ids = explaining(facts.rules, text);
  const entries = facts.rules.faq.filter((entry) => ids.includes(entry.id));
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
