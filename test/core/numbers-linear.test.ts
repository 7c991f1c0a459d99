import { expect, test } from 'vitest';
import { engine } from '../rules.ts';

test('the time grows with the length of the text and not faster', () => {
  // Counted in matches that begin, not in seconds: each of these would take hours if a form backtracked.
  for (const unit of ['京ICP备', '京ICP备1', '1', '1 ', '公网安备', 'A1.B1,', 'ICP证 ', '京ICP备12345678', '合字B2-']) {
    expect(
      engine.numbers([{ text: unit.repeat(200_000 / unit.length), href: null, begins: false }], '2026-11-24').length,
    ).toBeLessThanOrEqual(200_000);
  }
});
