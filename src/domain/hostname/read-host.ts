/** From whatever a person has (URL, host, IDN, pasted text) to a host name in A-labels. */
import type { Problem } from './domain.ts';
import { displayOf } from './labels.ts';

export type Host = { readonly host: string; readonly display: string };

/**
 * Schemes of pages that belong to the browser or the machine; none of them has a site behind it.
 */
const BROWSER_SCHEMES = new Set([
  'about',
  'brave',
  'chrome',
  'chrome-error',
  'chrome-extension',
  'chrome-search',
  'chrome-untrusted',
  'content',
  'data',
  'devtools',
  'edge',
  'extension',
  'file',
  'javascript',
  'moz-extension',
  'ms-browser-extension',
  'opera',
  'resource',
  'safari-web-extension',
  'vivaldi',
]);

/**
 * Extension stores: browsers keep extensions out of these pages, so there is nothing to read there.
 */
const STORES: readonly { readonly host: string; readonly path: string }[] = [
  { host: 'chromewebstore.google.com', path: '/' },
  { host: 'chrome.google.com', path: '/webstore' },
  { host: 'addons.mozilla.org', path: '/' },
  { host: 'microsoftedge.microsoft.com', path: '/addons' },
];

const AROUND =
  /^[\s\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff"'`´‘’‚“”„«»‹›「」『』《》〈〉【】<>,;，；、()！!？?…]+/u;
const LABEL = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/;
/**
 * A host of at least two labels as `URL` would write it; the last is no number, which would make it
 * an address.
 */
const PLAIN = /^(?=.{1,253}$)(?:[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?\.)+[a-z](?:[a-z0-9-]{0,61}[a-z0-9])?$/;
/** Labels as {@link LABEL} has them. */
const STRICT = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?)*$/;
/**
 * Service names and some live sub-domains begin with or contain an underscore; no registrable name
 * does.
 */
const LABEL_BELOW = /^[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?$/;

/**
 * Returns the host in any text, in A-labels without a trailing dot and as people read it; or the
 * reason why there is none. Spelling is normalized by `URL` (case, IDN, full-width forms, IPv4 in
 * every spelling); what `URL` lets pass (empty labels, labels that begin with a hyphen) is ruled
 * out here. One leading dot is dropped: people write `.io` for a suffix, and cookies `.example.com`
 * for a name.
 */
export function readHost(input: string): Host | Problem {
  // Lists of many names hold hardly anything else, and of these the rest below would make the same.
  if (PLAIN.test(input) && !input.includes('xn--') && !STORES.some((store) => store.host === input))
    return { host: input, display: input };
  const trimmed = unwrap(trim(asciiForms(input)));
  if (trimmed === '') return { type: 'empty', host: '', display: '' };
  const text = nameInWords(trimmed) ?? trimmed;

  const scheme = /^([a-z][a-z0-9+.-]*):(.*)$/is.exec(text);
  const name = scheme?.[1]?.toLowerCase() ?? '';
  const rest = scheme?.[2] ?? '';
  if (BROWSER_SCHEMES.has(name) && !/^\d+(?:[/?#]|$)/.test(rest))
    return { type: 'browser-page', host: '', display: shown(text) };
  if (name === 'mailto') return readAuthority(rest);
  if (name !== '' && /^[\\/]/.test(rest)) return readAuthority(rest.replace(/^[\\/]+/, ''));
  return readAuthority(text.replace(/^[\\/]{2}/, ''));
}

/**
 * Returns the one name in ASCII in a text where all around it is Chinese; null otherwise.
 * “example.com的备案” is no name, as no top-level domain has both; where a label before the last has
 * both, it may be one.
 */
function nameInWords(text: string): string | null {
  // Most names have no such words, and are many.
  if (!/\p{Script=Han}/u.test(text)) return null;
  const names = text.match(/[a-z0-9_-]+(?:\.[a-z0-9_-]+)+/gi) ?? [];
  const [name = ''] = names;
  const at = text.indexOf(name);
  const [before, after] = [text.slice(0, at), text.slice(at + name.length)];
  const isWords = (part: string) => /^[^!-~]*$/.test(part);
  const isApart = /^\p{Script=Han}/u.test(after) || /[:：]$/.test(before);
  return names.length === 1 && isApart && isWords(before.replace(/:$/, '')) && isWords(after) ? name : null;
}

/** Reads `host`, `user@host:port` or the same with a path; returns as {@link readHost} does. */
function readAuthority(text: string): Host | Problem {
  const authority = /^[^\\/?#]*/.exec(text)?.[0] ?? '';
  const bare = authority.slice(authority.lastIndexOf('@') + 1);
  if (isBareIpv6(bare)) return { type: 'ip-address', host: bare.toLowerCase(), display: bare.toLowerCase() };
  // `URL` drops tabs and line ends silently, which would join two names into one.
  if (/\s/u.test(authority)) return { type: 'not-a-hostname', host: '', display: shown(text) };

  // A zone file's `*.example.com` is about example.com.
  const url = parseUrl(`http://${bare.startsWith('.') ? text.replace('.', '') : text.replace(/^\*\./, '')}`);
  if (url === null || url.hostname === '') return { type: 'not-a-hostname', host: '', display: shown(bare) };
  if (url.hostname.startsWith('[') || /^\d+\.\d+\.\d+\.\d+$/.test(url.hostname)) {
    return { type: 'ip-address', host: url.hostname, display: url.hostname };
  }
  const host = url.hostname.replace(/\.$/, '');
  const labels = host.split('.');
  if (host.length > 253 || !labels.every((label) => LABEL_BELOW.test(label)) || !LABEL.test(labels.at(-1) ?? '')) {
    return { type: 'not-a-hostname', host: '', display: shown(bare) };
  }
  const display = displayOf(host);
  if (STORES.some((store) => store.host === host && url.pathname.startsWith(store.path))) {
    return { type: 'browser-page', host: '', display };
  }
  return { host, display };
}

/** Whether labels of a registrable name are letters, digits and hyphens only. */
export function isHostnameStrict(name: string): boolean {
  return STRICT.test(name);
}

/** `view-source:` and `blob:` show a site's own content: the address inside is the one meant. */
function unwrap(text: string): string {
  return text.replace(/^(?:view-source|blob):/i, '');
}

/** Full-width letters, digits and signs (as Chinese input methods type them) as ASCII. */
function asciiForms(text: string): string {
  return text.replace(/[\uff01-\uff5e]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0));
}

function trim(text: string): string {
  const start = text.replace(AROUND, '');
  let end = start.length;
  while (end > 0 && AROUND.test(start[end - 1] ?? '')) end--;
  return start.slice(0, end);
}

function isBareIpv6(text: string): boolean {
  const address = text.split('%')[0] ?? '';
  return (
    (address.match(/:/g)?.length ?? 0) >= 2 &&
    /^[0-9a-f:.]+$/i.test(address) &&
    parseUrl(`http://[${address}]`) !== null
  );
}

function parseUrl(text: string): URL | null {
  try {
    return new URL(text);
  } catch {
    return null;
  }
}

/** A piece of the input that is short enough to show. */
function shown(text: string): string {
  const flat = text.replace(/\s+/gu, ' ').trim();
  return flat.length <= 80 ? flat : `${flat.slice(0, 79)}…`;
}
