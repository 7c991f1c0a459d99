/**
 * What pages and files that mean harm can hold: there is an answer, and it says nothing untrue.
 * That the work grows no faster than they do is counted in hostile/growth.deep.test.ts.
 */
import { describe, expect, test } from 'vitest';
import { ATTACKS } from './attacks.ts';
import { readSample } from './reader.ts';

describe('hostile records', () => {
  test.each(ATTACKS)('$name', ({ make, domains }) => {
    expect(readSample(make(2_000)).records.map(({ domain }) => domain)).toEqual(domains);
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
