/**
 * All facts in use, searchable, each with what it makes the verdicts say and with its sources: so
 * that anyone can check what is claimed.
 */

import type { ComponentChildren } from 'preact';
import { useId, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import { dayOf } from '../../domain/common/days.ts';
import type { Engine } from '../../domain/eligibility/engine.ts';
import type { FaqEntry } from '../../domain/ruleset/guidance.ts';
import type { Source } from '../../domain/ruleset/source.ts';
import { rulesText } from '../../i18n/loaded-mark.ts';
import { ageNotice } from '../../i18n/ruleset-age.ts';
import type { Translate } from '../../i18n/translator.ts';
import { FaqView } from '../../ui/faq-view.tsx';
import { Glossary } from '../../ui/glossary.tsx';
import { LoadedMark } from '../../ui/loaded-mark.tsx';
import { Frame, type Part } from '../../ui/page-frame.tsx';
import { SourceLine } from '../../ui/source-line.tsx';
import { SourceList } from '../../ui/sources.tsx';
import { useTranslation } from '../../ui/translation.ts';
import { WholeDates } from '../../ui/whole-dates.tsx';
import { fits, LISTS, type Line, listsOf, type Side, sourceText } from './fact-lists.ts';

interface Props {
  readonly engine: Engine;
}

/** Lines of a list that are drawn before somebody asks for all. */
const SHOWN = 40;
/** Further names of a line that are written out; the others are one click away. */
const ALSO = 6;

export function FactsPage({ engine }: Props) {
  const { locale, t } = useTranslation();
  const searchId = useId();
  const [query, setQuery] = useState('');
  const { facts } = engine;
  const { rules } = facts;
  const lists = useMemo(() => listsOf(engine, locale, t), [engine, locale, t]);
  const answers = useMemo(
    () => new Map(rules.faq.map((entry) => [entry.id, textOf(entry, facts.sources, t)])),
    [rules, t],
  );
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);

  /** A list with what fits the search. */
  function section<T>(
    id: string,
    all: readonly T[],
    haystackOf: (one: T) => string,
    keyOf: (one: T) => string,
    view: (one: T) => ComponentChildren,
  ): { readonly part: Part; readonly count: number } {
    const found = words.length === 0 ? all : all.filter((one) => fits(haystackOf(one), words));
    const note =
      words.length === 0 ? String(all.length) : t('portfolio_shown', { shown: found.length, all: all.length });
    const lines = <Lines found={found} keyOf={keyOf} view={view} />;
    return { part: { id, title: t(`facts_${id}`), note, view: lines }, count: found.length };
  }

  const sections = [
    ...LISTS.map((list) =>
      section(
        list,
        lists[list],
        (line) => line.haystack,
        (line) => line.key,
        (line) => <FactLine line={line} words={words} sources={facts.sources} />,
      ),
    ),
    section(
      'guidance',
      rules.faq,
      (entry) => answers.get(entry.id) ?? '',
      (entry) => entry.id,
      (entry) => <FaqView entry={entry} facts={facts} />,
    ),
    section(
      'sources',
      rules.sources,
      (source) => `${sourceText(source, t)} ${source.url}`.toLowerCase(),
      (source) => source.id,
      (source) => <SourceLine source={source} />,
    ),
  ];
  const total = sections.reduce((sum, { count }) => sum + count, 0);
  const age = ageNotice(rules.stamp.date, dayOf(new Date()), t);
  return (
    <Glossary.Provider value={rules.glossary}>
      <Frame
        title={t('facts_title')}
        top={
          <>
            <p class="lead">
              <WholeDates text={t('facts_lead', { date: rules.stamp.date })} />
            </p>
            <LoadedMark rules={rules} />
            {age !== null && <p class="notice">{age}</p>}
            <search class="find">
              <label for={searchId}>{t('facts_search')}</label>
              <input
                id={searchId}
                type="search"
                autocomplete="off"
                spellcheck={false}
                value={query}
                onInput={(event) => setQuery(event.currentTarget.value)}
              />
              <span role="status" class="dim">
                {words.length > 0 && t('facts_found', { count: total })}
              </span>
            </search>
          </>
        }
        parts={sections.map((one) => one.part)}
        footer={`${rulesText(rules, t)} · ${t('nothing_leaves')}`}
      />
    </Glossary.Provider>
  );
}

/** The lines of a list; a long one only in part until somebody asks for all. */
function Lines<T>({
  found,
  keyOf,
  view,
}: {
  readonly found: readonly T[];
  readonly keyOf: (one: T) => string;
  readonly view: (one: T) => ComponentChildren;
}) {
  const { t } = useTranslation();
  const [all, setAll] = useState(false);
  const list = useRef<HTMLUListElement>(null);
  // The button goes: whoever pressed it goes on with the first line that came.
  useLayoutEffect(() => {
    if (all) (list.current?.children[SHOWN] as HTMLElement | undefined)?.focus();
  }, [all]);
  const shown = all ? found : found.slice(0, SHOWN);
  return (
    <>
      <ul class="lines" ref={list}>
        {shown.map((one, index) => (
          <li key={keyOf(one)} tabIndex={index === SHOWN ? -1 : undefined}>
            {view(one)}
          </li>
        ))}
      </ul>
      {found.length > shown.length && (
        <p class="actions">
          <button type="button" onClick={() => setAll(true)}>
            {t('facts_show_all', { count: found.length })}
          </button>
        </p>
      )}
    </>
  );
}

function FactLine({
  line: { name, also, points },
  words,
  sources,
}: {
  readonly line: Line;
  /** What is searched for: names that have it come first. */
  readonly words: readonly string[];
  readonly sources: ReadonlyMap<string, Source>;
}) {
  const { t } = useTranslation();
  const others = also.filter((one) => one !== name);
  const named = (one: string) => words.some((word) => one.toLowerCase().includes(word));
  const order = words.length === 0 ? others : [...others.filter(named), ...others.filter((one) => !named(one))];
  return (
    <>
      <div class="name">
        <h3>{name}</h3>
        {order.length > 0 && <p class="also">{order.slice(0, ALSO).join(t('list_separator'))}</p>}
        {order.length > ALSO && (
          <details class="also">
            <summary>{t('facts_also', { count: order.length - ALSO })}</summary>
            {order.slice(ALSO).join(t('list_separator'))}
          </details>
        )}
      </div>
      <div class="points">
        {points.map(({ quote, word, text, sides }, index) => (
          <div key={index} class="point">
            <p class="what">
              {word && <b class={word.tone}>{word.text}</b>}
              {quote !== undefined && <q lang="zh-CN">{quote}</q>} {text}
            </p>
            <div class="by">
              {sides.map((side) => (
                <SideView key={side.label} side={side} sources={sources} />
              ))}
            </div>
          </div>
        ))}
      </div>
    </>
  );
}

/** Those who say the same: where sources disagree, each side stands by itself. */
function SideView({
  side: { label, sources: ids },
  sources,
}: {
  readonly side: Side;
  readonly sources: ReadonlyMap<string, Source>;
}) {
  if (ids.length === 0) return null;
  return (
    <p>
      {label !== null && <span class="side">{label}</span>}{' '}
      <SourceList cites={ids.map((source) => ({ source }))} sources={sources} />
    </p>
  );
}

function textOf(entry: FaqEntry, sources: ReadonlyMap<string, Source>, t: Translate): string {
  const answer = Object.values(entry.answer)
    .flat()
    .flatMap((block) => (block.kind === 'steps' ? block.steps : [block.text]));
  const cites = entry.cites.map(({ source }) => sourceText(sources.get(source), t));
  return [...Object.values(entry.question), ...answer, ...cites].join('\n').toLowerCase();
}
