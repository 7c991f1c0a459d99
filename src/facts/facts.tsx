/** All facts in use, searchable, each with its sources: so that anyone can check what is claimed. */
import { useMemo, useState } from 'preact/hooks';
import type { Locale, RuleBundle, Source } from '../core/model.ts';
import { ownerOf } from '../core/platform.ts';
import { Link } from '../ui/blocks.tsx';
import { sayRule } from '../ui/say-rule.ts';
import { sourceLabel } from '../ui/source-label.ts';
import type { Say } from '../ui/words.ts';

interface Props {
  readonly rules: RuleBundle;
  readonly locale: Locale;
  readonly say: Say;
}

/** One line of a list of facts. */
interface Line {
  readonly key: string;
  readonly name: string;
  readonly what: string;
  readonly sources: readonly string[];
}

const SHOWN = 100;

export function FactsPage({ rules, locale, say }: Props) {
  const [words, setWords] = useState('');
  const lists = useMemo(() => listsOf(rules, locale, say), [rules, locale, say]);
  const sources = useMemo(() => new Map(rules.sources.map((one) => [one.id, one])), [rules]);
  const wanted = words.toLowerCase().split(/\s+/).filter(Boolean);
  return (
    <main>
      <h1>{say('facts_title')}</h1>
      <p>{say('facts_lead', { date: rules.stamp.date })}</p>
      <p>
        <label>
          {say('facts_search')}{' '}
          <input type="search" value={words} onInput={(event) => setWords(event.currentTarget.value)} />
        </label>
      </p>
      {lists.map(({ title, lines }) => {
        const found = lines.filter(({ name, what }) => {
          const text = `${name} ${what}`.toLowerCase();
          return wanted.every((word) => text.includes(word));
        });
        return (
          <section key={title} data-list={title}>
            <h2>
              {say(title)} <span class="dim">{say('portfolio_shown', { shown: found.length, all: lines.length })}</span>
            </h2>
            <ul>
              {found.slice(0, SHOWN).map((line) => (
                <FactLine key={line.key} line={line} sources={sources} say={say} />
              ))}
            </ul>
            {found.length > SHOWN && <p class="dim">{say('facts_more', { count: found.length - SHOWN })}</p>}
          </section>
        );
      })}
    </main>
  );
}

function FactLine({
  line,
  sources,
  say,
}: {
  readonly line: Line;
  readonly sources: ReadonlyMap<string, Source>;
  readonly say: Say;
}) {
  return (
    <li>
      <b>{line.name}</b> {line.what}{' '}
      <span class="by">
        {line.sources.map((id) => {
          const source = sources.get(id);
          return source ? (
            <span key={id}>
              <Link url={source.url} newTab={say('new_tab')}>
                {sourceLabel(source, say)}
              </Link>{' '}
            </span>
          ) : null;
        })}
      </span>
    </li>
  );
}

function listsOf(rules: RuleBundle, locale: Locale, say: Say): { title: string; lines: Line[] }[] {
  const ids = (cites: readonly { readonly source: string }[]) => [...new Set(cites.map((one) => one.source))];
  return [
    {
      title: 'facts_suffixes',
      lines: rules.suffixes.map((fact) => ({
        key: fact.suffix,
        name: `.${fact.unicode}`,
        what: say(`facts_status_${fact.status.replaceAll('-', '_')}`),
        sources: [...fact.listedBy, ...fact.deniedBy],
      })),
    },
    {
      title: 'facts_registrars',
      lines: rules.registrars.map((one) => ({
        key: one.id,
        name: one.name[locale],
        what: say(`facts_status_${one.status.replaceAll('-', '_')}`),
        sources: ids(one.cites),
      })),
    },
    {
      title: 'facts_provinces',
      lines: rules.provinces.flatMap((one) =>
        one.rules.map((rule, index) => ({
          key: `${one.id} ${index}`,
          name: one.name[locale],
          what: sayRule(rule, say, locale),
          sources: ids(rule.cites),
        })),
      ),
    },
    {
      title: 'facts_platforms',
      lines: rules.platforms.flatMap((one) =>
        one.suffixes.map((suffix) => ({
          key: suffix,
          name: suffix,
          what: ownerOf(one)?.[locale] ?? '',
          sources: one.cites,
        })),
      ),
    },
    {
      title: 'facts_sources',
      lines: rules.sources.map((one) => ({
        key: one.id,
        name: one.title,
        what: `${one.publishedOn ?? ''} (${one.retrievedOn})`,
        sources: [one.id],
      })),
    },
  ];
}
