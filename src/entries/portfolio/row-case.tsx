/**
 * The case of one row, beside the table: what decides it, where that is from, and what the person
 * can say otherwise.
 */
import { useMemo } from 'preact/hooks';
import { openVerdict } from '../../browser-api/tabs.ts';
import { isStale } from '../../domain/answers/answer-origin.ts';
import type { AnswerName, Answers } from '../../domain/answers/answers.ts';
import { EMPTY } from '../../domain/answers/domain-answers.ts';
import { type Day, dayOf } from '../../domain/common/days.ts';
import type { Engine } from '../../domain/eligibility/engine.ts';
import type { Finding } from '../../domain/eligibility/verdict.ts';
import { caseOf, type Knowledge, type NameRow } from '../../domain/portfolio/assess-rows.ts';
import { weighEvidence } from '../../domain/records/evidence.ts';
import { adviceText, answerText, differenceText, originText, proposalText } from '../../i18n/record-text.ts';
import { sayFix, sayStep } from '../../i18n/step-text.ts';
import type { Translate } from '../../i18n/translator.ts';
import { choices } from '../../ui/answer-fields.tsx';
import { DayField, SelectField } from '../../ui/controls.tsx';
import { Icon } from '../../ui/icon.tsx';
import { OutcomeIcon } from '../../ui/outcome-icon.tsx';
import { useTranslation } from '../../ui/translation.ts';
import { WholeDates } from '../../ui/whole-dates.tsx';
import { RegistrarSelect } from './row-tools.tsx';

interface Props {
  readonly row: NameRow;
  readonly engine: Engine;
  readonly known: Knowledge;
  readonly tell: <K extends AnswerName>(name: K, value: Answers[K]) => void;
  readonly close: () => void;
}

export function RowCase({ row, engine, known, tell, close }: Props) {
  const { locale, t } = useTranslation();
  const { facts } = engine;
  const today = dayOf(new Date());
  const read = useMemo(() => weigh(row, engine, known, today), [row, engine, known, today]);
  if (read === null) return null;
  const { verdict, evidence, said } = read;
  const { answers, settled, differences, proposals, advice } = evidence;
  const decided = (one: Finding) => one.outcome === 'pass' || one.outcome === 'not-applicable';
  // The open questions are the list below.
  const steps = verdict.steps.filter(({ code }) => !code.startsWith('confirm-'));
  const lines = [...verdict.findings].sort((a, b) => rankOf(a) - rankOf(b));
  return (
    <aside class="panel case" aria-labelledby="case-title" data-host={row.host}>
      <header>
        <h2 id="case-title" tabIndex={-1}>
          {row.display}
        </h2>
        <button type="button" class="quiet icon-only" aria-label={t('case_close')} onClick={close}>
          <Icon name="close" />
        </button>
      </header>
      <p>
        <span class={`tag ${row.part}`}>{t(`tag_${row.part}`)}</span> {sayFix(row.fix, t)}
      </p>
      {steps.length > 0 && (
        <ol class="steps">
          {steps.slice(0, 3).map((step) => (
            <li key={step.code}>
              <WholeDates text={sayStep(step, t)} />
            </li>
          ))}
        </ol>
      )}
      {advice.map((one) => (
        <p key={one.code} class="advice">
          {adviceText(one, t)}
        </p>
      ))}
      {differences.map((one) => (
        <p key={one.name} class="differs">
          {differenceText(one, facts.rules, locale, t)}
        </p>
      ))}
      {proposals.map((one) => (
        <p key={one.name} class="proposal">
          {proposalText(one, t)}{' '}
          <button type="button" onClick={() => tell(one.name, one.value as never)}>
            {t('case_accept', { answer: answerText(one, facts.rules, locale, t) })}
          </button>
        </p>
      ))}
      {row.filing !== '' && answers.record === undefined && (
        <p class="proposal">
          {t('proposal_filing_shown', { name: row.filing })}{' '}
          <button type="button" onClick={() => tell('record', 'own')}>
            {t('record_own')}
          </button>{' '}
          <button type="button" onClick={() => tell('record', 'other')}>
            {t('record_other')}
          </button>
        </p>
      )}
      {row.holderKind !== '' && (
        <p class="proposal">
          {t('proposal_holder_kind')}{' '}
          <button type="button" onClick={() => tell('subject', row.holderKind || undefined)}>
            {t('case_accept', { answer: t(`subject_${row.holderKind}`) })}
          </button>
        </p>
      )}
      <h3>{t('case_known')}</h3>
      <div class="edit">
        <p class="field">
          <span aria-hidden="true">{t('column_registrar')}</span>
          <RegistrarSelect
            label={t('column_registrar')}
            value={answers.registrar ?? ''}
            onChange={(value) => tell('registrar', value)}
            facts={facts}
          />
        </p>
        <DayField
          label={t('ask_expires_on')}
          value={answers.expiresOn}
          onChange={(value) => tell('expiresOn', value)}
        />
        <DayField
          label={t('ask_registered_on')}
          value={answers.registeredOn}
          onChange={(value) => tell('registeredOn', value)}
        />
        <SelectField
          label={t('ask_real_name')}
          value={answers.realName}
          onChange={(value) => tell('realName', value)}
          options={choices(t, 'real_name', ['done', 'not-done'])}
        />
        <SelectField
          label={t('ask_record', { registrable: row.registrable })}
          value={answers.record}
          onChange={(value) => tell('record', value)}
          options={choices(t, 'record', ['none', 'own', 'other'])}
        />
      </div>
      <ul class="origins">
        {byOrigin(settled, t).map(({ origin, isOld, answers: some }) => (
          <li key={origin}>
            {some
              .map(({ name, value }) =>
                EDITED.has(name)
                  ? labelOf(name, t)
                  : t('case_answer', {
                      name: labelOf(name, t),
                      value: answerText({ name, value }, facts.rules, locale, t),
                    }),
              )
              .join(t('list_separator'))}{' '}
            <span class="dim">
              <WholeDates text={origin} />
            </span>
            {isOld && <span class="ask"> {t('from_stale')}</span>}
          </li>
        ))}
        {said.map((name) => (
          <li key={name}>
            {EDITED.has(name)
              ? labelOf(name, t)
              : t('case_answer', {
                  name: labelOf(name, t),
                  value: answerText({ name, value: answers[name] as never }, facts.rules, locale, t),
                })}{' '}
            <span class="dim">{t('from_person')}</span>{' '}
            <button type="button" class="quiet" onClick={() => tell(name, undefined)}>
              {t('case_take_back')}
            </button>
          </li>
        ))}
      </ul>
      <h3>{t('case_findings')}</h3>
      <ul class="findings">
        {lines
          .filter((one) => !decided(one))
          .map((one) => (
            <FindingLine key={one.check} finding={one} today={today} />
          ))}
      </ul>
      <details>
        <summary>{t('case_settled', { count: lines.filter(decided).length })}</summary>
        <ul class="findings">
          {lines.filter(decided).map((one) => (
            <FindingLine key={one.check} finding={one} today={today} />
          ))}
        </ul>
      </details>
      <p class="actions">
        <button type="button" onClick={() => void openVerdict(row.host)}>
          {t('case_full')}
        </button>
      </p>
    </aside>
  );
}

/** Returns the verdict on a row and what it comes from; null where its name is none any more. */
export function weigh(row: NameRow, engine: Engine, known: Knowledge, today: Day) {
  const domain = engine.read(row.host);
  if ('type' in domain) return null;
  const one = caseOf(domain, known, engine.facts);
  const evidence = weighEvidence(
    {
      domain: domain.registrable,
      host: domain.host,
      profile: { ...EMPTY, answers: known.answers },
      one,
      reading: null,
      setting: { place: null, readOn: today },
      today,
    },
    engine.facts.rules,
  );
  const result = engine.assess(row.host, evidence.answers, today, evidence.origins);
  if (result.kind !== 'verdict') return null;
  const own = known.told.find(([name]) => name === domain.registrable)?.[1] ?? {};
  return { verdict: result.verdict, evidence, said: Object.keys(own) as AnswerName[] };
}

/** Answers whose fields stand above: what they are is not told twice. */
const EDITED: ReadonlySet<AnswerName> = new Set(['registrar', 'expiresOn', 'registeredOn', 'realName', 'record']);

type SettledAnswer = ReturnType<typeof weighEvidence>['settled'][number];

/** Returns answers by where they are from, in words: a file tells several at once. */
function byOrigin(settled: readonly SettledAnswer[], t: Translate) {
  const groups = new Map<string, { origin: string; isOld: boolean; answers: SettledAnswer[] }>();
  for (const one of settled) {
    const origin = originText(one.from, t);
    const group = groups.get(origin) ?? { origin, isOld: one.isStale, answers: [] };
    groups.set(origin, group);
    group.answers.push(one);
  }
  return [...groups.values()];
}

/** Answers and the words for the column that such an answer stands in. */
const LABELS: Readonly<Partial<Record<AnswerName, string>>> = {
  registrar: 'registrar',
  registeredOn: 'registered',
  expiresOn: 'expires',
  realName: 'realname',
  realNameOn: 'realnameon',
  record: 'filingstate',
};

function labelOf(name: AnswerName, t: Translate): string {
  return t(`field_${LABELS[name] ?? 'status'}`);
}

const RANKS = ['fail', 'cannot-tell', 'needs-answer', 'pass', 'not-applicable'];

function rankOf({ outcome }: Finding): number {
  return RANKS.indexOf(outcome);
}

function FindingLine({
  finding: { check, outcome, reason, from = [] },
  today,
}: {
  readonly finding: Finding;
  readonly today: Day;
}) {
  const { t } = useTranslation();
  return (
    <li>
      <OutcomeIcon outcome={outcome} />
      <div>
        <b>{t(`check_${check.replaceAll('-', '_')}`)}</b>{' '}
        {t(`because_${reason.code.replaceAll('-', '_')}`, reason.params)}
        {from.map(({ name, from: origin }) => (
          <span key={name} class="dim">
            {' '}
            {originText(origin, t)}
            {isStale(origin, today) && ` · ${t('from_stale')}`}
          </span>
        ))}
      </div>
    </li>
  );
}
