/** What the address of a page tells that a cloud opens instead of a site. */

/**
 * Tencent Cloud sends who asks for an unfiled name to a page of its own, whose address has that
 * name: `https://dnspod.qcloud.com/static/webblock.html?d=NAME`, as many reports of 2026 have it.
 */
const WEBBLOCK = /\/webblock\.html$/;

/** Returns the site in whose place a page is open; null where a page stands for itself. */
export function siteNotOpened(address: string): string | null {
  if (!URL.canParse(address)) return null;
  const { pathname, searchParams } = new URL(address);
  return WEBBLOCK.test(pathname) ? searchParams.get('d') : null;
}
