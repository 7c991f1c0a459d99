/** Keys that the browser keeps for us; the person can change them there. Phones have none. */

/**
 * Calls back with the name of a command whose keys were pressed. To be registered in the first
 * tick.
 */
export function onCommand(run: (name: string, tab: chrome.tabs.Tab | undefined) => void): void {
  commandsOf()?.onCommand.addListener(run);
}

/** Returns the keys of a command as the browser writes them; empty where it has none. */
export async function keysOf(name: string): Promise<string> {
  const all = (await commandsOf()?.getAll()) ?? [];
  return all.find((one) => one.name === name)?.shortcut ?? '';
}

function commandsOf(): typeof chrome.commands | undefined {
  return chrome.commands;
}
