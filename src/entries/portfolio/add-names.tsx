import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { sayFix } from '../../i18n/step-text.ts';
import { focusOn } from '../../ui/focus-on.ts';
import { Icon } from '../../ui/icon.tsx';
import { OutcomeIcon } from '../../ui/outcome-icon.tsx';
import { useTranslation } from '../../ui/translation.ts';

/** Names that show what the page does: made up, of every kind. */
const EXAMPLE = `Domain,Registrar,Registration Date,Expiry Date,Real-name status,Status
brand-tea.cn,Alibaba Cloud,2019-04-02,2028-04-02,verified,ok
brand-tea.com,GoDaddy,2016-01-12,2028-01-12,,ok
brand-tea.net,Tencent Cloud,2021-06-20,2027-12-20,verified,ok
brand-tea.com.cn,Alibaba Cloud,2020-03-01,2028-03-01,not verified,serverHold
brand-tea.top,Namecheap,2022-08-08,2027-08-08,,ok
brand-tea.io,Namecheap,2020-02-02,2028-02-02,,ok
brand-tea.dev,GoDaddy,2021-05-05,2027-05-05,,ok
brand-tea.xyz,Alibaba Cloud,2023-10-10,2028-10-10,not verified,ok
brand-shop.cn,Tencent Cloud,2018-09-09,2027-09-09,verified,ok
brand-shop.com,GoDaddy,2015-11-30,2027-11-30,,clientTransferProhibited
brand-shop.store,GoDaddy,2022-07-01,2027-07-01,,ok
brand-shop.ai,Namecheap,2023-03-15,2027-03-15,,ok
`;

/** What an export looks like, and what comes of one. */
const SEEN = EXAMPLE.split('\n')
  .slice(1, 3)
  .map((line) => line.split(','))
  .map(([domain, registrar, , expires]) => [domain, registrar, expires] as const);
const FIXED = [
  ['file', 'pass', 296],
  ['move-registrar', 'needs-answer', 546],
  ['replace-suffix', 'fail', 509],
] as const;
const PLANNED = [
  ['websites', 'globe', 296],
  ['orders', 'doc', 30],
  ['servers', 'server', 60],
] as const;

/**
 * Characters that the field shows. Browsers lay out every line of a field: a hundred thousand of
 * them hold the page for seconds when they come, and again when they go.
 */
const MOST_SHOWN = 20_000;

interface Props {
  readonly add: (given: readonly (string | File)[]) => Promise<void>;
  /** Whether nothing is there yet: the page has nothing else to show. */
  readonly isFirst: boolean;
}

/**
 * Open, paste or type; what is in it is read by the worker. Files can be dropped anywhere on the
 * page.
 */
export function AddNames({ add, isFirst }: Props) {
  const { t } = useTranslation();
  const form = useRef<HTMLFormElement>(null);
  // It goes once the first names are there.
  useLayoutEffect(() => {
    const own = form.current;
    return () => {
      if (own?.contains(document.activeElement)) focusOn('h1');
    };
  }, []);
  const [text, setText] = useState('');
  /** Texts that are too long for the field, and are added with it. */
  const [held, setHeld] = useState<readonly { readonly text: string; readonly lines: number }[]>([]);
  /** Returns whether a text is kept beside the field. */
  const hold = (long: string) => {
    if (long.length <= MOST_SHOWN) return false;
    setHeld((before) => [...before, { text: long, lines: linesIn(long) }]);
    return true;
  };
  return (
    <form
      ref={form}
      class={`intake ${isFirst ? 'first' : ''}`}
      onSubmit={(event) => {
        event.preventDefault();
        const given = [...held.map((one) => one.text), text].filter((one) => one.trim() !== '');
        if (given.length === 0) return;
        void add(given);
        setText('');
        setHeld([]);
      }}
    >
      {isFirst && <Icon name="in" size={32} />}
      <h2>{t('drop_title')}</h2>
      <p class="small">{t('drop_text')}</p>
      <p class="actions">
        <FileButton label={t('drop_file')} main add={add} />
        <FileButton label={t('drop_folder')} folder add={add} />
        {isFirst && (
          <button type="button" class="quiet" onClick={() => void add([EXAMPLE])}>
            {t('drop_example')}
          </button>
        )}
      </p>
      <label>
        {t('portfolio_in')}
        <textarea
          rows={3}
          spellcheck={false}
          placeholder={'example.com\nexample.cn, www.example.net'}
          value={text}
          onPaste={(event) => {
            if (hold(event.clipboardData?.getData('text/plain') ?? '')) event.preventDefault();
          }}
          onInput={({ currentTarget: field }) => {
            const isHeld = hold(field.value);
            // Before it is laid out.
            if (isHeld) field.value = '';
            setText(field.value);
          }}
        />
      </label>
      <div role="status" class="held">
        {held.length > 0 && (
          <p class="actions">
            <span>{t('portfolio_held', { count: held.reduce((sum, { lines }) => sum + lines, 0) })}</span>
            <button type="button" class="quiet" onClick={() => setHeld([])}>
              {t('portfolio_remove')}
            </button>
          </p>
        )}
      </div>
      <p class="actions">
        <button type="submit">{t('portfolio_add')}</button>
      </p>
    </form>
  );
}

function linesIn(text: string): number {
  return (text.trim().match(/\r\n|\r|\n/g)?.length ?? 0) + 1;
}

/**
 * The browser's own field says "no file chosen" for ever: it is there for the keyboard, and its
 * label is what is seen.
 */
function FileButton({
  label,
  folder = false,
  main = false,
  add,
}: {
  readonly label: string;
  readonly folder?: boolean;
  readonly main?: boolean;
  readonly add: Props['add'];
}) {
  const field = useRef<HTMLInputElement>(null);
  return (
    <label class={`file ${main ? 'main' : ''}`}>
      <input
        ref={field}
        type="file"
        multiple
        {...(folder ? { webkitdirectory: true } : { accept: '.txt,.csv,.tsv,.json,.jsonl,.zone,.xlsx,.html,text/*' })}
        onChange={() => {
          void add([...(field.current?.files ?? [])]).then(() => {
            if (field.current !== null) field.current.value = '';
          });
        }}
      />
      <span>{label}</span>
    </label>
  );
}

/** What the page does, in three steps, where nothing is there yet. */
export function HowItWorks() {
  const { t } = useTranslation();
  return (
    <div class="three">
      <section class="panel">
        <h2>{t('how_columns')}</h2>
        <table>
          <thead>
            <tr>
              {['display', 'registrar', 'expireson'].map((column) => (
                <th key={column} scope="col">
                  {t(`column_${column}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {SEEN.map(([domain, registrar, expires]) => (
              <tr key={domain}>
                <td>{domain}</td>
                <td>{registrar}</td>
                <td>{expires}</td>
              </tr>
            ))}
          </tbody>
        </table>
        <p class="small">{t('how_columns_text')}</p>
      </section>
      <section class="panel">
        <h2>{t('how_fixes')}</h2>
        <ul>
          {FIXED.map(([fix, outcome, count]) => (
            <li key={fix}>
              <OutcomeIcon outcome={outcome} size={16} />
              <span>{sayFix(fix, t)}</span> <b>{count}</b>
            </li>
          ))}
        </ul>
        <p class="small">{t('how_fixes_text')}</p>
      </section>
      <section class="panel">
        <h2>{t('how_filings')}</h2>
        <ul>
          {PLANNED.map(([total, sign, count]) => (
            <li key={total}>
              <Icon name={sign} size={16} />
              <span>{t(`total_${total}`)}</span> <b>{count}</b>
            </li>
          ))}
        </ul>
        <p class="small">{t('how_filings_text')}</p>
      </section>
    </div>
  );
}
