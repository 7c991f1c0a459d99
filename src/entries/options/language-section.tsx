import { useState } from 'preact/hooks';
import { removeStored, writeStored } from '../../browser-api/storage.ts';
import { LOCALES, type Locale, NAMES, TAGS } from '../../domain/common/locale.ts';
import { LANGUAGE_KEY } from '../../storage/keys.ts';
import { SelectField } from '../../ui/controls.tsx';
import { useTranslation } from '../../ui/translation.ts';
import { Setting } from './setting.tsx';

interface Props {
  /** The language that the person chose, if any. */
  readonly chosen: Locale | undefined;
  /** Draws the page anew in the language chosen. */
  readonly changed: () => void;
}

/** The language of all pages; none chosen is the browser's. */
export function Language({ chosen, changed }: Props) {
  const { t } = useTranslation();
  const [shown, setShown] = useState(chosen);
  const [isKept, setKept] = useState(true);
  return (
    <Setting words={[t('options_language'), t('options_language_label'), ...Object.values(NAMES)]} class="language">
      <SelectField
        label={t('options_language_label')}
        value={shown}
        onChange={async (locale) => {
          setShown(locale);
          const kept = await (locale === undefined
            ? removeStored(LANGUAGE_KEY)
            : writeStored({ [LANGUAGE_KEY]: locale }));
          setKept(kept);
          if (kept) changed();
          else setShown(chosen);
        }}
        options={LOCALES.map((value) => ({ value, label: NAMES[value], lang: TAGS[value] }))}
        none={t('options_language_browser')}
      />
      {!isKept && (
        <p class="notice" role="alert">
          {t('rules_not_kept')}
        </p>
      )}
    </Setting>
  );
}
