import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { isStale } from '../domain/answers/answer-origin.ts';
import { dayOf } from '../domain/common/days.ts';
import type { AssessmentResult } from '../domain/eligibility/engine.ts';
import { QUERY_DOMAINS } from '../domain/eligibility/next-steps.ts';
import type { Finding, Outcome, Verdict } from '../domain/eligibility/verdict.ts';
import type { Problem } from '../domain/hostname/domain.ts';
import type { CheckId } from '../domain/ruleset/check-ids.ts';
import { originText } from '../i18n/record-text.ts';
import type { Translate } from '../i18n/translator.ts';
import { headlineOf } from '../i18n/verdict-headline.ts';
import { Link } from '../ui/blocks.tsx';
import { LoadedMark } from '../ui/loaded-mark.tsx';
import { OutcomeIcon, toneOf } from '../ui/outcome-icon.tsx';
import { Sources } from '../ui/sources.tsx';
import { CoverageView } from './coverage-view.tsx';
import type { DeferredParts } from './deferred-sections.tsx';
import { ProvinceRules } from './province-rules.tsx';
import { Questions } from './questions.tsx';
import type { VerdictActions, VerdictViewProps } from './verdict-view-props.ts';

/** Findings that are seen without scrolling, at the most. */
const AT_FIRST = 4;

interface Props extends VerdictViewProps, VerdictActions {
  readonly answer: AssessmentResult;
  /** What the person must know about the keeping of answers. */
  readonly notices: readonly string[];
  /** What stands beside the name. */
  readonly beside: ComponentChildren;
  /** What draws the parts below the fold; null while they are not loaded. */
  readonly below: DeferredParts | null;
}

/** The popup for one answer. The attributes of `main` are stable: automated checks read them. */
export function Popup({ answer, notices, clear, show, beside, below, ...shared }: Props) {
  const { t } = shared;
  const verdict = answer.kind === 'verdict' ? answer.verdict : null;
  const problem = answer.kind === 'problem' ? answer.problem : null;
  return (
    <main
      class={below ? '' : 'begun'}
      data-host={verdict?.domain.host ?? problem?.host ?? ''}
      data-registrable={verdict?.domain.registrable ?? ''}
      data-standing={verdict?.standing ?? ''}
      data-problem={problem?.type ?? ''}
      data-coverage={verdict?.coverage.kind ?? ''}
    >
      {notices.map((notice) => (
        <p class="notice" role="alert" key={notice}>
          {notice}
        </p>
      ))}
      <LoadedMark rules={shared.facts.rules} t={t} />
      {verdict && <VerdictView verdict={verdict} below={below} beside={beside} {...shared} />}
      {problem && <ProblemView problem={problem} t={t} />}
      {below && <below.DeferredSections verdict={verdict} clear={clear} show={show} {...shared} />}
    </main>
  );
}

/** `below`: what draws the parts below the fold, once they are drawn too. */
function VerdictView({
  verdict,
  below,
  beside,
  ...shared
}: VerdictViewProps & {
  readonly verdict: Verdict;
  readonly below: DeferredParts | null;
  readonly beside: ComponentChildren;
}) {
  const { t } = shared;
  const headline = headlineOf(verdict, t);
  // As they stood when the name was opened: a line must not jump away under the finger that answers it.
  const [groups] = useState(() => groupsOf(verdict.findings));
  const byCheck = new Map(verdict.findings.map((finding) => [finding.check, finding]));
  return (
    <>
      <Name verdict={verdict} beside={beside} />
      <Headline {...headline} t={t} />
      <Risks verdict={verdict} {...shared} />
      <CoverageView verdict={verdict} ask={shared.engine.assess} isWhole={below !== null} {...shared} />
      {(below ? groups : groups.slice(0, 1)).map(({ title, checks }) => {
        const findings = checks.flatMap((check) => byCheck.get(check) ?? []);
        const next = findings.findIndex((finding) => finding.outcome === 'needs-answer');
        return (
          <section key={title} data-group={title}>
            <h2>{t(title)}</h2>
            <ul class="findings">
              {(below ? findings : findings.slice(0, AT_FIRST)).map((finding, index) => (
                <FindingView
                  key={finding.check}
                  finding={finding}
                  verdict={verdict}
                  question={title === 'section_open'}
                  // The last answer does not fold its own question away.
                  open={next < 0 || index <= next}
                  isWhole={below !== null}
                  {...shared}
                />
              ))}
            </ul>
          </section>
        );
      })}
      {below && <below.AfterFindings verdict={verdict} headline={headline.title} {...shared} />}
    </>
  );
}

/** What endangers a filing that is there; the first of it is the headline's own. */
function Risks({ verdict: { risks }, facts, t }: VerdictViewProps & { readonly verdict: Verdict }) {
  if (risks.length === 0) return null;
  return (
    <section data-risks={risks.map((risk) => risk.code).join(' ')}>
      <h2>{t('risks_title')}</h2>
      <ul class="findings">
        {risks.map((risk) => (
          <li key={risk.code}>
            <OutcomeIcon outcome="cannot-tell" />
            <div>
              <p class="reason">{t(`risk_${underscored(risk.code)}`, risk.params)}</p>
              <Sources cites={risk.cites} sources={facts.sources} t={t} />
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** What stands in the way comes first, then what the person can settle; what is settled can wait below the fold. */
function groupsOf(findings: readonly Finding[]): { title: string; checks: readonly CheckId[] }[] {
  const having = (...outcomes: Outcome[]) =>
    outcomes.flatMap((outcome) =>
      findings.filter((one) => one.outcome === outcome && !one.ifFiledAnew).map((one) => one.check),
    );
  return [
    { title: 'section_against', checks: having('fail', 'cannot-tell') },
    { title: 'section_open', checks: having('needs-answer') },
    { title: 'section_settled', checks: having('pass', 'not-applicable') },
    { title: 'if_filed_anew', checks: findings.filter((one) => one.ifFiledAnew).map((one) => one.check) },
  ].filter((group) => group.checks.length > 0);
}

/** The host with its registrable domain set off; below it the A-labels where they differ. */
function Name({ verdict: { domain }, beside }: { readonly verdict: Verdict; readonly beside: ComponentChildren }) {
  const labels = domain.display.split('.');
  const own = labels.splice(-domain.registrable.split('.').length).join('.');
  return (
    <header>
      <div class="name">
        <h1 tabIndex={-1} aria-describedby="headline">
          {labels.length > 0 && <span class="sub">{labels.join('.')}.</span>}
          <span class="registrable">{own}</span>
        </h1>
        {beside}
      </div>
      {domain.display !== domain.host && <p class="ascii">{domain.host}</p>}
    </header>
  );
}

function Headline({
  outcome,
  title,
  lead,
  way = null,
  heading = false,
  t,
}: {
  readonly outcome: Outcome;
  readonly title: string;
  readonly lead: ComponentChildren;
  readonly way?: string | null;
  /** Whether this is the page's only heading: no name stands above it. */
  readonly heading?: boolean;
  readonly t: Translate;
}) {
  const Title = heading ? 'h1' : 'p';
  return (
    <section class={`headline ${toneOf(outcome)}`}>
      <OutcomeIcon outcome={outcome} />
      {/* Answers change it: a screen reader hears the new verdict. */}
      <div id="headline" role="status">
        <Title class="title" data-part="headline" tabIndex={heading ? -1 : undefined}>
          {title}
        </Title>
        <p class="lead">{lead}</p>
        {way !== null && (
          <p class="lead">
            <b>{t('way_out')}</b> {way}
          </p>
        )}
      </div>
    </section>
  );
}

function FindingView({
  finding,
  verdict,
  question,
  open,
  isWhole,
  ...shared
}: VerdictViewProps & {
  readonly finding: Finding;
  readonly verdict: Verdict;
  /** Whether it was an open question when the name was opened; it stays one, answered or not. */
  readonly question: boolean;
  /** Whether the question is unfolded: the first one without an answer, and those before it. */
  readonly open: boolean;
  /** Whether what is folded is drawn too. */
  readonly isWhole: boolean;
}) {
  const { facts, t } = shared;
  const { check, outcome, reason, cites, against } = finding;
  // Whose name it is is asked only where the host makes one doubt it, and can be taken back where it was answered.
  const isDoubted =
    outcome === 'needs-answer' || (shared.answers.name !== undefined && verdict.domain.platform === null);
  const askable = check === 'name-is-yours' ? isDoubted : check !== 'suffix-approved';
  const title = (
    <h3>
      <span id={`check-${check}`}>{t(`check_${underscored(check)}`)}</span>
      <span class={`word ${toneOf(outcome)}`}>{wordFor(finding, t)}</span>
    </h3>
  );
  const body = (
    <>
      <p class="reason">{t(`because_${underscored(reason.code)}`, reason.params)}</p>
      {finding.from?.map(({ name, from }) =>
        from.by === 'person' ? null : (
          <p key={name} class="from dim">
            {originText(from, t)}
            {isStale(from, dayOf(new Date())) && ` · ${t('from_stale')}`}
          </p>
        ),
      )}
      {askable && question && <Questions check={check} verdict={verdict} {...shared} />}
      {askable && !question && (
        <details class="change">
          {/* There is one at every check: its name says which. */}
          <summary id={`change-${check}`} aria-labelledby={`change-${check} check-${check}`}>
            {t('answer_change')}
          </summary>
          {isWhole && <Questions check={check} verdict={verdict} {...shared} />}
        </details>
      )}
      <Sources cites={cites} against={against} sources={facts.sources} t={t}>
        {(check === 'suffix-approved' || check === 'registrar-licensed') && (
          <>
            {' · '}
            <Link url={QUERY_DOMAINS} newTab={t('new_tab')}>
              {t('check_with_miit')}
            </Link>
          </>
        )}
      </Sources>
      {check === 'province-accepts' && <ProvinceRules {...shared} />}
    </>
  );
  return (
    <li data-check={check} data-outcome={outcome}>
      <OutcomeIcon outcome={outcome} />
      {question ? (
        <details class="question" open={open}>
          <summary>{title}</summary>
          {(open || isWhole) && body}
        </details>
      ) : (
        <div>
          {title}
          {body}
        </div>
      )}
    </li>
  );
}

function wordFor({ check, outcome, against }: Finding, t: Translate): string {
  if (check === 'filing-needed' && (outcome === 'pass' || outcome === 'not-applicable')) {
    return t(`outcome_filing_needed_${underscored(outcome)}`);
  }
  if (check === 'suffix-approved') {
    if (outcome === 'cannot-tell' && against.length > 0) return t('outcome_disagree');
    if (outcome === 'pass' || outcome === 'fail') return t(`outcome_suffix_${outcome}`);
  }
  return t(`outcome_${underscored(outcome)}`);
}

function ProblemView({ problem, t }: { readonly problem: Problem; readonly t: Translate }) {
  const key = `problem_${underscored(problem.type)}`;
  const named = problem.display !== '' && problem.type !== 'browser-page';
  return (
    <>
      {named && (
        <header>
          <h1 tabIndex={-1} aria-describedby="headline">
            {problem.display}
          </h1>
        </header>
      )}
      <Headline outcome="not-applicable" title={t(key)} lead={t(`${key}_text`)} heading={!named} t={t} />
    </>
  );
}

function underscored(id: string): string {
  return id.replaceAll('-', '_');
}
