import { useEffect, useRef, useState } from 'preact/hooks';
import { forgetCase, readCases } from '../case/keep.ts';
import { caseKey } from '../core/case.ts';
import { displayOf } from '../names/labels.ts';
import { follow, openVerdict } from '../platform/browser.ts';
import type { Say } from '../ui/say.ts';
import { useListFocus } from '../ui/use-list-focus.ts';

interface Props {
  /** Registrable domains (A-labels) that answers are kept on. */
  readonly cases: readonly string[];
  readonly say: Say;
}

/** The domains that answers are kept on: to look at, and to forget. */
export function SavedAnswers({ cases: kept, say }: Props) {
  const [cases, setCases] = useState(kept);
  const [note, setNote] = useState('');
  const [list, focusAfter] = useListFocus<HTMLUListElement>();
  const isBusy = useRef(false);

  /** Other windows answer and forget, too. Not while this one does: the line would go before the focus can. */
  async function read(): Promise<void> {
    const now = isBusy.current ? null : await readCases();
    if (now !== null && !isBusy.current) setCases(now);
  }
  useEffect(
    () =>
      follow(
        (key) => key.startsWith(caseKey('')),
        () => void read(),
      ),
    [],
  );

  async function forget(domain: string, place: number): Promise<void> {
    if (isBusy.current) return;
    isBusy.current = true;
    const isGone = await forgetCase(domain);
    isBusy.current = false;
    setNote(isGone ? say('options_forgotten', { domain: displayOf(domain) }) : say('rules_not_kept'));
    if (!isGone) return;
    setCases((all) => all.filter((one) => one !== domain));
    focusAfter(place);
    void read();
  }

  return (
    <>
      {cases.length === 0 && <p class="lead">{say('options_cases_none')}</p>}
      <ul class="cases" ref={list}>
        {cases.map((domain, place) => (
          <li key={domain}>
            <span>{displayOf(domain)}</span>
            <span class="actions">
              <button
                type="button"
                aria-label={say('options_forget_domain', { domain: displayOf(domain) })}
                // The second half of a double click would be on the next one.
                onClick={(event) => event.detail < 2 && void forget(domain, place)}
              >
                {say('options_forget')}
              </button>
              <button
                type="button"
                aria-label={say('options_see_domain', { domain: displayOf(domain) })}
                onClick={() => void openVerdict(domain)}
              >
                {say('options_see')}
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
