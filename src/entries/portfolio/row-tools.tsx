import { useState } from 'preact/hooks';
import type { Answers } from '../../domain/answers/answers.ts';
import { PARTS, type Part } from '../../domain/portfolio/fixes.ts';
import { ALL_ROWS, type View } from '../../domain/portfolio/row-view.ts';
import type { RulesetIndex } from '../../domain/ruleset/ruleset-index.ts';
import { focusOn } from '../../ui/focus-on.ts';
import { useTranslation } from '../../ui/translation.ts';
import type { Bar } from './worker-protocol.ts';

interface FilterProps {
  readonly view: View;
  readonly setView: (view: View) => void;
  readonly registrars: readonly Bar[];
  readonly shown: number;
  readonly all: number;
}

/** Finding and narrowing; all that narrows can be taken away at once. */
export function RowFilters({ view, setView, registrars, shown, all }: FilterProps) {
  const { t } = useTranslation();
  const { sort, down, ...narrowing } = view;
  const isNarrowed = Object.values(narrowing).some((one) => one !== null && one !== '');
  return (
    <p class="tools">
      <input
        type="search"
        aria-label={t('portfolio_find')}
        placeholder={t('portfolio_find')}
        value={view.words}
        onInput={(event) => setView({ ...view, words: event.currentTarget.value })}
      />
      <select
        class="by-part"
        aria-label={t('column_part')}
        value={view.part ?? ''}
        onChange={(event) =>
          setView({ ...view, part: PARTS.find((one): one is Part => one === event.currentTarget.value) ?? null })
        }
      >
        <option value="">{t('filter_result')}</option>
        {PARTS.map((one) => (
          <option key={one} value={one}>
            {t(`part_${one}`)}
          </option>
        ))}
      </select>
      <select
        class="by-registrar"
        aria-label={t('column_registrar')}
        value={view.registrar ?? ''}
        onChange={(event) => setView({ ...view, registrar: event.currentTarget.value || null })}
      >
        <option value="">{t('filter_registrar')}</option>
        {registrars.map(({ key, label }) => (
          <option key={key} value={key}>
            {label}
          </option>
        ))}
      </select>
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
    </p>
  );
}

interface BulkProps {
  readonly count: number;
  readonly tell: (answers: Answers) => void;
  readonly group: (site: string) => void;
  readonly remove: () => void;
  readonly copy: () => void;
  readonly clear: () => void;
  readonly facts: RulesetIndex;
}

/** What is done with all rows that are chosen. */
export function BulkBar({ count, tell, group, remove, copy, clear, facts }: BulkProps) {
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
      <label>
        {t('portfolio_same_site')}{' '}
        <input type="text" value={site} onInput={(event) => setSite(event.currentTarget.value)} />
      </label>
      <button type="submit">{t('portfolio_group')}</button>
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
