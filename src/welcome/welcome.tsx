import { useEffect, useState } from 'preact/hooks';
import { keepPersonal } from '../case/keep.ts';
import type { AnswerName } from '../core/answers.ts';
import { type Case, withAnswer } from '../core/case.ts';
import type { Answers, Locale } from '../core/model.ts';
import type { Engine } from '../engine.ts';
import { browserKind, closeThisTab, openOptions, openPortfolio } from '../platform/browser.ts';
import { isPinned, onPinned } from '../platform/icon.ts';
import { hasPanel } from '../platform/panel.ts';
import { OutcomeIcon } from '../ui/icon.tsx';
import { ProviderField, ProvinceField, SubjectField } from '../ui/personal.tsx';
import type { Say } from '../ui/say.ts';
import { Examples } from './examples.tsx';

interface Props {
  readonly engine: Engine;
  readonly profile: Case;
  /** Whether the icon is on the toolbar; null where the browser does not tell. */
  readonly pinned: boolean | null;
  /** The keys that open the popup; empty where there are none. */
  readonly keys: string;
  readonly locale: Locale;
  readonly say: Say;
}

const POINTS = ['icon', 'inline', 'many'] as const;
const SEEN = ['click', 'consoles', 'nothing'] as const;

/** Read in a minute: what it does, what it can see, how to have it at hand; two or three defaults. */
export function Welcome({ engine, profile: first, pinned, keys, locale, say }: Props) {
  const [profile, setProfile] = useState(first);
  const [stored, setStored] = useState(true);
  const { facts } = engine;
  function tell<K extends AnswerName>(name: K, value: Answers[K]): void {
    setProfile((before) => withAnswer(before, null, name, value));
    void keepPersonal(facts.rules, name, value).then(setStored);
  }
  const asked = { answers: profile.answers, tell, facts, locale, say };
  return (
    <main>
      <header>
        <img src="/icons/icon-128.png" width={56} height={56} alt="" />
        <div>
          <h1>{say('welcome_title')}</h1>
          <p>{say('welcome_lead')}</p>
        </div>
        <button type="button" class="skip" onClick={() => void closeThisTab()}>
          {say('welcome_skip')}
        </button>
      </header>
      <div class="columns">
        <Examples engine={engine} say={say} />
        <ol class="points">
          {POINTS.map((point) => (
            <li key={point}>
              <b>{say(`welcome_${point}`)}</b> {say(`welcome_${point}_text`)}
            </li>
          ))}
        </ol>
      </div>
      <div class="columns">
        <section>
          <h2>{say('welcome_seen')}</h2>
          <ul>
            {SEEN.map((one) => (
              <li key={one}>{say(`welcome_seen_${one}`)}</li>
            ))}
          </ul>
        </section>
        <section>
          <h2>{say('welcome_hand')}</h2>
          <ul>
            <Pin pinned={pinned} say={say} />
            {keys !== '' && <li>{say('welcome_keys', { keys })}</li>}
            {browserKind() !== 'firefox-android' && <li>{say('welcome_address')}</li>}
            {hasPanel() && <li>{say('welcome_panel')}</li>}
          </ul>
        </section>
      </div>
      <section class="defaults">
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
        <button type="button" class="main" onClick={() => void closeThisTab()}>
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

/** How to have the icon in sight, in the browser's own words; once it is, that it is. */
function Pin({ pinned: first, say }: { readonly pinned: boolean | null; readonly say: Say }) {
  const [pinned, setPinned] = useState(first);
  useEffect(() => onPinned(() => void isPinned().then(setPinned)), []);
  return (
    <li class="pin" data-pinned={String(pinned)}>
      <span role="status">
        {pinned ? (
          <>
            <OutcomeIcon outcome="pass" /> {say('welcome_pinned')}
          </>
        ) : (
          say(`welcome_pin_${browserKind().replaceAll('-', '_')}`)
        )}
      </span>
    </li>
  );
}
