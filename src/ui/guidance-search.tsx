/** Search over all guidance and terms, on this machine. */
import { useEffect, useId, useRef, useState } from 'preact/hooks';
import type { GuidanceSearch, Hit } from '../domain/guidance-search/search-guidance.ts';
import type { GlossaryEntry } from '../domain/ruleset/guidance.ts';
import type { RulesetIndex } from '../domain/ruleset/ruleset-index.ts';
import type { Translate } from '../i18n/translator.ts';
import { FaqView } from './faq-view.tsx';
import { Meaning } from './glossary.tsx';
import { useTranslation } from './translation.ts';

const SHOWN = 8;

interface Props {
  readonly facts: RulesetIndex;
}

interface Found {
  readonly hits: readonly Hit[];
  readonly query: string;
}

const NOTHING: Found = { hits: [], query: '' };

/** A field and what it finds. The index is built when someone first types: most people never do. */
export function Search({
  facts,
  asked,
}: Props & {
  /** What is asked in a field that stands elsewhere; here is one where it is not given. */
  readonly asked?: string;
}) {
  const { locale, t } = useTranslation();
  const id = useId();
  const index = useRef<Promise<GuidanceSearch> | null>(null);
  const [query, setQuery] = useState('');
  /** What was found last, and for what: answers come a moment after the words. */
  const [found, setFound] = useState<Found>(NOTHING);
  const latest = useRef('');

  async function search(text: string): Promise<void> {
    latest.current = text;
    setQuery(text);
    index.current ??= import('../domain/guidance-search/search-guidance.ts').then((module) =>
      module.createGuidanceSearch(facts.rules, locale),
    );
    const hits = text.trim() === '' ? [] : (await index.current).find(text);
    // Answers may come out of order; only the newest question counts.
    if (latest.current === text) setFound({ hits, query: text });
  }

  useEffect(() => {
    if (asked !== undefined) void search(asked);
  }, [asked]);

  const isAsked = query.trim() !== '';
  const isNothingNear = isAsked && found.query === query && found.hits.length === 0;
  return (
    <section class="search">
      {asked === undefined && (
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
      )}
      <p class="count" role="status">
        {isAsked && countOf(found.hits.length, query, t)}
      </p>
      <div class="faq" data-found-for={found.query}>
        {/* With its place in the key nothing is moved: Chromium lays out no content of a <details> that was, once it is opened. */}
        {found.hits.slice(0, SHOWN).map((hit, place) => (
          <Result key={`${place} ${hit.kind} ${hit.id}`} hit={hit} facts={facts} />
        ))}
      </div>
      {isNothingNear && <Themes facts={facts} />}
    </section>
  );
}

/** What the guidance has answers on, where a search finds nothing. */
function Themes({ facts }: Props) {
  const { locale, t } = useTranslation();
  return (
    <div class="faq themes">
      <p>{t('search_themes')}</p>
      {facts.rules.search.themes.map(({ id, name }) => (
        <details key={id} data-theme={id}>
          <summary>{name[locale]}</summary>
          <div class="faq">
            {facts.rules.faq
              .filter(({ theme }) => theme === id)
              .map((entry) => (
                <FaqView key={entry.id} entry={entry} facts={facts} />
              ))}
          </div>
        </details>
      ))}
    </div>
  );
}

function countOf(count: number, query: string, t: Translate): string {
  if (count === 0) return t('search_none', { query });
  return t('search_count', { count });
}

function Result({ hit, facts }: Props & { readonly hit: Hit }) {
  const entry = hit.kind === 'faq' ? facts.rules.faq.find(({ id }) => id === hit.id) : undefined;
  if (entry !== undefined) return <FaqView entry={entry} facts={facts} />;
  const term = hit.kind === 'term' ? facts.rules.glossary.find(({ id }) => id === hit.id) : undefined;
  return term === undefined ? null : <TermView entry={term} />;
}

/** A term with its second name and its meaning. */
export function TermView({ entry }: { readonly entry: GlossaryEntry }) {
  return (
    <p class="term-entry">
      <Meaning entry={entry} />
    </p>
  );
}
