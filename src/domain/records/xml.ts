/**
 * XML as the interfaces of registrars answer it, as the objects that its JSON would be. Only what
 * records need: elements, attributes and texts, without entities of a document's own.
 */

/** Elements within each other, and in all; no answer has as many. */
const MOST_DEPTH = 30;
const MOST_ELEMENTS = 200_000;
const TAG = /<(\/?)([A-Za-z_][\w.:-]*)((?:[^<>"']|"[^"<]*"|'[^'<]*')*)>/y;
const ATTRIBUTE = /([A-Za-z_][\w.:-]*)\s*=\s*(?:"([^"<]*)"|'([^'<]*)')/g;
const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
/** What is no element, by its beginning and its end. */
const ASIDES = [
  ['<!--', '-->'],
  ['<![CDATA[', ']]>'],
  ['<?', '?>'],
] as const;

type Members = Record<string, unknown>;

interface OpenElement {
  readonly name: string;
  readonly members: Members;
  text: string;
}

/**
 * Returns what a document holds: an element is its text, or an object of its attributes and of what
 * stands in it, several of one name a list. Undefined where the text is no whole document.
 */
export function parseXml(text: string): unknown {
  if (!/^\s*<(?:\?xml\b|[A-Za-z_])/.test(text.slice(0, 500))) return undefined;
  const open: OpenElement[] = [begun('', '')];
  let at = 0;
  for (let count = 0; count < MOST_ELEMENTS; count++) {
    const start = text.indexOf('<', at);
    const [element] = open.slice(-1);
    if (element === undefined) return undefined;
    element.text += plain(text.slice(at, start < 0 ? text.length : start));
    if (start < 0) return open.length === 1 ? onlyMember(element.members) : undefined;
    const end = takeAside(text, start, element) ?? takeTag(text, start, open);
    if (end === null) return undefined;
    at = end;
  }
  return undefined;
}

/** Returns where a comment and its like ends, null where nothing of the kind begins. */
function takeAside(text: string, start: number, element: OpenElement): number | null {
  const aside = ASIDES.find(([begin]) => text.startsWith(begin, start));
  if (aside === undefined) return null;
  const [begin, end] = aside;
  const at = text.indexOf(end, start + begin.length);
  if (at < 0) return null;
  if (begin === '<![CDATA[') element.text += text.slice(start + begin.length, at);
  return at + end.length;
}

/** Returns where a tag ends; null where there is none, or none that belongs there. */
function takeTag(text: string, start: number, open: OpenElement[]): number | null {
  TAG.lastIndex = start;
  const match = TAG.exec(text);
  if (match === null) return null;
  const [whole, slash, name = '', rest = ''] = match;
  const isEmpty = rest.endsWith('/');
  if (slash !== '/') open.push(begun(name, rest));
  if ((slash === '/' || isEmpty) && !close(open, name)) return null;
  return open.length > MOST_DEPTH ? null : start + whole.length;
}

function close(open: OpenElement[], name: string): boolean {
  const [outer, element] = open.slice(-2);
  if (outer === undefined || element?.name !== name) return false;
  open.pop();
  const text = element.text.trim();
  const isPlain = Object.keys(element.members).length === 0;
  const value = isPlain ? text : text === '' ? element.members : { ...element.members, value: text };
  const local = name.slice(name.indexOf(':') + 1);
  const before = outer.members[local];
  if (before === undefined) outer.members[local] = value;
  else if (Array.isArray(before)) before.push(value);
  else outer.members[local] = [before, value];
  return true;
}

function begun(name: string, attributes: string): OpenElement {
  const members: Members = Object.create(null);
  for (const [, key = '', double, single = ''] of attributes.matchAll(ATTRIBUTE))
    if (!/^xmlns\b/.test(key)) members[key] = plain(double ?? single);
  return { name, members, text: '' };
}

function onlyMember(members: Members): Members | undefined {
  return Object.keys(members).length === 1 ? members : undefined;
}

function plain(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|(\w{1,8}));/gi, (whole, decimal, hex, name?: string) => {
    if (name !== undefined) return ENTITIES[name] ?? whole;
    const code = decimal === undefined ? Number.parseInt(hex, 16) : Number(decimal);
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}
