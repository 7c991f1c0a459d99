/** One host as it was given. */
export interface Entry {
  /** The line it stands on, from 1. */
  readonly line: number;
  readonly input: string;
}

export const REJECTIONS = ['comment', 'header', 'duplicate', 'no-domain', 'too-long'] as const;
export type Rejection = (typeof REJECTIONS)[number];

export interface Rejected extends Entry {
  readonly why: Rejection;
}
