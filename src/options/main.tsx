import { render } from 'preact';
import { readCases, readKept } from '../case/keep.ts';
import type { Locale } from '../core/model.ts';
import { indexFacts } from '../core/question.ts';
import { decodeOff, OFF_KEY } from '../messages/settings.ts';
import { addedSites, stored, uiLanguage } from '../platform/browser.ts';
import { rules } from '../rules.ts';
import { wordsFor } from '../ui/words.ts';
import { Options } from './options.tsx';

const TAGS: Readonly<Record<Locale, string>> = { en: 'en', zh_CN: 'zh-CN' };

const locale = uiLanguage();
const say = wordsFor(locale);
document.documentElement.lang = TAGS[locale];
document.title = say('options_title');

async function start(): Promise<void> {
  const [{ profile }, cases, off, sites] = await Promise.all([
    readKept(rules, null),
    readCases(),
    stored(OFF_KEY).then(decodeOff),
    addedSites(),
  ]);
  render(
    <Options
      facts={indexFacts(rules)}
      profile={profile}
      cases={cases}
      off={off}
      sites={sites}
      locale={locale}
      say={say}
    />,
    document.body,
  );
}

void start();
