/**
 * What pages and files that mean harm can hold: there is an answer, and it says nothing untrue.
 * That the work grows no faster than they do is counted in hostile/growth.deep.test.ts.
 */
import { describe, expect, test, vi } from 'vitest';
import { ATTACKS, RDAP, REGISTRAR } from './attacks.ts';
import { readSample } from './reader.ts';

describe('hostile records', () => {
  test.each(ATTACKS)('$name', ({ make, domains }) => {
    expect(readSample(make(2_000)).records.map(({ domain }) => domain)).toEqual(domains);
  });
});

test('of an object with very many members no more are looked at than count', () => {
  const members = { domain: 'shili-chaye.com', registrar: 'GoDaddy.com, LLC', expires: '2030-01-01' };
  let looks = 0;
  const counted = new Proxy(
    { ...members, ...Object.fromEntries(Array.from({ length: 20_000 }, (_, at) => [`member${at}`, { at }])) },
    {
      get(target, key, receiver) {
        looks++;
        return Reflect.get(target, key, receiver);
      },
    },
  );
  const parsing = vi.spyOn(JSON, 'parse').mockReturnValue(counted);
  try {
    expect(readSample(JSON.stringify(members)).records).toMatchObject([{ registrar: { id: 'godaddy' } }]);
  } finally {
    parsing.mockRestore();
  }
  expect(looks).toBeGreaterThan(100);
  expect(looks).toBeLessThan(1000);
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

  const numbered = (...identifiers: readonly string[]) => ({
    ...REGISTRAR,
    publicIds: identifiers.map((identifier) => ({ type: 'IANA Registrar ID', identifier })),
  });
  test.each([
    ['RDAP with two of them', JSON.stringify({ ...RDAP, entities: [REGISTRAR, numbered('420')] })],
    ['RDAP of one with two numbers', JSON.stringify({ ...RDAP, entities: [numbered('146', '420')] })],
    [
      'a text with two numbers',
      'Domain Name: shili-chaye.com\nCreation Date: 2015-01-01\nRegistrar IANA ID: 146\nRegistrar IANA ID: 420\n',
    ],
    [
      'a table with two numbers',
      `<html><body>${record('shili-chaye.com').replace('GoDaddy.com, LLC', '?').replace('</table>', '<tr><td>Registrar IANA ID</td><td>146</td></tr><tr><td>Registrar IANA ID</td><td>420</td></tr></table>')}</body></html>`,
    ],
  ])('of two registrars neither is believed: %s', (_, text) => {
    expect(readSample(text).records).toMatchObject([{ registrar: { id: null }, notes: ['registrar-contradicts'] }]);
  });

  test('the same registrar twice, and one that nobody knows beside it, contradict nothing', () => {
    for (const other of ['146', '99998'])
      expect(readSample(JSON.stringify({ ...RDAP, entities: [REGISTRAR, numbered(other)] })).records).toMatchObject([
        { registrar: { id: 'godaddy' }, notes: [] },
      ]);
  });

  test.each(['__proto__', 'constructor', 'toString', 'hasOwnProperty'])('%s is no label', (label) => {
    expect(
      readSample(`Domain Name: shili-chaye.com\n${label}: GoDaddy.com, LLC\n${label}: 2028-01-01\n`).records,
    ).toEqual([]);
    expect(readSample(`{"domainName":"shili-chaye.com","${label}":"GoDaddy.com, LLC"}`).records).toEqual([]);
  });
});
