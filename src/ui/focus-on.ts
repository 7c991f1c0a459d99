/** In: a selector. Puts the focus there: for when what had it goes, and the browser would begin anew at the top. */
export function focusOn(selector: string): void {
  document.querySelector<HTMLElement>(selector)?.focus();
}
