import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findRegistrars, registrarOfHost } from '../../src/core/registrars.ts';
import { splitTerms } from '../../src/core/terms.ts';
import { rules } from '../rules.ts';

describe('terms in a text', () => {
  test('each is marked where it first occurs, whole words only, the longest spelling first', () => {
    const text = 'The registrar and the registrars; deregistrarred. 域名实名认证后再备案。';
    const marked = splitTerms(text, rules.glossary).filter((part) => part.entry !== null);
    expect(marked.map((part) => part.text)).toEqual(['registrar', '域名实名认证', '备案']);
  });

  test('the pieces joined are the text, whatever it is', () => {
    const word = fc.constantFrom(...rules.glossary.flatMap((entry) => Object.values(entry.term)), ' ', 'x');
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(word).map((words) => words.join('')),
    );
    let marked = 0;
    fc.assert(
      fc.property(text, (given) => {
        const parts = splitTerms(given, rules.glossary);
        expect(parts.map((part) => part.text).join('')).toBe(given);
        marked += parts.filter((part) => part.entry !== null).length;
      }),
    );
    expect(marked).toBeGreaterThan(50);
  });
});

describe('registrars', () => {
  test.each([
    ['god', 'godaddy'],
    ['GoDaddy', 'godaddy'],
    ['146', 'godaddy'],
    ['阿里', 'alibaba-cloud'],
    ['namecheap.com', 'namecheap'],
  ])('%s finds %s first', (query, id) => {
    expect(findRegistrars(rules.registrars, query)[0]?.id).toBe(id);
  });

  test('nothing typed finds nothing, and nonsense neither', () => {
    expect(findRegistrars(rules.registrars, ' ')).toEqual([]);
    expect(findRegistrars(rules.registrars, 'zzzzzz')).toEqual([]);
  });

  test('a page of a registrar is known by its host, a look-alike is not', () => {
    expect(registrarOfHost(rules.registrars, 'dcc.godaddy.com')?.id).toBe('godaddy');
    expect(registrarOfHost(rules.registrars, 'notgodaddy.com')).toBeNull();
    expect(registrarOfHost(rules.registrars, 'godaddy.com.example.org')).toBeNull();
  });
});
