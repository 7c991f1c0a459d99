import { render } from 'preact';
import { startPage } from '../start.ts';
import { FactsPage } from './facts.tsx';

const { rules, locale, say } = await startPage('facts_title');
render(<FactsPage rules={rules} locale={locale} say={say} />, document.body);
