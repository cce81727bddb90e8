// Owns: the global functions and variables Obsidian puts on the window.
import { createHtml, createSvgElement, type ElementInfo } from './create-element';
import { defineMethods } from './define-methods';

type Done = ((element: Element) => void) | undefined;

function made<T extends Element>(element: T, done: Done): T {
  done?.(element);
  return element;
}

export function addGlobals(): void {
  defineMethods(globalThis, {
    createEl: (tag: string, info?: ElementInfo | string, done?: Done) => made(createHtml(document, tag, info, null), done),
    createDiv: (info?: ElementInfo | string, done?: Done) => made(createHtml(document, 'div', info, null), done),
    createSpan: (info?: ElementInfo | string, done?: Done) => made(createHtml(document, 'span', info, null), done),
    createSvg: (tag: string, info?: ElementInfo | string, done?: Done) => made(createSvgElement(document, tag, info, null), done),
    createFragment(done?: (fragment: DocumentFragment) => void) {
      const fragment = document.createDocumentFragment();
      done?.(fragment);
      return fragment;
    },
    fish: (selector: string) => document.querySelector(selector),
    fishAll: (selector: string) => Array.from(document.querySelectorAll(selector)),
    isBoolean: (value: unknown) => typeof value === 'boolean',
    ready(run: () => unknown) {
      if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', () => void run());
      else run();
    },
    sleep: (ms: number) => new Promise((resolve) => window.setTimeout(resolve, ms)),
    nextFrame: () => new Promise((resolve) => window.requestAnimationFrame(resolve)),
  });
  Object.assign(globalThis, { activeWindow: window, activeDocument: document });
  defineMethods(UIEvent.prototype, {
    get targetNode() {
      const { target } = this as unknown as UIEvent;
      return target instanceof Node ? target : null;
    },
    get win() {
      return (this as unknown as UIEvent).view ?? window;
    },
    get doc() {
      return ((this as unknown as UIEvent).view ?? window).document;
    },
    instanceOf(this: UIEvent, type: abstract new (...data: never[]) => unknown) {
      return this instanceof type;
    },
  });
}
