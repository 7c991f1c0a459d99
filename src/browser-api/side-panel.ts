/** The side panel of Chromium and the sidebar of Firefox. Phones have neither. */
import { inTime } from './in-time.ts';

interface Beside {
  readonly sidePanel?: { open(where: { readonly windowId: number }): Promise<void> };
  readonly sidebarAction?: { open(): Promise<void> };
}

/** Whether this browser has a place beside its pages. */
export function hasPanel(): boolean {
  const { sidePanel, sidebarAction } = beside();
  return sidePanel !== undefined || sidebarAction !== undefined;
}

/**
 * Returns the window beside whose pages the panel would open, asked from this page; null where
 * there is none.
 */
export async function panelWindow(): Promise<number | null> {
  if (!hasPanel()) return null;
  try {
    const here = await inTime(chrome.windows.getCurrent());
    // Windows without tabs have no place at their side. Firefox opens it in the window that is in
    // front, and in no other.
    const there =
      here.type === 'normal' || beside().sidebarAction
        ? here
        : await inTime(chrome.windows.getLastFocused({ windowTypes: ['normal'] }));
    return there.type === 'normal' ? (there.id ?? null) : null;
  } catch {
    // No window but small ones, or no answer: the popup waits for it.
    return null;
  }
}

/**
 * Opens the panel at the side of a window, and returns whether it opened. Must be called in the
 * turn of a click or a key, with nothing awaited before.
 */
export async function openPanel(windowId: number): Promise<boolean> {
  try {
    const { sidePanel, sidebarAction } = beside();
    await (sidebarAction ? sidebarAction.open() : sidePanel?.open({ windowId }));
    return true;
  } catch {
    // The browser took it for nobody's wish, or the window is gone.
    return false;
  }
}

function beside(): Beside {
  return chrome as Beside;
}
