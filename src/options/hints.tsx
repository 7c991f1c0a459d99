import { useState } from 'preact/hooks';
import { HINT_KINDS, ICON_KEY, OFF_KEY, type Off, switched } from '../messages/settings.ts';
import { askForSite, removeSite, store } from '../platform/browser.ts';
import { canShowStatus } from '../platform/icon.ts';
import type { Say } from '../ui/words.ts';

interface Props {
  readonly off: Off;
  /** Hosts that the person added. */
  readonly sites: readonly string[];
  /** Hosts that the person's organisation suggests. */
  readonly suggested: readonly string[];
  /** In: id of a console or a host. Out: its name. */
  readonly nameOf: (site: string) => string;
  /** Whether the toolbar icon tells what is known of a suffix. */
  readonly icon: boolean;
  readonly say: Say;
}

/** Which hints are shown where. Pages that are open follow when they are loaded anew. */
export function HintOptions({ off: first, sites: added, suggested, nameOf, icon: iconAtFirst, say }: Props) {
  const [icon, setIcon] = useState(iconAtFirst);
  const [off, setOff] = useState(first);
  const [sites, setSites] = useState(added);
  const change = (what: Parameters<typeof switched>[1], on: boolean) => {
    const next = switched(off, what, on);
    setOff(next);
    void store({ [OFF_KEY]: next });
  };
  return (
    <section class="hints">
      <h2>{say('options_hints')}</h2>
      <p>{say('options_hints_text')}</p>
      <Switch label={say('hints_all')} on={!off.all} onChange={(on) => change({ all: true }, on)} />
      {HINT_KINDS.map((kind) => (
        <Switch
          key={kind}
          label={say(`hints_kind_${kind}`)}
          on={!off.kinds.includes(kind)}
          disabled={off.all}
          onChange={(on) => change({ kind }, on)}
        />
      ))}
      {off.sites.map((site) => (
        <Switch key={site} site={site} label={nameOf(site)} on={false} onChange={(on) => change({ site }, on)} />
      ))}
      <Suggested
        hosts={suggested.filter((host) => !sites.includes(host))}
        onAdded={(host) => setSites((all) => [...all, host].sort())}
        say={say}
      />
      {canShowStatus() && (
        <Switch
          label={say('options_icon')}
          on={icon}
          onChange={(on) => {
            setIcon(on);
            // The worker sees it, and shows it.
            void store({ [ICON_KEY]: on });
          }}
        />
      )}
      <h3>{say('options_added')}</h3>
      {sites.length === 0 && <p>{say('options_added_none')}</p>}
      <ul class="cases">
        {sites.map((site) => (
          <li key={site}>
            <span>{site}</span>
            <button
              type="button"
              aria-label={`${say('here_stop')}: ${site}`}
              onClick={async () => {
                if (await removeSite(site)) setSites((all) => all.filter((one) => one !== site));
              }}
            >
              {say('here_stop')}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Suggested({
  hosts,
  onAdded,
  say,
}: {
  readonly hosts: readonly string[];
  readonly onAdded: (host: string) => void;
  readonly say: Say;
}) {
  if (hosts.length === 0) return null;
  return (
    <>
      <p>{say('options_policy_hosts')}</p>
      <ul class="cases">
        {hosts.map((host) => (
          <li key={host}>
            <span>{host}</span>
            <button
              type="button"
              aria-label={`${say('options_allow')}: ${host}`}
              onClick={async () => {
                if (await askForSite(host)) onAdded(host);
              }}
            >
              {say('options_allow')}
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}

function Switch(props: {
  /** The site that it is about, if any: automated checks look for it. */
  readonly site?: string;
  readonly label: string;
  readonly on: boolean;
  readonly disabled?: boolean;
  readonly onChange: (on: boolean) => void;
}) {
  return (
    <p class="switch" data-site={props.site}>
      <label>
        <input
          type="checkbox"
          checked={props.on}
          disabled={props.disabled ?? false}
          onChange={(event) => props.onChange(event.currentTarget.checked)}
        />{' '}
        {props.label}
      </label>
    </p>
  );
}
