/**
 * On a console: what its messages mean, and the names in its form or list. Elsewhere without a
 * name: names to go on with.
 */
import { useEffect, useState } from 'preact/hooks';
import { answersFor, EMPTY } from '../domain/answers/domain-answers.ts';
import { casesBeside } from '../domain/answers/recently-pinned.ts';
import { dayOf } from '../domain/common/days.ts';
import { decisiveChecks } from '../domain/eligibility/decisive-checks.ts';
import type { Domain } from '../domain/hostname/domain.ts';
import type { Console } from '../domain/ruleset/console.ts';
import type { Block, FaqEntry } from '../domain/ruleset/guidance.ts';
import type { Ruleset } from '../domain/ruleset/ruleset.ts';
import { headlineOf } from '../i18n/verdict-headline.ts';
import { readSeen } from '../storage/pinned-domain.ts';
import { type AllStoredAnswers, loadAllAnswers } from '../storage/stored-answers.ts';
import { Blocks } from '../ui/blocks.tsx';
import { FaqView } from '../ui/faq-view.tsx';
import { Icon } from '../ui/icon.tsx';
import { OutcomeIcon } from '../ui/outcome-icon.tsx';
import { useTranslation } from '../ui/translation.ts';
import { ApprovalDay } from './approval-day.tsx';
import type { VerdictViewProps } from './screens.ts';

const MOST_MESSAGES = 3;
const MOST_RECENT = 4;
const BRIEF_STEPS = 2;

export function ConsolePage({ console: here, ...shared }: VerdictViewProps & { readonly console: Console }) {
  const { t } = useTranslation();
  const { page, facts, show, site } = shared;
  const messages = (page?.messages ?? []).slice(0, MOST_MESSAGES);
  const names = page?.names ?? [];
  const [stored, reload] = useAllAnswers(facts.rules);
  const [only = null, ...others] = names.flatMap((name) => domainOf(name, shared) ?? []);
  const answers = messages.flatMap(({ guidance, says }) => {
    const entry = facts.rules.faq.find(({ id }) => id === guidance);
    return entry === undefined ? [] : [{ entry, says }];
  });
  const isDayAsked = answers.some(({ entry }) => entry.checks.includes('real-name-recorded'));
  // What does not fit one screen stands behind the first name.
  const most = messages.length > 0 ? 1 : names.length;
  return (
    <div data-console={here.id}>
      {messages.length > 0 && (
        <section class="part">
          <h2>{t('console_meaning')}</h2>
          {answers.map(({ entry, says }, index) =>
            index === 0 ? (
              <div key={entry.id} data-message={entry.id}>
                <p class="quoted fine">
                  <Quote text={says} />
                </p>
                <Brief entry={entry} isAlone={answers.length === 1} hasSteps={!isDayAsked} />
                <div class="faq">
                  <FaqView entry={entry} facts={facts} />
                </div>
              </div>
            ) : (
              <div key={entry.id} class="faq" data-message={entry.id}>
                <FaqView entry={entry} facts={facts} title={<Quote text={says} />} />
              </div>
            ),
          )}
          {isDayAsked && stored !== null && (
            <ApprovalDay domain={others.length === 0 ? only : null} stored={stored} reload={reload} {...shared} />
          )}
        </section>
      )}
      {names.length > 0 && (
        <section class="part">
          <h2>{t('console_names')}</h2>
          {stored !== null && (
            <>
              <NameRows names={names.slice(0, most)} stored={stored} {...shared} />
              {names.length > most && (
                <details class="rest">
                  <summary>{t('page_short_more', { count: names.length - most })}</summary>
                  <NameRows names={names.slice(most)} stored={stored} {...shared} />
                </details>
              )}
            </>
          )}
        </section>
      )}
      {page !== null && names.length === 0 && stored !== null && <NamesBefore stored={stored} {...shared} />}
      {site !== null && show !== null && (
        <ul class="rows">
          <li>
            <button type="button" class="row" data-judge-site onClick={() => show(site)}>
              <Icon name="search" />
              <span class="what">{t('console_judge', { host: site })}</span>
              <Icon name="next" size={14} />
            </button>
          </li>
        </ul>
      )}
    </div>
  );
}

/** A message of the page, as the facts write it. */
function Quote({ text }: { readonly text: string }) {
  return <q lang={/\p{Script=Han}/u.test(text) ? 'zh-CN' : 'en'}>{text}</q>;
}

/**
 * The beginning of an answer: its title; where it stands alone what it says first, and the first
 * things to do.
 */
function Brief({
  entry,
  isAlone,
  hasSteps,
}: {
  readonly entry: FaqEntry;
  readonly isAlone: boolean;
  /** Whether nothing else stands in the room of the steps. */
  readonly hasSteps: boolean;
}) {
  const { locale, t } = useTranslation();
  const labels = { note: t('note_label'), warning: t('warning_label'), newTab: t('new_tab') };
  const [first] = entry.answer[locale];
  const steps = entry.answer[locale].find((block) => block.kind === 'steps');
  const blocks: Block[] = [
    ...(first === undefined || first.kind === 'steps' ? [] : [first]),
    ...(hasSteps && steps?.kind === 'steps' ? [{ ...steps, steps: steps.steps.slice(0, BRIEF_STEPS) }] : []),
  ];
  return (
    <div class="brief">
      <h3>{entry.title[locale]}</h3>
      {isAlone && <Blocks blocks={blocks} labels={labels} />}
    </div>
  );
}

function domainOf(name: string, { engine }: Pick<VerdictViewProps, 'engine'>): Domain | null {
  const read = engine.read(name);
  return 'type' in read ? null : read;
}

/** Returns all that is stored, once it was read, and what reads it anew. */
function useAllAnswers(rules: Ruleset): readonly [AllStoredAnswers | null, () => void] {
  const [stored, setStored] = useState<AllStoredAnswers | null>(null);
  const load = () => void loadAllAnswers(rules).then(setStored);
  useEffect(load, []);
  return [stored, load];
}

/** Names that were looked at before, with what was found; reads what is stored itself. */
export function RecentNames(shared: VerdictViewProps) {
  const [stored] = useAllAnswers(shared.facts.rules);
  return stored && <NamesBefore stored={stored} {...shared} />;
}

function NamesBefore({ stored, ...shared }: VerdictViewProps & { readonly stored: AllStoredAnswers }) {
  const { t } = useTranslation();
  const [seen, setSeen] = useState<Awaited<ReturnType<typeof readSeen>> | null>(null);
  useEffect(() => void readSeen().then(setSeen), []);
  if (seen === null) return null;
  const names = casesBeside(null, seen, [...stored.cases.keys()]).slice(0, MOST_RECENT);
  if (names.length === 0) return null;
  return (
    <section class="part">
      <h2>{t('recent_names')}</h2>
      <NameRows names={names} stored={stored} {...shared} />
    </section>
  );
}

function NameRows({
  names,
  stored,
  engine,
  facts,
  page,
  show,
}: VerdictViewProps & { readonly names: readonly string[]; readonly stored: AllStoredAnswers }) {
  const { t } = useTranslation();
  return (
    <ul class="rows inner">
      {names.map((name) => {
        const read = domainOf(name, { engine });
        if (read === null) return null;
        const one = stored.cases.get(read.registrable) ?? EMPTY;
        const answers = answersFor(stored.profile, one, read.host);
        const found = engine.assess(read, answers);
        if (found.kind === 'problem') return null;
        const { open } = decisiveChecks({ domain: read, answers, facts, today: dayOf(new Date()) });
        const { short, outcome } = headlineOf(found.verdict, t, open.length);
        return (
          <li key={name}>
            <button
              type="button"
              class="row"
              data-name={name}
              disabled={show === null}
              onClick={() =>
                show?.(
                  name,
                  page?.records.find(({ domain }) => domain === read.registrable),
                )
              }
            >
              <OutcomeIcon outcome={outcome} size={16} />
              <span class="what">{read.display}</span> <span class="value">{short}</span>
              <Icon name="next" size={14} />
            </button>
          </li>
        );
      })}
    </ul>
  );
}
