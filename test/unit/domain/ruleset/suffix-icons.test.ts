import { expect, test } from 'vitest';
import { iconGroups } from '../../../../src/domain/ruleset/suffix-icons.ts';
import { suffixFact } from '../../../support/made-up-ruleset.ts';
import { rules } from '../../../support/shipped-ruleset.ts';

const groups = iconGroups(rules.suffixes);

/** The state that a browser shows which takes the fitting group of the highest priority. */
function shown(host: string): string {
  const fitting = groups.filter((group) => group.ends.some((end) => host.endsWith(end)));
  return fitting.sort((a, b) => b.priority - a.priority)[0]?.status ?? 'ordinary';
}

test('each suffix is in one group, and a longer one outweighs a shorter', () => {
  expect(groups.flatMap((group) => group.ends)).toHaveLength(rules.suffixes.length);
  for (const fact of rules.suffixes) expect(shown(`www.example.${fact.suffix}`), fact.suffix).toBe(fact.status);
});

test.each([
  ['www.example.com', 'approved'],
  ['example.io', 'not-approved'],
  ['localhost', 'ordinary'],
  ['example.nosuchsuffix', 'ordinary'],
])('%s: %s', (host, status) => {
  expect(shown(host)).toBe(status);
});

test('groups come by number of labels, then by status; each has the ends of its suffixes', () => {
  const of = (suffix: string, status: 'approved' | 'not-approved') => suffixFact({ suffix, status });
  expect(
    iconGroups([
      of('b.yes', 'approved'),
      of('no', 'not-approved'),
      of('yes', 'approved'),
      of('a.yes', 'approved'),
      of('c.no', 'not-approved'),
    ]),
  ).toEqual([
    { status: 'approved', priority: 1, ends: ['.yes'] },
    { status: 'not-approved', priority: 1, ends: ['.no'] },
    { status: 'approved', priority: 2, ends: ['.b.yes', '.a.yes'] },
    { status: 'not-approved', priority: 2, ends: ['.c.no'] },
  ]);
});
