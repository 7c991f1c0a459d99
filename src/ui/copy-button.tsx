import { useState } from 'preact/hooks';
import { useTranslation } from './translation.ts';

/**
 * Copies a text. Returns whether the clipboard took it: a policy may forbid it, or the page may not
 * have the focus.
 */
export async function copy(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}

/**
 * A button that copies a text and says so. The status stands beside the button: within it, it would
 * take the button's name away from assistive technology.
 */
export function Copy({
  textOf,
  label,
}: {
  /** Asked for when it is pressed, and not while the page is drawn. */
  readonly textOf: () => string;
  readonly label: string;
}) {
  const { t } = useTranslation();
  const [copied, setCopied] = useState<string | null>(null);
  const [failed, setFailed] = useState(false);
  const done = copied !== null && copied === textOf() ? t('steps_copied') : '';
  return (
    <>
      <button
        type="button"
        onClick={async () => {
          const text = textOf();
          const isDone = await copy(text);
          setFailed(!isDone);
          if (isDone) setCopied(text);
        }}
      >
        {done || label}
      </button>
      <span role="status" class={failed ? 'no' : 'unseen'}>
        {failed ? t('copy_failed') : done}
      </span>
    </>
  );
}
