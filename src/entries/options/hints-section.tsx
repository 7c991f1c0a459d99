import { useEffect, useRef, useState } from 'preact/hooks';
import { canShowStatus } from '../../browser-api/action.ts';
import { subscribe, writeStored } from '../../browser-api/storage.ts';
import {
  HINT_KINDS,
  HINT_PREFERENCES_KEY,
  type HintPreferences,
  type HintScope,
  ICON_KEY,
  withHintEnabled,
} from '../../domain/prompts/hint-preferences.ts';
import { setHintEnabled, tryReadHintPreferences } from '../../storage/stored-hint-preferences.ts';
import { useTranslation } from '../../ui/translation.ts';
import { AddedSites, type Site } from './added-sites.tsx';
import { Switch } from './switch.tsx';

interface Props {
  readonly off: HintPreferences;
  /** Whether the person's organisation wants no hints at all. */
  readonly forbidden: boolean;
  /** The consoles that hints are shown on by themselves, sorted by name. */
  readonly consoles: readonly Site[];
  /** Hosts that the person added. */
  readonly added: readonly string[];
  /** Hosts that the person's organisation suggests. */
  readonly suggested: readonly string[];
  /** Returns the name of the console that has a host; null where none has. */
  readonly consoleOf: (host: string) => string | null;
  /** Whether the toolbar icon tells what is known of a suffix. */
  readonly icon: boolean;
}

/** Which hints are shown where. Pages that are open follow when they are loaded anew. */
export function Hints({ off: initialOff, forbidden, consoles, icon: initialIcon, ...sites }: Props) {
  const { t } = useTranslation();
  const [icon, setIcon] = useState(initialIcon);
  const [off, setOff] = useState(initialOff);
  const [stored, setStored] = useState(true);
  const none = forbidden || off.all;
  // Another window, or a page's own switch.
  useEffect(
    () =>
      subscribe(
        (key) => key === HINT_PREFERENCES_KEY,
        () => void readAnew(),
      ),
    [],
  );

  /**
   * Own changes that are still on their way to the storage: what is read meanwhile is older than
   * what is shown.
   */
  const pending = useRef(0);

  async function change(what: HintScope, on: boolean): Promise<void> {
    pending.current++;
    setOff((was) => withHintEnabled(was, what, on));
    setStored(await setHintEnabled(what, on));
    pending.current--;
    await readAnew();
  }

  async function readAnew(): Promise<void> {
    const now = await tryReadHintPreferences();
    if (now !== null && pending.current === 0) setOff(now);
  }

  const isOn = (site: string) => !forbidden && !off.sites.includes(site);
  const on = consoles.filter(({ id }) => isOn(id)).length;
  return (
    <>
      <p class="lead">{t('options_hints_text')}</p>
      {!stored && (
        <p class="notice" role="alert">
          {t('answers_not_stored')}
        </p>
      )}
      {forbidden && <p class="managed">{t('managed_hints_off')}</p>}
      <Switch
        label={t('hints_all')}
        on={!none}
        disabled={forbidden}
        onChange={(all) => void change({ all: true }, all)}
      />
      <div class="kinds">
        {HINT_KINDS.map((kind) => (
          <Switch
            key={kind}
            label={t(`hints_kind_${kind}`)}
            on={!forbidden && !off.kinds.includes(kind)}
            disabled={none}
            onChange={(shown) => void change({ kind }, shown)}
          />
        ))}
      </div>
      <details class="consoles">
        <summary>
          <h3>{t('options_consoles', { on, all: consoles.length })}</h3>
        </summary>
        <div class="columns">
          {consoles.map(({ id, name, hosts }) => (
            <Switch
              key={id}
              site={id}
              label={name}
              note={hosts.join(t('list_separator'))}
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
      />
      {canShowStatus() && (
        <div class="toolbar">
          <h3>{t('options_toolbar')}</h3>
          <Switch
            label={t('options_icon')}
            on={icon}
            onChange={(shown) => {
              setIcon(shown);
              // The worker sees it, and shows it.
              void writeStored({ [ICON_KEY]: shown }).then(setStored);
            }}
          />
        </div>
      )}
    </>
  );
}
