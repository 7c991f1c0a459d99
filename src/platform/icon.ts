/** The toolbar icon by suffix: Chromium matches addresses by itself, so that neither tabs nor sites are seen for it. */
import type { IconGroup } from '../core/icon.ts';
import type { SuffixStatus } from '../core/model.ts';

const SIZES = [16, 32] as const;

/** What each state looks like; the sign tells it apart where colours do not. In a square of 16. */
const LOOKS: Readonly<Record<SuffixStatus, { readonly colour: string; readonly sign: string }>> = {
  approved: { colour: '#0c6b43', sign: 'M3.6 8.4l3 3 5.8-6.2' },
  'not-approved': { colour: '#b3261e', sign: 'M4.6 4.6l6.8 6.8M11.4 4.6l-6.8 6.8' },
  uncertain: { colour: '#8a5a00', sign: 'M5.6 6a2.4 2.4 0 114 1.8c-.9.7-1.6 1.1-1.6 2.2M8 12.4v.2' },
};

/** Whether this browser can do it; elsewhere the icon stays as it is. */
export function canShowStatus(): boolean {
  return typeof chrome !== 'undefined' && chrome.declarativeContent !== undefined;
}

/** In: the groups, the longest suffixes last. Makes the browser show their icons from now on; none: the ordinary icon. */
export async function showStatus(groups: readonly IconGroup[]): Promise<void> {
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

/** White on a filled square with a light edge: to be seen on light and on dark toolbars. */
function draw(status: SuffixStatus, size: number): ImageData {
  const { colour, sign } = LOOKS[status];
  const context = new OffscreenCanvas(size, size).getContext('2d');
  if (context === null) throw new Error('This browser draws no pictures');
  context.scale(size / 16, size / 16);
  const square = new Path2D();
  square.roundRect(0.5, 0.5, 15, 15, 3.5);
  context.fillStyle = colour;
  context.fill(square);
  context.strokeStyle = '#ffffffb0';
  context.lineWidth = 1;
  context.stroke(square);
  context.strokeStyle = '#fff';
  context.lineWidth = 2.2;
  context.lineCap = 'round';
  context.lineJoin = 'round';
  context.stroke(new Path2D(sign));
  return context.getImageData(0, 0, size, size);
}
