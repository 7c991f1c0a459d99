import { useState } from 'preact/hooks';
import { canShowStatus } from '../../browser-api/action.ts';
import { writeStored } from '../../browser-api/storage.ts';
import { ICON_KEY } from '../../domain/prompts/hint-preferences.ts';
import { useTranslation } from '../../ui/translation.ts';
import { Setting } from './setting.tsx';
import { Switch } from './switch.tsx';

/**
 * Whether the toolbar icon tells what is known of a suffix. The worker sees a change, and shows it.
 */
export function ToolbarIcon({ isOn: first }: { readonly isOn: boolean }) {
  const { t } = useTranslation();
  const [isOn, setOn] = useState(first);
  const [isStored, setStored] = useState(true);
  if (!canShowStatus()) return null;
  return (
    <Setting words={[t('options_toolbar'), t('options_icon')]} class="toolbar">
      <Switch
        label={t('options_toolbar')}
        note={t('options_icon')}
        on={isOn}
        onChange={(shown) => {
          setOn(shown);
          void writeStored({ [ICON_KEY]: shown }).then(setStored);
        }}
      />
      {!isStored && (
        <p class="notice" role="alert">
          {t('answers_not_stored')}
        </p>
      )}
    </Setting>
  );
}
