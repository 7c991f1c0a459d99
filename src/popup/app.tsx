/** A case as it lives: what it is asked about, what the person answers, what is kept of it. */
import type { ComponentChildren } from 'preact';
import { useEffect, useMemo } from 'preact/hooks';
import type { Kept } from '../case/keep.ts';
import { answersFor, isEmpty } from '../core/case.ts';
import { dayOf } from '../core/days.ts';
import type { Locale } from '../core/model.ts';
import type { Engine } from '../engine.ts';
import { showTitleOn } from '../platform/icon.ts';
import { headlineOf } from '../ui/headline.ts';
import { ageNotice } from '../ui/rules-age.ts';
import type { Say } from '../ui/say.ts';
import { Glossary } from '../ui/terms.tsx';
import { Popup } from './popup.tsx';
import { useKept } from './use-kept.ts';
import { useLater } from './use-later.ts';

interface Props {
  /** Enough for a verdict. */
  readonly engine: Engine;
  /** Makes the engine over all of the rules, guidance included. */
  readonly whole: () => Promise<Engine>;
  readonly input: string;
  readonly kept: Kept;
  /** Host of the page that is open, whatever name is asked about. */
  readonly site: string | null;
  /** Whether the input is the address of the page that is open. */
  readonly isPage: boolean;
  /** Asks about another name; null where that is asked elsewhere. */
  readonly show: ((input: string) => void) | null;
  /** What stands beside the name. */
  readonly beside?: ComponentChildren;
  readonly locale: Locale;
  readonly say: Say;
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
  say,
}: Props) {
  const later = useLater(whole);
  const engine = later?.engine ?? engineFirst;
  const { rules } = engine.facts;
  const read = useMemo(() => engine.read(input), [engine, input]);
  const domain = 'type' in read ? null : read;
  const { profile, one, sound, isRead, stored, tell, clear } = useKept(rules, domain, keptFirst);
  const answers = domain === null ? {} : answersFor(profile, one, domain.host);
  const answer = engine.ask(input, answers);
  const age = ageNotice(rules.stamp.date, dayOf(new Date()), say);

  // What was seen once is said by the icon too, in words, as long as the tab shows this page.
  const headline = answer.kind === 'verdict' ? headlineOf(answer.verdict, say).title : null;
  const host = domain?.display ?? '';
  useEffect(() => {
    if (isPage && headline !== null) void showTitleOn(input, say('action_title_verdict', { host, headline }));
  }, [isPage, input, host, headline, say]);

  return (
    <Glossary.Provider value={{ entries: rules.glossary, locale }}>
      <Popup
        answer={answer}
        site={site}
        answers={answers}
        answersOn={(host) => answersFor(profile, one, host)}
        tell={tell}
        notices={[
          ...(age === null ? [] : [age]),
          ...(isRead ? [] : [say('answers_not_read')]),
          ...(stored ? [] : [say('answers_not_stored')]),
          ...(sound ? [] : [say('answers_set_aside')]),
        ]}
        clear={isEmpty(one) || domain === null ? null : clear}
        show={show}
        beside={beside}
        below={later?.below ?? null}
        facts={engine.facts}
        engine={engine}
        isPage={isPage}
        locale={locale}
        say={say}
      />
    </Glossary.Provider>
  );
}
