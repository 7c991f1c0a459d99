/**
 * The browser's menus: of selected text, of links, of the toolbar icon. Firefox for Android has
 * none.
 */
export interface MenuItem {
  readonly id: string;
  readonly contexts: readonly ('selection' | 'link' | 'action')[];
  readonly title: string;
}

export interface MenuClick {
  readonly id: string;
  /** The selected text, if any. */
  readonly text: string;
  /** The link's address, if any. */
  readonly link: string;
  readonly tab: chrome.tabs.Tab | undefined;
}

let last: Promise<void> = Promise.resolve();

/** Puts these items, and no others of ours, into the browser's menus. */
export function showMenus(items: readonly MenuItem[]): Promise<void> {
  // One after the other: a start and a change of the language may come at once.
  last = last.then(() => replaceAll(items));
  return last;
}

/**
 * Browsers keep items over restarts, and over some updates: a second one of the same id would be an
 * error.
 */
async function replaceAll(items: readonly MenuItem[]): Promise<void> {
  const menus = menusOf();
  if (menus === undefined) return;
  await menus.removeAll();
  for (const { id, contexts, title } of items) {
    const [first, ...others] = contexts;
    if (first !== undefined) menus.create({ id, title, contexts: [first, ...others] });
  }
}

/** Calls back with what was clicked. To be registered in the first tick. */
export function onMenu(run: (click: MenuClick) => void): void {
  menusOf()?.onClicked.addListener(({ menuItemId, selectionText = '', linkUrl = '' }, tab) =>
    run({ id: String(menuItemId), text: selectionText, link: linkUrl, tab }),
  );
}

function menusOf(): typeof chrome.contextMenus | undefined {
  return chrome.contextMenus;
}
