import { useState } from 'preact/hooks';
import { forgetCase } from '../case/keep.ts';
import { displayOf } from '../names/host.ts';
import { openVerdict } from '../platform/browser.ts';
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

  async function forget(domain: string, place: number): Promise<void> {
    if (!(await forgetCase(domain))) {
      setNote(say('answers_not_stored'));
      return;
    }
    setCases((all) => all.filter((one) => one !== domain));
    setNote(say('options_forgotten', { domain: displayOf(domain) }));
    focusAfter(place);
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
                onClick={() => void forget(domain, place)}
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
