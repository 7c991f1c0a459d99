import { useEffect, useState } from 'preact/hooks';
import { isPinned, onPinned } from '../../browser-api/action.ts';
import { browserKind } from '../../browser-api/runtime.ts';
import { hasPanel } from '../../browser-api/side-panel.ts';
import { closeThisTab, openOptions, openPortfolio } from '../../browser-api/tabs.ts';
import type { AnswerName, Answers } from '../../domain/answers/answers.ts';
import { type DomainAnswers, withAnswer } from '../../domain/answers/domain-answers.ts';
import type { Engine } from '../../domain/eligibility/engine.ts';
import { savePersonalAnswer } from '../../storage/stored-answers.ts';
import { ProviderField, ProvinceField, SubjectField } from '../../ui/answer-fields.tsx';
import { LoadedMark } from '../../ui/loaded-mark.tsx';
import { OutcomeIcon } from '../../ui/outcome-icon.tsx';
import { useTranslation } from '../../ui/translation.ts';
import { Examples } from './example-verdicts.tsx';

interface Props {
  readonly engine: Engine;
  readonly profile: DomainAnswers;
  /** Whether the icon is on the toolbar; null where the browser does not tell. */
  readonly pinned: boolean | null;
  /** The keys that open the popup; empty where there are none. */
  readonly keys: string;
}

const POINTS = ['icon', 'inline', 'many'] as const;
const SEEN = ['click', 'consoles', 'nothing'] as const;

/**
 * Read in a minute: what it does, what it can see, how to have it at hand; two or three defaults.
 */
export function Welcome({ engine, profile: first, pinned, keys }: Props) {
  const { locale, t } = useTranslation();
  const [profile, setProfile] = useState(first);
  const [stored, setStored] = useState(true);
  const { facts } = engine;
  function setAnswer<K extends AnswerName>(name: K, value: Answers[K]): void {
    setProfile((before) => withAnswer(before, null, name, value));
    void savePersonalAnswer(facts.rules, name, value).then(setStored);
  }
  const asked = { answers: profile.answers, setAnswer, facts, locale, t };
  return (
    <main>
      <header>
        <img src="/icons/icon-128.png" width={56} height={56} alt="" />
        <div>
          <h1>{t('welcome_title')}</h1>
          <p>{t('welcome_lead')}</p>
          <LoadedMark rules={facts.rules} />
        </div>
        <button type="button" class="skip" onClick={() => void closeThisTab()}>
          {t('welcome_skip')}
        </button>
      </header>
      <div class="columns">
        <Examples engine={engine} />
        <ol class="points">
          {POINTS.map((point) => (
            <li key={point}>
              <b>{t(`welcome_${point}`)}</b> {t(`welcome_${point}_text`)}
            </li>
          ))}
        </ol>
      </div>
      <div class="columns">
        <section>
          <h2>{t('welcome_seen')}</h2>
          <ul>
            {SEEN.map((one) => (
              <li key={one}>{t(`welcome_seen_${one}`)}</li>
            ))}
          </ul>
        </section>
        <section>
          <h2>{t('welcome_hand')}</h2>
          <ul>
            <Pin pinned={pinned} />
            {keys !== '' && <li>{t('welcome_keys', { keys })}</li>}
            {browserKind() !== 'firefox-android' && <li>{t('welcome_address')}</li>}
            {hasPanel() && <li>{t('welcome_panel')}</li>}
          </ul>
        </section>
      </div>
      <section class="defaults">
        <h2>{t('welcome_defaults')}</h2>
        <p>{t('options_defaults_text')}</p>
        {!stored && (
          <p class="notice" role="alert">
            {t('answers_not_stored')}
          </p>
        )}
        <SubjectField {...asked} />
        <ProvinceField {...asked} />
        <ProviderField {...asked} />
      </section>
      <p class="actions">
        <button type="button" class="main" onClick={() => void closeThisTab()}>
          {t('welcome_done')}
        </button>
        <button type="button" onClick={() => void openPortfolio()}>
          {t('popup_portfolio')}
        </button>
        <button type="button" onClick={() => void openOptions()}>
          {t('options_open')}
        </button>
      </p>
    </main>
  );
}

/** How to have the icon in sight, in the browser's own words; once it is, that it is. */
function Pin({ pinned: first }: { readonly pinned: boolean | null }) {
  const { t } = useTranslation();
  const [pinned, setPinned] = useState(first);
  useEffect(() => onPinned(() => void isPinned().then(setPinned)), []);
  return (
    <li class="pin" data-pinned={String(pinned)}>
      <span role="status">
        {pinned ? (
          <>
            <OutcomeIcon outcome="pass" /> {t('welcome_pinned')}
          </>
        ) : (
          t(`welcome_pin_${browserKind().replaceAll('-', '_')}`)
        )}
      </span>
    </li>
  );
}
