/** Two names side by side: what each needs, from when it can be submitted, and which is quicker. */
import { useEffect, useState } from 'preact/hooks';
import { PERSONAL } from '../domain/answers/answers.ts';
import { answersFor } from '../domain/answers/domain-answers.ts';
import { compareVerdicts } from '../domain/eligibility/compare.ts';
import { readyNames } from '../domain/eligibility/ready-names.ts';
import { headlineOf } from '../i18n/verdict-headline.ts';
import { loadAnswers, type StoredAnswers } from '../storage/stored-answers.ts';
import { OutcomeIcon } from '../ui/outcome-icon.tsx';
import { useTranslation } from '../ui/translation.ts';
import type { JudgedProps } from './screens.ts';

export function CompareScreen({ verdict, answers, engine, facts, show }: JudgedProps) {
  const { t } = useTranslation();
  const { domain } = verdict;
  const [text, setText] = useState(() => readyNames(domain, facts)[0] ?? '');
  const [stored, setStored] = useState<{ readonly name: string; readonly kept: StoredAnswers } | null>(null);
  const read = text.trim() === '' ? null : engine.read(text);
  const other = read === null || 'type' in read || read.registrable === domain.registrable ? null : read;
  const name = other?.registrable ?? null;
  useEffect(() => {
    if (name !== null) void loadAnswers(facts.rules, name).then((kept) => setStored({ name, kept }));
  }, [name]);

  // Who files, and where it will be served, is the same person's plan for both.
  const shared = Object.fromEntries(
    [...PERSONAL, 'hosting' as const].flatMap((key) => (answers[key] === undefined ? [] : [[key, answers[key]]])),
  );
  const known = stored !== null && stored.name === name ? stored.kept : null;
  const found =
    other === null
      ? null
      : engine.assess(other.host, { ...shared, ...(known && answersFor(known.profile, known.one, other.host)) });
  const second = found?.kind === 'verdict' ? found.verdict : null;
  const comparison = second === null ? null : compareVerdicts(verdict, second);
  return (
    <div class="detail" data-detail="compare">
      <label class="against">
        {t('compare_with')}
        <input
          type="text"
          autocomplete="off"
          spellcheck={false}
          value={text}
          onInput={(event) => setText(event.currentTarget.value)}
        />
      </label>
      {second === null || comparison === null ? (
        <p role="status">{t('compare_none')}</p>
      ) : (
        <>
          <p role="status" data-quicker={comparison.quicker ?? ''}>
            <b>
              {comparison.quicker === null
                ? t('compare_same')
                : t('compare_quicker', { domain: [verdict, second][comparison.quicker]?.domain.display ?? '' })}
            </b>
          </p>
          <div class="sides">
            {[verdict, second].map((one, index) => {
              const way = comparison.ways[index];
              const { outcome, title } = headlineOf(one, t);
              return (
                <div key={one.domain.host} data-side={one.domain.host}>
                  <h3>{one.domain.display}</h3>
                  <p>
                    <OutcomeIcon outcome={outcome} size={16} /> {title}
                  </p>
                  {(way?.toFix ?? []).map(({ check }) => (
                    <p key={check}>{t('compare_fix', { check: t(`check_${check.replaceAll('-', '_')}`) })}</p>
                  ))}
                  {way && way.open > 0 && (
                    <p>{way.open === 1 ? t('compare_open_one') : t('compare_open_other', { count: way.open })}</p>
                  )}
                  {way?.from && <p>{t('compare_from', { date: way.from })}</p>}
                  {index === 1 && show !== null && (
                    <p class="acts">
                      <button type="button" onClick={() => show(one.domain.host)}>
                        {t('compare_open_this')}
                      </button>
                    </p>
                  )}
                </div>
              );
            })}
          </div>
          <p class="fine">{t('compare_note')}</p>
        </>
      )}
    </div>
  );
}
