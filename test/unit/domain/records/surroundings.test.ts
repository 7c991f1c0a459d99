import { expect, test } from 'vitest';
import { createEngine } from '../../../../src/domain/eligibility/engine.ts';
import { createRecordReader } from '../../../../src/domain/records/read.ts';
import { readSurroundings } from '../../../../src/domain/records/surroundings.ts';
import { rules } from '../../../support/shipped-ruleset.ts';

const reader = createRecordReader(rules, createEngine(rules).read);
const TODAY = '2026-11-27';
const read = (text: string) => readSurroundings(text, reader, rules, TODAY);

test.each([
  [
    'a label and its value in one line',
    '域名：myname.top\n注册时间：2026-11-20\n域名未入库',
    { registeredOn: '2026-11-20' },
  ],
  [
    'a row below its head',
    '域名\t注册日期\t状态\nmyname.top\t2026-11-20\t域名未实名认证',
    { registeredOn: '2026-11-20' },
  ],
  [
    'a row with cells for labels',
    '域名\tmyname.top\n注册时间\t2026-11-20 10:00:00\n提示\t域名未入库',
    { registeredOn: '2026-11-20' },
  ],
  ['a name in a field above', '域名 myname.top\n域名未入库\n注册时间：2026-11-20', { registeredOn: '2026-11-20' }],
  ['a label above its value', '域名\nmyname.top\n注册时间\n2026-11-20\n域名未入库', { registeredOn: '2026-11-20' }],
  ['an expiry', '域名：myname.top\n到期时间：2027-01-20', { expiresOn: '2027-01-20' }],
  ['English', 'Domain: myname.top\nRegistration date: 2026-11-20', { registeredOn: '2026-11-20' }],
  ['yesterday', 'myname.top\n昨天购买\n域名未入库', { registeredOn: '2026-11-26' }],
  ['yesterday, in English', 'myname.top was bought yesterday', { registeredOn: '2026-11-26' }],
  ['yesterday, in Japanese', 'myname.top（昨日取得）', { registeredOn: '2026-11-26' }],
  ['days ago', 'myname.top，3 天前注册', { registeredOn: '2026-11-24' }],
  ['a verification', 'myname.top，昨天实名认证通过', { realNameOn: '2026-11-26' }],
  ['a name alone', 'myname.top 域名未入库', {}],
  ['what was not done', 'myname.top 昨天未实名认证通过', {}],
  ['what is asked', 'myname.top 是昨天购买的吗？', {}],
  ['a day of something else', 'myname.top\n昨天登录过', {}],
  ['a day without a label', 'myname.top\n2026-11-20\n域名未入库', {}],
])('%s', (_, text, answers) => {
  expect(read(text)).toEqual({ domain: 'myname.top', answers });
});

test.each(['域名未入库', '昨天购买', '', '注册时间：2026-11-20'])('%j names no domain', (text) => {
  expect(read(text)).toBeNull();
});
