/** A case as it lives: what it is asked about, what the person answers, what is kept of it. */
import type { ComponentChildren } from 'preact';
import { useEffect, useMemo } from 'preact/hooks';
import { showTitleOn } from '../browser-api/action.ts';
import { answersFor, isEmpty, originsFor } from '../domain/answers/domain-answers.ts';
import { dayOf } from '../domain/common/days.ts';
import type { Locale } from '../domain/common/locale.ts';
import type { Engine } from '../domain/eligibility/engine.ts';
import { withMark } from '../i18n/loaded-mark.ts';
import { ageNotice } from '../i18n/ruleset-age.ts';
import type { Translate } from '../i18n/translator.ts';
import { headlineOf } from '../i18n/verdict-headline.ts';
import type { StoredAnswers } from '../storage/stored-answers.ts';
import { Glossary } from '../ui/glossary.tsx';
import { useDeferredContent } from './use-deferred-content.ts';
import { useStoredAnswers } from './use-stored-answers.ts';
import { Popup } from './verdict-view.tsx';

interface Props {
  /** Enough for a verdict. */
  readonly engine: Engine;
  /** Makes the engine over all of the rules, guidance included. */
  readonly whole: () => Promise<Engine>;
  readonly input: string;
  readonly kept: StoredAnswers;
  /** Host of the page that is open, whatever name is asked about. */
  readonly site: string | null;
  /** Whether the input is the address of the page that is open. */
  readonly isPage: boolean;
  /** Asks about another name; null where that is asked elsewhere. */
  readonly show: ((input: string) => void) | null;
  /** What stands beside the name. */
  readonly beside?: ComponentChildren;
  readonly locale: Locale;
  readonly t: Translate;
}

export function App({
  engine: engineFirst,
  whole,
  input,
  kept: keptFirst,
  site,
  isPage,
  show,
  beside,
  locale,
  t,
}: Props) {
  const later = useDeferredContent(whole);
  const engine = later?.engine ?? engineFirst;
  const { rules } = engine.facts;
  const read = useMemo(() => engine.read(input), [engine, input]);
  const domain = 'type' in read ? null : read;
  const { profile, one, sound, isRead, stored, setAnswer, clear } = useStoredAnswers(rules, domain, keptFirst);
  const answers = domain === null ? {} : answersFor(profile, one, domain.host);
  const origins = domain === null ? {} : originsFor(profile, one, domain.host);
  const answer = engine.assess(input, answers, dayOf(new Date()), origins);
  const age = ageNotice(rules.stamp.date, dayOf(new Date()), t);

  // What was seen once is said by the icon too, in words, as long as the tab shows this page.
  const headline = answer.kind === 'verdict' ? headlineOf(answer.verdict, t).title : null;
  const host = domain?.display ?? '';
  const title = headline && withMark(t('action_title_verdict', { host, headline }), rules, t);
  useEffect(() => {
    if (isPage && title !== null) void showTitleOn(input, title);
  }, [isPage, input, title]);

  return (
    <Glossary.Provider value={{ entries: rules.glossary, locale }}>
      <Popup
        answer={answer}
        site={site}
        answers={answers}
        answersOn={(host) => answersFor(profile, one, host)}
        setAnswer={setAnswer}
        notices={[
          ...(age === null ? [] : [age]),
          ...(isRead ? [] : [t('answers_not_read')]),
          ...(stored ? [] : [t('answers_not_stored')]),
          ...(sound ? [] : [t('answers_set_aside')]),
        ]}
        clear={isEmpty(one) || domain === null ? null : clear}
        show={show}
        beside={beside}
        below={later?.below ?? null}
        facts={engine.facts}
        engine={engine}
        isPage={isPage}
        locale={locale}
        t={t}
      />
    </Glossary.Provider>
  );
}
