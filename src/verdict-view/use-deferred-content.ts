import { useEffect, useState } from 'preact/hooks';
import type { Engine } from '../domain/eligibility/engine.ts';
import type { DeferredParts, recordOn, weighRecord } from './deferred-sections.tsx';

/**
 * What is loaded once the verdict is on the screen: the guidance, and what draws the parts below
 * the fold.
 */
export interface DeferredContent {
  readonly engine: Engine;
  readonly below: DeferredParts;
  readonly weigh: typeof weighRecord;
  readonly recordOn: typeof recordOn;
}

let loading: Promise<DeferredContent> | null = null;
let loaded: DeferredContent | null = null;

/** A page loads it once; what could not be loaded is asked for again by the next name. */
function load(whole: () => Promise<Engine>): Promise<DeferredContent> {
  loading ??= Promise.all([import('./deferred-sections.tsx'), whole()]).then(([below, engine]) => {
    loaded = { below, engine, weigh: below.weighRecord, recordOn: below.recordOn };
    return loaded;
  });
  return loading.catch((error) => {
    loading = null;
    throw error;
  });
}

/** Returns what is loaded later, made by `whole`; null before that. */
export function useDeferredContent(whole: () => Promise<Engine>): DeferredContent | null {
  const [later, setLater] = useState(loaded);
  useEffect(() => {
    if (later !== null) return;
    let isHere = true;
    // A frame is asked for, and the turn after it is behind its drawing. Pages that are out of
    // sight get no frames.
    const timer = setTimeout(begin, 100);
    const frame = requestAnimationFrame(() => setTimeout(begin));
    function begin(): void {
      if (isHere) void load(whole).then((found) => isHere && setLater(found));
    }
    return () => {
      isHere = false;
      clearTimeout(timer);
      cancelAnimationFrame(frame);
    };
  }, []);
  return later;
}
