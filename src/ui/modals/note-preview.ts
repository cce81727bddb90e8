import type { FilledPlace } from '../../core/template/fill';

/** Characters shown before and behind the field's first place: a page lays out no more at each key. */
const AROUND = 20_000;

/** A note as plain text, with the places of one field marked and in sight; of a long one the part around them. */
export class NotePreview {
  private readonly el: HTMLElement;

  constructor(containerEl: HTMLElement) {
    this.el = containerEl.createEl('pre', { cls: 'plan-rollup-preview', attr: { tabindex: '0', role: 'region', 'aria-label': 'Preview of the note' } });
  }

  /** `places` in the order of the text. */
  show(text: string, places: readonly FilledPlace[]): void {
    this.el.empty();
    const at = places[0]?.from ?? 0;
    let done = at > AROUND ? text.lastIndexOf('\n', at - AROUND) + 1 : 0;
    const end = at + AROUND;
    let first: HTMLElement | null = null;
    for (const { from, to } of places) {
      if (from < done || to > end) continue;
      this.el.appendText(text.slice(done, from));
      const mark = this.el.createEl('mark', { text: text.slice(from, to) });
      first ??= mark;
      done = to;
    }
    this.el.appendText(text.slice(done, end));
    this.el.scrollTop = first ? Math.max(0, first.offsetTop - this.el.clientHeight / 3) : 0;
  }
}
