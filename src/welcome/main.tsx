import { render } from 'preact';
import { readKept } from '../case/keep.ts';
import { indexFacts } from '../core/question.ts';
import { pageLanguage } from '../platform/browser.ts';
import { rules } from '../rules.ts';
import { startPage } from '../ui/start.ts';
import { Welcome } from './welcome.tsx';

const locale = await pageLanguage();
const say = startPage(locale, 'welcome_title');
const { profile } = await readKept(rules, null);
render(<Welcome facts={indexFacts(rules)} profile={profile} locale={locale} say={say} />, document.body);
