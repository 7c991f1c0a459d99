import { render } from 'preact';
import { readCases, readKept } from '../case/keep.ts';
import { readOff } from '../case/off.ts';
import { LOCALES } from '../core/model.ts';
import { readPolicy } from '../core/policy.ts';
import { indexFacts } from '../core/question.ts';
import { ICON_KEY } from '../messages/settings.ts';
import { addedSites, managed, onManaged, stored } from '../platform/browser.ts';
import { LANGUAGE_KEY, RULES_KEY } from '../platform/keys.ts';
import { startPage } from '../start.ts';
import { Options } from './options.tsx';

let draws = 0;

/**
 * In: what was done before; nothing: only the language may be another. Reads all that the page shows, and draws it: with
 * something done as a new page, else what the person did on it stays, their focus too.
 */
async function draw(done: readonly string[] = []): Promise<void> {
  const { rules, inUse, locale, say } = await startPage('options_title');
  const [{ profile, isRead }, cases, off, sites, policy, language, icon, left] = await Promise.all([
    readKept(rules, null),
    readCases(),
    readOff(),
    addedSites().catch(() => []),
    managed().then((value) => readPolicy(value, rules)),
    stored(LANGUAGE_KEY),
    stored(ICON_KEY),
    stored(RULES_KEY),
  ]);
  if (done.length > 0) draws++;
  render(
    <Options
      key={draws}
      facts={indexFacts(rules)}
      inUse={inUse}
      isLeft={left !== undefined}
      profile={profile}
      isRead={isRead}
      policy={policy}
      cases={cases ?? []}
      off={off}
      sites={sites}
      icon={icon !== false}
      chosen={LOCALES.find((one) => one === language)}
      done={done}
      redraw={(next) => void draw(next)}
      locale={locale}
      say={say}
    />,
    document.body,
  );
}

void draw();
// A policy may come after the page: Chromium hands it over some seconds after an installation.
onManaged(() => {
  draws++;
  void draw();
});
