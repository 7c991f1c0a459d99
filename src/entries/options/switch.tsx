import { useId } from 'preact/hooks';

/** Something that is on or off. */
export function Switch(props: {
  /** The site that it is about, if any: automated checks look for it. */
  readonly site?: string;
  readonly label: string;
  readonly note?: string;
  readonly on: boolean;
  readonly disabled?: boolean;
  readonly onChange: (on: boolean) => void;
}) {
  const id = useId();
  return (
    <p class="switch" data-site={props.site}>
      <label>
        <span>{props.label}</span>
        <input
          type="checkbox"
          checked={props.on}
          disabled={props.disabled ?? false}
          aria-describedby={props.note === undefined ? undefined : id}
          onChange={(event) => props.onChange(event.currentTarget.checked)}
        />
      </label>
      {props.note !== undefined && (
        <span class="switch-note" id={id}>
          {props.note}
        </span>
      )}
    </p>
  );
}
