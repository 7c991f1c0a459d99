const DAY = /(\d{4}-\d{2}-\d{2})/;

/** A text in which no day is broken at its hyphens. */
export function WholeDates({ text }: { readonly text: string }) {
  return <>{text.split(DAY).map((part, at) => (at % 2 === 1 ? <span class="day">{part}</span> : part))}</>;
}
