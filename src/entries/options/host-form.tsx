import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';

/** A line to type a host into, with what is done with it behind the field. */
export function HostForm({
  label,
  example,
  value,
  onValue,
  onSubmit,
  children,
}: {
  readonly label: string;
  readonly example: string;
  readonly value: string;
  readonly onValue: (value: string) => void;
  readonly onSubmit?: () => void;
  readonly children: ComponentChildren;
}) {
  const id = useId();
  return (
    <form
      class="add field"
      onSubmit={(event) => {
        event.preventDefault();
        onSubmit?.();
      }}
    >
      <label for={id}>{label}</label>
      <input
        id={id}
        type="text"
        inputMode="url"
        autocomplete="off"
        spellcheck={false}
        placeholder={example}
        value={value}
        onInput={(event) => onValue(event.currentTarget.value)}
      />
      {children}
    </form>
  );
}
