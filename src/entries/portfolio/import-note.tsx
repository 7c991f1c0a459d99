import { useState } from 'preact/hooks';
import type { ColumnChoice } from '../../domain/portfolio/read-table.ts';
import type { DateOrder, RecordField } from '../../domain/ruleset/record-words.ts';
import { Icon } from '../../ui/icon.tsx';
import { useTranslation } from '../../ui/translation.ts';
import type { LastImport } from './import-queue.ts';

/** What a column can be taken for here. */
const FIELDS = [
  'domain',
  'registrar',
  'iana',
  'registered',
  'transferred',
  'expires',
  'realName',
  'realNameOn',
  'status',
  'lock',
  'filing',
  'filingState',
  'holderKind',
] as const satisfies readonly RecordField[];

interface Props {
  readonly last: LastImport;
  readonly readAgain: (choice: ColumnChoice) => void;
  readonly close: () => void;
}

/**
 * What was read of the last file, and how; each column can be said to be something else, and days
 * that read two ways are asked about.
 */
export function ImportNote({ last, readAgain, close }: Props) {
  const { t } = useTranslation();
  const [isOpen, setOpen] = useState(false);
  const { file, table, said } = last;
  const name = file ?? t('portfolio_pasted');
  const head = table?.head.join('\n') ?? '';
  // What was chosen counts at once: the next choice may come before the file is read again.
  const [made, setMade] = useState<{ readonly head: string; readonly choice: ColumnChoice } | null>(null);
  const chosen = made?.head === head ? made.choice : (table?.choice ?? { fields: [], order: null });
  const columns = table?.head.map((label, index) => ({ label, index, field: chosen.fields[index] ?? null })) ?? [];
  const isUsed = ({ field, index }: { readonly field: RecordField | null; readonly index: number }) =>
    index === table?.suffix || FIELDS.some((one) => one === field);
  const list = (some: typeof columns) => some.map(({ label }) => label || '–').join(t('list_separator'));
  const used = columns.filter(isUsed);
  const unused = columns.filter((one) => !isUsed(one));
  function choose(order: DateOrder | null, fields = chosen.fields): void {
    const choice = { fields, order };
    setMade({ head, choice });
    readAgain(choice);
  }
  return (
    <section class="map" aria-label={t('read_title')}>
      <p>
        <b>{name}</b> · {said}
        {used.length > 0 && ` ${t('read_columns', { columns: list(used) })}`}
        {table !== null && unused.length > 0 && ` ${t('read_unused', { columns: list(unused) })}`}
      </p>
      {table !== null && table.asks === null && (
        <button type="button" class="quiet" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
          {t('read_change')}
        </button>
      )}
      <button type="button" class="quiet icon-only" aria-label={t('read_close')} onClick={close}>
        <Icon name="close" />
      </button>
      {table !== null && table.asks !== null && (
        <p class="asks" role="alert">
          {t('read_order', { date: table.asks })}{' '}
          <button type="button" onClick={() => choose('dmy')}>
            {t('read_day_first', { date: spoken(table.asks, 'dmy') })}
          </button>{' '}
          <button type="button" onClick={() => choose('mdy')}>
            {t('read_month_first', { date: spoken(table.asks, 'mdy') })}
          </button>
        </p>
      )}
      {table !== null && isOpen && (
        <ul class="columns">
          {columns.map(({ label, field }, index) => (
            <li key={index}>
              <label>
                <span>
                  <b>{label || index + 1}</b> <span class="dim">{(table.sample[index] ?? '').slice(0, 40)}</span>
                </span>
                <select
                  value={FIELDS.find((one) => one === field) ?? ''}
                  onChange={(event) => {
                    const meant = FIELDS.find((one) => one === event.currentTarget.value) ?? null;
                    const fields = chosen.fields.map((one, at) =>
                      at === index ? meant : meant === 'domain' && one === 'domain' ? null : one,
                    );
                    if (fields.includes('domain')) choose(chosen.order, fields);
                  }}
                >
                  <option value="">{t('field_none')}</option>
                  {FIELDS.map((one) => (
                    <option key={one} value={one}>
                      {t(`field_${one.toLowerCase()}`)}
                    </option>
                  ))}
                </select>
              </label>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

/** The day that a text is in one of the orders; the text where it is none. */
function spoken(text: string, order: 'dmy' | 'mdy'): string {
  const match = /(\d{1,2})\D(\d{1,2})\D(\d{4})/.exec(text);
  if (match === null) return text;
  const [, first = '', second = '', year = ''] = match;
  const [day, month] = order === 'dmy' ? [first, second] : [second, first];
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}
