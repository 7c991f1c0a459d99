import type { Finding, Outcome, Registrar } from '../model.ts';
import { citePrinciple, displayTail, type Question } from '../question.ts';

/**
 * Does the registrar hold the ministry's licence for domain registration services? Needs the person's answer;
 * a registrar that we hold no evidence on is "cannot tell", whatever its country.
 * Rule: 工信部信管〔2017〕264号, in force since 2018-01-01, as providers apply it.
 */
export function registrarLicensed({ domain, answers, facts }: Question): Finding {
  const registrar = answers.registrar === undefined ? undefined : facts.registrars.get(answers.registrar);
  if (registrar === undefined) {
    return {
      check: 'registrar-licensed',
      outcome: 'needs-answer',
      because: { code: 'registrar-unknown', params: { registrable: displayTail(domain, domain.registrable) } },
      cites: citePrinciple(facts, 'licensed-registrar'),
      against: [],
    };
  }
  return {
    check: 'registrar-licensed',
    outcome: outcomeOf(registrar),
    because: { code: reasonCode(registrar), params: { registrar: registrar.name, licence: registrar.licence ?? '' } },
    cites: registrar.cites,
    against: [],
  };
}

function outcomeOf(registrar: Registrar): Outcome {
  if (registrar.status === 'approved') return 'pass';
  return registrar.status === 'not-approved' ? 'fail' : 'cannot-tell';
}

function reasonCode(registrar: Registrar): string {
  if (registrar.status === 'approved')
    return registrar.licence === undefined ? 'registrar-approved' : 'registrar-licence-seen';
  if (registrar.status === 'not-approved') {
    return registrar.basis === 'overseas-rule' ? 'registrar-overseas' : 'registrar-not-approved';
  }
  return registrar.basis === 'mainland-company' ? 'registrar-mainland-unverified' : 'registrar-uncertain';
}
