import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createEngine } from '../../../../src/domain/eligibility/engine.ts';
import {
  changesOf,
  nameOf,
  type Plan,
  type PlanSettings,
  placementsOf,
  planOf,
  rowOf,
} from '../../../../src/domain/portfolio/filing-plan.ts';
import { testMany } from '../../../support/many.ts';
import { rules } from '../../../support/shipped-ruleset.ts';

const engine = createEngine(rules);
const rowsOf = (hosts: readonly string[], answers = {}) =>
  hosts.flatMap((host, index) => {
    const answer = engine.assess(host, answers, '2026-11-24');
    return answer.kind === 'verdict' ? [rowOf(index, answer.verdict)] : [];
  });
const plan = (hosts: readonly string[], answers: PlanSettings['answers'] = {}, sites: [string, string][] = []) =>
  planOf(rowsOf(hosts, answers), { answers, sites: new Map(sites) }, engine.facts);
const orders = (made: Plan) => made.orders.map((order) => order.join(' '));

test('each name is a website, also of those that show the same; subdomains are covered', () => {
  const made = plan(['example.net', 'example.com', 'www.example.com', 'example.cn', 'other.com']);
  expect(orders(made)).toEqual(['example.cn example.com example.net other.com']);
  expect(made.websites[1]).toMatchObject({ name: 'example.com', covered: ['www.example.com'] });
  expect(made.totals).toMatchObject({ websites: 4, orders: 1, serviceCodes: 4, servers: 1 });
});

test.each<[PlanSettings['answers'], number]>([
  [{}, 2],
  [{ subject: 'organisation' }, 2],
  [{ subject: 'individual' }, 12],
  [{ province: 'gx' }, 2],
  [{ province: 'cq' }, 2],
  [{ province: 'gz' }, 3],
  [{ province: 'hb' }, 12],
  [{ province: 'sx' }, 4],
  [{ province: 'ha', subject: 'individual' }, 12],
  [{ province: 'ha', subject: 'organisation' }, 3],
  [{ province: 'bj' }, 2],
])('twelve names of one site with %j: twelve websites, %i orders', (answers, count) => {
  const suffixes = ['com', 'cn', 'net', 'com.cn', 'net.cn', 'xyz', 'top', 'vip', 'club', 'shop', 'site', 'online'];
  const made = plan(
    suffixes.map((suffix) => `brand.${suffix}`),
    answers,
  );
  expect(made.blocked.map((one) => one.name)).toEqual([]);
  expect(made.totals).toMatchObject({ websites: 12, orders: count, serviceCodes: 12, servers: 3 });
});

describe('Jiangxi takes one website an order once more than 15 of an organisation are filed', () => {
  const names = (count: number, label: string) => Array.from({ length: count }, (_, at) => `${label}${at}.com`);
  const sizes = (made: Plan) => made.orders.map((order) => order.length);
  const withFiled = (filed: number, more: number, answers: PlanSettings['answers']) => {
    const rows = [
      ...rowsOf(names(filed, 'old'), { ...answers, record: 'own' }),
      ...rowsOf(names(more, 'new'), answers),
    ].map((row, index) => ({ ...row, index }));
    return planOf(rows, { answers, sites: new Map() }, engine.facts);
  };

  test.each([
    [0, 12, [10, 2]],
    [0, 22, [10, 10, 1, 1]],
    [15, 3, [3]],
    [16, 3, [1, 1, 1]],
    [10, 12, [10, 1, 1]],
  ])('%i filed, %i more: %j', (filed, more, expected) => {
    const made = withFiled(filed, more, { province: 'jx', subject: 'organisation' });
    expect(made.totals).toMatchObject({ filed, websites: more });
    expect(sizes(made)).toEqual(expected);
    expect(made.perOrderLater).toMatchObject({ most: 1, filedOver: 15, year: '2025' });
  });

  test('nowhere else', () => {
    expect(sizes(withFiled(16, 3, { province: 'gd', subject: 'organisation' }))).toEqual([3]);
  });
});

test.each<[PlanSettings['answers'], number, number | null, number]>([
  [{ subject: 'individual' }, 7, 5, 2],
  [{ subject: 'individual', province: 'sn' }, 4, 5, 0],
  [{ subject: 'organisation', province: 'sn' }, 32, 30, 2],
  [{ subject: 'organisation' }, 32, null, 0],
  [{}, 32, null, 0],
])('what is more than a subject may have is told: %j, %i names', (answers, count, most, beyondCap) => {
  const made = plan(
    Array.from({ length: count }, (_, at) => `name${at}.com`),
    answers,
  );
  expect(made.cap?.most ?? null).toBe(most);
  expect(made.totals).toMatchObject({ websites: count, beyondCap });
});

test('blocked names have their way out; other people’s names are apart', () => {
  const made = plan(['foo.io', 'www.foo.io', 'me.github.io']);
  expect(made.blocked).toMatchObject([
    { name: 'foo.io', hosts: ['foo.io', 'www.foo.io'], step: { code: 'other-suffix' } },
  ]);
  expect(made.notYours).toEqual(['me.github.io']);
  expect(made.totals).toMatchObject({ hosts: 3, websites: 0, orders: 0, servers: 0, blocked: 1, notYours: 1 });
});

test('what changed between two plans is said in numbers', () => {
  const hosts = ['a.com', 'a.cn'];
  expect(changesOf(plan(hosts), plan(hosts, { province: 'hb' }))).toEqual([{ total: 'orders', from: 1, to: 2 }]);
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
        const places = [...made.websites, ...made.filed]
          .flatMap((one) => [one.name, ...one.covered, ...one.access])
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

        const { perOrder, totals } = made;
        const handedIn = made.orders.flat();
        expect(new Set(handedIn).size).toBe(handedIn.length);
        expect([...handedIn].sort()).toEqual(made.websites.map((one) => one.name).sort());
        for (const order of made.orders) expect(order.length).toBeLessThanOrEqual(perOrder.most);
        // Bodies that file for themselves hand in alone; of the others no order is more than is
        // needed.
        const apart = new Set(rows.filter((row) => row.coverage === 'own-filing').map(nameOf));
        const together = handedIn.filter((one) => !apart.has(one)).length;
        const alone = made.orders.filter((order) => apart.has(order[0] ?? '')).length;
        const fewest = Math.ceil(together / perOrder.most);
        if (made.perOrderLater === null) expect(made.orders.length - alone).toBe(fewest);
        else expect(made.orders.length - alone).toBeGreaterThanOrEqual(fewest);
        // Servers are enough, and one less would not be.
        expect(totals.servers * made.perServer.most).toBeGreaterThanOrEqual(totals.serviceCodes);
        expect((totals.servers - 1) * made.perServer.most).toBeLessThan(Math.max(1, totals.serviceCodes));
        if (made.orders.length > 1) several++;
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
