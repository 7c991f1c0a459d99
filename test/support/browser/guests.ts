/** Pages that our hints are guests of. */
import type { Page } from 'puppeteer-core';
import { expect } from 'vitest';
import type { Chromium } from './chromium.ts';
import type { Firefox } from './firefox.ts';
import { formsOf } from './roots.ts';

/** Opens a page; returns it, and all that is thrown or complained of in it from the start. */
export async function openListening(
  { open }: Chromium | Firefox,
  address: string,
): Promise<{ page: Page; errors: string[] }> {
  const errors: string[] = [];
  const page = await open(address, (opened) => {
    opened.on('pageerror', (error) => errors.push(String(error)));
    opened.on('console', (message) => {
      if (/^(?:error|warn)/.test(message.type())) errors.push(message.text());
    });
  });
  return { page, errors };
}

/** Waits until a page has just so many chips; it may lie behind another. */
export async function untilChips(page: Page, count: number): Promise<void> {
  await page.waitForFunction(
    (wanted) => document.querySelectorAll('[data-icp-filing-guide=chip]').length === wanted,
    { polling: 50 },
    count,
  );
}

/**
 * Waits until our elements of a kind are those, each drawn in its form, in a page of Chromium: what
 * hangs in a page is not seen before it has its room, and cannot be pressed.
 */
export async function untilForms(page: Page, kind: Parameters<typeof formsOf>[1], forms: string[]): Promise<void> {
  await expect.poll(() => formsOf(page, kind)).toEqual(forms);
}

/**
 * Waits until so many of our elements of a kind are seen, and no more than so many others have no
 * room.
 */
export async function untilSeen(
  page: Page,
  kind: Parameters<typeof formsOf>[1],
  seen: number,
  roomless = 0,
): Promise<void> {
  const counts = async () => {
    const forms = await formsOf(page, kind);
    const without = forms.filter((form) => form === 'none').length;
    return { all: forms.length, isRoomFor: without <= roomless };
  };
  await expect.poll(counts).toEqual({ all: seen + roomless, isRoomFor: true });
}
