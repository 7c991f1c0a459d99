import { useState } from 'preact/hooks';
import { isPopup } from '../../browser-api/runtime.ts';
import { openPanel } from '../../browser-api/side-panel.ts';
import { pinDomain } from '../../storage/pinned-domain.ts';
import { Icon } from '../../ui/icon.tsx';
import { useTranslation } from '../../ui/translation.ts';

interface Props {
  readonly host: string;
  /** Known before the click: a browser opens the panel only in the very turn of it. */
  readonly windowId: number;
}

/** Puts a host beside the page, where it stays. */
export function KeepInView({ host, windowId }: Props) {
  const { t } = useTranslation();
  const [failed, setFailed] = useState(false);

  async function keep(): Promise<void> {
    // The write first: the popup may be gone as soon as the panel takes the focus.
    const put = pinDomain(host);
    const opened = await openPanel(windowId);
    const isDone = opened && (await put);
    setFailed(!isDone);
    if (isDone && isPopup()) window.close();
  }

  return (
    <div class="keep">
      <button
        type="button"
        class="plain"
        aria-label={t('keep_in_view')}
        title={t('keep_in_view')}
        onClick={() => void keep()}
      >
        <Icon name="panel" size={18} />
      </button>
      {failed && (
        <p class="reason" role="alert">
          {t('keep_failed')}
        </p>
      )}
    </div>
  );
}
