import { useEffect, useRef, useState } from 'preact/hooks';
import { subscribe } from '../../browser-api/storage.ts';
import { openVerdict } from '../../browser-api/tabs.ts';
import { domainAnswersKey } from '../../domain/answers/domain-answers.ts';
import { displayOf } from '../../domain/hostname/labels.ts';
import type { Ruleset } from '../../domain/ruleset/ruleset.ts';
import {
  loadAnsweredDomains,
  loadAnswers,
  removeDomainAnswers,
  restoreDomainAnswers,
} from '../../storage/stored-answers.ts';
import { useTranslation } from '../../ui/translation.ts';
import type { Done } from '../../ui/undo.tsx';
import { useListFocus } from '../../ui/use-list-focus.ts';
import { Setting } from './setting.tsx';

interface Props {
  /** Registrable domains (A-labels) that answers are kept on. */
  readonly cases: readonly string[];
  readonly rules: Ruleset;
  /** Says what was done, and how to undo it. */
  readonly note: (done: Done) => void;
}

/** The domains that answers are kept on: to look at, and to forget. */
export function SavedAnswers({ cases: kept, rules, note: noteDone }: Props) {
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
    const before = await loadAnswers(rules, domain);
    const isGone = await removeDomainAnswers(rules, domain);
    isBusy.current = false;
    setNote(isGone ? '' : t('rules_not_kept'));
    if (!isGone) return;
    noteDone({
      text: t('options_forgotten', { domain: displayOf(domain) }),
      undo: () => void restoreDomainAnswers(rules, domain, before.one).then(read),
    });
    setCases((all) => all.filter((one) => one !== domain));
    focusAfter(place);
    void read();
  }

  const count = cases.length === 0 ? t('options_cases_none') : t('kept_cases', { count: cases.length });
  return (
    <Setting words={[t('options_data'), t('options_cases'), ...cases.map(displayOf)]} class="answers">
      {/* Focus comes here when what had it is gone. */}
      <h3 tabIndex={-1}>{t('options_cases')}</h3>
      <p class="small">{count}</p>
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
    </Setting>
  );
}
