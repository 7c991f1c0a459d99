import type { Frame, Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Chromium } from '../support/browser/chromium.ts';
import { type Firefox, launchFirefox } from '../support/browser/firefox.ts';
import { RUNS } from '../support/browser/kinds.ts';
import { borrowChromium } from '../support/browser/started.ts';

const PAGE = 'https://wanwang.aliyun.com/domain/editor';
/** Three that mean something else each, so that each has a card of its own. */
const PROMPT = '注册商未批复';
const OTHER = 'Incorrect domain name owner';
const THIRD = 'Invalid product information.';
const CARD = '[data-icp-filing-guide=card]';

const BODY = `<div id="editor"><p id="prompt">${PROMPT}</p><p id="row">example.io</p><p><input id="field" aria-label="域名"></p></div><div id="late"></div>`;
const page = (body: string) => ({
  body: `<!doctype html><html><head><meta charset="utf-8"><title>Editor</title><link rel="icon" href="data:,"></head><body>${body}</body></html>`,
});

/**
 * Runs in a document. Returns a function that tells what of ours came into the part that is edited
 * while it was, or is in its text as the page takes it.
 */
function watchEditor(selector: string): void {
  const own = window as unknown as { foundIn: string[]; isEdited: boolean };
  own.foundIn = [];
  own.isEdited = false;
  const editor = document.querySelector(selector) as HTMLElement;
  new MutationObserver((records) => {
    for (const { addedNodes } of records)
      for (const node of addedNodes)
        if (own.isEdited && node instanceof Element && node.hasAttribute('data-icp-filing-guide'))
          own.foundIn.push(node.outerHTML);
  }).observe(editor, { childList: true, subtree: true });
}

/**
 * Ways to edit what is there: how they begin and end in a document. `at` is what the page takes the
 * text of.
 */
const WAYS = [
  {
    name: 'contenteditable',
    at: '#editor',
    begin: () => document.querySelector('#editor')?.setAttribute('contenteditable', 'true'),
    end: () => document.querySelector('#editor')?.removeAttribute('contenteditable'),
  },
  {
    name: 'contenteditable by its property, plain text, on the body',
    at: 'body',
    begin: () => {
      document.body.contentEditable = 'plaintext-only';
    },
    end: () => {
      document.body.contentEditable = 'inherit';
    },
  },
  {
    name: 'contenteditable around a part that is not',
    at: '#editor',
    begin: () => {
      document.querySelector('#prompt')?.setAttribute('contenteditable', 'false');
      document.querySelector('#row')?.setAttribute('contenteditable', 'false');
      document.querySelector('#editor')?.setAttribute('contenteditable', '');
    },
    end: () => document.querySelector('#editor')?.removeAttribute('contenteditable'),
  },
  {
    name: 'designMode',
    at: 'html',
    begin: () => {
      document.designMode = 'on';
    },
    end: () => {
      document.designMode = 'off';
    },
  },
] as const;

describe.each(RUNS)('editors in $kind', ({ kind, first, further, pick }) => {
  let started: Chromium | Firefox;
  beforeAll(async () => {
    const serve = ({ pathname }: URL) => page(pathname.endsWith('/frames') ? '<div id="late"></div>' : BODY);
    const options = { serve };
    started = kind === 'chromium' ? await borrowChromium({ serve }) : await launchFirefox({ ...options });
  });
  afterAll(async () => {
    await started?.close();
  });

  const ours = (where: Page | Frame, selector: string) =>
    where.$eval(selector, (editor) => /icp-filing-guide/.test(editor.outerHTML));
  /** Waits without a task of the page's own in between that could be the one that makes us look. */
  const untilClean = (where: Page | Frame, selector: string) =>
    where.waitForFunction(
      (at) => !/icp-filing-guide/.test(document.querySelector(at)?.outerHTML ?? ''),
      { polling: 50 },
      selector,
    );
  const add = (where: Page | Frame, text: string, into: string) =>
    where.evaluate(
      (words, at) => {
        const line = document.createElement('p');
        line.textContent = words;
        document.querySelector(at)?.append(line);
      },
      text,
      into,
    );

  test.each(pick<(typeof WAYS)[number]>([WAYS[0]], WAYS.slice(1)))(
    '$name: what is edited from some moment on loses what we showed, and gets nothing',
    async ({ name, at, begin, end }) => {
      const opened = await started.open(PAGE);
      await opened.waitForSelector(`#prompt ${CARD}`);
      await opened.waitForSelector('#row [data-icp-filing-guide=chip]');
      await opened.type('#field', 'example.com');
      await opened.waitForSelector('[data-icp-filing-guide=note]');
      await opened.evaluate(watchEditor, at);
      await opened.evaluate(begin);
      // Of an attribute we are told before the page's next task; of the mode of a document by
      // nobody, so we look ourselves.
      if (name === 'designMode') await untilClean(opened, at);
      expect(await ours(opened, at)).toBe(false);
      await opened.evaluate(() => {
        (window as unknown as { isEdited: boolean }).isEdited = true;
      });
      await add(opened, OTHER, '#editor');
      if (at === '#editor') {
        // Read in the same round as what is edited.
        await add(opened, THIRD, '#late');
        await opened.waitForSelector(`#late ${CARD}`);
      }
      await opened.evaluate(() => {
        (window as unknown as { isEdited: boolean }).isEdited = false;
      });
      expect(await ours(opened, at)).toBe(false);
      await opened.evaluate(end);
      await opened.waitForFunction(
        (card) => document.querySelectorAll(`#editor ${card}`).length === 2,
        { polling: 50 },
        CARD,
      );
      expect(await opened.evaluate(() => (window as unknown as { foundIn: string[] }).foundIn)).toEqual([]);
      await opened.close();
    },
  );

  first('a document in design mode loses what we showed when somebody goes into it', async () => {
    const opened = await started.open(PAGE);
    await opened.waitForSelector(`#prompt ${CARD}`);
    // Long before the next look by itself.
    expect(
      await opened.evaluate(() => {
        document.designMode = 'on';
        const before = /icp-filing-guide/.test(document.documentElement.outerHTML);
        return new Promise<boolean[]>((resolve) => {
          document.addEventListener(
            'selectionchange',
            () => resolve([before, /icp-filing-guide/.test(document.documentElement.outerHTML)]),
            { once: true },
          );
          const row = document.querySelector('#row');
          getSelection()?.collapse(row, 0);
        });
      }),
    ).toEqual([true, false]);
    await opened.close();
  });

  first.runIf(kind === 'chromium')('user-modify, in a sheet', async () => {
    const opened = await started.open(PAGE);
    await opened.waitForSelector(`#prompt ${CARD}`);
    await opened.evaluate(() =>
      document.querySelector<HTMLElement>('#editor')?.style.setProperty('-webkit-user-modify', 'read-write'),
    );
    await untilClean(opened, '#editor');
    await opened.close();
  });

  further.each([
    ['a blank frame that is written into', 'write'],
    ['a frame with a document of its own', 'srcdoc'],
  ])(
    '%s, in design mode from the start: nothing is in what it is saved as, until it is no editor any more',
    async (_, way) => {
      const opened = await started.open(`${PAGE}/frames`);
      await opened.evaluate(
        async (how, text) => {
          const frame = document.createElement('iframe');
          frame.style.cssText = 'width: 600px; height: 300px';
          const content = `<!doctype html><meta charset="utf-8"><body><div id="editor"><p>${text}</p></div></body>`;
          const loaded = new Promise((resolve) => frame.addEventListener('load', resolve, { once: true }));
          if (how === 'srcdoc') frame.srcdoc = content;
          document.body.append(frame);
          if (how === 'write') {
            frame.contentDocument?.open();
            frame.contentDocument?.write(content);
            frame.contentDocument?.close();
          }
          await loaded;
          if (frame.contentDocument) frame.contentDocument.designMode = 'on';
        },
        way,
        PROMPT,
      );
      const frame = opened.frames().find((one) => one !== opened.mainFrame());
      if (frame === undefined) throw new Error('no frame');
      await frame.evaluate(watchEditor, 'html');
      await frame.evaluate(() => {
        (window as unknown as { isEdited: boolean }).isEdited = true;
      });
      // The top page is read later than the frame, and so has its card later.
      await add(opened, OTHER, '#late');
      await opened.waitForSelector(`#late ${CARD}`);
      expect(await ours(frame, 'html')).toBe(false);
      await frame.evaluate(() => {
        (window as unknown as { isEdited: boolean }).isEdited = false;
        document.designMode = 'off';
      });
      // It was read, and all that kept the card away was the editor.
      await frame.waitForSelector(`#editor ${CARD}`);
      expect(await frame.evaluate(() => (window as unknown as { foundIn: string[] }).foundIn)).toEqual([]);
      await frame.evaluate(() => {
        document.designMode = 'on';
      });
      await untilClean(frame, 'html');
      await opened.close();
    },
  );
});
