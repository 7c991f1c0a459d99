/**
 * Puts the focus on an element: for when what had it goes, and the browser would begin anew at the
 * top.
 */
export function focusOn(selector: string): void {
  document.querySelector<HTMLElement>(selector)?.focus();
}
