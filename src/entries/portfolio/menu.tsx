import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { Icon } from '../../ui/icon.tsx';

/** A button that unfolds a few controls below it; a click elsewhere and Escape fold it again. */
export function Menu({
  label,
  id,
  children,
}: {
  readonly label: string;
  readonly id: string;
  readonly children: ComponentChildren;
}) {
  const box = useRef<HTMLDetailsElement>(null);
  useEffect(() => {
    const close = (event: Event) => {
      if (box.current?.open && !(event.target instanceof Node && box.current.contains(event.target)))
        box.current.open = false;
    };
    document.addEventListener('click', close);
    return () => document.removeEventListener('click', close);
  }, []);
  return (
    <details
      class={`menu ${id}`}
      ref={box}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || !box.current?.open) return;
        box.current.open = false;
        box.current.querySelector('summary')?.focus();
      }}
    >
      <summary>
        <span>{label}</span>
        <Icon name="down" size={14} />
      </summary>
      <div class="menu-body">{children}</div>
    </details>
  );
}
