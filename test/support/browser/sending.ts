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

interface Node {
  readonly type: string;
  readonly start: number;
  readonly end: number;
  // biome-ignore lint/suspicious/noExplicitAny: the shapes of a syntax tree are told apart by `type`.
  readonly [key: string]: any;
}

/** Returns every means of sending in a script. */
export function meansInScript(code: string): Means[] {
  const found: Means[] = [];
  const tell = (means: string, { start, end }: Node) =>
    found.push({ means, code: code.slice(Math.max(0, start - 40), Math.min(end, start + 100) + 20) });

  function visit(node: Node, parent: Node | null, key: string): void {
    switch (node.type) {
      case 'Identifier': {
        // A property or method of the same name on something of ours is told below; declaring one
        // calls nothing.
        const isOwnName =
          (parent?.type === 'MemberExpression' && key === 'property' && !parent.computed) ||
          (/^(?:Property|MethodDefinition|PropertyDefinition)$/.test(parent?.type ?? '') &&
            key === 'key' &&
            !parent?.computed &&
            !parent?.shorthand);
        if (NAMES.has(node.name) && !isOwnName) tell(node.name, node);
        break;
      }
      case 'MemberExpression': {
        const name = nameOf(node);
        const owner = pathOf(node.object);
        if (
          name !== null &&
          NAMES.has(name) &&
          (name === 'sendBeacon' || /^(?:window|self|globalThis|top|parent|frames)$/.test(owner))
        )
          tell(name, node);
        break;
      }
      case 'NewExpression':
        if (pathOf(node.callee) === 'Worker' && !OWN_FILE.test(textOf(node.arguments[0]) ?? '')) tell('Worker', node);
        if (pathOf(node.callee) === 'Function') tell('Function', node);
        break;
      case 'CallExpression': {
        const path = pathOf(node.callee);
        if (OPENING.test(path) && !isOwnPage(node.arguments[0])) tell(path.split('.').slice(-2).join('.'), node);
        for (const one of path.endsWith('createElementNS') ? node.arguments.slice(1, 2) : node.arguments.slice(0, 1)) {
          const element = textOf(one);
          // Elements are made by the document, or by components: a call with the element's name
          // first. A picture's address is looked at where it is given.
          if (
            element !== null &&
            ELEMENTS.has(element.toLowerCase()) &&
            (path.includes('createElement') || (node.arguments[1]?.type === 'ObjectExpression' && element !== 'img'))
          )
            tell(`<${element}>`, node);
        }
        if (/\.setAttribute(?:NS)?$/.test(path) && node.arguments.some((one: Node) => LOADING.has(textOf(one) ?? '')))
          tell('setAttribute', node);
        break;
      }
      case 'AssignmentExpression': {
        const path = pathOf(node.left);
        const name = node.left.type === 'MemberExpression' ? nameOf(node.left) : null;
        if (name !== null && LOADING.has(name)) tell(`.${name} =`, node);
        if (/(?:^|\.)location(?:\.href|\.search|\.pathname|\.host|\.hostname)?$/.test(path)) tell('location =', node);
        break;
      }
      case 'Property':
        if (
          parent?.type === 'ObjectExpression' &&
          LOADING.has(textOf(node.key) ?? (node.computed ? '' : node.key.name)) &&
          !OWN_FILE.test(textOf(node.value) ?? '')
        )
          tell(`${node.key.name ?? node.key.value}:`, node);
        break;
      case 'ImportExpression':
        if (!/^\.{0,2}\//.test(textOf(node.source) ?? '') || (textOf(node.source) ?? '').startsWith('//'))
          tell('import()', node);
        break;
      case 'ImportDeclaration':
      case 'ExportNamedDeclaration':
      case 'ExportAllDeclaration':
        if (node.source && !/^\.{0,2}\/(?!\/)/.test(node.source.value)) tell('import', node);
        break;
    }
    for (const [name, child] of Object.entries(node)) {
      for (const one of Array.isArray(child) ? child : [child])
        if (one !== null && typeof one === 'object' && typeof one.type === 'string') visit(one, node, name);
    }
  }

  visit(parseAst(code) as unknown as Node, null, '');
  return found;
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
