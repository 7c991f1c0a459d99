/** A line of one thing that is known or open; it pushes the screen that tells more. */
import type { ComponentChildren } from 'preact';
import { DECIDED_BY } from '../domain/eligibility/decided-by.ts';
import type { Engine } from '../domain/eligibility/engine.ts';
import type { Finding } from '../domain/eligibility/verdict.ts';
import type { CheckId } from '../domain/ruleset/check-ids.ts';
import { answerText } from '../i18n/record-text.ts';
import { sourceLabel } from '../i18n/source-label.ts';
import type { Translate } from '../i18n/translator.ts';
import { Icon } from '../ui/icon.tsx';
import { OutcomeIcon } from '../ui/outcome-icon.tsx';
import { type Translation, useTranslation } from '../ui/translation.ts';
import { type JudgedProps, type Screen, screenId } from './screens.ts';

export function Row({
  sign,
  label,
  value,
  to,
  open,
}: {
  readonly sign: ComponentChildren;
  readonly label: string;
  readonly value?: string | undefined;
  readonly to: Screen;
  readonly open: (screen: Screen) => void;
}) {
  return (
    <button type="button" class="row" data-opens={screenId(to)} onClick={() => open(to)}>
      {sign}
      <span class="what">{label}</span> {value !== undefined && <span class="value">{value}</span>}
      <Icon name="next" size={14} />
    </button>
  );
}

/** The line of a check. */
export function CheckRow({ check, ...shared }: JudgedProps & { readonly check: CheckId }) {
  const words = useTranslation();
  const { t } = words;
  const { verdict, open } = shared;
  const finding = verdict.findings.find((one) => one.check === check);
  if (finding === undefined) return null;
  return (
    <li data-check={check} data-outcome={finding.outcome}>
      <Row
        sign={<OutcomeIcon outcome={finding.outcome} size={16} />}
        label={t(`check_${check.replaceAll('-', '_')}`)}
        value={shortAnswer(finding, shared, words)}
        to={{ kind: 'check', check }}
        open={open}
      />
    </li>
  );
}

/** Checks whose answer says more than what it comes to. */
const SHOWN: ReadonlySet<CheckId> = new Set([
  'registrar-licensed',
  'registration-valid',
  'subject-can-file',
  'no-foreign-record',
]);

/** What is known of a check, in a word or two: the answer, or what the answer comes to. */
function shortAnswer(finding: Finding, { answers, facts }: JudgedProps, { locale, t }: Translation): string {
  const { check, outcome } = finding;
  const [name] = DECIDED_BY[check].filter((one) => answers[one] !== undefined);
  const value = name === undefined ? undefined : answers[name];
  const isShown = SHOWN.has(check);
  if (isShown && name !== undefined && value !== undefined && outcome !== 'needs-answer')
    return answerText({ name, value }, facts.rules, locale, t);
  // What only has to be waited for has not failed: its day says more.
  const { date } = finding.reason.params;
  if (check === 'real-name-recorded' && finding.reason.code.startsWith('record-too-early') && date !== undefined)
    return t('step_from', { date });
  const [cite] = finding.cites;
  const source = cite && facts.sources.get(cite.source);
  // A no that nothing can be done about says at once on whose word it rests.
  if (check === 'suffix-approved' && outcome === 'fail' && source)
    return `${wordFor(finding, t)} · ${sourceLabel(source, t)}`;
  return wordFor(finding, t);
}

/** Returns what an outcome is called. */
export function wordFor({ check, outcome, against }: Finding, t: Translate): string {
  if (check === 'filing-needed' && (outcome === 'pass' || outcome === 'not-applicable')) {
    return t(`outcome_filing_needed_${outcome.replaceAll('-', '_')}`);
  }
  if (check === 'name-is-yours' && outcome === 'fail') return t('outcome_not_yours');
  if (check === 'suffix-approved') {
    if (outcome === 'cannot-tell' && against.length > 0) return t('outcome_disagree');
    if (outcome === 'pass' || outcome === 'fail') return t(`outcome_suffix_${outcome}`);
  }
  return t(`outcome_${outcome.replaceAll('-', '_')}`);
}

/** Returns a name as people read it. */
export function displayOf(name: string, engine: Engine): string {
  const read = engine.read(name);
  return 'type' in read ? name : read.display;
}
