/** Questions about the person, asked in the popup and in the options, and what all questions need. */
import { useRef } from 'preact/hooks';
import type { AnswerName, PersonalAnswers } from '../core/answers.ts';
import { type Answers, type Console, type Locale, MAINLAND_BODIES, ORIGINS, SUBJECTS } from '../core/model.ts';
import type { Facts } from '../core/question.ts';
import { Choice, type Option, Pick } from './controls.tsx';
import type { Say } from './say.ts';

export type Tell = <K extends AnswerName>(name: K, value: Answers[K]) => void;

export interface Asked {
  readonly answers: Answers;
  readonly tell: Tell;
  readonly facts: Facts;
  readonly locale: Locale;
  readonly say: Say;
  /** What else is to be said of the answers about the person. */
  readonly notes?: Readonly<Partial<Record<keyof PersonalAnswers, string>>>;
}

export function SubjectField({ answers, tell, notes, say }: Asked) {
  return (
    <Choice
      label={say('ask_subject')}
      value={answers.subject}
      onChange={(value) => tell('subject', value)}
      options={choices(say, 'subject', SUBJECTS)}
      note={notes?.subject}
      say={say}
    />
  );
}

/** Where the papers are from, as far as it matters to who files. */
export function OriginFields({ answers, tell, notes, say }: Asked) {
  const { subject, registeredIn } = answers;
  if (subject !== 'individual' && subject !== 'organisation') return null;
  const isBody = subject === 'organisation';
  const isOutside = registeredIn !== undefined && registeredIn !== 'mainland';
  return (
    <>
      <Choice
        label={say(isBody ? 'ask_registered_in' : 'ask_papers_from')}
        value={registeredIn}
        onChange={(value) => tell('registeredIn', value)}
        options={choices(say, 'origin', ORIGINS)}
        note={notes?.registeredIn}
        say={say}
      />
      {isBody && isOutside && (
        <Choice
          label={say('ask_mainland_body')}
          value={answers.mainlandBody}
          onChange={(value) => tell('mainlandBody', value)}
          options={choices(say, 'mainland_body', MAINLAND_BODIES)}
          note={notes?.mainlandBody}
          say={say}
        />
      )}
      {isBody && (
        <Choice
          label={say('ask_legal_representative')}
          value={answers.legalRepresentative}
          onChange={(value) => tell('legalRepresentative', value)}
          options={choices(say, 'origin', ORIGINS)}
          note={notes?.legalRepresentative}
          say={say}
        />
      )}
    </>
  );
}

export function ProvinceField({ answers, tell, facts, locale, notes, say }: Asked) {
  const options = facts.rules.provinces.map((one) => ({ value: one.id, label: one.name[locale] }));
  return (
    <Pick
      label={say('ask_province')}
      value={answers.province}
      onChange={(value) => tell('province', value)}
      options={options}
      note={notes?.province}
      say={say}
    />
  );
}

/** The access provider of the filing: asked once, as it is mostly the same for all of a person's names. */
export function ProviderField({
  suggested = null,
  ...asked
}: Asked & {
  /** The access provider whose console is open. */
  readonly suggested?: Console | null;
}) {
  const { answers, tell, facts, locale, notes, say } = asked;
  const box = useRef<HTMLDivElement>(null);
  return (
    <div ref={box}>
      <Pick
        label={say('ask_filed_with')}
        value={answers.filedWith}
        onChange={(value) => tell('filedWith', value)}
        options={providers(facts, locale, say)}
        note={notes?.filedWith}
        say={say}
      />
      {suggested && suggested.id !== answers.filedWith && (
        <p class="found">
          {say('suggested')}{' '}
          <button
            type="button"
            onClick={() => {
              tell('filedWith', suggested.id);
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

/** In: the facts. Out: the access providers that we know by name, and "another". */
export function providers(facts: Facts, locale: Locale, say: Say): Option<string>[] {
  const known = facts.rules.consoles.filter((one) => one.accessProvider);
  return [
    ...known.map((one) => ({ value: one.id, label: one.name[locale] })),
    { value: 'other', label: say('provider_other') },
  ];
}

/** In: values and the group that their words are kept under. Out: them with their words. */
export function choices<const T extends string>(say: Say, group: string, values: readonly T[]): Option<T>[] {
  return values.map((value) => ({ value, label: say(`${group}_${value.replaceAll('-', '_')}`) }));
}
