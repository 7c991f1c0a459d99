/**
 * Below a console's message on real-name verification: from which day a filing can be submitted, as
 * far as the page tells, and by the day that a person gives.
 */
import { useState } from 'preact/hooks';
import { answersFor, type DomainAnswers, EMPTY } from '../domain/answers/domain-answers.ts';
import { addDays, type Day, dayOf } from '../domain/common/days.ts';
import { TAGS } from '../domain/common/locale.ts';
import type { Domain } from '../domain/hostname/domain.ts';
import { sayFromApproval, sayFromRegistration } from '../i18n/submit-days.ts';
import { type AllStoredAnswers, saveAnswer } from '../storage/stored-answers.ts';
import { useTranslation } from '../ui/translation.ts';
import { WholeDates } from '../ui/whole-dates.tsx';
import type { VerdictViewProps } from './screens.ts';

/** Days that are one click: whoever is told to wait was verified lately. */
const AGO = [0, 1];

interface Props extends VerdictViewProps {
  /** The one domain that the page is about; null where it names none, or several. */
  readonly domain: Domain | null;
  readonly stored: AllStoredAnswers;
  /** Reads what is stored anew. */
  readonly reload: () => void;
}

export function ApprovalDay({ domain, stored, reload, facts, page, note }: Props) {
  const { locale, t } = useTranslation();
  const today = dayOf(new Date());
  const one: DomainAnswers = (domain && stored.cases.get(domain.registrable)) ?? EMPTY;
  const answers = answersFor(stored.profile, one, domain?.host ?? '');
  const [given, setGiven] = useState<Day | undefined>(answers.realNameOn);
  const told = page?.records.find((record) => record.domain === domain?.registrable)?.reading.records ?? [];
  const day = given ?? told.find(({ realNameOn }) => realNameOn !== null)?.realNameOn ?? undefined;
  const registeredOn =
    answers.registeredOn ?? told.find((record) => record.registeredOn !== null)?.registeredOn ?? null;
  const said =
    day === undefined
      ? sayFromRegistration({ ...answers, ...(registeredOn === null ? {} : { registeredOn }) }, facts, today, t)
      : sayFromApproval(day, facts, today, t);

  async function keep(value: Day | undefined): Promise<void> {
    setGiven(value);
    // Of several domains nobody knows which is meant: the day counts here, and is not kept.
    if (domain === null) return;
    await saveAnswer(facts.rules, domain.registrable, domain.host, 'realNameOn', value);
    reload();
  }

  function give(value: Day): void {
    if (value === given) return;
    if (domain !== null)
      note({ text: t('answer_saved', { answer: t('answer_name_real_name_on') }), undo: () => void keep(given) });
    void keep(value);
  }

  const name = (ago: number) => {
    const word = new Intl.RelativeTimeFormat(TAGS[locale], { numeric: 'auto' }).format(-ago, 'day');
    return word.charAt(0).toLocaleUpperCase(TAGS[locale]) + word.slice(1);
  };
  return (
    <fieldset class="approval" data-asks="realNameOn">
      <legend>{t('approved_ask')}</legend>
      <p class="chips">
        {AGO.map((ago) => (
          <button
            key={ago}
            type="button"
            data-value={ago}
            aria-pressed={day === addDays(today, -ago)}
            onClick={() => give(addDays(today, -ago))}
          >
            {name(ago)}
          </button>
        ))}
        <input
          type="date"
          aria-label={t('ask_real_name_on')}
          value={day ?? ''}
          min="1985-01-01"
          max={today}
          onChange={({ currentTarget }) => {
            if (currentTarget.validity.valid && currentTarget.value !== '') give(currentTarget.value);
          }}
        />
      </p>
      <p role="status" data-part="submit-from">
        <WholeDates text={said.join(' ')} />
      </p>
    </fieldset>
  );
}
