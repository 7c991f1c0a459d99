/**
 * Names and records on their way into a portfolio: one text or file after the other, each told from
 * what the one before it brought.
 */
import type { Rejected } from '../../domain/portfolio/entry.ts';
import type { NameRecords } from '../../domain/portfolio/name-records.ts';
import { joined, MOST_ENTRIES, NO_ENTRIES } from '../../domain/portfolio/portfolio-record.ts';
import { type ColumnChoice, type KnownShapes, shapeOf, type TableReading } from '../../domain/portfolio/read-table.ts';
import { refusalText } from '../../i18n/refusal-text.ts';
import type { Translate } from '../../i18n/translator.ts';
import type { PortfolioSession } from './portfolio-session.ts';
import type { Read } from './use-portfolio-worker.ts';
import type { ReadRequest } from './worker-protocol.ts';

/** How the last text or file was read: shown, and changed where it was read wrongly. */
export interface LastImport {
  /** The portfolio that it went to. */
  readonly id: string;
  readonly given: string | File;
  /** Name of the file; null for a text. */
  readonly file: string | null;
  readonly added: number;
  /** Domains that it says something of. */
  readonly told: number;
  readonly table: TableReading | null;
  /** What records said before it. */
  readonly before: NameRecords;
  /** What it came to, in words. */
  readonly said: string;
}

/** What a batch came to so far. */
interface Batch {
  readonly id: string;
  /** What was not read, in words. */
  readonly troubles: string[];
  readonly rejected: Rejected[];
  added: number;
  told: number;
  /** Whether the portfolio is still there. */
  isThere: boolean;
  /** Portfolios from a backup among what was given; null: there was none. */
  takenIn: number | null;
  last: Omit<LastImport, 'said'> | null;
}

interface Surroundings {
  readonly session: PortfolioSession;
  readonly read: (given: string | File, request: ReadRequest) => Promise<Read>;
  readonly loadShapes: () => Promise<KnownShapes>;
  readonly saveShape: (shape: string, choice: ColumnChoice) => Promise<boolean>;
  /** The open portfolio is about to change. */
  readonly onChange: () => void;
  /** Another portfolio is about to be opened. */
  readonly onLeave: () => void;
  /** Everything that was given is done: what is to be said, and how the last of it was read. */
  readonly onDone: (note: string, last: LastImport | null) => void;
  readonly t: Translate;
}

export interface ImportQueue {
  /**
   * Adds texts and files to the open portfolio; `about` is the name that a text without one speaks
   * of.
   */
  add(given: readonly (string | File)[], about?: string): Promise<void>;
  /**
   * Reads the last table again, with columns that the person chose; such files are read so from now
   * on.
   */
  readAgain(last: LastImport, choice: ColumnChoice): Promise<void>;
}

/**
 * Returns the queue: what is given while something is read waits for it, and goes where it was
 * given to.
 */
export function createImportQueue(around: Surroundings): ImportQueue {
  const { session, t } = around;
  let turn: Promise<unknown> = Promise.resolve();

  function inTurn(work: () => Promise<void>): Promise<void> {
    const done = turn.then(work);
    turn = done;
    return done;
  }

  const find = (id: string) => session.getAll().find((one) => one.id === id);
  const isOpen = (id: string) => session.view.portfolio.id === id;

  async function addTo(id: string, given: readonly (string | File)[], about: string | undefined): Promise<void> {
    const batch: Batch = {
      id,
      troubles: [],
      rejected: [],
      added: 0,
      told: 0,
      isThere: true,
      takenIn: null,
      last: null,
    };
    const shapes = await around.loadShapes();
    for (const one of given) {
      const target = find(id);
      const before = target?.records ?? { origins: [], lines: '' };
      const known = target?.entries.names ?? '';
      const read = await around.read(one, { known, records: before, shapes, about });
      if (read.kind === 'portfolios') {
        around.onLeave();
        batch.takenIn = (batch.takenIn ?? 0) + (await session.importPortfolios(read.portfolios));
      } else await take(batch, one, read, before);
    }
    const counts = countsOf(batch);
    const said = [...takenIn(batch), ...batch.troubles, ...counts].join(' ');
    around.onDone(said, batch.last && { ...batch.last, said: counts.join(' ') });
  }

  /** Takes what was read of one text or file into the portfolio. */
  async function take(
    batch: Batch,
    given: string | File,
    read: Exclude<Read, { kind: 'portfolios' }>,
    before: NameRecords,
  ): Promise<void> {
    const { id, rejected, troubles } = batch;
    const file = typeof given === 'string' ? null : given.name;
    if (read.kind === 'read') rejected.push(...read.rejected);
    else {
      const name = file ?? t('portfolio_pasted');
      troubles.push(notRead(read, name, t));
      rejected.push({ line: 1, input: name, why: 'no-domain' });
    }
    const { entries, records } = read.kind === 'read' ? read : { entries: NO_ENTRIES, records: null };
    if (isOpen(id)) around.onChange();
    let isTooMuch = false;
    batch.isThere &&= await session.changeOf(id, (now) => {
      isTooMuch = now.entries.lines.length + entries.lines.length > MOST_ENTRIES;
      if (isTooMuch) return { ...now, rejected: [...rejected] };
      return {
        ...now,
        entries: joined(now.entries, entries),
        records: records ?? now.records,
        rejected: [...rejected],
      };
    });
    if (isTooMuch) troubles.push(t('portfolio_full', { count: MOST_ENTRIES }));
    else if (read.kind === 'read') {
      const added = entries.lines.length;
      batch.added += added;
      batch.told += read.told;
      batch.last = { id, given, file, added, told: read.told, table: read.table, before };
    }
  }

  function takenIn({ takenIn: count }: Batch): string[] {
    return count === null ? [] : [t('portfolio_taken_in', { count })];
  }

  function countsOf({ id, added, rejected, told, isThere, takenIn }: Batch): string[] {
    const counts = { added, rejected: rejected.length };
    const records = told > 0 ? [t('portfolio_told', { count: told })] : [];
    if (!isThere) return [t('portfolio_gone'), ...records];
    if (takenIn !== null && added + rejected.length === 0) return records;
    const name = find(id)?.name ?? '';
    return [isOpen(id) ? t('portfolio_added', counts) : t('portfolio_added_to', { ...counts, name }), ...records];
  }

  async function again(last: LastImport, choice: ColumnChoice): Promise<void> {
    const { id, given, before, table } = last;
    const known = find(id)?.entries.names ?? '';
    const read = await around.read(given, { known, records: before, shapes: {}, choice });
    if (read.kind !== 'read') return around.onDone(notReadAgain(read, last, t), last);
    if (isOpen(id)) around.onChange();
    await session.changeOf(id, (now) => ({
      ...now,
      entries: joined(now.entries, read.entries),
      records: read.records ?? before,
    }));
    if (table !== null) await around.saveShape(shapeOf(table.head), choice);
    const said = t('portfolio_told', { count: read.told });
    around.onDone(said, {
      ...last,
      said,
      added: last.added + read.entries.lines.length,
      told: read.told,
      table: read.table,
    });
  }

  return {
    add(given, about) {
      const { id } = session.view.portfolio;
      return inTurn(() => addTo(id, given, about));
    },
    readAgain: (last, choice) => inTurn(() => again(last, choice)),
  };
}

/** Why something was not read, in words that say what to do. */
function notRead(read: Extract<Read, { kind: 'refused' | 'stopped' }>, file: string, t: Translate): string {
  if (read.kind === 'stopped') return t(`file_stopped_${read.why}`, { file });
  return refusalText(read.refusal, file, t);
}

function notReadAgain(read: Exclude<Read, { kind: 'read' }>, { file }: LastImport, t: Translate): string {
  const name = file ?? t('portfolio_pasted');
  return read.kind === 'portfolios' ? t('file_refused_unreadable', { file: name }) : notRead(read, name, t);
}
