import type { RefObject } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';

/**
 * Keeps the focus where someone works on a list whose items go away. Returns a ref for the list,
 * and what is to be called with the place of an item that went: the button that took its place is
 * focused, or else the heading that can have the focus.
 */
export function useListFocus<T extends HTMLElement>(): readonly [RefObject<T | null>, (place: number) => void] {
  const list = useRef<T>(null);
  const [gone, setGone] = useState<{ readonly place: number } | null>(null);
  // With the drawing, not after the paint: a key pressed in between would go nowhere.
  useLayoutEffect(() => {
    if (gone === null) return;
    const items = [...(list.current?.children ?? [])];
    const next = items[Math.min(gone.place, items.length - 1)]?.querySelector('button');
    (
      next ??
      list.current?.closest(':is(.set, section):has([tabindex="-1"])')?.querySelector<HTMLElement>('[tabindex="-1"]')
    )?.focus();
  }, [gone]);
  return [list, (place) => setGone({ place })];
}
