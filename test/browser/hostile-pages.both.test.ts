/** Pages that go after what we show on them: take hold of it, press it, dress it up, or trip us. */
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readTokens } from '../../scripts/build/hint-styles.ts';
import { ROOT } from '../../src/cli/load-ruleset.ts';
import { LANGUAGE_KEY } from '../../src/storage/keys.ts';
import { type Chromium, launchChromium } from '../support/browser/chromium.ts';
import { inContentWorld } from '../support/browser/content-world.ts';
import { type Firefox, launchFirefox } from '../support/browser/firefox.ts';
import { storedIn } from '../support/browser/fixtures.ts';
import { RUNS, type Run } from '../support/browser/kinds.ts';
import { copyWithOpenRoots } from '../support/browser/roots.ts';
import type { Serve } from '../support/browser/served-pages.ts';
import { borrowChromium } from '../support/browser/started.ts';
import { exceptionsOf } from '../support/browser/worlds.ts';

const PAGE = 'https://wanwang.aliyun.com/domain/hostile';
const PROMPT = '注册商未批复';
/** It means something else, and so has a card of its own. */
const OTHER = 'Incorrect domain name owner';
const SHOWN = '<p id="prompt">注册商未批复</p><ul><li>example.com</li><li>example.io</li></ul>';
const FIELDS =
  '<form id="form"><label>域名 <input id="filled" name="a"></label><label>域名 <input id="typed" name="b"></label></form><div id="late"></div>';
const HINTS = ['card', 'chip', 'pill'] as const;

function launch(
  kind: Run['kind'],
  serve: Serve,
  { extension = join(ROOT, kind === 'chromium' ? 'dist/chrome' : 'dist/firefox'), language = 'en-US' } = {},
): Promise<Chromium | Firefox> {
  const options = { extension, language, serve };
  return kind === 'chromium' ? launchChromium(options) : launchFirefox(options);
}

/** The same as it comes. */
function ordinary(kind: Run['kind'], serve: Serve): Promise<Chromium | Firefox> {
  return kind === 'chromium' ? borrowChromium({ serve }) : launchFirefox({ serve });
}

function html(head: string, body: string): { body: string } {
  return {
    body: `<!doctype html><html><head><meta charset="utf-8"><title>Hostile</title><link rel="icon" href="data:,">${head}</head><body>${body}</body></html>`,
  };
}

async function untilShown(page: Page): Promise<void> {
  for (const kind of HINTS) await page.waitForSelector(`[data-icp-filing-guide=${kind}]`);
}

/**
 * Waits for the card of a prompt that comes now: whatever was asked of the worker before was done
 * then.
 */
async function untilAnswered(page: Page): Promise<void> {
  await page.evaluate((text) => {
    const line = Document.prototype.createElement.call(document, 'p');
    line.textContent = text;
    Document.prototype.querySelector.call(document, '#late')?.append(line);
  }, OTHER);
  await page.waitForSelector('#late [data-icp-filing-guide=card]');
}

/**
 * Runs before anything of ours: takes whatever the browser gives out of our roots, and presses all
 * that is in them.
 */
const SEIZE = `<script>
const roots = new Set();
const add = (node) => { try { const root = node.getRootNode(); if (root instanceof ShadowRoot) roots.add(root); } catch {} };
const internals = [];
for (const kind of ['card', 'chip', 'note', 'pill'])
  customElements.define('icp-filing-guide-' + kind, class extends HTMLElement { constructor() { super(); internals.push(this.attachInternals()); } });
const attach = Element.prototype.attachShadow;
Element.prototype.attachShadow = function (options) { const root = attach.call(this, options); roots.add(root); return root; };
for (const type of ['mousemove', 'pointerover', 'mouseover', 'focusin', 'pointermove'])
  addEventListener(type, (event) => {
    for (const node of [event.originalTarget, event.explicitOriginalTarget, event.rangeParent, event.relatedTarget, ...event.composedPath()]) if (node) add(node);
  }, true);
function seize() {
  for (const one of internals) if (one.shadowRoot) roots.add(one.shadowRoot);
  if (window.find) for (const words of ['ICP Filing Guide', 'Don’t show again', 'Collapse', 'Close', 'Hide on this site', 'All hint settings', 'Not eligible']) {
    getSelection().removeAllRanges();
    // Some browsers find the same again and again.
    for (let times = 0; times < 20 && window.find(words); times++) { const { anchorNode } = getSelection(); if (anchorNode) add(anchorNode); }
  }
  for (const root of roots) {
    for (const type of ['keydown', 'keyup'])
      for (const one of root.querySelectorAll('*')) one.dispatchEvent(new KeyboardEvent(type, { key: 'Escape', bubbles: true }));
    for (const one of root.querySelectorAll('button, a')) {
      if (one.localName === 'a') continue;
      one.click();
      one.dispatchEvent(new PointerEvent('click', { bubbles: true, composed: true, detail: 1 }));
      document.body.append(one);
      one.click();
      one.remove();
    }
  }
  return roots.size;
}
</script>`;

describe.each(RUNS)('a page that seizes what is shown on it, in $kind', ({ kind, first }) => {
  let started: Chromium | Firefox;
  beforeAll(async () => {
    started = await ordinary(kind, () => html(SEIZE, SHOWN + FIELDS));
  });
  afterAll(async () => {
    await started?.close();
  });

  first('gets no root from its own definitions, and whatever it presses changes nothing', async () => {
    const page = await started.open(PAGE);
    await untilShown(page);
    for (const hint of HINTS) {
      const { x, y } = await page.$eval(`[data-icp-filing-guide=${hint}]`, (host) => {
        const { left, top } = host.getBoundingClientRect();
        return { x: left + 12, y: top + 10 };
      });
      await page.mouse.move(x, y);
    }
    const roots = await page.evaluate(() => (window as unknown as { seize(): number }).seize());
    // Firefox gives nodes out by its selection and its events: there it is the buttons that must
    // not be pressed.
    if (kind === 'chromium') expect(roots).toBe(0);
    else expect(roots).toBeGreaterThan(0);
    await untilAnswered(page);
    for (const hint of HINTS) expect(await page.$(`[data-icp-filing-guide=${hint}]`), hint).not.toBeNull();
    expect(Object.keys(await storedIn(started)).filter((key) => key.startsWith('hints'))).toEqual([]);
    expect((await started.browser.pages()).filter((one) => one.url().includes('/options/'))).toEqual([]);
    await page.close();
  });

  first('cannot have a verdict on what it filled in itself', async () => {
    const page = await started.open(PAGE);
    await untilShown(page);
    await page.$eval('#filled', (field) => {
      (field as HTMLInputElement).value = 'example.io';
      field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
    });
    await page.type('#typed', 'example.com');
    await page.waitForSelector('#typed + [data-icp-filing-guide=note]');
    expect(await page.$('#filled + [data-icp-filing-guide=note]')).toBeNull();
    await page.close();
  });
});

const { light } = readTokens(readFileSync(join(ROOT, 'src/ui/tokens.css'), 'utf8'));
const TOKENS = [...light.keys()];
/**
 * Whatever text inherits, and what a host could be hidden or moved by; on a light ground, which
 * hints do follow.
 */
const DRESS = `${TOKENS.map((name) => `@property --${name} { syntax: "<angle>"; inherits: false; initial-value: 7deg; }`).join('\n')}
*, :root { ${TOKENS.map((name) => `--${name}: 7deg !important;`).join(' ')} }
:root { background: white !important; }
* {
  color: rgb(1 2 3) !important; color-scheme: only dark !important; cursor: wait !important; direction: rtl !important; font: italic 900 33px/3 fantasy !important;
  font-feature-settings: "smcp" !important; font-kerning: none !important; font-variant-caps: all-small-caps !important; hyphens: manual !important;
  letter-spacing: 1em !important; line-break: anywhere !important; list-style: square inside !important; overflow-wrap: normal !important;
  pointer-events: auto !important; quotes: "x" "y" !important; tab-size: 1 !important; text-align: justify !important; text-indent: 5em !important;
  text-shadow: 1px 1px red !important; text-transform: uppercase !important; text-underline-offset: 9px !important; unicode-bidi: bidi-override !important;
  white-space: pre !important; word-break: break-all !important; word-spacing: 2em !important; -webkit-text-fill-color: lime !important;
  -webkit-text-stroke: 2px red !important; accent-color: red !important; caret-color: red !important; transition: all 99s !important;
}
@layer page { * { font-size: 44px !important; visibility: visible !important; } }
[data-icp-filing-guide], div:empty, [hidden] {
  display: none !important; position: static !important; z-index: -1 !important; opacity: .2 !important; filter: blur(3px) !important; zoom: 3 !important;
  transform: scale(3) !important; clip-path: inset(50%) !important; content-visibility: hidden !important; contain: strict !important; animation: none 9s !important;
  margin: 33px !important; padding: 33px !important; border: 9px solid red !important; background: red !important; float: right !important; visibility: collapse !important;
}`;

/**
 * Runs in a page. Returns by kind, the style of each of our elements, without what depends on where
 * it stands.
 */
function stylesOfHints(): Record<string, string[]> {
  const where =
    /^(?:--|(?:block|inline)-size$|height$|width$|(?:perspective|transform)-origin$|(?:inset|top|left|right|bottom)(?:-|$)|align-self$)/;
  const found: Record<string, string[]> = {};
  for (const host of document.querySelectorAll<HTMLElement>('[data-icp-filing-guide]')) {
    const all = [host, ...(host.shadowRoot?.querySelectorAll('*') ?? [])];
    found[host.dataset.icpFilingGuide ?? ''] = all.flatMap((one) => {
      const style = getComputedStyle(one);
      return [...style]
        .filter((name) => !where.test(name))
        .map((name) => `${one.localName}.${one.className} ${name}: ${style.getPropertyValue(name)}`);
    });
  }
  return found;
}

describe.each(RUNS)('the style of a page, in $kind', ({ kind, first }) => {
  let started: Chromium | Firefox;
  let folder: string;
  beforeAll(async () => {
    folder = copyWithOpenRoots(kind === 'chromium' ? 'chrome' : 'firefox');
    // As much room for each in both: what lies over nothing says all that it can.
    const roomy = (FIELDS + SHOWN)
      .replace('</label><label>', '</label><br><label>')
      .replace('<p ', '<p style="position: absolute; top: 620px; left: 40px; width: 700px" ')
      .replace('<ul>', '<ul style="position: absolute; top: 320px; left: 40px; width: 500px">');
    const serve: Serve = ({ search }) => html(search === '?dressed' ? `<style>${DRESS}</style>` : '', roomy);
    started = await launch(kind, serve, { extension: folder });
  });
  afterAll(async () => {
    await started?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  first('no property, inherited value or registered property of it reaches what we show', async () => {
    const styles = [];
    for (const search of ['', '?dressed']) {
      // As wide in both browsers: the signs of a dressed list need the room.
      const wide = (opened: Page) => void opened.setViewport({ width: 1100, height: 800 });
      const page = await started.open(`${PAGE}${search}`, wide);
      await untilShown(page);
      await page.focus('#typed');
      await page.keyboard.type('example.io');
      // What has no room yet, or less, looks otherwise.
      for (const [hint, drawn, count] of [
        ['note', 'div.whole', 1],
        ['card', '.card.open:not(.away)', 1],
        ['chip', 'button[data-form=word]', 2],
        ['pill', '.pill:not([data-form=none])', 1],
      ] as const)
        await expect
          .poll(async () => (await page.$$(`[data-icp-filing-guide=${hint}] >>> ${drawn}`)).length, { message: hint })
          .toBe(count);
      // The mouse may rest on what came below it.
      await page.mouse.move(0, 0);
      styles.push(await page.evaluate(stylesOfHints));
      await page.close();
    }
    const [plain = {}, dressed = {}] = styles;
    expect(Object.keys(plain).sort()).toEqual(['card', 'chip', 'note', 'pill']);
    for (const [hint, lines] of Object.entries(plain)) {
      expect(lines.length, hint).toBeGreaterThan(1000);
      expect(
        dressed[hint]?.filter((line, at) => line !== lines[at]),
        hint,
      ).toEqual([]);
      expect(dressed[hint]?.length).toBe(lines.length);
    }
  });
});

/** Families that our own pages, and other sites, ask for by name, and such as are no names. */
const FAMILIES =
  '-apple-system|BlinkMacSystemFont|Segoe UI|Roboto|PingFang SC|PingFang TC|Microsoft YaHei|Microsoft JhengHei|Noto Sans CJK SC|Noto Sans SC|Hiragino Sans|Yu Gothic UI|Meiryo|Noto Sans CJK JP|system-ui|sans-serif|ui-sans-serif|initial'.split(
    '|',
  );
const FACES = ['Control', ...FAMILIES]
  .map((name, at) => `@font-face { font-family: "${name}"; src: url("/font-${at}") format("woff2"); }`)
  .join('\n');

describe.each(RUNS)('the fonts of a page, in $kind', ({ kind, pick }) => {
  const asked: string[] = [];
  let started: Chromium | Firefox;
  beforeAll(async () => {
    const serve: Serve = ({ pathname }) => {
      if (!pathname.startsWith('/font-'))
        return html(`<style>${FACES} * { font-family: Control, monospace; }</style>`, SHOWN + FIELDS);
      asked.push(pathname);
      return { body: '', contentType: 'font/woff2' };
    };
    // There the browser's own first font has a name that pages use as well.
    started = await launch(kind, serve, { language: 'ja' });
  });
  afterAll(async () => {
    await started?.close();
  });

  test.each(pick(['zh_CN'], ['en', 'ja']))('are not asked for what we show in %s', async (locale) => {
    await started.evaluate((entry) => chrome.storage.local.set(entry), { [LANGUAGE_KEY]: locale });
    asked.length = 0;
    const page = await started.open(PAGE);
    await untilShown(page);
    await page.type('#typed', 'example.io');
    await page.waitForSelector('[data-icp-filing-guide=note]');
    // Drawn, and so with all fonts asked for.
    await page.screenshot();
    expect(asked).toEqual(['/font-0']);
    await page.close();
  });
});

/** Hides every property of a form and of the document by the names of what is in them. */
const HIDE = `<script>
const make = document.createElement.bind(document), append = Node.prototype.appendChild, form = document.querySelector('#form'), body = document.body;
const namesOf = (of) => { const names = new Set(); for (let at = of; at !== Object.prototype; at = Object.getPrototypeOf(at)) for (const name of Object.getOwnPropertyNames(at)) names.add(name); return names; };
for (const name of namesOf(form)) { const input = make('input'); input.type = 'hidden'; input.setAttribute('name', name); append.call(form, input); }
window.hidden = 0;
for (const name of namesOf(document)) {
  if (name === 'location') continue;
  const image = make('img'); image.setAttribute('name', name); image.setAttribute('id', name); append.call(body, image);
  try { if (document[name] === image) window.hidden++; } catch {}
}
</script>`;
/** What hangs in the form itself, so that it is a form that we work with. */
const IN_FORM = `<form id="form">example.io<br>注册商未批复<input id="typed" name="domain" aria-label="域名"></form><div id="late"></div>`;

describe.each(RUNS)('pages that trip scripts, in $kind', ({ kind, further }) => {
  let started: Chromium | Firefox;
  beforeAll(async () => {
    const serve: Serve = ({ pathname }) => {
      if (pathname.endsWith('/hides')) return html('', `${IN_FORM}<ul><li>example.com</li></ul>${HIDE}`);
      if (pathname.endsWith('/svg'))
        return {
          body: `<svg xmlns="http://www.w3.org/2000/svg"><text y="20">${PROMPT}</text></svg>`,
          contentType: 'image/svg+xml',
        };
      if (pathname.endsWith('/xml'))
        return { body: `<list><p>${PROMPT}</p><li>example.com</li></list>`, contentType: 'application/xml' };
      return {
        body: `<html xmlns="http://www.w3.org/1999/xhtml"><head><title>X</title></head><body>${SHOWN}<div id="late"></div></body></html>`,
        contentType: 'application/xhtml+xml',
      };
    };
    started = await ordinary(kind, serve);
  });
  afterAll(async () => {
    await started?.close();
  });

  const DIRECT = (hint: string) => `#form > [data-icp-filing-guide=${hint}]`;

  further('every property of form and document is hidden: hints come, and nothing throws', async () => {
    const exceptions: string[][] = [];
    const page = await started.open(`${PAGE}/hides`, (opened) => {
      opened.on('pageerror', (error) => exceptions.push([String(error)]));
      if (kind === 'chromium') void exceptionsOf(opened).then((found) => exceptions.push(found));
    });
    expect(await page.evaluate(() => (window as unknown as { hidden: number }).hidden)).toBeGreaterThan(100);
    const shown = (selector: string) =>
      page.waitForFunction(
        (all) => Document.prototype.querySelector.call(document, all) !== null,
        { polling: 50 },
        selector,
      );
    for (const selector of [
      DIRECT('card'),
      DIRECT('chip'),
      'li [data-icp-filing-guide=chip]',
      '[data-icp-filing-guide=pill]',
    ])
      await shown(selector);
    await page.evaluate(() => {
      const field = Document.prototype.querySelector.call(document, '#typed');
      if (field instanceof HTMLElement) HTMLElement.prototype.focus.call(field);
    });
    await page.keyboard.type('example.com');
    await shown(DIRECT('note'));
    expect(exceptions.flat()).toEqual([]);
    await page.close();
  });

  further.runIf(kind === 'chromium').each(['svg', 'xml'])('%s: left alone, and nothing throws', async (name) => {
    let exceptions: readonly string[] = [];
    const page = await started.open(`${PAGE}/${name}`, (opened) => {
      void exceptionsOf(opened).then((found) => {
        exceptions = found;
      });
    });
    // As many answers as the script would wait for before it shows something.
    for (let times = 0; times < 5; times++)
      await inContentWorld(page, `chrome.runtime.sendMessage({ kind: 'topic', topic: 'search' }).then(() => {})`);
    expect(exceptions).toEqual([]);
    expect(await page.$$('[data-icp-filing-guide]')).toEqual([]);
    await page.close();
  });

  further('XHTML is a page like another', async () => {
    const page = await started.open(`${PAGE}/xhtml`);
    await untilShown(page);
    await page.close();
  });
});
