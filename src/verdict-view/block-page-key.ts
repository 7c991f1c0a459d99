/** Meanings that have words of their own; any other is a page that blocks. */
const TOLD = ['unfiled-warning', 'filing-lost'];

/** Returns the key of the words on a page that stands in for a site, by what it means. */
export function blockPageKey(means: string): string {
  return `block_page_${TOLD.includes(means) ? means.replaceAll('-', '_') : 'site_blocked'}`;
}
