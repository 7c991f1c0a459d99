/**
 * Returns what the page at an address is for, by host, path and fragment; null where no page of the
 * site says.
 */
export function topicAt(
  pages: readonly { readonly topic: string; readonly path: string }[],
  address: string,
): string | null {
  const { host, pathname, hash } = new URL(address);
  const place = `${host}${pathname}${hash}`;
  return pages.find((page) => place.includes(page.path))?.topic ?? null;
}
