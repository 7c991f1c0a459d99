/**
 * The portfolio page: names in, what to do about them, a table to work in, the plan, and ways to
 * take it along.
 */
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { Answers, PersonalAnswers } from '../../domain/answers/answers.ts';
import { createEngine } from '../../domain/eligibility/engine.ts';
import { displayOf } from '../../domain/hostname/labels.ts';
import type { Knowledge } from '../../domain/portfolio/assess-rows.ts';
import type { Rejected } from '../../domain/portfolio/entry.ts';
import { changesOf, nameOf, type Plan } from '../../domain/portfolio/filing-plan.ts';
import { type FixId, hasFix } from '../../domain/portfolio/fixes.ts';
import { keepRecordsOf } from '../../domain/portfolio/name-records.ts';
import { emptyPortfolio, fileOf, type Portfolio, packed, unpacked } from '../../domain/portfolio/portfolio-record.ts';
import { ALL_ROWS } from '../../domain/portfolio/row-view.ts';
import type { RulesetIndex } from '../../domain/ruleset/ruleset-index.ts';
import { rulesText } from '../../i18n/loaded-mark.ts';
import type { Messages } from '../../i18n/translator.ts';
import { loadShapes, saveShape } from '../../storage/known-shapes.ts';
import type { Store } from '../../storage/portfolio-store.ts';
import { copy } from '../../ui/copy-button.tsx';
import { focusOn } from '../../ui/focus-on.ts';
import { LoadedMark } from '../../ui/loaded-mark.tsx';
import { save as saveFile } from '../../ui/save-file.ts';
import { useTranslation } from '../../ui/translation.ts';
import { UndoLine, useUndo } from '../../ui/undo.tsx';
import { AddNames, HowItWorks } from './add-names.tsx';
import { Charts } from './charts.tsx';
import { rejectedText } from './export-plan.ts';
import { ImportNote } from './import-note.tsx';
import { createImportQueue, type LastImport } from './import-queue.ts';
import { Ministry } from './ministry.tsx';
import { PlanView } from './plan-view.tsx';
import { createPortfolioSession } from './portfolio-session.ts';
import { RowCase } from './row-case.tsx';
import { RowCompare } from './row-compare.tsx';
import { RowTable } from './row-table.tsx';
import { BulkBar, RowFilters } from './row-tools.tsx';
import { Summary } from './summary.tsx';
import { ToDoList } from './to-do-list.tsx';
import { type Output, TopBar } from './top-bar.tsx';
import { usePortfolioWorker } from './use-portfolio-worker.ts';
import type { ExportForm } from './worker-protocol.ts';

interface Props {
  readonly first: Portfolio;
  /** What the person said of themselves elsewhere: every portfolio begins with it. */
  readonly answers: PersonalAnswers;
  readonly kept: readonly Portfolio[];
  /** What is kept of domains elsewhere. */
  readonly cases: Knowledge['cases'];
  /** Names that were brought along. */
  readonly names: string;
  readonly store: Store;
  readonly facts: RulesetIndex;
  readonly messages: Messages;
}

const FILES: Readonly<Record<ExportForm, { readonly ending: string; readonly type: string }>> = {
  csv: { ending: 'csv', type: 'text/csv' },
  markdown: { ending: 'md', type: 'text/markdown' },
  json: { ending: 'json', type: 'application/json' },
  xlsx: { ending: 'xlsx', type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' },
  calendar: { ending: 'ics', type: 'text/calendar' },
};

export function PortfolioPage({ first, answers, kept, cases, names, store, facts, messages }: Props) {
  const { locale, t } = useTranslation();
  const [session] = useState(() => createPortfolioSession(store, first, kept, (now) => setOnDesk(now)));
  const [onDesk, setOnDesk] = useState(session.view);
  const { portfolio, unsaved } = onDesk;
  const [view, setView] = useState(ALL_ROWS);
  const [selected, select] = useState<ReadonlySet<string>>(new Set());
  const [opened, setOpened] = useState<string | null>(null);
  const [note, setNote] = useState('');
  const [last, setLast] = useState<LastImport | null>(null);
  const [isAdding, setAdding] = useState(false);
  /** Whether something is held over the page, to be dropped. */
  const [isOver, setOver] = useState(false);
  const [done, setDone] = useUndo();
  /** Hosts of two rows that stand side by side. */
  const [compared, setCompared] = useState<readonly string[] | null>(null);
  const work = usePortfolioWorker(portfolio, cases, view, facts.rules, { locale, messages });
  /** For what takes its time: as it is when that is done. */
  const now = useRef(work);
  now.current = work;
  const before = useRef<Plan | null>(null);
  const [queue] = useState(() =>
    createImportQueue({
      session,
      read: (given, request) => now.current.read(given, request),
      loadShapes,
      saveShape,
      onChange: keepPlan,
      onLeave: leave,
      onDone(said, read) {
        setNote(said);
        setLast(read);
        if (read !== null) setAdding(false);
      },
      t,
    }),
  );
  const engine = useMemo(() => createEngine(facts.rules), [facts]);
  const { told, records } = portfolio;
  const known = useMemo<Knowledge>(
    () => ({ answers: portfolio.answers, told, records, cases }),
    [portfolio.answers, told, records, cases],
  );

  /** Against the plan as it was when the person last changed something. */
  const changes = work.digest && before.current ? changesOf(before.current, work.digest.plan) : [];

  useEffect(() => {
    if (names.trim() === '') return;
    // Loading the page again must not bring back what was taken out meanwhile.
    void queue.add([names]).then(() => history.replaceState(null, '', location.pathname));
  }, []);

  /** What the next plan will be compared with. */
  function keepPlan(): void {
    const { digest, isBusy } = now.current;
    // Against an empty portfolio everything is a change.
    if (digest && !isBusy) before.current = digest.plan.totals.hosts === 0 ? null : digest.plan;
  }

  function change(make: (open: Portfolio) => Portfolio): void {
    keepPlan();
    session.change(make);
  }

  /** Another portfolio is about to be opened. */
  function leave(): void {
    before.current = null;
    select(new Set());
    setOpened(null);
    setCompared(null);
    setLast(null);
    setDone(null);
    setView(ALL_ROWS);
    setNote('');
  }

  /** Says of names what the person says; undefined takes it back. */
  function tellOf(domains: readonly string[], said: Readonly<Partial<Record<keyof Answers, unknown>>>): void {
    change((open) => {
      const all = new Map(open.told);
      for (const domain of domains) {
        const next = Object.fromEntries(
          Object.entries({ ...all.get(domain), ...said }).filter(([, value]) => value !== undefined),
        );
        if (Object.keys(next).length === 0) all.delete(domain);
        else all.set(domain, next as Answers);
      }
      return { ...open, told: [...all] };
    });
    noteChange(t('done_told', { count: domains.length }));
  }

  function undo(): void {
    session.undo();
    setDone(null);
  }

  /** Says what was done to the open portfolio, and offers the way back where one acted. */
  function noteChange(text: string): void {
    setDone({ text, undo });
  }

  async function removePortfolio(): Promise<void> {
    const gone = session.view.portfolio;
    leave();
    if (!(await session.remove(fresh()))) return setNote(t('portfolio_not_deleted'));
    // Under an id of its own: a save of the old one that is under way must not come back.
    const again = { ...gone, id: crypto.randomUUID(), revision: 0 };
    setDone({
      text: t('done_deleted', { name: gone.name }),
      undo: () => {
        leave();
        void session.importPortfolios([again]);
      },
    });
  }

  function copyNames(domains: readonly string[]): void {
    void copy(domains.map(displayOf).join('\n')).then((isCopied) =>
      setNote(t(isCopied ? 'steps_copied' : 'copy_failed')),
    );
  }

  function remove(hosts: ReadonlySet<string>): void {
    const gone = new Set(work.rows.filter((row) => hosts.has(row.host)).map((row) => row.entry));
    const left = new Set(work.rows.filter((row) => !hosts.has(row.host)).map((row) => row.registrable));
    change((open) => ({
      ...open,
      entries: packed(unpacked(open.entries).filter((_, index) => !gone.has(index))),
      told: open.told.filter(([domain]) => left.has(domain)),
      records: keepRecordsOf(open.records, (domain) => left.has(domain)),
    }));
    noteChange(t('done_removed', { count: gone.size }));
    unselect();
  }

  async function output(what: Output): Promise<void> {
    if (what === 'print') return print();
    if (what === 'all') return saveFile('portfolios.json', 'application/json', fileOf(session.getAll()));
    const form = what === 'copy' ? 'markdown' : what;
    const written = await work.write(form);
    if (written === null) return setNote(t('portfolio_not_written'));
    if (what === 'copy') return setNote(t((await copy(String(written))) ? 'steps_copied' : 'copy_failed'));
    const { ending, type } = FILES[form];
    const name = portfolio.name.replace(/[^\p{L}\p{N}._-]+/gu, '-') || 'portfolio';
    saveFile(`${name}.${ending}`, type, what === 'json' ? fileOf([portfolio], String(written)) : written);
  }

  /** The form for what is selected goes; the table that it is about stays. */
  function unselect(): void {
    select(new Set());
    focusOn('.grid');
  }

  function open(host: string | null): void {
    setCompared(null);
    setOpened(host);
    if (host === null) focusOn('.grid');
  }

  const fresh = () => ({ ...emptyPortfolio(crypto.randomUUID(), t('portfolio_first')), answers });
  const isFilled = portfolio.entries.lines.length > 0;
  const { digest } = work;
  const isReady = digest !== null && isFilled && work.rows.length > 0;
  const chosen = selected.size === 0 ? [] : work.rows.filter((row) => selected.has(row.host));
  const openedRow = opened === null ? undefined : work.rows.find((row) => row.host === opened);
  const unasked = useMemo(
    () =>
      [
        ...new Set(
          work.rows.filter(({ existing, part }) => existing === '' && part !== 'cannot').map((row) => row.registrable),
        ),
      ].sort(),
    [digest, work.isBusy],
  );
  const domainsOf = (rows: typeof chosen) => [...new Set(rows.map((row) => row.registrable))];
  const withFix = (fix: FixId) => work.rows.filter((row) => hasFix(row.fixes, fix));
  const [one, other] = compared === null ? [] : compared.map((host) => work.rows.find((row) => row.host === host));
  const isBeside = openedRow !== undefined || (one !== undefined && other !== undefined);

  return (
    <>
      <TopBar
        session={session}
        on={onDesk}
        isFilled={isFilled}
        isAdding={isAdding}
        toggleAdding={() => setAdding(!isAdding)}
        rename={(name) => change((one) => ({ ...one, name }))}
        beginNew={() => {
          leave();
          session.begin(fresh());
        }}
        leave={leave}
        remove={removePortfolio}
        undo={undo}
        output={(what) => void output(what)}
      />
      <main
        data-busy={work.isBusy}
        data-rows={work.rows.length}
        data-shown={work.order.length}
        data-save={onDesk.state}
        class={`${isBeside ? 'with-case' : ''} ${isOver ? 'over' : ''}`}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={(event) => {
          event.preventDefault();
          setOver(false);
          const files = [...(event.dataTransfer?.files ?? [])];
          void queue.add(files.length > 0 ? files : [event.dataTransfer?.getData('text') ?? '']);
        }}
      >
        <LoadedMark rules={facts.rules} />
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
        {(!isFilled || isAdding) && <AddNames add={(given) => queue.add(given)} isFirst={!isFilled} />}
        {work.waitsFor && (
          <p class="progress waits" role="status">
            {work.waitsFor.kind === 'file'
              ? t('portfolio_waits_file', { file: work.waitsFor.file })
              : t(`portfolio_waits_${work.waitsFor.kind}`)}{' '}
            <button
              type="button"
              onClick={() => {
                work.stopWaiting();
                focusOn(isFilled && !isAdding ? '.add-names' : '.intake textarea');
              }}
            >
              {t('portfolio_cancel')}
            </button>
          </p>
        )}
        <p role="status" class="note">
          {note}
        </p>
        {last !== null && last.id === portfolio.id && last.table !== null && (
          <ImportNote
            last={last}
            readAgain={(choice) => void queue.readAgain(last, choice)}
            close={() => {
              setLast(null);
              focusOn('.grid');
            }}
          />
        )}
        <RejectedList rejected={portfolio.rejected} />
        {!isFilled && <HowItWorks />}
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
        {isReady && (
          <Summary
            digest={digest}
            view={view}
            setView={setView}
            answers={portfolio.answers}
            setAnswer={(name, value) =>
              change((one) => {
                const { [name as 'province']: _, ...rest } = one.answers;
                return { ...one, answers: value === undefined ? rest : { ...rest, [name]: value } };
              })
            }
            facts={facts}
          />
        )}
        {isFilled && (
          <div class="work">
            {isReady && (
              <ToDoList
                toDo={digest.toDo}
                view={view}
                setView={setView}
                selectAll={(fix) => select(new Set(withFix(fix).map((row) => row.host)))}
                copyAll={(fix) => copyNames(domainsOf(withFix(fix)))}
              />
            )}
            <section class="panel tbl" aria-label={t('portfolio_table')}>
              <RowFilters
                view={view}
                setView={setView}
                digest={digest}
                shown={work.order.length}
                all={work.rows.length}
              />
              {chosen.length > 0 && (
                <BulkBar
                  count={chosen.length}
                  tell={(said) => tellOf(domainsOf(chosen), said)}
                  group={(site) => {
                    change((one) => {
                      const named = new Map(one.sites);
                      for (const row of chosen) {
                        if (site === '') named.delete(nameOf(row));
                        else named.set(nameOf(row), site);
                      }
                      return { ...one, sites: [...named] };
                    });
                    noteChange(t('done_told', { count: chosen.length }));
                    unselect();
                  }}
                  remove={() => remove(selected)}
                  copy={() => copyNames(domainsOf(chosen))}
                  compare={
                    domainsOf(chosen).length === 2 && chosen.length === 2
                      ? () => {
                          setOpened(null);
                          setCompared(chosen.map((row) => row.host));
                        }
                      : null
                  }
                  clear={unselect}
                  facts={facts}
                />
              )}
              <RowTable
                rows={work.rows}
                order={work.order}
                view={view}
                setView={setView}
                selected={selected}
                select={select}
                opened={opened}
                open={open}
              />
            </section>
            {openedRow !== undefined && (
              <RowCase
                key={openedRow.host}
                row={openedRow}
                engine={engine}
                known={known}
                tell={(name, value) => tellOf([openedRow.registrable], { [name]: value })}
                close={() => open(null)}
              />
            )}
            {one !== undefined && other !== undefined && (
              <RowCompare rows={[one, other]} engine={engine} known={known} close={() => open(null)} />
            )}
          </div>
        )}
        {isReady && <Charts digest={digest} view={view} setView={setView} />}
        {isReady && !work.isBusy && (
          <>
            <Ministry names={unasked} bringBack={(text, about) => void queue.add([text], about)} />
            <PlanView digest={digest} changes={changes} facts={facts} />
          </>
        )}
        <UndoLine done={done} onEnd={() => setDone(null)} />
        <footer>
          {rulesText(facts.rules, t)} · {t('nothing_leaves')}
        </footer>
      </main>
    </>
  );
}

const REJECTED_SHOWN = 200;

function RejectedList({ rejected }: { readonly rejected: readonly Rejected[] }) {
  const { t } = useTranslation();
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
