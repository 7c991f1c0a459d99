/** Every page of the extension in every state that looks or works differently. */
import type { Page } from 'puppeteer-core';
import type { Chromium } from './chromium.ts';
import { keptAnswers, PERSON, SETTLED } from './kept-answers.ts';
import { openScreen } from './outcomes.ts';

export interface View {
  readonly name: string;
  readonly path: string;
  /** What is there once the page is drawn. */
  readonly ready: string;
  /** What is kept when it opens. */
  readonly kept?: Readonly<Record<string, unknown>>;
  /** What is done before it is looked at. */
  readonly act?: (page: Page) => Promise<unknown>;
}

const WHOLE = 'main:not([data-loading])';

const HOSTED = { hosting: 'mainland', ...SETTLED };
const FAILED = {
  registrar: 'godaddy',
  expiresOn: '2020-01-01',
  realName: 'not-done',
  holder: 'other',
  record: 'other',
};

/** Screens that are pushed over the first one. */
const SCREENS = [
  ['a check', 'registrar-licensed'],
  ['the coverage', 'coverage'],
  ['the plan', 'steps'],
  ['two names', 'compare'],
  ['more', 'more'],
] as const;

const PASTED =
  'Domain Name: EXAMPLE.COM\nRegistrar IANA ID: 146\nCreation Date: 2015-03-02T10:00:00Z\nRegistry Expiry Date: 2098-03-02T10:00:00Z\n';

function popup(input: string, attribute: string, more: Partial<View> & { readonly name?: string } = {}): View {
  const path = `src/entries/popup/index.html?input=${encodeURIComponent(input)}`;
  return { name: `popup, ${input || 'nothing'}`, path, ready: `${WHOLE}[${attribute}]`, ...more };
}

const open = (selector: string) => (page: Page) =>
  page.$$eval(selector, (all) => {
    for (const details of all) (details as HTMLDetailsElement).open = true;
  });

async function add(page: Page, names: string): Promise<void> {
  await page.type('.intake textarea', names);
  await page.click('.intake button[type=submit]');
}

async function filled(page: Page): Promise<void> {
  await add(page, 'example.com example.cn www.example.com foo.io me.github.io nothing');
  await page.waitForSelector('.plan');
  // The order of the rows comes after the plan; before it, no row can be selected. What is said
  // of the names comes when they are saved, or could not be.
  await page.waitForSelector('main:is([data-save=saved], [data-save=failed]):not([data-shown="0"]) .grid');
}

const file = (content: object) => async (page: Page) => {
  await page.$eval(
    '.data input[type=file]',
    (input, text) => {
      const files = new DataTransfer();
      files.items.add(new File([text], 'data.json'));
      (input as HTMLInputElement).files = files.files;
      input.dispatchEvent(new Event('change', { bubbles: true }));
    },
    JSON.stringify(content),
  );
};

export const VIEWS: readonly View[] = [
  popup('www.example.com', 'data-standing=eligible', {
    name: 'popup, can be filed',
    kept: {
      profile: PERSON,
      'case:example.com': {
        ...keptAnswers(SETTLED),
        hosts: { 'www.example.com': { hosting: 'mainland' } },
      },
    },
  }),
  popup('shop.example.com.cn', 'data-standing=depends'),
  popup('foo.io', 'data-standing=ineligible'),
  popup('a.foo.me', 'data-standing=unknown'),
  popup('foo.github.io', 'data-coverage=platform'),
  popup('www.beijing.gov.cn', 'data-coverage=own-filing'),
  popup('例子.中国', 'data-coverage=is-the-name'),
  popup('www.example.com', 'data-coverage=access-filing-needed', {
    name: 'popup, at another provider',
    kept: { 'case:example.com': { ...keptAnswers({}), hosts: { 'www.example.com': { sameProvider: false } } } },
  }),
  popup('example.com', 'data-coverage=outside', {
    name: 'popup, served elsewhere',
    kept: { 'case:example.com': { ...keptAnswers({}), hosts: { 'example.com': { hosting: 'elsewhere' } } } },
  }),
  popup('example.com', 'data-standing=ineligible', {
    name: 'popup, everything fails, all unfolded',
    kept: {
      'case:example.com': keptAnswers(FAILED),
      profile: keptAnswers({ province: 'gz', subject: 'organisation' }),
    },
    act: async (page) => {
      await openScreen(page, 'rest');
      await open('details')(page);
    },
  }),
  ...SCREENS.map(([name, screen]) =>
    popup('www.example.com', 'data-standing', {
      name: `popup, ${name}`,
      kept: { profile: PERSON, 'case:example.com': keptAnswers(FAILED) },
      act: async (page) => {
        await openScreen(page, screen);
        await open('details')(page);
      },
    }),
  ),
  popup('www.example.com', 'data-standing', {
    name: 'popup, a record pasted',
    act: async (page) => {
      await openScreen(page, 'record');
      await page.type('[data-detail=record] textarea', PASTED);
      await page.waitForSelector('[data-understood]');
    },
  }),
  popup('example.com', 'data-situation=registrar-unknown', {
    name: 'popup, a registrar that is not known',
    kept: { 'case:example.com': keptAnswers({ registrar: 'iana-9999' }) },
  }),
  popup('example.com', 'data-situation=not-yet', {
    name: 'popup, not yet',
    kept: { 'case:example.com': keptAnswers({ registrar: 'godaddy' }) },
  }),
  popup('example.com', 'data-situation=filed', {
    name: 'popup, filed with a risk',
    kept: { 'case:example.com': keptAnswers({ record: 'own', registrar: 'godaddy' }) },
  }),
  popup('example.com', 'data-standing', {
    name: 'popup, with a way back',
    act: async (page) => {
      await page.click('[data-asks=hosting] .chips button');
      await page.waitForSelector('.undo button');
    },
  }),
  popup('example.com', 'data-standing=depends', {
    name: 'popup, with a notice',
    kept: { 'case:example.com': 'gone', profile: 'gone' },
    act: (page) => page.waitForSelector('.notice'),
  }),
  popup('example.com', 'data-standing=depends', {
    name: 'popup, guidance searched',
    act: async (page) => {
      await page.type('.name-field input', 'certificate');
      await page.waitForSelector('.search [data-faq]');
      await open('.search details')(page);
    },
  }),
  popup('', 'data-problem=empty'),
  popup('not a host', 'data-problem=not-a-hostname'),
  popup('192.168.1.1', 'data-problem=ip-address'),
  popup('intranet-host', 'data-problem=single-label'),
  popup('localhost', 'data-problem=special-use'),
  popup('.com', 'data-problem=is-a-suffix'),
  popup('about:blank', 'data-problem=browser-page'),
  {
    name: 'popup, explains',
    path: `src/entries/popup/index.html?explain=${encodeURIComponent('TLD未批复')}`,
    ready: 'main .faq details',
  },
  { name: 'popup, cannot explain', path: 'src/entries/popup/index.html?explain=anything', ready: 'main .note' },

  { name: 'panel, empty', path: 'src/entries/side-panel/index.html', ready: 'main.empty' },
  {
    name: 'panel, with cases',
    path: 'src/entries/side-panel/index.html',
    ready: `${WHOLE}[data-standing=depends]`,
    kept: {
      'in-view.v1': 'www.example.com',
      'case:example.com': keptAnswers({ realName: 'done' }),
      'case:foo.io': keptAnswers({ realName: 'done' }),
    },
    act: open('.cases'),
  },

  { name: 'welcome', path: 'src/entries/welcome/index.html', ready: 'main .pin' },
  {
    name: 'welcome, answered',
    path: 'src/entries/welcome/index.html',
    ready: 'main .pin',
    act: async (page) => {
      await page.type('.try input', 'docs.example.io');
      await page.waitForSelector('.answer [data-outcome=fail]');
    },
  },

  { name: 'options', path: 'src/entries/options/index.html', ready: '#about .all-licences' },
  {
    name: 'options, all unfolded',
    path: 'src/entries/options/index.html',
    ready: '#about .all-licences',
    kept: {
      profile: PERSON,
      'case:a.com': keptAnswers(HOSTED),
      'case:b.com': keptAnswers(HOSTED),
      'hints.off.v1': { all: false, kinds: ['chips'], sites: ['aliyun'] },
    },
    act: open('main details'),
  },
  {
    name: 'options, a file offered',
    path: 'src/entries/options/index.html',
    ready: '#about .all-licences',
    act: async (page) => {
      await file({ form: 'icp-filing-guide/data/1', stored: { profile: PERSON, 'language.v1': 'xx', other: 1 } })(page);
      await page.waitForSelector('.offer');
    },
  },
  {
    name: 'options, asked before erasing',
    path: 'src/entries/options/index.html',
    ready: '#about .all-licences',
    kept: { profile: PERSON, 'case:a.com': keptAnswers(HOSTED) },
    act: async (page) => {
      await page.click('#data .danger');
      await page.waitForSelector('dialog[open]');
    },
  },

  { name: 'facts', path: 'src/entries/facts/index.html', ready: '#sources .lines' },
  {
    name: 'facts, searched',
    path: 'src/entries/facts/index.html',
    ready: '#sources .lines',
    act: async (page) => {
      await page.type('input[type=search]', '.me');
      await page.waitForFunction(() => document.querySelector('.find [role=status]')?.textContent !== '');
      await open('main details')(page);
    },
  },

  { name: 'portfolio, empty', path: 'src/entries/portfolio/index.html', ready: 'main[data-rows]' },
  { name: 'portfolio, planned', path: 'src/entries/portfolio/index.html', ready: 'main[data-rows]', act: filled },
  {
    name: 'portfolio, selected and unfolded',
    path: 'src/entries/portfolio/index.html',
    ready: 'main[data-rows]',
    act: async (page) => {
      await filled(page);
      await page.focus('.grid');
      await page.keyboard.press(' ');
      await page.waitForSelector('.chosen');
      await open('main details')(page);
    },
  },
  {
    name: 'portfolio, not saved',
    path: 'src/entries/portfolio/index.html',
    ready: 'main[data-rows]',
    act: async (page) => {
      await page.evaluate(() => {
        IDBObjectStore.prototype.put = () => {
          throw new DOMException('full', 'QuotaExceededError');
        };
      });
      await filled(page);
      await page.waitForFunction(() => document.querySelector('main')?.dataset.save === 'failed');
    },
  },
];

/**
 * The looks in which views are judged, each with the views that are looked at first: of every page
 * the state that shows the most, in one of the looks.
 */
export const LOOKS = [
  {
    language: 'en-US',
    dark: false,
    first: ['popup, can be filed', 'welcome', 'facts, searched', 'portfolio, selected and unfolded'].map(viewOf),
  },
  {
    language: 'zh-CN',
    dark: true,
    first: ['popup, everything fails, all unfolded', 'panel, with cases', 'options, all unfolded'].map(viewOf),
  },
] as const;

/** Returns a view by its name. Throws where there is none. */
export function viewOf(name: string): View {
  const view = VIEWS.find((one) => one.name === name);
  if (view === undefined) throw new Error(`no view ${name}`);
  return view;
}

/** Opens a view in a tab of its own; nothing but what it needs is kept. */
export async function openView(
  chromium: Chromium,
  view: View,
  prepare?: (page: Page) => Promise<unknown>,
): Promise<Page> {
  await chromium.evaluate(async (kept) => {
    await chrome.storage.local.clear();
    await chrome.storage.local.set(kept);
    for (const { name } of await indexedDB.databases()) if (name) indexedDB.deleteDatabase(name);
  }, view.kept ?? {});
  const page = await chromium.openPage(view.path, view.ready, prepare);
  await view.act?.(page);
  return page;
}
