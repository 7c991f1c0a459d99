/** Rows and plans, one rule at a time. The rows are made up: what a plan does with them is all that counts. */
import { describe, expect, test } from 'vitest';
import type { ProvinceRule, Reason } from '../../src/core/model.ts';
import {
  changesOf,
  nameOf,
  type PlanSettings,
  type PortfolioRow,
  placementsOf,
  planOf,
  rowOf,
} from '../../src/core/portfolio.ts';
import { cites, domain, factsWith, judged, platformOf, province, SOURCES } from './made.ts';

const reason = (code: string): Reason => ({ code, params: {} });

/** In: a host, its name and what differs from one that can be filed. Out: its row. */
function row(host: string, registrable: string, changes: Partial<PortfolioRow> = {}): PortfolioRow {
  const suffix = registrable.slice(registrable.indexOf('.') + 1);
  const coverage = host === registrable ? 'is-the-name' : 'shares-record';
  const base = { entry: 0, host, display: host, registrable, suffix, standing: 'eligible', coverage } as const;
  return { ...base, reason: null, record: registrable, step: null, ...changes };
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
      reason: verdict.findings[0]?.because,
      coverage: 'shares-record',
      record: 'xn--fsqu00a.com',
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
          because: reason(text),
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
    expect(rowOf(0, judged({ hosting: 'elsewhere' })).record).toBeNull();
  });
});

describe('names of one website', () => {
  test('are those with one label; the well-known suffix leads, then the shorter name, then the alphabet', () => {
    const names = [
      'shop.org',
      'shop.online',
      'shop.net',
      'shop.com.cn',
      'shop.com',
      'shop.cn',
      'shop.info',
      'shop.asia',
    ];
    const [site, ...more] = plan(names.map((one) => name(one))).sites;
    expect(more).toEqual([]);
    expect(site).toEqual({
      site: 'shop',
      lead: 'shop.cn',
      orders: [['shop.cn', 'shop.com', 'shop.com.cn', 'shop.net', 'shop.org', 'shop.asia', 'shop.info', 'shop.online']],
      free: [],
      access: [],
      open: 0,
    });
  });

  test('have the label before the whole suffix', () => {
    expect(plan([name('a.com.cn'), name('a.cn'), name('b.cn')]).sites.map((one) => one.site)).toEqual(['a', 'b']);
  });

  test('are what the person says, which outweighs the label; websites come by their names', () => {
    const made = plan(
      [name('z.com'), name('a.com'), name('m.com')],
      settings({}, [
        ['z.com', 'first'],
        ['m.com', 'zoo'],
      ]),
    );
    expect(made.sites.map(({ site, lead }) => [site, lead])).toEqual([
      ['a', 'a.com'],
      ['first', 'z.com'],
      ['zoo', 'm.com'],
    ]);
    // The empty name is a name.
    expect(plan([name('a.com')], settings({}, [['a.com', '']])).sites[0]?.site).toBe('');
  });

  test('count as open as long as anything about one of their hosts is', () => {
    const made = plan([
      name('a.com', { standing: 'depends' }),
      name('a.cn'),
      row('www.a.cn', 'a.cn', { standing: 'unknown' }),
      name('a.net'),
      row('www.a.net', 'a.net'),
    ]);
    expect(made.sites[0]?.open).toBe(2);
    expect(made.totals.open).toBe(2);
  });
});

describe('sub-domains', () => {
  test('ride along with their name, also where only they were given; at another provider they need an access filing', () => {
    const made = plan([
      row('www.a.com', 'a.com'),
      row('b.a.com', 'a.com', { coverage: 'access-filing-needed' }),
      row('a.a.com', 'a.com', { coverage: 'access-filing-needed' }),
      row('blog.a.com', 'a.com'),
      name('b.com'),
      row('www.b.com', 'b.com'),
    ]);
    expect(made.sites).toEqual([
      {
        site: 'a',
        lead: 'a.com',
        orders: [['a.com']],
        free: ['blog.a.com', 'www.a.com'],
        access: ['a.a.com', 'b.a.com'],
        open: 0,
      },
      { site: 'b', lead: 'b.com', orders: [['b.com']], free: ['www.b.com'], access: [], open: 0 },
    ]);
    expect(made.totals).toEqual({
      hosts: 6,
      sites: 2,
      orders: 2,
      names: 2,
      free: 3,
      access: 2,
      blocked: 0,
      notYours: 0,
      open: 0,
    });
    expect([...placementsOf(made)]).toEqual([
      ['a.com', { placement: 'filed', site: 'a' }],
      ['blog.a.com', { placement: 'rides-along', site: 'a' }],
      ['www.a.com', { placement: 'rides-along', site: 'a' }],
      ['a.a.com', { placement: 'access-filing', site: 'a' }],
      ['b.a.com', { placement: 'access-filing', site: 'a' }],
      ['b.com', { placement: 'filed', site: 'b' }],
      ['www.b.com', { placement: 'rides-along', site: 'b' }],
    ]);
  });

  test('of a public body are filed by themselves, each as a website', () => {
    const own = { coverage: 'own-filing', record: 'www.town.gov.cn' } as const;
    const body = row('www.town.gov.cn', 'town.gov.cn', own);
    expect(nameOf(body)).toBe('www.town.gov.cn');
    expect(nameOf(row('www.a.com', 'a.com'))).toBe('a.com');
    expect(plan([body, name('town.gov.cn'), name('www.cn')]).sites.map(({ site, orders }) => [site, orders])).toEqual([
      ['town', [['town.gov.cn']]],
      ['www', [['www.cn']]],
      ['www.town.gov.cn', [['www.town.gov.cn']]],
    ]);
  });
});

test('a host given twice counts once, as it was given first', () => {
  const made = plan([name('a.com'), name('a.com', { standing: 'ineligible' }), name('a.com')]);
  expect(made.totals).toMatchObject({ hosts: 1, names: 1, blocked: 0 });
});

describe('what is not filed', () => {
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
    expect(made.sites).toEqual([]);
    expect(made.totals).toMatchObject({ hosts: 4, sites: 0, names: 0, blocked: 2 });
    expect(placementsOf(made).get('a.b.io')).toEqual({ placement: 'blocked', site: '' });
  });

  test('hosts on a platform or elsewhere are nobody’s of yours, in the order of the alphabet', () => {
    const platform = rowOf(0, judged({}, facts, domain('me.shop.made', 'shop.made', platformOf('Shop', 'shop.made'))));
    const outside = row('www.c.com', 'c.com', { coverage: 'outside', record: null });
    const made = plan([outside, platform, name('a.com', { coverage: 'outside', record: null })]);
    expect(made.notYours).toEqual(['a.com', 'me.shop.made', 'www.c.com']);
    expect(made.totals).toMatchObject({ hosts: 3, notYours: 3, blocked: 0, sites: 0 });
    expect(placementsOf(made).get('me.shop.made')).toEqual({ placement: 'not-yours', site: '' });
  });
});

describe('limits', () => {
  const perSite = (most: number, id: string): ProvinceRule => ({ kind: 'domains-per-site', most, cites: cites(id) });
  const perOrder = (most: number, id: string): ProvinceRule => ({ kind: 'domains-per-order', most, cites: cites(id) });
  const there = (...made: ProvinceRule[]) => factsWith({ sources: SOURCES, provinces: [province(made)] });
  const names = ['cn', 'com', 'net', 'org', 'info'].map((suffix) => name(`a.${suffix}`));
  const asked = settings({ province: 'made' });

  test('of an order are ten where no province says otherwise, by the principle’s own source', () => {
    const eleven = Array.from({ length: 11 }, (_, index) => name(`a.s${index}`));
    const made = plan(eleven);
    expect(made.sites[0]?.orders.map((order) => order.length)).toEqual([10, 1]);
    expect(made.perSite).toBeNull();
    expect(made.perOrder).toEqual({ most: 10, year: '2018', cites: facts.principles.get('names-per-order') });
    expect(made.totals).toMatchObject({ sites: 1, orders: 2, names: 11 });
  });

  test('are those of the province, by its newest source', () => {
    const made = plan(names, asked, there(perOrder(1, 'provider-2018'), perOrder(2, 'provider-2022')));
    expect(made.sites[0]?.orders).toEqual([['a.cn', 'a.com'], ['a.net', 'a.org'], ['a.info']]);
    expect(made.perOrder).toEqual({ most: 2, year: '2022', cites: cites('provider-2022') });
  });

  test('of a website make several of it, the names that lead first', () => {
    const made = plan(names, asked, there(perSite(2, 'provider-2025'), perOrder(1, 'provider-2018')));
    expect(made.sites.map(({ site, lead, orders }) => [site, lead, orders])).toEqual([
      ['a', 'a.cn', [['a.cn'], ['a.com']]],
      ['a', 'a.net', [['a.net'], ['a.org']]],
      ['a', 'a.info', [['a.info']]],
    ]);
    expect(made.perSite).toEqual({ most: 2, year: '2025', cites: cites('provider-2025') });
    expect(made.totals).toMatchObject({ sites: 3, orders: 5, names: 5 });
  });

  test('keep each sub-domain with its name', () => {
    const rows = [...names, row('www.a.com', 'a.com'), row('b.a.info', 'a.info', { coverage: 'access-filing-needed' })];
    const made = plan(rows, asked, there(perSite(1, 'provider-2025')));
    expect(made.sites.find(({ lead }) => lead === 'a.com')).toMatchObject({ free: ['www.a.com'], access: [] });
    expect(made.sites.find(({ lead }) => lead === 'a.info')).toMatchObject({ free: [], access: ['b.a.info'] });
    expect(made.totals).toMatchObject({ free: 1, access: 1 });
  });
});

test('nothing makes an empty plan', () => {
  const made = plan([]);
  expect(made.totals).toEqual({
    hosts: 0,
    sites: 0,
    orders: 0,
    names: 0,
    free: 0,
    access: 0,
    blocked: 0,
    notYours: 0,
    open: 0,
  });
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
    { total: 'sites', from: 2, to: 1 },
    { total: 'orders', from: 2, to: 1 },
    { total: 'names', from: 2, to: 1 },
    { total: 'blocked', from: 0, to: 2 },
  ]);
  expect(changesOf(before, before)).toEqual([]);
});
