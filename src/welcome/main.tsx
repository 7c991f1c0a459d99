import { render } from 'preact';
import { readKept } from '../case/keep.ts';
import { createEngine } from '../engine.ts';
import { keysOf } from '../platform/commands.ts';
import { isPinned } from '../platform/icon.ts';
import { startPage } from '../start.ts';
import { Welcome } from './welcome.tsx';

const { rules, locale, say } = await startPage('welcome_title');
const [{ profile }, pinned, keys] = await Promise.all([readKept(rules, null), isPinned(), keysOf('_execute_action')]);
render(
  <Welcome engine={createEngine(rules)} profile={profile} pinned={pinned} keys={keys} locale={locale} say={say} />,
  document.body,
);
