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
