/** How long the parts of the way to a filing take, as sources say. */
import type { Citation } from './source.ts';

/** The parts, in the order in which they come. */
export const PHASES = [
  'cancel-old-filing',
  'transfer-in',
  'real-name',
  'record',
  'provider-review',
  'hand-over',
  'administration',
  'open',
  'police-filing',
] as const;

export type Phase = (typeof PHASES)[number];

export const DURATION_UNITS = ['days', 'working-days'] as const;

export interface Duration {
  readonly phase: Phase;
  /** The shortest and the longest that a source gives, in `unit`. */
  readonly from: number;
  readonly to: number;
  readonly unit: (typeof DURATION_UNITS)[number];
  /** Provinces in which it may take longer. */
  readonly longer?: readonly { readonly province: string; readonly to: number; readonly cites: readonly Citation[] }[];
  readonly cites: readonly Citation[];
}
