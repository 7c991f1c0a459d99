import { elementScroll, observeElementOffset, observeElementRect, Virtualizer } from '@tanstack/virtual-core';
import { useLayoutEffect, useState } from 'preact/hooks';

/** In: how many rows of which height, and the element that scrolls. Out: which of them are in sight, and where. */
export function useVirtual(
  count: number,
  height: number,
  scroller: () => HTMLElement | null,
): Virtualizer<HTMLElement, HTMLElement> {
  const [, redraw] = useState(0);
  const options = {
    count,
    getScrollElement: scroller,
    estimateSize: () => height,
    overscan: 8,
    observeElementRect,
    observeElementOffset,
    scrollToFn: elementScroll,
    onChange: () => redraw((times) => times + 1),
  };
  const [virtual] = useState(() => new Virtualizer<HTMLElement, HTMLElement>(options));
  virtual.setOptions(options);
  useLayoutEffect(() => virtual._didMount(), []);
  useLayoutEffect(() => virtual._willUpdate());
  return virtual;
}
