import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import type { CheckId, Finding, Outcome, Problem, Verdict } from '../core/model.ts';
import { QUERY_DOMAINS } from '../core/steps.ts';
import type { Answer } from '../engine.ts';
import { Link } from '../ui/blocks.tsx';
import { headlineOf } from '../ui/headline.ts';
import { OutcomeIcon, toneOf } from '../ui/icon.tsx';
import type { Say } from '../ui/say.ts';
import { Sources } from '../ui/sources.tsx';
import type { BelowParts } from './below.tsx';
import { CoverageView } from './coverage.tsx';
import type { Shared, Ways } from './props.ts';
import { ProvinceRules } from './province-rules.tsx';
import { Questions } from './questions.tsx';

/** Findings that are seen without scrolling, at the most. */
const AT_FIRST = 4;

interface Props extends Shared, Ways {
  readonly answer: Answer;
  /** What the person must know about the keeping of answers. */
  readonly notices: readonly string[];
  /** What stands beside the name. */
  readonly beside: ComponentChildren;
  /** What draws the parts below the fold; null while they are not loaded. */
  readonly below: BelowParts | null;
}

/** The popup for one answer. The attributes of `main` are stable: automated checks read them. */
export function Popup({ answer, notices, clear, show, beside, below, ...shared }: Props) {
  const { say } = shared;
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
      {verdict && <VerdictView verdict={verdict} below={below} beside={beside} {...shared} />}
      {problem && <ProblemView problem={problem} say={say} />}
      {below && <below.Below verdict={verdict} clear={clear} show={show} {...shared} />}
    </main>
  );
}

/** `below`: what draws the parts below the fold, once they are drawn too. */
function VerdictView({
  verdict,
  below,
  beside,
  ...shared
}: Shared & { readonly verdict: Verdict; readonly below: BelowParts | null; readonly beside: ComponentChildren }) {
  const { say } = shared;
  const headline = headlineOf(verdict, say);
  // As they stood when the name was opened: a line must not jump away under the finger that answers it.
  const [groups] = useState(() => groupsOf(verdict.findings));
  const byCheck = new Map(verdict.findings.map((finding) => [finding.check, finding]));
  return (
    <>
      <Name verdict={verdict} beside={beside} />
      <Headline {...headline} say={say} />
      <Risks verdict={verdict} {...shared} />
      <CoverageView verdict={verdict} ask={shared.engine.ask} isWhole={below !== null} {...shared} />
      {(below ? groups : groups.slice(0, 1)).map(({ title, checks }) => {
        const findings = checks.flatMap((check) => byCheck.get(check) ?? []);
        const next = findings.findIndex((finding) => finding.outcome === 'needs-answer');
        return (
          <section key={title} data-group={title}>
            <h2>{say(title)}</h2>
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
function Risks({ verdict: { risks }, facts, say }: Shared & { readonly verdict: Verdict }) {
  if (risks.length === 0) return null;
  return (
    <section data-risks={risks.map((risk) => risk.code).join(' ')}>
      <h2>{say('risks_title')}</h2>
      <ul class="findings">
        {risks.map((risk) => (
          <li key={risk.code}>
            <OutcomeIcon outcome="cannot-tell" />
            <div>
              <p class="reason">{say(`risk_${underscored(risk.code)}`, risk.params)}</p>
              <Sources cites={risk.cites} sources={facts.sources} say={say} />
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
  say,
}: {
  readonly outcome: Outcome;
  readonly title: string;
  readonly lead: ComponentChildren;
  readonly way?: string | null;
  /** Whether this is the page's only heading: no name stands above it. */
  readonly heading?: boolean;
  readonly say: Say;
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
            <b>{say('way_out')}</b> {way}
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
}: Shared & {
  readonly finding: Finding;
  readonly verdict: Verdict;
  /** Whether it was an open question when the name was opened; it stays one, answered or not. */
  readonly question: boolean;
  /** Whether the question is unfolded: the first one without an answer, and those before it. */
  readonly open: boolean;
  /** Whether what is folded is drawn too. */
  readonly isWhole: boolean;
}) {
  const { facts, say } = shared;
  const { check, outcome, because, cites, against } = finding;
  // Whose name it is is asked only where the host makes one doubt it, and can be taken back where it was answered.
  const isDoubted =
    outcome === 'needs-answer' || (shared.answers.name !== undefined && verdict.domain.platform === null);
  const askable = check === 'name-is-yours' ? isDoubted : check !== 'suffix-approved';
  const title = (
    <h3>
      <span id={`check-${check}`}>{say(`check_${underscored(check)}`)}</span>
      <span class={`word ${toneOf(outcome)}`}>{wordFor(finding, say)}</span>
    </h3>
  );
  const body = (
    <>
      <p class="reason">{say(`because_${underscored(because.code)}`, because.params)}</p>
      {askable && question && <Questions check={check} verdict={verdict} {...shared} />}
      {askable && !question && (
        <details class="change">
          {/* There is one at every check: its name says which. */}
          <summary id={`change-${check}`} aria-labelledby={`change-${check} check-${check}`}>
            {say('answer_change')}
          </summary>
          {isWhole && <Questions check={check} verdict={verdict} {...shared} />}
        </details>
      )}
      <Sources cites={cites} against={against} sources={facts.sources} say={say}>
        {(check === 'suffix-approved' || check === 'registrar-licensed') && (
          <>
            {' · '}
            <Link url={QUERY_DOMAINS} newTab={say('new_tab')}>
              {say('check_with_miit')}
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

function wordFor({ check, outcome, against }: Finding, say: Say): string {
  if (check === 'filing-needed' && (outcome === 'pass' || outcome === 'not-applicable')) {
    return say(`outcome_filing_needed_${underscored(outcome)}`);
  }
  if (check === 'suffix-approved') {
    if (outcome === 'cannot-tell' && against.length > 0) return say('outcome_disagree');
    if (outcome === 'pass' || outcome === 'fail') return say(`outcome_suffix_${outcome}`);
  }
  return say(`outcome_${underscored(outcome)}`);
}

function ProblemView({ problem, say }: { readonly problem: Problem; readonly say: Say }) {
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
      <Headline outcome="not-applicable" title={say(key)} lead={say(`${key}_text`)} heading={!named} say={say} />
    </>
  );
}

function underscored(id: string): string {
  return id.replaceAll('-', '_');
}
