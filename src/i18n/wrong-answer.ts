/**
 * What somebody who knows better can send us: the verdict, what it rests on, and nothing of
 * themselves.
 */
import type { AnswerName, Answers } from '../domain/answers/answers.ts';
import type { Verdict } from '../domain/eligibility/verdict.ts';
import { nameOfUnlisted } from '../domain/ruleset/find-registrars.ts';
import type { RulesetMetadata } from '../domain/ruleset/ruleset.ts';
import type { Citation } from '../domain/ruleset/source.ts';

/** Answers by which a verdict can be made again; those about persons, papers and days stay here. */
const TOLD: readonly AnswerName[] = [
  'hosting',
  'name',
  'registrar',
  'suffixListed',
  'registrarListed',
  'realName',
  'subject',
  'province',
  'record',
  'filedWhen',
  'applyingFor',
  'liveNow',
  'application',
  'certificate',
  'filedWith',
  'servedBy',
];

/**
 * Returns a report of a verdict as lines of text, in English for whoever keeps the facts: the host,
 * what every check came to with its sources, and the answers that were chosen from lists.
 */
export function wrongAnswerText(
  verdict: Verdict,
  answers: Answers,
  version: string,
  { loadedOn }: Pick<RulesetMetadata, 'loadedOn'>,
): string {
  const { domain, standing, findings, coverage, rules } = verdict;
  const told = TOLD.flatMap((name) => (answers[name] === undefined ? [] : [`${name}=${chosen(answers[name])}`]));
  return [
    `ICP Filing Guide ${version}, rules of ${rules}${loadedOn === undefined ? '' : ', loaded from a file'}`,
    `host: ${domain.host} (domain ${domain.registrable}, suffix ${domain.suffix})`,
    `verdict: ${standing}, coverage ${coverage.kind}`,
    ...findings.map(
      ({ check, outcome, reason, cites, against }) =>
        `${check}: ${outcome}, ${reason.code}${sources('from', cites)}${sources('against', against)}`,
    ),
    `answers: ${told.join(', ') || 'none'}`,
    'What is wrong, and which source says so: ',
    '',
  ].join('\n');
}

/** Returns an answer as it is told; of a registrar's name that was typed only that it was. */
function chosen(answer: unknown): string {
  return nameOfUnlisted(String(answer)) === null ? String(answer) : 'a name that is not in the list';
}

function sources(label: string, cites: readonly Citation[]): string {
  return cites.length === 0 ? '' : ` (${label} ${cites.map(({ source }) => source).join(', ')})`;
}
