import { render } from 'preact';
import { createEngine } from '../engine.ts';
import { pageLanguage } from '../platform/browser.ts';
import { rules } from '../rules.ts';
import { startPage } from '../ui/start.ts';
import { FactsPage } from './facts.tsx';

const locale = await pageLanguage();
const say = startPage(locale, 'facts_title');
render(<FactsPage engine={createEngine(rules)} locale={locale} say={say} />, document.body);
