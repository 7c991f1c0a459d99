/**
 * What the open page shows, in short: the numbers, a record, or that another page stands in for the
 * site.
 */

import { Fragment } from 'preact';
import { EMPTY } from '../domain/answers/domain-answers.ts';
import { dayOf } from '../domain/common/days.ts';
import type { Verdict } from '../domain/eligibility/verdict.ts';
import { weighEvidence } from '../domain/records/evidence.ts';
import { adviceText, answerText, inKey, proposalText } from '../i18n/record-text.ts';
import type { SetAnswer } from '../ui/answer-fields.tsx';
import { focusOn } from '../ui/focus-on.ts';
import { Icon } from '../ui/icon.tsx';
import { OutcomeIcon } from '../ui/outcome-icon.tsx';
import { useTranslation } from '../ui/translation.ts';
import { BlockPage } from './block-page.tsx';
import { FilingLookUp } from './filing-look-up.tsx';
import { judgementOf, numberFacts } from './page-numbers.tsx';
import { PortfolioAnswers } from './portfolio-answers.tsx';
import { displayOf, Row } from './row.tsx';
import type { JudgedProps, VerdictViewProps } from './screens.ts';

/** Answers whose proposal does not say what they are. */
const VALUED: ReadonlySet<string> = new Set(['subject', 'registeredIn', 'province', 'registrar']);
/** Numbers in sight; what else there is stands on the page's own screen. */
const SHOWN = 2;

export function Evidence(shared: JudgedProps) {
  const { page, verdict, isPage, engine, record } = shared;
  return (
    <>
      {record !== null && <RecordInUse {...shared} />}
      {record === null && <PortfolioAnswers {...shared} />}
      {isPage && page !== null && page.blocked !== null && (
        <BlockPage means={page.blocked} domain={verdict.domain.registrable} engine={engine} />
      )}
      {isPage && page !== null && page.blocked === null && <Numbers {...shared} />}
      {isPage && page !== null && <OtherRecord {...shared} />}
    </>
  );
}

/** The numbers that the page shows as its own. */
function Numbers(shared: JudgedProps) {
  const { locale, t } = useTranslation();
  const { page, engine, open, verdict, situation } = shared;
  if (page === null) return null;
  const { numbers, notices, claim } = page.judged;
  const shown = numbers.filter((one) => one.belongs === 'own').slice(0, SHOWN);
  const others = numbers.length - shown.length;
  // Where the suffix bars the domain, no number is looked for on its site.
  const isNothing =
    ['cannot', 'suffix-unknown'].includes(situation) &&
    numbers.length === 0 &&
    notices.every((notice) => notice === 'nothing-shown');
  return (
    <section class="part on-page" data-claim={claim?.number ?? ''} data-notices={notices.join(' ')}>
      {shown.length > 0 && (
        <>
          <h2>{t('evidence_title')}</h2>
          <ul class="evidence">
            {shown.map((one) => {
              const { outcome, word } = judgementOf(one);
              const [kind, ...facts] = numberFacts(one, engine, locale, t);
              const told = t(`page_${word}`);
              // What is wrong stands out; where nothing is, what it is.
              const isWell = word === 'well_formed';
              return (
                <li key={one.number} data-number={one.number}>
                  <OutcomeIcon outcome={outcome} size={16} />
                  <b lang="zh-CN">{one.number}</b>
                  <span class="tag">{isWell ? kind : told}</span>
                  <span class="fine">{(isWell ? [...facts, told] : [kind, ...facts]).join(' · ')}</span>
                </li>
              );
            })}
          </ul>
          <FilingLookUp display={displayOf(verdict.domain.registrable, engine)} />
        </>
      )}
      {situation !== 'platform' && !isNothing && (
        <ul class="rows inner">
          <li>
            <Row
              sign={<Icon name="search" />}
              label={t('screen_page')}
              value={
                shown.length === 0
                  ? t(others > 0 ? 'page_short_doubtful' : 'page_short_none')
                  : notices.length > 0
                    ? t('page_short_notices', { count: notices.length })
                    : others > 0
                      ? t('page_short_more', { count: others })
                      : undefined
              }
              to={{ kind: 'page' }}
              open={open}
            />
          </li>
        </ul>
      )}
    </section>
  );
}

/** A record of another name on a site: it is offered, and fills nothing here. */
function OtherRecord(shared: JudgedProps) {
  const { page, verdict, useRecord, record } = shared;
  const { t } = useTranslation();
  if (page === null || page.isAboutRecord) return null;
  const own = page.records.find(({ domain }) => domain === verdict.domain.registrable);
  if (own !== undefined && record === null)
    return (
      <section class="part">
        <p class="acts">
          <button type="button" data-use-record={own.domain} onClick={() => useRecord(own)}>
            <Icon name="doc" /> {t('record_use')}
          </button>
        </p>
      </section>
    );
  return <OfferedRecord {...shared} />;
}

/** A record on the page of another name than the one in view, offered for its own name. */
export function OfferedRecord({ page, verdict, engine, show }: VerdictViewProps & { readonly verdict?: Verdict }) {
  const { t } = useTranslation();
  const [other] = page?.records.filter(({ domain }) => domain !== verdict?.domain.registrable) ?? [];
  if (other === undefined || show === null) return null;
  return (
    <section class="part">
      <p class="acts">
        <button type="button" data-record={other.domain} onClick={() => show(other.domain, other)}>
          <Icon name="doc" /> {t('record_elsewhere', { domain: displayOf(other.domain, engine) })}
        </button>
      </p>
    </section>
  );
}

/** What the record in view says, what it settled, and what it proposes. */
function RecordInUse({ record, verdict, answers, setAnswer, facts }: JudgedProps) {
  const { locale, t } = useTranslation();
  if (record === null) return null;
  const evidence = weighEvidence(
    {
      domain: verdict.domain.registrable,
      host: verdict.domain.host,
      profile: { ...EMPTY, answers },
      one: EMPTY,
      reading: record.reading,
      setting: { place: record.place, readOn: dayOf(new Date()) },
      today: dayOf(new Date()),
    },
    facts.rules,
  );
  const said = evidence.settled.map((one) =>
    t('case_answer', { name: t(`record_field_${inKey(one.name)}`), value: answerText(one, facts.rules, locale, t) }),
  );
  const proposals = evidence.proposals.filter(({ name }) => answers[name] === undefined).slice(0, 1);
  return (
    <section
      class="part record"
      data-record-of={record.domain}
      data-settled={evidence.settled.map(({ name }) => name).join(' ')}
    >
      {/* Its domain stands in the title. */}
      <h2>{t('screen_record')}</h2>
      {said.length > 0 && (
        <p class="said">
          {/* No line begins with what parts two of them. */}
          {said.map((one, at) => (
            <Fragment key={one}>
              <span>{at < said.length - 1 ? `${one} ·` : one}</span>{' '}
            </Fragment>
          ))}
        </p>
      )}
      {said.length === 0 && <p>{t('record_says_nothing')}</p>}
      {proposals.map((one) => (
        <p key={one.name} class="proposal">
          <span>{proposalText(one, t)}</span>{' '}
          <button
            type="button"
            data-accept={one.name}
            onClick={() => {
              (setAnswer as SetAnswer)(one.name, one.value as never);
              focusOn('h1');
            }}
          >
            {VALUED.has(one.name)
              ? t('case_accept', { answer: answerText(one, facts.rules, locale, t) })
              : t('proposal_accept')}
          </button>
        </p>
      ))}
      {evidence.advice.slice(0, proposals.length > 0 ? 0 : 1).map((one) => (
        <p key={one.code} class="fine" data-advice={one.code}>
          {adviceText(one, t)}
        </p>
      ))}
    </section>
  );
}
