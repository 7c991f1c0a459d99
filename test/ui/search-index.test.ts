import { describe, expect, test } from 'vitest';
import { indexOf, wordsOf } from '../../src/ui/search-index.ts';
import { rules } from '../rules.ts';

const index = indexOf(rules);
const idsOf = (query: string) => index.search(query).map((hit) => hit.id);

describe('search over the guidance', () => {
  test.each([
    ['transfer', 'faq:transfer-in'],
    ['转入', 'faq:transfer-in'],
    ['www', 'faq:apex-and-www'],
    ['cdn', 'faq:cdn-and-hong-kong'],
    ['香港', 'faq:cdn-and-hong-kong'],
    ['空壳', 'term:empty-shell'],
    ['certificate', 'faq:domain-certificate'],
    ['接入商', 'term:access-provider'],
    ['.gov.cn', 'faq:government-and-public-institutions'],
  ])('%s finds %s', (query, id) => {
    expect(idsOf(query)).toContain(id);
  });

  test('every entry and every term is found by its own title in either language', () => {
    for (const entry of rules.faq) {
      for (const title of Object.values(entry.question)) expect(idsOf(title), title).toContain(`faq:${entry.id}`);
    }
    for (const entry of rules.glossary) {
      for (const term of Object.values(entry.term)) expect(idsOf(term), term).toContain(`term:${entry.id}`);
    }
  });

  test('Chinese is read in pairs of characters, Latin in words', () => {
    expect(wordsOf('域名证书 (ICP备案)')).toEqual(['域名', '名证', '证书', 'icp', '备案']);
  });
});
