import { expect, test } from 'vitest';
import { ROOT } from '../../../src/cli/load-ruleset.ts';
import { bypasses } from '../../support/bypasses.ts';

test('whatever is done with a page’s node is done past the names of its fields', () => {
  expect(bypasses(ROOT)).toEqual([]);
});

/** Each line by itself: refused, or fine. */
const REFUSED = [
  'declare const node: Node; node.parentNode;',
  'declare const node: Node; node.parentNode?.insertBefore(node, node.nextSibling);',
  "declare const element: Element; element.getAttribute('x');",
  "declare const element: Element; element['id'];",
  'declare const element: HTMLElement; element.remove();',
  'declare const form: HTMLFormElement; form.elements;',
  'declare const block: Element | ShadowRoot; block.isConnected;',
  'declare const field: HTMLElement | null; field?.focus();',
  "document.createElement('p');",
  'const page = document; page.documentElement;',
  'const { body } = document;',
  'function nameOf({ nodeName }: Node) { return nodeName; }',
  'let name = ""; declare const node: Node; ({ nodeName: name } = node);',
  'declare const records: MutationRecord[]; for (const { target } of records) target.nodeValue;',
  'declare const event: Event; event.composedPath()[0]?.addEventListener;',
  'function inIt<N extends Node>(node: N) { return node.isConnected; }',
  'declare const thing: any; thing.parentNode;',
];
const FINE = [
  'declare const text: Text; text.data;',
  'declare const field: HTMLInputElement | HTMLTextAreaElement; field.value;',
  'declare const root: ShadowRoot; root.append();',
  'declare const list: NodeList; list.length;',
  'declare const record: MutationRecord; record.target;',
  'declare const one: { readonly name: string }; one.name;',
  "import { make } from './dom-clobbering.ts'; make('span').append('x');",
  "import { parentOf } from './dom-clobbering.ts'; parentOf(document);",
  "import { makeHost } from './shadow-host.ts'; makeHost('chip', {}, []).host.remove();",
  'getComputedStyle(new Image()).display;',
];

test('the rule refuses what goes another way, and nothing else', () => {
  const files = Object.fromEntries(
    [...REFUSED, ...FINE].map((text, at) => [`src/entries/content/sample-${at}.ts`, `${text}\nexport {};`]),
  );
  const found = bypasses(ROOT, files).map((line) => Number(/sample-(\d+)/.exec(line)?.[1]));
  expect([...new Set(found)]).toEqual(REFUSED.map((_, at) => at));
});
