/** What records make likely of names in a list, and of which nobody has said anything yet. */
import { describe, expect, test } from 'vitest';
import type { Answers } from '../../../../src/domain/answers/answers.ts';
import { NOTHING_KNOWN, rowAssessor } from '../../../../src/domain/portfolio/assess-rows.ts';
import { isLikely, LIKELY, LIKELY_ANSWERS } from '../../../../src/domain/portfolio/likely-answers.ts';
import { NO_RECORDS } from '../../../../src/domain/portfolio/name-records.ts';
import { readNames } from '../../../../src/domain/portfolio/read-names.ts';
import { createRecordReader } from '../../../../src/domain/records/read.ts';
import { engine, rules } from '../../../support/shipped-ruleset.ts';

const TODAY = '2026-11-27';
const reader = createRecordReader(rules, engine.read);
const EXPORT = `域名,域名状态,注册日期,到期日期,持有者类型,备案号
shili-a.com,serverHold,2026-11-20,2027-11-20,企业,
shili-b.com,正常,2019-01-02,2028-01-02,企业,浙ICP备2099000123号-1
shili-c.com,正常,2019-01-02,2028-01-02,个人,
shili-d.com,正常,2019-01-02,2028-01-02,,
`;

function rowsOf(said: Answers, told: readonly (readonly [string, Answers])[] = []) {
  const read = readNames(engine, reader, {
    text: EXPORT,
    place: 'names.csv',
    readOn: TODAY,
    known: '',
    records: NO_RECORDS,
    shapes: {},
  });
  const known = { ...NOTHING_KNOWN, answers: said, told, records: read.records ?? NO_RECORDS };
  return rowAssessor(engine, known, TODAY, 'en').rows(read.entries, 0);
}
const likely = (said: Answers, told: readonly (readonly [string, Answers])[] = []) => {
  const rows = rowsOf(said, told);
  return Object.fromEntries(
    LIKELY.map((one) => [one, rows.filter((row) => isLikely(one, row)).map(({ host }) => host)]),
  );
};

describe('an export makes likely', () => {
  test('what it says of the holder’s kind, a number and a hold', () => {
    expect(likely({})).toEqual({
      'filing-shown': ['shili-b.com'],
      'on-hold': ['shili-a.com'],
      'holder-organisation': ['shili-a.com', 'shili-b.com'],
      'holder-individual': ['shili-c.com'],
    });
  });

  test('nothing about who files once that is said', () => {
    const said = likely({ subject: 'organisation' });
    expect([said['holder-organisation'], said['holder-individual']]).toEqual([[], []]);
  });

  test.each(LIKELY)('%s no more once it was said of all of them', (one) => {
    for (const said of LIKELY_ANSWERS[one]) {
      const hosts = likely({})[one] ?? [];
      expect(hosts.length).toBeGreaterThan(0);
      const told = hosts.map((host): [string, Answers] => [host, said]);
      expect(likely({}, told)[one]).toEqual([]);
      const [name, value] = Object.entries(said)[0] ?? [];
      const answers = rowsOf({}, told).filter(({ host }) => hosts.includes(host));
      const cell = { record: 'existing', realName: 'realName' }[name ?? ''];
      if (cell !== undefined) for (const row of answers) expect(row[cell as 'existing']).toBe(value);
    }
  });
});
