/** One question at a time; its answer is one click, and the next one takes its place. */
import { useState } from 'preact/hooks';
import type { AnswerName, Answers } from '../domain/answers/answers.ts';
import { MAINLAND_BODIES, ORIGINS } from '../domain/answers/answers.ts';
import type { Locale } from '../domain/common/locale.ts';
import { consoleOfHost } from '../domain/prompts/find-console.ts';
import type { CheckId } from '../domain/ruleset/check-ids.ts';
import { registrarOfHost } from '../domain/ruleset/find-registrars.ts';
import { SUBJECTS } from '../domain/ruleset/province.ts';
import type { Translate } from '../i18n/translator.ts';
import { choices, type SetAnswer } from '../ui/answer-fields.tsx';
import { type Option, Together } from '../ui/controls.tsx';
import { focusOn } from '../ui/focus-on.ts';
import { type Translation, useTranslation } from '../ui/translation.ts';
import { RegistrarField } from './registrar-field.tsx';
import type { JudgedProps } from './screens.ts';

/** Registrars that most names are with, as far as they differ in what follows. */
const COMMON = ['alibaba-cloud', 'tencent-cloud', 'godaddy', 'namecheap'];

interface Question {
  readonly check: CheckId;
  readonly name: AnswerName;
  readonly title: string;
  readonly hint: string;
  readonly options: readonly Option<string>[];
}

export function QuestionCard(shared: JudgedProps) {
  const words = useTranslation();
  const { t } = words;
  const { decisive, setAnswer, facts, open } = shared;
  const [skipped, setSkipped] = useState<readonly AnswerName[]>([]);
  const questions = decisive.open.flatMap((check) => questionOf(check, shared, words) ?? []);
  const question = questions.find(({ name }) => !skipped.includes(name)) ?? questions[0];
  if (question === undefined) return null;
  const { check, name, title, hint, options } = question;
  const answer = (value: string) => {
    (setAnswer as (name: AnswerName, value: string) => void)(name, value);
    // The button goes with its question.
    focusOn('h1');
  };
  const chip = (option: Question['options'][number]) => (
    <button key={option.value} type="button" data-value={option.value} onClick={() => answer(option.value)}>
      {option.label}
    </button>
  );
  const at = decisive.all.length - decisive.open.length + 1;
  return (
    <section class="part">
      <fieldset class="card" data-question={check} data-asks={name}>
        <legend>
          {title} <span class="step">{t('question_of', { number: at, all: decisive.all.length })}</span>
        </legend>
        <p class="hint">{hint}</p>
        <p class="chips">
          <Together
            answers={options.map(chip)}
            none={
              questions.length > 1 && (
                <button
                  type="button"
                  class="quiet"
                  onClick={() => setSkipped([...skipped.filter((one) => one !== name), name])}
                >
                  {t('not_sure')}
                </button>
              )
            }
          />
        </p>
        {check === 'registrar-licensed' && (
          <RegistrarField
            registrars={facts.rules.registrars}
            suggested={null}
            value={undefined}
            isBrief
            onChange={(value) => value !== undefined && answer(value)}
          />
        )}
        {check === 'registrar-licensed' && (
          <p class="other-way">
            <button type="button" class="quiet" data-opens="record" onClick={() => open({ kind: 'record' })}>
              {t('record_instead')}
            </button>
          </p>
        )}
      </fieldset>
    </section>
  );
}

/** What is asked of a check now: of several questions the first without an answer. */
function questionOf(check: CheckId, shared: JudgedProps, { locale, t }: Translation): Question | null {
  const { answers } = shared;
  const made: MakeQuestion = (name: AnswerName, key: string, options: readonly Option<string>[]): Question => ({
    check,
    name,
    title: t(`question_${key}`),
    hint: t(`question_${key}_hint`),
    options,
  });
  switch (check) {
    case 'filing-needed':
      return made('hosting', 'hosting', choices(t, 'hosting', ['mainland', 'mainland-cdn', 'elsewhere']));
    case 'name-is-yours':
      return made('name', 'name', choices(t, 'name', ['own', 'other']));
    case 'registrar-licensed':
      return made('registrar', 'registrar', registrarOptions(shared, locale));
    case 'subject-can-file':
      return subjectQuestion(answers, made, t);
    case 'real-name-done':
      return made('realName', 'real_name', choices(t, 'real_name', ['done', 'not-done']));
    case 'holder-matches':
      return made('holder', 'holder', choices(t, 'holder', ['same', 'other']));
    case 'no-foreign-record':
      return made('record', 'record', choices(t, 'record', ['none', 'own', 'other']));
    case 'real-name-recorded':
    case 'registration-valid':
    case 'no-open-application':
    case 'certificate-ready':
    case 'province-accepts':
    case 'suffix-approved':
      return null;
  }
}

type MakeQuestion = (name: AnswerName, key: string, options: readonly Option<string>[]) => Question;

/** The registrar whose page is open, and those that most names are with. */
function registrarOptions({ facts, site }: JudgedProps, locale: Locale): Option<string>[] {
  const { rules, registrars } = facts;
  const here =
    site === null ? null : (consoleOfHost(rules, site)?.registrar ?? registrarOfHost(rules.registrars, site)?.id);
  const ids = [...new Set([...(here ? [here] : []), ...COMMON])].slice(0, 4);
  return ids.flatMap((id) => {
    const found = registrars.get(id);
    return found ? [{ value: id, label: found.name[locale] }] : [];
  });
}

/** Who files, then where their papers are from, then what a body has in the mainland. */
function subjectQuestion(answers: Answers, made: MakeQuestion, t: Translate): Question | null {
  if (answers.subject === undefined) return made('subject', 'subject', choices(t, 'subject', SUBJECTS));
  const isBody = answers.subject === 'organisation';
  if (answers.registeredIn === undefined)
    return made('registeredIn', isBody ? 'registered_in' : 'papers', choices(t, 'origin', ORIGINS));
  if (!isBody) return null;
  if (answers.registeredIn !== 'mainland' && answers.mainlandBody === undefined)
    return made('mainlandBody', 'mainland_body', choices(t, 'mainland_body', MAINLAND_BODIES));
  if (answers.legalRepresentative === undefined && answers.province !== undefined)
    return made('legalRepresentative', 'representative', choices(t, 'origin', ORIGINS));
  return null;
}

/** What the person found on the ministry's own list; it counts, and is told as theirs. */
export function ListedQuestion({
  about,
  verdict,
  answers,
  setAnswer,
}: JudgedProps & { readonly about: 'suffix' | 'registrar' }) {
  const { t } = useTranslation();
  const finding = verdict.findings.find(
    ({ check }) => check === (about === 'suffix' ? 'suffix-approved' : 'registrar-licensed'),
  );
  const name = about === 'suffix' ? 'suffixListed' : 'registrarListed';
  const set = (value: 'yes' | 'no') => {
    (setAnswer as SetAnswer)(name, value);
    focusOn('h1');
  };
  const params = finding?.reason.params ?? {};
  return (
    <section class="part">
      <fieldset class="card" data-asks={name}>
        <legend>{t(`listed_${about}`, params)}</legend>
        <p class="hint">{t(answers[name] === undefined ? 'listed_hint' : 'listed_yours')}</p>
        <p class="chips">
          <button type="button" data-value="yes" onClick={() => set('yes')}>
            {t('listed_yes')}
          </button>
          <button type="button" data-value="no" onClick={() => set('no')}>
            {t('listed_no')}
          </button>
        </p>
      </fieldset>
    </section>
  );
}
