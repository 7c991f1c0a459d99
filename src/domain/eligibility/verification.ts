import type { Text } from '../common/locale.ts';
import type { CheckId } from '../ruleset/check-ids.ts';
import type { Citation } from '../ruleset/source.ts';
import { type AssessmentContext, everyRuleOf, provinceOf } from './assessment-context.ts';

/** What a provider looks up of the name and its holder when an application is verified. */
const OF_THE_NAME: readonly CheckId[] = [
  'suffix-approved',
  'registrar-licensed',
  'registration-valid',
  'real-name-done',
  'real-name-recorded',
  'holder-matches',
  'certificate-ready',
];
/** What only somebody who files a new website meets. */
const OF_A_NEW_WEBSITE: readonly CheckId[] = ['subject-can-file', 'no-open-application', 'province-accepts'];

/**
 * Returns whether a check is made in what is ahead of a name. A name without a filing of one's own
 * meets all of them. One that is filed meets them again at a change, unless it was filed before
 * 2018; at an access filing and while nothing is ahead nobody looks (sources: the principles
 * `verified-at-filing`, `verified-at-change`, `not-verified-at-access-filing`). Some provinces look
 * at the registrar all the same, see `looksAtRegistrar`.
 */
export function isVerified(check: CheckId, question: Pick<AssessmentContext, 'answers' | 'facts'>): boolean {
  const { record, applyingFor, filedWhen } = question.answers;
  if (record !== 'own') return true;
  if (OF_A_NEW_WEBSITE.includes(check)) return false;
  if (!OF_THE_NAME.includes(check)) return true;
  if (check === 'registrar-licensed' && looksAtRegistrar(question)) return true;
  return applyingFor === 'change' && filedWhen !== 'before-2018';
}

/**
 * Whether the province wants names at overseas registrars to move before this kind of application.
 */
function looksAtRegistrar(question: Pick<AssessmentContext, 'answers' | 'facts'>): boolean {
  const { applyingFor } = question.answers;
  return (provinceOf(question)?.rules ?? []).some(
    (rule) => rule.kind === 'registrar-before' && rule.application === applyingFor,
  );
}

/**
 * Returns the province that takes no access filing of a name with this suffix, and who says so,
 * where one is ahead; null where nothing is said against it.
 */
export function accessRefusal(
  question: AssessmentContext,
): { readonly province: Text; readonly cites: readonly Citation[] } | null {
  const { answers, domain } = question;
  const province = provinceOf(question);
  if (province === undefined || answers.applyingFor !== 'access-filing') return null;
  const [rule] = everyRuleOf(question, 'suffix-at-access').filter(({ suffixes }) => suffixes.includes(domain.suffix));
  return rule?.outcome === 'refused' ? { province: province.name, cites: rule.cites } : null;
}
