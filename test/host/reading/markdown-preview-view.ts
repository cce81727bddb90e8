// Owns: the reading view of a note.
import { Component } from '../base/component';
import type { TFile } from '../vault/file';
import type { MarkdownView } from '../workspace/markdown-view';
import { MarkdownRenderer } from './markdown-renderer';

/** How long a line that a link led to stays marked, in ms. */
const FLASH = 1200;

export class MarkdownPreviewView {
  readonly wrapperEl = createDiv({ cls: 'markdown-reading-view', attr: { tabindex: -1 } });
  readonly containerEl = this.wrapperEl.createDiv('markdown-preview-view markdown-rendered');
  private component: Component | null = null;
  private round = 0;

  constructor(private readonly view: MarkdownView) {}

  get file(): TFile | null {
    return this.view.file;
  }

  get(): string {
    return this.view.getViewData();
  }

  set(data: string): void {
    this.view.setViewData(data);
  }

  clear(): void {
    this.round++;
    this.component?.unload();
    this.component = null;
    this.containerEl.empty();
  }

  rerender(): void {
    void this.render();
  }

  /** Draws the note anew. A later call while this one is under way wins. */
  async render(): Promise<void> {
    const scroll = this.wrapperEl.scrollTop;
    this.clear();
    const round = this.round;
    const component = new Component();
    component.load();
    this.component = component;
    const holder = createDiv();
    this.containerEl.append(holder);
    await MarkdownRenderer.render(this.view.app, this.view.getViewData(), holder, this.file?.path ?? '', component);
    if (round !== this.round) {
      component.unload();
      return;
    }
    holder.replaceWith(...Array.from(holder.childNodes));
    this.wrapperEl.scrollTop = scroll;
  }

  getScroll(): number {
    return this.wrapperEl.scrollTop;
  }

  applyScroll(scroll: number): void {
    this.wrapperEl.scrollTop = scroll;
  }

  /** Brings the block that holds a line, from 0, to the middle. */
  scrollToLine(line: number, isFlashing: boolean): void {
    const blocks = Array.from(this.containerEl.querySelectorAll<HTMLElement>('[data-line]'));
    const block = blocks.filter((el) => Number(el.dataset['line']) <= line).at(-1);
    if (!block) return;
    block.scrollIntoView({ block: 'center' });
    if (!isFlashing) return;
    block.addClass('is-flashing');
    window.setTimeout(() => block.removeClass('is-flashing'), FLASH);
  }
}
