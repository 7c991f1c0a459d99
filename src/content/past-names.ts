/**
 * Reading nodes past the names of fields: `<form><input name="parentNode">` hides the form's own property from every script,
 * ours included, and would send us in circles.
 */

function getterOf<T>(of: object, name: string): (node: Node) => T {
  const get = Object.getOwnPropertyDescriptor(of, name)?.get;
  return (node) => get?.call(node) as T;
}

export const parentOf = getterOf<Node | null>(Node.prototype, 'parentNode');
export const nameOf = getterOf<string>(Node.prototype, 'nodeName');
export const isInPage = getterOf<boolean>(Node.prototype, 'isConnected');
export const localNameOf = getterOf<string>(Element.prototype, 'localName');
export const shadowRootOf = getterOf<ShadowRoot | null>(Element.prototype, 'shadowRoot');

/** Out: an attribute; null where it has none. */
export function attributeOf(element: Element, name: string): string | null {
  return Element.prototype.getAttribute.call(element, name);
}

/** Puts a node last into an element or a shadow root. */
export function appendTo(parent: Node, node: Node): void {
  Node.prototype.appendChild.call(parent, node);
}
