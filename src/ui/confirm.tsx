import type { ComponentChildren } from 'preact';
import { useId, useLayoutEffect, useRef } from 'preact/hooks';

/**
 * A question that stands before everything else. The browser keeps the focus in it and gives it
 * back; Escape is "no", and so is what is focused first.
 */
export function Confirm({
  title,
  yes,
  no,
  onYes,
  onNo,
  children,
}: {
  readonly title: string;
  readonly yes: string;
  readonly no: string;
  readonly onYes: () => void;
  readonly onNo: () => void;
  readonly children: ComponentChildren;
}) {
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  useLayoutEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog ref={dialog} class="confirm" aria-labelledby={id} onClose={onNo}>
      <h2 id={id}>{title}</h2>
      {children}
      <p class="actions">
        {/* biome-ignore lint/a11y/noAutofocus: within a dialog it says what is focused first */}
        <button type="button" class="main" autoFocus onClick={() => dialog.current?.close()}>
          {no}
        </button>
        <button type="button" class="danger" onClick={onYes}>
          {yes}
        </button>
      </p>
    </dialog>
  );
}
