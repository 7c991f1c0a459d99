/**
 * A name on one line: where it is long, its beginning gives way, and what tells it apart from
 * others stays: what stands behind its first dot, or from `end` on.
 */
export function ShortName({ name, end = name.indexOf('.') }: { readonly name: string; readonly end?: number }) {
  return (
    <span class="short-name" title={name}>
      <span>{name.slice(0, end)}</span>
      <span>{name.slice(end)}</span>
    </span>
  );
}
