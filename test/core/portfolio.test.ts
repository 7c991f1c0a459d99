import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  changesOf,
  nameOf,
  type Plan,
  type PlanSettings,
  placementsOf,
  planOf,
  rowOf,
} from '../../src/core/portfolio.ts';
import { createEngine } from '../../src/engine.ts';
import { testMany } from '../many.ts';
import { rules } from '../rules.ts';

const engine = createEngine(rules);
const rowsOf = (hosts: readonly string[], answers = {}) =>
  hosts.flatMap((host, index) => {
    const answer = engine.ask(host, answers, '2026-11-24');
    return answer.kind === 'verdict' ? [rowOf(index, answer.verdict)] : [];
  });
const plan = (hosts: readonly string[], answers: PlanSettings['answers'] = {}, sites: [string, string][] = []) =>
  planOf(rowsOf(hosts, answers), { answers, sites: new Map(sites) }, engine.facts);
const orders = (made: Plan) => made.sites.map((site) => site.orders.map((order) => order.join(' ')).join(' | '));

test('names of one label are one website; the best known suffix leads; sub-domains ride along', () => {
  const made = plan(['example.net', 'example.com', 'www.example.com', 'example.cn', 'other.com']);
  expect(orders(made)).toEqual(['example.cn example.com example.net', 'other.com']);
  expect(made.sites[0]?.lead).toBe('example.cn');
  expect(made.sites[0]?.free).toEqual(['www.example.com']);
});

test('what the person says of websites outweighs the labels', () => {
  const made = plan(['a.com', 'b.com', 'c.com'], {}, [
    ['a.com', 'shop'],
    ['b.com', 'shop'],
  ]);
  expect(orders(made)).toEqual(['c.com', 'a.com b.com']);
});

test.each<[PlanSettings['answers'], number, number]>([
  [{}, 1, 2],
  [{ province: 'gx' }, 12, 12],
  [{ province: 'cq' }, 12, 12],
  [{ province: 'gz' }, 1, 3],
  [{ province: 'hb' }, 1, 12],
  [{ province: 'sx' }, 1, 4],
  [{ province: 'ha', subject: 'individual' }, 12, 12],
  [{ province: 'bj' }, 1, 2],
])('twelve names of one website with %j: %i websites, %i orders', (answers, sites, count) => {
  const suffixes = ['com', 'cn', 'net', 'com.cn', 'net.cn', 'xyz', 'top', 'vip', 'club', 'shop', 'site', 'online'];
  const made = plan(
    suffixes.map((suffix) => `brand.${suffix}`),
    answers,
  );
  expect(made.blocked.map((one) => one.name)).toEqual([]);
  expect([made.totals.sites, made.totals.orders]).toEqual([sites, count]);
});

test('blocked names have their way out; other people’s names are apart', () => {
  const made = plan(['foo.io', 'www.foo.io', 'me.github.io']);
  expect(made.blocked).toMatchObject([
    { name: 'foo.io', hosts: ['foo.io', 'www.foo.io'], step: { code: 'other-suffix' } },
  ]);
  expect(made.notYours).toEqual(['me.github.io']);
  expect(made.totals).toMatchObject({ hosts: 3, sites: 0, orders: 0, blocked: 1, notYours: 1 });
});

test('what changed between two plans is said in numbers', () => {
  const hosts = ['a.com', 'a.cn'];
  expect(changesOf(plan(hosts), plan(hosts, { province: 'gx' }))).toEqual([
    { total: 'sites', from: 1, to: 2 },
    { total: 'orders', from: 1, to: 2 },
  ]);
});

const host = fc
  .tuple(
    fc.constantFrom('', '', 'www.', 'a.b.'),
    fc.constantFrom('one', 'two', 'three', 'four'),
    fc.constantFrom('com', 'cn', 'io', 'net', 'xyz', 'com.cn', 'gov.cn', 'github.io', 'top'),
  )
  .map(([below, label, suffix]) => `${below}${label}.${suffix}`);
const settings = fc.record({
  province: fc.constantFrom(...rules.provinces.map((one) => one.id)),
  subject: fc.constantFrom('individual', 'organisation', 'government' as const),
});

testMany(
  'every host is in exactly one place; no limit is broken; no order is more than needed; the order of rows changes nothing',
  () => {
    let several = 0;
    fc.assert(
      fc.property(fc.array(host, { maxLength: 60 }), settings, fc.array(fc.nat()), (hosts, answers, shuffle) => {
        const rows = rowsOf(hosts, answers as PlanSettings['answers']);
        const told = { answers: answers as PlanSettings['answers'], sites: new Map<string, string>() };
        const made = planOf(rows, told, engine.facts);
        const places = made.sites
          .flatMap((site) => [...site.orders.flat(), ...site.free, ...site.access])
          .concat(
            made.blocked.flatMap((one) => [...one.hosts]),
            made.notYours,
          );
        expect(new Set(places).size).toBe(places.length);
        const given = new Set(rows.map((row) => row.host));
        for (const one of given) expect(places).toContain(one);
        // Besides the hosts given, only the names that are filed for them.
        const names = new Set(rows.map(nameOf));
        for (const one of places) expect(given.has(one) || names.has(one)).toBe(true);
        expect([...placementsOf(made).keys()].sort()).toEqual([...places].sort());

        const { perSite, perOrder } = made;
        for (const site of made.sites) {
          const filed = site.orders.flat();
          expect(filed.length).toBeLessThanOrEqual(perSite?.most ?? filed.length);
          for (const order of site.orders) expect(order.length).toBeLessThanOrEqual(perOrder.most);
          expect(site.orders.length).toBe(Math.ceil(filed.length / perOrder.most));
          if (site.orders.length > 1) several++;
        }
        for (const group of new Set(made.sites.map((site) => site.site))) {
          const parts = made.sites.filter((site) => site.site === group);
          const filed = parts.reduce((sum, site) => sum + site.orders.flat().length, 0);
          expect(parts.length).toBe(perSite === null ? 1 : Math.ceil(filed / perSite.most));
        }
        const other = rows
          .map((row, index) => ({ row, key: shuffle[index % Math.max(1, shuffle.length)] ?? 0 }))
          .sort((a, b) => a.key - b.key)
          .map(({ row }) => row);
        expect(planOf([...other].reverse(), told, engine.facts)).toEqual(made);
      }),
      { numRuns: 1500 },
    );
    expect(several).toBeGreaterThan(20);
  },
);
