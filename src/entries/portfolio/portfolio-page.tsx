/**
 * The portfolio page: names in, what to do about them, a table to work in, the plan, and ways to
 * take it along.
 */
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { PersonalAnswers } from '../../domain/answers/answers.ts';
import { createEngine } from '../../domain/eligibility/engine.ts';
import { displayOf } from '../../domain/hostname/labels.ts';
import type { Knowledge, NameRow } from '../../domain/portfolio/assess-rows.ts';
import { changesOf, type Plan } from '../../domain/portfolio/filing-plan.ts';
import { emptyPortfolio, type Portfolio } from '../../domain/portfolio/portfolio-record.ts';
import type { ColumnChoice } from '../../domain/portfolio/read-table.ts';
import { ALL_ROWS } from '../../domain/portfolio/row-view.ts';
import type { RulesetIndex } from '../../domain/ruleset/ruleset-index.ts';
import { rulesText } from '../../i18n/loaded-mark.ts';
import type { Messages } from '../../i18n/translator.ts';
import { loadShapes, saveShape } from '../../storage/known-shapes.ts';
import type { Store } from '../../storage/portfolio-store.ts';
import { copy } from '../../ui/copy-button.tsx';
import { focusOn } from '../../ui/focus-on.ts';
import { LoadedMark } from '../../ui/loaded-mark.tsx';
import { useTranslation } from '../../ui/translation.ts';
import { UndoLine, useUndo } from '../../ui/undo.tsx';
import { AddNames, HowItWorks } from './add-names.tsx';
import { Charts } from './charts.tsx';
import { ImportNote } from './import-note.tsx';
import { createImportQueue, type LastImport } from './import-queue.ts';
import { Ministry } from './ministry.tsx';
import { Failures, Progress, RejectedList, WaitLine } from './page-notices.tsx';
import { PlanView } from './plan-view.tsx';
import { type ToldAnswers, withAnswer, withoutRows, withSite, withTold } from './portfolio-changes.ts';
import { createPortfolioSession } from './portfolio-session.ts';
import { saveOutput } from './save-output.ts';
import { Summary } from './summary.tsx';
import { type Output, TopBar } from './top-bar.tsx';
import { usePortfolioWorker } from './use-portfolio-worker.ts';
import { type Beside, rowsBeside, WorkArea } from './work-area.tsx';

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

export function PortfolioPage({ first, answers, kept, cases, names, store, facts, messages }: Props) {
  const { locale, t } = useTranslation();
  const [session] = useState(() => createPortfolioSession(store, first, kept, (now) => setOnDesk(now)));
  const [onDesk, setOnDesk] = useState(session.view);
  const { portfolio, unsaved } = onDesk;
  const [view, setView] = useState(ALL_ROWS);
  const [selected, select] = useState<ReadonlySet<string>>(new Set());
  const [beside, setBesideTable] = useState<Beside>(null);
  const [note, setNote] = useState('');
  const [last, setLast] = useState<LastImport | null>(null);
  const [isAdding, setAdding] = useState(false);
  /** Whether something is held over the page, to be dropped. */
  const [isOver, setOver] = useState(false);
  const [done, setDone] = useUndo();
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
    setBesideTable(null);
    setLast(null);
    setDone(null);
    setView(ALL_ROWS);
    setNote('');
  }

  function undo(): void {
    session.undo();
    setDone(null);
  }

  /**
   * Changes the open portfolio, says how many domains that was, and offers the way back where one
   * acted.
   */
  function act(key: 'done_told' | 'done_removed', count: number, make: (open: Portfolio) => Portfolio): void {
    change(make);
    setDone({ text: t(key, { count }), undo });
  }

  function tell(domains: readonly string[], said: ToldAnswers): void {
    act('done_told', domains.length, (open) => withTold(open, domains, said));
  }

  function group(rows: readonly NameRow[], site: string): void {
    act('done_told', rows.length, (open) => withSite(open, rows, site));
    unselect();
  }

  function remove(hosts: ReadonlySet<string>): void {
    const gone = new Set(work.rows.filter((row) => hosts.has(row.host)).map((row) => row.entry));
    act('done_removed', gone.size, (open) => withoutRows(open, work.rows, hosts));
    unselect();
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

  async function output(what: Output): Promise<void> {
    const said = await saveOutput(what, { open: portfolio, all: session.getAll, write: work.write });
    if (said !== null) setNote(t(said));
  }

  /** The form for what is selected goes; the table that it is about stays. */
  function unselect(): void {
    select(new Set());
    focusOn('.grid');
  }

  function setBeside(next: Beside): void {
    setBesideTable(next);
    if (next === null) focusOn('.grid');
  }

  const fresh = () => ({ ...emptyPortfolio(crypto.randomUUID(), t('portfolio_first')), answers });
  const isFilled = portfolio.entries.lines.length > 0;
  const digest = isFilled && work.rows.length > 0 ? work.digest : null;

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
        class={`${isShown(beside, work.rows) ? 'with-case' : ''} ${isOver ? 'over' : ''}`}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={(event) => {
          event.preventDefault();
          setOver(false);
          void queue.add(droppedBy(event));
        }}
      >
        <LoadedMark rules={facts.rules} />
        <Failures hasFailed={work.hasFailed} unsaved={unsaved} />
        {(!isFilled || isAdding) && <AddNames add={(given) => queue.add(given)} isFirst={!isFilled} />}
        <WaitLine work={work} after={isFilled && !isAdding ? '.add-names' : '.intake textarea'} />
        <LastNote
          note={note}
          last={last?.id === portfolio.id ? last : null}
          readAgain={(from, choice) => void queue.readAgain(from, choice)}
          close={() => {
            setLast(null);
            setNote('');
            focusOn('.grid');
          }}
        />
        <RejectedList rejected={portfolio.rejected} />
        {!isFilled && <HowItWorks />}
        <Progress work={work} all={portfolio.entries.lines.length} />
        {digest !== null && (
          <Summary
            digest={digest}
            view={view}
            setView={setView}
            answers={portfolio.answers}
            setAnswer={(name, value) => change((one) => withAnswer(one, name as keyof PersonalAnswers, value as never))}
            facts={facts}
          />
        )}
        {isFilled && (
          <WorkArea
            work={work}
            isReady={digest !== null}
            view={view}
            setView={setView}
            selected={selected}
            select={select}
            unselect={unselect}
            beside={beside}
            setBeside={setBeside}
            engine={engine}
            known={known}
            tell={tell}
            group={group}
            remove={remove}
            copyNames={copyNames}
          />
        )}
        {digest !== null && (
          <>
            <Charts digest={digest} view={view} setView={setView} />
            {!work.isBusy && (
              <PlanView
                digest={digest}
                changes={before.current ? changesOf(before.current, digest.plan) : []}
                facts={facts}
              />
            )}
            {/* Whoever goes through names one by one stays where they are while an answer is read. */}
            <Ministry unasked={digest.unasked} bringBack={(text, about) => void queue.add([text], about)} />
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

interface LastNoteProps {
  readonly note: string;
  /** The last file that was read into this portfolio. */
  readonly last: LastImport | null;
  readonly readAgain: (last: LastImport, choice: ColumnChoice) => void;
  readonly close: () => void;
}

/**
 * What was done last. What it says of a table stands with how that was read; whoever listens hears
 * it here.
 */
function LastNote({ note, last, readAgain, close }: LastNoteProps) {
  const table = last?.table ? last : null;
  return (
    <>
      <p role="status" class={`note ${note === table?.said ? 'unseen' : ''}`}>
        {note}
      </p>
      {table && <ImportNote last={table} readAgain={(choice) => readAgain(table, choice)} close={close} />}
    </>
  );
}

/** Returns whether all rows that are to stand beside the table are still there. */
function isShown(beside: Beside, rows: readonly NameRow[]): boolean {
  return rowsBeside(beside, rows).length === (beside !== null && 'pair' in beside ? 2 : 1);
}

/** Returns the files that were dropped, else the text. */
function droppedBy({ dataTransfer }: DragEvent): (string | File)[] {
  const files = [...(dataTransfer?.files ?? [])];
  return files.length > 0 ? files : [dataTransfer?.getData('text') ?? ''];
}
