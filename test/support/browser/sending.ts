/**
 * Finds in built files whatever could send something: by the meaning of the code, not by its
 * spelling.
 */
import { parseAst } from 'vite';

/** One way of sending that a file has. */
export interface Means {
  readonly means: string;
  /** The code around it. */
  readonly code: string;
}

/** Things of the platform that make connections, wherever they are named. */
const NAMES = new Set(
  'fetch fetchLater XMLHttpRequest WebSocket WebSocketStream EventSource sendBeacon RTCPeerConnection webkitRTCPeerConnection WebTransport importScripts SharedWorker Image Audio FontFace BackgroundFetchManager PushManager eval'.split(
    ' ',
  ),
);
/** Elements that load or send something by themselves. */
const ELEMENTS = new Set(
  'script link img iframe frame form object embed audio video source track portal base meta'.split(' '),
);
/** Attributes and properties by which elements load or send. */
const LOADING = new Set(
  'src srcset srcdoc action formAction formaction poster ping background manifest imageSrcset'.split(' '),
);
/** Functions of the extension API and of windows that open addresses or send elsewhere. */
const OPENING =
  /(?:^|\.)(?:tabs|windows)\.(?:create|update)$|^(?:(?:window|self|globalThis|top|parent)\.)?open$|\blocation\.(?:assign|replace)$|\bdownloads\.download$|\.sendNativeMessage$|\.connectNative$|\bstorage\.sync\.|\.registerProtocolHandler$|\bserviceWorker\.register$|\bnavigator\.share$|\bnavigate$/;

/** The path of a file of the extension. */
const OWN_FILE = /^\/(?!\/)[\w./-]+$/;
/** What an import of a file of the extension names. */
const OWN_MODULE = /^\.{0,2}\/(?!\/)/;

interface Node {
  readonly type: string;
  readonly start: number;
  readonly end: number;
  // biome-ignore lint/suspicious/noExplicitAny: the shapes of a syntax tree are told apart by `type`.
  readonly [key: string]: any;
}

/** Reports one way of sending, and where it stands. */
type Tell = (means: string, at: Node) => void;
type Look = (node: Node, tell: Tell, parent: Node | null, key: string) => void;

/** What each kind of node can send, by the type of the syntax tree. */
const LOOKS: Readonly<Record<string, Look>> = {
  Identifier(node, tell, parent, key) {
    if (NAMES.has(node.name) && !isOwnName(parent, key)) tell(node.name, node);
  },
  MemberExpression(node, tell) {
    const name = nameOf(node);
    const isGlobal = /^(?:window|self|globalThis|top|parent|frames)$/.test(pathOf(node.object));
    if (name !== null && NAMES.has(name) && (name === 'sendBeacon' || isGlobal)) tell(name, node);
  },
  NewExpression(node, tell) {
    const made = pathOf(node.callee);
    if (made === 'Worker' && !OWN_FILE.test(textOf(node.arguments[0]) ?? '')) tell('Worker', node);
    if (made === 'Function') tell('Function', node);
  },
  CallExpression(node, tell) {
    const path = pathOf(node.callee);
    if (OPENING.test(path) && !isOwnPage(node.arguments[0])) tell(path.split('.').slice(-2).join('.'), node);
    const element = elementMadeBy(node, path);
    if (element !== null) tell(`<${element}>`, node);
    const setsLoading = node.arguments.some((one: Node) => LOADING.has(textOf(one) ?? ''));
    if (/\.setAttribute(?:NS)?$/.test(path) && setsLoading) tell('setAttribute', node);
  },
  AssignmentExpression(node, tell) {
    const name = node.left.type === 'MemberExpression' ? nameOf(node.left) : null;
    if (name !== null && LOADING.has(name)) tell(`.${name} =`, node);
    if (/(?:^|\.)location(?:\.href|\.search|\.pathname|\.host|\.hostname)?$/.test(pathOf(node.left)))
      tell('location =', node);
  },
  Property(node, tell, parent) {
    const name = textOf(node.key) ?? (node.computed ? '' : node.key.name);
    const isGiven = parent?.type === 'ObjectExpression' && LOADING.has(name);
    if (isGiven && !OWN_FILE.test(textOf(node.value) ?? '')) tell(`${node.key.name ?? node.key.value}:`, node);
  },
  ImportExpression(node, tell) {
    if (!OWN_MODULE.test(textOf(node.source) ?? '')) tell('import()', node);
  },
  ImportDeclaration: lookAtSource,
  ExportNamedDeclaration: lookAtSource,
  ExportAllDeclaration: lookAtSource,
};

function lookAtSource(node: Node, tell: Tell): void {
  if (node.source && !OWN_MODULE.test(node.source.value)) tell('import', node);
}

/**
 * Returns whether a name is that of a property or method of something of ours: declaring one calls
 * nothing, and members are looked at by themselves.
 */
function isOwnName(parent: Node | null, key: string): boolean {
  if (parent === null || parent.computed) return false;
  if (parent.type === 'MemberExpression') return key === 'property';
  return /^(?:Property|MethodDefinition|PropertyDefinition)$/.test(parent.type) && key === 'key' && !parent.shorthand;
}

/**
 * Returns the loading element that a call makes, by the document or as a component (a call with the
 * element's name first); null where it makes none. A picture's address is looked at where it is
 * given.
 */
function elementMadeBy(node: Node, path: string): string | null {
  const element = textOf(node.arguments[path.endsWith('createElementNS') ? 1 : 0]);
  if (element === null || !ELEMENTS.has(element.toLowerCase())) return null;
  const isComponent = node.arguments[1]?.type === 'ObjectExpression' && element !== 'img';
  return path.includes('createElement') || isComponent ? element : null;
}

/** Returns every means of sending in a script. */
export function meansInScript(code: string): Means[] {
  const found: Means[] = [];
  const tell: Tell = (means, { start, end }) =>
    found.push({ means, code: code.slice(Math.max(0, start - 40), Math.min(end, start + 100) + 20) });

  function visit(node: Node, parent: Node | null, key: string): void {
    LOOKS[node.type]?.(node, tell, parent, key);
    for (const [name, child] of Object.entries(node))
      for (const one of Array.isArray(child) ? child : [child]) if (isNode(one)) visit(one, node, name);
  }

  visit(parseAst(code) as unknown as Node, null, '');
  return found;
}

function isNode(value: unknown): value is Node {
  return value !== null && typeof value === 'object' && 'type' in value && typeof value.type === 'string';
}

/** Returns every means of sending in a page or a style sheet. */
export function meansInMarkup(text: string): Means[] {
  const all: readonly (readonly [string, RegExp])[] = [
    [
      'foreign address',
      /(?:\b(?:src|href|srcset|action|poster|ping|data)\s*=\s*["']?|url\(\s*["']?|@import\s+(?:url\()?["']?)(?:[a-z][a-z0-9+.-]*:)?\/\/[^\s"')>]*/gi,
    ],
    ['<form>', /<form\b/gi],
    ['<base>', /<base\b/gi],
    ['refresh', /http-equiv\s*=\s*["']?refresh/gi],
    ['prefetch', /rel\s*=\s*["']?(?:dns-prefetch|prefetch|preconnect|prerender)\b/gi],
    ['inline script', /<script(?![^>]*\bsrc=)[^>]*>/gi],
  ];
  return all.flatMap(([means, form]) =>
    [...text.matchAll(form)].map((hit) => ({ means, code: text.slice(Math.max(0, hit.index - 40), hit.index + 100) })),
  );
}

function textOf(node: Node | undefined): string | null {
  if (node?.type === 'Literal' && typeof node.value === 'string') return node.value;
  if (node?.type === 'TemplateLiteral' && node.expressions.length === 0) return node.quasis[0].value.cooked;
  return null;
}

/** The name of a member, however it is written. */
function nameOf(node: Node): string | null {
  return node.computed ? textOf(node.property) : (node.property.name ?? null);
}

/** `a.b.c` of a chain of members; what is no name is left empty. */
function pathOf(node: Node): string {
  if (node.type === 'ChainExpression') return pathOf(node.expression);
  if (node.type === 'Identifier') return node.name;
  return node.type === 'MemberExpression' ? `${pathOf(node.object)}.${nameOf(node) ?? ''}` : '';
}

/** `{url: browser.runtime.getURL(…)}`: a page of the extension. */
function isOwnPage(node: Node | undefined): boolean {
  const url =
    node?.type === 'ObjectExpression' ? node.properties.find((one: Node) => one.key?.name === 'url')?.value : undefined;
  return url?.type === 'CallExpression' && pathOf(url.callee).endsWith('.getURL');
}
