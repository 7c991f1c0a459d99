import { render } from 'preact';
import { createEngine } from '../engine.ts';
import { startPage } from '../start.ts';
import { FactsPage } from './facts.tsx';

const { rules, locale, say } = await startPage('facts_title');
render(<FactsPage engine={createEngine(rules)} locale={locale} say={say} />, document.body);
