import { useState } from 'preact/hooks';
import { keepPersonal } from '../case/keep.ts';
import type { AnswerName } from '../core/answers.ts';
import { type Case, withAnswer } from '../core/case.ts';
import type { Answers, Locale } from '../core/model.ts';
import type { Facts } from '../core/question.ts';
import { openOptions, openPortfolio } from '../platform/browser.ts';
import { ProviderField, ProvinceField, SubjectField } from '../ui/personal.tsx';
import type { Say } from '../ui/words.ts';

interface Props {
  readonly facts: Facts;
  readonly profile: Case;
  readonly locale: Locale;
  readonly say: Say;
}

const POINTS = ['icon', 'inline', 'many'] as const;
const SEEN = ['click', 'consoles', 'nothing'] as const;

/** Read in a minute: what it does, what it can see, how to have it at hand; two or three defaults. */
export function Welcome({ facts, profile: first, locale, say }: Props) {
  const [profile, setProfile] = useState(first);
  const [stored, setStored] = useState(true);
  function tell<K extends AnswerName>(name: K, value: Answers[K]): void {
    setProfile((before) => withAnswer(before, null, name, value));
    void keepPersonal(facts.rules, name, value).then(setStored);
  }
  const asked = { answers: profile.answers, tell, facts, locale, say };
  return (
    <main>
      <header>
        <img src="/icons/icon-48.png" width={48} height={48} alt="" />
        <div>
          <h1>{say('welcome_title')}</h1>
          <p>{say('welcome_lead')}</p>
        </div>
      </header>
      <ol class="points">
        {POINTS.map((point) => (
          <li key={point}>
            <b>{say(`welcome_${point}`)}</b> {say(`welcome_${point}_text`)}
          </li>
        ))}
      </ol>
      <p class="pin">{say('welcome_pin')}</p>
      <section>
        <h2>{say('welcome_seen')}</h2>
        <ul>
          {SEEN.map((one) => (
            <li key={one}>{say(`welcome_seen_${one}`)}</li>
          ))}
        </ul>
      </section>
      <section>
        <h2>{say('welcome_defaults')}</h2>
        <p>{say('options_defaults_text')}</p>
        {!stored && (
          <p class="notice" role="alert">
            {say('answers_not_stored')}
          </p>
        )}
        <SubjectField {...asked} />
        <ProvinceField {...asked} />
        <ProviderField {...asked} />
      </section>
      <p class="actions">
        <button type="button" class="main" onClick={() => window.close()}>
          {say('welcome_done')}
        </button>
        <button type="button" onClick={() => void openPortfolio()}>
          {say('popup_portfolio')}
        </button>
        <button type="button" onClick={() => void openOptions()}>
          {say('options_open')}
        </button>
      </p>
    </main>
  );
}
