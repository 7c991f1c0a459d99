/** What every measurement needs. */

/** In: numbers. Out: the one in the middle. */
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

/** In: a number. Out: it with so many digits behind the point. */
export function fixed(value: number, digits = 2): string {
  return value.toFixed(digits);
}
