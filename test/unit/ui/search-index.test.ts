import { describe, expect, test } from 'vitest';
import { indexOf, wordsOf } from '../../../src/ui/search-index.ts';
import { rules } from '../../support/shipped-ruleset.ts';

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
    ['註冊商', 'term:registrar'],
    ['網域持有者', 'faq:not-my-own-name'],
    ['ドメイン証明書', 'term:domain-certificate'],
    ['ﾄﾞﾒｲﾝ証明書', 'term:domain-certificate'],
    ['サブドメインの備案', 'faq:sub-domains'],
    ['サブドメインとは備案', 'faq:sub-domains'],
  ])('%s finds %s', (query, id) => {
    expect(idsOf(query)).toContain(id);
  });

  test('every entry and every term is found by its own title in every language', () => {
    for (const entry of rules.faq) {
      for (const title of Object.values(entry.question)) expect(idsOf(title), title).toContain(`faq:${entry.id}`);
    }
    for (const entry of rules.glossary) {
      for (const term of Object.values(entry.term)) expect(idsOf(term), term).toContain(`term:${entry.id}`);
    }
  });

  test('Chinese and Japanese are read in pairs of characters of one script, Latin in words', () => {
    expect(wordsOf('域名证书 (ICP备案)')).toEqual(['域名', '名证', '证书', 'icp', '备案']);
    expect(wordsOf('サーバーを移す。')).toEqual(['サー', 'ーバ', 'バー', 'を', '移', 'す']);
    expect(wordsOf('備案のICP番号です')).toEqual(['備案', 'の', 'icp', '番号', 'です']);
  });

  test('particles and endings decide nothing, unless there is nothing else', () => {
    expect(idsOf('備案ですかねえ')).toEqual(idsOf('備案'));
    expect(idsOf('ですかねえ')).toEqual([]);
  });
});
