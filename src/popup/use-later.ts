import { useEffect, useState } from 'preact/hooks';
import type { Engine } from '../engine.ts';
import type { BelowParts } from './below.tsx';

/** What is loaded once the verdict is on the screen: the guidance, and what draws the parts below the fold. */
export interface Later {
  readonly engine: Engine;
  readonly below: BelowParts;
}

let loaded: Later | null = null;

/** In: makes the engine over all of the rules. Out: what came later; null before that. A page loads it once. */
export function useLater(whole: () => Promise<Engine>): Later | null {
  const [later, setLater] = useState(loaded);
  useEffect(() => {
    if (later !== null) return;
    // A frame is asked for, and the turn after it is behind its drawing. Pages that are out of sight get no frames.
    const timer = setTimeout(load, 100);
    const frame = requestAnimationFrame(() => setTimeout(load));
    let isAsked = false;
    async function load(): Promise<void> {
      if (isAsked) return;
      isAsked = true;
      clearTimeout(timer);
      const [below, engine] = await Promise.all([import('./below.tsx'), whole()]);
      loaded = { below, engine };
      setLater(loaded);
    }
    return () => {
      clearTimeout(timer);
      cancelAnimationFrame(frame);
    };
  }, []);
  return later;
}
