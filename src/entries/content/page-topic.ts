/** In: a site's pages and an address. Out: what the page is for, by host, path and fragment; null where nothing says. */
export function topicAt(
  pages: readonly { readonly topic: string; readonly path: string }[],
  address: string,
): string | null {
  const { host, pathname, hash } = new URL(address);
  const place = `${host}${pathname}${hash}`;
  return pages.find((page) => place.includes(page.path))?.topic ?? null;
}
