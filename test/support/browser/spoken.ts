import type { Page, SerializedAXNode } from 'puppeteer-core';

/** Roles that say nothing by themselves. */
const SILENT = new Set([
  'RootWebArea',
  'generic',
  'none',
  'LayoutTable',
  'LayoutTableRow',
  'LayoutTableCell',
  'ListMarker',
  'sectionheader',
  'sectionfooter',
]);
const STATES = ['checked', 'expanded', 'selected', 'pressed', 'disabled', 'invalid', 'focused'] as const;

/**
 * Returns the page as assistive technology has it, a line each: role, name, description, value and
 * states, indented by what they are in. Texts are lines of their own only where no name has them.
 */
export async function spoken(page: Page, within?: string): Promise<string[]> {
  const root = within === undefined ? undefined : ((await page.$(within)) ?? undefined);
  const tree = await page.accessibility.snapshot({ interestingOnly: false, ...(root && { root }) });
  return tree === null ? [] : linesOf(tree, '');
}

function linesOf(node: SerializedAXNode, indent: string): string[] {
  const { role, name = '', description, value, level, children = [] } = node;
  if (role === 'InlineTextBox') return [];
  if (role === 'StaticText') return name.trim() === '' ? [] : [`${indent}${name.trim()}`];
  const states = STATES.flatMap((state) => {
    const now = node[state];
    if (now === undefined || now === false) return state === 'checked' && now === false ? ['not checked'] : [];
    return [now === true ? state : `${state} ${now}`];
  });
  const own = [role + (level === undefined ? '' : ` ${level}`), name && `“${name}”`, description && `(${description})`];
  const said = [
    ...own,
    value === undefined || value === '' ? '' : `= ${value}`,
    ...states.map((state) => `[${state}]`),
  ];
  const isSilent = SILENT.has(role) || (role === 'paragraph' && name === '');
  const below = children.flatMap((child) => linesOf(child, isSilent ? indent : `${indent}  `));
  if (isSilent) return below;
  // What a name is made of need not be said twice.
  const inner = below.filter((line) => !(name !== '' && isPlain(line) && name.includes(line.trim())));
  return [`${indent}${said.filter(Boolean).join(' ')}`, ...inner];
}

function isPlain(line: string): boolean {
  return !/“|^\s*(?:list|group|status|section)\b/.test(line);
}
