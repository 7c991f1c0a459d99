/** Search over all guidance and terms, on this machine. */
import type MiniSearch from 'minisearch';
import { useId, useRef, useState } from 'preact/hooks';
import type { Locale } from '../domain/common/locale.ts';
import type { FaqEntry, GlossaryEntry } from '../domain/ruleset/guidance.ts';
import type { RulesetIndex } from '../domain/ruleset/ruleset-index.ts';
import type { Translate } from '../i18n/translator.ts';
import { FaqView } from './faq-view.tsx';
import { Meaning } from './glossary.tsx';

const SHOWN = 8;

interface Props {
  readonly facts: RulesetIndex;
  readonly locale: Locale;
  readonly t: Translate;
}

interface Found {
  readonly key: string;
  readonly faq: FaqEntry | null;
  readonly term: GlossaryEntry | null;
}

const NOTHING = { keys: [], query: '' } as const;

/** A field and what it finds. The index is built when someone first types: most people never do. */
export function Search({ facts, locale, t }: Props) {
  const id = useId();
  const index = useRef<Promise<MiniSearch> | null>(null);
  const [query, setQuery] = useState('');
  /** What was found last, and for what: answers come a moment after the words. */
  const [found, setFound] = useState<{ readonly keys: readonly string[]; readonly query: string }>(NOTHING);
  const latest = useRef('');

  async function search(text: string): Promise<void> {
    latest.current = text;
    setQuery(text);
    index.current ??= import('./search-index.ts').then((module) => module.indexOf(facts.rules));
    const hits = text.trim() === '' ? [] : (await index.current).search(text).map((hit) => String(hit.id));
    // Answers may come out of order; only the newest question counts.
    if (latest.current === text) setFound({ keys: hits, query: text });
  }

  const results = found.keys.flatMap((key): Found[] => {
    const faq = facts.rules.faq.find((one) => `faq:${one.id}` === key) ?? null;
    const term = facts.rules.glossary.find((one) => `term:${one.id}` === key) ?? null;
    return faq || term ? [{ key, faq, term }] : [];
  });
  return (
    <section class="search">
      <p class="field">
        <label for={id}>{t('search_label')}</label>
        <input
          id={id}
          type="search"
          autocomplete="off"
          value={query}
          onInput={(event) => void search(event.currentTarget.value)}
        />
      </p>
      <p class="count" role="status">
        {query.trim() !== '' && countOf(results.length, query, t)}
      </p>
      <div class="faq" data-found-for={found.query}>
        {/* With its place in the key nothing is moved: Chromium lays out no content of a <details> that was, once it is opened. */}
        {results.slice(0, SHOWN).map(({ key, faq, term }, place) => (
          <Result key={`${place} ${key}`} faq={faq} term={term} facts={facts} locale={locale} t={t} />
        ))}
      </div>
    </section>
  );
}

function countOf(count: number, query: string, t: Translate): string {
  if (count === 0) return t('search_none', { query });
  return count === 1 ? t('search_count_one') : t('search_count_other', { count });
}

function Result({ faq, term, ...shared }: Props & Omit<Found, 'key'>) {
  if (faq) return <FaqView entry={faq} {...shared} />;
  return term ? <TermView entry={term} locale={shared.locale} /> : null;
}

/** A term with its second name and its meaning. */
export function TermView({ entry, locale }: { readonly entry: GlossaryEntry; readonly locale: Locale }) {
  return (
    <p class="term-entry">
      <Meaning entry={entry} locale={locale} />
    </p>
  );
}
