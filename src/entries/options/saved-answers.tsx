import { useEffect, useRef, useState } from 'preact/hooks';
import { subscribe } from '../../browser-api/storage.ts';
import { openVerdict } from '../../browser-api/tabs.ts';
import { domainAnswersKey } from '../../domain/answers/domain-answers.ts';
import { displayOf } from '../../domain/hostname/labels.ts';
import { loadAnsweredDomains, removeDomainAnswers } from '../../storage/stored-answers.ts';
import { useTranslation } from '../../ui/translation.ts';
import { useListFocus } from '../../ui/use-list-focus.ts';

interface Props {
  /** Registrable domains (A-labels) that answers are kept on. */
  readonly cases: readonly string[];
}

/** The domains that answers are kept on: to look at, and to forget. */
export function SavedAnswers({ cases: kept }: Props) {
  const { t } = useTranslation();
  const [cases, setCases] = useState(kept);
  const [note, setNote] = useState('');
  const [list, focusAfter] = useListFocus<HTMLUListElement>();
  const isBusy = useRef(false);

  /**
   * Other windows answer and forget, too. Not while this one does: the line would go before the
   * focus can.
   */
  async function read(): Promise<void> {
    const now = isBusy.current ? null : await loadAnsweredDomains();
    if (now !== null && !isBusy.current) setCases(now);
  }
  useEffect(
    () =>
      subscribe(
        (key) => key.startsWith(domainAnswersKey('')),
        () => void read(),
      ),
    [],
  );

  async function forget(domain: string, place: number): Promise<void> {
    if (isBusy.current) return;
    isBusy.current = true;
    const isGone = await removeDomainAnswers(domain);
    isBusy.current = false;
    setNote(isGone ? t('options_forgotten', { domain: displayOf(domain) }) : t('rules_not_kept'));
    if (!isGone) return;
    setCases((all) => all.filter((one) => one !== domain));
    focusAfter(place);
    void read();
  }

  return (
    <>
      {cases.length === 0 && <p class="lead">{t('options_cases_none')}</p>}
      <ul class="cases" ref={list}>
        {cases.map((domain, place) => (
          <li key={domain}>
            <span>{displayOf(domain)}</span>
            <span class="actions">
              <button
                type="button"
                aria-label={t('options_forget_domain', { domain: displayOf(domain) })}
                // The second half of a double click would be on the next one.
                onClick={(event) => event.detail < 2 && void forget(domain, place)}
              >
                {t('options_forget')}
              </button>
              <button
                type="button"
                aria-label={t('options_see_domain', { domain: displayOf(domain) })}
                onClick={() => void openVerdict(domain)}
              >
                {t('options_see')}
              </button>
            </span>
          </li>
        ))}
      </ul>
      <p role="status" class="note">
        {note}
      </p>
    </>
  );
}
