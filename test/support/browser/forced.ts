import type { Page } from 'puppeteer-core';

/**
 * Shows a page in the system's few colors, as in a high-contrast mode. Puppeteer has no way of its
 * own for it.
 */
export async function forceColours(page: Page): Promise<void> {
  const session = await page.createCDPSession();
  await session.send('Emulation.setEmulatedMedia', { features: [{ name: 'forced-colors', value: 'active' }] });
}
