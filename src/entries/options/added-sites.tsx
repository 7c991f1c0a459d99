/**
 * Hints on sites that are none of the listed consoles: the person names them, the browser asks for
 * permission.
 */
import { useState } from 'preact/hooks';
import { requestHostPermission, revokeHostPermission } from '../../browser-api/permissions.ts';
import { readHost } from '../../domain/hostname/read-host.ts';
import { useTranslation } from '../../ui/translation.ts';
import type { Done } from '../../ui/undo.tsx';
import { useListFocus } from '../../ui/use-list-focus.ts';
import { HostForm } from './host-form.tsx';
import { Setting } from './setting.tsx';
import { Switch } from './switch.tsx';

export interface Site {
  readonly id: string;
  readonly name: string;
  readonly hosts: readonly string[];
}

interface Props {
  readonly added: readonly string[];
  readonly suggested: readonly string[];
  readonly consoleOf: (host: string) => string | null;
  readonly isOptional: (host: string) => boolean;
  /** Whether hints are off altogether, and whether that is the organization's will. */
  readonly none: boolean;
  readonly forbidden: boolean;
  readonly isOn: (site: string) => boolean;
  readonly switchSite: (site: string, on: boolean) => void;
  /** Says what was done, and how to undo it. */
  readonly note: (done: Done) => void;
}

export function AddedSites({
  added,
  suggested,
  consoleOf,
  isOptional,
  none,
  forbidden,
  isOn,
  switchSite,
  note: noteDone,
}: Props) {
  const { t } = useTranslation();
  const [sites, setSites] = useState(added);
  const [text, setText] = useState('');
  const [note, setNote] = useState('');
  const [list, focusAfter] = useListFocus<HTMLUListElement>();
  const offered = suggested.filter((host) => !sites.includes(host) && consoleOf(host) === null);

  /** To be called in the turn of a click: without it, the browser does not ask. */
  async function allow(host: string): Promise<void> {
    if (!(await requestHostPermission(host))) {
      setNote(t('options_add_denied', { host }));
      return;
    }
    // It may have been switched off when it was there before.
    switchSite(host, true);
    setSites((all) => [...new Set([...all, host])].sort());
    setNote(t('options_add_done', { host }));
    setText('');
  }

  function add(): void {
    const read = readHost(text);
    const host = 'type' in read && read.type !== 'ip-address' ? '' : read.host;
    const console = host === '' ? null : consoleOf(host);
    if (host === '') setNote(t('options_add_no_host'));
    else if (console !== null && isOptional(host)) setNote(t('options_add_offer', { host, console }));
    else if (console !== null) setNote(t('options_add_console', { host, console }));
    else if (sites.includes(host)) setNote(t('options_add_known', { host }));
    else void allow(host);
  }

  async function remove(host: string, place: number): Promise<void> {
    if (!(await revokeHostPermission(host))) {
      setNote(t('options_remove_failed', { host }));
      return;
    }
    const wasOn = isOn(host);
    setSites((all) => all.filter((one) => one !== host));
    setNote('');
    noteDone({
      text: t('options_remove_done', { host }),
      undo: () => void allow(host).then(() => wasOn || switchSite(host, false)),
    });
    focusAfter(place);
  }

  return (
    <Setting words={[t('options_added'), t('options_added_text'), t('options_add_label'), ...sites]} class="added">
      <h3>{t('options_added')}</h3>
      <p class="small">{t('options_added_text')}</p>
      <ul class="cases" ref={list}>
        {sites.map((site, place) => (
          <li key={site}>
            <Switch
              site={site}
              label={site}
              on={isOn(site)}
              disabled={none}
              onChange={(shown) => switchSite(site, shown)}
            />
            <button
              type="button"
              aria-label={t('options_remove_site', { host: site })}
              // The second half of a double click would be on the next one.
              onClick={(event) => event.detail < 2 && void remove(site, place)}
            >
              {t('portfolio_remove')}
            </button>
          </li>
        ))}
      </ul>
      {!forbidden && offered.length > 0 && (
        <>
          <p class="managed">{t('options_policy_hosts')}</p>
          <ul class="cases">
            {offered.map((host) => (
              <li key={host}>
                <span>{host}</span>
                <button type="button" aria-label={t('options_allow_site', { host })} onClick={() => void allow(host)}>
                  {t('options_allow')}
                </button>
              </li>
            ))}
          </ul>
        </>
      )}
      {!forbidden && (
        <HostForm
          label={t('options_add_label')}
          example="console.example.com"
          value={text}
          onValue={setText}
          onSubmit={add}
        >
          <button type="submit">{t('portfolio_add')}</button>
        </HostForm>
      )}
      <p role="status" class="note">
        {note}
      </p>
    </Setting>
  );
}
