import { useEffect, useState } from 'preact/hooks';
import { isPopup } from '../../browser-api/runtime.ts';
import { openPanel, panelWindow } from '../../browser-api/side-panel.ts';
import { pinDomain } from '../../storage/pinned-domain.ts';
import { Icon } from '../../ui/icon.tsx';
import { useTranslation } from '../../ui/translation.ts';

/** Puts a host beside the page, where it stays. Not there where the browser has no such place. */
export function KeepInView({ host }: { readonly host: string }) {
  const { t } = useTranslation();
  // Known before the click: a browser opens the panel only in the very turn of it.
  const [windowId, setWindowId] = useState<number | null>(null);
  const [failed, setFailed] = useState(false);
  useEffect(() => void panelWindow().then(setWindowId), []);
  if (windowId === null) return null;

  async function keep(there: number): Promise<void> {
    // The write first: the popup may be gone as soon as the panel takes the focus.
    const put = pinDomain(host);
    const opened = await openPanel(there);
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
        onClick={() => void keep(windowId)}
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
