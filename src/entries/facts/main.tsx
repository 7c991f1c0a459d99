import { render } from 'preact';
import { createEngine } from '../../domain/eligibility/engine.ts';
import { initPageWithGuidance } from '../shared/page-context.ts';
import { FactsPage } from './facts.tsx';

const { rules, locale, t } = await initPageWithGuidance('facts_title');
render(<FactsPage engine={createEngine(rules)} locale={locale} t={t} />, document.body);
