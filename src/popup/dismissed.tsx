import { useEffect, useRef, useState } from 'preact/hooks';
import { consoleOfHost } from '../core/guidance.ts';
import type { RuleBundle } from '../core/model.ts';
import { decodeHints, dismissedOn, HINTS_KEY } from '../messages/hints.ts';
import { request } from '../messages/protocol.ts';
import { stored } from '../platform/browser.ts';
import { send } from '../platform/page.ts';
import type { Say } from '../ui/say.ts';

/** On a console where hints were dismissed: how many, and a way to have them back. Nothing elsewhere. */
export function Dismissed({
  host,
  rules,
  say,
}: {
  readonly host: string;
  readonly rules: RuleBundle;
  readonly say: Say;
}) {
  const site = consoleOfHost(rules, host)?.id;
  const [count, setCount] = useState(0);
  const [restored, setRestored] = useState<boolean | null>(null);
  const line = useRef<HTMLParagraphElement>(null);
  useEffect(() => {
    if (site !== undefined)
      void stored(HINTS_KEY).then((value) => setCount(dismissedOn(decodeHints(value).hints, site)));
  }, [site]);

  if (site === undefined || count === 0) return null;
  return (
    <p class="dismissed" role="status" tabIndex={-1} ref={line}>
      {restored ? (
        say('hints_restored')
      ) : (
        <>
          {count === 1 ? say('hints_hidden_one') : say('hints_hidden_other', { count })}{' '}
          <button
            type="button"
            onClick={async () => {
              setRestored((await request(send, 'restore', { site })) ?? false);
              // Where the button was, it is said what it did.
              line.current?.focus();
            }}
          >
            {say('hints_show_again')}
          </button>
          {restored === false && ` ${say('rules_not_kept')}`}
        </>
      )}
    </p>
  );
}
