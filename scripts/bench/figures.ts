/** What every measurement needs. */

/** Returns the median. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}

/** One line of the table. */
export interface Line {
  readonly what: string;
  readonly value: string;
  readonly goal?: string;
}

/** Returns the number with a fixed count of digits after the decimal point. */
export function fixed(value: number, digits = 2): string {
  return value.toFixed(digits);
}

/**
 * Measures as often as is asked for, after once that warms up and does not count (round 0). Returns
 * what was measured, and says how far it is: whoever waits sees what it is that takes long.
 */
export async function roundsOf<T>(part: string, count: number, measure: (round: number) => Promise<T>): Promise<T[]> {
  const measured: T[] = [];
  for (let round = 0; round <= count; round++) {
    const began = performance.now();
    const one = await measure(round);
    if (round > 0) measured.push(one);
    console.error(`${part}: round ${round} of ${count}, ${fixed((performance.now() - began) / 1000, 1)} s`);
  }
  return measured;
}
