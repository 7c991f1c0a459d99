import { render } from 'preact';
import { createEngine } from '../../domain/eligibility/engine.ts';
import { readPinnedDomain, readSeen } from '../../storage/pinned-domain.ts';
import { loadAllAnswers } from '../../storage/stored-answers.ts';
import { TranslationContext } from '../../ui/translation.ts';
import { initPageWithGuidance } from '../shared/page-context.ts';
import { Panel } from './panel.tsx';

const page = await initPageWithGuidance('panel_title');
const { rules } = page;

async function start(): Promise<void> {
  const [host, seen, all] = await Promise.all([readPinnedDomain(), readSeen(), loadAllAnswers(rules)]);
  render(
    <TranslationContext.Provider value={page}>
      <Panel engine={createEngine(rules)} host={host ?? null} seen={seen} all={all} />
    </TranslationContext.Provider>,
    document.body,
  );
}

void start();
