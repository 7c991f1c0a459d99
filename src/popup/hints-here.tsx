import { useEffect, useState } from 'preact/hooks';
import { consoleOfHost } from '../core/guidance.ts';
import type { RuleBundle } from '../core/model.ts';
import { askForSite, hasSite, removeSite } from '../platform/browser.ts';
import type { Say } from '../ui/words.ts';

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
  const [given, setGiven] = useState<boolean | null>(null);
  const offered = site !== null && consoleOfHost(rules, site) === null ? site : null;
  useEffect(() => {
    if (offered !== null) void hasSite(offered).then(setGiven);
  }, [offered]);

  if (offered === null || given === null) return null;
  return (
    <p class="here">
      {given ? say('here_on', { host: offered }) : say('here_off', { host: offered })}{' '}
      <button
        type="button"
        onClick={async () => setGiven(given ? !(await removeSite(offered)) : await askForSite(offered))}
      >
        {given ? say('here_stop') : say('here_start')}
      </button>
    </p>
  );
}
