import { useState } from 'preact/hooks';
import { MOST_CHARACTERS } from '../../domain/portfolio/portfolio-record.ts';
import { focusOn } from '../../ui/focus-on.ts';
import { Icon } from '../../ui/icon.tsx';
import { useTranslation } from '../../ui/translation.ts';
import { Menu } from './menu.tsx';
import type { PortfolioSession, PortfolioSessionView } from './portfolio-session.ts';
import type { ExportForm } from './worker-protocol.ts';

export type Output = ExportForm | 'copy' | 'print' | 'all';

const OUTPUTS: readonly (readonly [Output, string])[] = [
  ['csv', 'CSV'],
  ['xlsx', 'Excel (XLSX)'],
  ['markdown', 'Markdown'],
  ['json', 'JSON'],
];

interface Props {
  readonly session: PortfolioSession;
  readonly on: PortfolioSessionView;
  /** Whether there is something to be taken along. */
  readonly isFilled: boolean;
  readonly isAdding: boolean;
  readonly toggleAdding: () => void;
  readonly rename: (name: string) => void;
  readonly beginNew: () => void;
  readonly leave: () => void;
  readonly remove: () => Promise<void>;
  readonly undo: () => void;
  readonly output: (what: Output) => void;
}

/** Which portfolio is open and whether it is kept; undo, export and "add" at hand. */
export function TopBar({
  session,
  on: { portfolio, others, state, canUndo },
  isFilled,
  isAdding,
  toggleAdding,
  rename,
  beginNew,
  leave,
  remove,
  undo,
  output,
}: Props) {
  const { t } = useTranslation();
  return (
    <header class="top bar">
      <img src="/icons/icon-48.png" width={28} height={28} alt="" />
      <h1 tabIndex={-1}>{t('portfolio_title')}</h1>
      <Menu id="portfolios" label={portfolio.name}>
        <NameField key={portfolio.id} name={portfolio.name} rename={rename} />
        {others.length > 0 && (
          <label>
            {t('portfolio_open')}{' '}
            <select
              value={portfolio.id}
              onChange={(event) => {
                leave();
                void session.open(event.currentTarget.value);
              }}
            >
              {!others.some((one) => one.id === portfolio.id) && <option value={portfolio.id}>{portfolio.name}</option>}
              {others.map((one) => (
                <option key={one.id} value={one.id}>
                  {one.name}
                </option>
              ))}
            </select>
          </label>
        )}
        <p class="actions">
          <button type="button" onClick={beginNew}>
            {t('portfolio_new')}
          </button>
          <DeleteButton remove={remove} />
        </p>
      </Menu>
      <span role="status" class={`state ${state === 'failed' || state === 'conflict' ? 'no' : 'dim'}`}>
        {state === 'untouched' ? '' : t(`save_${state}`)}
      </span>
      {state === 'conflict' && (
        <button
          type="button"
          onClick={() => {
            session.keepCopy(t('portfolio_copy_of', { name: portfolio.name }));
            focusOn('.portfolios summary');
          }}
        >
          {t('portfolio_keep_copy')}
        </button>
      )}
      <span class="space" />
      {/* Not `disabled`: the last step back would take the focus away. */}
      {(isFilled || canUndo) && (
        <button type="button" class="quiet" aria-disabled={!canUndo} onClick={undo}>
          <Icon name="undo" />
          {t('portfolio_undo')}
        </button>
      )}
      {isFilled && (
        <Menu id="out" label={t('portfolio_export')}>
          {OUTPUTS.map(([form, label]) => (
            <button type="button" key={form} onClick={() => output(form)}>
              {label}
            </button>
          ))}
          <button type="button" onClick={() => output('calendar')}>
            {t('portfolio_calendar')}
          </button>
          <button type="button" onClick={() => output('copy')}>
            {t('steps_copy')}
          </button>
          <button type="button" onClick={() => output('print')}>
            {t('portfolio_print')}
          </button>
          <button type="button" onClick={() => output('all')}>
            {t('portfolio_export_all')}
          </button>
        </Menu>
      )}
      {isFilled && (
        <button type="button" class="main add-names" aria-expanded={isAdding} onClick={toggleAdding}>
          <Icon name="plus" />
          {t('portfolio_add_names')}
        </button>
      )}
    </header>
  );
}

/** A name that is being written is the field's own: the page is drawn anew while it works. */
function NameField({ name, rename }: { readonly name: string; readonly rename: (name: string) => void }) {
  const { t } = useTranslation();
  const [draft, setDraft] = useState<string | null>(null);
  return (
    <label>
      {t('portfolio_name')}{' '}
      <input
        type="text"
        value={draft ?? name}
        maxLength={MOST_CHARACTERS}
        onInput={(event) => setDraft(event.currentTarget.value)}
        onChange={(event) => {
          rename(event.currentTarget.value);
          setDraft(null);
        }}
      />
    </label>
  );
}

/** Asks once more in place: a portfolio is work. */
function DeleteButton({ remove }: { readonly remove: () => Promise<void> }) {
  const { t } = useTranslation();
  const [isSure, setSure] = useState(false);
  return (
    <button
      type="button"
      onBlur={() => setSure(false)}
      onClick={(event) => {
        // The second half of a double click is no second thought.
        if (event.detail > 1) return;
        if (isSure) void remove().then(() => setSure(false));
        else setSure(true);
      }}
    >
      {isSure ? t('portfolio_delete_sure') : t('portfolio_delete')}
    </button>
  );
}
