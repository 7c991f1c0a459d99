import Papa from 'papaparse';
import readXlsxFile from 'read-excel-file/universal';
import type { Result } from '../../domain/common/result.ts';
import { MOST, type Refusal, Refused } from '../../domain/portfolio/input-limits.ts';

/**
 * Returns the sheets of a spreadsheet one below the other as tab-separated text, as copied cells
 * would be; the reason where it is refused or none.
 */
export async function tableOfXlsx(
  file: Blob,
): Promise<Result<{ readonly text: string }, { readonly refusal: Refusal }>> {
  let sheets: Awaited<ReturnType<typeof readXlsxFile>>;
  try {
    sheets = await readXlsxFile(file);
  } catch (error) {
    return { ok: false, refusal: error instanceof Refused ? error.refusal : { why: 'unreadable' } };
  }
  // A workbook may name one sheet many times, and a million cells one text of a megabyte.
  const tables = [...new Set(sheets.map(({ data }) => data))];
  let size = 0;
  for (const table of tables)
    for (const row of table)
      for (const cell of row) {
        size += textIn(cell).length + 1;
        if (size > MOST.unpacked) return { ok: false, refusal: { why: 'unpacked', most: MOST.unpacked } };
      }
  const texts = tables.map((table) =>
    Papa.unparse(
      table.map((row) => row.map(textIn)),
      { delimiter: '\t' },
    ),
  );
  return { ok: true, text: texts.join('\n') };
}

function textIn(cell: unknown): string {
  return cell === null ? '' : String(cell);
}
