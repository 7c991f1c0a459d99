import { useRef, useState } from 'preact/hooks';
import type { Translate } from '../i18n/translator.ts';

/** Any other name: one does not have to visit a site to ask about it. */
export function AskOther({
  label,
  show,
  t,
}: {
  readonly label: string;
  readonly show: (input: string) => void;
  readonly t: Translate;
}) {
  const [text, setText] = useState('');
  const field = useRef<HTMLInputElement>(null);
  return (
    <form
      class="other-name"
      onSubmit={(event) => {
        event.preventDefault();
        if (text.trim() === '') return;
        show(text);
        // Where the field stays, the next name takes the place of this one.
        field.current?.select();
      }}
    >
      <label>
        {label}
        <input
          ref={field}
          type="text"
          autocomplete="off"
          spellcheck={false}
          value={text}
          onInput={(event) => setText(event.currentTarget.value)}
        />
      </label>
      <button type="submit">{t('ask_go')}</button>
    </form>
  );
}
