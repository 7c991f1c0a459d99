/** Reading the links that pages show. */

/** The parts of an address by which a link is judged. */
export interface LinkParts {
  readonly protocol: string;
  readonly hostname: string;
  readonly port: string;
  readonly username: string;
}

/** Stands for a page whose address we do not know: what is relative leads nowhere else. */
const HERE = 'https://this-page.invalid/';

/**
 * Returns the parts of an address as a browser reads them, also of a relative one; null where it is
 * none.
 */
export function parseLink(href: string): LinkParts | null {
  return URL.canParse(href, HERE) ? new URL(href, HERE) : null;
}
