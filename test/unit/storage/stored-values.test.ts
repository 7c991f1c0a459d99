import { readdirSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { describe, expect, test } from 'vitest';
import { ROOT } from '../../../src/cli/load-ruleset.ts';
import { COUNTED, PLACES, STORED_VALUES, storedValueAt } from '../../../src/storage/stored-values.ts';

const sources = new Map(
  readdirSync(join(ROOT, 'src'), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => [name.split(sep).join('/'), readFileSync(join(ROOT, 'src', name), 'utf8')]),
);
/** Keys by the names that the sources give them. */
const named = new Map(
  [...sources.values()].flatMap((text) =>
    [...text.matchAll(/\b([A-Z_]*_KEY) = '([^']+)'/g)].map(([, name = '', key = '']): [string, string] => [name, key]),
  ),
);

/** Places that write under a key that they are given, and who gives it. */
const GIVEN: Readonly<Record<string, string>> = {
  'browser-api/storage.ts [place]': 'copies of what cannot be read: `aside:` and the key',
  'storage/change-stored.ts [key]': 'the keys of changeStored, which are looked at here',
  'storage/change-stored.ts key': 'the same',
  'storage/stored-answers.ts key': 'about the person, or by domainAnswersKey',
  'storage/backup.ts others': 'what a file brings, of which only values in the table are taken',
};

/** The keys, or the names of what holds them, in each call that puts something into storage. */
function writesIn(file: string, text: string): string[] {
  const calls = [
    ...text.matchAll(/\bwriteStored\((?:\{ (\[\w+\]):|(\w+)\))/g),
    ...text.matchAll(/(?<!function )\bchange(?:Stored|WithinLock)\(\s*(\w+),/g),
  ];
  return calls.map(([, first, second]) => `${file} ${first ?? second}`);
}

describe('what is stored', () => {
  test('nothing writes under a key that is not in the table', () => {
    const writes = [...sources].flatMap(([file, text]) => writesIn(file, text.replace(/^import .*$/gm, '')));
    const unknown = writes.filter((write) => {
      const key = named.get(write.replace(/^.* \[?|\]$/g, ''));
      return key === undefined ? !Object.hasOwn(GIVEN, write) : storedValueAt(key) === null;
    });
    expect(unknown).toEqual([]);
    // Each way of writing is seen, and no other way is there.
    expect(Object.keys(GIVEN).filter((write) => !writes.includes(write))).toEqual([]);
    const calls = [...sources.values()].flatMap(
      (text) => text.match(/(?<!function )\b(?:writeStored|changeStored|changeWithinLock)\(/g) ?? [],
    );
    expect(writes).toHaveLength(calls.length);
    const direct = [...sources].filter(([, text]) =>
      /\.(?:local|sync|session)\.set\(|\blocalStorage\b|\bsessionStorage\b/.test(text),
    );
    // What is handed to a window is in memory, until the window takes it, and that no rules are
    // loaded is; what is noted is on its way to storage.
    expect(direct.map(([file]) => file).sort()).toEqual([
      'browser-api/handed-page.ts',
      'browser-api/rules-store.ts',
      'browser-api/storage.ts',
      'storage/answer-journal.ts',
    ]);
  });

  test('every key that has a name is in the table once', () => {
    expect(named.size).toBeGreaterThan(6);
    expect([...named].filter(([, key]) => storedValueAt(key) === null)).toEqual([]);
    const keys = STORED_VALUES.map(({ key }) => key);
    expect(keys).toEqual([...new Set(keys)]);
  });

  test('a key finds its own value, and a name behind it', () => {
    for (const stored of STORED_VALUES.filter(({ family }) => family === undefined))
      expect(storedValueAt(stored.key)).toEqual({ stored, name: '' });
    for (const [key, family, name] of [
      ['case:www.example.com', 'case:', 'www.example.com'],
      ['aside:profile', 'aside:', 'profile'],
      ['aside:case:a.com:2', 'aside:', 'case:a.com:2'],
    ])
      expect(storedValueAt(key ?? '')).toMatchObject({ stored: { key: family }, name });
    expect(storedValueAt('hints.v1.aside')?.stored.key).toBe('aside:');
    for (const key of ['', 'case:', 'case:a b', 'case:.com', 'CASE:a.com', 'constructor', 'profile.v1', 'other'])
      expect(storedValueAt(key), key).toBeNull();
  });

  test('a version that a key names is the one of the table; of each place and kind there is something', () => {
    for (const { key, version } of STORED_VALUES) {
      const inKey = /\.v(\d+)$/.exec(key)?.[1];
      if (inKey !== undefined) expect(version, key).toBe(Number(inKey));
    }
    expect(new Set(STORED_VALUES.map(({ place }) => place))).toEqual(new Set(PLACES));
    expect(new Set(STORED_VALUES.map(({ countedAs }) => countedAs))).toEqual(new Set(COUNTED));
  });
});
