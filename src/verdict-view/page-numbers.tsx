/** What the open page shows of its filing, number by number. */
import { useState } from 'preact/hooks';
import type { Locale } from '../domain/common/locale.ts';
import type { Engine } from '../domain/eligibility/engine.ts';
import { QUERY_FILINGS } from '../domain/eligibility/next-steps.ts';
import type { Outcome } from '../domain/eligibility/verdict.ts';
import {
  type JudgedNumber,
  numbersToShow,
  OFFICIAL,
  PAGE_CITES,
  SNIPPET_FORMS,
  type SnippetForm,
  snippetOf,
} from '../domain/filing-numbers/judge-page.ts';
import type { Translate } from '../i18n/translator.ts';
import { Link } from '../ui/blocks.tsx';
import { Copy } from '../ui/copy-button.tsx';
import { OutcomeIcon } from '../ui/outcome-icon.tsx';
import { Sources } from '../ui/sources.tsx';
import { useTranslation } from '../ui/translation.ts';
import type { PageEvidence } from './page-evidence.ts';
import { readPage } from './read-page.ts';
import { displayOf } from './row.tsx';
import type { JudgedProps } from './screens.ts';

/**
 * All that the page shows of its filing: the numbers judged, what the rules miss, and what to put
 * in the footer.
 */
export function PageNumbers({ page, verdict, engine }: JudgedProps) {
  const { t } = useTranslation();
  const [read, setRead] = useState<PageEvidence | null>(null);
  const now = read ?? page;
  const domain = displayOf(verdict.domain.registrable, engine);
  if (now === null) return <p class="detail">{t('page_not_read')}</p>;
  const { numbers, notices, claim } = now.judged;
  const shown = numbers.filter((one) => one.belongs !== 'not-own');
  return (
    <div class="detail on-page" data-detail="page" data-claim={claim?.number ?? ''} data-notices={notices.join(' ')}>
      <ul class="findings">
        {shown.map((one) => (
          <NumberView key={one.number} one={one} engine={engine} />
        ))}
        {notices.map((notice) => (
          <li key={notice} data-notice={notice}>
            <OutcomeIcon
              outcome={notice === 'filing-number-missing' || notice === 'main-where-service' ? 'fail' : 'cannot-tell'}
              size={16}
            />
            <p class="reason">{t(`page_${notice.replaceAll('-', '_')}`)}</p>
          </li>
        ))}
      </ul>
      {numbers.length > shown.length && (
        <p class="fine">
          {t('page_not_own', {
            numbers: numbers
              .filter((one) => one.belongs === 'not-own')
              .slice(0, 3)
              .map((one) => one.number)
              .join(t('list_separator')),
          })}
        </p>
      )}
      <p class="fine">
        {claim && (
          <>
            {t('page_claim', { number: claim.number })}
            <br />
          </>
        )}
        {t('page_query')}{' '}
        <Link url={QUERY_FILINGS} newTab={t('new_tab')}>
          {new URL(QUERY_FILINGS).host}
        </Link>
      </p>
      <Sources cites={PAGE_CITES} against={[]} sources={engine.facts.sources} />
      <p class="acts">
        <Copy textOf={() => domain} label={t('page_copy_domain', { domain })} />
        <button type="button" onClick={() => void readPage(engine, null).then((again) => again && setRead(again))}>
          {t('page_read_again')}
        </button>
      </p>
      <Snippet own={numbersToShow(now.judged)} lang={now.text.lang} />
    </div>
  );
}

export function judgementOf({ kind, belongs, problems, link }: JudgedNumber): {
  readonly outcome: Outcome;
  readonly word: string;
} {
  if (belongs === 'doubtful') return { outcome: 'cannot-tell', word: 'doubtful' };
  if (problems.length > 0) return { outcome: 'fail', word: 'malformed' };
  if (link === 'look-alike' || link === 'retired') return { outcome: 'fail', word: 'link_wrong' };
  // No rule has a license linked.
  if (link === 'ok' || kind === 'telecom-licence') return { outcome: 'pass', word: 'well_formed' };
  return { outcome: 'needs-answer', word: link === 'none' ? 'not_linked' : 'link_wrong' };
}

/** Returns what a number says of itself: its kind, its province, its year, its service. */
export function numberFacts(
  { kind, province, year, service }: JudgedNumber,
  engine: Engine,
  locale: Locale,
  t: Translate,
): string[] {
  const isPolice = kind === 'police';
  const place = engine.facts.rules.provinces.find(
    (entry) => (isPolice ? entry.police.letter : entry.letter) === province,
  );
  return [
    t(`number_${kind.replaceAll('-', '_')}`),
    ...(place ? [place.name[locale]] : []),
    ...(year === null ? [] : [String(year)]),
    ...(service !== null && /[AXK]$/.test(service) ? [t(`service_${service.slice(-1).toLowerCase()}`)] : []),
  ];
}

function NumberView({ one, engine }: { readonly one: JudgedNumber; readonly engine: Engine }) {
  const { locale, t } = useTranslation();
  const { kind, number, link, isDeepLink, problems, belongs } = one;
  const police = kind === 'police';
  const facts = numberFacts(one, engine, locale, t);
  const { outcome, word } = judgementOf(one);
  return (
    <li data-number={number} data-link={link} data-belongs={belongs}>
      <OutcomeIcon outcome={outcome} />
      <div>
        <h3>
          <span lang="zh-CN">{number}</span>
          <span class="word">{t(`page_${word}`)}</span>
        </h3>
        <p class="reason">{facts.join(' · ')}</p>
        {problems.map((problem) => (
          <p key={problem} class="reason">
            {t(`number_problem_${problem.replaceAll('-', '_')}`)}
          </p>
        ))}
        {kind !== 'telecom-licence' && (
          <p class="reason">
            {t(`number_link_${link.replaceAll('-', '_')}`, {
              url: police ? 'https://beian.mps.gov.cn/' : OFFICIAL.filing,
            })}
            {isDeepLink && ` ${t('number_link_not_bare', { url: OFFICIAL.filing })}`}
          </p>
        )}
      </div>
    </li>
  );
}

function Snippet({
  own,
  lang,
}: {
  /** The numbers that the line repeats; a gap to fill in where there are none. */
  readonly own: readonly JudgedNumber[];
  readonly lang: string;
}) {
  const { t } = useTranslation();
  const [form, setForm] = useState<SnippetForm>('html');
  const filled = own.length > 0 ? own : [{ kind: 'icp-filing' as const, number: t('snippet_your_number'), digits: '' }];
  const text = snippetOf(filled, form, lang);
  return (
    <details class="change snippet">
      <summary>{t('snippet_title')}</summary>
      <p class="note">
        <label>
          {t('snippet_form')}{' '}
          <select
            value={form}
            onChange={(event) => setForm(SNIPPET_FORMS.find((one) => one === event.currentTarget.value) ?? 'html')}
          >
            {SNIPPET_FORMS.map((one) => (
              <option key={one} value={one}>
                {{ html: 'HTML', react: 'React', vue: 'Vue', markdown: 'Markdown' }[one]}
              </option>
            ))}
          </select>
        </label>
      </p>
      {/* A box that scrolls must be reached by keyboard. */}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: scrollable */}
      <pre tabIndex={0}>{text}</pre>
      <p class="actions">
        <Copy textOf={() => text} label={t('steps_copy')} />
      </p>
    </details>
  );
}
