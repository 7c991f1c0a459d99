import { render } from 'preact';
import { createEngine } from '../../domain/eligibility/engine.ts';
import { TranslationContext } from '../../ui/translation.ts';
import { initPageWithGuidance } from '../shared/page-context.ts';
import { FactsPage } from './facts.tsx';

const page = await initPageWithGuidance('facts_title');
const { rules } = page;
render(
  <TranslationContext.Provider value={page}>
    <FactsPage engine={createEngine(rules)} />
  </TranslationContext.Provider>,
  document.body,
);
