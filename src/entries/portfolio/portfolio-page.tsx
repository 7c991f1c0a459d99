/** The portfolio page: names in, a table of them, the plan, and ways to take it along. */

import { useEffect, useRef, useState } from 'preact/hooks';
import type { PersonalAnswers } from '../../domain/answers/answers.ts';
import type { Locale } from '../../domain/common/locale.ts';
import type { Rejected } from '../../domain/portfolio/entry.ts';
import { changesOf, nameOf, type Plan } from '../../domain/portfolio/filing-plan.ts';
import {
  type Entries,
  emptyPortfolio,
  fileOf,
  joined,
  MOST_CHARACTERS,
  MOST_ENTRIES,
  NO_ENTRIES,
  type Portfolio,
  packed,
  unpacked,
} from '../../domain/portfolio/portfolio-record.ts';
import type { View } from '../../domain/portfolio/row-view.ts';
import type { RulesetIndex } from '../../domain/ruleset/ruleset-index.ts';
import { rulesText } from '../../i18n/loaded-mark.ts';
import { refusalText } from '../../i18n/refusal-text.ts';
import type { Messages, Translate } from '../../i18n/translator.ts';
import type { Store } from '../../storage/portfolio-store.ts';
import { ProviderField, ProvinceField, type SetAnswer, SubjectField } from '../../ui/answer-fields.tsx';
import { copy } from '../../ui/copy-button.tsx';
import { focusOn } from '../../ui/focus-on.ts';
import { LoadedMark } from '../../ui/loaded-mark.tsx';
import { save as saveFile } from '../../ui/save-file.ts';
import { Charts } from './charts.tsx';
import { rejectedText } from './export-plan.ts';
import { PlanView } from './plan-view.tsx';
import { createPortfolioSession } from './portfolio-session.ts';
import { RowTable } from './row-table.tsx';
import { type Read, usePortfolioWorker } from './use-portfolio-worker.ts';
import type { ExportForm } from './worker-protocol.ts';

interface Props {
  readonly first: Portfolio;
  /** What the person said of themselves elsewhere: every portfolio begins with it. */
  readonly answers: PersonalAnswers;
  readonly kept: readonly Portfolio[];
  /** Names that were brought along. */
  readonly names: string;
  readonly store: Store;
  readonly facts: RulesetIndex;
  readonly locale: Locale;
  readonly messages: Messages;
  readonly t: Translate;
}

const STANDINGS = ['eligible', 'depends', 'unknown', 'ineligible'] as const;
const ALL: View = { words: '', standing: '', sort: null, down: false };

export function PortfolioPage({ first, answers, kept, names, store, facts, locale, messages, t }: Props) {
  const [desk] = useState(() => createPortfolioSession(store, first, kept, (now) => setOnDesk(now)));
  const [{ portfolio, others, state, canUndo, unsaved }, setOnDesk] = useState(desk.view);
  const [view, setView] = useState(ALL);
  const [selected, select] = useState<ReadonlySet<string>>(new Set());
  const [note, setNote] = useState('');
  const work = usePortfolioWorker(portfolio, view, facts.rules, { locale, messages });
  /** For what takes its time: as it is when that is done. */
  const now = useRef(work);
  now.current = work;
  const before = useRef<Plan | null>(null);
  const adding = useRef<Promise<unknown>>(Promise.resolve());

  /** Against the plan as it was when the person last changed something. */
  const changes = work.digest && before.current ? changesOf(before.current, work.digest.plan) : [];

  useEffect(() => {
    if (names.trim() === '') return;
    // Loading the page again must not bring back what was taken out meanwhile.
    void add([names]).then(() => history.replaceState(null, '', location.pathname));
  }, []);

  /** What the next plan will be compared with. */
  function keepPlan(): void {
    const { digest, isBusy } = now.current;
    if (digest && !isBusy) before.current = digest.plan;
  }

  function change(make: (open: Portfolio) => Portfolio): void {
    keepPlan();
    desk.change(make);
  }

  /** Another portfolio is about to be opened. */
  function leave(): void {
    before.current = null;
    select(new Set());
    setNote('');
  }

  /** Names, or portfolios from files; one after the other, so that each is told from what the one before it brought. */
  function add(given: readonly (string | File)[]): Promise<void> {
    const { id } = portfolio;
    const added = adding.current.then(() => addTo(id, given));
    adding.current = added;
    return added;
  }

  async function addTo(id: string, given: readonly (string | File)[]): Promise<void> {
    const isOpen = () => desk.view.portfolio.id === id;
    const said: string[] = [];
    const rejected: Rejected[] = [];
    let added = 0;
    let isThere = true;
    let takenIn: number | null = null;

    async function put(entries: Entries): Promise<void> {
      if (isOpen()) keepPlan();
      isThere &&= await desk.changeOf(id, (one) => {
        const isTooMuch = one.entries.lines.length + entries.lines.length > MOST_ENTRIES;
        if (isTooMuch) said.push(t('portfolio_full', { count: MOST_ENTRIES }));
        else added += entries.lines.length;
        return { ...one, entries: isTooMuch ? one.entries : joined(one.entries, entries), rejected: [...rejected] };
      });
    }

    for (const one of given) {
      const known = desk.getAll().find((other) => other.id === id)?.entries.names ?? '';
      const read = await now.current.read(one, known);
      if (read.kind === 'portfolios') {
        leave();
        takenIn = (takenIn ?? 0) + (await desk.importPortfolios(read.portfolios));
      } else if (read.kind === 'read') {
        rejected.push(...read.rejected);
        await put(read.entries);
      } else {
        const file = typeof one === 'string' ? t('portfolio_pasted') : one.name;
        said.push(notRead(read, file, t));
        rejected.push({ line: 1, input: file, why: 'no-domain' });
        await put(NO_ENTRIES);
      }
    }
    if (takenIn !== null) said.unshift(t('portfolio_taken_in', { count: takenIn }));
    const name = desk.getAll().find((other) => other.id === id)?.name ?? '';
    const counts = { added, rejected: rejected.length };
    if (!isThere) said.push(t('portfolio_gone'));
    else if (takenIn === null || added + rejected.length > 0)
      said.push(isOpen() ? t('portfolio_added', counts) : t('portfolio_added_to', { ...counts, name }));
    setNote(said.join(' '));
  }

  async function write(form: ExportForm, then: (text: string) => void | Promise<void>): Promise<void> {
    const text = await work.write(form);
    if (text === null) setNote(t('portfolio_not_written'));
    else await then(text);
  }

  const tell: SetAnswer = (name, value) =>
    change((open) => {
      const { [name as 'province']: _, ...rest } = open.answers;
      return { ...open, answers: value === undefined ? rest : { ...rest, [name]: value } };
    });

  /** The form for what is selected goes; the table that it is about stays. */
  function unselect(): void {
    select(new Set());
    focusOn('.grid');
  }

  const fresh = () => ({ ...emptyPortfolio(crypto.randomUUID(), t('portfolio_first')), answers });
  const chosen = work.rows.filter((row) => selected.has(row.host));
  const province = facts.provinces.get(portfolio.answers.province ?? '')?.name[locale] ?? t('answer_unknown');
  const file = portfolio.name.replace(/[^\p{L}\p{N}._-]+/gu, '-') || 'portfolio';

  return (
    <main data-busy={work.isBusy} data-rows={work.rows.length} data-shown={work.order.length} data-save={state}>
      <header>
        <h1>{t('portfolio_title')}</h1>
        <p>{t('portfolio_lead')}</p>
        <LoadedMark rules={facts.rules} t={t} />
      </header>

      <section class="bar">
        <NameField
          key={portfolio.id}
          name={portfolio.name}
          rename={(name) => change((open) => ({ ...open, name }))}
          t={t}
        />
        {others.length > 0 && (
          <label>
            {t('portfolio_open')}{' '}
            <select
              value={portfolio.id}
              onChange={(event) => {
                leave();
                void desk.open(event.currentTarget.value);
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
        <span class="actions">
          <button
            type="button"
            onClick={() => {
              leave();
              desk.begin(fresh());
            }}
          >
            {t('portfolio_new')}
          </button>
          {/* Not `disabled`: the last step back would take the focus away. */}
          <button type="button" aria-disabled={!canUndo} onClick={desk.undo}>
            {t('portfolio_undo')}
          </button>
          <DeleteButton
            t={t}
            remove={async () => {
              leave();
              if (!(await desk.remove(fresh()))) setNote(t('portfolio_not_deleted'));
            }}
          />
        </span>
        <span role="status" class={`state ${state === 'failed' || state === 'conflict' ? 'no' : 'dim'}`}>
          {state === 'untouched' ? '' : t(`save_${state}`)}
        </span>
        {state === 'conflict' && (
          <button
            type="button"
            onClick={() => {
              desk.keepCopy(t('portfolio_copy_of', { name: portfolio.name }));
              focusOn('.bar input');
            }}
          >
            {t('portfolio_keep_copy')}
          </button>
        )}
      </section>

      {work.hasFailed && (
        <p class="notice" role="alert">
          {t('portfolio_stopped')}{' '}
          <button type="button" onClick={() => location.reload()}>
            {t('portfolio_reload')}
          </button>
        </p>
      )}
      {unsaved.length > 0 && (
        <p class="notice" role="alert">
          {t('portfolio_unsaved', { names: unsaved.map((one) => one.name).join(t('list_separator')) })}
        </p>
      )}
      <NamesIn add={add} t={t} />
      {work.waitsFor && (
        <p class="progress waits" role="status">
          {work.waitsFor.kind === 'file'
            ? t('portfolio_waits_file', { file: work.waitsFor.file })
            : t(`portfolio_waits_${work.waitsFor.kind}`)}{' '}
          <button
            type="button"
            onClick={() => {
              work.stopWaiting();
              focusOn('.intake textarea');
            }}
          >
            {t('portfolio_cancel')}
          </button>
        </p>
      )}
      <p role="status" class="note">
        {note}
      </p>
      <RejectedList rejected={portfolio.rejected} t={t} />

      {portfolio.entries.lines.length > 0 && (
        <>
          <section class="about">
            <ProvinceField answers={portfolio.answers} setAnswer={tell} facts={facts} locale={locale} t={t} />
            <SubjectField answers={portfolio.answers} setAnswer={tell} facts={facts} locale={locale} t={t} />
            <ProviderField answers={portfolio.answers} setAnswer={tell} facts={facts} locale={locale} t={t} />
          </section>
          {(work.isBusy || work.isCut) && (
            <p class="progress" role="status">
              {work.isCut ? (
                t('portfolio_cut', { done: work.rows.length, all: portfolio.entries.lines.length })
              ) : (
                <>
                  <progress
                    value={work.rows.length}
                    max={portfolio.entries.lines.length}
                    aria-label={t('portfolio_progress')}
                  />{' '}
                  <button
                    type="button"
                    onClick={() => {
                      work.cancel();
                      focusOn('.grid');
                    }}
                  >
                    {t('portfolio_cancel')}
                  </button>
                </>
              )}
            </p>
          )}
          {work.digest && <Charts digest={work.digest} province={province} t={t} />}

          <section>
            <h2>{t('portfolio_table')}</h2>
            <p class="bar">
              <label>
                {t('portfolio_filter')}{' '}
                <input
                  type="search"
                  value={view.words}
                  onInput={(event) => setView({ ...view, words: event.currentTarget.value })}
                />
              </label>
              <label>
                {t('column_standing')}{' '}
                <select
                  value={view.standing}
                  onChange={(event) => setView({ ...view, standing: event.currentTarget.value })}
                >
                  <option value="">{t('portfolio_any')}</option>
                  {STANDINGS.map((one) => (
                    <option key={one} value={one}>
                      {t(`standing_${one}`)}
                    </option>
                  ))}
                </select>
              </label>
              <span class="dim">{t('portfolio_shown', { shown: work.order.length, all: work.rows.length })}</span>
            </p>
            {chosen.length > 0 && (
              <Chosen
                count={chosen.length}
                group={(site) => {
                  change((open) => {
                    const named = new Map(open.sites);
                    for (const row of chosen) {
                      if (site === '') named.delete(nameOf(row));
                      else named.set(nameOf(row), site);
                    }
                    return { ...open, sites: [...named] };
                  });
                  unselect();
                }}
                remove={() => {
                  const gone = new Set(chosen.map((row) => row.entry));
                  change((open) => ({
                    ...open,
                    entries: packed(unpacked(open.entries).filter((_, index) => !gone.has(index))),
                  }));
                  unselect();
                }}
                t={t}
              />
            )}
            <RowTable
              rows={work.rows}
              order={work.order}
              sites={work.sites}
              view={view}
              setView={setView}
              selected={selected}
              select={select}
              t={t}
            />
          </section>

          {work.digest && !work.isBusy && <PlanView digest={work.digest} changes={changes} facts={facts} t={t} />}
          {work.digest && !work.isBusy && (
            <section class="out">
              <h2>{t('portfolio_out')}</h2>
              <p class="actions">
                <button
                  type="button"
                  onClick={() => void write('csv', (text) => saveFile(`${file}.csv`, 'text/csv', text))}
                >
                  CSV
                </button>
                <button
                  type="button"
                  onClick={() => void write('markdown', (text) => saveFile(`${file}.md`, 'text/markdown', text))}
                >
                  Markdown
                </button>
                <button
                  type="button"
                  onClick={() =>
                    void write('json', (plan) =>
                      saveFile(`${file}.json`, 'application/json', fileOf([portfolio], plan)),
                    )
                  }
                >
                  JSON
                </button>
                <button
                  type="button"
                  onClick={() =>
                    void write('markdown', async (text) =>
                      setNote(t((await copy(text)) ? 'steps_copied' : 'copy_failed')),
                    )
                  }
                >
                  {t('steps_copy')}
                </button>
                <button type="button" onClick={() => print()}>
                  {t('portfolio_print')}
                </button>
                <button
                  type="button"
                  onClick={() => saveFile('portfolios.json', 'application/json', fileOf(desk.getAll()))}
                >
                  {t('portfolio_export_all')}
                </button>
              </p>
            </section>
          )}
        </>
      )}
      <footer>
        {rulesText(facts.rules, t)} · {t('nothing_leaves')}
      </footer>
    </main>
  );
}

/** Why something was not read, in words that say what to do. */
function notRead(read: Extract<Read, { kind: 'refused' | 'stopped' }>, file: string, t: Translate): string {
  if (read.kind === 'stopped') return t(`file_stopped_${read.why}`, { file });
  return refusalText(read.refusal, file, t);
}

/** A name that is being written is the field's own: the page is drawn anew while it works. */
function NameField({
  name,
  rename,
  t,
}: {
  readonly name: string;
  readonly rename: (name: string) => void;
  readonly t: Translate;
}) {
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

/** Paste, type, drop or open. */
function NamesIn({
  add,
  t,
}: {
  readonly add: (given: readonly (string | File)[]) => Promise<void>;
  readonly t: Translate;
}) {
  const [text, setText] = useState('');
  const [over, setOver] = useState(false);

  return (
    <form
      class={`intake ${over ? 'over' : ''}`}
      onSubmit={(event) => {
        event.preventDefault();
        if (text.trim() === '') return;
        void add([text]);
        setText('');
      }}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        const files = [...(event.dataTransfer?.files ?? [])];
        void add(files.length > 0 ? files : [event.dataTransfer?.getData('text') ?? '']);
      }}
    >
      <label>
        {t('portfolio_in')}
        <textarea
          rows={4}
          spellcheck={false}
          placeholder={'example.com\nexample.cn, www.example.net'}
          value={text}
          onInput={(event) => setText(event.currentTarget.value)}
        />
      </label>
      <p class="actions">
        <button type="submit">{t('portfolio_add')}</button>
        <label class="file">
          {t('portfolio_file')}{' '}
          <input
            type="file"
            multiple
            accept=".txt,.csv,.tsv,.json,.zone,.xlsx,text/*"
            onChange={(event) => {
              const input = event.currentTarget;
              void add([...(input.files ?? [])]).then(() => {
                input.value = '';
              });
            }}
          />
        </label>
      </p>
    </form>
  );
}

const REJECTED_SHOWN = 200;

function RejectedList({ rejected, t }: { readonly rejected: readonly Rejected[]; readonly t: Translate }) {
  if (rejected.length === 0) return null;
  return (
    <details class="rejected">
      <summary>{t('portfolio_rejected', { count: rejected.length })}</summary>
      <ol>
        {rejected.slice(0, REJECTED_SHOWN).map(({ line, input, why }, index) => (
          <li key={index} value={line}>
            <code>{input}</code> <span class="dim">{t(`rejected_${why.replaceAll('-', '_')}`)}</span>
          </li>
        ))}
      </ol>
      <button type="button" onClick={() => saveFile('rejected.txt', 'text/plain', rejectedText(rejected))}>
        {t('portfolio_save_rejected')}
      </button>
    </details>
  );
}

function Chosen({
  count,
  group,
  remove,
  t,
}: {
  readonly count: number;
  readonly group: (site: string) => void;
  readonly remove: () => void;
  readonly t: Translate;
}) {
  const [site, setSite] = useState('');
  return (
    <form
      class="chosen"
      onSubmit={(event) => {
        event.preventDefault();
        group(site.trim());
      }}
    >
      <span>{t('portfolio_chosen', { count })}</span>
      <label>
        {t('portfolio_same_site')}{' '}
        <input type="text" value={site} onInput={(event) => setSite(event.currentTarget.value)} />
      </label>
      <button type="submit">{t('portfolio_group')}</button>
      <button type="button" onClick={remove}>
        {t('portfolio_remove')}
      </button>
    </form>
  );
}

/** Asks once more in place: a portfolio is work. */
function DeleteButton({ remove, t }: { readonly remove: () => Promise<void>; readonly t: Translate }) {
  const [sure, setSure] = useState(false);
  return (
    <button
      type="button"
      onBlur={() => setSure(false)}
      onClick={(event) => {
        // The second half of a double click is no second thought.
        if (event.detail > 1) return;
        if (sure) void remove().then(() => setSure(false));
        else setSure(true);
      }}
    >
      {sure ? t('portfolio_delete_sure') : t('portfolio_delete')}
    </button>
  );
}
