import { render } from 'preact';
import { readCases, readKept } from '../case/keep.ts';
import type { Locale } from '../core/model.ts';
import { indexFacts } from '../core/question.ts';
import { uiLanguage } from '../platform/browser.ts';
import { rules } from '../rules.ts';
import { wordsFor } from '../ui/words.ts';
import { Options } from './options.tsx';

const TAGS: Readonly<Record<Locale, string>> = { en: 'en', zh_CN: 'zh-CN' };

const locale = uiLanguage();
const say = wordsFor(locale);
document.documentElement.lang = TAGS[locale];
document.title = say('options_title');

async function start(): Promise<void> {
  const [{ profile }, cases] = await Promise.all([readKept(rules, null), readCases()]);
  render(
    <Options facts={indexFacts(rules)} profile={profile} cases={cases} locale={locale} say={say} />,
    document.body,
  );
}

void start();
