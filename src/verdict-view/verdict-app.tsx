/**
 * A case as it lives: what it is asked about, what the person answers, what records and the page
 * say, what is kept of it.
 */
import type { ComponentChildren } from 'preact';
import { useEffect, useMemo, useState } from 'preact/hooks';
import { showTitleOn } from '../browser-api/action.ts';
import type { AnswerName } from '../domain/answers/answers.ts';
import { answersFor, isEmpty, originsFor } from '../domain/answers/domain-answers.ts';
import { dayOf } from '../domain/common/days.ts';
import { decisiveChecks } from '../domain/eligibility/decisive-checks.ts';
import type { Engine } from '../domain/eligibility/engine.ts';
import { situationOf } from '../domain/eligibility/situation.ts';
import type { Domain, Problem } from '../domain/hostname/domain.ts';
import type { PortfolioNews } from '../domain/portfolio/portfolio-knowledge.ts';
import type { PageParts, ShownRecord } from '../domain/records/shown-records.ts';
import type { Console } from '../domain/ruleset/console.ts';
import { withMark } from '../i18n/loaded-mark.ts';
import { inKey } from '../i18n/record-text.ts';
import { ageNotice } from '../i18n/ruleset-age.ts';
import type { Translate } from '../i18n/translator.ts';
import { headlineOf } from '../i18n/verdict-headline.ts';
import type { StoredAnswers } from '../storage/stored-answers.ts';
import { Glossary } from '../ui/glossary.tsx';
import { useTranslation } from '../ui/translation.ts';
import { UndoLine, useUndo } from '../ui/undo.tsx';
import type { PageEvidence } from './page-evidence.ts';
import type { VerdictViewProps } from './screens.ts';
import { useDeferredContent } from './use-deferred-content.ts';
import { useStoredAnswers } from './use-stored-answers.ts';
import { Popup } from './verdict-view.tsx';

interface Props {
  /** Enough for a verdict. */
  readonly engine: Engine;
  /** Makes the engine over all of the rules, guidance included. */
  readonly whole: () => Promise<Engine>;
  readonly input: string;
  /** What was read of it. */
  readonly read: Domain | Problem;
  readonly kept: StoredAnswers;
  /** Host of the page that is open, whatever name is asked about. */
  readonly site: string | null;
  /** The console that the page is of, where it is asked about no name but its own. */
  readonly console?: Console | null;
  /** Whether the input is the address of the page that is open. */
  readonly isPage: boolean;
  /** A record that brought the view here: it counts at once, and can be undone. */
  readonly record?: ShownRecord | null;
  /** A page with such a record, which is still to be read. */
  readonly handed?: PageParts | null;
  /** Asks about another name; null where that cannot be asked. */
  readonly show: VerdictViewProps['show'];
  /** What stands beside the name. */
  readonly beside?: ComponentChildren;
}

export function App({
  engine: initialEngine,
  whole,
  input,
  read,
  kept: initialAnswers,
  site,
  console: here = null,
  isPage,
  record: given = null,
  handed = null,
  show,
  beside,
}: Props) {
  const { t } = useTranslation();
  const later = useDeferredContent(whole);
  const engine = later?.engine ?? initialEngine;
  const { facts } = engine;
  const { rules } = facts;
  const [page, setPage] = useState<PageEvidence | null>(null);
  const [record, setRecord] = useState<ShownRecord | null>(null);
  const [done, setDone] = useUndo();
  const domain = 'type' in read || here !== null ? null : read;
  const stored = useStoredAnswers(rules, domain, initialAnswers);
  const { profile, one } = stored;
  const today = dayOf(new Date());
  const { answers, origins } = useAnswers(stored, domain);
  const answer = useMemo(
    () => initialEngine.assess(read, answers, today, origins),
    [initialEngine, read, answers, today, origins],
  );
  const age = ageNotice(rules.stamp.date, today, t);
  const verdict = answer.kind === 'verdict' && domain !== null ? answer.verdict : null;
  // What is tried out for it takes longer than the verdict itself.
  const judged = useMemo(
    () =>
      verdict === null || domain === null
        ? null
        : {
            verdict,
            situation: situationOf(verdict, initialEngine.facts, answers.subject === 'government'),
            decisive: decisiveChecks({ domain, answers, today, facts: initialEngine.facts }),
          },
    [initialEngine, domain, verdict, answers, today],
  );

  // What was seen once is said by the icon too, in words, as long as the tab shows this page.
  const headline = verdict === null ? null : headlineOf(verdict, t).short;
  const host = domain?.display ?? '';
  const title = headline && withMark(t('action_title_verdict', { host, headline }), rules, t);
  useEffect(() => {
    if (isPage && title !== null) void showTitleOn(input, title);
  }, [isPage, input, title]);

  function useRecord(shown: ShownRecord): void {
    if (domain === null || shown.domain !== domain.registrable || later === null) return;
    const evidence = later.weigh({ domain, profile, one, record: shown, today }, rules);
    setRecord(shown);
    if (evidence.news.length === 0) return;
    const before = one;
    stored.keepRecords(evidence.recorded);
    setDone({ text: t('record_used', { count: evidence.news.length }), undo: () => stored.restore(before) });
  }

  function useKnown({ recorded, told, answers: taken }: PortfolioNews): void {
    const before = one;
    stored.keepRecords(recorded);
    for (const [name, value] of Object.entries(told)) stored.setAnswer(name as AnswerName, value as never);
    setDone({ text: t('portfolio_used', { count: taken.length }), undo: () => stored.restore(before) });
  }

  useEffect(() => {
    if (later === null) return;
    const shown = given ?? (handed && later.recordOn(handed, engine));
    if (shown !== null) useRecord(shown);
  }, [later, given, handed]);

  function onRead(found: PageEvidence): void {
    const [only] = found.records;
    if (found.isAboutRecord && only !== undefined && only.domain !== domain?.registrable && show !== null) {
      // A page that shows a record is about the record's name, and not about whoever shows it.
      show(only.domain, only);
    } else setPage(found);
  }

  const setAnswer: VerdictViewProps['setAnswer'] = (name, value) => {
    const was = (stored.said(name) ?? undefined) as typeof value;
    stored.setAnswer(name, value);
    if (was !== value) setDone({ text: noteOf(name, t), undo: () => stored.setAnswer(name, was) });
  };

  return (
    <Glossary.Provider value={rules.glossary}>
      {later && isPage && <later.below.PageReader engine={engine} console={here} onRead={onRead} />}
      <Popup
        answer={answer}
        judged={judged}
        console={here}
        site={site}
        answers={answers}
        answersOn={(other) => answersFor(profile, one, other)}
        setAnswer={setAnswer}
        notices={noticesOf(stored, age, t)}
        clear={
          isEmpty(one) || domain === null
            ? null
            : () => {
                const before = one;
                stored.clear();
                setDone({ text: t('answers_cleared'), undo: () => stored.restore(before) });
              }
        }
        note={setDone}
        page={page}
        record={record}
        useRecord={useRecord}
        kept={one}
        useKnown={useKnown}
        readOn={readDayOf(one)}
        show={show}
        beside={beside}
        below={later?.below ?? null}
        undo={<UndoLine done={done} onEnd={() => setDone(null)} />}
        facts={facts}
        engine={engine}
        isPage={isPage}
      />
    </Glossary.Provider>
  );
}

/**
 * Returns the answers on a host, and where they are from: the same objects as long as they say the
 * same, so that nothing that rests on them is judged anew.
 */
function useAnswers({ profile, one }: Pick<StoredAnswers, 'profile' | 'one'>, domain: Domain | null) {
  const host = domain?.host ?? null;
  const now =
    host === null
      ? { answers: {}, origins: {} }
      : { answers: answersFor(profile, one, host), origins: originsFor(profile, one, host) };
  return useMemo(() => now, [JSON.stringify(now)]);
}

/** What the person must know about the rules' age and the keeping of answers. */
function noticesOf(stored: ReturnType<typeof useStoredAnswers>, age: string | null, t: Translate): string[] {
  return [
    ...(age === null ? [] : [age]),
    ...(stored.isRead ? [] : [t('answers_not_read')]),
    ...(stored.stored ? [] : [t('answers_not_stored')]),
    ...(stored.sound ? [] : [t('answers_set_aside')]),
  ];
}

/** The newest day of the records of a case; null where there are none. */
function readDayOf({ records = {} }: StoredAnswers['one']): string | null {
  return (
    Object.values(records)
      .map(({ from }) => from.day)
      .sort()
      .at(-1) ?? null
  );
}

function noteOf(name: AnswerName, t: Translate): string {
  return t('answer_saved', {
    answer: t(`answer_name_${inKey(name)}`),
  });
}
