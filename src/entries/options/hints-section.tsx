import type { ComponentProps } from 'preact';
import { useContext, useEffect, useRef, useState } from 'preact/hooks';
import { subscribe } from '../../browser-api/storage.ts';
import type { OptionalConsole } from '../../domain/prompts/console-permissions.ts';
import {
  HINT_KINDS,
  HINT_PREFERENCES_KEY,
  type HintPreferences,
  type HintScope,
  withHintEnabled,
} from '../../domain/prompts/hint-preferences.ts';
import { setHintEnabled, tryReadHintPreferences } from '../../storage/stored-hint-preferences.ts';
import { useTranslation } from '../../ui/translation.ts';
import type { Done } from '../../ui/undo.tsx';
import { ConsoleOffers } from '../shared/console-offers.tsx';
import { AddedSites, type Site } from './added-sites.tsx';
import { isFound, Searched, Setting } from './setting.tsx';
import { Switch } from './switch.tsx';

interface Props {
  readonly off: HintPreferences;
  /** Whether the person's organization wants no hints at all. */
  readonly forbidden: boolean;
  /** The consoles that hints are shown on by themselves, sorted by name. */
  readonly consoles: readonly Site[];
  /** Consoles, or hosts of theirs, that need the person's permission. */
  readonly offers: readonly OptionalConsole[];
  /** Hosts that the person granted permission for. */
  readonly granted: readonly string[];
  /** Hosts of no console that the person added. */
  readonly added: readonly string[];
  /** Hosts that the person's organization suggests. */
  readonly suggested: readonly string[];
  /** Returns the name of the console that has a host; null where none has. */
  readonly consoleOf: (host: string) => string | null;
  /** Whether a host is a console's that needs the person's permission. */
  readonly isOptional: (host: string) => boolean;
  /** Says what was done, and how to undo it. */
  readonly note: (done: Done) => void;
}

/** Which hints are shown where. Pages that are open follow when they are loaded anew. */
export function Hints({ off: initialOff, forbidden, consoles, offers, granted, note, ...sites }: Props) {
  const { t } = useTranslation();
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
  const shownIn = t('options_hints');
  return (
    <>
      {!stored && (
        <p class="notice" role="alert">
          {t('answers_not_stored')}
        </p>
      )}
      {forbidden && <p class="managed">{t('managed_hints_off')}</p>}
      <Setting words={[shownIn, t('hints_all'), t('options_hints_text')]} class="all-hints">
        <Switch
          label={t('hints_all')}
          note={t('options_hints_text')}
          on={!none}
          disabled={forbidden}
          onChange={(all) => void change({ all: true }, all)}
        />
      </Setting>
      <div class="kinds">
        {HINT_KINDS.map((kind) => (
          <Setting key={kind} words={[shownIn, t(`hints_kind_${kind}`), t(`hints_kind_${kind}_text`)]}>
            <Switch
              label={t(`hints_kind_${kind}`)}
              note={t(`hints_kind_${kind}_text`)}
              on={!forbidden && !off.kinds.includes(kind)}
              disabled={none}
              onChange={(shown) => void change({ kind }, shown)}
            />
          </Setting>
        ))}
      </div>
      <Consoles
        consoles={consoles}
        none={none}
        isOn={isOn}
        switchSite={(site, shown) => void change({ site }, shown)}
      />
      {!forbidden && offers.length > 0 && (
        <OptionalConsoles offers={offers} granted={granted} onAllowed={(site) => void change({ site }, true)} />
      )}
      <AddedSites
        {...sites}
        none={none}
        forbidden={forbidden}
        isOn={isOn}
        switchSite={(site, shown) => void change({ site }, shown)}
        note={note}
      />
    </>
  );
}

/** The consoles that the person can allow hints on; unfolded where one of them is searched for. */
function OptionalConsoles(props: ComponentProps<typeof ConsoleOffers>) {
  const { locale, t } = useTranslation();
  const searched = useContext(Searched);
  const label = t('hints_offers');
  const words = props.offers.flatMap(({ console, hosts }) => [console.name[locale], ...hosts]);
  return (
    <Setting words={[label, ...words]}>
      <details class="consoles" open={searched.length > 0 && !isFound(searched, label)}>
        <summary>
          <h3>{label}</h3>
        </summary>
        <p class="small">{t('hints_offers_text')}</p>
        <ConsoleOffers {...props} />
      </details>
    </Setting>
  );
}

/** The consoles that hints are shown on by themselves; one that is searched for is in sight. */
function Consoles({
  consoles,
  none,
  isOn,
  switchSite,
}: Pick<Props, 'consoles'> & {
  readonly none: boolean;
  readonly isOn: (site: string) => boolean;
  readonly switchSite: (site: string, on: boolean) => void;
}) {
  const { t } = useTranslation();
  const searched = useContext(Searched);
  const label = t('options_consoles', { on: consoles.filter(({ id }) => isOn(id)).length, all: consoles.length });
  const fits = ({ name, hosts }: Site) => isFound(searched, name, ...hosts);
  const found = searched.length > 0 && !isFound(searched, label) ? consoles.filter(fits) : [];
  return (
    <Setting words={[label, ...consoles.flatMap(({ name, hosts }) => [name, ...hosts])]}>
      <details class="consoles" open={found.length > 0}>
        <summary>
          <h3>{label}</h3>
        </summary>
        <div class="columns">
          {(found.length > 0 ? found : consoles).map(({ id, name, hosts }) => (
            <Switch
              key={id}
              site={id}
              label={name}
              note={hosts.join(t('list_separator'))}
              on={isOn(id)}
              disabled={none}
              onChange={(shown) => switchSite(id, shown)}
            />
          ))}
        </div>
      </details>
    </Setting>
  );
}
