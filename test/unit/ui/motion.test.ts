import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ROOT } from '../../../src/cli/load-ruleset.ts';

test('nothing moves by itself: who asks for less motion has nothing to ask for', () => {
  const sheets = readdirSync(join(ROOT, 'src'), { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.css'),
  );
  expect(sheets.length).toBeGreaterThan(8);
  for (const sheet of sheets) {
    const text = readFileSync(join(ROOT, 'src', sheet), 'utf8');
    expect(text, sheet).not.toMatch(/transition|animation|@keyframes|scroll-behavior/);
  }
});
