import { useEffect, useState } from 'preact/hooks';
import { keepPersonal, readKept } from '../case/keep.ts';
import { createLive } from '../case/live.ts';
import { type AnswerName, PERSONAL, type PersonalAnswers } from '../core/answers.ts';
import { type Case, PROFILE_KEY, withAnswer } from '../core/case.ts';
import type { Answers, Locale } from '../core/model.ts';
import type { Facts } from '../core/question.ts';
import { follow } from '../platform/browser.ts';
import { choices, OriginFields, ProviderField, ProvinceField, providers, SubjectField } from '../ui/personal.tsx';
import type { Say } from '../ui/say.ts';

interface Props {
  readonly facts: Facts;
  readonly profile: Case;
  /** What the person's organisation says for all of its people. */
  readonly defaults: PersonalAnswers;
  readonly locale: Locale;
  readonly say: Say;
}

/** The answers about the person, asked once for all domains. */
export function AboutYou({ facts, profile: first, defaults, locale, say }: Props) {
  const [profile, setProfile] = useState(first);
  const [stored, setStored] = useState(true);
  const [live] = useState(() =>
    createLive(
      () => readKept(facts.rules, null),
      (now) => now.isRead && setProfile(now.profile),
    ),
  );
  useEffect(
    () =>
      follow(
        (key) => key === PROFILE_KEY,
        () => void live.read(),
      ),
    [],
  );

  function tell<K extends AnswerName>(name: K, value: Answers[K]): void {
    // Taken back, it is again what the organisation says.
    const now = value ?? (defaults[name as keyof PersonalAnswers] as Answers[K]);
    setProfile((before) => withAnswer(before, null, name, now));
    void live.change(() => keepPersonal(facts.rules, name, value)).then(setStored);
  }

  const asked = { answers: profile.answers, tell, facts, locale, say };
  const notes = Object.fromEntries(
    PERSONAL.filter((name) => defaults[name] !== undefined).map((name) => [
      name,
      profile.answers[name] === defaults[name]
        ? say('by_organisation')
        : say('organisation_default', { value: labelOf(name, defaults, facts, locale, say) }),
    ]),
  );
  return (
    <>
      <p class="lead">{say('options_defaults_text')}</p>
      {!stored && (
        <p class="notice" role="alert">
          {say('answers_not_stored')}
        </p>
      )}
      <SubjectField {...asked} notes={notes} />
      <OriginFields {...asked} notes={notes} />
      <ProvinceField {...asked} notes={notes} />
      <ProviderField {...asked} notes={notes} />
    </>
  );
}

/** In: an answer about a person. Out: it as the fields name it. */
function labelOf(
  name: keyof PersonalAnswers,
  answers: PersonalAnswers,
  facts: Facts,
  locale: Locale,
  say: Say,
): string {
  switch (name) {
    case 'subject':
      return choices(say, 'subject', answers.subject ? [answers.subject] : [])[0]?.label ?? '';
    case 'registeredIn':
    case 'legalRepresentative':
      return choices(say, 'origin', answers[name] ? [answers[name]] : [])[0]?.label ?? '';
    case 'mainlandBody':
      return choices(say, 'mainland_body', answers.mainlandBody ? [answers.mainlandBody] : [])[0]?.label ?? '';
    case 'province':
      return facts.provinces.get(answers.province ?? '')?.name[locale] ?? '';
    case 'filedWith':
      return providers(facts, locale, say).find((one) => one.value === answers.filedWith)?.label ?? '';
  }
}
