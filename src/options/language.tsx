import { useState } from 'preact/hooks';
import { NAMES, TAGS } from '../core/language.ts';
import { LOCALES, type Locale } from '../core/model.ts';
import { forget, store } from '../platform/browser.ts';
import { LANGUAGE_KEY } from '../platform/keys.ts';
import { Pick } from '../ui/controls.tsx';
import type { Say } from '../ui/say.ts';

interface Props {
  /** The language that the person chose, if any. */
  readonly chosen: Locale | undefined;
  /** Draws the page anew in the language chosen. */
  readonly changed: () => void;
  readonly say: Say;
}

/** The language of all pages; none chosen is the browser's. */
export function Language({ chosen, changed, say }: Props) {
  const [shown, setShown] = useState(chosen);
  const [isKept, setKept] = useState(true);
  return (
    <>
      <Pick
        label={say('options_language_label')}
        value={shown}
        onChange={async (locale) => {
          setShown(locale);
          const kept = await (locale === undefined ? forget(LANGUAGE_KEY) : store({ [LANGUAGE_KEY]: locale }));
          setKept(kept);
          if (kept) changed();
          else setShown(chosen);
        }}
        options={LOCALES.map((value) => ({ value, label: NAMES[value], lang: TAGS[value] }))}
        none={say('options_language_browser')}
        say={say}
      />
      {!isKept && (
        <p class="notice" role="alert">
          {say('rules_not_kept')}
        </p>
      )}
    </>
  );
}
