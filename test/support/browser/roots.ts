/**
 * Looks into the closed shadow roots of what we put into pages: only the browser's own tools can.
 */
import { cpSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page, Protocol } from 'puppeteer-core';
import { ROOT } from '../../../src/cli/load-ruleset.ts';

/** Milliseconds in which what is waited for must be so, and between two looks. */
const LONGEST = 90_000;
const PAUSE = 50;
const CLOSED = /mode:([`'"])closed\1/;

/**
 * Runs a function that needs nothing but itself on the root of each of our elements of a kind, in a
 * page of Chromium. Returns what it returned for each.
 */
export async function inRoots<T>(page: Page, name: string, run: (root: ShadowRoot) => T): Promise<T[]> {
  const cdp = await page.createCDPSession();
  try {
    const { root } = await cdp.send('DOM.getDocument', { depth: -1, pierce: true });
    const results: T[] = [];
    for (const node of rootsBelow(root, name)) {
      const { object } = await cdp.send('DOM.resolveNode', { backendNodeId: node.backendNodeId });
      const { result, exceptionDetails } = await cdp.send('Runtime.callFunctionOn', {
        objectId: object.objectId as string,
        functionDeclaration: `function () { return (${run})(this); }`,
        returnByValue: true,
      });
      if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
      results.push(result.value);
    }
    return results;
  } finally {
    await cdp.detach();
  }
}

/**
 * Returns the form in which each of our elements of a kind is drawn, in the order of the page;
 * `none`: it is not seen, as no room was found yet, or there is none.
 */
export function formsOf(page: Page, kind: 'card' | 'chip' | 'pill'): Promise<string[]> {
  return inRoots(page, `[data-icp-filing-guide=${kind}]`, (root) => {
    const drawn = root.querySelector<HTMLElement>('.card, button[data-form], .panel');
    if (drawn === null || !drawn.checkVisibility({ visibilityProperty: true })) return 'none';
    return drawn.dataset.form ?? drawn.className.replace('card ', '');
  });
}

/**
 * Presses the first chip of a tone once it is seen, and waits until what it says is open. Its root
 * is closed: only the place tells it. Throws where there is none, or it does not open.
 */
export async function openChip(page: Page, tone: string): Promise<void> {
  await page.bringToFront();
  const chips = () =>
    inRoots(page, '[data-icp-filing-guide=chip]', (root) => {
      const button = root.querySelector('button');
      const { left = 0, top = 0, height = 0 } = button?.getBoundingClientRect() ?? {};
      return {
        tone: (root.host as HTMLElement).dataset.tone,
        isSeen: height > 0 && button?.dataset.form !== 'none',
        isOpen: root.querySelector(':popover-open') !== null,
        x: left + 8,
        y: top + height / 2,
      };
    });
  async function untilIt(what: 'isSeen' | 'isOpen'): Promise<{ readonly x: number; readonly y: number }> {
    for (const deadline = performance.now() + LONGEST; ; ) {
      const all = await chips();
      const chip = all.find((one) => one.tone === tone);
      if (chip?.[what]) return chip;
      if (performance.now() > deadline) throw new Error(`No chip of tone ${tone} ${what}: ${JSON.stringify(all)}`);
      await new Promise((resolve) => setTimeout(resolve, PAUSE));
    }
  }
  const { x, y } = await untilIt('isSeen');
  await page.mouse.click(x, y);
  await untilIt('isOpen');
}

function rootsBelow(node: Protocol.DOM.Node, name: string): Protocol.DOM.Node[] {
  const { attributes = [] } = node;
  const kind = attributes[attributes.indexOf('data-icp-filing-guide') + 1];
  const own = name === `[data-icp-filing-guide=${kind}]` ? (node.shadowRoots ?? []) : [];
  const children = [...(node.children ?? []), ...(node.contentDocument ? [node.contentDocument] : [])];
  return [...own, ...children.flatMap((child) => rootsBelow(child, name))];
}

/**
 * Returns a folder with a copy of a build whose roots pages can look into; whoever asks removes it.
 */
export function copyWithOpenRoots(build: 'chrome' | 'firefox'): string {
  const folder = mkdtempSync(join(tmpdir(), 'icp-filing-guide-'));
  cpSync(join(ROOT, 'dist', build), folder, { recursive: true });
  const script = join(folder, 'src/entries/content/main.iife.js');
  const text = readFileSync(script, 'utf8');
  if (!CLOSED.test(text)) throw new Error('The content script makes no closed roots.');
  writeFileSync(script, text.replace(CLOSED, 'mode:"open"'));
  return folder;
}
