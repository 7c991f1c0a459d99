/**
 * The screen of one check: what it comes to, what it rests on, its questions, and the guidance on
 * it.
 */
import { type AnswerOrigin, isStale } from '../domain/answers/answer-origin.ts';
import { dayOf } from '../domain/common/days.ts';
import { QUERY_DOMAINS } from '../domain/eligibility/next-steps.ts';
import { faqForFinding } from '../domain/eligibility/related-faq.ts';
import type { Verdict } from '../domain/eligibility/verdict.ts';
import { CHECKS, type CheckId } from '../domain/ruleset/check-ids.ts';
import { originText } from '../i18n/record-text.ts';
import type { Translate } from '../i18n/translator.ts';
import { Link } from '../ui/blocks.tsx';
import { RelatedAnswers } from '../ui/faq-view.tsx';
import { OutcomeIcon, toneOf } from '../ui/outcome-icon.tsx';
import { Sources } from '../ui/sources.tsx';
import { useTranslation } from '../ui/translation.ts';
import { CoverageView } from './coverage-view.tsx';
import { ProvinceRules } from './province-rules.tsx';
import { ListedQuestion } from './question-card.tsx';
import { Questions } from './questions.tsx';
import { CheckRow, Row, wordFor } from './row.tsx';
import type { JudgedProps } from './screens.ts';

export function CheckScreen({ check, ...shared }: JudgedProps & { readonly check: CheckId }) {
  const { t } = useTranslation();
  const { verdict, answers, facts } = shared;
  const finding = verdict.findings.find((one) => one.check === check);
  if (finding === undefined) return null;
  const { outcome, reason, cites, against } = finding;
  const isDoubted = outcome === 'needs-answer' || (answers.name !== undefined && verdict.domain.platform === null);
  const isAsked = check === 'name-is-yours' ? isDoubted : check !== 'suffix-approved';
  const about = check === 'suffix-approved' ? 'suffix' : check === 'registrar-licensed' ? 'registrar' : null;
  const isListed = about !== null && (outcome === 'cannot-tell' || answers[`${about}Listed`] !== undefined);
  const faq = faqForFinding(facts.rules, finding);
  const origins = [...new Set(finding.from?.map(({ from }) => sayOrigin(from, t)))];
  return (
    <div class="detail" data-detail={check} data-outcome={outcome}>
      <p class="outcome">
        <OutcomeIcon outcome={outcome} size={16} />
        <b class={toneOf(outcome)}>{wordFor(finding, t)}</b>
        {origins.map((text) => (
          <span key={text} class="fine from">
            {text}
          </span>
        ))}
      </p>
      {finding.ifFiledAnew && <p class="fine">{t('if_filed_anew')}</p>}
      <p class="reason">{t(`because_${reason.code.replaceAll('-', '_')}`, reason.params)}</p>
      {isAsked && <Questions check={check} {...shared} />}
      {isListed && about !== null && <ListedQuestion about={about} {...shared} />}
      <Sources cites={cites} against={against} sources={facts.sources}>
        {about !== null && (
          <>
            {'\u00a0· '}
            <Link url={QUERY_DOMAINS} newTab={t('new_tab')}>
              {t('check_with_miit')}
            </Link>
          </>
        )}
      </Sources>
      {check === 'province-accepts' && <ProvinceRules {...shared} />}
      <RelatedAnswers entries={faq} facts={facts} />
    </div>
  );
}

/** Returns where an answer is from, and whether it is to be looked up again. */
function sayOrigin(from: AnswerOrigin, t: Translate): string {
  const text = originText(from, t);
  return isStale(from, dayOf(new Date())) ? `${text} · ${t('from_stale')}` : text;
}

export function CoverageScreen(shared: JudgedProps) {
  const { verdict, facts } = shared;
  const faq = facts.rules.faq.filter((entry) => entry.coverages.includes(verdict.coverage.kind));
  return (
    <div class="detail" data-detail="coverage">
      <CoverageView ask={shared.engine.assess} {...shared} />
      <RelatedAnswers entries={faq} facts={facts} />
    </div>
  );
}

/** Every check, what is open first: what is to be confirmed before one submits. */
export function RestScreen(shared: JudgedProps) {
  const { t } = useTranslation();
  const { verdict } = shared;
  return (
    <div class="detail" data-detail="rest">
      {verdict.coverage.kind !== 'outside' && verdict.coverage.kind !== 'platform' && (
        <ul class="rows">
          <li>
            <Row
              sign={<OutcomeIcon outcome={verdict.coverage.conditional ? 'needs-answer' : 'pass'} size={16} />}
              label={t('screen_coverage')}
              to={{ kind: 'coverage' }}
              open={shared.open}
            />
          </li>
        </ul>
      )}
      {groupsOf(verdict).map(({ title, checks }) => (
        <section key={title} data-group={title}>
          <h3>{t(title)}</h3>
          <ul class="rows">
            {checks.map((check) => (
              <CheckRow key={check} check={check} {...shared} />
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}

function groupsOf({ findings }: Pick<Verdict, 'findings'>): { title: string; checks: readonly CheckId[] }[] {
  const having = (...outcomes: string[]) =>
    CHECKS.filter((check) => {
      const found = findings.find((one) => one.check === check);
      return found !== undefined && outcomes.includes(found.outcome) && !found.ifFiledAnew;
    });
  return [
    { title: 'section_against', checks: having('fail', 'cannot-tell') },
    { title: 'section_open', checks: having('needs-answer') },
    { title: 'section_settled', checks: having('pass', 'not-applicable') },
    { title: 'if_filed_anew', checks: findings.filter((one) => one.ifFiledAnew).map((one) => one.check) },
  ].filter((group) => group.checks.length > 0);
}
