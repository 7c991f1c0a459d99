import { render } from 'preact';
import { readKept } from '../case/keep.ts';
import { indexFacts } from '../core/question.ts';
import { startPage } from '../start.ts';
import { Welcome } from './welcome.tsx';

const { rules, locale, say } = await startPage('welcome_title');
const { profile } = await readKept(rules, null);
render(<Welcome facts={indexFacts(rules)} profile={profile} locale={locale} say={say} />, document.body);
