// Owns: making elements from a short description, as Obsidian's createEl family.

type Attributes = Record<string, string | number | boolean | null>;

export interface ElementInfo {
  cls?: string | string[];
  text?: string | DocumentFragment;
  attr?: Attributes;
  title?: string;
  parent?: Node;
  value?: string;
  type?: string;
  prepend?: boolean;
  placeholder?: string;
  href?: string;
}

const SVG = 'http://www.w3.org/2000/svg';

/** A string description is a class list. `parent` in the description wins over the argument. */
export function createElementFrom<T extends Element>(element: T, info: ElementInfo | string | undefined, parent: Node | null): T {
  const { cls, text, attr, title, value, type, prepend, placeholder, href, parent: chosen }: ElementInfo =
    typeof info === 'string' ? { cls: info } : (info ?? {});
  element.classList.add(...classNames(cls));
  if (text !== undefined) element.replaceChildren(text);
  for (const [name, content] of Object.entries({ ...attr, ...defined({ title, type, placeholder, href }) })) setAttribute(element, name, content);
  if (value !== undefined) (element as T & { value: string }).value = value;
  const place = chosen ?? parent;
  if (place) place.insertBefore(element, prepend ? place.firstChild : null);
  return element;
}

export function createHtml(doc: Document, tag: string, info: ElementInfo | string | undefined, parent: Node | null): HTMLElement {
  return createElementFrom(doc.createElement(tag), info, parent);
}

export function createSvgElement(doc: Document, tag: string, info: ElementInfo | string | undefined, parent: Node | null): Element {
  return createElementFrom(doc.createElementNS(SVG, tag), info, parent);
}

/** null and false remove the attribute, true sets it empty. */
export function setAttribute(element: Element, name: string, value: string | number | boolean | null): void {
  if (value === null || value === false) element.removeAttribute(name);
  else element.setAttribute(name, value === true ? '' : String(value));
}

export function classNames(cls: string | string[] | undefined): string[] {
  return (Array.isArray(cls) ? cls : [cls ?? '']).flatMap((name) => name.split(/\s+/)).filter((name) => name !== '');
}

function defined(values: Record<string, string | undefined>): Attributes {
  return Object.fromEntries(Object.entries(values).filter((entry): entry is [string, string] => entry[1] !== undefined));
}
