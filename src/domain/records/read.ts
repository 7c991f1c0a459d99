/**
 * From what a person has (text, JSON, a page) to the records in it. Nothing throws; what cannot be
 * read is said.
 */
import type { RecordKind } from '../answers/answer-origin.ts';
import { foldLabel } from '../common/fold-label.ts';
import type { DateOrder } from '../ruleset/record-words.ts';
import type { Ruleset } from '../ruleset/ruleset.ts';
import { recordsInJson } from './json.ts';
import { LineReader, type Manner } from './lines.ts';
import { createNameReader, type NameReader, type ReadName } from './names.ts';
import type { PageContent, PageLine } from './page-records.ts';
import type { DomainRecord, Draft, RecordContext, RecordForm } from './record.ts';
import { createRegistrarIndex } from './registrars.ts';
import { domainColumnOf, domainIn, readTable, tableIn } from './tables.ts';
import { createVocabulary } from './words.ts';
import { parseXml } from './xml.ts';

export const RECORD_PROBLEMS = [
  'cut-off',
  'not-registered',
  'refused',
  'no-filing',
  'unread-row',
  'too-long',
  'unread-line',
  'mixed',
] as const;

/** Why something gave no record. */
export interface RecordProblem {
  readonly problem: (typeof RECORD_PROBLEMS)[number];
  /** The domain that it is about, where that is known. */
  readonly domain: string | null;
  /** Line of the text, from 1; null where it is about all of it. */
  readonly line: number | null;
}

export interface RecordReading {
  readonly records: readonly DomainRecord[];
  readonly problems: readonly RecordProblem[];
}

interface TextOptions {
  readonly order?: DateOrder;
  readonly least?: number;
}

export interface RecordReader {
  /**
   * Returns the records in a text: WHOIS, JSON, lines of JSON, a table, a copied page. `least` is
   * how many facts make a record.
   */
  text(text: string, options?: TextOptions): RecordReading;
  /** Returns the records that a page shows. */
  page(page: PageContent): RecordReading;
  /** Returns the domains that tables of a page list, also where their rows say nothing of them. */
  listed(page: PageContent): string[];
  readonly context: RecordContext;
  readonly names: NameReader;
}

/** Shorter paragraphs, in characters or in words, are no sentences that tell of something. */
const LEAST_PROSE = 16;
const LEAST_WORDS = 8;
/** Rows that are told of one by one. */
const MOST_PROBLEMS = 1000;

/** Returns the reader over the facts. */
export function createRecordReader(rules: Ruleset, readName: ReadName): RecordReader {
  const words = createVocabulary(rules.records);
  const context: RecordContext = { words, registrars: createRegistrarIndex(rules.registrars) };
  const names = createNameReader(rules, readName);

  function text(given: string, options: TextOptions = {}): RecordReading {
    const body = given.replace(/^\s*\ufeff/, '');
    const start = body.trimStart().slice(0, 1);
    if (start === '{' || start === '[') {
      const json = jsonText(body);
      if (json !== null) return json;
      if (start === '{') return { records: [], problems: [{ problem: 'cut-off', domain: null, line: null }] };
    }
    if (start === '<') {
      const value = parseXml(body);
      if (value !== undefined) return readJson(value, 'json', null);
    }
    return jsonWithin(body) ?? tableText(body, options) ?? linesOfText(body, options);
  }

  /**
   * Returns what JSON below a few lines holds, as a terminal shows it; null where there is none.
   */
  function jsonWithin(body: string): RecordReading | null {
    const [above = ''] = /^(?:(?![[{])[^\r\n]{0,500}(?:\r\n|\r|\n)){1,5}(?=[[{])/.exec(body) ?? [];
    if (above === '') return null;
    const value = parseJson(body.slice(above.length, Math.max(body.lastIndexOf('}'), body.lastIndexOf(']')) + 1));
    return value === undefined ? null : readJson(value, 'json', null);
  }

  /** Returns what a text that is a table holds; null where it is none, or none of domains. */
  function tableText(body: string, options: TextOptions): RecordReading | null {
    const table = tableIn(body, context) ?? tableIn(withTabs(body), context);
    if (table === null) return null;
    const kind = isOfTheMinistry(table.head) ? 'miit' : 'export';
    // The ministry's list does not repeat the name that was asked for.
    const [name = null, ...others] = kind === 'miit' ? names.all(table.above).filter(isNoAuthority) : [];
    const isAsked = others.length === 0 && table.rows.length <= 1;
    const setting = { kind, form: 'table', name: isAsked ? name : null, ...options } as const;
    const read = readTable(table.head, table.rows, context, names, setting);
    if (read === null || read.records.length === 0) return null;
    const problems = read.unread.slice(0, MOST_PROBLEMS).map(
      (row): RecordProblem => ({
        problem: 'unread-row',
        domain: null,
        line: table.lines[row] ?? null,
      }),
    );
    return { records: read.records, problems };
  }

  /** Whether a list has the ministry's columns and none of a registrar's. */
  function isOfTheMinistry(head: readonly string[]): boolean {
    const fields = head.map((label) => words.columnMeaning(label));
    const isShown = (['filing', 'filingUnit', 'filedOn'] as const).every((field) => fields.includes(field));
    return isShown && !fields.includes('registrar') && !fields.includes('expires');
  }

  function linesOfText(body: string, { least }: TextOptions): RecordReading {
    const reader = new LineReader(context, names);
    const isWhole = /[\r\n]$/.test(body);
    const lines = body.split(/\r\n|\r|\n/);
    lines.forEach((line, index) => {
      reader.text(line, !isWhole && index === lines.length - 1);
    });
    const isClear = reader.end();
    const records = isClear
      ? [...reader.drafts.values()].flatMap(
          (draft) => draft.finish(kindOfText(draft, reader.manner), 'text', least) ?? [],
        )
      : [];
    if (records.length > 0) return { records, problems: [] };
    if (!isClear) return { records, problems: [{ problem: 'mixed', domain: null, line: null }] };
    return { records, problems: saidInstead(body, null) };
  }

  /** Returns what a text of JSON, or of one JSON a line, holds; null where it is neither. */
  function jsonText(body: string): RecordReading | null {
    const whole = parseJson(body);
    if (whole !== undefined) return readJson(whole, 'json', null);
    const lines = body.split(/\r\n|\r|\n/);
    const read = lines.map((line, index) => jsonLine(line.trim(), index + 1));
    const records = read.flatMap((one) => one.records);
    const problems = read.flatMap((one) => one.problems);
    const isJson = read.some((one) => one.isJson);
    return isJson && (records.length > 0 || lines.length > 1) && problems.length < lines.length
      ? { records, problems: problems.slice(0, MOST_PROBLEMS) }
      : null;
  }

  function jsonLine(plain: string, line: number): RecordReading & { readonly isJson: boolean } {
    if (plain === '') return { records: [], problems: [], isJson: false };
    const value = /^\{.*[\]}],?$/.test(plain) ? parseJson(plain.replace(/,$/, '')) : undefined;
    if (value === undefined)
      return { records: [], problems: [{ problem: 'unread-line', domain: null, line }], isJson: false };
    return { ...readJson(value, 'json-lines', line), isJson: true };
  }

  function readJson(value: unknown, form: RecordForm, line: number | null): RecordReading {
    const { records, isAbsent, isUnfiled } = recordsInJson(value, form, context, names);
    const problems: RecordProblem[] = [];
    if (records.length === 0 && isAbsent) problems.push({ problem: 'not-registered', domain: null, line });
    if (records.length === 0 && isUnfiled) problems.push({ problem: 'no-filing', domain: null, line });
    return { records, problems };
  }

  /** What a text without a record says, as far as it is one of what services say then. */
  function saidInstead(body: string, domain: string | null): RecordProblem[] {
    const start = body.slice(0, 4000).toLowerCase();
    const says = (parts: readonly string[]) => parts.some((part) => start.includes(part.toLowerCase()));
    const about = domain ?? names.all(body.slice(0, 500))[0] ?? null;
    if (says(rules.records.absent)) return [{ problem: 'not-registered', domain: about, line: null }];
    return says(rules.records.refused) ? [{ problem: 'refused', domain: about, line: null }] : [];
  }

  function page(content: PageContent): RecordReading {
    const json = shownJson(content);
    if (json !== null) return json;
    const shown = shownNames(content);
    const tables = tablesOf(content, shown);
    if (tables.records.length > 0) return { records: tables.records, problems: [] };
    if (tables.unfiled !== null)
      return { records: [], problems: [{ problem: 'no-filing', domain: tables.unfiled, line: null }] };
    const title = content.title.toLowerCase();
    if (rules.records.exampleTitles.some((part) => title.includes(part))) return { records: [], problems: [] };
    const records = labelledRecords(content, shown);
    if (records.length > 0) return { records, problems: [] };
    return { records, problems: saidInstead(`${content.title}\n${firstLines(content)}`, shown[0] ?? null) };
  }

  function listed({ lines }: PageContent): string[] {
    const explained = tablesThatExplain(lines);
    const groups = rowGroups(lines.filter(({ table, isQuoted }) => !isQuoted && !explained.has(table)));
    return groups.flatMap(({ head, rows }) => {
      const column = domainColumnOf(head, context);
      return column === null ? [] : rows.flatMap((row) => domainIn(row[column] ?? '', names) ?? []);
    });
  }

  /** Returns what JSON that a page shows holds; null where it says nothing of a domain. */
  function shownJson({ json }: PageContent): RecordReading | null {
    for (const text of json) {
      const value = parseJson(text);
      const read = value === undefined ? null : readJson(value, 'page', null);
      if (read !== null && (read.records.length > 0 || read.problems.length > 0)) return read;
    }
    return null;
  }

  function labelledRecords(content: PageContent, shown: readonly string[]): DomainRecord[] {
    const console_ = consoleOf(content.url);
    return draftsOf(content, shown).flatMap((draft) => {
      // A registrar has its console at several addresses; which shows a real-name state is one.
      const site = console_ ?? (draft.hasConsoleLabels ? consoleBeside(content.url) : null);
      if (site !== null && site.registrar !== null) draft.setOrigin(site.registrar, 'site', site.isOfSeveral);
      return draft.finish(kindOf(draft, content, site !== null), 'page') ?? [];
    });
  }

  /**
   * What the labels of a page say of each name; text that is quoted only of what the page shows.
   */
  function draftsOf(content: PageContent, shown: readonly string[]): readonly Draft[] {
    const pageName = shown[0] ?? null;
    const title = content.title.toLowerCase();
    const isOffer = rules.records.saleTitles.some((part) => title.includes(part));
    const plain = new LineReader(context, names, pageName, isOffer ? 0 : 1);
    // Running text may be about any name: it counts for what the page is about, or where there is
    // nothing else.
    const quoted = new LineReader(context, names);
    const isAllQuoted = content.lines.every(({ isQuoted }) => isQuoted);
    for (const line of linesToRead(content)) readLine(line, plain, quoted, pageName);
    const drafts = new Map<string, Draft>(plain.end() ? plain.drafts : []);
    const isPlainText = isAllQuoted && content.headings.length === 0 && content.title === '';
    const counting = quoted.end() ? [...quoted.drafts].filter(([name]) => isPlainText || shown.includes(name)) : [];
    for (const [name, draft] of counting) addDraft(drafts, name, draft);
    return [...drafts.values()];
  }

  /** The lines that may have labels; their paragraphs are some only where others are sentences. */
  function linesToRead({ lines }: PageContent): readonly PageLine[] {
    const skipped = new Set([...tablesThatExplain(lines), ...tablesOfColumns(lines)]);
    const hasProse = lines.some(isProse);
    return lines
      .filter(({ table }) => !skipped.has(table))
      .map((line) => (hasProse ? line : { ...line, isParagraph: false }));
  }

  /** Hands a line of a page to the reader of labels, or of what is quoted. */
  function readLine(line: PageLine, plain: LineReader, quoted: LineReader, pageName: string | null): void {
    const pieces = line.cells.flat();
    const reader = line.isQuoted || isRunningText(line, pieces, plain) ? quoted : plain;
    if (pageName !== null && pieceIsName(pieces, pageName)) plain.mention(pageName);
    readCells(line.cells, reader);
    // Whose "Name" a paragraph has is told by the heading above it.
    if (reader === plain) quoted.enterPart(pieces);
  }

  /** A row of two cells is a label with its value, which may have labels of its own. */
  function readCells(cells: PageLine['cells'], reader: LineReader): void {
    const [label = [], value = []] = cells;
    const isPair = cells.length === 2 && label.length > 0;
    reader.pieces(isPair ? [label.join(' '), ...value] : cells.flat());
    if (isPair && value.length > 1) reader.inner(value);
  }

  /** Whether a paragraph is sentences: a page with none has its labels in paragraphs. */
  function isProse({ isParagraph, cells }: PageLine): boolean {
    if (!isParagraph) return false;
    const text = cells.flat().join(' ');
    const label = /^[^:：]{1,60}(?=[:：])/.exec(text)?.[0] ?? '';
    const isSentence = /[。！？]/.test(text)
      ? text.length >= LEAST_PROSE
      : /[.!?](?:\s|$)/.test(text) && text.split(' ').length >= LEAST_WORDS;
    return isSentence && words.meaning(label) === null;
  }

  /**
   * Whether a line is running text. A paragraph is none where a label waits for its value, or where
   * it is a label itself. What running text offers is noted with the page's labels.
   */
  function isRunningText({ isParagraph }: PageLine, pieces: readonly string[], plain: LineReader): boolean {
    if (!isParagraph || plain.isWaiting || isLabelAlone(pieces) || isLabelWithValue(pieces)) return false;
    plain.noteOffers(pieces.join(' '));
    return true;
  }

  /** A paragraph whose first piece is a label, and whose second is set apart, is no sentence. */
  function isLabelWithValue([label = '', value, ...others]: readonly string[]): boolean {
    return value !== undefined && others.length < 2 && (words.meaning(label)?.field ?? null) !== null;
  }

  function isLabelAlone(pieces: readonly string[]): boolean {
    return pieces.length === 1 && (words.meaning(pieces[0] ?? '')?.field ?? null) !== null;
  }

  /** Tables whose columns are labels with examples and what they mean. */
  function tablesThatExplain(lines: readonly PageLine[]): ReadonlySet<number> {
    const found = new Set<number>();
    for (const { table, cells } of lines)
      if (table !== 0 && cells.length > 2 && cells.some((cell) => words.exampleColumns.has(foldLabel(cell.join(' ')))))
        found.add(table);
    return found;
  }

  /**
   * Tables whose first row names columns and whose other rows have no labels: what stands in those
   * belongs to the names in them, and is no value of the labels.
   */
  function tablesOfColumns(lines: readonly PageLine[]): ReadonlySet<number> {
    const labels = (row: PageLine) =>
      row.cells.filter((cell) => (words.meaning(cell.join(' '))?.field ?? null) !== null).length;
    const heads = new Map<number, { readonly row: PageLine; readonly count: number; isOfColumns: boolean | null }>();
    for (const row of lines) {
      const head = heads.get(row.table);
      if (row.table === 0) continue;
      if (head === undefined) heads.set(row.table, { row, count: labels(row), isOfColumns: null });
      else if (head.isOfColumns !== false)
        head.isOfColumns = head.count > 1 && row.cells.length === head.row.cells.length && labels(row) === 0;
    }
    return new Set([...heads].flatMap(([table, { isOfColumns }]) => (isOfColumns === true ? [table] : [])));
  }

  function kindOf(draft: Draft, { url, title }: PageContent, isConsole: boolean): RecordKind {
    const isMinistry = url === null ? /备案管理系统/.test(title) : /^https?:\/\/[^/]*\bmiit\.gov\.cn\//.test(url);
    if (draft.hasFiling && draft.facts === 0 && isMinistry) return 'miit';
    const isConsoleHost = /^(?:[a-z0-9-]+\.)?console\./.test(hostOf(url));
    return isConsole || isConsoleHost || draft.hasConsoleLabels ? 'console' : 'lookup';
  }

  /**
   * The names that a page says it is about: in its fields, its headings, its title and its address,
   * in this order.
   */
  function shownNames({ fields, headings, title, url }: PageContent): string[] {
    const host = hostOf(url);
    const isOwn = (name: string) =>
      name === host || host.endsWith(`.${name}`) || rules.records.lookupSites.includes(name);
    const found: string[] = [];
    const behindHost = url === null ? '' : decoded(url.replace(/^[a-z]+:\/\/[^/?#]*/i, ''));
    for (const source of [...fields.map((field) => names.domain(field) ?? ''), ...headings, title, behindHost])
      for (const name of names.all(source)) if (!isOwn(name) && !found.includes(name)) found.push(name);
    return found;
  }

  /** The console that a page is of, by its address; pages that look names up are none. */
  function consoleOf(url: string | null): ConsoleSite | null {
    const host = hostOf(url);
    if (host === '' || host.startsWith('whois.')) return null;
    const found = rules.consoles.find(({ sites }) =>
      sites.some((site) => (site.host.startsWith('*.') ? host.endsWith(site.host.slice(1)) : host === site.host)),
    );
    return found === undefined ? null : siteOf(found);
  }

  /** The one console that has a site below the same registrable domain. */
  function consoleBeside(url: string | null): ConsoleSite | null {
    const host = hostOf(url);
    const read = host === '' || host.startsWith('whois.') ? null : readName(host);
    if (read === null || !('registrable' in read)) return null;
    const domain = read.registrable;
    const [found, ...others] = rules.consoles.filter(
      ({ sites, registrar }) =>
        registrar !== undefined && sites.some((site) => site.host === domain || site.host.endsWith(`.${domain}`)),
    );
    return found === undefined || others.length > 0 ? null : siteOf(found);
  }

  function siteOf({ id, registrar }: Ruleset['consoles'][number]): ConsoleSite {
    return { registrar: registrar ?? null, isOfSeveral: rules.records.consolesOfSeveral.includes(id) };
  }

  /**
   * Lists of names on a page, and the ministry's list, whose name stands in the field beside it.
   */
  function tablesOf(
    content: PageContent,
    shown: readonly string[],
  ): { readonly records: DomainRecord[]; readonly unfiled: string | null } {
    const asked = content.fields.map((field) => names.domain(field)).find((name) => name !== null) ?? null;
    const groups = rowGroups(content.lines.filter(({ isQuoted }) => !isQuoted));
    // Programs for tables save them as HTML: a table and nothing else.
    const isBareTable = content.url === null && content.lines.every(({ table }) => table !== 0);
    const console_ = consoleOf(content.url);
    const read = groups.map((group) => recordsOfGroup(group, { isBareTable, console_, asked }));
    const records = read.flatMap((one) => one.records);
    const isUnfiled = asked !== null && read.some((one) => one.isUnfiled) && saysUnfiled(content);
    return { records: shown.length > 0 || records.length > 0 ? records : [], unfiled: isUnfiled ? asked : null };
  }

  /** What a table of a page holds, and whether it is the ministry's without a row. */
  function recordsOfGroup(
    { head, rows }: RowGroup,
    {
      isBareTable,
      console_,
      asked,
    }: { readonly isBareTable: boolean; readonly console_: ConsoleSite | null; readonly asked: string | null },
  ): { readonly records: readonly DomainRecord[]; readonly isUnfiled: boolean } {
    const isMinistry = head.some((label) => words.columnMeaning(label) === 'filingUnit');
    const read = readTable(head, rows, context, names, {
      kind: isMinistry ? 'miit' : isBareTable ? 'export' : 'console',
      form: isBareTable ? 'table' : 'page',
      // Asked by a unit's name or by a number, the list has many names and shows none of them.
      name: isMinistry && rows.length <= 1 ? asked : null,
    });
    return {
      records: read === null ? [] : read.records.map((record) => withSite(record, console_)),
      isUnfiled: read !== null && isMinistry && rows.length === 0,
    };
  }

  function saysUnfiled({ lines }: PageContent): boolean {
    return lines.some(({ cells }) => {
      const line = cells.flat().join(' ');
      return rules.records.unfiledPages.some((part) => line.includes(part));
    });
  }

  return { text, page, listed, context, names };
}

/** Whether a name is none of the authorities whose pages show records. */
function isNoAuthority(name: string): boolean {
  return !name.endsWith('.gov.cn');
}

/** Of what a text is, by the labels and the forms that it has. */
function kindOfText(draft: Draft, manner: Manner): RecordKind {
  const { chineseLabels, otherLabels, isQuoted, hasSections, hasBrackets } = manner;
  if (manner.isMinistry && draft.hasFiling && draft.facts === 0) return 'miit';
  if (draft.hasConsoleLabels) return 'console';
  if (manner.isRdap) return 'rdap';
  return !hasBrackets && (chineseLabels > otherLabels || isQuoted || hasSections) ? 'lookup' : 'whois';
}

function addDraft(drafts: Map<string, Draft>, name: string, draft: Draft): void {
  const known = drafts.get(name);
  if (known === undefined) drafts.set(name, draft);
  else known.absorb(draft);
}

interface ConsoleSite {
  readonly registrar: string | null;
  /** Whether it shows names of other registrars as well. */
  readonly isOfSeveral: boolean;
}

/** A record of a console's list without a registrar is with the registrar whose console it is. */
function withSite(record: DomainRecord, site: ConsoleSite | null): DomainRecord {
  if (site === null || site.registrar === null || record.kind !== 'console') return record;
  if (record.registrar.id !== null || record.registrar.name !== null) return record;
  return {
    ...record,
    registrar: { ...record.registrar, id: site.registrar },
    notes: [...record.notes, 'registrar-by-site', ...(site.isOfSeveral ? (['registrar-may-differ'] as const) : [])],
  };
}

interface RowGroup {
  readonly head: readonly string[];
  readonly rows: (readonly string[])[];
}

/** Tables with a heading; some draw the heading and the rows as two tables. */
function rowGroups(lines: readonly PageLine[]): RowGroup[] {
  const groups: RowGroup[] = [];
  let group: RowGroup | null = null;
  let table = -1;
  for (const { cells, isHead, table: number } of lines) {
    if (number === 0) continue;
    const row = cells.map((cell) => cell.join('\n'));
    if (isHead || group === null || (number !== table && !isHeadOf(group, row))) {
      group = { head: row.map((cell) => cell.replace(/\n/g, ' ')), rows: [] };
      groups.push(group);
    } else group.rows.push(row);
    table = number;
  }
  return groups;
}

/** Whether a heading still waits for its rows, of which this may be one. */
function isHeadOf({ head, rows }: RowGroup, row: readonly string[]): boolean {
  return rows.length === 0 && row.length === head.length;
}

/** Columns that blanks hold apart, as programs print them for a terminal. */
function withTabs(text: string): string {
  return /\S {2,}\S/.test(text.slice(0, 4000)) ? text.replace(/ {2,}/g, '\t') : '';
}

function firstLines({ lines }: PageContent): string {
  return lines
    .slice(0, 200)
    .map(({ cells }) => cells.flat().join(' '))
    .join('\n');
}

function pieceIsName(pieces: readonly string[], name: string): boolean {
  return pieces.length <= 2 && pieces.some((piece) => piece.trim().toLowerCase() === name);
}

function hostOf(url: string | null): string {
  return (/^https?:\/\/(?:[^/?#@]*@)?([^/?#:]+)/i.exec(url ?? '')?.[1] ?? '').toLowerCase();
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    // Half an escape is no reason not to look at the rest.
    return text;
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
