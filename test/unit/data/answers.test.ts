/**
 * What the guidance must say, and must never say again: answers that were wrong once, and the nine
 * that it began with.
 */
import { describe, expect, test } from 'vitest';
import { LOCALES } from '../../../src/domain/common/locale.ts';
import { createGuidanceSearch } from '../../../src/domain/guidance-search/search-guidance.ts';
import { CHECKS } from '../../../src/domain/ruleset/check-ids.ts';
import { rules } from '../../support/shipped-ruleset.ts';

const search = createGuidanceSearch(rules, 'en');

function entry(id: string) {
  const found = rules.faq.find((one) => one.id === id);
  if (found === undefined) throw new Error(`no entry "${id}"`);
  return found;
}

function textOf(id: string): string {
  return entry(id)
    .answer.en.flatMap((block) => (block.kind === 'steps' ? block.steps : [block.text]))
    .join(' ');
}

const sourcesOf = (id: string) => entry(id).cites.map(({ source }) => source);

describe('the nine questions of the guidance of 2018', () => {
  test.each<[string, string, RegExp]>([
    [
      'Why does my website domain name fail the domain name verification?',
      'why-verification-fails',
      /initial filing, a new website/,
    ],
    ['My domain name is not registered with my own information. What can I do?', 'not-my-own-name', /registrant/],
    [
      'How do I apply for an ICP Filing when multiple domain names direct to the same website?',
      'several-domains-one-site',
      /one domain, in every province, since April 22, 2019/,
    ],
    ['Do I have to apply for ICP Filing for second-level domain names?', 'sub-domains', /^No\./],
    [
      'Can I apply for ICP Filing for country-specific domain names and domain names registered outside mainland China?',
      'foreign-domains',
      /three conditions/,
    ],
    ['How to obtain a domain name certificate?', 'domain-certificate', /registrar/],
    [
      'The domain name I recently purchased already has an MIIT ICP Filing number. What can I do?',
      'name-with-old-filing',
      /migrated/,
    ],
    [
      'The system prompts that my domain name is not supported by the ICP Filing system. What can I do?',
      'suffix-not-supported',
      /suffix/,
    ],
    [
      'When I submit an application, the system prompts that the subject information for this domain name already exists. What can I do?',
      'subject-already-exists',
      /account/,
    ],
  ])('%s', (question, id, truth) => {
    const answers = search.find(question).filter(({ kind }) => kind === 'faq');
    expect(answers.slice(0, 3).map((one) => one.id)).toContain(id);
    expect(textOf(id)).toMatch(truth);
  });
});

describe('amounts and days are those of the sources that are named', () => {
  test.each<[string, RegExp, string]>([
    ['displaying-the-number', /CNY 5,000 to 50,000 where the number is missing/, 'state-council-order-292'],
    ['displaying-the-number', /CNY 5,000 to 10,000 where only the link/, 'miit-order-33-2005'],
    ['without-filing', /CNY 10,000/, 'miit-order-33-2005'],
    ['how-long', /20 business days/, 'miit-order-33-2005'],
    ['how-long', /within 24 hours/, 'huawei-sms-2025'],
    ['how-long', /30 for Zhejiang/, 'tencent-review'],
    ['public-security-filing', /within 30 days of launch/, 'mps-order-33-1997'],
    ['order-limits', /up to ten websites/, 'tencent-website-information'],
    ['server-resources', /three months/, 'huawei-filing-rules-2026'],
    ['moving-between-companies', /26 provincial regions/, 'huawei-migration-2025'],
    ['domain-hold', /five days after registration/, 'tencent-real-name'],
  ])('%s: %s', (id, said, source) => {
    expect(textOf(id)).toMatch(said);
    expect(sourcesOf(id)).toContain(source);
  });
});

test('nobody is told to switch off a site that is live abroad, nor that a filing must be cancelled where it can move', () => {
  expect(textOf('live-site-abroad')).toMatch(/Don’t switch off/);
  expect(textOf('is-a-filing-needed')).not.toMatch(/resolution off/);
  expect(textOf('name-with-old-filing')).not.toMatch(/must be canceled/);
});

test('the guidance explains every check, in as many words in each language', () => {
  for (const check of CHECKS)
    expect(
      rules.faq.some((one) => one.checks.includes(check)),
      check,
    ).toBe(true);
  for (const one of rules.faq)
    for (const locale of LOCALES) expect(one.answer[locale].length, one.id).toBe(one.answer.en.length);
});
