import 'fake-indexeddb/auto';
import build from 'virtual:build';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { readRules } from '../../../src/browser-api/rules-store.ts';
import { readFiles } from '../../../src/cli/load-ruleset.ts';
import { addDays } from '../../../src/domain/common/days.ts';
import { createEngine } from '../../../src/domain/eligibility/engine.ts';
import { assessAll, hostReader } from '../../../src/domain/portfolio/assess-rows.ts';
import { planOf } from '../../../src/domain/portfolio/filing-plan.ts';
import { parseDomainList } from '../../../src/domain/portfolio/parse-domain-list.ts';
import { writeRules } from '../../../src/domain/ruleset/validation/ruleset-file.ts';
import { followRules, handlers, showIcon, suggestions } from '../../../src/entries/background/handlers.ts';
import { wordsFor } from '../../../src/entries/background/translators.ts';
import { csvOf, jsonOf, markdownOf } from '../../../src/entries/portfolio/export-plan.ts';
import { calendarOf as timelineCalendar } from '../../../src/entries/portfolio/timeline-calendar.ts';
import { request } from '../../../src/messaging/protocol.ts';
import { loadCoreRuleset, loadFullRuleset } from '../../../src/storage/active-ruleset.ts';
import { keptOf, readRulesFile } from '../../../src/storage/check-loaded-rules.ts';
import { calendarOf } from '../../../src/verdict-view/steps-calendar.ts';
import { datesOf, markdownOf as stepsAsMarkdown, textOf } from '../../../src/verdict-view/steps-export.ts';
import { locks, storage } from '../../support/fake-browser.ts';
import { rules } from '../../support/shipped-ruleset.ts';

const setTitle = vi.fn(async (_: { readonly title: string }) => {});
vi.stubGlobal('navigator', { locks: locks() });
// Only Chromium shows by the icon what is known of a suffix. Globals and no mocked module: another
// file of the same worker may have loaded the module before.
const onPageChanged = {
  removeRules: (_: undefined, done: () => void) => done(),
  addRules: (_: unknown, done: () => void) => done(),
};
vi.stubGlobal('chrome', {
  action: { setTitle },
  declarativeContent: { onPageChanged, PageStateMatcher: class {}, SetIcon: class {} },
});
vi.stubGlobal('Path2D', class {});
vi.stubGlobal(
  'OffscreenCanvas',
  class {
    getContext() {
      return { scale() {}, fill() {}, stroke() {}, getImageData: () => ({}) };
    }
  },
);

const TODAY = rules.stamp.date;
const MARK = 'From a loaded rules file';
const EVIL = 'https://evil.example/login';
const OWN = { kind: 'own' } as const;
const PAGE = { kind: 'page', host: 'dc.console.aliyun.com' } as const;

type Files = Record<string, Record<string, unknown>>;

/** Returns a file with the rules of the build, of this day. */
function fileOf(date: string, change: (files: Files) => void = () => {}): string {
  const files = structuredClone(readFiles()) as Files;
  files['stamp.json'] = { date };
  change(files);
  return writeRules(files);
}

/** Returns what is kept of a file that is loaded on a day. */
function kept(text: string, today = TODAY): Record<string, unknown> {
  const made = keptOf(JSON.parse(text), today);
  if (made === null) throw new Error(JSON.stringify(readRulesFile(text, today)));
  return { ...made };
}

describe('which rules are in use', () => {
  test('those that this build loaded, with the day of their loading, also when that is long ago', async () => {
    const inUse = await loadFullRuleset(await loadCoreRuleset(kept(fileOf(TODAY)), addDays(TODAY, 400)));
    expect(inUse).toMatchObject({
      isLoaded: true,
      isReplaced: false,
      troubles: [],
      rules: { stamp: { loadedOn: TODAY } },
    });
  });

  test.each<[string, (kept: Record<string, unknown>) => unknown]>([
    ['another build', (one) => ({ ...one, loaded: { on: TODAY, build: '0.0.9 0123' } })],
    ['a build that did not write itself down', ({ form, files }) => ({ form, files })],
    ['nobody knows which', (one) => ({ ...one, loaded: null })],
  ])('the build’s own, where a file was loaded by %s, however new the file is', async (_, change) => {
    const stored = change(kept(fileOf(addDays(TODAY, 1))));
    expect(await loadCoreRuleset(stored, TODAY)).toMatchObject({ isLoaded: false, isReplaced: true, troubles: [] });
  });

  test.each([
    null,
    'text',
    7,
    [],
    { loaded: { build } },
    { loaded: { build }, form: 'icp-filing-guide/rules/1', files: {} },
  ])('the build’s own, where %j is kept', async (stored) => {
    expect((await loadCoreRuleset(stored, TODAY)).isLoaded).toBe(false);
  });

  test('a file of the day after tomorrow is not loaded, and not used where it is in storage all the same', async () => {
    const text = fileOf(addDays(TODAY, 2));
    expect(readRulesFile(text, TODAY)).toMatchObject({ ok: false });
    const stored = { ...JSON.parse(text), loaded: { on: TODAY, build } };
    expect(await loadCoreRuleset(stored, TODAY)).toMatchObject({ isLoaded: false, troubles: [{ file: 'stamp.json' }] });
  });
});

describe('what rests on a loaded file says so, and leads nowhere that the build does not know', () => {
  beforeEach(async () => {
    storage.reset({ 'language.v1': 'en' });
    vi.useFakeTimers({ toFake: ['Date'], now: new Date(TODAY) });
    const text = fileOf(TODAY, (files) => {
      for (const [name, source] of Object.entries(files)) if (name.startsWith('sources/')) source.url = EVIL;
    });
    expect(await handlers.keepRules({ file: JSON.parse(text) }, OWN)).toBe(true);
  });

  test('the worker writes down the day and the build, whatever the file says of them', async () => {
    const forged = { ...JSON.parse(fileOf(TODAY)), loaded: { on: '9999-12-31', build: 'the next' } };
    expect(await handlers.keepRules({ file: forged }, OWN)).toBe(true);
    expect((await readRules())?.value).toMatchObject({ loaded: { on: TODAY, build } });
    const late = JSON.parse(fileOf('9999-12-31'));
    expect(await handlers.keepRules({ file: late }, OWN)).toBe(false);
  });

  test('cards name the sites that they do not link to, and are marked; so are the pill and the answers in it', async () => {
    const card = await handlers.guidance({ id: rules.faq[0]?.id ?? '', around: '' }, PAGE);
    expect(card?.words.name).toContain(MARK);
    expect(card?.sources.length).toBeGreaterThan(0);
    for (const source of card?.sources ?? []) {
      expect(source.url).toBeNull();
      expect(source.label).toContain('evil.example, not linked');
    }
    // It is read the same way on the other side.
    const sent = await request(async () => ({ ok: true, reply: card }), 'guidance', { id: 'any', around: '' });
    expect(sent).toEqual(card);
    const topic = await handlers.topic({ topic: 'filing' }, PAGE);
    expect(topic?.words.name).toContain(MARK);
  });

  test('signs and field notes, the address bar, and the title of the icon', async () => {
    const notes = await handlers.names({ names: ['example.io'] }, PAGE);
    expect(notes).toMatchObject([{ mark: MARK }]);
    expect(await request(async () => ({ ok: true, reply: notes }), 'names', { names: [] })).toEqual(notes);
    const one = await suggestions('www.example.io');
    const many = await suggestions('example.io, 1.2.3.4');
    for (const text of [one.first, ...[...one.others, ...many.others].map(({ words }) => words)])
      expect(text).toContain(MARK);
    expect(many.others).toHaveLength(2);
    await showIcon();
    expect(setTitle.mock.lastCall?.[0].title).toContain(MARK);
  });

  test('none of it with the rules of the build', async () => {
    await handlers.keepRules({ file: null }, OWN);
    followRules();
    const card = await handlers.guidance({ id: rules.faq[0]?.id ?? '', around: '' }, PAGE);
    const said = [card, await handlers.names({ names: ['example.io'] }, PAGE), await suggestions('example.io')];
    expect(JSON.stringify(said)).not.toContain(MARK);
    expect(card?.sources.every(({ url }) => url?.startsWith('https://'))).toBe(true);
    await showIcon();
    expect(setTitle.mock.lastCall?.[0].title).not.toContain(MARK);
  });
});

test('exports and steps that are taken along say so; those of the build’s rules do not', () => {
  const t = wordsFor('en');
  const sources = rules.sources.map((source) => ({ ...source, url: EVIL, isForeign: true as const }));
  const loaded = { ...rules, stamp: { ...rules.stamp, loadedOn: TODAY }, sources };
  for (const given of [rules, loaded]) {
    const isMarked = given === loaded;
    const engine = createEngine(given);
    const rows = assessAll(engine, [{ line: 1, input: 'example.com' }], 0, {});
    const plan = planOf(rows, { answers: {}, sites: new Map() }, engine.facts);
    const timeline = [{ fix: 'renew', from: null, by: '2026-12-02', names: ['example.com'] }] as const;
    const all = { rows, sites: [''], plan, facts: engine.facts, timeline, t };
    const answer = engine.assess(
      'www.example.com',
      { registrar: 'godaddy', registeredOn: '2026-11-01', expiresOn: '2027-11-01', realNameOn: '2026-11-23' },
      '2026-11-24',
    );
    if (answer.kind === 'problem') throw new Error('a domain was meant');
    const { steps: next, timeline: days } = answer.verdict;
    const steps = { title: 'a', steps: next, timeline: days, rules: given };
    expect(datesOf(steps.steps).length).toBeGreaterThan(0);
    const calendar = calendarOf(steps, 'en', t).replaceAll('\r\n ', '');
    const dates = timelineCalendar(timeline, given, 'en', t).replaceAll('\r\n ', '');
    const texts = [csvOf(all), markdownOf(all, 'a'), textOf(steps, t), stepsAsMarkdown(steps, t), calendar, dates];
    for (const text of texts) expect(text.includes(MARK), text).toBe(isMarked);
    expect(JSON.parse(jsonOf(plan, given, timeline)).rulesLoadedOn).toBe(isMarked ? TODAY : undefined);
    expect(markdownOf(all, 'a').includes('](https://')).toBe(!isMarked);
    expect(markdownOf(all, 'a')).not.toContain(EVIL);
    // A table with one column more is read again as before.
    const again = parseDomainList(csvOf(all), hostReader(engine));
    expect(again.entries.map(({ host }) => host)).toEqual(['example.com']);
  }
});
