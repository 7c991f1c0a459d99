import { useState } from 'preact/hooks';
import type { Answers } from '../../domain/answers/answers.ts';
import { FIXES, PARTS } from '../../domain/portfolio/fixes.ts';
import {
  ALL_ROWS,
  COLUMNS,
  type Column,
  REAL_NAMES,
  type RealName,
  type View,
} from '../../domain/portfolio/row-view.ts';
import type { RulesetIndex } from '../../domain/ruleset/ruleset-index.ts';
import { numberText } from '../../i18n/number-text.ts';
import { sayFix } from '../../i18n/step-text.ts';
import type { Translate } from '../../i18n/translator.ts';
import { focusOn } from '../../ui/focus-on.ts';
import { useTranslation } from '../../ui/translation.ts';
import { Menu } from './menu.tsx';
import type { Bar, PlanSummary } from './worker-protocol.ts';

interface FilterProps {
  readonly view: View;
  readonly setView: (view: View) => void;
  /** What there is to narrow to; null before it is known. */
  readonly digest: Pick<PlanSummary, 'facets' | 'toDo' | 'blocked'> | null;
  readonly shown: number;
  readonly all: number;
}

/** Finding and narrowing by each column; all that narrows can be taken away at once. */
export function RowFilters({ view, setView, digest, shown, all }: FilterProps) {
  const { t } = useTranslation();
  const { sort, down, ...narrowing } = view;
  const { words, reason, ...byColumn } = narrowing;
  const narrowed = Object.values(byColumn).filter((one) => one !== null).length;
  const isNarrowed = narrowed > 0 || words !== '' || reason !== null;
  // Where the window has no room for the filters in a line.
  const [isUnfolded, setIsUnfolded] = useState(false);
  const narrow = (change: Partial<View>) => setView({ ...view, ...change });
  const { suffixes = [], registrars = [], months = [] } = digest?.facets ?? {};
  return (
    <div class="tools">
      <input
        type="search"
        aria-label={t('portfolio_find')}
        placeholder={t('portfolio_find')}
        value={view.words}
        onInput={(event) => narrow({ words: event.currentTarget.value })}
      />
      <button
        type="button"
        class={`unfold ${narrowed === 0 ? '' : 'on'}`}
        aria-expanded={isUnfolded}
        aria-controls="narrowing"
        onClick={() => setIsUnfolded(!isUnfolded)}
      >
        {narrowed === 0 ? t('filters') : `${t('filters')} (${narrowed})`}
      </button>
      <div id="narrowing" class={isUnfolded ? 'narrowing' : 'narrowing folded'}>
        <Filter column="suffix" value={view.suffix} options={suffixes} choose={(suffix) => narrow({ suffix })} />
        <Filter
          column="registrar"
          value={view.registrar}
          options={registrars}
          choose={(registrar) => narrow({ registrar })}
        />
        <Filter column="expiresOn" value={view.month} options={months} choose={(month) => narrow({ month })} />
        <Filter
          column="realName"
          value={view.realName}
          options={REAL_NAMES.map((key) => ({ key, label: realNameText(key, t) }))}
          choose={(key) => narrow({ realName: REAL_NAMES.find((one) => one === key) ?? null })}
        />
        <Filter
          column="part"
          value={view.part}
          options={PARTS.map((key) => ({ key, label: t(`part_${key}`) }))}
          choose={(key) => narrow({ part: PARTS.find((one) => one === key) ?? null })}
        />
        <Filter
          column="fix"
          value={view.fix}
          options={(digest?.toDo ?? []).map(({ fix, count }) => ({
            key: fix,
            label: sayFix(fix, t),
            count,
          }))}
          choose={(key) => narrow({ fix: FIXES.find((one) => one === key) ?? null })}
        />
        <Sort view={view} setView={setView} />
      </div>
      {isNarrowed && (
        <button
          type="button"
          class="quiet"
          onClick={() => {
            setView({ ...ALL_ROWS, sort, down });
            focusOn('.tools input');
          }}
        >
          {t('filter_clear')}
        </button>
      )}
      <span class="dim" role="status">
        {t('portfolio_shown', { shown, all })}
      </span>
    </div>
  );
}

/** Sorts by any column where the window has no room for the heads of all. */
function Sort({ view, setView }: Pick<FilterProps, 'view' | 'setView'>) {
  const { t } = useTranslation();
  function choose(value: string): void {
    const [name, direction] = value.split(' ');
    setView({ ...view, sort: COLUMNS.find((column) => column === name) ?? null, down: direction === 'down' });
  }
  return (
    <select
      class="sort"
      aria-label={t('sort_by')}
      value={view.sort === null ? '' : `${view.sort} ${view.down ? 'down' : 'up'}`}
      onChange={(event) => choose(event.currentTarget.value)}
    >
      <option value="">{t('sort_added')}</option>
      {COLUMNS.map((column) => {
        const name = t(`column_${column.toLowerCase()}`);
        return (
          <>
            <option value={`${column} up`}>{name} ↑</option>
            <option value={`${column} down`}>{name} ↓</option>
          </>
        );
      })}
    </select>
  );
}

/** Narrows the rows to one value of a column. */
function Filter({
  column,
  value,
  options,
  choose,
}: {
  readonly column: Column;
  readonly value: string | null;
  readonly options: readonly (Pick<Bar, 'key' | 'label'> & { readonly count?: number })[];
  readonly choose: (key: string | null) => void;
}) {
  const { locale, t } = useTranslation();
  const name = t(`column_${column.toLowerCase()}`);
  return (
    <select
      class={`by-${column} ${value === null ? '' : 'on'}`}
      aria-label={name}
      value={value ?? ''}
      onChange={(event) => choose(event.currentTarget.value || null)}
    >
      <option value="">{name}</option>
      {options.map(({ key, label, count }) => (
        <option key={key} value={key}>
          {count === undefined ? label : `${label} (${numberText(count, locale)})`}
        </option>
      ))}
    </select>
  );
}

/** Returns what is known of a real-name verification, in words. */
export function realNameText(state: RealName, t: Translate): string {
  if (state === 'unknown') return t('name_unknown');
  return t(state === 'done' ? 'name_verified' : 'name_not_verified');
}

interface BulkProps {
  readonly count: number;
  readonly tell: (answers: Answers) => void;
  readonly group: (site: string) => void;
  readonly remove: () => void;
  readonly copy: () => void;
  /** Shows the two domains that are chosen side by side; null where they are not two. */
  readonly compare: (() => void) | null;
  readonly clear: () => void;
  readonly facts: RulesetIndex;
}

/** What is done with all rows that are chosen. */
export function BulkBar({ count, tell, group, remove, copy, compare, clear, facts }: BulkProps) {
  const { t } = useTranslation();
  const [site, setSite] = useState('');
  return (
    <form
      class="chosen"
      aria-label={t('portfolio_chosen', { count })}
      onSubmit={(event) => {
        event.preventDefault();
        group(site.trim());
      }}
    >
      <b>{t('portfolio_chosen', { count })}</b>
      <RegistrarSelect
        label={t('bulk_registrar')}
        value=""
        onChange={(registrar) => registrar !== undefined && tell({ registrar })}
        facts={facts}
      />
      <select
        aria-label={t('bulk_real_name')}
        value=""
        onChange={(event) => {
          const { value } = event.currentTarget;
          if (value === 'done' || value === 'not-done') tell({ realName: value });
        }}
      >
        <option value="">{t('bulk_real_name')}</option>
        <option value="done">{t('name_verified')}</option>
        <option value="not-done">{t('name_not_verified')}</option>
      </select>
      <select
        aria-label={t('bulk_filing')}
        value=""
        onChange={(event) => {
          const { value } = event.currentTarget;
          if (value === 'own' || value === 'other' || value === 'none') tell({ record: value });
        }}
      >
        <option value="">{t('bulk_filing')}</option>
        <option value="own">{t('record_own')}</option>
        <option value="none">{t('record_none')}</option>
        <option value="other">{t('record_other')}</option>
      </select>
      <Menu id="site" label={t('portfolio_same_site')}>
        <label>
          {t('portfolio_site_name')}{' '}
          <input type="text" value={site} onInput={(event) => setSite(event.currentTarget.value)} />
        </label>
        <button type="submit">{t('portfolio_group')}</button>
      </Menu>
      {compare !== null && (
        <button type="button" class="compare" onClick={compare}>
          {t('bulk_compare')}
        </button>
      )}
      <button type="button" onClick={copy}>
        {t('bulk_copy')}
      </button>
      <button type="button" class="remove" onClick={remove}>
        {t('portfolio_remove')}
      </button>
      <button type="button" class="quiet" onClick={clear}>
        {t('bulk_clear')}
      </button>
    </form>
  );
}

/** All registrars of the rules, by their names. */
export function RegistrarSelect({
  label,
  value,
  onChange,
  facts,
}: {
  readonly label: string;
  readonly value: string;
  readonly onChange: (registrar: string | undefined) => void;
  readonly facts: RulesetIndex;
}) {
  const { locale } = useTranslation();
  const options = facts.rules.registrars
    .map(({ id, name }) => ({ id, name: name[locale] }))
    .sort((a, b) => a.name.localeCompare(b.name, locale.replace('_', '-')));
  return (
    <select aria-label={label} value={value} onChange={(event) => onChange(event.currentTarget.value || undefined)}>
      <option value="">{label}</option>
      {value !== '' && !options.some(({ id }) => id === value) && <option value={value}>{value}</option>}
      {options.map(({ id, name }) => (
        <option key={id} value={id}>
          {name}
        </option>
      ))}
    </select>
  );
}
