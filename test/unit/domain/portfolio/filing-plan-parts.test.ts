/**
 * Rows and plans, one rule at a time. The rows are made up: what a plan does with them is all that
 * counts.
 */
import { describe, expect, test } from 'vitest';
import type { Reason } from '../../../../src/domain/eligibility/verdict.ts';
import {
  changesOf,
  nameOf,
  type Plan,
  type PlanSettings,
  type PortfolioRow,
  placementsOf,
  planOf,
  rowOf,
} from '../../../../src/domain/portfolio/filing-plan.ts';
import type { ProvinceRule } from '../../../../src/domain/ruleset/province.ts';
import { cites, domain, factsWith, judged, platformOf, province, SOURCES } from '../../../support/made-up-ruleset.ts';

const reason = (code: string): Reason => ({ code, params: {} });

/** Returns the row of a host; `changes` is what differs from one that can be filed. */
function row(host: string, registrable: string, changes: Partial<PortfolioRow> = {}): PortfolioRow {
  const suffix = registrable.slice(registrable.indexOf('.') + 1);
  const coverage = host === registrable ? 'is-the-name' : 'shares-record';
  const base = { entry: 0, host, display: host, registrable, suffix, standing: 'eligible', coverage } as const;
  return { ...base, reason: null, filingDomain: registrable, step: null, ...changes };
}
const name = (host: string, changes: Partial<PortfolioRow> = {}) => row(host, host, changes);

const settings = (answers: PlanSettings['answers'] = {}, sites: readonly [string, string][] = []): PlanSettings => ({
  answers,
  sites: new Map(sites),
});
const facts = factsWith();
const plan = (rows: readonly PortfolioRow[], told = settings(), known = facts) => planOf(rows, told, known);

describe('the row of a host', () => {
  test('holds what a list shows of it', () => {
    const on = { ...domain('www.xn--fsqu00a.com', 'xn--fsqu00a.com'), display: 'www.例子.com' };
    const verdict = judged({}, facts, on);
    expect(rowOf(7, verdict)).toEqual({
      entry: 7,
      host: 'www.xn--fsqu00a.com',
      display: 'www.例子.com',
      registrable: 'xn--fsqu00a.com',
      suffix: 'com',
      standing: 'depends',
      reason: verdict.findings[0]?.reason,
      coverage: 'shares-record',
      filingDomain: 'xn--fsqu00a.com',
      step: { code: 'confirm-some', params: verdict.steps[0]?.params },
    });
  });

  test('gives as its reason what fails, else what cannot be told, else what is open, else none', () => {
    const code = (...found: ['pass' | 'fail' | 'cannot-tell' | 'needs-answer' | 'not-applicable', string][]) =>
      rowOf(0, {
        ...judged({}),
        findings: found.map(([outcome, text]) => ({
          check: 'filing-needed',
          outcome,
          reason: reason(text),
          cites: [],
          against: [],
        })),
      }).reason?.code ?? null;
    expect(code(['needs-answer', 'a'], ['cannot-tell', 'b'], ['fail', 'c'], ['fail', 'd'])).toBe('c');
    expect(code(['pass', 'p'], ['needs-answer', 'a'], ['cannot-tell', 'b'])).toBe('b');
    expect(code(['pass', 'p'], ['not-applicable', 'n'], ['needs-answer', 'a'])).toBe('a');
    expect(code(['pass', 'p'], ['not-applicable', 'n'])).toBeNull();
  });

  test('has no step where there is none, and no record where none is needed', () => {
    expect(rowOf(0, { ...judged({}), steps: [] }).step).toBeNull();
    expect(rowOf(0, judged({ hosting: 'elsewhere' })).filingDomain).toBeNull();
  });
});

const orders = (made: Plan) => made.orders.map((order) => order.join(' '));
const NO_TOTALS = {
  hosts: 0,
  websites: 0,
  orders: 0,
  serviceCodes: 0,
  servers: 0,
  covered: 0,
  access: 0,
  filed: 0,
  beyondCap: 0,
  blocked: 0,
  notYours: 0,
  open: 0,
};

describe('websites', () => {
  test('are names: one each, those that show the same beside each other, the best known suffix first', () => {
    const suffixes = ['org', 'online', 'net', 'com.cn', 'com', 'cn', 'info', 'asia'];
    const made = plan(suffixes.map((suffix) => name(`shop.${suffix}`)));
    const sorted = 'shop.cn shop.com shop.com.cn shop.net shop.org shop.asia shop.info shop.online';
    expect(orders(made)).toEqual([sorted]);
    expect(made.websites[0]).toEqual({ name: 'shop.cn', site: 'shop', covered: [], access: [], isOpen: false });
    expect(made.websites).toHaveLength(8);
    expect(made.sameSites).toEqual([{ site: 'shop', names: sorted.split(' ') }]);
  });

  test('show the same where the label before the whole suffix is one, or where the person says so', () => {
    expect(plan([name('a.com.cn'), name('a.cn'), name('b.cn')]).sameSites).toEqual([
      { site: 'a', names: ['a.cn', 'a.com.cn'] },
    ]);
    const told = settings({}, [
      ['z.com', 'zoo'],
      ['m.com', 'zoo'],
    ]);
    expect(plan([name('z.com'), name('a.com'), name('m.com')], told).sameSites).toEqual([
      { site: 'zoo', names: ['m.com', 'z.com'] },
    ]);
    // The empty name is a name.
    expect(plan([name('a.com')], settings({}, [['a.com', '']])).websites[0]?.site).toBe('');
  });

  test('are open as long as anything about one of their hosts is', () => {
    const made = plan([
      name('a.com', { standing: 'depends' }),
      name('a.cn'),
      row('www.a.cn', 'a.cn', { standing: 'unknown' }),
      name('a.net'),
      row('www.a.net', 'a.net'),
    ]);
    expect(made.websites.filter((one) => one.isOpen).map((one) => one.name)).toEqual(['a.cn', 'a.com']);
    expect(made.totals.open).toBe(2);
  });
});

describe('subdomains', () => {
  test('are covered by their name, also where only they were given; at another provider they need an access filing', () => {
    const made = plan([
      row('www.a.com', 'a.com'),
      row('b.a.com', 'a.com', { coverage: 'access-filing-needed' }),
      row('a.a.com', 'a.com', { coverage: 'access-filing-needed' }),
      row('blog.a.com', 'a.com'),
      name('b.com'),
      row('www.b.com', 'b.com'),
    ]);
    expect(made.websites).toEqual([
      { name: 'a.com', site: 'a', covered: ['blog.a.com', 'www.a.com'], access: ['a.a.com', 'b.a.com'], isOpen: false },
      { name: 'b.com', site: 'b', covered: ['www.b.com'], access: [], isOpen: false },
    ]);
    // The access filing takes a code of a server at the other provider.
    const totals = { hosts: 6, websites: 2, orders: 1, serviceCodes: 3, servers: 2, covered: 3, access: 2 };
    expect(made.totals).toEqual({ ...NO_TOTALS, ...totals });
    expect([...placementsOf(made)]).toEqual([
      ['a.com', { placement: 'website', site: 'a' }],
      ['blog.a.com', { placement: 'covered', site: 'a' }],
      ['www.a.com', { placement: 'covered', site: 'a' }],
      ['a.a.com', { placement: 'access-filing', site: 'a' }],
      ['b.a.com', { placement: 'access-filing', site: 'a' }],
      ['b.com', { placement: 'website', site: 'b' }],
      ['www.b.com', { placement: 'covered', site: 'b' }],
    ]);
  });

  test('of a public body are filed by that body: a website and an order each', () => {
    const own = { coverage: 'own-filing', filingDomain: 'www.town.gov.cn' } as const;
    const body = row('www.town.gov.cn', 'town.gov.cn', own);
    expect(nameOf(body)).toBe('www.town.gov.cn');
    expect(nameOf(row('www.a.com', 'a.com'))).toBe('a.com');
    expect(orders(plan([body, name('town.gov.cn'), name('www.cn')]))).toEqual([
      'town.gov.cn www.cn',
      'www.town.gov.cn',
    ]);
  });
});

test('a host given twice counts once, as it was given first', () => {
  const made = plan([name('a.com'), name('a.com', { standing: 'ineligible' }), name('a.com')]);
  expect(made.totals).toMatchObject({ hosts: 1, websites: 1, blocked: 0 });
});

describe('what is not to be filed', () => {
  test('a name is blocked with all of its hosts, by the first of them that is, which says why and what to do', () => {
    const bad = { standing: 'ineligible', reason: reason('why'), step: reason('out') } as const;
    const worse = { standing: 'ineligible', reason: reason('later'), step: null } as const;
    const made = plan([
      row('www.b.io', 'b.io', { standing: 'depends' }),
      name('b.io', bad),
      row('a.b.io', 'b.io', worse),
      name('a.io', bad),
    ]);
    expect(made.blocked).toEqual([
      { name: 'a.io', hosts: ['a.io'], reason: reason('why'), step: reason('out') },
      { name: 'b.io', hosts: ['a.b.io', 'b.io', 'www.b.io'], reason: reason('why'), step: reason('out') },
    ]);
    expect(made.websites).toEqual([]);
    expect(made.totals).toEqual({ ...NO_TOTALS, hosts: 4, blocked: 2 });
    expect(placementsOf(made).get('a.b.io')).toEqual({ placement: 'blocked', site: '' });
  });

  test('a name that is filed is in no order and takes no code, but for its access filings', () => {
    const made = plan([
      name('a.com', { standing: 'filed' }),
      row('www.a.com', 'a.com', { standing: 'filed' }),
      row('cdn.a.com', 'a.com', { standing: 'filed', coverage: 'access-filing-needed' }),
      name('a.cn'),
    ]);
    expect(orders(made)).toEqual(['a.cn']);
    expect(made.filed).toEqual([
      { name: 'a.com', site: 'a', covered: ['www.a.com'], access: ['cdn.a.com'], isOpen: false },
    ]);
    expect(made.totals).toMatchObject({ websites: 1, filed: 1, serviceCodes: 2, servers: 2, covered: 1, access: 1 });
    expect(placementsOf(made).get('a.com')).toEqual({ placement: 'filed', site: 'a' });
    expect(made.sameSites).toEqual([{ site: 'a', names: ['a.cn', 'a.com'] }]);
  });

  test('hosts on a platform or elsewhere are nobody’s of yours, in the order of the alphabet', () => {
    const platform = rowOf(0, judged({}, facts, domain('me.shop.made', 'shop.made', platformOf('Shop', 'shop.made'))));
    const outside = row('www.c.com', 'c.com', { coverage: 'outside', filingDomain: null });
    const made = plan([outside, platform, name('a.com', { coverage: 'outside', filingDomain: null })]);
    expect(made.notYours).toEqual(['a.com', 'me.shop.made', 'www.c.com']);
    expect(made.totals).toEqual({ ...NO_TOTALS, hosts: 3, notYours: 3 });
    expect(placementsOf(made).get('me.shop.made')).toEqual({ placement: 'not-yours', site: '' });
  });
});

describe('limits', () => {
  const perOrder = (most: number, id: string): ProvinceRule => ({ kind: 'websites-per-order', most, cites: cites(id) });
  const there = (...made: ProvinceRule[]) => factsWith({ sources: SOURCES, provinces: [province(made)] });
  const sizes = (made: Plan) => made.orders.map((order) => order.length);
  const many = (count: number) => Array.from({ length: count }, (_, index) => name(`a${index}.com`));

  test('of an order are ten for an organisation and one for an individual; five codes come from one server', () => {
    for (const answers of [{}, { subject: 'organisation' }] as const) {
      const made = plan(many(11), settings(answers));
      expect(sizes(made)).toEqual([10, 1]);
      expect(made.perOrder).toMatchObject({ most: 10, cites: facts.principles.get('websites-per-order') });
      expect(made.totals).toMatchObject({ websites: 11, orders: 2, serviceCodes: 11, servers: 3 });
    }
    expect(sizes(plan(many(3), settings({ subject: 'individual' })))).toEqual([1, 1, 1]);
    expect(plan(many(5)).totals.servers).toBe(1);
    expect(plan(many(6)).totals.servers).toBe(2);
  });

  test('are those of the province by its newest source, where they are lower', () => {
    const asked = settings({ province: 'made' });
    const made = plan(many(5), asked, there(perOrder(1, 'provider-2018'), perOrder(2, 'provider-2022')));
    expect(sizes(made)).toEqual([2, 2, 1]);
    expect(made.perOrder).toEqual({ most: 2, year: '2022', cites: cites('provider-2022') });
    expect(sizes(plan(many(12), asked, there(perOrder(11, 'provider-2022'))))).toEqual([10, 2]);
    const individual = settings({ province: 'made', subject: 'individual' });
    expect(sizes(plan(many(2), individual, there(perOrder(3, 'provider-2022'))))).toEqual([1, 1]);
  });
});

test('nothing makes an empty plan', () => {
  const made = plan([]);
  expect(made.totals).toEqual(NO_TOTALS);
  expect(placementsOf(made).size).toBe(0);
});

test('of two plans the totals that differ are told, from the one before to the one after', () => {
  const before = plan([name('a.com'), name('b.com')]);
  const after = plan([
    name('a.com'),
    name('b.io', { standing: 'ineligible' }),
    name('c.io', { standing: 'ineligible' }),
  ]);
  expect(changesOf(before, after)).toEqual([
    { total: 'hosts', from: 2, to: 3 },
    { total: 'websites', from: 2, to: 1 },
    { total: 'serviceCodes', from: 2, to: 1 },
    { total: 'blocked', from: 0, to: 2 },
  ]);
  expect(changesOf(before, before)).toEqual([]);
});
