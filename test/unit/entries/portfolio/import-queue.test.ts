/** What is given goes where it was given to, one after the other, and nothing of it is lost. */
import { expect, test } from 'vitest';
import { NO_RECORDS } from '../../../../src/domain/portfolio/name-records.ts';
import { emptyPortfolio, NO_ENTRIES, packed } from '../../../../src/domain/portfolio/portfolio-record.ts';
import { wordsFor } from '../../../../src/entries/background/translators.ts';
import { createImportQueue, type LastImport } from '../../../../src/entries/portfolio/import-queue.ts';
import { createPortfolioSession } from '../../../../src/entries/portfolio/portfolio-session.ts';
import type { Read } from '../../../../src/entries/portfolio/use-portfolio-worker.ts';
import type { ReadRequest } from '../../../../src/entries/portfolio/worker-protocol.ts';
import type { Store } from '../../../../src/storage/portfolio-store.ts';

const store: Store = {
  all: async () => [],
  everything: async () => ({ portfolios: [], unreadable: 0 }),
  save: async ({ revision }) => ({ kind: 'saved', revision: revision + 1 }),
  remove: async () => true,
  erase: async () => null,
};
const RECORDS = { origins: [], lines: 'a.com\t{}' };
const found = (names: readonly string[], more: object = {}): Read => ({
  kind: 'read',
  job: 0,
  entries: names.length === 0 ? NO_ENTRIES : packed(names.map((input, index) => ({ line: index + 1, input }))),
  rejected: [],
  records: null,
  told: 0,
  table: null,
  ...more,
});

function begin(answer: (given: string | File, request: ReadRequest) => Read | Promise<Read>) {
  const session = createPortfolioSession(store, emptyPortfolio('one', 'One'), [], () => {});
  const notes: string[] = [];
  const reports: (LastImport | null)[] = [];
  const saved: string[] = [];
  const queue = createImportQueue({
    session,
    read: async (given, request) => answer(given, request),
    loadShapes: async () => ({}),
    saveShape: async (shape) => {
      saved.push(shape);
      return true;
    },
    onChange: () => {},
    onLeave: () => {},
    onDone(note, last) {
      notes.push(note);
      reports.push(last);
    },
    t: wordsFor('en'),
  });
  const names = (id = 'one') => session.getAll().find((one) => one.id === id)?.entries.names ?? null;
  return { session, queue, notes, reports, saved, names };
}

test('one after the other: each is told from what the one before it brought', async () => {
  const known: string[] = [];
  const { queue, names } = begin((given, request) => {
    known.push(request.known);
    return found([String(given)]);
  });
  await Promise.all([queue.add(['a.com', 'b.com']), queue.add(['c.com'])]);
  expect(known).toEqual(['', 'a.com', 'a.com\nb.com']);
  expect(names()).toBe('a.com\nb.com\nc.com');
});

test('it goes where it was given to, whichever portfolio is open when it is read', async () => {
  let go = (_: Read) => {};
  const { session, queue, names, notes } = begin(() => new Promise<Read>((resolve) => (go = resolve)));
  const adding = queue.add(['a.com']);
  await Promise.resolve();
  await Promise.resolve();
  session.begin(emptyPortfolio('two', 'Two'));
  await new Promise((resolve) => setTimeout(resolve));
  go(found(['a.com']));
  await adding;
  expect(names('one')).toBe('a.com');
  expect(session.view.portfolio.id).toBe('two');
  expect(notes).toEqual(['Added to “One”: 1. Skipped: 0.']);
});

test('a file that cannot be read costs none of the others, and is said', async () => {
  const { queue, names, notes, session } = begin((given) =>
    given === 'bad' ? { kind: 'stopped', why: 'cancelled' } : found([String(given)]),
  );
  await queue.add(['a.com', 'bad', 'b.com']);
  expect(names()).toBe('a.com\nb.com');
  expect(notes[0]).toContain('Added: 2. Skipped: 1.');
  expect(session.view.portfolio.rejected).toHaveLength(1);
});

test('records come with the names, and can be read again another way: what the first reading said is gone then', async () => {
  const table = {
    head: ['Domain', 'Date'],
    choice: { fields: ['domain' as const, null], order: null },
    asks: null,
    sample: [],
  };
  const requests: ReadRequest[] = [];
  const { session, queue, reports, saved } = begin((_, request) => {
    requests.push(request);
    return request.choice === undefined
      ? found(['a.com'], { records: RECORDS, told: 1, table })
      : found([], { table: { ...table, choice: request.choice } });
  });
  await queue.add(['text']);
  expect(session.view.portfolio.records).toBe(RECORDS);
  const [last] = reports;
  if (!last) throw new Error('nothing was reported');
  await queue.readAgain(last, { fields: ['domain', 'expires'], order: 'dmy' });
  expect(requests[1]).toMatchObject({ records: NO_RECORDS, choice: { order: 'dmy' }, known: 'a.com' });
  // It said nothing of that kind: what was there before the file is there again.
  expect(session.view.portfolio.records).toEqual(NO_RECORDS);
  expect(saved).toEqual(['domain|date']);
  expect(reports[1]?.table?.choice.order).toBe('dmy');
});

test('what was copied to be looked up goes along with what it brought', async () => {
  const { queue } = begin((_, request) => found([], { records: RECORDS, told: request.about === 'a.com' ? 1 : 0 }));
  const { notes, queue: other } = begin((_, request) => found([], { told: request.about === 'a.com' ? 1 : 0 }));
  await queue.add(['x']);
  await other.add(['x'], 'a.com');
  expect(notes[0]).toContain('Domains with a record: 1.');
});
