import type { ComponentChildren } from 'preact';
import {
  type Comparison as Compared,
  compareVerdicts,
  type TimeNeeded,
  type Way,
} from '../domain/eligibility/compare.ts';
import type { Finding, Verdict } from '../domain/eligibility/verdict.ts';
import { sayShortStep, sayStepDays } from '../i18n/step-text.ts';
import type { Translate } from '../i18n/translator.ts';
import { headlineOf } from '../i18n/verdict-headline.ts';
import { OutcomeIcon } from '../ui/outcome-icon.tsx';
import { ShortName } from '../ui/short-name.tsx';
import { useTranslation } from '../ui/translation.ts';

/** Steps, and open checks, that are named. */
const STEPS = 3;
const CHECKS = 2;
/** Open checks that a side names: what differs comes first. */
const OPEN_CHECKS = 1;
/** Characters of a name, and of the label of one that is longer, that a sentence has room for. */
const LONG_NAME = 32;
const LABEL = 16;
/** Days from which on a time is told in weeks. */
const WEEKS_FROM = 21;

interface Props {
  readonly pair: readonly [Verdict, Verdict];
  /** What opens each of them; null where it is open. */
  readonly open: readonly [(() => void) | null, (() => void) | null];
}

/**
 * Two verdicts side by side: what each comes to, what it needs, how long that takes and what is
 * open, under a line that says which is quicker and why.
 */
export function Comparison({ pair, open }: Props) {
  const { t } = useTranslation();
  const compared = compareVerdicts(...pair);
  const { ways, quicker } = compared;
  const sides = [0, 1] as const;
  return (
    <>
      <p role="status" class="quicker" data-quicker={quicker ?? ''} data-because={compared.reason?.kind ?? ''}>
        <b>{quicker === null ? t('compare_same') : t('compare_quicker', { domain: shortened(ways[quicker].name) })}</b>{' '}
        {sayReason(compared, pair, t)}
      </p>
      <table class="versus">
        <thead>
          <tr>
            {sides.map((side) => (
              <th
                key={side}
                scope="col"
                data-side={pair[side].domain.host}
                class={quicker === side ? 'first' : ''}
                title={ways[side].name}
              >
                <Name name={ways[side].name} open={open[side]} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          <tr data-row="verdict">
            {sides.map((side) => (
              <td key={side}>
                <Headline verdict={pair[side]} />
              </td>
            ))}
          </tr>
        </tbody>
        <Group id="needs" title={t('compare_needs')} cells={sides.map((side) => <Needs way={ways[side]} />)} />
        <Group
          id="time"
          title={t(
            ways.some(({ open, time }) => time.kind === 'days' && open.length > 0) ? 'compare_time_if' : 'compare_time',
          )}
          cells={sides.map((side) => <Time way={ways[side]} />)}
        />
        <Group id="open" title={t('compare_open')} cells={sides.map((side) => <Open findings={ways[side].open} />)} />
      </table>
      <p class="fine">{t('compare_note')}</p>
    </>
  );
}

/** A name on one line, which opens it. */
function Name({ name, open }: { readonly name: string; readonly open: (() => void) | null }) {
  const { t } = useTranslation();
  if (open === null) return <ShortName name={name} />;
  return (
    <button type="button" aria-label={t('compare_open_domain', { domain: name })} onClick={open}>
      <ShortName name={name} />
    </button>
  );
}

interface GroupProps {
  readonly id: string;
  readonly title: string;
  readonly cells: readonly ComponentChildren[];
}

/** What both are asked, over what holds for each. */
function Group({ id, title, cells }: GroupProps) {
  return (
    <tbody>
      <tr class="what">
        <th colSpan={2} scope="rowgroup">
          {title}
        </th>
      </tr>
      <tr data-row={id}>
        {cells.map((cell, side) => (
          <td key={side}>{cell}</td>
        ))}
      </tr>
    </tbody>
  );
}

function Headline({ verdict }: { readonly verdict: Verdict }) {
  const { t } = useTranslation();
  const { outcome, title } = headlineOf(verdict, t);
  return (
    <span class="says">
      <OutcomeIcon outcome={outcome} size={16} /> <span>{title}</span>
    </span>
  );
}

function Needs({ way: { steps } }: { readonly way: Way }) {
  const { t } = useTranslation();
  if (steps.length === 0) return <>{t('compare_nothing')}</>;
  const days = steps.map((step) => sayStepDays(step, t));
  const lines = steps.map((step, at) => (
    <li key={step.code} data-step={step.code}>
      {sayShortStep(step.code, t)}
      {/* A day that the step before it has told is not told twice. */}
      {days[at] !== '' && days[at] !== days[at - 1] && <small class="day">{days[at]}</small>}
    </li>
  ));
  const first = firstOf(lines, STEPS);
  return (
    <>
      <ol>{first}</ol>
      <Rest count={lines.length - first.length}>
        <ol start={first.length + 1}>{lines.slice(first.length)}</ol>
      </Rest>
    </>
  );
}

/** Returns what there is room for: one that would be left over alone is shown, and not counted. */
function firstOf<T>(all: readonly T[], most: number): readonly T[] {
  return all.length <= most + 1 ? all : all.slice(0, most);
}

interface RestProps {
  readonly count: number;
  /** What there is room for, on the same line. */
  readonly before?: string;
  readonly children: ComponentChildren;
}

/** What there is no room for at first. */
function Rest({ count, before, children }: RestProps) {
  const { t } = useTranslation();
  if (count === 0) return null;
  return (
    <details class="more">
      <summary>
        {before} <span>{t('compare_more', { count })}</span>
      </summary>
      {children}
    </details>
  );
}

function Time({ way: { time } }: { readonly way: Way }) {
  const { t } = useTranslation();
  if (time.kind !== 'days') return <b>{t(`compare_time_${time.kind.replaceAll('-', '_')}`)}</b>;
  return (
    <>
      <b>{saySpan(time, t)}</b>
      <small class="day">{t('compare_by', { date: time.by })}</small>
    </>
  );
}

function Open({ findings }: { readonly findings: readonly Finding[] }) {
  const { t } = useTranslation();
  if (findings.length === 0) return <>{t('compare_nothing')}</>;
  const first = firstOf(findings, OPEN_CHECKS);
  const names = first.map((one) => checkName(one, t)).join(t('list_separator'));
  return first.length === findings.length ? (
    names
  ) : (
    <Rest count={findings.length - first.length} before={names}>
      <ul>
        {findings.slice(first.length).map((one) => (
          <li key={one.check}>{checkName(one, t)}</li>
        ))}
      </ul>
    </Rest>
  );
}

function checkName({ check }: Finding, t: Translate): string {
  return t(`check_${check.replaceAll('-', '_')}`);
}

/** Names checks; those that there is no room for are counted. */
function sayChecks(findings: readonly Finding[], t: Translate): string {
  const shown = firstOf(findings, CHECKS);
  const rest = findings.length - shown.length;
  return [...shown.map((one) => checkName(one, t)), ...(rest > 0 ? [t('compare_more', { count: rest })] : [])].join(
    t('list_separator'),
  );
}

function saySpan({ earliest, latest }: Extract<TimeNeeded, { kind: 'days' }>, t: Translate): string {
  const isShort = latest < WEEKS_FROM;
  const from = isShort ? earliest : Math.floor(earliest / 7);
  const to = isShort ? latest : Math.ceil(latest / 7);
  if (from === 0) return t(isShort ? 'compare_up_to_days' : 'compare_up_to_weeks', { count: to });
  if (from !== to) return t(isShort ? 'compare_span_days' : 'compare_span_weeks', { from, to });
  return sayCount(to, isShort, t);
}

function sayCount(count: number, inDays: boolean, t: Translate): string {
  return inDays ? t('compare_days', { count }) : t('compare_weeks', { count });
}

/** A name that a sentence can hold: of a long one the beginning, and its suffix. */
function shortened(name: string): string {
  const dot = name.indexOf('.');
  return name.length <= LONG_NAME ? name : `${name.slice(0, LABEL).replace(/[-.]+$/, '')}… ${name.slice(dot)}`;
}

/** Returns why one is quicker, in a sentence; empty where none is. */
function sayReason({ ways, quicker, reason }: Compared, pair: Props['pair'], t: Translate): string {
  if (quicker === null || reason === null) return '';
  const other = quicker === 0 ? 1 : 0;
  switch (reason.kind) {
    case 'filed':
      return t('compare_because_filed');
    case 'not-needed':
      return t('compare_because_not_needed');
    case 'slower':
      return t('compare_because_slower', { headline: headlineOf(pair[other], t).title });
    case 'to-fix':
      return t('compare_because_to_fix', { checks: sayChecks(ways[other].toFix, t) });
    case 'open':
      return t('compare_because_open', { checks: sayChecks(ways[other].open, t) });
    case 'time': {
      const isShort = reason.days < WEEKS_FROM;
      return t('compare_because_time', {
        time: sayCount(isShort ? reason.days : Math.round(reason.days / 7), isShort, t),
      });
    }
  }
}
