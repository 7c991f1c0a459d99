/**
 * What files say of names besides the names: other columns, records in bulk, what the ministry
 * showed.
 */
import { describe, expect, test } from 'vitest';
import { NOTHING_KNOWN, rowAssessor, sitesOf } from '../../../../src/domain/portfolio/assess-rows.ts';
import { planOf } from '../../../../src/domain/portfolio/filing-plan.ts';
import { NO_RECORDS, recordsReader } from '../../../../src/domain/portfolio/name-records.ts';
import { packed } from '../../../../src/domain/portfolio/portfolio-record.ts';
import { type NamesGiven, type NamesRead, readNames } from '../../../../src/domain/portfolio/read-names.ts';
import { shapeOf, withShape } from '../../../../src/domain/portfolio/read-table.ts';
import { createRecordReader } from '../../../../src/domain/records/read.ts';
import { wordsFor } from '../../../../src/entries/background/translators.ts';
import { csvOf, tableOf } from '../../../../src/entries/portfolio/export-plan.ts';
import { tableOfXlsx } from '../../../../src/entries/portfolio/read-spreadsheet.ts';
import { xlsxOf } from '../../../../src/entries/portfolio/write-spreadsheet.ts';
import { engine, rules } from '../../../support/shipped-ruleset.ts';
import { sampleText } from '../records/reader.ts';

const TODAY = '2026-11-27';
const reader = createRecordReader(rules, engine.read);
const read = (text: string, given: Partial<NamesGiven> = {}): NamesRead =>
  readNames(engine, reader, {
    text,
    known: '',
    records: NO_RECORDS,
    place: 'export.csv',
    readOn: TODAY,
    shapes: {},
    ...given,
  });
const factsOf = ({ records }: NamesRead, domain: string) =>
  recordsReader(records ?? NO_RECORDS, engine.facts).of(domain);
const valuesOf = (found: NamesRead, domain: string) =>
  Object.fromEntries(
    Object.entries(factsOf(found, domain)?.recorded ?? {}).map(([name, { value }]) => [
      name,
      Array.isArray(value) ? value.join(',') : value,
    ]),
  );

const TABLE = [
  'Domain,Registrar,Registration Date,Expiry Date,Real-name status,Status,Folder',
  'brand.cn,Alibaba Cloud,2019-04-02,2028-04-02,verified,ok,a',
  'brand.com,GoDaddy,2026-11-01,2027-01-12,not verified,"ok, clientTransferProhibited",b',
  'brand.top,Nobody Knows Ltd,2022-08-08,2027-08-08,,,c',
].join('\n');

describe('a table', () => {
  test('counts with all its columns, and says which is taken for what', () => {
    const found = read(TABLE);
    expect(found.entries.map(({ input }) => input)).toEqual(['brand.cn', 'brand.com', 'brand.top']);
    expect(found.rejected).toEqual([]);
    expect(found.table?.choice.fields).toEqual([
      'domain',
      'registrar',
      'registered',
      'expires',
      'realName',
      'status',
      null,
    ]);
    expect(valuesOf(found, 'brand.cn')).toEqual({
      registrar: 'alibaba-cloud',
      registeredOn: '2019-04-02',
      expiresOn: '2028-04-02',
      realName: 'done',
      statuses: 'ok',
    });
    expect(valuesOf(found, 'brand.com')).toMatchObject({
      registrar: 'godaddy',
      realName: 'not-done',
      statuses: 'ok,clientTransferProhibited',
    });
    expect(factsOf(found, 'brand.cn')?.recorded.expiresOn?.from).toEqual({
      by: 'record',
      kind: 'export',
      place: 'export.csv',
      day: TODAY,
    });
  });

  test('a registrar that the facts lack is shown as it is written, and answers nothing', () => {
    const found = read(TABLE);
    expect(factsOf(found, 'brand.top')?.registrarName).toBe('Nobody Knows Ltd');
    expect(valuesOf(found, 'brand.top')).not.toHaveProperty('registrar');
  });

  test('names that are there get their record, and are no lines without use', () => {
    const found = read(TABLE, { known: 'brand.cn\nwww.brand.com' });
    expect(found.entries.map(({ input }) => input)).toEqual(['brand.com', 'brand.top']);
    expect(found.rejected).toEqual([]);
    expect(found.told).toBe(3);
    const again = read('brand.cn\nbrand.de', { known: 'brand.cn' });
    expect(again.rejected).toEqual([{ line: 1, input: 'brand.cn', why: 'duplicate' }]);
    expect(again.records).toBeNull();
  });

  test('columns that are said to be something else are read so, in the next file of that shape too', () => {
    const fields = ['domain', null, 'registered', 'expires', 'realName', 'status', 'registrar'] as const;
    const choice = { fields, order: null };
    const moved = TABLE.replace(',ok,a', ',ok,GoDaddy');
    expect(valuesOf(read(moved, { choice }), 'brand.cn').registrar).toBe('godaddy');
    const shapes = withShape({}, shapeOf(TABLE.split('\n')[0]?.split(',') ?? []), choice);
    expect(valuesOf(read(moved, { shapes }), 'brand.cn').registrar).toBe('godaddy');
    // A file of another shape is read by its own headings.
    expect(valuesOf(read('Domain,Registrar\nbrand.cn,GoDaddy', { shapes }), 'brand.cn').registrar).toBe('godaddy');
  });

  test('another column can have the names', () => {
    const text = 'Site,Domain,Expiry Date\none.com,two.com,2028-01-31\nthree.com,four.com,2028-02-28';
    expect(read(text).entries.map(({ input }) => input)).toEqual(['two.com', 'four.com']);
    const choice = { fields: ['domain', null, 'expires'] as const, order: null };
    expect(read(text, { choice }).entries.map(({ input }) => input)).toEqual(['one.com', 'three.com']);
  });

  test('names that stand in two columns are put together', () => {
    const found = read('Domain,TLD,Registrar,Expiry Date\none,.com,GoDaddy,2028-01-31\ntwo.cn,CN,GoDaddy,2028-02-28');
    expect(found.entries.map(({ input }) => input)).toEqual(['one.com', 'two.cn']);
    expect(valuesOf(found, 'one.com')).toEqual({ registrar: 'godaddy', expiresOn: '2028-01-31' });
    expect(found.table?.suffix).toBe(1);
    expect(read('Domain,TLD\none.com,com\ntwo.cn,cn').table?.suffix).toBeNull();
    expect(read('域名前缀,域名后缀\nshili,com.cn\n示例,中国').entries.map(({ input }) => input)).toEqual([
      'shili.com.cn',
      '示例.中国',
    ]);
  });

  test('days that read two ways set nothing and are asked about; once it is said they are read', () => {
    const text = 'Domain,Registrar,Expiry Date\na.com,GoDaddy,03/04/2027\nb.com,GoDaddy,05/06/2028';
    const found = read(text);
    expect(found.table?.asks).toBe('03/04/2027');
    expect(valuesOf(found, 'a.com')).not.toHaveProperty('expiresOn');
    const fields = found.table?.choice.fields ?? [];
    const said = read(text, { choice: { fields, order: 'dmy' } });
    expect(said.table?.asks).toBeNull();
    expect(valuesOf(said, 'a.com')).toMatchObject({ expiresOn: '2027-04-03', registrar: 'godaddy' });
    expect(valuesOf(read(text, { choice: { fields, order: 'mdy' } }), 'a.com').expiresOn).toBe('2027-03-04');
    // So does a heading, as long as no day speaks against it.
    const headed = read(text.replace('Expiry Date', 'Expiry Date (dd/mm/yyyy)'));
    expect(headed.table?.asks).toBeNull();
    expect(valuesOf(headed, 'b.com').expiresOn).toBe('2028-06-05');
    const contradicted = read(text.replace('Expiry Date', 'Expiry Date (MM/DD/YYYY)').replace('05/06', '25/06'));
    expect(valuesOf(contradicted, 'a.com').expiresOn).toBe('2027-04-03');
    expect(read(text.replace('Expiry Date', '到期日期（月/日/年）')).table?.asks).toBeNull();
    // One day past the twelfth says it for all.
    expect(read(text.replace('05/06', '25/06')).table?.asks).toBeNull();
  });

  test('a list of auctions gives names, and no days', () => {
    const found = read('Domain,Current bid,Auction end\na.com,100,2027-01-31\nb.com,200,2027-01-31');
    expect(found.entries).toHaveLength(2);
    expect(found.records).toBeNull();
  });

  test('a host’s row is about its domain', () => {
    const found = read('Host,Expiry Date\nwww.a.com,2027-01-31\nb.cn,2027-01-31');
    expect(valuesOf(found, 'a.com')).toMatchObject({ expiresOn: '2027-01-31' });
  });
});

describe('records', () => {
  test('RDAP, one a line: names come with their records', () => {
    const found = read(sampleText('RDAP-mixed-11.jsonl'), { place: 'bulk.jsonl' });
    expect(found.entries.length).toBeGreaterThan(1);
    expect(found.told).toBe(found.entries.length);
    for (const { input } of found.entries) expect(factsOf(found, input)?.recorded.registrar?.from.kind).toBe('rdap');
  });

  test('WHOIS as text: the name of the record, not those of its name servers', () => {
    const found = read(
      'Domain Name: SHILI-CHAYE.COM\nRegistrar: GoDaddy.com, LLC\nRegistrar IANA ID: 146\nCreation Date: 2020-01-01T20:00:00Z\nRegistry Expiry Date: 2028-01-01T20:00:00Z\nName Server: NS1.EXAMPLE.NET\n',
    );
    expect(found.entries.map(({ input }) => input)).toEqual(['shili-chaye.com']);
    expect(valuesOf(found, 'shili-chaye.com')).toMatchObject({ registrar: 'godaddy', expiresOn: '2028-01-02' });
  });

  test('an empty answer of the ministry is about the name that was copied, and about no other', () => {
    const text = sampleText('MIIT-none-2.json');
    const found = read(text, { about: 'a.com', known: 'a.com\nb.com' });
    expect(valuesOf(found, 'a.com')).toEqual({ record: 'none' });
    expect(factsOf(found, 'b.com')).toBeUndefined();
    expect(read(text).records).toBeNull();
    const page = 'ICP备案查询\n网站域名 a.com\n暂无数据\n共 0 条';
    expect(valuesOf(read(page, { about: 'a.com' }), 'a.com')).toEqual({ record: 'none' });
    expect(read(page, { about: 'b.com' }).records).toBeNull();
  });

  test('a later record outweighs an older one, and what only one of them says is kept', () => {
    const before = read(TABLE, { readOn: '2026-01-01' }).records ?? NO_RECORDS;
    const found = read('Domain,Expiry Date,Auto-renew\nbrand.cn,2029-04-02,on', { records: before, known: 'brand.cn' });
    expect(valuesOf(found, 'brand.cn')).toMatchObject({ expiresOn: '2029-04-02', registrar: 'alibaba-cloud' });
    expect(valuesOf(found, 'brand.com')).toMatchObject({ registrar: 'godaddy' });
  });
});

test('what is known comes back from every file that is written: CSV and spreadsheet', async () => {
  const table = TABLE.replace('Folder', 'Holder type').replace(',ok,a', ',ok,individual');
  const found = read(`${table}\nunlisted.com,"",,,,,`);
  const rows = rowAssessor(
    engine,
    {
      ...NOTHING_KNOWN,
      records: found.records ?? NO_RECORDS,
      told: [['unlisted.com', { registrar: 'iana-99123', realName: 'done' }]],
    },
    TODAY,
    'en',
  ).rows(found.entries, 0);
  const plan = planOf(rows, { answers: {}, sites: new Map() }, engine.facts);
  const all = { rows, sites: sitesOf(rows, plan), plan, facts: engine.facts, timeline: [], t: wordsFor('en') };
  const sheet = await tableOfXlsx(new Blob([xlsxOf(tableOf(all))]));
  for (const text of [csvOf(all), sheet.ok ? sheet.text : '']) {
    const again = read(text);
    expect(packed(again.entries).names).toBe(packed(found.entries).names);
    expect(again.rejected).toEqual([]);
    for (const domain of ['brand.cn', 'brand.com', 'brand.top'])
      expect(valuesOf(again, domain), domain).toEqual(valuesOf(found, domain));
    expect(factsOf(again, 'brand.top')?.registrarName).toBe('Nobody Knows Ltd');
    expect(factsOf(again, 'brand.cn')?.holderKind).toBe('individual');
    expect(valuesOf(again, 'unlisted.com')).toEqual({ registrar: 'iana-99123', realName: 'done' });
  }
});
