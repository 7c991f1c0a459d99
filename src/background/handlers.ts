/** Answers to messages. The worker keeps nothing: each answer comes from the facts and from storage. */
import guidance from 'virtual:guidance';
import { changeStored } from '../case/change.ts';
import { readKept } from '../case/keep.ts';
import { keepSwitched, readOff } from '../case/off.ts';
import { answersFor } from '../core/case.ts';
import { allPatterns, consoleOfHost, patternsOf } from '../core/guidance.ts';
import { iconGroups } from '../core/icon.ts';
import { TAGS } from '../core/language.ts';
import type { PromptPattern } from '../core/matcher.ts';
import { type Block, type Console, type FaqEntry, type Locale, type RuleBundle, TOPICS } from '../core/model.ts';
import { readPolicy } from '../core/policy.ts';
import { createEngine, type Engine } from '../engine.ts';
import { decodeHints, HINTS_KEY, type Hints, hintsAt, withHint, withoutDismissed } from '../messages/hints.ts';
import { type CardContent, type Handlers, type NameNote, RULES_CHANGED } from '../messages/protocol.ts';
import { ICON_KEY, kindsOn } from '../messages/settings.ts';
import type { Suggestions } from '../platform/address-bar.ts';
import {
  forget,
  hasSite,
  managed,
  managedAtInstall,
  openOptionsAt,
  openWelcome,
  pageLanguage,
  stored,
  tellOwnPages,
} from '../platform/browser.ts';
import { canShowStatus, showStatus, showTitle } from '../platform/icon.ts';
import { LANGUAGE_KEY, RULES_KEY } from '../platform/keys.ts';
import { showMenus } from '../platform/menus.ts';
import { readRules, writeRules } from '../platform/rules-store.ts';
import { beginRules, builtIn, wholeOf } from '../rules.ts';
import { parseKept } from '../rules-file.ts';
import { sourceLabel } from '../ui/source-label.ts';
import { suggestionsFor } from './address-bar.ts';
import { menuItems } from './at-hand.ts';
import { wordsFor } from './words.ts';

export const handlers: Handlers = {
  async page(_, { host }) {
    const rules = await rulesInUse();
    const found = await siteOf(host, rules);
    if (found === null) return null;
    const { site, console, patterns } = found;
    const [locale, hints, off, policy] = await Promise.all([
      pageLanguage(),
      stored(HINTS_KEY).then((value) => decodeHints(value).hints),
      readOff(),
      managed().then((value) => readPolicy(value, rules)),
    ]);
    const states = hintsAt(hints, site);
    return {
      lang: TAGS[locale],
      kinds: policy.hintsOff ? [] : kindsOn(off, site),
      prompts: patterns.map((pattern) => ({ ...pattern, state: states[pattern.id] ?? 'open' })),
      pages: (console?.pages ?? []).map(({ topic, path = '' }) => ({ topic, path })),
      everywhere: console === null,
    };
  },

  async names({ names }) {
    const say = wordsFor(await pageLanguage());
    const judge = await engine();
    return names.flatMap((name): NameNote[] => {
      const note = judge.note(name);
      if (note === null) return [];
      const { code, params } = note.because;
      const text = say(`because_${code.replaceAll('-', '_')}`, params);
      return [{ name, tone: note.tone, word: say(`chip_${note.tone}`), text }];
    });
  },

  async topic({ topic }) {
    const known = TOPICS.find((one) => one === topic);
    if (known === undefined) return null;
    const rules = await rulesInUse();
    const locale = await pageLanguage();
    const say = wordsFor(locale);
    return {
      lang: TAGS[locale],
      title: say(`topic_${known.replaceAll('-', '_')}`),
      entries: rules.faq
        .filter((entry) => entry.topics.includes(known))
        .map((entry) => ({ id: entry.id, question: entry.question[locale] })),
      words: {
        name: say('extension_short_name'),
        close: say('pill_close'),
        offSite: say('pill_off_site'),
        settings: say('pill_settings'),
      },
    };
  },

  async switchOff(_, { host }) {
    const found = await siteOf(host, await rulesInUse());
    return found !== null && keepSwitched({ site: found.site }, false);
  },

  async openHintSettings() {
    await openOptionsAt('hints');
    return true;
  },

  async guidance({ id }) {
    const rules = await rulesInUse();
    const entry = rules.faq.find((one) => one.id === id);
    return entry ? cardOf(entry, rules, await pageLanguage()) : null;
  },

  async remember({ prompt, state }, { host }) {
    const found = await siteOf(host, await rulesInUse());
    if (!found?.patterns.some(({ id }) => id === prompt)) return false;
    return changeHints((hints) => withHint(hints, found.site, prompt, state));
  },

  restore: ({ site }) => changeHints((hints) => withoutDismissed(hints, site)),

  loadedRules: readRules,

  async keepRules({ file }) {
    if (file !== null && !parseKept(file, builtIn).ok) return false;
    if (!(await writeRules(file))) return false;
    // What was kept where more than we could write is of no use any more, whatever it is.
    await forget(RULES_KEY);
    followRules();
    void tellOwnPages({ kind: RULES_CHANGED });
    return true;
  },
};

/**
 * Returns the site that a page's host belongs to, by which what is kept of it is found, and what is looked for there; null where
 * hints have no place: on no console, unless the person asked for it there (white-label registrars show anyone's prompts).
 */
async function siteOf(
  host: string,
  rules: RuleBundle,
): Promise<{
  readonly site: string;
  readonly console: Console | null;
  readonly patterns: readonly PromptPattern[];
} | null> {
  const console = consoleOfHost(rules, host);
  if (console !== null) return { site: console.id, console, patterns: patternsOf(rules, console) };
  return (await hasSite(host)) ? { site: host, console, patterns: allPatterns(rules, false) } : null;
}

/** In: what is typed after the keyword in the address bar. Out: what is said of it. */
export async function suggestions(text: string): Promise<Suggestions> {
  const [judge, locale] = await Promise.all([engine(), pageLanguage()]);
  return suggestionsFor(text, {
    engine: judge,
    say: wordsFor(locale),
    async answersOn({ registrable, host }) {
      const { profile, one } = await readKept(judge.facts.rules, registrable);
      return answersFor(profile, one, host);
    },
  });
}

/** Opens the welcome page, unless the organisation does not want it. */
export async function welcome(): Promise<void> {
  if (!readPolicy(await managedAtInstall(), await rulesInUse()).welcomeOff) await openWelcome();
}

/** Shows by the icon what is known of a suffix, unless the person does not want it; its title says what the signs mean. */
export async function showIcon(): Promise<void> {
  const [wanted, locale] = await Promise.all([stored(ICON_KEY), pageLanguage()]);
  const tells = canShowStatus() && wanted !== false;
  await showStatus(tells ? iconGroups((await rulesInUse()).suffixes) : []);
  await showTitle(wordsFor(locale)(tells ? 'action_title_signs' : 'action_title'));
}

/** Shows our items in the browser's menus, in the language of the pages. */
export async function showOwnMenus(): Promise<void> {
  await showMenus(menuItems(wordsFor(await pageLanguage())));
}

/** In: which stored values changed. What is worked with, and what the browser shows for us, follows. */
export function followSettings(keys: readonly string[]): void {
  const language = keys.includes(LANGUAGE_KEY);
  if (language) void showOwnMenus();
  if (language || keys.includes(ICON_KEY)) void showIcon();
}

/** Other rules are kept than before: what is worked with, and what the browser shows for us, follows. */
export function followRules(): void {
  made = null;
  void showIcon();
}

let made: { rules: Promise<RuleBundle>; engine: Promise<Engine> | null } | null = null;

/** Read when they are first needed, and again after the person loaded others. */
function rulesInUse(): Promise<RuleBundle> {
  made ??= {
    rules: readRules()
      .then((kept) => beginRules(kept?.value, { parse: parseKept, guidance: () => guidance }))
      .then(wholeOf)
      .then(({ rules }) => rules),
    engine: null,
  };
  return made.rules;
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

function cardOf(entry: FaqEntry, rules: RuleBundle, locale: Locale): CardContent {
  const say = wordsFor(locale);
  const blocks: readonly Block[] = entry.answer[locale];
  return {
    id: entry.id,
    lang: TAGS[locale],
    title: entry.title[locale],
    blocks,
    sources: entry.cites.flatMap(({ source: id }) => {
      const source = rules.sources.find((one) => one.id === id);
      return source ? [{ label: sourceLabel(source, say), url: source.url }] : [];
    }),
    words: {
      name: say('extension_name'),
      fold: say('card_fold'),
      unfold: say('card_unfold'),
      dismiss: say('card_dismiss'),
      more: say('card_more'),
      less: say('card_less'),
      // How many there are is known where the card stands.
      also: say('card_also', { count: '#' }),
      sources: say('faq_sources'),
      note: say('note_label'),
      warning: say('warning_label'),
      newTab: say('new_tab'),
    },
  };
}
