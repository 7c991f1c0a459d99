/** Answers to messages. The worker keeps nothing: each answer comes from the facts and from storage. */
import { consoleOfHost, patternsOf } from '../core/guidance.ts';
import type { Block, FaqEntry, Locale } from '../core/model.ts';
import { decodeHints, HINTS_ASIDE_KEY, HINTS_KEY, type Hints, withHint, withoutDismissed } from '../messages/hints.ts';
import type { CardContent, Handlers } from '../messages/protocol.ts';
import { store, stored, uiLanguage } from '../platform/browser.ts';
import { rules } from '../rules.ts';
import { sourceLabel } from '../ui/source-label.ts';
import { wordsFor } from '../ui/words.ts';

const TAGS: Readonly<Record<Locale, string>> = { en: 'en', zh_CN: 'zh-CN' };

export const handlers: Handlers = {
  async page({ host }) {
    const console = consoleOfHost(rules, host);
    if (console === null) return null;
    const hints = await readHints();
    const states = hints[console.id] ?? {};
    return {
      site: console.id,
      prompts: patternsOf(rules, console).map((pattern) => ({ ...pattern, state: states[pattern.id] ?? 'open' })),
    };
  },

  async guidance({ id }) {
    const entry = rules.faq.find((one) => one.id === id);
    return entry ? cardOf(entry, uiLanguage()) : null;
  },

  remember: ({ site, prompt, state }) => changeHints((hints) => withHint(hints, site, prompt, state)),

  restore: ({ site }) => changeHints((hints) => withoutDismissed(hints, site)),
};

let lastWrite: Promise<unknown> = Promise.resolve();

/** One after the other: two tabs that dismiss at once must not overwrite each other. */
function changeHints(change: (hints: Hints) => Hints): Promise<boolean> {
  const done = lastWrite.then(async () => store({ [HINTS_KEY]: change(await readHints()) }));
  lastWrite = done;
  return done;
}

async function readHints(): Promise<Hints> {
  const value = await stored(HINTS_KEY);
  const { hints, sound } = decodeHints(value);
  if (!sound) await store({ [HINTS_ASIDE_KEY]: value });
  return hints;
}

function cardOf(entry: FaqEntry, locale: Locale): CardContent {
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
      sources: say('faq_sources'),
      note: say('note_label'),
      warning: say('warning_label'),
      newTab: say('new_tab'),
    },
  };
}
