import { render } from 'preact';
import { readInView, readSeen } from '../case/in-view.ts';
import { readAllKept } from '../case/keep.ts';
import { createEngine } from '../engine.ts';
import { startPage } from '../start.ts';
import { Panel } from './panel.tsx';

const { rules, locale, say } = await startPage('panel_title');

async function start(): Promise<void> {
  const [host, seen, all] = await Promise.all([readInView(), readSeen(), readAllKept(rules)]);
  render(
    <Panel engine={createEngine(rules)} host={host ?? null} seen={seen} all={all} locale={locale} say={say} />,
    document.body,
  );
}

void start();
