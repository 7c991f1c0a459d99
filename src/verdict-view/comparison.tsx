import { compareVerdicts } from '../domain/eligibility/compare.ts';
import type { Verdict } from '../domain/eligibility/verdict.ts';
import { headlineOf } from '../i18n/verdict-headline.ts';
import { OutcomeIcon } from '../ui/outcome-icon.tsx';
import { useTranslation } from '../ui/translation.ts';

/**
 * Two verdicts side by side: what each needs, from when it can be submitted, and which is quicker.
 */
export function Comparison({
  pair,
  show,
}: {
  readonly pair: readonly [Verdict, Verdict];
  /** Opens the second of them; null where it cannot be opened. */
  readonly show: ((host: string) => void) | null;
}) {
  const { t } = useTranslation();
  const { quicker, ways } = compareVerdicts(...pair);
  return (
    <>
      <p role="status" data-quicker={quicker ?? ''}>
        <b>
          {quicker === null ? t('compare_same') : t('compare_quicker', { domain: pair[quicker]?.domain.display ?? '' })}
        </b>
      </p>
      <div class="sides">
        {pair.map((one, index) => {
          const way = ways[index];
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
  );
}
