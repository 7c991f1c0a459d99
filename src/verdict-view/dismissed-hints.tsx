import { useEffect, useRef, useState } from 'preact/hooks';
import { send } from '../browser-api/send-message.ts';
import { readStored } from '../browser-api/storage.ts';
import { consoleOfHost } from '../domain/prompts/console-prompts.ts';
import { decodeHints, dismissedOn, HINTS_KEY } from '../domain/prompts/hint-states.ts';
import type { Ruleset } from '../domain/ruleset/ruleset.ts';
import { request } from '../messaging/protocol.ts';
import { useTranslation } from '../ui/translation.ts';

/**
 * On a console where hints were dismissed: how many, and a way to have them back. Nothing
 * elsewhere.
 */
export function Dismissed({ host, rules }: { readonly host: string; readonly rules: Ruleset }) {
  const { t } = useTranslation();
  const site = consoleOfHost(rules, host)?.id;
  const [count, setCount] = useState(0);
  const [restored, setRestored] = useState<boolean | null>(null);
  const line = useRef<HTMLParagraphElement>(null);
  useEffect(() => {
    if (site !== undefined)
      void readStored(HINTS_KEY).then((value) => setCount(dismissedOn(decodeHints(value).hints, site)));
  }, [site]);

  if (site === undefined || count === 0) return null;
  return (
    <p class="dismissed" role="status" tabIndex={-1} ref={line}>
      {restored ? (
        t('hints_restored')
      ) : (
        <>
          {t('hints_hidden', { count })}{' '}
          <button
            type="button"
            onClick={async () => {
              setRestored((await request(send, 'restore', { site })) ?? false);
              // Where the button was, it is said what it did.
              line.current?.focus();
            }}
          >
            {t('hints_show_again')}
          </button>
          {restored === false && ` ${t('rules_not_kept')}`}
        </>
      )}
    </p>
  );
}
