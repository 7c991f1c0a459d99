/**
 * What is read of a spreadsheet: the workbook, its styles and strings, its sheets. The reader makes
 * a cell of every place up to the last row and column, so the addresses are looked at before it
 * sees any of them.
 */
import { MOST, Refused } from '../../domain/portfolio/input-limits.ts';
import { partsIn, unpack } from './zip.ts';

const WORKBOOK = 'xl/workbook.xml';
const RELATIONS = 'xl/_rels/workbook.xml.rels';
/**
 * Bytes of the workbook and its relations, and of the styles: an element of a few bytes becomes an
 * object of hundreds.
 */
const MOST_FRAME = 1_000_000;
const MOST_STYLES = 8_000_000;
/** Sheets of a workbook: what is made of them grows with the square. */
const MOST_SHEETS = 500;
/** Levels of elements: those of a sheet are six. */
const MOST_LEVELS = 32;

const UNREADABLE = new Refused({ why: 'unreadable' });
const TOO_MANY_CELLS = new Refused({ why: 'cells', most: MOST.cells });

type Kind = 'worksheet' | 'sharedStrings' | 'styles';

/**
 * Returns the parts of a spreadsheet that are read, unpacked and bounded. Throws {@link Refused}.
 */
export function sheetParts(zip: Uint8Array): Record<string, Uint8Array<ArrayBuffer>> {
  const parts = new Map(partsIn(zip).map((part) => [part.name, part]));
  const found: [string, Uint8Array<ArrayBuffer>][] = [];
  let unpacked = 0;
  let cells = 0;

  function read(name: string, most: number): string {
    const part = parts.get(name);
    if (part === undefined) return '';
    const left = MOST.unpacked - unpacked;
    const bytes = unpack(part, Math.min(most, left), left < most ? MOST.unpacked : most);
    unpacked += bytes.length;
    found.push([name, bytes]);
    return new TextDecoder().decode(bytes);
  }

  const relations = relationsIn(read(RELATIONS, MOST_FRAME));
  const sheets = [...relations].filter(([, kind]) => kind === 'worksheet').length;
  if (Math.max(sheets, read(WORKBOOK, MOST_FRAME).split(/<(?:[^\s<>/:]*:)?sheet\s/).length - 1) > MOST_SHEETS)
    throw new Refused({ why: 'unreadable' });
  for (const [name, kind] of relations) {
    const xml = read(name, kind === 'styles' ? MOST_STYLES : MOST.unpacked);
    if (kind === 'sharedStrings') for (const _ of tagsIn(xml));
    if (kind !== 'worksheet' || xml === '') continue;
    const data = sheetDataIn(xml);
    cells += cellsIn(data);
    if (cells > MOST.cells) throw TOO_MANY_CELLS;
    found.pop();
    found.push([name, new TextEncoder().encode(`<worksheet>${data}</worksheet>`)]);
  }
  return Object.fromEntries(found);
}

/**
 * Paths of the parts that a workbook names, with what they are. Those that have a fixed name may be
 * named nowhere.
 */
function relationsIn(xml: string): Map<string, Kind> {
  const relations = new Map<string, Kind>([
    ['xl/sharedStrings.xml', 'sharedStrings'],
    ['xl/styles.xml', 'styles'],
  ]);
  for (const { name, attributes } of tagsIn(xml)) {
    const [type = '', target = ''] = ['Type', 'Target'].map((one) => attributes.get(one) ?? '');
    const kind = /\/(worksheet|sharedStrings|styles)$/.exec(type)?.[1] as Kind | undefined;
    if (name === 'Relationship' && kind !== undefined)
      relations.set(target.startsWith('/') ? target.slice(1) : `xl/${target}`, kind);
  }
  relations.delete(WORKBOOK);
  relations.delete(RELATIONS);
  return relations;
}

/** Returns the rows of a sheet, without all that stands around them. */
function sheetDataIn(xml: string): string {
  const [open, prefix = ''] = /<([^\s<>/:]*:)?sheetData\s*>/.exec(xml) ?? [];
  if (open === undefined) return '<sheetData></sheetData>';
  const from = xml.indexOf(open);
  const close = `</${prefix}sheetData>`;
  const to = xml.indexOf(close, from);
  if (to < 0) throw UNREADABLE;
  return `<sheetData>${xml.slice(from + open.length, to)}</sheetData>`;
}

/**
 * Returns the cells of a sheet as a rectangle from the first to the last row and column, as the
 * reader makes it.
 */
function cellsIn(xml: string): number {
  let rows = 0;
  let columns = 0;
  let inRow = 0;
  for (const { name, attributes } of tagsIn(xml)) {
    if (name === 'row') {
      inRow = 0;
      rows = Math.max(rows + 1, rowNumber(attributes.get('r')));
    } else if (name === 'c') {
      const address = attributes.get('r');
      const [, letters = '', digits = ''] =
        address === undefined ? [] : (/^([A-Z]{1,3})(\d{1,7})$/.exec(address) ?? []);
      if (address !== undefined && letters === '') throw UNREADABLE;
      inRow = Math.max(inRow + 1, columnOf(letters));
      columns = Math.max(columns, inRow);
      rows = Math.max(rows, Number(digits));
    }
    if (rows * Math.max(columns, 1) > MOST.cells) throw TOO_MANY_CELLS;
  }
  return rows * Math.max(columns, 1);
}

function rowNumber(text: string | undefined): number {
  if (text === undefined) return 0;
  // The reader takes whatever JavaScript takes for a number.
  if (!/^\d{1,7}$/.test(text)) throw UNREADABLE;
  return Number(text);
}

function columnOf(letters: string): number {
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
}

interface Tag {
  /** Without a prefix, as the reader takes it. */
  readonly name: string;
  /** By their names without prefix. */
  readonly attributes: ReadonlyMap<string, string>;
}

/**
 * The name of an element, and its attributes: nothing in them that could be read as a tag by one
 * reader and not by another.
 */
const TAG = /^\/?(?:[^\s<>/"'=:]+:)?([^\s<>/"'=:]+)((?:\s+[^\s<>/"'=]+\s*=\s*(?:"[^"<>]*"|'[^'<>]*'))*)\s*\/?$/;
const ATTRIBUTE = /(?:[^\s<>/"'=:]+:)?([^\s<>/"'=:]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;

/**
 * Yields the opening tags of an XML text of which every reader sees the same ones. Throws {@link
 * Refused} for comments, sections, types, quotes left open, an attribute twice, and where it is too
 * deep: no program writes these here.
 */
function* tagsIn(xml: string): Generator<Tag> {
  let level = 0;
  for (let at = xml.indexOf('<'); at >= 0; at = xml.indexOf('<', at + 1)) {
    const text = tagAt(xml, at);
    // The declaration in front.
    if (text.startsWith('?xml ') && level === 0) continue;
    const [, name = '', rest = ''] = TAG.exec(text) ?? [];
    if (name === '') throw UNREADABLE;
    if (text.startsWith('/')) level--;
    else {
      if (!text.endsWith('/')) level++;
      yield { name, attributes: attributesIn(rest) };
    }
    if (level > MOST_LEVELS || level < 0) throw UNREADABLE;
  }
}

/** Returns what stands between the signs of a tag; '' where it does not end, or is too long. */
function tagAt(xml: string, at: number): string {
  const to = xml.indexOf('>', at);
  return to < 0 || to - at > MOST_TAG ? '' : xml.slice(at + 1, to);
}

function attributesIn(text: string): Map<string, string> {
  const attributes = new Map<string, string>();
  for (const [, one = '', double, single = ''] of text.matchAll(ATTRIBUTE)) {
    const value = double ?? single;
    // An address that the reader takes elsewhere, or in which it puts other characters for
    // entities.
    if (one === 'r' && (attributes.has(one) || value.includes('&'))) throw UNREADABLE;
    attributes.set(one, value);
  }
  return attributes;
}

/** Characters of the longest tag. */
const MOST_TAG = 10_000;
