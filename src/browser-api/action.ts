/** The toolbar icon: its picture, its title, its place. */

import type { SuffixStatus } from '../domain/ruleset/suffix.ts';
import type { IconGroup } from '../domain/ruleset/suffix-icons.ts';

const SIZES = [16, 32] as const;

/**
 * What each state looks like in a square of 16: told apart by outline and sign where colors are
 * not, as the ordinary sheet is. Each color stands off white and off the dark gray of toolbars,
 * and white off it, by 3:1 and more.
 */
const LOOKS: Readonly<
  Record<SuffixStatus, { readonly colour: string; readonly outline: string; readonly sign: string }>
> = {
  approved: {
    colour: '#1f9d5f',
    outline: 'M8 1.9a6.1 6.1 0 110 12.2 6.1 6.1 0 010-12.2z',
    sign: 'M4.4 8.3l2.6 2.6 4.6-5',
  },
  'not-approved': { colour: '#e65750', outline: 'M2.5 2.5h11v11h-11z', sign: 'M5 5l6 6M11 5l-6 6' },
  uncertain: {
    colour: '#b97a14',
    outline: 'M8 2.2L13.8 8 8 13.8 2.2 8z',
    sign: 'M6 6.1a2 2 0 113.3 1.5C8.4 8.3 8 8.7 8 9.5M8 12v.1',
  },
};

/** Whether this browser can do it; elsewhere the icon stays as it is. */
export function canShowStatus(): boolean {
  return typeof chrome !== 'undefined' && chrome.declarativeContent !== undefined;
}

/**
 * Makes the browser show the icons of the groups from now on, given with the longest suffixes last;
 * none: the ordinary icon. Chromium matches addresses by itself, so that neither tabs nor sites are
 * seen for it.
 */
export function showStatus(groups: readonly IconGroup[]): Promise<void> {
  // One after the other: of two at once, the second would find the rules of the first.
  last = last.then(() => replaceRules(groups));
  return last;
}

let last: Promise<void> = Promise.resolve();

async function replaceRules(groups: readonly IconGroup[]): Promise<void> {
  if (!canShowStatus()) return;
  const { onPageChanged, PageStateMatcher, SetIcon } = chrome.declarativeContent;
  const rules = groups.map(({ status, ends, priority }) => ({
    id: `${status} ${priority}`,
    priority,
    conditions: ends.map((end) => new PageStateMatcher({ pageUrl: { hostSuffix: end } })),
    actions: [new SetIcon({ imageData: Object.fromEntries(SIZES.map((size) => [size, draw(status, size)])) })],
  }));
  await new Promise<void>((resolve) => onPageChanged.removeRules(undefined, resolve));
  if (rules.length > 0) await new Promise<void>((resolve) => onPageChanged.addRules(rules, () => resolve()));
}

function draw(status: SuffixStatus, size: number): ImageData {
  const { colour, outline, sign } = LOOKS[status];
  const context = new OffscreenCanvas(size, size).getContext('2d');
  if (context === null) throw new Error('This browser draws no pictures');
  context.scale(size / 16, size / 16);
  context.lineCap = 'round';
  context.lineJoin = 'round';
  // Its edge makes the outline's corners round.
  context.fillStyle = colour;
  context.strokeStyle = colour;
  context.lineWidth = 3;
  context.fill(new Path2D(outline));
  context.stroke(new Path2D(outline));
  context.strokeStyle = '#fff';
  context.lineWidth = 1.9;
  context.stroke(new Path2D(sign));
  return context.getImageData(0, 0, size, size);
}

/** Sets the title of the icon on every tab that has no title of its own. */
export async function showTitle(title: string): Promise<void> {
  await chrome.action.setTitle({ title });
}

/**
 * Sets the title of the icon on the current tab, if it has this address, until the tab goes
 * elsewhere.
 */
export async function showTitleOn(address: string, title: string): Promise<void> {
  const [tab] = await chrome.tabs.query({ active: true, currentWindow: true });
  // It may have gone on since its address was asked for.
  if (tab?.id === undefined || tab.url !== address) return;
  // A tab that was closed meanwhile needs no title.
  await chrome.action.setTitle({ tabId: tab.id, title }).catch(() => {});
}

/**
 * Returns whether the person has the icon in sight on the toolbar; null where the browser does not
 * tell.
 */
export async function isPinned(): Promise<boolean | null> {
  const { isOnToolbar }: Partial<chrome.action.UserSettings> = await chrome.action.getUserSettings();
  return isOnToolbar ?? null;
}

/** Calls back when the icon may have been pinned or taken away. */
export function onPinned(run: () => void): void {
  // Young in both browsers; whoever comes back to the page sees it anyway.
  const { onUserSettingsChanged: changed }: Partial<typeof chrome.action> = chrome.action;
  changed?.addListener(run);
  addEventListener('focus', run);
}
