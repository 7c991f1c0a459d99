/**
 * Questions about the person, asked in the popup and in the options, and what all questions need.
 */
import { useRef } from 'preact/hooks';
import type { AnswerName, PersonalAnswers } from '../domain/answers/answers.ts';
import { type Answers, MAINLAND_BODIES, ORIGINS } from '../domain/answers/answers.ts';
import type { Locale } from '../domain/common/locale.ts';
import type { Console } from '../domain/ruleset/console.ts';
import { SUBJECTS } from '../domain/ruleset/province.ts';
import type { RulesetIndex } from '../domain/ruleset/ruleset-index.ts';
import type { Translate } from '../i18n/translator.ts';
import { type Option, RadioGroup, SelectField } from './controls.tsx';
import { useTranslation } from './translation.ts';

export type SetAnswer = <K extends AnswerName>(name: K, value: Answers[K]) => void;

export interface AnswerFormProps {
  readonly answers: Answers;
  readonly setAnswer: SetAnswer;
  readonly facts: RulesetIndex;
  /** What else is to be said of the answers about the person. */
  readonly notes?: Readonly<Partial<Record<keyof PersonalAnswers, string>>>;
}

export function SubjectField(form: AnswerFormProps) {
  return <RadioGroup {...useSubject(form)} />;
}

/** The same in a list, for pages with little room for it. */
export function SubjectSelect(form: AnswerFormProps) {
  return <SelectField {...useSubject(form)} />;
}

/** Returns the question who files, in whatever form it is asked. */
function useSubject({ answers, setAnswer, notes }: AnswerFormProps) {
  const { t } = useTranslation();
  return {
    label: t('ask_subject'),
    value: answers.subject,
    onChange: (value: PersonalAnswers['subject']) => setAnswer('subject', value),
    options: choices(t, 'subject', SUBJECTS),
    note: notes?.subject,
  };
}

/** Where the papers are from, as far as it matters to who files. */
export function OriginFields({ answers, setAnswer, notes }: AnswerFormProps) {
  const { t } = useTranslation();
  const { subject, registeredIn } = answers;
  if (subject !== 'individual' && subject !== 'organisation') return null;
  const isBody = subject === 'organisation';
  const isOutside = registeredIn !== undefined && registeredIn !== 'mainland';
  return (
    <>
      <RadioGroup
        label={t(isBody ? 'ask_registered_in' : 'ask_papers_from')}
        value={registeredIn}
        onChange={(value) => setAnswer('registeredIn', value)}
        options={choices(t, 'origin', ORIGINS)}
        note={notes?.registeredIn}
      />
      {isBody && isOutside && (
        <RadioGroup
          label={t('ask_mainland_body')}
          value={answers.mainlandBody}
          onChange={(value) => setAnswer('mainlandBody', value)}
          options={choices(t, 'mainland_body', MAINLAND_BODIES)}
          note={notes?.mainlandBody}
        />
      )}
      {isBody && (
        <RadioGroup
          label={t('ask_legal_representative')}
          value={answers.legalRepresentative}
          onChange={(value) => setAnswer('legalRepresentative', value)}
          options={choices(t, 'origin', ORIGINS)}
          note={notes?.legalRepresentative}
        />
      )}
    </>
  );
}

export function ProvinceField({ answers, setAnswer, facts, notes }: AnswerFormProps) {
  const { locale, t } = useTranslation();
  const options = facts.rules.provinces.map((one) => ({ value: one.id, label: one.name[locale] }));
  return (
    <SelectField
      label={t('ask_province')}
      value={answers.province}
      onChange={(value) => setAnswer('province', value)}
      options={options}
      note={notes?.province}
    />
  );
}

/**
 * The access provider of the filing: asked once, as it is mostly the same for all of a person's
 * names.
 */
export function ProviderField({
  suggested = null,
  ...asked
}: AnswerFormProps & {
  /** The access provider whose console is open. */
  readonly suggested?: Console | null;
}) {
  const { locale, t } = useTranslation();
  const { answers, setAnswer, facts, notes } = asked;
  const box = useRef<HTMLDivElement>(null);
  return (
    <div ref={box}>
      <SelectField
        label={t('ask_filed_with')}
        value={answers.filedWith}
        onChange={(value) => setAnswer('filedWith', value)}
        options={providers(facts, locale, t)}
        note={notes?.filedWith}
      />
      {suggested && suggested.id !== answers.filedWith && (
        <p class="found">
          {t('suggested')}{' '}
          <button
            type="button"
            onClick={() => {
              setAnswer('filedWith', suggested.id);
              // The suggestion goes once it is taken.
              box.current?.querySelector('select')?.focus();
            }}
          >
            {suggested.name[locale]}
          </button>
        </p>
      )}
    </div>
  );
}

/** Returns the access providers that we know by name, and "another". */
export function providers(facts: RulesetIndex, locale: Locale, t: Translate): Option<string>[] {
  const known = facts.rules.consoles.filter((one) => one.accessProvider);
  return [
    ...known.map((one) => ({ value: one.id, label: one.name[locale] })),
    { value: 'other', label: t('provider_other') },
  ];
}

/** Returns the values with their words. `group` is what the words are kept under. */
export function choices<const T extends string>(t: Translate, group: string, values: readonly T[]): Option<T>[] {
  return values.map((value) => ({ value, label: t(`${group}_${value.replaceAll('-', '_')}`) }));
}
