/** Each sample is read as a whole: as whoever made it says, and in all that is read beside that. */
import { describe, expect, test } from 'vitest';
import { files, readings, readSample, samples, sampleText } from './reader.ts';

test('every sample is spoken of', () => {
  expect(files.sort()).toEqual(samples.map(({ file }) => file).sort());
  expect(Object.keys(readings).sort()).toEqual(files.sort());
});

describe('a sample says what its maker says', () => {
  test.each(samples.filter(({ kind }) => kind !== 'decoy'))('$file', ({ file, pageUrl, records }) => {
    const read = readSample(sampleText(file), pageUrl ?? null);
    expect(read.records.map(({ domain }) => domain)).toEqual(records.map(({ domain }) => domain));
    records.forEach((wanted, index) => {
      const one = read.records[index];
      const found = {
        domain: one?.domain,
        registrarName: one?.registrar.name,
        registrarId: one?.registrar.id,
        ianaId: one?.registrar.iana,
        registeredOn: one?.registeredOn,
        transferredOn: one?.transferredOn,
        expiresOn: one?.expiresOn,
        updatedOn: one?.updatedOn,
        statuses: one?.statuses,
        holder: one?.holder,
        realName: one?.realName,
        realNameOn: one?.realNameOn,
        filingNumber: one?.filing?.number,
        siteFilingNumber: one?.filing?.service,
        filingHolder: one?.filing?.unit,
        filingNature: one?.filing?.nature,
        filedOn: one?.filing?.filedOn,
      };
      const { holderRedacted, ...plain } = wanted;
      const spoken = Object.fromEntries(Object.entries(plain).filter(([name]) => name in found));
      expect(found).toMatchObject(spoken);
      if (holderRedacted === true) expect(one?.notes).toContain('holder-hidden');
    });
  });
});

describe('what only looks like a record is none', () => {
  test.each(samples.filter(({ kind }) => kind === 'decoy'))('$file', ({ file, pageUrl, flags = [] }) => {
    const read = readSample(sampleText(file), pageUrl ?? null);
    expect(read.records).toEqual([]);
    if (flags.includes('not-registered')) expect(read.problems).toMatchObject([{ problem: 'not-registered' }]);
  });
});

test.each(samples)('all that is read from $file', ({ file, pageUrl }) => {
  expect(readSample(sampleText(file), pageUrl ?? null)).toEqual(readings[file]);
});

test('a registration below .中国 that is named in four spellings is the first one’s', () => {
  const names = ['实业.中国', '实业.中國', '實業.中国', '實業.中國'].map((name) => `Domain Name: ${name}`).join('\n');
  const facts = 'Registration Time: 2016-01-02 03:04:05\nExpiration Time: 2028-01-02 03:04:05\n';
  expect(readSample(`${names}\n${facts}`).records).toMatchObject([
    { domain: 'xn--vhq524a.xn--fiqs8s', registeredOn: '2016-01-02', expiresOn: '2028-01-02' },
  ]);
});

test('the last day of a table without a last line end counts where days are written short, and not where it is cut', () => {
  const read = (days: readonly string[]) =>
    readSample(
      `域名,注册商,到期时间\n${days.map((day, at) => `shili-${at}.com,阿里云,${day}`).join('\n')}`,
    ).records.map(({ expiresOn }) => expiresOn);
  expect(read(['2027/11/23', '2027/3/5'])).toEqual(['2027-11-23', '2027-03-05']);
  expect(read(['2027-01-23', '2027-11-2'])).toEqual(['2027-01-23', null]);
  expect(read(['2027-01-23', '2027-11-25'])).toEqual(['2027-01-23', '2027-11-25']);
});
