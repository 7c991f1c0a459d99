/** A portfolio as files, on paper and in the clipboard. */
import { fileOf, type Portfolio } from '../../domain/portfolio/portfolio-record.ts';
import { copy } from '../../ui/copy-button.tsx';
import { save } from '../../ui/save-file.ts';
import type { Output } from './top-bar.tsx';
import type { ExportForm } from './worker-protocol.ts';

const FILES: Readonly<Record<ExportForm, { readonly ending: string; readonly type: string }>> = {
  csv: { ending: 'csv', type: 'text/csv' },
  markdown: { ending: 'md', type: 'text/markdown' },
  json: { ending: 'json', type: 'application/json' },
  xlsx: { ending: 'xlsx', type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' },
  calendar: { ending: 'ics', type: 'text/calendar' },
};

interface Source {
  readonly open: Portfolio;
  readonly all: () => readonly Portfolio[];
  /** Writes the open one; null where that failed. */
  readonly write: (form: ExportForm) => Promise<string | Uint8Array<ArrayBuffer> | null>;
}

/** Gives out what a person wants. Returns the key of a message that is to be shown, null: none. */
export async function saveOutput(what: Output, { open, all, write }: Source): Promise<string | null> {
  if (what === 'print') {
    print();
    return null;
  }
  if (what === 'all') {
    save('portfolios.json', 'application/json', fileOf(all()));
    return null;
  }
  const written = await write(what === 'copy' ? 'markdown' : what);
  if (written === null) return 'portfolio_not_written';
  if (what === 'copy') return (await copy(String(written))) ? 'steps_copied' : 'copy_failed';
  const { ending, type } = FILES[what];
  const name = open.name.replace(/[^\p{L}\p{N}._-]+/gu, '-') || 'portfolio';
  save(`${name}.${ending}`, type, what === 'json' ? fileOf([open], String(written)) : written);
  return null;
}
