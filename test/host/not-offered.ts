// Owns: what obsidian.d.ts exports and the host does not do. Calling it fails with a sentence that says so.
import { Component } from './base/component';
import { MemoryAdapter } from './vault/memory-adapter';
import { SettingPage } from './settings/setting-group';
import { BaseComponent } from './ui/components/base-component';
import { TextComponent } from './ui/components/text';

function notOffered(name: string): () => Promise<never> {
  return () => Promise.reject(new Error(`${name} is not offered by this host.`));
}

export const loadMathJax = notOffered('loadMathJax');
export const loadMermaid = notOffered('loadMermaid');
export const loadPdfJs = notOffered('loadPdfJs');
export const loadPrism = notOffered('loadPrism');
export const finishRenderMath = (): Promise<void> => Promise.resolve();
/** There is no network. */
export const request = notOffered('request');
export const requestUrl = notOffered('requestUrl');

/** The formula's source as text. */
export function renderMath(source: string, isBlock: boolean): HTMLElement {
  return createEl(isBlock ? 'div' : 'span', { cls: 'math', text: source });
}

export function htmlToMarkdown(html: string | HTMLElement | Document | DocumentFragment): string {
  const node = typeof html === 'string' ? new DOMParser().parseFromString(html, 'text/html').body : html;
  return node.textContent ?? '';
}

export function sanitizeHTMLToDom(html: string): DocumentFragment {
  return createFragment((fragment) => fragment.append(htmlToMarkdown(html)));
}

export class HoverPopover extends Component {
  hoverEl = createDiv('popover hover-popover');
  state = 0;

  constructor(readonly parentHover: unknown) {
    super();
  }
}

export const PopoverState = {};

/** So that `adapter instanceof FileSystemAdapter` is false, as on a phone. */
export class FileSystemAdapter extends MemoryAdapter {}
export class CapacitorAdapter extends MemoryAdapter {}
export class MomentFormatComponent extends TextComponent {}
export class SecretComponent extends BaseComponent {}
export class MarkdownEditView {}
export { SettingPage };
