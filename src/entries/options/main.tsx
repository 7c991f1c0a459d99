import { render } from 'preact';
import { onManagedPolicyChanged, readManagedPolicy } from '../../browser-api/managed-policy.ts';
import { grantedHosts, installedHosts } from '../../browser-api/permissions.ts';
import { readStored } from '../../browser-api/storage.ts';
import { readPolicy } from '../../domain/answers/policy.ts';
import { LOCALES } from '../../domain/common/locale.ts';
import { ICON_KEY } from '../../domain/prompts/hint-preferences.ts';
import { indexRuleset } from '../../domain/ruleset/ruleset-index.ts';
import { LANGUAGE_KEY, RULES_KEY } from '../../storage/keys.ts';
import { loadAnsweredDomains, loadAnswers } from '../../storage/stored-answers.ts';
import { loadHintPreferences } from '../../storage/stored-hint-preferences.ts';
import { TranslationContext } from '../../ui/translation.ts';
import { initPageWithGuidance } from '../shared/page-context.ts';
import { Options } from './options.tsx';

let draws = 0;

/**
 * Reads all that the page shows, and draws it: with something done as a new page, otherwise what
 * the person did on it stays, their focus too. Without `done` only the language may have changed.
 */
async function draw(
  done: readonly string[] = [],
  undo: (() => Promise<readonly string[]>) | null = null,
): Promise<void> {
  const page = await initPageWithGuidance('options_title');
  const { rules, inUse } = page;
  const [{ profile, isRead }, cases, off, sites, policy, language, icon, left] = await Promise.all([
    loadAnswers(rules, null),
    loadAnsweredDomains(),
    loadHintPreferences(),
    grantedHosts().catch(() => []),
    readManagedPolicy().then((value) => readPolicy(value, rules)),
    readStored(LANGUAGE_KEY),
    readStored(ICON_KEY),
    readStored(RULES_KEY),
  ]);
  if (done.length > 0) draws++;
  render(
    <TranslationContext.Provider value={page}>
      <Options
        key={draws}
        facts={indexRuleset(rules)}
        inUse={inUse}
        isLeft={left !== undefined}
        profile={profile}
        isRead={isRead}
        policy={policy}
        cases={cases ?? []}
        off={off}
        sites={sites}
        installed={installedHosts()}
        icon={icon !== false}
        chosen={LOCALES.find((one) => one === language)}
        done={done}
        undo={undo && (() => void undo().then((said) => draw(said)))}
        redraw={(next, back) => void draw(next, back)}
      />
    </TranslationContext.Provider>,
    document.body,
  );
}

void draw();
// A policy may come after the page: Chromium hands it over some seconds after an installation.
onManagedPolicyChanged(() => {
  draws++;
  void draw();
});
