import { expect, test } from 'vitest';
import type { Answers } from '../../../src/domain/answers/answers.ts';
import { wrongAnswerText } from '../../../src/i18n/wrong-answer.ts';
import { engine } from '../../support/shipped-ruleset.ts';

test('a report has the verdict, what it rests on and its sources, and nothing of the person', () => {
  const answers: Answers = {
    registrar: 'godaddy',
    subject: 'individual',
    holder: 'legal-representative',
    legalRepresentative: 'abroad',
    registeredIn: 'hk-mo-tw',
    registeredOn: '2011-03-07',
    expiresOn: '2027-03-07',
    realNameOn: '2020-02-02',
    namesOnSite: 4321,
  } as Answers;
  const answer = engine.assess('docs.example.io', answers, '2026-11-24');
  if (answer.kind !== 'verdict') throw new Error(answer.problem.type);
  const text = wrongAnswerText(answer.verdict, answers, '1.2.3', {});
  expect(text).toContain('1.2.3');
  expect(text).toContain('docs.example.io (domain example.io');
  expect(text).toContain('registrar=godaddy, subject=individual');
  for (const { check, cites } of answer.verdict.findings) {
    expect(text).toContain(`${check}: `);
    for (const { source } of cites) expect(text).toContain(source);
  }
  expect(text).not.toMatch(/legal-representative\b|hk-mo-tw|abroad\b(?=,|\n)|2011-03-07|2027-03-07|2020-02-02|4321/);
});

test('a report says that rules are loaded, and not which name somebody typed for a registrar', () => {
  const answers: Answers = { registrar: 'name:Typed by Somebody' };
  const answer = engine.assess('example.com', answers, '2026-11-24');
  if (answer.kind !== 'verdict') throw new Error(answer.problem.type);
  const text = wrongAnswerText(answer.verdict, answers, '1.2.3', { loadedOn: '2026-11-20' });
  expect(text).toMatch(/^ICP Filing Guide 1\.2\.3, rules of \S+, loaded from a file$/m);
  expect(text).toContain('answers: registrar=a name that is not in the list');
  expect(text).not.toContain('Somebody');
});
