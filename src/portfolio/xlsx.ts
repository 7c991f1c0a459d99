import Papa from 'papaparse';
import readXlsxFile from 'read-excel-file/universal';

/** In: a file. Out: the sheets in it one below the other as tab-separated text, as copied cells would be. Rejects where it is no spreadsheet. */
export async function tableOfXlsx(file: File): Promise<string> {
  const sheets = await readXlsxFile(file);
  return sheets
    .map(({ data }) =>
      Papa.unparse(
        data.map((row) => row.map((cell) => (cell === null ? '' : String(cell)))),
        { delimiter: '\t' },
      ),
    )
    .join('\n');
}
