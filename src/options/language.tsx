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
  return (
    <Pick
      label={say('options_language_label')}
      value={chosen}
      onChange={async (locale) => {
        const kept = locale === undefined ? forget(LANGUAGE_KEY) : store({ [LANGUAGE_KEY]: locale });
        if (await kept) changed();
      }}
      options={LOCALES.map((value) => ({ value, label: NAMES[value], lang: TAGS[value] }))}
      none={say('options_language_browser')}
      say={say}
    />
  );
}
