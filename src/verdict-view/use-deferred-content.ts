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
    // A popup's window gets its size from the first drawing, and shows the one after it: what is
    // loaded must not come between them. Pages that are out of sight draw nothing.
    const timer = setTimeout(begin, 250);
    const painted = new PerformanceObserver((list) => {
      if (list.getEntriesByName('first-contentful-paint').length > 0) begin();
    });
    painted.observe({ type: 'paint', buffered: true });
    function begin(): void {
      stop();
      if (isHere) void load(whole).then((found) => isHere && setLater(found));
    }
    function stop(): void {
      clearTimeout(timer);
      painted.disconnect();
    }
    return () => {
      isHere = false;
      stop();
    };
  }, []);
  return later;
}
