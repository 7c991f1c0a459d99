import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findRegistrars, registrarOfHost } from '../../../../src/domain/ruleset/find-registrars.ts';
import { splitTerms } from '../../../../src/domain/ruleset/glossary-terms.ts';
import type { GlossaryEntry } from '../../../../src/domain/ruleset/guidance.ts';
import { inAll, registrar } from '../../../support/made-up-ruleset.ts';
import { testMany } from '../../../support/many.ts';
import { rules } from '../../../support/shipped-ruleset.ts';

describe('terms in a text', () => {
  test('each is marked where it first occurs, whole words only, the longest spelling first', () => {
    const text = 'The registrar and the registrars; deregistrarred. 域名实名认证后再备案。';
    const marked = splitTerms(text, rules.glossary).filter((part) => part.entry !== null);
    expect(marked.map((part) => part.text)).toEqual(['registrar', '域名实名认证', '备案']);
  });

  testMany('the pieces joined are the text, whatever it is', () => {
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

describe('terms of a made glossary', () => {
  const entry = (id: string, term: string, ...also: string[]): GlossaryEntry => ({
    id,
    term: inAll(term),
    also,
    meaning: inAll(id),
    cites: [],
  });
  const glossary = [
    entry('filing', 'filing', '备案', 'a.b'),
    entry('record', 'ICP filing', '备案号'),
    entry('zone', 'zone', 'zones'),
  ];
  const parts = (text: string, among = glossary) =>
    splitTerms(text, among).map((part) => [part.text, part.entry?.id ?? '']);

  test.each<[string, [string, string][]]>([
    ['', []],
    ['nothing', [['nothing', '']]],
    ['filing', [['filing', 'filing']]],
    [
      'my filing',
      [
        ['my ', ''],
        ['filing', 'filing'],
      ],
    ],
    [
      'filing it',
      [
        ['filing', 'filing'],
        [' it', ''],
      ],
    ],
    [
      'a Filing b',
      [
        ['a ', ''],
        ['Filing', 'filing'],
        [' b', ''],
      ],
    ],
    // Once each; the longest spelling that fits.
    [
      'filing, filing',
      [
        ['filing', 'filing'],
        [', filing', ''],
      ],
    ],
    [
      'the icp FILING and a filing',
      [
        ['the ', ''],
        ['icp FILING', 'record'],
        [' and a ', ''],
        ['filing', 'filing'],
      ],
    ],
    [
      '备案号与备案',
      [
        ['备案号', 'record'],
        ['与', ''],
        ['备案', 'filing'],
      ],
    ],
    ['zones', [['zones', 'zone']]],
    // Latin spellings are whole words; digits, marks and Chinese end a word.
    ['refiling filings ozone', [['refiling filings ozone', '']]],
    [
      '做filing2',
      [
        ['做', ''],
        ['filing', 'filing'],
        ['2', ''],
      ],
    ],
    [
      'axb a.b',
      [
        ['axb ', ''],
        ['a.b', 'filing'],
      ],
    ],
    // Inside a word that is none of ours it is not the first.
    [
      'refiling a filing',
      [
        ['refiling a ', ''],
        ['filing', 'filing'],
      ],
    ],
  ])('%j', (text, expected) => {
    expect(parts(text)).toEqual(expected);
  });

  test('without a glossary a text is one piece, also an empty one', () => {
    expect(parts('filing', [])).toEqual([['filing', '']]);
    expect(parts('', [])).toEqual([['', '']]);
  });

  test('one glossary is no other', () => {
    expect(parts('zone', [entry('other', 'zone')])).toEqual([['zone', 'other']]);
    expect(parts('zone')).toEqual([['zone', 'zone']]);
  });
});

describe('registrars', () => {
  const made = [
    registrar({ id: 'a-first', name: inAll('Zebra Names'), websites: ['zebra.example'], iana: [42] }),
    registrar({ id: 'b-second', name: inAll('Names of Zebra'), websites: ['names.example', 'www.second.example'] }),
    registrar({ id: 'c-third', name: inAll('域名三'), websites: [], iana: [7, 420] }),
    registrar({ id: '42-names', name: inAll('Forty-two') }),
  ];
  const ids = (query: string) => findRegistrars(made, query).map(({ id }) => id);

  test.each<[string, string[]]>([
    // A number first is an id, then the beginning of a name.
    ['42', ['a-first', '42-names']],
    ['420', ['c-third']],
    ['7', ['c-third']],
    // What begins so before what only has it within; among equals by id.
    ['zebra', ['a-first', 'b-second']],
    ['names', ['b-second', '42-names', 'a-first']],
    ['域名', ['c-third']],
    ['名三', ['c-third']],
    ['ＺＥＢＲＡ ', ['a-first', 'b-second']],
    ['second.example', ['b-second']],
    ['e', ['a-first', 'b-second', '42-names'].sort()],
    ['', []],
    ['：', []],
    ['zebras', []],
  ])('%j finds %j', (query, expected) => {
    expect(ids(query)).toEqual(expected);
  });

  test('what is found does not hang on the order of the facts', () => {
    for (const query of ['names', 'zebra', 'e', '42'])
      expect(findRegistrars([...made].reverse(), query).map(({ id }) => id)).toEqual(ids(query));
  });

  test('a host is the registrar’s whose site it is or is below', () => {
    const of = (host: string) => registrarOfHost(made, host)?.id;
    expect(of('zebra.example')).toBe('a-first');
    expect(of('a.b.zebra.example')).toBe('a-first');
    expect(of('www.second.example')).toBe('b-second');
    expect(of('second.example')).toBeUndefined();
    expect(of('azebra.example')).toBeUndefined();
    expect(of('example')).toBeUndefined();
    expect(registrarOfHost([], 'zebra.example')).toBeNull();
  });
});

describe('registrars of the facts', () => {
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
