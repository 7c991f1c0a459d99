import { useEffect, useState } from 'preact/hooks';

let painted = false;

/**
 * Out: whether the page has been drawn once. What a person looks at first is drawn first; what lies below the fold follows in the
 * next turn.
 */
export function usePainted(): boolean {
  const [isPainted, setPainted] = useState(painted);
  useEffect(() => {
    if (isPainted) return;
    // A frame is asked for, and the turn after it is behind its drawing. Pages that are out of sight get no frames.
    const timer = setTimeout(done, 100);
    const frame = requestAnimationFrame(() => setTimeout(done));
    function done(): void {
      painted = true;
      clearTimeout(timer);
      cancelAnimationFrame(frame);
      setPainted(true);
    }
  }, []);
  return isPainted;
}
