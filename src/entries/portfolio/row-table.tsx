import { useRef, useState } from 'preact/hooks';
import type { NameRow } from '../../domain/portfolio/assess-rows.ts';
import { hasFix, type Part } from '../../domain/portfolio/fixes.ts';
import { COLUMNS, type Column, type View } from '../../domain/portfolio/row-view.ts';
import { sayFix } from '../../i18n/step-text.ts';
import { useTranslation } from '../../ui/translation.ts';
import { whyText } from './plan-text.ts';
import { realNameText } from './row-tools.tsx';
import { useVirtual } from './use-virtual.ts';

/** Pixels: a row is as high as a finger needs it. */
const ROW = matchMedia('(pointer: coarse)').matches ? 44 : 36;
/** Rows that Page Up and Page Down move by. */
const PAGE = 10;

interface Props {
  readonly rows: readonly NameRow[];
  readonly order: Uint32Array;
  readonly view: View;
  readonly setView: (view: View) => void;
  readonly selected: ReadonlySet<string>;
  readonly select: (selected: ReadonlySet<string>) => void;
  /** Host whose case is open beside the table. */
  readonly opened: string | null;
  readonly open: (host: string | null) => void;
}

/** A table of any length: only the rows in sight are in the document. */
export function RowTable({ rows, order, view, setView, selected, select, opened, open }: Props) {
  const { t } = useTranslation();
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
    if (event.key === 'Escape') {
      if (opened !== null) open(null);
      else select(new Set());
      return;
    }
    const act = actOf(event);
    if (act === undefined) return;
    event.preventDefault();
    act();
  }

  /** What a key does in the table; undefined: it is the browser's. */
  function actOf({ key, shiftKey, ctrlKey, metaKey }: KeyboardEvent): (() => void) | undefined {
    const acts: Readonly<Record<string, () => void>> = {
      ArrowDown: () => move(active + 1),
      ArrowUp: () => move(active - 1),
      PageDown: () => move(active + PAGE),
      PageUp: () => move(active - PAGE),
      Home: () => move(0),
      End: () => move(order.length - 1),
      ' ': () => toggle(active, shiftKey),
      Enter: () => open(rowAt(active)?.host ?? null),
      ...((ctrlKey || metaKey) && { a: selectAll }),
    };
    return acts[key];
  }

  function selectAll(): void {
    select(new Set([...order].map((index) => rows[index]?.host ?? '')));
  }

  const areAllSelected = order.length > 0 && selected.size >= order.length;

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
      style={{ '--row': `${ROW}px`, '--all': `${Math.max(3, order.length) * ROW}px` }}
      tabIndex={0}
      aria-activedescendant={order.length > 0 ? `row-${active}` : undefined}
      onKeyDown={onKeyDown}
    >
      {/* biome-ignore lint/a11y/useSemanticElements: see above */}
      {/* biome-ignore lint/a11y/useFocusableInteractive: its buttons are */}
      <div class="row head" role="row" aria-rowindex={1}>
        {/* biome-ignore lint/a11y/useSemanticElements: see above */}
        {/* biome-ignore lint/a11y/useFocusableInteractive: its box is */}
        <div role="columnheader">
          <label class="all-box">
            <input
              type="checkbox"
              aria-label={t('select_all')}
              checked={areAllSelected}
              onChange={() => (areAllSelected ? select(new Set()) : selectAll())}
            />
          </label>
        </div>
        {COLUMNS.map((column) => (
          // biome-ignore lint/a11y/useSemanticElements: see above
          // biome-ignore lint/a11y/useFocusableInteractive: its button is
          <div
            key={column}
            role="columnheader"
            class={`c-${column}`}
            aria-sort={view.sort !== column ? 'none' : view.down ? 'descending' : 'ascending'}
          >
            <button type="button" onClick={() => sortBy(column)}>
              {t(`column_${column.toLowerCase()}`)}
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
                class={`row ${index === active ? 'active' : ''} ${row.host === opened ? 'opened' : ''}`}
                aria-rowindex={index + 2}
                aria-selected={selected.has(row.host)}
                data-host={row.host}
                data-standing={row.standing}
                data-part={row.part}
                style={{ transform: `translateY(${start}px)` }}
                onClick={(event) => {
                  setActive(index);
                  const isBox = event.target instanceof Element && event.target.closest('.pick') !== null;
                  // A row that is clicked shows its case; its box, or a key that is held, selects
                  // it.
                  if (isBox || event.shiftKey || event.ctrlKey || event.metaKey) toggle(index, event.shiftKey);
                  else open(row.host === opened ? null : row.host);
                }}
              >
                {/* biome-ignore lint/a11y/useSemanticElements: see above */}
                {/* biome-ignore lint/a11y/useFocusableInteractive: Space selects the row */}
                <div role="gridcell" class="pick">
                  <span class="box" aria-hidden="true">
                    {selected.has(row.host) ? '✓' : ''}
                  </span>
                </div>
                <Cells row={row} />
              </div>
            );
          })}
        </div>
      </div>
    </div>
  );
}

const SIGNS: Readonly<Record<Part, string>> = { clear: 'yes', fix: 'ask', cannot: 'no', unclear: 'dim' };

function Cells({ row }: { readonly row: NameRow }) {
  const { t } = useTranslation();
  // Where nothing is in the way, what is still open is no reason for anything.
  const why = row.part === 'clear' ? '' : whyText(row, t);
  const fix = sayFix(row.fix, t);
  const realName = row.realName === '' ? '' : realNameText(row.realName, t);
  const isSoon = row.expiresOn !== '' && hasFix(row.fixes, 'renew');
  const cells: Readonly<Record<Column, { readonly text: string; readonly tone?: string; readonly more?: string }>> = {
    display: { text: row.display },
    suffix: { text: `.${row.display.split('.').slice(-row.suffix.split('.').length).join('.')}` },
    registrar: { text: row.registrarName },
    expiresOn: { text: row.expiresOn, tone: isSoon ? 'ask strong' : '' },
    realName: { text: realName },
    part: { text: t(`tag_${row.part}`), tone: `tag ${SIGNS[row.part]}` },
    fix: { text: fix, more: why === '' ? '' : ` · ${why}` },
  };
  return (
    <>
      {COLUMNS.map((column) => {
        const { text, tone = '', more = '' } = cells[column];
        return (
          // biome-ignore lint/a11y/useSemanticElements: see above
          // biome-ignore lint/a11y/useFocusableInteractive: a cell to read
          <div key={column} role="gridcell" class={`c-${column}`} title={`${text}${more}`}>
            <span class={tone}>{text}</span>
            {more !== '' && <span class="dim">{more}</span>}
          </div>
        );
      })}
    </>
  );
}
