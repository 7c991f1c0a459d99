import type { ComponentChildren } from 'preact';
import { faqForVerdict } from '../core/explain.ts';
import type { Finding, Locale, Outcome, Problem, Verdict } from '../core/model.ts';
import type { Facts } from '../core/question.ts';
import type { Answer } from '../engine.ts';
import { Blocks, Link } from '../ui/blocks.tsx';
import { OutcomeIcon, toneOf } from '../ui/icon.tsx';
import { SourceList, Sources } from '../ui/sources.tsx';
import type { Say } from '../ui/words.ts';
import { CoverageView } from './coverage.tsx';
import { Dismissed } from './dismissed.tsx';
import { headlineOf } from './headline.ts';

/** The ministry's page on suffixes and registrars, where everyone can check what we claim. */
const MIIT_DOMAINS = 'https://domain.miit.gov.cn/';

interface Shared {
  readonly facts: Facts;
  readonly locale: Locale;
  readonly say: Say;
}

/** The popup for one answer. The attributes of `main` are stable: automated checks read them. */
export function Popup({ answer, ...shared }: Shared & { readonly answer: Answer }) {
  const { facts, say } = shared;
  const verdict = answer.kind === 'verdict' ? answer.verdict : null;
  const problem = answer.kind === 'problem' ? answer.problem : null;
  return (
    <main
      data-host={verdict?.domain.host ?? problem?.host ?? ''}
      data-registrable={verdict?.domain.registrable ?? ''}
      data-standing={verdict?.standing ?? ''}
      data-problem={problem?.type ?? ''}
      data-coverage={verdict?.coverage.kind ?? ''}
    >
      {verdict && <VerdictView verdict={verdict} {...shared} />}
      {problem && <ProblemView problem={problem} say={say} />}
      {verdict && <Dismissed host={verdict.domain.host} rules={facts.rules} say={say} />}
      <footer>
        <span>
          {say('rules_of', { date: facts.rules.stamp.date })} · {say('nothing_leaves')}
        </span>
      </footer>
    </main>
  );
}

function VerdictView({ verdict, facts, locale, say }: Shared & { readonly verdict: Verdict }) {
  const headline = headlineOf(verdict, facts, say);
  const faq = faqForVerdict(facts.rules, verdict);
  const labels = { note: say('note_label'), warning: say('warning_label'), newTab: say('new_tab') };
  return (
    <>
      <Name verdict={verdict} />
      <Headline outcome={headline.outcome} title={headline.title} lead={headline.lead} />
      <CoverageView verdict={verdict} say={say} />
      <h2>{say('section_checks')}</h2>
      <ul class="findings">
        {byUrgency(verdict.findings).map((finding) => (
          <FindingView finding={finding} facts={facts} say={say} />
        ))}
      </ul>
      {faq.length > 0 && <h2>{say('section_faq')}</h2>}
      <div class="faq">
        {faq.map((entry) => (
          <details data-faq={entry.id}>
            <summary>
              <h3>{entry.question[locale]}</h3>
            </summary>
            <Blocks blocks={entry.answer[locale]} labels={labels} />
            <p class="sources">
              {say('faq_sources')} <SourceList cites={entry.cites} sources={facts.sources} say={say} />
            </p>
          </details>
        ))}
      </div>
    </>
  );
}

/** What needs the person comes first; what passes can wait below the fold. */
function byUrgency(findings: readonly Finding[]): Finding[] {
  const order: readonly Outcome[] = ['fail', 'cannot-tell', 'needs-answer', 'pass', 'not-applicable'];
  return [...findings].sort((a, b) => order.indexOf(a.outcome) - order.indexOf(b.outcome));
}

/** The host with its registrable domain set off; below it the A-labels where they differ. */
function Name({ verdict: { domain } }: { readonly verdict: Verdict }) {
  const labels = domain.display.split('.');
  const own = labels.splice(-domain.registrable.split('.').length).join('.');
  return (
    <header>
      <h1>
        {labels.length > 0 && <span class="sub">{labels.join('.')}.</span>}
        <span class="registrable">{own}</span>
      </h1>
      {domain.display !== domain.host && <p class="ascii">{domain.host}</p>}
    </header>
  );
}

function Headline({
  outcome,
  title,
  lead,
  heading = false,
}: {
  readonly outcome: Outcome;
  readonly title: string;
  readonly lead: ComponentChildren;
  /** Whether this is the page's only heading: no name stands above it. */
  readonly heading?: boolean;
}) {
  const Title = heading ? 'h1' : 'p';
  return (
    <section class={`headline ${toneOf(outcome)}`}>
      <OutcomeIcon outcome={outcome} />
      <div>
        <Title class="title" data-part="headline">
          {title}
        </Title>
        <p class="lead">{lead}</p>
      </div>
    </section>
  );
}

function FindingView({ finding, facts, say }: { readonly finding: Finding; readonly facts: Facts; readonly say: Say }) {
  const { check, outcome, because, cites, against } = finding;
  const tone = toneOf(outcome);
  return (
    <li data-check={check} data-outcome={outcome}>
      <OutcomeIcon outcome={outcome} />
      <div>
        <h3>
          <span>{say(`check_${underscored(check)}`)}</span>
          <span class={`word ${tone}`}>{wordFor(finding, say)}</span>
        </h3>
        <p class="reason">{say(`because_${underscored(because.code)}`, because.params)}</p>
        <Sources cites={cites} against={against} sources={facts.sources} say={say}>
          {check !== 'name-is-yours' && (
            <>
              {' · '}
              <Link url={MIIT_DOMAINS} newTab={say('new_tab')}>
                {say('check_with_miit')}
              </Link>
            </>
          )}
        </Sources>
      </div>
    </li>
  );
}

function wordFor({ check, outcome, against }: Finding, say: Say): string {
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
          <h1>{problem.display}</h1>
        </header>
      )}
      <Headline outcome="not-applicable" title={say(key)} lead={say(`${key}_text`)} heading={!named} />
    </>
  );
}

function underscored(id: string): string {
  return id.replaceAll('-', '_');
}
