import { useEffect, useState } from 'preact/hooks';
import { hasHostPermission, requestHostPermission, revokeHostPermission } from '../browser-api/permissions.ts';
import { readManagedPolicy } from '../browser-api/policy.ts';
import { readPolicy } from '../domain/answers/policy.ts';
import { consoleOfHost } from '../domain/prompts/console-prompts.ts';
import type { HintPreferences } from '../domain/prompts/hint-preferences.ts';
import type { Ruleset } from '../domain/ruleset/ruleset.ts';
import { loadHintPreferences, setHintEnabled } from '../storage/stored-hint-preferences.ts';
import { useTranslation } from '../ui/translation.ts';

interface State {
  /** Whether the person granted permission to run there. */
  readonly given: boolean;
  readonly off: HintPreferences;
  /** Whether the person's organisation wants no hints at all. */
  readonly forbidden: boolean;
  /** Whether the last change could be stored. */
  readonly isKept: boolean;
  /** Whether the browser did not revoke the permission. */
  readonly isStuck?: boolean;
}

/** On a site that is no console of ours: a way to have hints there too, and to take that back. */
export function HintsHere({ site, rules }: { readonly site: string | null; readonly rules: Ruleset }) {
  const { t } = useTranslation();
  const [state, setState] = useState<State | null>(null);
  const offered = site !== null && consoleOfHost(rules, site) === null ? site : null;
  useEffect(() => {
    if (offered === null) return;
    void Promise.all([hasHostPermission(offered), loadHintPreferences(), readManagedPolicy()]).then(
      ([given, off, policy]) => setState({ given, off, forbidden: readPolicy(policy, rules).hintsOff, isKept: true }),
    );
  }, [offered]);

  if (offered === null || state === null) return null;
  const { given, off, forbidden, isKept, isStuck = false } = state;
  if (forbidden || off.all) return <p class="here">{t(forbidden ? 'managed_hints_off' : 'here_all_off')}</p>;
  const isOn = given && !off.sites.includes(offered);

  /** The browser asks only in the turn of the click. */
  async function start(host: string): Promise<void> {
    if (!given && !(await requestHostPermission(host))) return;
    // It may have been switched off when it was there before.
    const isKept = await setHintEnabled({ site: host }, true);
    setState({ given: true, off: await loadHintPreferences(), forbidden, isKept });
  }

  async function stop(host: string): Promise<void> {
    if (await revokeHostPermission(host)) setState({ given: false, off, forbidden, isKept });
    else setState({ given, off, forbidden, isKept, isStuck: true });
  }

  return (
    <p class="here">
      {isOn ? t('here_on', { host: offered }) : t('here_off', { host: offered })}{' '}
      <button type="button" onClick={() => void (isOn ? stop(offered) : start(offered))}>
        {isOn ? t('here_stop') : t('here_start')}
      </button>
      {!isKept && <span role="alert"> {t('answers_not_stored')}</span>}
      {isStuck && <span role="alert"> {t('options_remove_failed', { host: offered })}</span>}
    </p>
  );
}
