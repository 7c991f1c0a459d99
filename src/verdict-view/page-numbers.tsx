/** What the open page shows of its filing. It is read when the popup opens, and when the person asks again. */
import { useEffect, useState } from 'preact/hooks';
import { runInPage } from '../browser-api/tabs.ts';
import type { Locale } from '../domain/common/locale.ts';
import type { Engine } from '../domain/eligibility/engine.ts';
import { QUERY_FILINGS } from '../domain/eligibility/next-steps.ts';
import type { Outcome } from '../domain/eligibility/verdict.ts';
import { numbersIn } from '../domain/filing-numbers/find-filing-numbers.ts';
import {
  type JudgedNumber,
  judgePage,
  numbersToShow,
  OFFICIAL,
  PAGE_CITES,
  type PageText,
  SNIPPET_FORMS,
  type SnippetForm,
  snippetOf,
} from '../domain/filing-numbers/judge-page.ts';
import { meaningOfBlockPage } from '../domain/prompts/console-prompts.ts';
import type { Translate } from '../i18n/translator.ts';
import { Link } from '../ui/blocks.tsx';
import { Copy } from '../ui/copy-button.tsx';
import { OutcomeIcon } from '../ui/outcome-icon.tsx';
import { Sources } from '../ui/sources.tsx';
import { BlockPage } from './block-page.tsx';
import { readPageText } from './read-page-text.ts';

/** A footer may come late: milliseconds after which the page is read, and read again while it shows nothing. */
const LATE = [0, 700, 1500, 4000];

interface Props {
  /** The registrable domain that is asked about, for the query. */
  readonly domain: string;
  readonly engine: Engine;
  readonly locale: Locale;
  readonly t: Translate;
}

export function PageNumbers({ domain, engine, locale, t }: Props) {
  const [page, setPage] = useState<PageText | null>(null);
  const [times, setTimes] = useState(0);
  const read = async () => setPage(await runInPage(readPageText));
  const judged = page && judgePage(page, numbersIn(page.pieces, engine.facts.rules), engine.facts.rules.provinces);
  const isMissing = judged?.numbers.every((one) => one.belongs !== 'own') ?? true;
  useEffect(() => {
    const wait = LATE[times];
    if (wait === undefined || !isMissing) return;
    const timer = setTimeout(() => void read().then(() => setTimes(times + 1)), wait);
    return () => clearTimeout(timer);
  }, [times, isMissing]);
  if (page === null || judged === null) return null;
  const blocked = meaningOfBlockPage(engine.facts.rules, page.small);
  if (blocked !== null) return <BlockPage means={blocked} domain={domain} engine={engine} locale={locale} t={t} />;
  const { numbers, notices, claim } = judged;
  const shown = numbers.filter((one) => one.belongs !== 'not-own');
  return (
    <section class="on-page" data-claim={claim?.number ?? ''} data-notices={notices.join(' ')}>
      <h2>{t('section_page')}</h2>
      <ul class="findings">
        {shown.map((one) => (
          <NumberView key={one.number} one={one} engine={engine} locale={locale} t={t} />
        ))}
        {notices.map((notice) => (
          <li key={notice} data-notice={notice}>
            <OutcomeIcon
              outcome={notice === 'filing-number-missing' || notice === 'main-where-service' ? 'fail' : 'cannot-tell'}
            />
            <p class="reason">{t(`page_${notice.replaceAll('-', '_')}`)}</p>
          </li>
        ))}
      </ul>
      {numbers.length > shown.length && (
        <p class="note">
          {t('page_not_own', {
            numbers: numbers
              .filter((one) => one.belongs === 'not-own')
              .slice(0, 3)
              .map((one) => one.number)
              .join(t('list_separator')),
          })}
        </p>
      )}
      <p class="note">
        {claim && <>{t('page_claim', { number: claim.number })} </>}
        {t('page_query')}{' '}
        <Link url={QUERY_FILINGS} newTab={t('new_tab')}>
          {new URL(QUERY_FILINGS).host}
        </Link>
      </p>
      <div class="note">
        <Sources cites={PAGE_CITES} against={[]} sources={engine.facts.sources} t={t} />
      </div>
      <p class="actions">
        <Copy textOf={() => domain} label={t('page_copy_domain', { domain })} t={t} />
        <button type="button" onClick={() => void read()}>
          {t('page_read_again')}
        </button>
      </p>
      <Snippet own={numbersToShow(judged)} lang={page.lang} t={t} />
    </section>
  );
}

function judgementOf({ belongs, problems, link }: JudgedNumber): { readonly outcome: Outcome; readonly word: string } {
  if (belongs === 'doubtful') return { outcome: 'cannot-tell', word: 'doubtful' };
  if (problems.length > 0) return { outcome: 'fail', word: 'malformed' };
  if (link === 'look-alike' || link === 'retired') return { outcome: 'fail', word: 'link_wrong' };
  return { outcome: link === 'ok' ? 'pass' : 'needs-answer', word: 'well_formed' };
}

function NumberView({
  one,
  engine,
  locale,
  t,
}: {
  readonly one: JudgedNumber;
  readonly engine: Engine;
  readonly locale: Locale;
  readonly t: Translate;
}) {
  const { kind, number, province, year, link, isDeepLink, problems, service, belongs } = one;
  const police = kind === 'police';
  const place = engine.facts.rules.provinces.find(
    (entry) => (police ? entry.police.letter : entry.letter) === province,
  );
  const facts = [
    t(`number_${kind.replaceAll('-', '_')}`),
    ...(place ? [place.name[locale]] : []),
    ...(year === null ? [] : [String(year)]),
    ...(service !== null && /[AXK]$/.test(service) ? [t(`service_${service.slice(-1).toLowerCase()}`)] : []),
  ];
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
  t,
}: {
  /** The numbers that the line repeats; a gap to fill in where there are none. */
  readonly own: readonly JudgedNumber[];
  readonly lang: string;
  readonly t: Translate;
}) {
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
        <Copy textOf={() => text} label={t('steps_copy')} t={t} />
      </p>
    </details>
  );
}
