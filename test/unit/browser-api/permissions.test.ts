import { expect, test } from 'vitest';
import { type MatchesOf, syncDynamicContentScripts } from '../../../src/browser-api/content-scripts.ts';
import { sites } from '../../support/fake-browser.ts';

const everywhere: MatchesOf = async (hosts) => hosts.map((host) => `https://${host}/*`);

test('sites added and taken away in a rush end as the last of them says', async () => {
  const done: Promise<void>[] = [];
  for (const hosts of [['a.example'], ['a.example', 'b.example'], [], ['c.example'], ['c.example', 'd.example']]) {
    sites.allow(...hosts);
    done.push(syncDynamicContentScripts(everywhere));
  }
  await Promise.all(done);
  expect(sites.registered()).toEqual(['https://c.example/*', 'https://d.example/*']);
  sites.allow();
  await syncDynamicContentScripts(everywhere);
  expect(sites.registered()).toEqual([]);
});
