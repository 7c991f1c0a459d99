import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { keysOfBrowser } from '../../../../scripts/build/shipped-messages.ts';
import { ROOT } from '../../../../src/cli/load-ruleset.ts';
import { LOCALES } from '../../../../src/domain/common/locale.ts';

test('what the browser reads is in every language, and is a small part of all words', () => {
  const keys = keysOfBrowser();
  expect(keys).toContain('extension_name');
  for (const locale of LOCALES) {
    const words = Object.keys(JSON.parse(readFileSync(join(ROOT, 'public/_locales', locale, 'messages.json'), 'utf8')));
    for (const key of keys) expect(words, locale).toContain(key);
    expect(keys.size).toBeLessThan(words.length / 10);
  }
});
