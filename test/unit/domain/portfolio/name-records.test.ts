import fc from 'fast-check';
import { expect, test } from 'vitest';
import { RECORD_KINDS, type RecordOrigin } from '../../../../src/domain/answers/answer-origin.ts';
import {
  keepRecordsOf,
  type NameFacts,
  packRecords,
  readNameRecords,
  recordsReader,
} from '../../../../src/domain/portfolio/name-records.ts';
import { engine } from '../../../support/shipped-ruleset.ts';

const origin = fc.record({
  by: fc.constant('record' as const),
  kind: fc.constantFrom(...RECORD_KINDS),
  place: fc.constantFrom('a.csv', 'whois.com', null),
  day: fc.constantFrom('2026-11-20', '2025-01-01'),
});
const recorded = <T>(value: fc.Arbitrary<T>) => fc.record({ value, from: origin });
const facts: fc.Arbitrary<NameFacts> = fc.record({
  recorded: fc.record(
    {
      registrar: recorded(fc.constantFrom('godaddy', 'iana-99123')),
      expiresOn: recorded(fc.constant('2027-01-31')),
      realName: recorded(fc.constantFrom('done' as const, 'not-done' as const)),
      record: recorded(fc.constant('none' as const)),
      statuses: recorded(fc.constantFrom<readonly string[]>([], ['ok'], ['ok', 'serverHold'])),
    },
    { requiredKeys: [] },
  ),
  registrarName: fc.constantFrom(null, 'X Ltd', '一家公司\t"'),
  filing: fc.constantFrom(null, '浙ICP备2099000123号'),
  holderKind: fc.constantFrom(null, 'individual' as const, 'organisation' as const),
});

test('whatever records say comes back as it was, each with its own source', () => {
  fc.assert(
    fc.property(fc.dictionary(fc.domain(), facts, { maxKeys: 8 }), (all) => {
      const records = packRecords(new Map(Object.entries(all)));
      const { records: kept, isWhole } = readNameRecords(structuredClone(records));
      expect(isWhole).toBe(true);
      const reader = recordsReader(kept, engine.facts);
      for (const [domain, one] of Object.entries(all)) expect(reader.of(domain)).toEqual(one);
      expect([...reader.domains]).toEqual(Object.keys(all));
    }),
  );
});

test('what does not decode says nothing, and is told where origins are gone', () => {
  fc.assert(
    fc.property(fc.anything(), fc.string(), (value, lines) => {
      readNameRecords(value);
      const reader = recordsReader({ origins: [], lines }, engine.facts);
      for (const domain of reader.domains) expect(reader.of(domain)?.recorded ?? {}).toEqual({});
    }),
  );
  const from: RecordOrigin = { by: 'record', kind: 'rdap', place: null, day: '2026-11-20' };
  const reader = recordsReader(
    { origins: [from], lines: 'a.com\t{"@":0,"registrar":"nobody","expiresOn":"2027-02-30","realName":"done"}' },
    engine.facts,
  );
  expect(reader.of('a.com')?.recorded).toEqual({ realName: { value: 'done', from } });
  expect(readNameRecords({ origins: [{ by: 'me' }], lines: 'a.com\t{}' }).isWhole).toBe(false);
});

test('with the names go their records', () => {
  const records = { origins: [], lines: 'a.com\t{}\nb.com\t{}' };
  expect(keepRecordsOf(records, (domain) => domain === 'b.com').lines).toBe('b.com\t{}');
});
