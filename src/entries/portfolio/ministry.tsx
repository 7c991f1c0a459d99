import { useState } from 'preact/hooks';
import { QUERY_FILINGS } from '../../domain/eligibility/next-steps.ts';
import { displayOf } from '../../domain/hostname/labels.ts';
import { Link } from '../../ui/blocks.tsx';
import { copy } from '../../ui/copy-button.tsx';
import { useTranslation } from '../../ui/translation.ts';
import type { PlanSummary } from './worker-protocol.ts';

interface Props {
  readonly unasked: PlanSummary['unasked'];
  /** Reads what the query showed; a text that names none is about this name. */
  readonly bringBack: (text: string, about: string | undefined) => void;
}

/**
 * Names to the ministry's query, as people read them, and its answers back: it takes one at a time,
 * and asks for a picture to be solved.
 */
export function Ministry({ unasked: { count, names }, bringBack }: Props) {
  const { t } = useTranslation();
  const [asked, setAsked] = useState<string | null>(null);
  const [note, setNote] = useState('');
  const [text, setText] = useState('');
  const next = nextOf(names, asked);

  async function take(given: string, said: string): Promise<void> {
    setNote((await copy(given)) ? said : t('copy_failed'));
  }

  return (
    <details class="panel ministry">
      <summary>
        {t('ministry_title')} <span class="dim">{t('ministry_left', { count })}</span>
      </summary>
      <p class="small">{t('ministry_text')}</p>
      <p class="actions">
        {next !== '' && (
          <button
            type="button"
            class="main"
            onClick={() => {
              setAsked(next);
              void take(displayOf(next), t('ministry_copied', { name: displayOf(next) }));
            }}
          >
            {t('ministry_copy_next', { name: displayOf(next) })}
          </button>
        )}
        {count > 0 && (
          <button
            type="button"
            onClick={() => void take(names.split('\n').map(displayOf).join('\n'), t('ministry_copied_all', { count }))}
          >
            {t('ministry_copy_all')}
          </button>
        )}
        <Link url={QUERY_FILINGS} newTab={t('new_tab')}>
          {t('look_up_filing')}
        </Link>
      </p>
      <p role="status" class="small">
        {note}
      </p>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (text.trim() === '') return;
          bringBack(text, asked ?? undefined);
          setText('');
        }}
      >
        <label>
          {asked === null ? t('ministry_paste') : t('ministry_paste_of', { name: displayOf(asked) })}
          <textarea rows={3} spellcheck={false} value={text} onInput={(event) => setText(event.currentTarget.value)} />
        </label>
        <button type="submit">{t('ministry_read')}</button>
      </form>
    </details>
  );
}

/**
 * Returns the name after one in a list in order, a line each, or the first; there may be a hundred
 * thousand, so they are taken apart only once a person goes through them.
 */
function nextOf(names: string, asked: string | null): string {
  const [first = ''] = names.split('\n', 1);
  return asked === null ? first : (names.split('\n').find((name) => name > asked) ?? first);
}
