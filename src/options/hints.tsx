import { useEffect, useRef, useState } from 'preact/hooks';
import { keepSwitched, lookOff } from '../case/off.ts';
import { HINT_KINDS, ICON_KEY, OFF_KEY, type Off, type Switchable, switched } from '../messages/settings.ts';
import { follow, store } from '../platform/browser.ts';
import { canShowStatus } from '../platform/icon.ts';
import type { Say } from '../ui/say.ts';
import { AddedSites, type Site } from './sites.tsx';
import { Switch } from './switch.tsx';

interface Props {
  readonly off: Off;
  /** Whether the person's organisation wants no hints at all. */
  readonly forbidden: boolean;
  /** The consoles that hints are shown on by themselves, sorted by name. */
  readonly consoles: readonly Site[];
  /** Hosts that the person added. */
  readonly added: readonly string[];
  /** Hosts that the person's organisation suggests. */
  readonly suggested: readonly string[];
  /** In: a host. Out: the name of the console that has it; null where it is none's. */
  readonly consoleOf: (host: string) => string | null;
  /** Whether the toolbar icon tells what is known of a suffix. */
  readonly icon: boolean;
  readonly say: Say;
}

/** Which hints are shown where. Pages that are open follow when they are loaded anew. */
export function Hints({ off: offAtFirst, forbidden, consoles, icon: iconAtFirst, say, ...sites }: Props) {
  const [icon, setIcon] = useState(iconAtFirst);
  const [off, setOff] = useState(offAtFirst);
  const [stored, setStored] = useState(true);
  const none = forbidden || off.all;
  // Another window, or a page's own switch.
  useEffect(
    () =>
      follow(
        (key) => key === OFF_KEY,
        () => void readAnew(),
      ),
    [],
  );

  /** Own changes that are still on their way to the storage: what is read meanwhile is older than what is shown. */
  const pending = useRef(0);

  async function change(what: Switchable, on: boolean): Promise<void> {
    pending.current++;
    setOff((was) => switched(was, what, on));
    setStored(await keepSwitched(what, on));
    pending.current--;
    await readAnew();
  }

  async function readAnew(): Promise<void> {
    const now = await lookOff();
    if (now !== null && pending.current === 0) setOff(now);
  }

  const isOn = (site: string) => !forbidden && !off.sites.includes(site);
  const on = consoles.filter(({ id }) => isOn(id)).length;
  return (
    <>
      <p class="lead">{say('options_hints_text')}</p>
      {!stored && (
        <p class="notice" role="alert">
          {say('answers_not_stored')}
        </p>
      )}
      {forbidden && <p class="managed">{say('managed_hints_off')}</p>}
      <Switch
        label={say('hints_all')}
        on={!none}
        disabled={forbidden}
        onChange={(all) => void change({ all: true }, all)}
      />
      <div class="kinds">
        {HINT_KINDS.map((kind) => (
          <Switch
            key={kind}
            label={say(`hints_kind_${kind}`)}
            on={!forbidden && !off.kinds.includes(kind)}
            disabled={none}
            onChange={(shown) => void change({ kind }, shown)}
          />
        ))}
      </div>
      <details class="consoles">
        <summary>
          <h3>{say('options_consoles', { on, all: consoles.length })}</h3>
        </summary>
        <div class="columns">
          {consoles.map(({ id, name, hosts }) => (
            <Switch
              key={id}
              site={id}
              label={name}
              note={hosts.join(say('list_separator'))}
              on={isOn(id)}
              disabled={none}
              onChange={(shown) => void change({ site: id }, shown)}
            />
          ))}
        </div>
      </details>
      <AddedSites
        {...sites}
        none={none}
        forbidden={forbidden}
        isOn={isOn}
        switchSite={(site, shown) => void change({ site }, shown)}
        say={say}
      />
      {canShowStatus() && (
        <div class="toolbar">
          <h3>{say('options_toolbar')}</h3>
          <Switch
            label={say('options_icon')}
            on={icon}
            onChange={(shown) => {
              setIcon(shown);
              // The worker sees it, and shows it.
              void store({ [ICON_KEY]: shown }).then(setStored);
            }}
          />
        </div>
      )}
    </>
  );
}
