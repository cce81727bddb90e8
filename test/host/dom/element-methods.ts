// Owns: Obsidian's additions to Element, HTMLElement, SVGElement, DocumentFragment and Document.
import { setAttribute } from './create-element';
import { defineMethods } from './define-methods';
import { delegation, eventShortcuts } from './delegated-events';

export function addElementMethods(): void {
  defineMethods(Element.prototype, { ...textAndClasses, ...attributes, ...lookup, ...relatives });
  defineMethods(HTMLElement.prototype, { ...styles, ...visibility, ...delegation, ...eventShortcuts });
  defineMethods(HTMLElement.prototype, innerSize);
  defineMethods(SVGElement.prototype, styles);
  defineMethods(DocumentFragment.prototype, lookup);
  defineMethods(Document.prototype, delegation);
}

const textAndClasses = {
  getText(this: Element) {
    return this.textContent ?? '';
  },
  setText(this: Element, text: string | DocumentFragment) {
    this.replaceChildren(text);
  },
  addClass(this: Element, ...classes: string[]) {
    this.classList.add(...classes);
  },
  addClasses(this: Element, classes: string[]) {
    this.classList.add(...classes);
  },
  removeClass(this: Element, ...classes: string[]) {
    this.classList.remove(...classes);
  },
  removeClasses(this: Element, classes: string[]) {
    this.classList.remove(...classes);
  },
  toggleClass(this: Element, classes: string | string[], value: boolean) {
    for (const name of Array.isArray(classes) ? classes : [classes]) this.classList.toggle(name, value);
  },
  hasClass(this: Element, name: string) {
    return this.classList.contains(name);
  },
};

const attributes = {
  setAttr(this: Element, name: string, value: string | number | boolean | null) {
    setAttribute(this, name, value);
  },
  setAttrs(this: Element, values: Record<string, string | number | boolean | null>) {
    for (const [name, value] of Object.entries(values)) setAttribute(this, name, value);
  },
  getAttr(this: Element, name: string) {
    return this.getAttribute(name);
  },
  getCssPropertyValue(this: Element, property: string, pseudoElement?: string) {
    return getComputedStyle(this, pseudoElement).getPropertyValue(property).trim();
  },
  isActiveElement(this: Element) {
    return this.ownerDocument.activeElement === this;
  },
};

const relatives = {
  matchParent(this: Element, selector: string, lastParent?: Element) {
    const found = this.closest(selector);
    return found && (!lastParent || lastParent.contains(found)) ? found : null;
  },
  findAllSelf(this: Element, selector: string) {
    return [...(this.matches(selector) ? [this] : []), ...Array.from(this.querySelectorAll(selector))];
  },
};

const lookup = {
  find(this: ParentNode, selector: string) {
    return this.querySelector(selector);
  },
  findAll(this: ParentNode, selector: string) {
    return Array.from(this.querySelectorAll(selector));
  },
};

const visibility = {
  show(this: HTMLElement) {
    this.style.removeProperty('display');
  },
  hide(this: HTMLElement) {
    this.style.display = 'none';
  },
  toggle(this: HTMLElement, isShown: boolean) {
    if (isShown) this.style.removeProperty('display');
    else this.style.display = 'none';
  },
  toggleVisibility(this: HTMLElement, isVisible: boolean) {
    this.style.visibility = isVisible ? '' : 'hidden';
  },
  isShown(this: HTMLElement) {
    return this.isConnected && this.closest('[style*="display: none"]') === null;
  },
};

const styles = {
  setCssStyles(this: HTMLElement, values: Partial<CSSStyleDeclaration>) {
    Object.assign(this.style, values);
  },
  setCssProps(this: HTMLElement, props: Record<string, string>) {
    for (const [name, value] of Object.entries(props)) this.style.setProperty(name, value);
  },
};

const innerSize = {
  get innerWidth() {
    return (this as unknown as HTMLElement).clientWidth;
  },
  get innerHeight() {
    return (this as unknown as HTMLElement).clientHeight;
  },
};
