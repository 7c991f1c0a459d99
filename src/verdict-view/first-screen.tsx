/**
 * What stands below the verdict before anything is pushed: one question, or one plan, or the ways
 * out; then what is known.
 */
import type { ComponentChildren } from 'preact';
import { QUERY_DOMAINS } from '../domain/eligibility/next-steps.ts';
import { readyNames } from '../domain/eligibility/ready-names.ts';
import type { Finding } from '../domain/eligibility/verdict.ts';
import type { CheckId, CoverageKind } from '../domain/ruleset/check-ids.ts';
import type { Citation } from '../domain/ruleset/source.ts';
import { foreignText } from '../i18n/loaded-mark.ts';
import { sourceLabel } from '../i18n/source-label.ts';
import { Link } from '../ui/blocks.tsx';
import { focusOn } from '../ui/focus-on.ts';
import { Icon } from '../ui/icon.tsx';
import { OutcomeIcon } from '../ui/outcome-icon.tsx';
import { ShortName } from '../ui/short-name.tsx';
import { useTranslation } from '../ui/translation.ts';
import { WholeDates } from '../ui/whole-dates.tsx';
import type { DeferredParts } from './deferred-sections.tsx';
import { isLongName } from './host-name.tsx';
import { PlanBrief } from './plan-brief.tsx';
import { ListedQuestion, QuestionCard } from './question-card.tsx';
import { CheckRow, displayOf, Row } from './row.tsx';
import type { JudgedProps } from './screens.ts';

interface Props extends JudgedProps {
  /** Whether the page shows a number as its own, and nobody has said whose. */
  readonly isClaimed: boolean;
  /** Whether another page stands in for the site. */
  readonly isBlocked: boolean;
  readonly below: DeferredParts | null;
}

export function FirstScreen({ isClaimed, isBlocked, below, ...shared }: Props) {
  const { verdict } = shared;
  return (
    <>
      {below && <below.Evidence {...shared} />}
      {verdict.risks.length > 0 && <Risks isClaimed={isClaimed} {...shared} />}
      <Lower isClaimed={isClaimed} isBlocked={isBlocked} {...shared} />
    </>
  );
}

/** What stands below what the page shows. */
function Lower({ isClaimed, isBlocked, ...shared }: Omit<Props, 'below'>) {
  const { situation, decisive } = shared;
  // First it is looked up whether there is a filing: before that no question decides anything.
  if (isBlocked) return <Rows checks={['suffix-approved', ...decisive.all]} most={2} {...shared} />;
  return isClaimed && situation !== 'platform' ? <Claimed {...shared} /> : <Body {...shared} />;
}

/** A site that shows a number: whose it is decides everything. */
function Claimed(shared: JudgedProps) {
  const { t } = useTranslation();
  const { setAnswer } = shared;
  return (
    <>
      <section class="part">
        <h2>{t('claim_yours')}</h2>
        <p class="acts">
          <button
            type="button"
            onClick={() => {
              setAnswer('record', 'own');
              focusOn('h1');
            }}
          >
            {t('claim_yes')}
          </button>
          <button type="button" onClick={() => focusOn('.name-field input')}>
            {t('claim_no')}
          </button>
        </p>
      </section>
      <Rows checks={[]} {...shared} />
    </>
  );
}

function Body(shared: JudgedProps) {
  const { t } = useTranslation();
  const { situation, verdict, decisive, setAnswer } = shared;
  switch (situation) {
    case 'platform':
      return (
        <>
          <section class="part">
            <h2>{t('ways_one')}</h2>
            <Way sign="plus" title={t('way_own_name')} text={t('way_own_name_text')} />
          </section>
          <Rows checks={['name-is-yours']} {...shared} />
        </>
      );
    case 'outside':
      return (
        <>
          <section class="part">
            <h2>{t('outside_later')}</h2>
            <p class="acts">
              <button
                type="button"
                onClick={() => {
                  setAnswer('hosting', 'mainland');
                  focusOn('h1');
                }}
              >
                {t('outside_plan')}
              </button>
            </p>
          </section>
          <Rows checks={['filing-needed', 'suffix-approved']} {...shared} />
        </>
      );
    case 'government':
      return (
        <>
          <section class="part">
            <h2>{t('government_yours')}</h2>
            <p class="acts">
              <button
                type="button"
                onClick={() => {
                  setAnswer('subject', 'government');
                  focusOn('h1');
                }}
              >
                <Icon name="person" /> {t('government_yes')}
              </button>
            </p>
          </section>
          <Rows checks={['suffix-approved']} {...shared} />
        </>
      );
    case 'cannot':
      return (
        <>
          <WaysOut {...shared} />
          <Rows checks={['suffix-approved']} {...shared} />
        </>
      );
    case 'suffix-unknown':
    case 'registrar-unknown': {
      const check = situation === 'suffix-unknown' ? 'suffix-approved' : 'registrar-licensed';
      const finding = verdict.findings.find((one) => one.check === check);
      return (
        <>
          {finding && <Sides finding={finding} {...shared} />}
          <ListedQuestion about={situation === 'suffix-unknown' ? 'suffix' : 'registrar'} {...shared} />
          <Rows checks={[check]} {...shared} />
        </>
      );
    }
    case 'not-yet':
    case 'unknown': {
      const failed = verdict.findings.filter((one) => one.outcome === 'fail' || one.outcome === 'cannot-tell');
      return (
        <>
          <PlanBrief {...shared} />
          <Rows checks={failed.filter((one) => !one.ifFiledAnew).map((one) => one.check)} {...shared} />
        </>
      );
    }
    case 'filed':
      return (
        <>
          <PlanBrief {...shared} />
          <Rows checks={['no-foreign-record', 'filing-needed']} {...shared} />
        </>
      );
    case 'undecided':
      return (
        <>
          {decisive.open.length > 0 ? <QuestionCard {...shared} /> : <PlanBrief {...shared} />}
          <Rows checks={['suffix-approved', ...decisive.all]} {...shared} />
        </>
      );
    case 'eligible':
      return (
        <>
          <PlanBrief {...shared} />
          <Rows checks={decisive.all} {...shared} />
        </>
      );
  }
}

/** Lines at most, so that all of it is seen without scrolling. */
const MOST_ROWS = 4;

function mostRows({ record, situation, decisive, verdict: { domain } }: JudgedProps): number {
  const isAsked = situation === 'undecided';
  if (record !== null) return isAsked && !isLongName(domain.display) ? 1 : 0;
  if (!isAsked || decisive.open.length === 0) return 2;
  // A long name in its two spellings takes the room of a line.
  return domain.display !== domain.host && isLongName(domain.display) ? MOST_ROWS - 1 : MOST_ROWS;
}

/** What is known and open, a line each; the rest is one line. */
function Rows({
  checks,
  most: given,
  ...shared
}: JudgedProps & { readonly checks: readonly CheckId[]; readonly most?: number }) {
  const { t } = useTranslation();
  const { verdict, situation, decisive, open, readOn, record } = shared;
  // The question that is asked stands above.
  const asked = situation === 'undecided' ? decisive.open[0] : undefined;
  const most = given ?? mostRows(shared);
  const shown = [...new Set(checks)].filter((check) => check !== asked).slice(0, most);
  const isEnded = ['platform', 'outside', 'cannot', 'government'].includes(situation);
  const rest = verdict.findings.filter(
    ({ check, outcome }) => outcome === 'needs-answer' && check !== asked && !shown.includes(check),
  ).length;
  const { domain, coverage } = verdict;
  const isSub = domain.host !== domain.registrable && coverage.kind !== 'outside' && coverage.kind !== 'platform';
  return (
    <ul class="rows">
      {shown.map((check) => (
        <CheckRow key={check} check={check} {...shared} />
      ))}
      {(isSub || situation === 'filed') && situation !== 'cannot' && record === null && (
        <li>
          <Row
            sign={<OutcomeIcon outcome={coverage.conditional ? 'needs-answer' : 'pass'} size={16} />}
            label={t(isSub ? 'section_coverage_sub' : 'section_coverage_name')}
            value={t(`coverage_short_${coveredAs(coverage.kind).replaceAll('-', '_')}`)}
            to={{ kind: 'coverage' }}
            open={open}
          />
        </li>
      )}
      {/* The question on the registrar leads there by itself. */}
      {!isEnded && record === null && situation !== 'suffix-unknown' && asked !== 'registrar-licensed' && (
        <li>
          <Row
            sign={<Icon name="doc" />}
            label={t('screen_record')}
            value={readOn === null ? t('record_none_yet') : t('record_read', { date: readOn })}
            to={{ kind: 'record' }}
            open={open}
          />
        </li>
      )}
      {!isEnded && (
        <li>
          <Row
            sign={<Icon name="clock" />}
            label={rest === 1 ? t('rest_one') : rest === 0 ? t('rest_none') : t('rest_other', { count: rest })}
            to={{ kind: 'rest' }}
            open={open}
          />
        </li>
      )}
    </ul>
  );
}

/** That a domain is itself says nothing: its filing covers it as it covers what lies below it. */
function coveredAs(kind: CoverageKind): CoverageKind {
  return kind === 'is-the-name' ? 'shares-record' : kind;
}

function Way({
  sign,
  title,
  text,
  children,
}: {
  readonly sign: 'plus' | 'swap' | 'globe';
  readonly title: string;
  readonly text: string;
  readonly children?: ComponentChildren;
}) {
  return (
    <div class="way">
      <Icon name={sign} size={18} />
      <h3>{title}</h3>
      <p>{text}</p>
      {children}
    </div>
  );
}

/** Where the suffix cannot be filed: names that could be, and a place that needs none. */
function WaysOut({ verdict: { domain }, facts, engine, show }: JudgedProps) {
  const { t } = useTranslation();
  const names = readyNames(domain, facts);
  return (
    <section class="part">
      <h2>{t('ways_two')}</h2>
      <Way sign="swap" title={t('way_suffix')} text={t('way_suffix_text')}>
        <p class="acts">
          {names.map((name) => (
            <button key={name} type="button" data-name={name} disabled={show === null} onClick={() => show?.(name)}>
              <ShortName name={displayOf(name, engine)} />
            </button>
          ))}
        </p>
      </Way>
      <Way sign="globe" title={t('way_outside')} text={t('way_outside_text')} />
    </section>
  );
}

/** Where sources do not agree, or say too little: both sides of them. */
function Sides({ finding: { cites, against, reason }, facts }: JudgedProps & { readonly finding: Finding }) {
  const { t } = useTranslation();
  const isListed = reason.code === 'suffix-weakly-listed' || reason.code === 'registrar-mainland-unverified';
  return (
    <section class="part">
      {(cites.length > 0 || against.length > 0) && (
        <>
          <h2>{t('sides_title')}</h2>
          <div class="sides">
            <Side tone={against.length > 0 ? 'no' : isListed ? 'yes' : 'dim'} cites={cites} facts={facts} />
            {against.length > 0 && <Side tone="yes" cites={against} facts={facts} />}
          </div>
        </>
      )}
      <p class="acts">
        <span class="main link">
          <Link url={QUERY_DOMAINS} newTab={t('new_tab')}>
            {t('sides_look_up')} <Icon name="out" size={14} />
          </Link>
        </span>
      </p>
    </section>
  );
}

function Side({
  tone,
  cites,
  facts,
}: Pick<JudgedProps, 'facts'> & { readonly tone: 'yes' | 'no' | 'dim'; readonly cites: readonly Citation[] }) {
  const { t } = useTranslation();
  return (
    <div>
      <p class={tone}>
        <b>{t(`sides_${tone}`)}</b>
      </p>
      {cites.slice(0, 2).map(({ source }) => {
        const found = facts.sources.get(source);
        if (found === undefined) return null;
        const label = sourceLabel(found, t);
        return (
          <p key={source}>
            <WholeDates text={foreignText(found, label, t) ?? label} />
          </p>
        );
      })}
      {cites.length > 2 && <p>{t('sources_more', { count: cites.length - 2 })}</p>}
    </div>
  );
}

/**
 * What endangers a filing that is there; the gravest, which the first line tells, is not told
 * twice.
 */
function Risks({ verdict: { risks, steps }, situation, isClaimed, open }: JudgedProps & Pick<Props, 'isClaimed'>) {
  const { t } = useTranslation();
  const first = isClaimed ? 0 : 1;
  const told = risks.slice(first, first + 2);
  const hasPlan = situation === 'filed' || steps.length === 0;
  return (
    <section class="part" data-risks={risks.map((risk) => risk.code).join(' ')}>
      {told.length > 0 && (
        <>
          <h2>{t('risks_title')}</h2>
          <ul class="plain-list">
            {told.map((risk) => (
              <li key={risk.code}>
                <OutcomeIcon outcome="cannot-tell" size={16} />
                <p>{t(`risk_${risk.code.replaceAll('-', '_')}`, risk.params)}</p>
              </li>
            ))}
          </ul>
        </>
      )}
      {!hasPlan && (
        <ul class="rows inner">
          <li>
            <Row sign={<Icon name="clock" />} label={t('screen_steps')} to={{ kind: 'steps' }} open={open} />
          </li>
        </ul>
      )}
    </section>
  );
}
