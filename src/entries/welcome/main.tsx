import { render } from 'preact';
import { isPinned } from '../../browser-api/action.ts';
import { keysOf } from '../../browser-api/commands.ts';
import { readManagedPolicy } from '../../browser-api/managed-policy.ts';
import { grantedHosts, installedHosts } from '../../browser-api/permissions.ts';
import { readPolicy } from '../../domain/answers/policy.ts';
import { createEngine } from '../../domain/eligibility/engine.ts';
import { optionalConsoles } from '../../domain/prompts/console-permissions.ts';
import { loadAnswers } from '../../storage/stored-answers.ts';
import { TranslationContext } from '../../ui/translation.ts';
import { initPageWithGuidance } from '../shared/page-context.ts';
import { Welcome } from './welcome.tsx';

const page = await initPageWithGuidance('welcome_title');
const { rules } = page;
const [{ profile }, pinned, keys, granted, policy] = await Promise.all([
  loadAnswers(rules, null),
  isPinned(),
  keysOf('_execute_action'),
  grantedHosts().catch(() => []),
  readManagedPolicy().then((value) => readPolicy(value, rules)),
]);
render(
  <TranslationContext.Provider value={page}>
    <Welcome
      engine={createEngine(rules)}
      profile={profile}
      pinned={pinned}
      keys={keys}
      offers={policy.hintsOff ? [] : optionalConsoles(rules, installedHosts())}
      granted={granted}
    />
  </TranslationContext.Provider>,
  document.body,
);
