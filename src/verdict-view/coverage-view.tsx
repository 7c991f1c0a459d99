import { useId, useState } from 'preact/hooks';
import type { Answers } from '../domain/answers/answers.ts';
import type { Engine } from '../domain/eligibility/engine.ts';
import type { Verdict } from '../domain/eligibility/verdict.ts';
import { toUnicodeName } from '../domain/hostname/unicode-name.ts';
import { consoleOfHost } from '../domain/prompts/find-console.ts';
import { type AnswerFormProps, ProviderField } from '../ui/answer-fields.tsx';
import { useTranslation } from '../ui/translation.ts';
import { RecordField, ServedByField } from './questions.tsx';

type AnswersOn = (host: string) => Answers;

/**
 * The coverage of a host as a small picture of its name, in words with their condition, and what
 * settles it.
 */
export function CoverageView({
  verdict,
  ask,
  answersOn,
  site,
  ...asked
}: AnswerFormProps & {
  readonly verdict: Verdict;
  readonly ask: Engine['assess'];
  readonly answersOn: AnswersOn;
  readonly site: string | null;
}) {
  const { t } = useTranslation();
  const { facts } = asked;
  const here = site === null ? null : consoleOfHost(facts.rules, site);
  const suggested = here?.accessProvider ? here : null;
  const { domain, coverage } = verdict;
  const registrable = toUnicodeName(domain, domain.registrable);
  const below = domain.display.slice(0, domain.display.length - registrable.length).replace(/\.$/, '');
  const kind = coverage.kind.replaceAll('-', '_');
  const none = coversNothing(verdict);
  const link = none && below !== '' ? 'link_none' : `link_${kind}`;
  const settles = coverage.kind !== 'platform' && !none;
  return (
    <section class="coverage" data-kind={coverage.kind}>
      {/* An image to assistive technology: its parts make sense only together. */}
      <div
        class="picture"
        role="img"
        aria-label={t(none ? 'picture_none' : `picture_${kind}`, { host: domain.display, record: registrable })}
      >
        {below !== '' && <span class="end">{below}</span>}
        <span class={`line${coverage.conditional ? ' conditional' : ''}`}>
          <span>{t(link)}</span>
        </span>
        {coverage.kind !== 'outside' && <span class="end">{registrable}</span>}
      </div>
      <p class="note">{t(none ? 'coverage_none' : noteOf(verdict), { registrable, record: registrable })}</p>
      {settles && (
        <details class="settle">
          <summary>{t('coverage_question')}</summary>
          <RecordField registrable={registrable} {...asked} />
          <ProviderField suggested={suggested} {...asked} />
          <ServedByField host={domain.display} {...asked} />
        </details>
      )}
      {settles && (
        <details class="settle">
          <summary>{t('coverage_list')}</summary>
          <SubDomains verdict={verdict} ask={ask} answersOn={answersOn} />
        </details>
      )}
    </section>
  );
}

/**
 * What no filing can be made for covers nothing: saying "its filing covers it" would raise false
 * hope.
 */
function coversNothing({ findings, coverage }: Verdict): boolean {
  const barred = findings.some((one) => one.check === 'suffix-approved' && one.outcome === 'fail');
  return barred && coverage.filed !== true && coverage.filingDomain !== null && coverage.kind !== 'platform';
}

function noteOf({ coverage }: Verdict): string {
  const kind = `coverage_${coverage.kind.replaceAll('-', '_')}`;
  if (coverage.kind !== 'shares-record') return kind;
  if (coverage.filed === false) return `${kind}_unfiled`;
  return coverage.conditional ? kind : `${kind}_known`;
}

/** Several sub-domains of the name at once, one a line. */
function SubDomains({
  verdict,
  ask,
  answersOn,
}: {
  readonly verdict: Verdict;
  readonly ask: Engine['assess'];
  readonly answersOn: AnswersOn;
}) {
  const { t } = useTranslation();
  const id = useId();
  const [text, setText] = useState('');
  const { domain } = verdict;
  const registrable = toUnicodeName(domain, domain.registrable);
  const lines = text.split(/[\s,;，；、]+/).filter(Boolean);
  return (
    <div class="list">
      <label for={id}>{t('coverage_list_label', { registrable })}</label>
      <textarea
        id={id}
        rows={3}
        spellcheck={false}
        value={text}
        onInput={(event) => setText(event.currentTarget.value)}
      />
      <div role="status">
        <ul>
          {lines.map((line) => (
            <li>
              <span>{line}</span> <span>{resultOf(line)}</span>
            </li>
          ))}
        </ul>
      </div>
    </div>
  );

  /** A bare label is meant as one below this name. */
  function resultOf(line: string): string {
    const input = line.includes('.') ? line : `${line}.${domain.registrable}`;
    const found = ask(input);
    if (found.kind !== 'verdict' || found.verdict.domain.registrable !== domain.registrable)
      return t('coverage_list_foreign', { registrable });
    // Where each is served is told of each by itself.
    const known = ask(input, answersOn(found.verdict.domain.host));
    return known.kind === 'verdict' ? t(`coverage_short_${known.verdict.coverage.kind.replaceAll('-', '_')}`) : '';
  }
}
