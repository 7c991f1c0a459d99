import { describe, expect, test } from 'vitest';
import { noteOn } from '../../../../src/domain/eligibility/name-note.ts';
import { faqForFinding, faqForVerdict } from '../../../../src/domain/eligibility/related-faq.ts';
import type { Finding, Outcome, Verdict } from '../../../../src/domain/eligibility/verdict.ts';
import { allPatterns, faqForPrompt, patternsOf } from '../../../../src/domain/prompts/console-prompts.ts';
import { consoleOfHost } from '../../../../src/domain/prompts/find-console.ts';
import type { Console, Prompt } from '../../../../src/domain/ruleset/console.ts';
import type { FaqEntry } from '../../../../src/domain/ruleset/guidance.ts';
import { domain, factsWith, inAll, judged, platformOf, suffixFact } from '../../../support/made-up-ruleset.ts';
import { engine, rules } from '../../../support/shipped-ruleset.ts';

const prompt = (says: string, means: string, kind?: Prompt['kind']): Prompt => ({
  says,
  means,
  ...(kind && { kind }),
  cites: [],
});

function console_(id: string, changes: Partial<Console>): Console {
  const empty = {
    accessProvider: false,
    sites: [],
    pages: [],
    sharesPromptsOf: [],
    groups: [],
    prompts: [],
    cites: [],
  };
  return { id, name: inAll(id), ...empty, ...changes };
}

function entry(id: string, changes: Partial<FaqEntry>): FaqEntry {
  const empty = { checks: [], coverages: [], topics: [], prompts: [], theme: 'needed' as const, asked: [], cites: [] };
  const text = inAll(id);
  return { id, ...empty, question: text, title: text, answer: rules.faq[0]?.answer as FaqEntry['answer'], ...changes };
}

const site = (host: string) => ({ host, verified: true });

describe('the console of a host', () => {
  const one = console_('one', { sites: [site('console.one.example'), site('*.wide.one.example')] });
  const two = console_('two', { sites: [site('www.two.example')] });
  const made = { ...rules, prompts: [], consoles: [one, two] };

  test.each([
    ['console.one.example', 'one'],
    ['a.wide.one.example', 'one'],
    ['a.b.wide.one.example', 'one'],
    ['www.two.example', 'two'],
    ['wide.one.example', undefined],
    ['notwide.one.example', undefined],
    ['a.console.one.example', undefined],
    ['one.example', undefined],
    ['www.two.example.com', undefined],
    ['', undefined],
  ])('of %j: %s', (host, id) => {
    expect(consoleOfHost(made, host)?.id).toBe(id);
  });
});

describe('what is looked for', () => {
  const own = [prompt('短句', 'short'), prompt('一个较长的句子', 'long'), prompt('E100', 'coded', 'code')];
  const one = console_('one', { prompts: own, sharesPromptsOf: ['three'] });
  const two = console_('two', { prompts: [prompt('别处的句子', 'short')] });
  const three = console_('three', {
    prompts: [
      prompt(' 短 句：', 'long'),
      prompt('乙句', 'short'),
      prompt('甲句', 'long'),
      prompt('无人解释', 'nobody'),
    ],
  });
  const faq = [
    entry('short-answer', { prompts: ['other', 'short'] }),
    entry('long-answer', { prompts: ['long', 'coded'] }),
  ];
  const made = { ...rules, prompts: [], consoles: [one, two, three], faq };

  test('on a console: its prompts and those of its group, the longest first, each text once, codes and unexplained ones not', () => {
    // '短句' as the console itself says it, not as another of its group does.
    expect(patternsOf(made, one).map(({ says, id, guidance }) => [says, id, guidance])).toEqual([
      ['一个较长的句子', 'long', 'long-answer'],
      ['乙句', 'short', 'short-answer'],
      ['甲句', 'long', 'long-answer'],
      ['短句', 'short', 'short-answer'],
    ]);
    expect(patternsOf(made, two).map(({ says }) => says)).toEqual(['别处的句子']);
  });

  test('elsewhere: the prompts of all, and codes where they are asked for', () => {
    const says = (codes: boolean) => allPatterns(made, codes).map((one) => one.says);
    expect(new Set(says(false))).toEqual(new Set(['一个较长的句子', '别处的句子', '短句', '甲句', '乙句']));
    expect(new Set(says(true))).toEqual(new Set([...says(false), 'e100']));
    expect(says(true)).toHaveLength(6);
  });

  test('each knows what its pieces are recognised by', () => {
    expect(patternsOf(made, one)[0]?.anchors).toEqual(['一个', '的句']);
  });

  test('a meaning is answered by the entry that names it, and by none where none does', () => {
    expect(faqForPrompt(made, 'short')?.id).toBe('short-answer');
    expect(faqForPrompt(made, 'coded')?.id).toBe('long-answer');
    expect(faqForPrompt(made, 'nobody')).toBeNull();
  });
});

describe('which entries explain', () => {
  const faq = [
    entry('a-suffix', { checks: ['suffix-approved'] }),
    entry('b-suffix-of-one-kind', { checks: ['suffix-approved'], reasons: ['suffix-unlisted', 'other'] }),
    entry('c-cover', { coverages: ['shares-record', 'outside'] }),
    entry('d-registrar', { checks: ['registrar-licensed'] }),
    entry('e-real-name', { checks: ['real-name-done', 'real-name-recorded'] }),
  ];
  const made = { ...rules, faq };
  const finding = (check: Finding['check'], outcome: Outcome, code = 'some'): Finding => ({
    check,
    outcome,
    reason: { code, params: {} },
    cites: [],
    against: [],
  });
  const ids = (entries: readonly FaqEntry[]) => entries.map(({ id }) => id);
  const explained = (...findings: Finding[]) => ids(faqForVerdict(made, { ...judged({}), findings }));

  test('a finding: those of its check, and of its reason where they are for some alone', () => {
    expect(ids(faqForFinding(made, finding('suffix-approved', 'fail')))).toEqual(['a-suffix']);
    expect(ids(faqForFinding(made, finding('suffix-approved', 'fail', 'suffix-unlisted')))).toEqual([
      'a-suffix',
      'b-suffix-of-one-kind',
    ]);
    expect(ids(faqForFinding(made, finding('filing-needed', 'fail', 'suffix-unlisted')))).toEqual([]);
  });

  test('a verdict: what fails, then how it is covered, then what cannot be told, then what is open; each once', () => {
    expect(
      explained(
        finding('real-name-done', 'needs-answer'),
        finding('suffix-approved', 'cannot-tell'),
        finding('registrar-licensed', 'fail'),
        finding('real-name-recorded', 'needs-answer'),
      ),
    ).toEqual(['d-registrar', 'c-cover', 'a-suffix', 'e-real-name']);
    expect(explained(finding('real-name-done', 'fail'), finding('real-name-recorded', 'needs-answer'))).toEqual([
      'e-real-name',
      'c-cover',
    ]);
  });

  test('what passes or does not apply is not explained', () => {
    expect(explained(finding('suffix-approved', 'pass'), finding('real-name-done', 'not-applicable'))).toEqual([
      'c-cover',
    ]);
  });
});

describe('what a name alone says', () => {
  const suffixes = [
    suffixFact({ suffix: 'yes', status: 'approved', listedBy: ['x'] }),
    suffixFact({ suffix: 'no', status: 'not-approved', deniedBy: ['x'] }),
    suffixFact({ suffix: 'maybe', listedBy: ['x'] }),
  ];
  const facts = factsWith({ suffixes });
  const note = (verdict: Verdict, isKnown = true) => {
    const said = noteOn(verdict, () => isKnown);
    return said && [said.tone, said.reason.code];
  };
  const on = (name: string, platform?: Parameters<typeof domain>[2]) =>
    judged({ record: 'other', realName: 'not-done' }, facts, domain(name, name, platform));

  test.each([
    ['a.yes', ['yes', 'suffix-approved']],
    ['a.no', ['no', 'suffix-not-approved']],
    ['a.maybe', ['unknown', 'suffix-weakly-listed']],
    ['a.unheard', ['unknown', 'suffix-unlisted']],
  ])('%s: %j, whatever else fails', (name, expected) => {
    expect(note(on(name))).toEqual(expected);
  });

  test('a suffix that nobody has heard of says nothing; one that the facts hold needs nobody else', () => {
    expect(note(on('index.unheard'), false)).toBeNull();
    for (const name of ['a.yes', 'a.no', 'a.maybe']) expect(note(on(name), false)).not.toBeNull();
    const asked: string[] = [];
    noteOn(on('b.a.unheard'), (suffix) => asked.push(suffix) > 0);
    expect(asked).toEqual(['a.unheard']);
  });

  test('whose name it is comes first, whatever its suffix is', () => {
    expect(note(on('me.yes', platformOf('Me', 'me.yes')))).toEqual(['no', 'name-of-known-platform']);
    expect(note(on('me.maybe', platformOf('Me', 'me.maybe')))).toEqual(['no', 'name-of-known-platform']);
    expect(note(on('me.no', platformOf('Me', 'me.no')))).toEqual(['no', 'name-of-known-platform']);
  });

  test('without the checks on the name there is nothing to say', () => {
    expect(note({ ...on('a.yes'), findings: [] })).toBeNull();
    expect(engine.note('index.html')).toBeNull();
  });
});
