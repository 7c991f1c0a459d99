/** Which screen is pushed over the first one. */
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { focusOn } from '../ui/focus-on.ts';
import { type Screen, screenId } from './screens.ts';

export interface Screens {
  /** The screen on top; null for the first one. */
  readonly screen: Screen | null;
  readonly open: (screen: Screen) => void;
  /** Goes back by one screen, with the focus on what opened it. */
  readonly back: () => void;
}

/** Returns the screens of a view, which begins with none pushed. */
export function useScreens(): Screens {
  const [pushed, setPushed] = useState<readonly Screen[]>([]);
  const left = useRef<string | null>(null);
  useLayoutEffect(() => {
    if (left.current === null) return;
    const opener = `[data-opens="${left.current}"]`;
    focusOn(document.querySelector(opener) === null ? 'h1' : opener);
    left.current = null;
  }, [pushed]);
  return {
    screen: pushed.at(-1) ?? null,
    open: (screen) =>
      setPushed((before) => {
        const last = before.at(-1);
        // Each letter that is typed asks anew, and is no step of its own.
        return last?.kind === screen.kind && screen.kind === 'search'
          ? [...before.slice(0, -1), screen]
          : [...before, screen];
      }),
    back: () =>
      setPushed((before) => {
        const last = before.at(-1);
        left.current = last === undefined || last.kind === 'search' ? null : screenId(last);
        return before.slice(0, -1);
      }),
  };
}
