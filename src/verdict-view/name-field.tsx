/** One field for a name and for a question; it is always there. */
import { useId, useRef, useState } from 'preact/hooks';
import type { Engine } from '../domain/eligibility/engine.ts';
import { Icon } from '../ui/icon.tsx';
import { useTranslation } from '../ui/translation.ts';
import type { Screen, VerdictViewProps } from './screens.ts';

interface Props {
  readonly engine: Engine;
  readonly show: VerdictViewProps['show'];
  /** Pushes a screen; null where there are none, and only names can be asked about. */
  readonly open: ((screen: Screen) => void) | null;
  readonly screen: Screen | null;
  readonly back: () => void;
}

/** Fewer letters are no question yet. */
const LEAST = 2;

export function NameField({ engine, show, open, screen, back }: Props) {
  const { t } = useTranslation();
  const [text, setText] = useState('');
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  const isName = looksLikeName(text, engine);

  function change(next: string): void {
    setText(next);
    if (looksLikeName(next, engine) || next.trim().length < LEAST) {
      if (screen?.kind === 'search') back();
    } else open?.({ kind: 'search', query: next });
  }

  return (
    <form
      class="name-field"
      onSubmit={(event) => {
        event.preventDefault();
        if (text.trim() === '') return;
        if (isName || open === null) {
          show?.(text);
          setText('');
          // Where the field stays, the next name takes the place of this one.
          field.current?.select();
        } else if (text.trim().length >= LEAST) open?.({ kind: 'search', query: text });
      }}
    >
      <Icon name="search" />
      <label class="unseen" for={id}>
        {t('ask_label')}
      </label>
      <input
        ref={field}
        id={id}
        type="text"
        enterkeyhint={isName ? 'go' : 'search'}
        autocomplete="off"
        spellcheck={false}
        placeholder={t('ask_label')}
        value={text}
        onInput={(event) => change(event.currentTarget.value)}
      />
      {text.trim() !== '' && (
        <button type="submit" class="quiet">
          {t(isName || open === null ? 'ask_go' : 'ask_search')}
        </button>
      )}
    </form>
  );
}

/** Whether a text is meant as a name: a question has blanks, or no dot. */
function looksLikeName(text: string, engine: Engine): boolean {
  const trimmed = text.trim();
  if (trimmed === '' || /\s/.test(trimmed)) return false;
  if (!('type' in engine.read(trimmed))) return true;
  return /[.:/。]/.test(trimmed);
}
