import { useRef, useState } from 'preact/hooks';
import type { PortfolioRow } from '../../domain/portfolio/filing-plan.ts';
import { COLUMNS, type Column, type View } from '../../domain/portfolio/row-view.ts';
import type { Translate } from '../../i18n/translator.ts';
import { useVirtual } from './use-virtual.ts';

/** Pixels: a row is as high as a finger needs it. */
const ROW = matchMedia('(pointer: coarse)').matches ? 44 : 32;
/** Rows that Page Up and Page Down move by. */
const PAGE = 10;

interface Props {
  readonly rows: readonly PortfolioRow[];
  readonly order: Uint32Array;
  readonly sites: readonly string[];
  readonly view: View;
  readonly setView: (view: View) => void;
  readonly selected: ReadonlySet<string>;
  readonly select: (selected: ReadonlySet<string>) => void;
  readonly t: Translate;
}

/** A table of any length: only the rows in sight are in the document. */
export function RowTable({ rows, order, sites, view, setView, selected, select, t }: Props) {
  const scroller = useRef<HTMLDivElement>(null);
  const [last, setActive] = useState(0);
  // Of a shorter list than the one it was chosen in, the last.
  const active = Math.max(0, Math.min(last, order.length - 1));
  const virtual = useVirtual(order.length, ROW, () => scroller.current);
  const rowAt = (place: number) => rows[order[place] ?? -1];

  function toggle(place: number, range: boolean): void {
    const row = rowAt(place);
    if (row === undefined) return;
    const next = new Set(selected);
    if (range) {
      for (let at = Math.min(active, place); at <= Math.max(active, place); at++) next.add(rowAt(at)?.host ?? row.host);
    } else if (!next.delete(row.host)) next.add(row.host);
    select(next);
  }

  function move(to: number): void {
    const place = Math.max(0, Math.min(order.length - 1, to));
    setActive(place);
    virtual.scrollToIndex(place);
  }

  function onKeyDown(event: KeyboardEvent): void {
    // The buttons of the heading have keys of their own.
    if (event.target !== event.currentTarget) return;
    const moves: Readonly<Record<string, number>> = {
      ArrowDown: active + 1,
      ArrowUp: active - 1,
      PageDown: active + PAGE,
      PageUp: active - PAGE,
      Home: 0,
      End: order.length - 1,
    };
    const to = moves[event.key];
    if (to !== undefined) {
      event.preventDefault();
      move(to);
    } else if (event.key === ' ') {
      event.preventDefault();
      toggle(active, event.shiftKey);
    } else if (event.key === 'a' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      select(new Set([...order].map((index) => rows[index]?.host ?? '')));
    } else if (event.key === 'Escape') select(new Set());
  }

  const sortBy = (column: Column) =>
    setView({ ...view, sort: column, down: view.sort === column ? !view.down : false });

  return (
    // biome-ignore lint/a11y/useSemanticElements: only the rows in sight exist, which a table element cannot say
    <div
      class="grid"
      role="grid"
      aria-rowcount={order.length + 1}
      aria-multiselectable="true"
      aria-label={`${t('portfolio_table')}. ${t('portfolio_rows')}`}
      style={{ '--row': `${ROW}px` }}
      tabIndex={0}
      aria-activedescendant={order.length > 0 ? `row-${active}` : undefined}
      onKeyDown={onKeyDown}
    >
      {/* biome-ignore lint/a11y/useSemanticElements: see above */}
      {/* biome-ignore lint/a11y/useFocusableInteractive: its buttons are */}
      <div class="row head" role="row" aria-rowindex={1}>
        {COLUMNS.map((column) => (
          // biome-ignore lint/a11y/useSemanticElements: see above
          // biome-ignore lint/a11y/useFocusableInteractive: its button is
          <div
            key={column}
            role="columnheader"
            aria-sort={view.sort !== column ? 'none' : view.down ? 'descending' : 'ascending'}
          >
            <button type="button" onClick={() => sortBy(column)}>
              {t(`column_${column}`)}
              {view.sort === column ? (view.down ? ' ↓' : ' ↑') : ''}
            </button>
          </div>
        ))}
      </div>
      {/* biome-ignore lint/a11y/useSemanticElements: see above */}
      <div class="rows" role="rowgroup" ref={scroller}>
        <div role="presentation" class="all" style={{ height: `${virtual.getTotalSize()}px` }}>
          {virtual.getVirtualItems().map(({ index, start }) => {
            const row = rowAt(index);
            if (row === undefined) return null;
            return (
              // biome-ignore lint/a11y/useSemanticElements: see above
              // biome-ignore lint/a11y/useFocusableInteractive: the group has the focus, the row is its active descendant
              // biome-ignore lint/a11y/useKeyWithClickEvents: the group hears the keys
              <div
                key={index}
                id={`row-${index}`}
                role="row"
                class={`row ${index === active ? 'active' : ''}`}
                aria-rowindex={index + 2}
                aria-selected={selected.has(row.host)}
                data-host={row.host}
                data-standing={row.standing}
                style={{ transform: `translateY(${start}px)` }}
                onClick={(event) => {
                  toggle(index, event.shiftKey);
                  setActive(index);
                }}
              >
                <Cells row={row} site={sites[order[index] ?? -1] ?? ''} t={t} />
              </div>
            );
          })}
        </div>
      </div>
    </div>
  );
}

const TONES: Readonly<Record<PortfolioRow['standing'], string>> = {
  eligible: 'yes',
  filed: 'yes',
  ineligible: 'no',
  unknown: 'ask',
  depends: 'dim',
};

function Cells({ row, site, t }: { readonly row: PortfolioRow; readonly site: string; readonly t: Translate }) {
  const why = row.reason === null ? '' : t(`because_${row.reason.code.replaceAll('-', '_')}`, row.reason.params);
  const cells = [
    { text: row.display },
    { text: row.registrable === row.host ? '' : row.registrable },
    { text: t(`standing_${row.standing}`), tone: TONES[row.standing] },
    { text: why },
    { text: t(`short_${row.coverage.replaceAll('-', '_')}`) },
    { text: site },
  ];
  return (
    <>
      {cells.map(({ text, tone = '' }) => (
        // biome-ignore lint/a11y/useSemanticElements: see above
        // biome-ignore lint/a11y/useFocusableInteractive: a cell to read
        <div role="gridcell" class={tone} title={text}>
          {text}
        </div>
      ))}
    </>
  );
}
