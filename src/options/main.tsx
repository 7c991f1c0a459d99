import { render } from 'preact';
import { readCases, readKept } from '../case/keep.ts';
import { LOCALES } from '../core/model.ts';
import { readPolicy } from '../core/policy.ts';
import { indexFacts } from '../core/question.ts';
import { decodeOff, ICON_KEY, OFF_KEY } from '../messages/settings.ts';
import { addedSites, LANGUAGE_KEY, managed, stored } from '../platform/browser.ts';
import { startPage } from '../start.ts';
import { Options } from './options.tsx';

const { rules, locale, say } = await startPage('options_title');

async function start(): Promise<void> {
  const [{ profile }, cases, off, sites, policy, language, icon] = await Promise.all([
    readKept(rules, null),
    readCases(),
    stored(OFF_KEY).then(decodeOff),
    addedSites(),
    managed().then((value) => readPolicy(value, rules)),
    stored(LANGUAGE_KEY),
    stored(ICON_KEY),
  ]);
  render(
    <Options
      facts={indexFacts(rules)}
      profile={profile}
      cases={cases}
      off={off}
      sites={sites}
      suggested={policy.consoleHosts}
      icon={icon !== false}
      chosen={LOCALES.find((one) => one === language)}
      locale={locale}
      say={say}
    />,
    document.body,
  );
}

void start();
