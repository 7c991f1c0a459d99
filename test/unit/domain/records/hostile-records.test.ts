/**
 * What pages and files that mean harm can hold: an answer comes in time that grows no faster than
 * they do, and says nothing untrue.
 */
import { describe, expect, test } from 'vitest';
import { readSample } from './reader.ts';

const RDAP = {
  objectClassName: 'domain',
  ldhName: 'shili-chaye.com',
  events: [
    { eventAction: 'registration', eventDate: '2020-01-01T00:00:00Z' },
    { eventAction: 'expiration', eventDate: '2028-01-01T00:00:00Z' },
  ],
};
const REGISTRAR = {
  objectClassName: 'entity',
  roles: ['registrar'],
  publicIds: [{ type: 'IANA Registrar ID', identifier: '146' }],
};

/** Texts of a size, and what is read from them. */
const ATTACKS: readonly {
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

/** Milliseconds of computing, the least of several: what else the machine does counts less then. */
function timeOf(text: string): number {
  let least = Number.POSITIVE_INFINITY;
  for (let run = 0; run < 3; run++) {
    const start = process.cpuUsage();
    readSample(text);
    const { user, system } = process.cpuUsage(start);
    least = Math.min(least, (user + system) / 1000);
  }
  return least;
}

describe('hostile records', () => {
  test.each(ATTACKS)('$name', ({ make, domains }) => {
    expect(readSample(make(2_000)).records.map(({ domain }) => domain)).toEqual(domains);
    // Eight times as much takes about eight times as long, not sixty-four times.
    expect(timeOf(make(16_000))).toBeLessThan(Math.max(600, timeOf(make(2_000)) * 24));
  });

  test('a million entities', () => {
    const text = JSON.stringify({ ...RDAP, entities: [REGISTRAR, ...Array(1_000_000).fill({ roles: ['x'] })] });
    expect(readSample(text).records).toMatchObject([{ domain: 'shili-chaye.com', registrar: { iana: 146 } }]);
  });
});

describe('a page that lies', () => {
  const record = (name: string) =>
    `<table><tr><td>Domain Name</td><td>${name}</td></tr><tr><td>Registrar</td><td>GoDaddy.com, LLC</td></tr><tr><td>Expiration Date</td><td>2028-01-01</td></tr></table>`;

  test('what is not drawn says nothing', () => {
    const hidden = ['<script>', '<style>', '<template>', '<noscript>', '<textarea>'].map(
      (open) => `${open}${record('shili-chaye.com')}${open.replace('<', '</')}`,
    );
    for (const part of hidden)
      expect(readSample(`<html><head><title>x</title></head><body><p>x</p>${part}</body></html>`).records).toEqual([]);
  });

  test('names of its title do not take the record of another name', () => {
    const page = `<html><head><title>shili-chaye.com whois</title></head><body><h1>shili-chaye.com</h1>${record('bierende.com')}</body></html>`;
    expect(readSample(page, 'https://whois.example.net/shili-chaye.com').records.map(({ domain }) => domain)).toEqual([
      'bierende.com',
    ]);
  });

  test.each(['__proto__', 'constructor', 'toString', 'hasOwnProperty'])('%s is no label', (label) => {
    expect(
      readSample(`Domain Name: shili-chaye.com\n${label}: GoDaddy.com, LLC\n${label}: 2028-01-01\n`).records,
    ).toEqual([]);
    expect(readSample(`{"domainName":"shili-chaye.com","${label}":"GoDaddy.com, LLC"}`).records).toEqual([]);
  });
});
