/**
 * Looks into the closed shadow roots of what we put into pages: only the browser's own tools can.
 */
import { cpSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page, Protocol } from 'puppeteer-core';
import { ROOT } from '../../../src/cli/load-ruleset.ts';

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
