/** What was just done, and a way back: for ten seconds, and as long as somebody is on it. */
import { useEffect, useRef, useState } from 'preact/hooks';
import { focusOn } from './focus-on.ts';
import { Icon } from './icon.tsx';
import { useTranslation } from './translation.ts';

/** Milliseconds for which the way back is there. */
const OFFERED = 10_000;

export interface Done {
  /** What was done, in words. */
  readonly text: string;
  readonly undo: () => void;
}

/**
 * Returns what was done last and can still be undone, and a function that notes it; null takes it
 * away.
 */
export function useUndo(first: Done | null = null): readonly [Done | null, (done: Done | null) => void] {
  return useState(first);
}

export function UndoLine({ done, onEnd }: { readonly done: Done | null; readonly onEnd: () => void }) {
  const { t } = useTranslation();
  const [isHeld, setIsHeld] = useState(false);
  const end = useRef(onEnd);
  end.current = onEnd;
  useEffect(() => {
    if (done === null || isHeld) return;
    const timer = setTimeout(() => end.current(), OFFERED);
    return () => clearTimeout(timer);
  }, [done, isHeld]);
  return (
    // It is there before it says something: what comes together with its words is not always read
    // out.
    <div class="undo" role="status">
      {done !== null && (
        <p
          onPointerEnter={() => setIsHeld(true)}
          onPointerLeave={() => setIsHeld(false)}
          onFocusCapture={() => setIsHeld(true)}
          onBlurCapture={() => setIsHeld(false)}
        >
          <span>{done.text}</span>
          <button
            type="button"
            onClick={() => {
              setIsHeld(false);
              done.undo();
              onEnd();
              // The button goes.
              focusOn('h1');
            }}
          >
            <Icon name="undo" />
            {t('undo')}
          </button>
        </p>
      )}
    </div>
  );
}
