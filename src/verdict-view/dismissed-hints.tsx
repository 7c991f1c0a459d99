import { useEffect, useState } from 'preact/hooks';
import { send } from '../browser-api/send-message.ts';
import { subscribe, tryReadStored } from '../browser-api/storage.ts';
import { consoleOfHost } from '../domain/prompts/find-console.ts';
import { decodeHints, dismissedOn, HINTS_KEY } from '../domain/prompts/hint-states.ts';
import type { Ruleset } from '../domain/ruleset/ruleset.ts';
import { requestOwn } from '../messaging/protocol.ts';
import { focusOn } from '../ui/focus-on.ts';
import { useTranslation } from '../ui/translation.ts';
import type { Done } from '../ui/undo.tsx';

/**
 * On a console where hints were dismissed: how many, and a way to have them back. Nothing
 * elsewhere.
 */
export function Dismissed({
  host,
  rules,
  note,
}: {
  readonly host: string;
  readonly rules: Ruleset;
  /** Says what was done, and how to undo it. */
  readonly note: (done: Done) => void;
}) {
  const { t } = useTranslation();
  const site = consoleOfHost(rules, host)?.id;
  const [prompts, setPrompts] = useState<readonly string[]>([]);
  const [hasFailed, setFailed] = useState(false);
  useEffect(() => {
    if (site === undefined) return;
    return subscribe(
      (key) => key === HINTS_KEY,
      // What cannot be read is as it was.
      () =>
        void tryReadStored(HINTS_KEY).then(
          (found) => found && setPrompts(dismissedOn(decodeHints(found.value).hints, site)),
        ),
    );
  }, [site]);

  if (site === undefined || prompts.length === 0) return null;

  async function showAgain(of: string): Promise<void> {
    const isDone = (await requestOwn(send, 'restore', { site: of })) ?? false;
    setFailed(!isDone);
    if (!isDone) return;
    note({
      text: t('hints_restored'),
      undo: () => void requestOwn(send, 'dismiss', { site: of, prompts }),
    });
    // The button goes.
    focusOn('h1');
  }

  return (
    <p class="dismissed">
      {t('hints_hidden', { count: prompts.length })}{' '}
      <button type="button" onClick={() => void showAgain(site)}>
        {t('hints_show_again')}
      </button>
      {hasFailed && <span role="alert"> {t('rules_not_kept')}</span>}
    </p>
  );
}
