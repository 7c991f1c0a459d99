import { useEffect, useState } from 'preact/hooks';
import { subscribe } from '../../browser-api/storage.ts';
import type { Answers } from '../../domain/answers/answers.ts';
import { type AnswerName, PERSONAL, type PersonalAnswers } from '../../domain/answers/answers.ts';
import { type DomainAnswers, PROFILE_KEY, withAnswer } from '../../domain/answers/domain-answers.ts';
import type { Locale } from '../../domain/common/locale.ts';
import type { RulesetIndex } from '../../domain/ruleset/ruleset-index.ts';
import type { Translate } from '../../i18n/translator.ts';
import { createOptimisticState } from '../../storage/optimistic-state.ts';
import { loadAnswers, savePersonalAnswer } from '../../storage/stored-answers.ts';
import {
  choices,
  OriginFields,
  ProviderField,
  ProvinceField,
  providers,
  SubjectSelect,
} from '../../ui/answer-fields.tsx';
import { useTranslation } from '../../ui/translation.ts';
import { Setting } from './setting.tsx';

interface Props {
  readonly facts: RulesetIndex;
  readonly profile: DomainAnswers;
  /** What the person's organization says for all of its people. */
  readonly defaults: PersonalAnswers;
}

/** The answers about the person, asked once for all domains. */
export function AboutYou({ facts, profile: first, defaults }: Props) {
  const { locale, t } = useTranslation();
  const [profile, setProfile] = useState(first);
  const [stored, setStored] = useState(true);
  const [live] = useState(() =>
    createOptimisticState(
      () => loadAnswers(facts.rules, null),
      (now) => now.isRead && setProfile(now.profile),
    ),
  );
  useEffect(
    () =>
      subscribe(
        (key) => key === PROFILE_KEY,
        () => void live.read(),
      ),
    [],
  );

  function setAnswer<K extends AnswerName>(name: K, value: Answers[K]): void {
    // Taken back, it is again what the organization says.
    const now = value ?? (defaults[name as keyof PersonalAnswers] as Answers[K]);
    setProfile((before) => withAnswer(before, null, name, now));
    void live.change(() => savePersonalAnswer(facts.rules, name, value)).then(setStored);
  }

  const asked = { answers: profile.answers, setAnswer, facts, locale, t };
  const texts = {
    subject: t('options_defaults_text'),
    province: t('options_province_text'),
    filedWith: t('options_provider_text'),
  };
  const fromPolicy = Object.fromEntries(
    PERSONAL.filter((name) => defaults[name] !== undefined).map((name) => [
      name,
      profile.answers[name] === defaults[name]
        ? t('by_organisation')
        : t('organisation_default', { value: labelOf(name, defaults, facts, locale, t) }),
    ]),
  );
  const notes = { ...texts, ...fromPolicy };
  return (
    <>
      {!stored && (
        <p class="notice" role="alert">
          {t('answers_not_stored')}
        </p>
      )}
      <Setting words={[t('options_defaults'), t('ask_subject'), texts.subject]}>
        <SubjectSelect {...asked} notes={notes} />
        <OriginFields {...asked} notes={notes} />
      </Setting>
      <Setting words={[t('options_defaults'), t('ask_province'), texts.province]}>
        <ProvinceField {...asked} notes={notes} />
      </Setting>
      <Setting words={[t('options_defaults'), t('ask_filed_with'), texts.filedWith]}>
        <ProviderField {...asked} notes={notes} />
      </Setting>
    </>
  );
}

/** Returns an answer about a person as the fields name it. */
function labelOf(
  name: keyof PersonalAnswers,
  answers: PersonalAnswers,
  facts: RulesetIndex,
  locale: Locale,
  t: Translate,
): string {
  switch (name) {
    case 'subject':
      return choices(t, 'subject', answers.subject ? [answers.subject] : [])[0]?.label ?? '';
    case 'registeredIn':
    case 'legalRepresentative':
      return choices(t, 'origin', answers[name] ? [answers[name]] : [])[0]?.label ?? '';
    case 'mainlandBody':
      return choices(t, 'mainland_body', answers.mainlandBody ? [answers.mainlandBody] : [])[0]?.label ?? '';
    case 'province':
      return facts.provinces.get(answers.province ?? '')?.name[locale] ?? '';
    case 'filedWith':
      return providers(facts, locale, t).find((one) => one.value === answers.filedWith)?.label ?? '';
  }
}
