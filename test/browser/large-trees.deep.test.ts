/**
 * What is found in a page whose text is asked about in runs of elements is what is found where each
 * of its texts is asked about.
 */
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { build } from 'vite';
import { beforeAll, expect, test } from 'vitest';
import { ROOT } from '../../src/cli/load-ruleset.ts';
import { patternsOf } from '../../src/domain/prompts/console-prompts.ts';
import { matcherSource, prefilterSources, runSources } from '../../src/domain/prompts/prompt-matcher.ts';
import type * as Reading from '../support/browser/reading-in-page.ts';
import { startChromium } from '../support/browser/started.ts';
import { rules } from '../support/shipped-ruleset.ts';

const console = rules.consoles.find(({ id }) => id === 'aliyun');
if (!console) throw new Error('no aliyun');
const patterns = patternsOf(rules, console).filter(({ anchors }) =>
  anchors.some((one) => /^\p{Script=Han}/u.test(one)),
);
const SOURCES = {
  patterns: patterns.map(({ id, guidance }) => ({ id, guidance })),
  prompts: matcherSource(patterns),
  texts: prefilterSources(patterns),
  runs: runSources(patterns, []),
  says: [...new Set(patterns.map(({ says }) => says))].filter((says) => !says.includes('…')),
};
const SEEDS = Array.from({ length: 12 }, (_, index) => index + 1);

const chromium = startChromium({
  serve: () => ({
    body: '<!doctype html><meta charset="utf-8"><title>Trees</title><link rel="icon" href="data:,"><div id="late" hidden></div>',
  }),
});

let code: string;
beforeAll(async () => {
  const built = await build({
    configFile: false,
    logLevel: 'silent',
    build: {
      write: false,
      minify: false,
      lib: {
        entry: join(ROOT, 'test/support/browser/reading-in-page.ts'),
        formats: ['iife'],
        name: 'reading',
        fileName: 'reading',
      },
    },
  });
  const [first] = Array.isArray(built) ? built : [built];
  if (!first || !('output' in first)) throw new Error('Nothing was built.');
  code = first.output[0].code;
});

interface InPage {
  /** Lets a page grow by generated trees; the same seed makes the same. */
  grow(seed: number): void;
  /** Moves, takes away and adds a little. */
  disturb(): void;
  /** Makes the page a list whose last row alone is a prompt. */
  list(rows: number): void;
  /** Has every slice end after its first step, and run something before; returns the way back. */
  slow(before: () => void): () => void;
  /** Reads the page; returns what it holds on to by now, and how many runs were passed over. */
  read(isPlain: boolean): { found(): string[]; passed(): number; readonly done: Promise<void>; stop(): void };
}

async function openTree(): Promise<Page> {
  const page = await chromium().open('https://www.example.com/');
  await page.evaluate(code);
  await page.evaluate(prepare, SOURCES);
  return page;
}

/** Runs in the page. */
function prepare(sources: typeof SOURCES): void {
  const { readPage, matcherOf, prefilterOf, namesIn, MAY_NAME } = (globalThis as unknown as { reading: typeof Reading })
    .reading;
  let state = 0;
  const below = (most: number): number => {
    state = (Math.imul(state ^ (state >>> 15), 0x2c1b3c6d) + 0x9e3779b9) | 0;
    return (state >>> 0) % most;
  };
  const pick = <T>(all: ArrayLike<T>): T => all[below(all.length)] as T;
  const place = document.querySelector('#late') as HTMLElement;
  const element = (name: string, ...children: (Node | string)[]) => {
    const made = document.createElement(name);
    made.append(...children);
    return made;
  };

  /** A text in pieces, in elements that a sentence runs through, with blanks or breaks between. */
  function* split(text: string, isChinese: boolean): Generator<Node | string> {
    for (let at = 0; at < text.length; ) {
      const to = at + 1 + below(pick([1, 3, 12]));
      const piece = text.slice(at, to);
      at = to;
      const name = pick(['', 'b', 'span', 'a', 'i']);
      yield name === '' ? piece : pick([0, 0, 1]) ? element('span', element(name, piece)) : element(name, piece);
      if (isChinese) yield pick<() => Node | string>([() => '', () => ' ', () => '\n      ', () => element('br')])();
    }
  }

  function message(): Node[] {
    const name = pick(['div', 'p', 'td', 'li', 'section']);
    const says = pick(sources.says);
    const text = pick([says, says, 'shop.example.com', '.io', 'example.cn']);
    return [element(name, ...split(text, text === says))];
  }

  function row(): Node {
    const text = `row ${below(1000)} of a long list`;
    const kind = below(12);
    if (kind === 0)
      return element('tr', element('td', element('span', text)), element('td', pick(['', '已启用', 'a 1'])));
    if (kind === 1) return element('script', '/* 域 */');
    if (kind === 2) return element('p', text, element('br'), text);
    if (kind === 3) return document.createTextNode(pick(['\n  ', ' 1.5 ', text]));
    return element(pick(['li', 'div', 'p']), text);
  }

  function fill(into: Node, rows: number, messages: number): void {
    const at = new Set(Array.from({ length: messages }, () => below(rows)));
    for (let index = 0; index < rows; index++)
      for (const node of at.has(index) ? message() : [row()]) into.appendChild(node);
  }

  const inPage: InPage = {
    grow(seed) {
      state = seed;
      place.replaceChildren();
      fill(place, 1500 + below(600), 1 + below(3));
      let deep = place;
      for (let levels = 0; levels < 700; levels++) {
        const inner = element('div', pick(['', 'deep']));
        deep.append(inner);
        deep = inner;
      }
      fill(deep, 20, 1);
      const host = element('div');
      fill(host.attachShadow({ mode: 'open' }), 700, 2);
      place.append(host);
    },
    disturb() {
      const all = [...place.children].filter(({ shadowRoot }) => shadowRoot === null);
      const [one, other] = [pick(all), pick(all)];
      pick([
        () => one.remove(),
        () => other.before(one),
        () => place.append(one),
        () => place.prepend(one),
        () => one.replaceWith(...one.childNodes),
        () => other.before(...message()),
        () => other.before(row()),
        () => place.normalize(),
      ])();
    },
    list(rows) {
      place.replaceChildren();
      for (let index = 0; index < rows; index++) place.append(element('li', `row ${index}`));
      place.append(element('li', pick(sources.says)), element('div'));
      place.lastElementChild?.attachShadow({ mode: 'open' });
    },
    slow(before) {
      const { requestIdleCallback: whenIdle } = globalThis;
      // It takes no time at all.
      let asked = 0;
      performance.now = () => (asked++ === 1 ? 5 : 0);
      const { port1, port2 } = new MessageChannel();
      let slice: IdleRequestCallback;
      port1.onmessage = () => {
        before();
        asked = 0;
        slice({ didTimeout: false, timeRemaining: () => 0 });
      };
      globalThis.requestIdleCallback = (run) => {
        slice = run;
        port2.postMessage(null);
        return 0;
      };
      return () => {
        globalThis.requestIdleCallback = whenIdle;
        Reflect.deleteProperty(performance, 'now');
      };
    },
    read(isPlain) {
      const match = matcherOf(sources.prompts, sources.patterns);
      const held = new Map<Node, string>();
      let passed = 0;
      let finish: () => void;
      const done = new Promise<void>((resolve) => {
        finish = resolve;
      });
      const mayWant = prefilterOf(sources.runs, [MAY_NAME]);
      const reader = readPage(document, {
        wants: prefilterOf(sources.texts, [MAY_NAME]),
        mayWant(text) {
          const is = isPlain || mayWant(text);
          if (!is) passed++;
          return is;
        },
        tell(block, pieces) {
          const found = [
            ...match(pieces).map(({ pattern }) => pattern.guidance),
            ...namesIn(pieces).map(({ name }) => name),
          ];
          if (found.length > 0) held.set(block, `${pieces.map(({ text }) => text).join('')}: ${found}`);
          else held.delete(block);
          return found.length > 0;
        },
        changed: () => finish(),
      });
      return {
        found: () => [...held.values()].sort(),
        passed: () => passed,
        done,
        stop: () => reader.stop(),
      };
    },
  };
  Object.assign(globalThis, { inPage });
}

test('generated trees', async () => {
  const page = await openTree();
  const results = await page.evaluate(async (seeds) => {
    const { inPage } = globalThis as unknown as { inPage: InPage };
    const results = [];
    for (const seed of seeds) {
      inPage.grow(seed);
      const readers = [inPage.read(true), inPage.read(false)] as const;
      await Promise.all(readers.map(({ done }) => done));
      const [plain, inRuns] = readers;
      results.push({ plain: plain.found(), found: inRuns.found(), passed: inRuns.passed() });
      for (const reader of readers) reader.stop();
    }
    return results;
  }, SEEDS);
  for (const { plain, found } of results) expect(found).toEqual(plain);
  expect(results.filter(({ passed }) => passed > 0).length).toBe(SEEDS.length);
  expect(results.flatMap(({ found }) => found).length).toBeGreaterThan(3 * SEEDS.length);
  await page.close();
});

test('a page that changes between any two steps', async () => {
  const page = await openTree();
  const results = await page.evaluate(
    async (seeds) => {
      const { inPage } = globalThis as unknown as { inPage: InPage };
      const results = [];
      for (const seed of seeds) {
        inPage.grow(seed);
        let changes = 0;
        const back = inPage.slow(() => {
          if (changes++ < 100) inPage.disturb();
        });
        const reader = inPage.read(false);
        await reader.done;
        back();
        const plain = inPage.read(true);
        await plain.done;
        const expected = plain.found();
        // What changed last is read in a round of its own.
        for (let turns = 0; turns < 100 && reader.found().join('\n') !== expected.join('\n'); turns++)
          await new Promise(requestAnimationFrame);
        results.push({ found: reader.found(), expected, changes });
        for (const one of [reader, plain]) one.stop();
      }
      return results;
    },
    SEEDS.slice(0, 6),
  );
  for (const { found, expected, changes } of results) {
    expect(changes).toBeGreaterThan(20);
    expect(found).toEqual(expected);
  }
  await page.close();
});

test.each([true, false])(
  'what was just read is taken away: what follows it is read (each text: %s)',
  async (isPlain) => {
    const page = await openTree();
    const found = await page.evaluate(async (plain) => {
      const { inPage } = globalThis as unknown as { inPage: InPage };
      inPage.list(2000);
      let times = 0;
      const back = inPage.slow(() => {
        if (times++ < 20) for (const row of [...document.querySelectorAll('li')].slice(0, 40)) row.remove();
      });
      const reader = inPage.read(plain);
      await reader.done;
      back();
      const all = reader.found();
      reader.stop();
      return all;
    }, isPlain);
    expect(found).toHaveLength(1);
    await page.close();
  },
);
