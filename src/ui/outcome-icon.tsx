import type { Outcome } from '../domain/eligibility/verdict.ts';

const TICK = 'M6 10.4l2.7 2.7 5.5-5.7';
const CROSS = 'M6.8 6.8l6.4 6.4M13.2 6.8l-6.4 6.4';
const QUESTION = 'M7.6 7.8a2.4 2.4 0 114 1.8c-.9.7-1.6 1.1-1.6 2.2';
const DASH = 'M6.5 10h7';

/**
 * The sign of an outcome: told apart by shape, so that color is never needed. Decoration: the word
 * stands beside it.
 */
export function OutcomeIcon({ outcome, size = 20 }: { readonly outcome: Outcome; readonly size?: number }) {
  const open = outcome === 'needs-answer' || outcome === 'cannot-tell';
  const path = outcome === 'pass' ? TICK : outcome === 'fail' ? CROSS : open ? QUESTION : DASH;
  return (
    <svg
      class={`icon ${toneOf(outcome)}`}
      viewBox="0 0 20 20"
      width={size}
      height={size}
      aria-hidden="true"
      focusable="false"
    >
      <circle
        cx="10"
        cy="10"
        r="9"
        fill="none"
        stroke="currentColor"
        stroke-width="1.8"
        {...(open && { 'stroke-dasharray': '3 2.4' })}
      />
      <path
        d={path}
        fill="none"
        stroke="currentColor"
        stroke-width="1.8"
        stroke-linecap="round"
        stroke-linejoin="round"
      />
      {open && <circle cx="10" cy="14.2" r="1.1" fill="currentColor" />}
    </svg>
  );
}

/** The color family of an outcome (see tokens.css). */
export function toneOf(outcome: Outcome): 'yes' | 'no' | 'ask' | 'dim' {
  if (outcome === 'pass') return 'yes';
  if (outcome === 'fail') return 'no';
  return outcome === 'not-applicable' ? 'dim' : 'ask';
}
