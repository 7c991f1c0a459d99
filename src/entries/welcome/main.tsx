import { render } from 'preact';
import { isPinned } from '../../browser-api/action.ts';
import { keysOf } from '../../browser-api/commands.ts';
import { createEngine } from '../../domain/eligibility/engine.ts';
import { loadAnswers } from '../../storage/stored-answers.ts';
import { TranslationContext } from '../../ui/translation.ts';
import { initPageWithGuidance } from '../shared/page-context.ts';
import { Welcome } from './welcome.tsx';

const page = await initPageWithGuidance('welcome_title');
const { rules } = page;
const [{ profile }, pinned, keys] = await Promise.all([
  loadAnswers(rules, null),
  isPinned(),
  keysOf('_execute_action'),
]);
render(
  <TranslationContext.Provider value={page}>
    <Welcome engine={createEngine(rules)} profile={profile} pinned={pinned} keys={keys} />
  </TranslationContext.Provider>,
  document.body,
);
