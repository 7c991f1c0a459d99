/**
 * Runs in a page that is touched. Returns what is smaller than a target must be, and fields whose
 * letters are so small that browsers zoom in on them. Links and terms within a text are as large as
 * the text: WCAG leaves them out. A hint that is a line or a sign among a page's own lines must not
 * take touches that are meant for those: it is as large as WCAG asks at the least.
 */
export function tooSmallToTouch(root: Document | ShadowRoot = document, least = 44): string[] {
  const found: string[] = [];
  let seen = 0;
  for (const element of root.querySelectorAll<HTMLElement>('a[href], button, input, select, textarea, summary')) {
    const isWithinText =
      element.matches('.term') || (element.matches('a') && getComputedStyle(element).display !== 'flex');
    if (isWithinText || !element.checkVisibility({ visibilityProperty: true })) continue;
    seen++;
    // A label is part of what it labels.
    const areas = [element, element.closest('label')].flatMap((one) => (one ? [one.getBoundingClientRect()] : []));
    const isAmongLines = element.matches('.folded *, .sign *');
    const around = getComputedStyle(element, '::before');
    if (isAmongLines)
      areas.unshift(new DOMRect(0, 0, Number.parseFloat(around.width), Number.parseFloat(around.height)));
    const needed = isAmongLines ? 24 : least;
    const isLarge = areas.some(({ width, height }) => Math.round(width) >= needed && Math.round(height) >= needed);
    const { width = 0, height = 0 } = areas[0] ?? {};
    const said = element.textContent || element.ariaLabel || element.title || element.id;
    const name = `${element.localName} “${said.slice(0, 40)}”`;
    if (!isLarge) found.push(`${name}: ${Math.round(width)} × ${Math.round(height)}`);
    const isTyped = element.matches('input:not([type=checkbox], [type=radio], [type=file]), textarea, select');
    if (isTyped && Number.parseFloat(getComputedStyle(element).fontSize) < 16) found.push(`${name}: small letters`);
  }
  if (seen === 0) found.push('nothing to touch');
  return found;
}
