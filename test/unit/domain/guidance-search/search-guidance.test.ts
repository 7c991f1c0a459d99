import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { createReader } from '../../../../src/domain/guidance-search/read-question.ts';
import { createGuidanceSearch } from '../../../../src/domain/guidance-search/search-guidance.ts';
import { rules } from '../../../support/shipped-ruleset.ts';

interface Question {
  readonly question: string;
  /** Entries any of which answers it. */
  readonly expect: readonly string[];
  /**
   * `public`: asked in public; `tuned`: looked at while the search was made; `held-out`: only
   * counted.
   */
  readonly set: 'public' | 'tuned' | 'held-out';
}

const questions: readonly Question[] = JSON.parse(readFileSync(new URL('./questions.json', import.meta.url), 'utf8'));
const searches = { en: createGuidanceSearch(rules, 'en'), zh_CN: createGuidanceSearch(rules, 'zh_CN') };
const reader = createReader(rules);

function find(query: string): string[] {
  const locale = /\p{Script=Han}/u.test(query) ? 'zh_CN' : 'en';
  return searches[locale].find(query).map(({ kind, id }) => `${kind}:${id}`);
}
const answersTo = (query: string) => find(query).filter((key) => key.startsWith('faq:'));
const isFound = ({ question, expect: ids }: Question) =>
  answersTo(question)
    .slice(0, 3)
    .some((key) => ids.includes(key.slice('faq:'.length)));

describe('questions that people ask', () => {
  const asked = (set: Question['set']) => questions.filter((one) => one.set === set && one.expect.length > 0);

  test.each(asked('public'))('“$question” is answered among the first three', (one) => {
    expect(answersTo(one.question).slice(0, 3), one.expect.join()).toSatisfy(() => isFound(one));
  });

  test('name entries that there are', () => {
    const known = rules.faq.map(({ id }) => id);
    for (const one of questions) for (const id of one.expect) expect(known, one.question).toContain(id);
  });

  test.each(['tuned', 'held-out'] as const)('nine in ten of the %s ones are answered among the first three', (set) => {
    const all = asked(set);
    const missed = all.filter((one) => !isFound(one)).map(({ question }) => question);
    expect(all.length).toBeGreaterThan(40);
    expect(missed.length / all.length, missed.join('\n')).toBeLessThanOrEqual(0.1);
  });
});

describe('messages that are handed over', () => {
  const sentences = [...rules.prompts, ...rules.consoles.flatMap(({ prompts }) => prompts)].filter(
    ({ says }) => !says.includes('…'),
  );
  const answered = ({ means }: { readonly means: string }) => rules.faq.find(({ prompts }) => prompts.includes(means));

  test('each finds the entry that answers it among the first three', () => {
    const missed = sentences.filter(
      (one) =>
        !answersTo(one.says)
          .slice(0, 3)
          .includes(`faq:${answered(one)?.id}`),
    );
    expect(sentences.length).toBeGreaterThan(300);
    expect(missed.map(({ says }) => says)).toEqual([]);
  });

  test.each([
    ['what does "Non-compliance ICP Filing" mean, I see it when I open our site', 'without-filing'],
    ['打开网站显示“该域名未备案”，怎么处理', 'cdn-and-hong-kong'],
    ['InvalidDomain: domain does not have ICP record, bind failed', 'cdn-and-hong-kong'],
    ['为什么提示「域名持有者与备案主体不一致」？', 'not-my-own-name'],
  ])('“%s” is answered by what answers the message in it', (question, id) => {
    expect(answersTo(question).slice(0, 3)).toContain(`faq:${id}`);
  });
});

describe('words of a question', () => {
  test.each([
    ['applying', 'apply'],
    ['applied', 'apply'],
    ['cancelled', 'canceling'],
    ['expires', 'expired'],
    ['purchase', 'purchased'],
  ])('%s is %s', (one, other) => {
    expect(reader.wordsOf(one)).toEqual(reader.wordsOf(other));
  });

  test.each(['filing', 'www', 'ping', 'address'])('%s stays what it is', (word) => {
    expect(reader.wordsOf(word)).toEqual([word]);
  });

  test('small words within a phrase change nothing', () => {
    expect(reader.meaningsOf('transfer of my domain')).toEqual(reader.meaningsOf('transfer domain'));
    expect(reader.meaningsOf('close the site')).toEqual(reader.meaningsOf('close our site'));
  });

  test('one provider tells little, two tell of a move', () => {
    expect(reader.readQuestion('buy a server at Alibaba Cloud').words).not.toContain('alibaba');
    expect(reader.readQuestion('Alibaba Cloud').words).toContain('alibaba');
    expect(reader.readQuestion('from Tencent to Alibaba Cloud').words).toContain('tencent');
  });
});

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
    ['example.io は .io', 'faq:suffix-not-supported'],
  ])('%s finds %s', (query, id) => {
    expect(find(query)).toContain(id);
  });

  test('every entry and every term is found by its own title in every language, an entry among the first three', () => {
    for (const entry of rules.faq)
      for (const title of Object.values(entry.question))
        expect(answersTo(title).slice(0, 3), title).toContain(`faq:${entry.id}`);
    for (const entry of rules.glossary)
      for (const term of Object.values(entry.term)) expect(find(term), term).toContain(`term:${entry.id}`);
  });

  test('every way to ask that an entry names finds it among the first three', () => {
    const missed = rules.faq.flatMap((entry) =>
      entry.asked.filter((one) => !answersTo(one).slice(0, 3).includes(`faq:${entry.id}`)),
    );
    expect(missed).toEqual([]);
  });

  test.each([
    ['subdomian', 'faq:sub-domains'],
    ['certifcate', 'faq:domain-certificate'],
    ['registar', 'faq:registrar-not-approved'],
  ])('%s, with one letter wrong, finds %s', (query, id) => {
    expect(answersTo(query).slice(0, 3)).toContain(id);
  });

  test('a question of any length is answered by how it begins', () => {
    expect(find('f'.repeat(200_000))).toEqual([]);
    expect(find(`how long does a filing take ${' '.repeat(1000)}${'hong kong '.repeat(20_000)}`)).toEqual(
      find('how long does a filing take'),
    );
  });

  test('what no entry is near finds nothing', () => {
    for (const query of ['pizza', 'quantum chromodynamics', '火锅', '   ', '?', '#12'])
      expect(find(query), query).toEqual([]);
  });
});

describe('reading a question', () => {
  test('Chinese and Japanese are read in pairs of characters of one script, Latin in words without their plural', () => {
    expect(reader.wordsOf('域名证书 (ICP备案)')).toEqual(['域名', '名证', '证书', 'icp', '备案']);
    expect(reader.wordsOf('サーバーを移す。')).toEqual(['サー', 'ーバ', 'バー', 'を', '移', 'す']);
    expect(reader.wordsOf('Filings of companies, status: DNS')).toEqual(['filing', 'of', 'company', 'status', 'dns']);
  });

  test('one meaning, however it is written; a word within a word has none', () => {
    const meaning = reader.meaningsOf('subdomain');
    expect(meaning).toHaveLength(1);
    for (const other of ['Sub-Domains of sub‑domain', 'a sub domain', '二级域名', 'サブドメイン'])
      expect(reader.meaningsOf(other), other).toContain(meaning[0]);
    expect(reader.meaningsOf('report')).toEqual([]);
  });

  test('a phrase holds with up to two words or four characters where it has a gap', () => {
    const [down] = reader.meaningsOf('taken down');
    for (const query of ['takes the site down', 'took it down', 'my host suddenly went down'])
      expect(reader.meaningsOf(query), query).toContain(down);
    for (const query of ['takes the whole old site down', 'takes time; scroll down', 'sitdown'])
      expect(reader.meaningsOf(query), query).not.toContain(down);
    const [another] = reader.meaningsOf('换服务商');
    expect(reader.meaningsOf('换一台服务器')).toContain(another);
    expect(reader.meaningsOf('换手机，服务器不变')).not.toContain(another);
  });

  test('a particle within 备案 parts nothing', () => {
    for (const query of ['在别处备过案', '已经备了案', '備過案'])
      expect(reader.wordsOf(query), query).toEqual(reader.wordsOf(query.replace(/[过了過]/g, '')));
  });

  test('who names two providers asks about moving, in whatever words; two names of one are one', () => {
    const [move] = reader.meaningsOf('another provider');
    for (const query of ['阿里云备案过了换腾讯云', 'from Huawei Cloud to Volcengine', 'qcloud, then 百度云'])
      expect(reader.meaningsOf(query), query).toContain(move);
    for (const query of ['阿里云', 'Alibaba Cloud, that is aliyun', '万网就是阿里云'])
      expect(reader.meaningsOf(query), query).not.toContain(move);
  });

  test.each([
    ['subdomain', 'is blog.site.cn extra', 'www.site.cn'],
    ['several domains', 'acme.com plus acme.cn', 'acme.com or www.acme.com'],
    ['old filing', '2012年备的', '2021年备的'],
  ])('%s is spoken of in “%s”, and not in “%s”', (phrase, spoken, other) => {
    const [meaning] = reader.meaningsOf(phrase);
    expect(reader.meaningsOf(spoken)).toContain(meaning);
    expect(reader.meaningsOf(other)).not.toContain(meaning);
  });

  test('a suffix is known by its dot or by the word after it', () => {
    const [suffix] = reader.meaningsOf('suffix');
    for (const query of ['.io', 'my .org', 'io域名', 'org 后缀', 'top可以备案吗', 'xyz能不能备案', '.com'])
      expect(reader.meaningsOf(query), query).toContain(suffix);
    for (const query of ['example.io', 'io', '.notasuffix', 'www.example.org', 'com域名', 'app备案'])
      expect(reader.meaningsOf(query), query).not.toContain(suffix);
  });

  test('many call a filing a license: it tells little beside what tells more', () => {
    const { words } = reader.readQuestion('transfer my ICP license to another provider');
    expect(words).not.toEqual(expect.arrayContaining(['licens']));
    for (const query of ['ICP license', 'ICP filing or ICP license', 'commercial ICP licence'])
      expect(reader.readQuestion(query).words.join(), query).toMatch(/licen/);
  });

  test('words that every question has decide nothing, unless there is nothing else', () => {
    expect(reader.readQuestion('Do I need an ICP?').words).toEqual(['icp']);
    expect(reader.readQuestion('怎么办').words).not.toEqual([]);
    expect(reader.readQuestion('備案ですかねえ').words).toEqual(['備案']);
  });
});
