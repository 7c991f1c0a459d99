import { toUnicodeName } from '../../hostname/unicode-name.ts';
import { labelOfUnlisted } from '../../ruleset/find-registrars.ts';
import type { Registrar } from '../../ruleset/registrar.ts';
import { citationsForLegalBasis } from '../../ruleset/ruleset-index.ts';
import { type AssessmentContext, finding } from '../assessment-context.ts';
import type { Finding, Outcome } from '../verdict.ts';

/**
 * Does the registrar hold the ministry's license for domain registration services? Needs the
 * person's answer; a registrar that we hold no evidence on is "cannot tell", whatever its country.
 * Rule: 工信部信管〔2017〕264号, in force since 2018-01-01, as providers apply it.
 */
export function registrarLicensed(question: AssessmentContext): Finding {
  const found = bySources(question);
  const { registrarListed } = question.answers;
  // What the person found on the ministry's list counts where the sources here do not settle it,
  // and is told as theirs.
  if (found.outcome !== 'cannot-tell' || registrarListed === undefined) return found;
  const isListed = registrarListed === 'yes';
  const code = isListed ? 'registrar-found-listed' : 'registrar-found-missing';
  return { ...found, outcome: isListed ? 'pass' : 'fail', reason: { ...found.reason, code } };
}

function bySources({ domain, answers, facts }: AssessmentContext): Finding {
  const check = 'registrar-licensed';
  const rule = citationsForLegalBasis(facts, 'licensed-registrar');
  const registrar = answers.registrar === undefined ? undefined : facts.registrars.get(answers.registrar);
  if (registrar === undefined) {
    const label = answers.registrar === undefined ? null : labelOfUnlisted(answers.registrar);
    if (label !== null) return finding(check, 'cannot-tell', 'registrar-unlisted', rule, { registrar: label });
    return finding(check, 'needs-answer', 'registrar-unknown', rule, {
      registrable: toUnicodeName(domain, domain.registrable),
    });
  }
  const group = facts.registrars.get(registrar.mainlandCompany ?? '');
  return finding(
    check,
    outcomeOf(registrar),
    reasonCode(registrar, group),
    registrar.cites,
    { registrar: registrar.name, licence: registrar.licence ?? '', ...(group && { company: group.name }) },
    registrar.against ?? [],
  );
}

function outcomeOf(registrar: Registrar): Outcome {
  if (registrar.status === 'approved') return 'pass';
  return registrar.status === 'not-approved' ? 'fail' : 'cannot-tell';
}

function reasonCode(registrar: Registrar, group: Registrar | undefined): string {
  if (registrar.status === 'approved')
    return registrar.licence === undefined ? 'registrar-approved' : 'registrar-licence-seen';
  if (registrar.status === 'not-approved') {
    if (group !== undefined)
      return group.status === 'approved' ? 'registrar-group-licensed' : 'registrar-group-unverified';
    return registrar.basis === 'overseas-rule' ? 'registrar-overseas' : 'registrar-not-approved';
  }
  return registrar.basis === 'mainland-company' ? 'registrar-mainland-unverified' : 'registrar-uncertain';
}
