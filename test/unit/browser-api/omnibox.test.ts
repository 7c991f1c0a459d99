import { afterEach, describe, expect, test, vi } from 'vitest';
import { onAddressBar, type Suggestions } from '../../../src/browser-api/omnibox.ts';

afterEach(() => vi.unstubAllGlobals());

/** A browser that takes each first row when it is told to, and notes what it drew. */
function fakeBrowser(isFirefox = false) {
  const drawn: string[] = [];
  const taken: (() => void)[] = [];
  const listeners: Record<string, (...args: never[]) => void> = {};
  const event = (name: string) => ({
    addListener: (listener: (...args: never[]) => void) => {
      listeners[name] = listener;
    },
  });
  vi.stubGlobal('chrome', {
    runtime: isFirefox ? { getBrowserInfo() {} } : {},
    omnibox: {
      onInputStarted: event('started'),
      onInputChanged: event('changed'),
      onInputEntered: event('entered'),
      setDefaultSuggestion({ description }: { description: string }) {
        if (isFirefox) return void drawn.push(`first: ${description}`);
        return new Promise<void>((resolve) => {
          taken.push(() => {
            drawn.push(`first: ${description}`);
            resolve();
          });
        });
      },
    },
  });
  return {
    drawn,
    type(text: string): void {
      const show = (rows: { content: string }[]) => drawn.push(`rows of ${text}: ${rows.map((row) => row.content)}`);
      listeners.changed?.(text as never, show as never);
    },
    /** Lets all promises come to rest, then has the browser take the first row that waits. */
    async take(): Promise<void> {
      await new Promise((resolve) => setImmediate(resolve));
      taken.shift()?.();
      await new Promise((resolve) => setImmediate(resolve));
    },
  };
}

async function suggest(text: string): Promise<Suggestions> {
  return { first: `of ${text}`, others: [{ text: `${text}.cn`, words: 'other' }] };
}

describe('rows of the address bar', () => {
  test('the first row comes before the others: a browser draws nothing once those are there', async () => {
    const browser = fakeBrowser();
    onAddressBar(suggest, () => {});
    browser.type('a');
    await browser.take();
    expect(browser.drawn).toEqual(['first: of a', 'rows of a: a.cn']);
  });

  test('of what is typed while the browser is busy, the last alone is said', async () => {
    const browser = fakeBrowser();
    onAddressBar(suggest, () => {});
    browser.type('a');
    await new Promise((resolve) => setImmediate(resolve));
    browser.type('ab');
    browser.type('abc');
    await browser.take();
    await browser.take();
    expect(browser.drawn).toEqual(['first: of a', 'first: of abc', 'rows of abc: abc.cn']);
  });

  test('one that fails does not silence those after it', async () => {
    const browser = fakeBrowser();
    let fail = (_: Error) => {};
    const failing = new Promise<Suggestions>((_, reject) => {
      fail = reject;
    });
    onAddressBar(
      (text) => (text === 'bad' ? failing : suggest(text)),
      () => {},
    );
    browser.type('bad');
    await new Promise((resolve) => setImmediate(resolve));
    browser.type('good');
    fail(new Error('a bug'));
    await browser.take();
    expect(browser.drawn).toContain('first: of good');
  });

  test.each([
    [false, 'first: &#60;b&#62; &#38; &#39;c&#39;'],
    [true, "first: <b> & 'c'"],
  ])('words are words: Firefox %s', async (isFirefox, drawn) => {
    const browser = fakeBrowser(isFirefox);
    onAddressBar(
      async () => ({ first: "<b> & \u0000'c'\ud800", others: [] }),
      () => {},
    );
    browser.type('x');
    await browser.take();
    expect(browser.drawn[0]).toBe(drawn);
  });

  test('a browser without keywords is left alone', () => {
    vi.stubGlobal('chrome', { runtime: {} });
    expect(() => onAddressBar(suggest, () => {})).not.toThrow();
  });
});
