import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Page } from 'puppeteer-core';

const AXE = readFileSync(fileURLToPath(import.meta.resolve('axe-core/axe.min.js')), 'utf8');

/** What comes after the first entries of a long list. */
export const LATER_ENTRIES = '.lines > :nth-child(n + 6)';

/**
 * Returns what axe has to say against a page, or the part of it that a selector names, a line each:
 * its rules for WCAG 2.2 A and AA and its good practice, the size of targets too, which it leaves
 * out by itself. Of a long list the first entries are judged: the others are drawn the same, and
 * what axe does grows faster than their number. Injected by the debugger, which a page's policy
 * does not bind.
 */
export async function axeViolations(page: Page, within?: string): Promise<string[]> {
  await page.evaluate(AXE);
  return page.evaluate(
    async (selector, later) => {
      const { axe } = globalThis as unknown as {
        axe: {
          run(within: object, options: object): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }>;
        };
      };
      const { violations } = await axe.run(
        { include: [selector ?? 'html'], exclude: [later] },
        {
          rules: { 'target-size': { enabled: true } },
        },
      );
      return violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html.slice(0, 120)).join(' ')}`);
    },
    within,
    LATER_ENTRIES,
  );
}

/** Returns the attributes that automated checks read. */
export function attributesOf(page: Page): Promise<Record<string, string | undefined>> {
  return page.$eval('main', (main) => ({ ...main.dataset }));
}
