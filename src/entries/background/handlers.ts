/**
 * Answers to messages. The worker keeps nothing: each answer comes from the facts and from storage.
 */
import guidance from 'virtual:guidance';
import hintStyles from 'virtual:hint-styles';
import { canShowStatus, showStatus, showTitle } from '../../browser-api/action.ts';
import { syncDynamicContentScripts } from '../../browser-api/content-scripts.ts';
import { HANDED, handPage } from '../../browser-api/handed-page.ts';
import { readManagedPolicy, readManagedPolicyAtInstall } from '../../browser-api/managed-policy.ts';
import { showMenus } from '../../browser-api/menus.ts';
import type { Suggestions } from '../../browser-api/omnibox.ts';
import { hasHostPermission, installedHosts, mayRunOn } from '../../browser-api/permissions.ts';
import { readRules, setKnownEmpty, writeRules } from '../../browser-api/rules-store.ts';
import { openOptionsAt, tellOwnPages } from '../../browser-api/runtime.ts';
import { readStored, removeStored } from '../../browser-api/storage.ts';
import { countWindows, isCalledTo, isLookedAt, openWelcome, openWindow, tellAllTabs } from '../../browser-api/tabs.ts';
import { answersFor, EMPTY } from '../../domain/answers/domain-answers.ts';
import { readPolicy } from '../../domain/answers/policy.ts';
import { dayOf } from '../../domain/common/days.ts';
import { TAGS } from '../../domain/common/locale.ts';
import { oncePer } from '../../domain/common/remembering.ts';
import { createEngine, type Engine } from '../../domain/eligibility/engine.ts';
import { QUERY_DOMAINS } from '../../domain/eligibility/next-steps.ts';
import { grantedMatches, optionalConsoleOf } from '../../domain/prompts/console-permissions.ts';
import { allPatterns, patternsOf } from '../../domain/prompts/console-prompts.ts';
import { EXAMPLE_NAMES } from '../../domain/prompts/example-names.ts';
import { DOMAIN_FIELD, OTHER_FIELD } from '../../domain/prompts/field-wording.ts';
import { consoleOfHost } from '../../domain/prompts/find-console.ts';
import { HINT_PREFERENCES_KEY, ICON_KEY, kindsOn } from '../../domain/prompts/hint-preferences.ts';
import {
  decodeHints,
  HINTS_KEY,
  type Hints,
  hintsAt,
  withDismissed,
  withHint,
  withoutDismissed,
} from '../../domain/prompts/hint-states.ts';
import {
  matcherSource,
  type PromptPattern,
  prefilterSources,
  runSources,
} from '../../domain/prompts/prompt-matcher.ts';
import { expiryLabels, hostOf, labelSource, showsRecords } from '../../domain/prompts/record-places.ts';
import { weighEvidence } from '../../domain/records/evidence.ts';
import { createRecordReader, type RecordReader } from '../../domain/records/read.ts';
import { onlyRecordOn, PART_END, type PageParts, type ShownRecord } from '../../domain/records/shown-records.ts';
import { readSurroundings } from '../../domain/records/surroundings.ts';
import { type Console, TOPICS } from '../../domain/ruleset/console.ts';
import type { Ruleset } from '../../domain/ruleset/ruleset.ts';
import { iconGroups } from '../../domain/ruleset/suffix-icons.ts';
import { loadedMark, withMark } from '../../i18n/loaded-mark.ts';
import { answerText, inKey } from '../../i18n/record-text.ts';
import { type Handlers, HINTS_CHANGED, type Protocol, RULES_CHANGED } from '../../messaging/protocol.ts';
import type { NameNote } from '../../messaging/replies.ts';
import { loadCoreRuleset, loadFullRuleset } from '../../storage/active-ruleset.ts';
import { changeStored } from '../../storage/change-stored.ts';
import { keptOf, parseKept } from '../../storage/check-loaded-rules.ts';
import { LANGUAGE_KEY, RULES_KEY } from '../../storage/keys.ts';
import { pageLanguage } from '../../storage/language.ts';
import { withKeyLock } from '../../storage/locks.ts';
import { loadAnswers } from '../../storage/stored-answers.ts';
import { loadHintPreferences, setHintEnabled } from '../../storage/stored-hint-preferences.ts';
import { cardContent, instead } from './card-content.ts';
import { menuItems } from './context-menu.ts';
import { suggestionsFor } from './omnibox-suggestions.ts';
import { wordsFor } from './translators.ts';

export const handlers: Handlers = {
  async page(_, { host, tab }) {
    const rules = await rulesInUse();
    const found = await siteOf(host, rules);
    // Taken back under an open page, the browser leaves our script where it is. Where hints come
    // with the installation, a person who lets us in at clicks only means them, too.
    const isCalled = tab !== undefined && optionalConsoleOf(rules, installedHosts(), host) === null;
    const isAllowed = (await mayRunOn(host)) || (isCalled && (await isCalledTo(tab)));
    if (found === null || !isAllowed) return null;
    const { site, console, patterns } = found;
    const [locale, hints, off, policy] = await Promise.all([
      pageLanguage(),
      readStored(HINTS_KEY).then((value) => decodeHints(value).hints),
      loadHintPreferences(),
      readManagedPolicy().then((value) => readPolicy(value, rules)),
    ]);
    const states = hintsAt(hints, site);
    const labels = console === null ? [] : expiryLabels(rules);
    return {
      lang: TAGS[locale],
      kinds: policy.hintsOff ? [] : kindsOn(off, site),
      prompts: patterns.map(({ id, guidance, unless }) => ({
        id,
        guidance,
        ...(unless && { unless }),
        state: states[id] ?? 'open',
      })),
      search: {
        prompts: matcherSource(patterns),
        ...prefilterSources(patterns),
        runs: runSources(patterns, labels),
        fields: DOMAIN_FIELD,
        otherFields: OTHER_FIELD,
        examples: EXAMPLE_NAMES.source,
      },
      pages: (console?.pages ?? []).map(({ topic, path = '' }) => ({ topic, path })),
      record: labelSource(labels),
      everywhere: console === null,
    };
  },

  async names({ names }) {
    const t = wordsFor(await pageLanguage());
    const judge = await engine();
    const mark = loadedMark(judge.facts.rules, t);
    return names.flatMap((name): NameNote[] => {
      const note = judge.note(name);
      if (note === null) return [];
      const { code, params } = note.reason;
      const text = t(`because_${code.replaceAll('-', '_')}`, params);
      const isSuffix = note.check === 'suffix-approved';
      const word = t(note.tone === 'no' && isSuffix ? 'chip_no_suffix' : `chip_${note.tone}`);
      const read = judge.read(name);
      const ways = 'registrable' in read && {
        open: t('card_open'),
        instead: note.tone !== 'yes' && isSuffix ? instead(read, judge) : [],
        lookUp: { label: t('check_with_miit'), url: QUERY_DOMAINS },
        newTab: t('new_tab'),
      };
      return [{ name, tone: note.tone, word, text, ...(mark === null ? {} : { mark }), ...(ways && { ways }) }];
    });
  },

  async topic({ topic }) {
    const known = TOPICS.find((one) => one === topic);
    if (known === undefined) return null;
    const rules = await rulesInUse();
    const locale = await pageLanguage();
    const t = wordsFor(locale);
    return {
      lang: TAGS[locale],
      title: t(`topic_${known.replaceAll('-', '_')}`),
      entries: rules.faq
        .filter((entry) => entry.topics.includes(known))
        .map((entry) => ({ id: entry.id, question: entry.question[locale] })),
      // From a list of domains it is one step to a record.
      ...(known === 'domains' && { tip: t('pill_record') }),
      words: {
        name: withMark(t('extension_short_name'), rules, t),
        close: t('pill_close'),
        offSite: t('pill_off_site'),
        settings: t('pill_settings'),
      },
    };
  },

  async record(asked, { host }) {
    const judge = await engine();
    const shown = shownBy(asked, host, judge);
    if (shown === null) return null;
    const locale = await pageLanguage();
    const t = wordsFor(locale);
    const { rules } = judge.facts;
    const today = dayOf(new Date());
    const { domain, place, reading } = shown;
    // What the page says itself, and nothing that is kept: a page sees what is drawn in it.
    const { settled } = weighEvidence(
      { domain, host: domain, profile: EMPTY, one: EMPTY, reading, setting: { place, readOn: today }, today },
      rules,
    );
    if (settled.length === 0) return null;
    const said = settled.map((one) =>
      t('case_answer', { name: t(`record_field_${inKey(one.name)}`), value: answerText(one, rules, locale, t) }),
    );
    const read = judge.read(domain);
    return {
      title: t('record_of', { domain: 'type' in read ? domain : read.display }),
      text: said.join(' · '),
      use: t('record_use'),
    };
  },

  async useRecord(asked, { host, tab }) {
    const shown = shownBy(asked, host, await engine());
    if (shown === null) return false;
    const query = `input=${encodeURIComponent(shown.domain)}&${HANDED}=1`;
    return showFor(tab, async () => (await handPage(pageOf(asked, host))) && openForPage(query));
  },

  async switchOff(_, { host }) {
    const found = await siteOf(host, await rulesInUse());
    return found !== null && setHintEnabled({ site: found.site }, false);
  },

  openHintSettings: (_, { tab }) => showFor(tab, () => openOptionsAt('hints').then(() => true)),

  styles: async () => hintStyles,

  async guidance({ id, around }) {
    const [judge, locale] = await Promise.all([engine(), pageLanguage()]);
    const { rules } = judge.facts;
    const entry = rules.faq.find((one) => one.id === id);
    if (entry === undefined) return null;
    const today = dayOf(new Date());
    // A page sees what is drawn in it: only what it tells itself is reckoned with, and no answer of
    // the person's.
    const subject = around === '' ? null : readSurroundings(around, recordReaderOf(judge), rules, today);
    return cardContent(entry, subject, { judge, locale, t: wordsFor(locale), today });
  },

  async openCase({ name }, { tab }) {
    if (!('registrable' in (await engine()).read(name))) return false;
    return showFor(tab, () => openForPage(`input=${encodeURIComponent(name)}`));
  },

  async remember({ prompt, state }, { host }) {
    const found = await siteOf(host, await rulesInUse());
    if (!found?.patterns.some(({ id }) => id === prompt)) return false;
    return changeHints((hints) => withHint(hints, found.site, prompt, state));
  },

  restore: ({ site }) => changeHints((hints) => withoutDismissed(hints, site)),

  dismiss: ({ site, prompts }) => changeHints((hints) => withDismissed(hints, site, prompts)),

  loadedRules: readRules,

  async keepRules({ file }) {
    const kept = file === null ? null : keptOf(file, dayOf(new Date()));
    if (file !== null && kept === null) return false;
    if (!(await withKeyLock(RULES_KEY, async () => (await setKnownEmpty(false)) && writeRules(kept)))) return false;
    // What was kept where more than we could write is of no use any more, whatever it is.
    await removeStored(RULES_KEY);
    followRules();
    void tellOwnPages({ kind: RULES_CHANGED });
    return true;
  },
};

/**
 * Returns the site that a page's host belongs to, by which what is kept of it is found, and what is
 * looked for there; null where hints have no place: on no console, unless the person asked for it
 * there (white-label registrars show anyone's prompts).
 */
async function siteOf(
  host: string,
  rules: Ruleset,
): Promise<{
  readonly site: string;
  readonly console: Console | null;
  readonly patterns: readonly PromptPattern[];
} | null> {
  const console = consoleOfHost(rules, host);
  if (console !== null) return { site: console.id, console, patterns: patternsOf(rules, console) };
  return (await hasHostPermission(host)) ? { site: host, console, patterns: allPatterns(rules, false) } : null;
}

/** Returns what is said of what is typed after the keyword in the address bar. */
export async function suggestions(text: string): Promise<Suggestions> {
  const [judge, locale] = await Promise.all([engine(), pageLanguage()]);
  return suggestionsFor(text, {
    engine: judge,
    t: wordsFor(locale),
    async answersOn({ registrable, host }) {
      const { profile, one } = await loadAnswers(judge.facts.rules, registrable);
      return answersFor(profile, one, host);
    },
  });
}

/** Opens the welcome page, unless the organization does not want it. */
export async function welcome(): Promise<void> {
  if (!readPolicy(await readManagedPolicyAtInstall(), await rulesInUse()).welcomeOff) await openWelcome();
}

/**
 * Shows by the icon what is known of a suffix, unless the person does not want it; its title says
 * what the signs mean.
 */
export async function showIcon(): Promise<void> {
  const [wanted, locale] = await Promise.all([readStored(ICON_KEY), pageLanguage()]);
  const tells = canShowStatus() && wanted !== false;
  const rules = await rulesInUse();
  const t = wordsFor(locale);
  await showStatus(tells ? iconGroups(rules.suffixes) : []);
  await showTitle(tells ? withMark(t('action_title_signs'), rules, t) : t('action_title'));
}

/** Shows our items in the browser's menus, in the language of the pages. */
export async function showOwnMenus(): Promise<void> {
  await showMenus(menuItems(wordsFor(await pageLanguage())));
}

/** Follows changes of stored values with what is worked with, and what the browser shows for us. */
export function followSettings(keys: readonly string[]): void {
  const language = keys.includes(LANGUAGE_KEY);
  if (language) void showOwnMenus();
  if (language || keys.includes(ICON_KEY)) void showIcon();
  if (language || keys.includes(HINT_PREFERENCES_KEY) || keys.includes(HINTS_KEY)) followHints();
}

/** Makes the content script run on all hosts that the person granted, and no others. */
export function syncGrantedHosts(): Promise<void> {
  return syncDynamicContentScripts(async (hosts) => grantedMatches(await rulesInUse(), hosts));
}

/** Open pages are told that other hints may be wanted on them than before. */
export function followHints(): void {
  void tellAllTabs({ kind: HINTS_CHANGED });
}

/**
 * Other rules are kept than before: what is worked with, and what the browser shows for us,
 * follows.
 */
export function followRules(): void {
  made = null;
  void showIcon();
  // Where a console is may have changed.
  void syncGrantedHosts();
  followHints();
}

let showing: Promise<void> = Promise.resolve();

/**
 * Shows something of ours that a page asks for, unless the person looks at something else: what is
 * shown takes the page's place, so a page that asks a thousand times has one thing shown, and one
 * that is behind others takes nobody away from them. Returns whether it is shown.
 */
function showFor(tab: number | undefined, show: () => Promise<boolean>): Promise<boolean> {
  const shown = showing.then(async () => (await isLookedAt(tab)) && show());
  // That one failed is no matter of the next.
  showing = shown.then((isShown) => (isShown ? untilLookedAway(tab) : undefined)).catch(() => undefined);
  return shown;
}

/** More small windows nobody reads; what a page opens that was taken over has an end. */
const MOST_WINDOWS = 8;

async function openForPage(query: string): Promise<boolean> {
  if ((await countWindows()) >= MOST_WINDOWS) return false;
  await openWindow(query);
  return true;
}

/** Waits until what was shown has the focus: a moment later, and with some systems never. */
async function untilLookedAway(tab: number | undefined): Promise<void> {
  for (let times = 0; times < 10 && (await isLookedAt(tab)); times++)
    await new Promise((resolve) => setTimeout(resolve, 100));
}

type PageAsked = Protocol['record']['ask'];

/** The page that is asked about: where it is, the browser says. */
function pageOf({ address, page }: PageAsked, host: string): PageParts {
  const isThere = hostOf(address) === host;
  return { url: isThere ? address : `https://${host}/`, parts: page.split(PART_END) };
}

function shownBy(asked: PageAsked, host: string, judge: Engine): ShownRecord | null {
  return showsRecords(host, judge.facts.rules) ? onlyRecordOn(pageOf(asked, host), host, recordReaderOf(judge)) : null;
}

/** One for an engine: it takes some time to make, and few pages need it. */
const recordReaderOf = oncePer((judge: Engine): RecordReader => createRecordReader(judge.facts.rules, judge.read));

let made: { rules: Promise<Ruleset>; engine: Promise<Engine> | null } | null = null;

/** Read when they are first needed, and again after the person loaded others. */
function rulesInUse(): Promise<Ruleset> {
  made ??= {
    rules: withKeyLock(RULES_KEY, readAndTell)
      .then((kept) => loadCoreRuleset(kept?.value, dayOf(new Date()), { parse: parseKept, guidance: () => guidance }))
      .then(loadFullRuleset)
      .then(({ rules }) => rules),
    engine: null,
  };
  return made.rules;
}

/** Pages need not look for rules where there are none. */
async function readAndTell(): ReturnType<typeof readRules> {
  const kept = await readRules();
  if (kept !== null) await setKnownEmpty(kept.value === undefined);
  return kept;
}

/** Made when it is first asked: most messages do not need it. */
export function engine(): Promise<Engine> {
  const rules = rulesInUse();
  if (made === null) return rules.then(createEngine);
  made.engine ??= rules.then(createEngine);
  return made.engine;
}

function changeHints(change: (hints: Hints) => Hints): Promise<boolean> {
  const isSound = (value: unknown) => decodeHints(value).sound;
  return changeStored(HINTS_KEY, isSound, (value) => change(decodeHints(value).hints));
}
