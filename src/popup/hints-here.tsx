import { useEffect, useState } from 'preact/hooks';
import { keepSwitched, readOff } from '../case/off.ts';
import { consoleOfHost } from '../core/guidance.ts';
import type { RuleBundle } from '../core/model.ts';
import { readPolicy } from '../core/policy.ts';
import type { Off } from '../messages/settings.ts';
import { askForSite, hasSite, managed, removeSite } from '../platform/browser.ts';
import type { Say } from '../ui/say.ts';

interface State {
  /** Whether the person gave leave to run there. */
  readonly given: boolean;
  readonly off: Off;
  /** Whether the person's organisation wants no hints at all. */
  readonly forbidden: boolean;
  /** Whether the last change could be stored. */
  readonly isKept: boolean;
  /** Whether the browser did not take the leave back. */
  readonly isStuck?: boolean;
}

/** On a site that is no console of ours: a way to have hints there too, and to take that back. */
export function HintsHere({
  site,
  rules,
  say,
}: {
  readonly site: string | null;
  readonly rules: RuleBundle;
  readonly say: Say;
}) {
  const [state, setState] = useState<State | null>(null);
  const offered = site !== null && consoleOfHost(rules, site) === null ? site : null;
  useEffect(() => {
    if (offered === null) return;
    void Promise.all([hasSite(offered), readOff(), managed()]).then(([given, off, policy]) =>
      setState({ given, off, forbidden: readPolicy(policy, rules).hintsOff, isKept: true }),
    );
  }, [offered]);

  if (offered === null || state === null) return null;
  const { given, off, forbidden, isKept, isStuck = false } = state;
  if (forbidden || off.all) return <p class="here">{say(forbidden ? 'managed_hints_off' : 'here_all_off')}</p>;
  const isOn = given && !off.sites.includes(offered);

  /** The browser asks only in the turn of the click. */
  async function start(host: string): Promise<void> {
    if (!given && !(await askForSite(host))) return;
    // It may have been switched off when it was there before.
    const isKept = await keepSwitched({ site: host }, true);
    setState({ given: true, off: await readOff(), forbidden, isKept });
  }

  async function stop(host: string): Promise<void> {
    if (await removeSite(host)) setState({ given: false, off, forbidden, isKept });
    else setState({ given, off, forbidden, isKept, isStuck: true });
  }

  return (
    <p class="here">
      {isOn ? say('here_on', { host: offered }) : say('here_off', { host: offered })}{' '}
      <button type="button" onClick={() => void (isOn ? stop(offered) : start(offered))}>
        {isOn ? say('here_stop') : say('here_start')}
      </button>
      {!isKept && <span role="alert"> {say('answers_not_stored')}</span>}
      {isStuck && <span role="alert"> {say('options_remove_failed', { host: offered })}</span>}
    </p>
  );
}
