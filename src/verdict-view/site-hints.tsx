import { useEffect, useState } from 'preact/hooks';
import { readManagedPolicy } from '../browser-api/managed-policy.ts';
import {
  grantedHosts,
  installedHosts,
  requestHostPermissions,
  revokeHostPermission,
} from '../browser-api/permissions.ts';
import { readPolicy } from '../domain/answers/policy.ts';
import type { Locale } from '../domain/common/locale.ts';
import { optionalConsoleOf } from '../domain/prompts/console-permissions.ts';
import { consoleOfHost } from '../domain/prompts/find-console.ts';
import type { HintPreferences } from '../domain/prompts/hint-preferences.ts';
import type { Ruleset } from '../domain/ruleset/ruleset.ts';
import { loadHintPreferences, setHintEnabled } from '../storage/stored-hint-preferences.ts';
import { useTranslation } from '../ui/translation.ts';

interface State {
  /** Whether the person granted permission to run there. */
  readonly given: boolean;
  readonly off: HintPreferences;
  /** Whether the person's organization wants no hints at all. */
  readonly forbidden: boolean;
  /** Whether the last change could be stored. */
  readonly isKept: boolean;
  /** Whether the browser did not revoke the permission. */
  readonly isStuck?: boolean;
}

/** What hints are offered for: a site, or the console that it belongs to. */
interface Offered {
  /** By which what is switched off is stored. */
  readonly id: string;
  readonly name: string;
  /** What the browser is asked for. */
  readonly hosts: readonly string[];
}

function offerFor(site: string, rules: Ruleset, locale: Locale): Offered | null {
  const optional = optionalConsoleOf(rules, installedHosts(), site);
  if (optional !== null) {
    const { console, hosts } = optional;
    return { id: console.id, name: console.name[locale], hosts };
  }
  return consoleOfHost(rules, site) === null ? { id: site, name: site, hosts: [site] } : null;
}

/** On a site where hints need the person's permission: a way to give it, and to take it back. */
export function HintsHere({ site, rules }: { readonly site: string | null; readonly rules: Ruleset }) {
  const { locale, t } = useTranslation();
  const [state, setState] = useState<State | null>(null);
  const offered = site === null ? null : offerFor(site, rules, locale);
  useEffect(() => {
    if (offered === null) return;
    void Promise.all([grantedHosts(), loadHintPreferences(), readManagedPolicy()]).then(([granted, off, policy]) =>
      setState({
        given: offered.hosts.every((host) => granted.includes(host)),
        off,
        forbidden: readPolicy(policy, rules).hintsOff,
        isKept: true,
      }),
    );
  }, [offered?.id]);

  if (offered === null || state === null) return null;
  const { given, off, forbidden, isKept, isStuck = false } = state;
  if (forbidden || off.all) return <p class="here">{t(forbidden ? 'managed_hints_off' : 'here_all_off')}</p>;
  const isOn = given && !off.sites.includes(offered.id);

  /** The browser asks only in the turn of the click. */
  async function start({ id, hosts }: Offered): Promise<void> {
    if (!given && !(await requestHostPermissions(hosts))) return;
    // It may have been switched off when it was there before.
    const isKept = await setHintEnabled({ site: id }, true);
    setState({ given: true, off: await loadHintPreferences(), forbidden, isKept });
  }

  async function stop({ hosts }: Offered): Promise<void> {
    const done = await Promise.all(hosts.map(revokeHostPermission));
    if (done.every(Boolean)) setState({ given: false, off, forbidden, isKept });
    else setState({ given, off, forbidden, isKept, isStuck: true });
  }

  return (
    <p class="here">
      {t(isOn ? 'here_on' : 'here_off', { host: offered.name })}{' '}
      <button type="button" onClick={() => void (isOn ? stop(offered) : start(offered))}>
        {isOn ? t('here_stop') : t('here_start')}
      </button>
      {!isKept && <span role="alert"> {t('answers_not_stored')}</span>}
      {isStuck && <span role="alert"> {t('options_remove_failed', { host: offered.name })}</span>}
    </p>
  );
}
