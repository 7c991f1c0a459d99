/** The registrars as shipped: how records of the mainland write them. */
import { expect, test } from 'vitest';
import { rules } from '../../support/shipped-ruleset.ts';

/**
 * Companies of the mainland whose whole Chinese name no source here has, though some are shown by
 * their brand: IANA's list, the only one that names most of them, is in Latin letters, and a name
 * is not to be guessed from its spelling.
 */
const WITHOUT_CHINESE_NAME = [
  'baoli',
  'conac',
  'csc-china',
  'dcas',
  'domain-shanghai',
  'eims',
  'huarui',
  'huawei-cloud',
  'infinitld',
  'jingkewang',
  'juming',
  'knet',
  'longming',
  'markmonitor-china',
  'marksmile',
  'nicenic-cn',
  'oray',
  'sundns',
  'wanshang',
  'yiyou',
  'yuwang',
  'zhongwan',
  'zhuoyue',
];

test('each company of the mainland has its Chinese name, as .cn records write it, or none is known', () => {
  const without = rules.registrars
    .filter(({ basis }) => basis === 'mainland-company' || basis === 'licence')
    .filter(({ names }) => !names.some((name) => /\p{Script=Han}/u.test(name)))
    .map(({ id }) => id);
  expect(without.sort()).toEqual(WITHOUT_CHINESE_NAME);
});
