import { render } from 'preact';
import { createEngine } from '../../domain/eligibility/engine.ts';
import { readPinnedDomain, readSeen } from '../../storage/pinned-domain.ts';
import { loadAllAnswers } from '../../storage/stored-answers.ts';
import { initPageWithGuidance } from '../shared/page-context.ts';
import { Panel } from './panel.tsx';

const { rules, locale, t } = await initPageWithGuidance('panel_title');

async function start(): Promise<void> {
  const [host, seen, all] = await Promise.all([readPinnedDomain(), readSeen(), loadAllAnswers(rules)]);
  render(
    <Panel engine={createEngine(rules)} host={host ?? null} seen={seen} all={all} locale={locale} t={t} />,
    document.body,
  );
}

void start();
