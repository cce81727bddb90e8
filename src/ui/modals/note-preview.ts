import type { FilledPlace } from '../../core/template/fill';

/** A note as plain text, with the places of one field marked and in sight. */
export class NotePreview {
  private readonly el: HTMLElement;

  constructor(containerEl: HTMLElement) {
    this.el = containerEl.createEl('pre', { cls: 'plan-rollup-preview', attr: { tabindex: '0', role: 'region', 'aria-label': 'Preview of the note' } });
  }

  /** `places` in the order of the text. */
  show(text: string, places: readonly FilledPlace[]): void {
    this.el.empty();
    let done = 0;
    let first: HTMLElement | null = null;
    for (const { from, to } of places) {
      if (from < done) continue;
      this.el.appendText(text.slice(done, from));
      const mark = this.el.createEl('mark', { text: text.slice(from, to) });
      first ??= mark;
      done = to;
    }
    this.el.appendText(text.slice(done));
    this.el.scrollTop = first ? Math.max(0, first.offsetTop - this.el.clientHeight / 3) : 0;
  }
}
