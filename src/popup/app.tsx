/** The popup as it lives: what it is asked about, what the person answers, what is kept of it. */
import { useMemo, useState } from 'preact/hooks';
import { forgetCase, type Kept, keep } from '../case/keep.ts';
import type { AnswerName } from '../core/answers.ts';
import { answersFor, type Case, EMPTY, isEmpty, placeOf, withAnswer } from '../core/case.ts';
import { dayOf } from '../core/days.ts';
import type { Answers, Locale } from '../core/model.ts';
import type { Engine } from '../engine.ts';
import { ageNotice } from '../ui/rules-age.ts';
import { Glossary } from '../ui/terms.tsx';
import type { Say } from '../ui/words.ts';
import { Popup } from './popup.tsx';

interface Props {
  readonly engine: Engine;
  readonly input: string;
  readonly kept: Kept;
  /** Host of the page that is open, whatever name is asked about. */
  readonly site: string | null;
  /** Whether the input is the address of the page that is open. */
  readonly isPage: boolean;
  /** Asks about another name. */
  readonly show: (input: string) => void;
  readonly locale: Locale;
  readonly say: Say;
}

export function App({ engine, input, kept, site, isPage, show, locale, say }: Props) {
  const [profile, setProfile] = useState<Case>(kept.profile);
  const [one, setOne] = useState<Case>(kept.one);
  const [stored, setStored] = useState(true);
  const { rules } = engine.facts;
  const asked = useMemo(() => engine.ask(input), [engine, input]);
  const domain = asked.kind === 'verdict' ? asked.verdict.domain : null;
  const answers = domain === null ? {} : answersFor(profile, one, domain.host);
  const answer = domain === null ? asked : engine.ask(input, answers);
  const age = ageNotice(rules.stamp.date, dayOf(new Date()), say);

  async function tell<K extends AnswerName>(name: K, value: Answers[K]): Promise<void> {
    if (domain === null) return;
    const place = placeOf(name);
    const host = place === 'host' ? domain.host : null;
    const change = place === 'profile' ? setProfile : setOne;
    // Taken back, it is again what the organisation says.
    const now = place === 'profile' ? (value ?? kept.defaults[name as keyof Kept['defaults']]) : value;
    change((before) => withAnswer(before, host, name, now as Answers[K]));
    setStored(await keep(rules, domain.registrable, domain.host, name, value));
  }

  return (
    <Glossary.Provider value={{ entries: rules.glossary, locale }}>
      <Popup
        answer={answer}
        site={site}
        answers={answers}
        tell={(name, value) => void tell(name, value)}
        notices={[
          ...(age === null ? [] : [age]),
          ...(stored ? [] : [say('answers_not_stored')]),
          ...(kept.sound ? [] : [say('answers_set_aside')]),
        ]}
        clear={
          isEmpty(one) || domain === null
            ? null
            : () => {
                setOne(EMPTY);
                void forgetCase(domain.registrable).then(setStored);
              }
        }
        show={show}
        facts={engine.facts}
        engine={engine}
        isPage={isPage}
        locale={locale}
        say={say}
      />
    </Glossary.Provider>
  );
}
