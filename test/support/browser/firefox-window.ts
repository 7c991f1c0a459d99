/**
 * What a person does outside of pages, done in Firefox's own window: its toolbar, its menus, its
 * keys, its sidebar.
 */
import type { Browser } from 'puppeteer-core';

export interface FirefoxWindow {
  /** Clicks the toolbar icon for the tab in front. */
  clickIcon(): Promise<void>;
  /** Clicks at a place in the popup that is open, as a hand would. */
  clickInPopup(x: number, y: number): Promise<void>;
  /** Presses the keys of a command, given their letter. */
  pressKeys(letter: string): Promise<void>;
  /** Puts the icon on the toolbar, or back into the menu of extensions. */
  pin(onToolbar: boolean): Promise<void>;
  /**
   * Chooses an item of ours in the menu of the icon, which must be on the toolbar. Returns all of
   * our items.
   */
  chooseInIconMenu(label: string): Promise<string[]>;
  /** Returns whether our sidebar is open. */
  hasSidebar(): Promise<boolean>;
}

export interface Connection {
  send(method: string, params: object): Promise<{ readonly result: unknown }>;
}

/**
 * Returns the window of a Firefox that was started with `--remote-allow-system-access`. `id` is the
 * extension's.
 */
export async function windowOf(browser: Browser, id: string): Promise<FirefoxWindow> {
  // Puppeteer shows pages only; the protocol below it shows the window too.
  const { connection } = browser as unknown as { readonly connection: Connection };
  const tree = await connection.send('browsingContext.getTree', { 'moz:scope': 'chrome' });
  const { contexts } = tree.result as { readonly contexts: readonly { readonly context: string }[] };
  const context = contexts[0]?.context;
  if (context === undefined) throw new Error('Firefox has no window');

  /**
   * Runs the body of an async function that knows `extension` and `api`. Returns what it returned.
   */
  async function run(body: string): Promise<unknown> {
    const expression = `(async () => {
      const { extension } = WebExtensionPolicy.getByID(${JSON.stringify(id)});
      const api = extension.apiManager.global;
      ${body}
    })().then((value) => JSON.stringify(value ?? null))`;
    const { result } = await connection.send('script.evaluate', {
      expression,
      target: { context },
      awaitPromise: true,
    });
    const done = result as {
      readonly type: string;
      readonly result?: { readonly value: string };
      readonly exceptionDetails?: { readonly text: string };
    };
    if (done.type !== 'success') throw new Error(`Firefox's window: ${done.exceptionDetails?.text}`);
    return JSON.parse(done.result?.value ?? 'null');
  }

  return {
    async clickIcon() {
      await run('api.browserActionFor(extension).triggerAction(window);');
    },
    async clickInPopup(x, y) {
      await run(`
        const { left, top } = document.querySelector('.webextension-popup-browser').getBoundingClientRect();
        for (const type of ['mousemove', 'mousedown', 'mouseup'])
          window.synthesizeMouseEvent(type, left + ${x}, top + ${y}, { button: 0, clickCount: 1 }, {});`);
    },
    async pressKeys(letter) {
      await run(`
        const key = document.querySelector('keyset[id^="ext-keyset-id"] key[key="${letter}"]');
        if (key === null) throw new Error('No command has the letter ${letter}');
        key.doCommand();`);
    },
    async pin(onToolbar) {
      await run(`
        const { id } = api.browserActionFor(extension);
        const { AREA_NAVBAR, AREA_ADDONS } = CustomizableUI;
        CustomizableUI.addWidgetToArea(id, ${onToolbar} ? AREA_NAVBAR : AREA_ADDONS);`);
    },
    async chooseInIconMenu(label) {
      return (await run(`
        const { id } = api.browserActionFor(extension);
        const button = CustomizableUI.getWidget(id).forWindow(window).node;
        const menu = document.getElementById('toolbar-context-menu');
        const shown = new Promise((resolve) => menu.addEventListener('popupshown', resolve, { once: true }));
        const { left, top, width, height } = button.getBoundingClientRect();
        window.synthesizeMouseEvent('contextmenu', left + width / 2, top + height / 2, { button: 2, clickCount: 1 }, {});
        await shown;
        const ours = [...menu.querySelectorAll('menuitem[label]')].filter((item) => /^icp-filing-guide.*-menuitem-/.test(item.id));
        const labels = ours.map((item) => item.label);
        const item = ours.find((one) => one.label === ${JSON.stringify(label)});
        if (item) menu.activateItem(item);
        else menu.hidePopup();
        return labels;`)) as string[];
    },
    async hasSidebar() {
      return (await run(`
        return SidebarController.isOpen && SidebarController.currentID === api.sidebarActionFor(extension).id;`)) as boolean;
    },
  };
}
