import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { TestSpecification } from 'vitest/node';
import { LONGEST, LongestFirst } from '../../../../scripts/test/longest-first.ts';
import { ROOT } from '../../../../src/cli/load-ruleset.ts';

const fileOf = (name: string) => join(ROOT, 'test', `${name}.test.ts`);

test('every file that is known to be long is there', () => {
  expect(LONGEST.filter((name) => !existsSync(fileOf(name)))).toEqual([]);
});

test('long files start before others, whatever their size, and in their order', () => {
  const [first = '', second = ''] = LONGEST;
  const given = ['unit/scripts/test/longest-first', second, first].map((name) => ({ moduleId: fileOf(name) }));
  const sorted = new LongestFirst().sort(given as TestSpecification[]);
  expect(sorted).toEqual([...given].reverse());
});
