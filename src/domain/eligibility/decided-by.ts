/** Which answers each check rests on. */
import type { AnswerName } from '../answers/answers.ts';
import type { CheckId } from '../ruleset/check-ids.ts';

/** The answers that decide each check, the first of them most. */
export const DECIDED_BY: Readonly<Record<CheckId, readonly AnswerName[]>> = {
  'filing-needed': ['hosting'],
  'suffix-approved': ['suffixListed'],
  'name-is-yours': ['name'],
  'subject-can-file': ['subject', 'registeredIn', 'mainlandBody', 'legalRepresentative'],
  'registrar-licensed': ['registrar', 'registrarListed'],
  'registration-valid': ['expiresOn'],
  'real-name-done': ['realName'],
  'real-name-recorded': ['realNameOn', 'realNameSettled', 'realName'],
  'holder-matches': ['holder'],
  'no-foreign-record': ['record'],
  'no-open-application': ['application'],
  'certificate-ready': ['certificate'],
  'province-accepts': ['province', 'namesOnSite'],
};
