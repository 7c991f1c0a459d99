import { useMemo } from 'preact/hooks';
import { dayOf } from '../../domain/common/days.ts';
import type { Engine } from '../../domain/eligibility/engine.ts';
import type { Knowledge, NameRow } from '../../domain/portfolio/assess-rows.ts';
import { Icon } from '../../ui/icon.tsx';
import { useTranslation } from '../../ui/translation.ts';
import { Comparison } from '../../verdict-view/comparison.tsx';
import { weigh } from './row-case.tsx';

interface Props {
  readonly rows: readonly [NameRow, NameRow];
  readonly engine: Engine;
  readonly known: Knowledge;
  readonly close: () => void;
  /** Opens the case of one of them. */
  readonly open: (host: string) => void;
}

/** Two rows side by side, beside the table: what each needs, and which is quicker. */
export function RowCompare({ rows: [one, other], engine, known, close, open }: Props) {
  const { t } = useTranslation();
  const today = dayOf(new Date());
  const [first, second] = useMemo(
    () => [weigh(one, engine, known, today), weigh(other, engine, known, today)],
    [one, other, engine, known, today],
  );
  if (!first || !second) return null;
  return (
    <aside class="panel case compared" aria-labelledby="compare-title">
      <header>
        <h2 id="compare-title" tabIndex={-1}>
          {t('compare_title')}
        </h2>
        <button type="button" class="quiet icon-only" aria-label={t('case_close')} onClick={close}>
          <Icon name="close" />
        </button>
      </header>
      <Comparison pair={[first.verdict, second.verdict]} open={[() => open(one.host), () => open(other.host)]} />
    </aside>
  );
}
