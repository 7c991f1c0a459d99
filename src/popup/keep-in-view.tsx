import { useEffect, useState } from 'preact/hooks';
import { putInView } from '../case/in-view.ts';
import { isPopup } from '../platform/browser.ts';
import { openPanel, panelWindow } from '../platform/panel.ts';
import type { Say } from '../ui/say.ts';

/** Puts a host beside the page, where it stays. Not there where the browser has no such place. */
export function KeepInView({ host, say }: { readonly host: string; readonly say: Say }) {
  // Known before the click: a browser opens the panel only in the very turn of it.
  const [windowId, setWindowId] = useState<number | null>(null);
  const [failed, setFailed] = useState(false);
  useEffect(() => void panelWindow().then(setWindowId), []);
  if (windowId === null) return null;

  async function keep(there: number): Promise<void> {
    // The write first: the popup may be gone as soon as the panel takes the focus.
    const put = putInView(host);
    const opened = await openPanel(there);
    const isDone = opened && (await put);
    setFailed(!isDone);
    if (isDone && isPopup()) window.close();
  }

  return (
    <div class="keep">
      <button type="button" onClick={() => void keep(windowId)}>
        {say('keep_in_view')}
      </button>
      {failed && (
        <p class="reason" role="alert">
          {say('keep_failed')}
        </p>
      )}
    </div>
  );
}
