/**
 * Consoles where hints need the person's permission: each with a way to give it and to take it
 * back.
 */
import { useState } from 'preact/hooks';
import { requestHostPermissions, revokeHostPermission } from '../../browser-api/permissions.ts';
import type { OptionalConsole } from '../../domain/prompts/console-permissions.ts';
import { useTranslation } from '../../ui/translation.ts';

interface Props {
  readonly offers: readonly OptionalConsole[];
  /** Hosts that the person granted before the page was drawn. */
  readonly granted: readonly string[];
  /** Called with the console's id once hints are to be shown there. */
  readonly onAllowed: (console: string) => void;
}

/** A button for each console, sorted by name, and what became of the last one that was pressed. */
export function ConsoleOffers({ offers, granted: initial, onAllowed }: Props) {
  const { locale, t } = useTranslation();
  const [granted, setGranted] = useState(initial);
  const [note, setNote] = useState('');
  const named = offers
    .map(({ console, hosts }) => ({ id: console.id, name: console.name[locale], hosts }))
    .sort((a, b) => a.name.localeCompare(b.name));

  /** To be called in the turn of a click: without it, the browser does not ask. */
  async function allow({ id: console, name, hosts }: (typeof named)[number]): Promise<void> {
    if (!(await requestHostPermissions(hosts))) return setNote(t('options_add_denied', { host: name }));
    onAllowed(console);
    setGranted((all) => [...all, ...hosts]);
    setNote(t('options_add_done', { host: name }));
  }

  async function remove({ name, hosts }: (typeof named)[number]): Promise<void> {
    const done = await Promise.all(hosts.map(revokeHostPermission));
    if (!done.every(Boolean)) return setNote(t('options_remove_failed', { host: name }));
    setGranted((all) => all.filter((host) => !hosts.includes(host)));
    setNote(t('options_remove_done', { host: name }));
  }

  return (
    <>
      <ul class="offers">
        {named.map((one) => {
          const isOn = one.hosts.every((host) => granted.includes(host));
          return (
            <li key={one.id} data-offer={one.id} data-on={String(isOn)}>
              <span>
                {one.name} <small>{one.hosts.join(t('list_separator'))}</small>
              </span>
              <button
                type="button"
                aria-label={t(isOn ? 'options_remove_site' : 'options_allow_site', { host: one.name })}
                onClick={(event) => {
                  // The second half of a double click would take back what the first half gave.
                  if (event.detail < 2) void (isOn ? remove(one) : allow(one));
                }}
              >
                {t(isOn ? 'portfolio_remove' : 'options_allow')}
              </button>
            </li>
          );
        })}
      </ul>
      <p role="status" class="note">
        {note}
      </p>
    </>
  );
}
