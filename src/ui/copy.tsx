import { useState } from 'preact/hooks';
import type { Say } from './say.ts';

/**
 * A button that copies a text and says so. The status stands beside the button: within it, it would take the button's name away
 * from assistive technology.
 */
export function Copy({
  textOf,
  label,
  say,
}: {
  /** Asked for when it is pressed, and not while the page is drawn. */
  readonly textOf: () => string;
  readonly label: string;
  readonly say: Say;
}) {
  const [copied, setCopied] = useState<string | null>(null);
  const done = copied !== null && copied === textOf() ? say('steps_copied') : '';
  return (
    <>
      <button
        type="button"
        onClick={async () => {
          const text = textOf();
          await navigator.clipboard.writeText(text);
          setCopied(text);
        }}
      >
        {done || label}
      </button>
      <span role="status" class="unseen">
        {done}
      </span>
    </>
  );
}
