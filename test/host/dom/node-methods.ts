// Owns: Obsidian's additions to Node.
import { createHtml, createSvgElement, type ElementInfo } from './create-element';
import { defineMethods } from './define-methods';

type Done = ((element: Element) => void) | undefined;

export function addNodeMethods(): void {
  defineMethods(Node.prototype, {
    detach(this: ChildNode) {
      this.remove();
    },
    empty(this: Node) {
      while (this.lastChild) this.removeChild(this.lastChild);
    },
    insertAfter(this: Node, node: Node, child: Node | null) {
      return this.insertBefore(node, child ? child.nextSibling : this.firstChild);
    },
    indexOf(this: Node, other: Node) {
      return Array.from(this.childNodes).indexOf(other as ChildNode);
    },
    setChildrenInPlace(this: Node, children: Node[]) {
      for (const child of Array.from(this.childNodes)) if (!children.includes(child)) child.remove();
      children.forEach((child, at) => {
        if (this.childNodes[at] !== child) this.insertBefore(child, this.childNodes[at] ?? null);
      });
    },
    appendText(this: Node, text: string) {
      this.appendChild(documentOf(this).createTextNode(text));
    },
    instanceOf(this: Node, type: abstract new (...data: never[]) => unknown) {
      return this instanceof type;
    },
    get doc() {
      return documentOf(this as unknown as Node);
    },
    get win() {
      return documentOf(this as unknown as Node).defaultView ?? window;
    },
    get constructorWin() {
      return window;
    },
    createEl(this: Node, tag: string, info?: ElementInfo | string, done?: Done) {
      const element = createHtml(documentOf(this), tag, info, this);
      done?.(element);
      return element;
    },
    createDiv(this: Node, info?: ElementInfo | string, done?: Done) {
      const element = createHtml(documentOf(this), 'div', info, this);
      done?.(element);
      return element;
    },
    createSpan(this: Node, info?: ElementInfo | string, done?: Done) {
      const element = createHtml(documentOf(this), 'span', info, this);
      done?.(element);
      return element;
    },
    createSvg(this: Node, tag: string, info?: ElementInfo | string, done?: Done) {
      const element = createSvgElement(documentOf(this), tag, info, this);
      done?.(element);
      return element;
    },
  });
}

function documentOf(node: Node): Document {
  return node instanceof Document ? node : (node.ownerDocument ?? document);
}
