import { useEffect, useState } from 'preact/hooks';
import { isPinned, onPinned } from '../../browser-api/action.ts';
import { browserKind } from '../../browser-api/runtime.ts';
import { hasPanel } from '../../browser-api/side-panel.ts';
import { closeThisTab, openOptions, openPortfolio } from '../../browser-api/tabs.ts';
import type { AnswerName, Answers } from '../../domain/answers/answers.ts';
import { type DomainAnswers, withAnswer } from '../../domain/answers/domain-answers.ts';
import type { Engine } from '../../domain/eligibility/engine.ts';
import type { OptionalConsole } from '../../domain/prompts/console-permissions.ts';
import { savePersonalAnswer } from '../../storage/stored-answers.ts';
import { setHintEnabled } from '../../storage/stored-hint-preferences.ts';
import { ProviderField, ProvinceField, SubjectSelect } from '../../ui/answer-fields.tsx';
import { Icon } from '../../ui/icon.tsx';
import { LoadedMark } from '../../ui/loaded-mark.tsx';
import { OutcomeIcon } from '../../ui/outcome-icon.tsx';
import { useTranslation } from '../../ui/translation.ts';
import { ConsoleOffers } from '../shared/console-offers.tsx';
import { LiveVerdict } from './live-verdict.tsx';

interface Props {
  readonly engine: Engine;
  readonly profile: DomainAnswers;
  /** Whether the icon is on the toolbar; null where the browser does not tell. */
  readonly pinned: boolean | null;
  /** The keys that open the popup; empty where there are none. */
  readonly keys: string;
  /** Consoles where hints need the person's permission; empty where there are to be no hints. */
  readonly offers: readonly OptionalConsole[];
  /** Hosts that the person granted permission for. */
  readonly granted: readonly string[];
}

/**
 * One screen: a field that answers at once, three ways to have it at hand, three choices, one
 * promise.
 */
export function Welcome({ engine, profile: first, pinned, keys, offers, granted }: Props) {
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
        <img src="/icons/icon-48.png" width={28} height={28} alt="" />
        <h1>{t('welcome_title')}</h1>
        <LoadedMark rules={facts.rules} />
        <span class="space" />
        <button type="button" class="quiet skip" onClick={() => void closeThisTab()}>
          {t('welcome_skip')}
        </button>
      </header>
      <LiveVerdict engine={engine} answers={profile.answers} />
      <div class="cards">
        <section class="panel">
          <Icon name="panel" size={20} />
          <h3>{t('welcome_icon')}</h3>
          <Pin pinned={pinned} />
          {keys !== '' && <p class="small">{t('welcome_keys', { keys })}</p>}
          {browserKind() !== 'firefox-android' && <p class="small">{t('welcome_address')}</p>}
        </section>
        <section class="panel">
          <Icon name="chat" size={20} />
          <h3>{t('welcome_inline')}</h3>
          <p class="small">{t('welcome_inline_text')}</p>
          {hasPanel() && <p class="small">{t('welcome_panel')}</p>}
        </section>
        <section class="panel">
          <Icon name="in" size={20} />
          <h3>{t('welcome_many')}</h3>
          <p class="small">{t('welcome_many_text')}</p>
          <p>
            <button type="button" data-opens="portfolio" onClick={() => void openPortfolio()}>
              {t('popup_portfolio')}
            </button>
          </p>
        </section>
      </div>
      {offers.length > 0 && (
        <details class="panel more-consoles">
          <summary>{t('hints_offers')}</summary>
          <p class="small">{t('hints_offers_text')}</p>
          <ConsoleOffers offers={offers} granted={granted} onAllowed={(site) => void setHintEnabled({ site }, true)} />
        </details>
      )}
      <section class="panel about" aria-labelledby="about-title">
        <h3 id="about-title">{t('welcome_defaults')}</h3>
        <p class="small">{t('options_defaults_text')}</p>
        {!stored && (
          <p class="notice" role="alert">
            {t('answers_not_stored')}
          </p>
        )}
        <div class="three">
          <SubjectSelect {...asked} />
          <ProvinceField {...asked} />
          <ProviderField {...asked} />
        </div>
      </section>
      <section class="panel promise">
        <OutcomeIcon outcome="pass" />
        <p>
          <b>{t('welcome_seen_nothing')}</b> <span class="small">{t('welcome_promise')}</span>
        </p>
        <button type="button" class="quiet" onClick={() => void openOptions()}>
          {t('options_open')}
        </button>
      </section>
    </main>
  );
}

/** How to have the icon in sight, in the browser's own words; once it is, that it is. */
function Pin({ pinned: first }: { readonly pinned: boolean | null }) {
  const { t } = useTranslation();
  const [pinned, setPinned] = useState(first);
  useEffect(() => onPinned(() => void isPinned().then(setPinned)), []);
  return (
    <p class="pin small" data-pinned={String(pinned)} role="status">
      {pinned ? (
        <>
          <OutcomeIcon outcome="pass" size={16} /> {t('welcome_pinned')}
        </>
      ) : (
        t(`welcome_pin_${browserKind().replaceAll('-', '_')}`)
      )}
    </p>
  );
}
