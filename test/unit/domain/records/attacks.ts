/** Texts that mean harm, of any size. */

export const RDAP = {
  objectClassName: 'domain',
  ldhName: 'shili-chaye.com',
  events: [
    { eventAction: 'registration', eventDate: '2020-01-01T00:00:00Z' },
    { eventAction: 'expiration', eventDate: '2028-01-01T00:00:00Z' },
  ],
};
export const REGISTRAR = {
  objectClassName: 'entity',
  roles: ['registrar'],
  publicIds: [{ type: 'IANA Registrar ID', identifier: '146' }],
};

/** Texts of a size, and what is read from them. */
export const ATTACKS: readonly {
  readonly name: string;
  readonly make: (size: number) => string;
  readonly domains: readonly string[];
}[] = [
  {
    name: 'RDAP with entities without end',
    make: (size) =>
      JSON.stringify({
        ...RDAP,
        entities: [REGISTRAR, ...Array(size).fill({ objectClassName: 'entity', roles: ['abuse'] })],
      }),
    domains: ['shili-chaye.com'],
  },
  {
    name: 'RDAP with events without end',
    make: (size) =>
      JSON.stringify({
        ...RDAP,
        events: [...RDAP.events, ...Array(size).fill({ eventAction: 'expiration', eventDate: '2029-01-01T00:00:00Z' })],
      }),
    domains: ['shili-chaye.com'],
  },
  { name: 'lists within lists', make: (size) => `${'['.repeat(size)}${']'.repeat(size)}`, domains: [] },
  { name: 'objects within objects', make: (size) => `${'{"a":'.repeat(size)}1${'}'.repeat(size)}`, domains: [] },
  { name: 'JSON that breaks off', make: (size) => `{"objectClassName":"domain","x":"${'{'.repeat(size)}`, domains: [] },
  { name: 'lines of JSON that are none', make: (size) => `{\n${'{"a":}\n'.repeat(size)}`, domains: [] },
  { name: 'one line of labels', make: (size) => 'Domain Name: a Registrar: b Expiry Date: '.repeat(size), domains: [] },
  { name: 'one line of colons', make: (size) => ':'.repeat(size * 10), domains: [] },
  { name: 'one line of blanks', make: (size) => `a${' '.repeat(size * 10)}b`, domains: [] },
  { name: 'blanks and line ends', make: (size) => ` \n\t\r\n`.repeat(size), domains: [] },
  { name: 'brackets that never close', make: (size) => `Registrar (${'('.repeat(size * 10)}: x`, domains: [] },
  { name: 'quotes that never close', make: (size) => `域名,注册商,到期时间\n${'"a\n'.repeat(size)}`, domains: [] },
  {
    name: 'a row of columns without end',
    make: (size) => `域名,注册商,到期时间\nshili-chaye.com,新网,2028-01-01${',x'.repeat(size)}`,
    domains: ['shili-chaye.com'],
  },
  {
    name: 'a heading without end',
    make: (size) => `域名,注册商,到期时间${',x'.repeat(size)}\nshili-chaye.com,新网,2028-01-01`,
    domains: ['shili-chaye.com'],
  },
  { name: 'XML within XML', make: (size) => `<?xml version="1.0"?>${'<a b="c">'.repeat(size)}`, domains: [] },
  { name: 'XML comments that never close', make: (size) => `<a>${'<!-- '.repeat(size)}`, domains: [] },
  { name: 'XML attributes without end', make: (size) => `<a ${'b="c" '.repeat(size)}`, domains: [] },
  { name: 'XML quotes that never close', make: (size) => `<a b="${'\' " '.repeat(size)}<c>`, domains: [] },
  {
    name: 'an answer in XML of many elements',
    make: (size) =>
      `<R><Domain Name="shili-chaye.com" Created="02/15/2016" Expires="02/15/2028" AutoRenew="no" IsLocked="true"/>${'<x y="z"/>'.repeat(size)}</R>`,
    domains: ['shili-chaye.com'],
  },
  { name: 'stars and ticks', make: (size) => '*`'.repeat(size * 5), domains: [] },
  {
    name: 'elements that are never closed',
    make: (size) => `<html><body>${'<div>'.repeat(size)}${'</span>'.repeat(size)}</body></html>`,
    domains: [],
  },
  {
    name: 'tables within tables',
    make: (size) => `<html><body>${'<table><tr><td>a'.repeat(size)}</body></html>`,
    domains: [],
  },
  {
    name: 'tables beside tables',
    make: (size) =>
      `<html><body>${'<table><tr><th>域名</th><th>到期时间</th></tr></table>'.repeat(size)}</body></html>`,
    domains: [],
  },
  {
    name: 'cells without end',
    make: (size) => `<html><body><table><tr>${'<td>域名</td>'.repeat(size)}</tr></table></body></html>`,
    domains: [],
  },
  {
    name: 'preformatted texts without end',
    make: (size) => `<html><body>${'<pre>{"a":1}</pre>'.repeat(size)}</body></html>`,
    domains: [],
  },
];
