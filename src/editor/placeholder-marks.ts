/**
 * The quiet mark on slots that are still to be filled, drawn for the visible lines only. A short note is searched
 * at each change. In a long one the marks move along with the typing, and it is searched when the typing pauses:
 * a search takes time in proportion to the whole note. While an input method composes a word nothing is redrawn.
 */
import { type ChangeDesc, RangeSet, RangeSetBuilder, StateEffect } from '@codemirror/state';
import { Decoration, type DecorationSet, type EditorView, ViewPlugin, type ViewUpdate } from '@codemirror/view';
import { slotsOf } from './slots-of';

/** Characters up to which a search at each key takes a fraction of a millisecond. */
const SHORT = 8_000;
/** Length of a pause in the typing, in milliseconds. */
const PAUSE = 250;

const searched = StateEffect.define();
const mark = Decoration.mark({ class: 'plan-rollup-slot' });

class PlaceholderMarks {
  /** Of the visible lines. */
  decorations: DecorationSet = Decoration.none;
  /** Of the whole note, as of the last search; moved along since. */
  private all: DecorationSet = Decoration.none;
  private timer: number | null = null;

  constructor(private readonly view: EditorView) {
    this.search();
  }

  update({ docChanged, changes, viewportChanged, transactions, view }: ViewUpdate): void {
    if (docChanged && !view.composing && view.state.doc.length <= SHORT) this.search();
    else if (docChanged) {
      this.all = untouched(this.all.map(changes), changes);
      this.searchLater();
    } else if (transactions.some((tr) => tr.effects.some((effect) => effect.is(searched)))) this.search();
    else if (!viewportChanged) return;
    this.showVisible();
  }

  destroy(): void {
    if (this.timer !== null) window.clearTimeout(this.timer);
    this.timer = null;
  }

  private search(): void {
    this.destroy();
    this.all = RangeSet.of(slotsOf(this.view.state.doc).map(({ from, to }) => mark.range(from, to)));
    this.showVisible();
  }

  private searchLater(): void {
    this.destroy();
    this.timer = window.setTimeout(() => {
      this.timer = null;
      if (this.view.composing) this.searchLater();
      else this.view.dispatch({ effects: searched.of(null) });
    }, PAUSE);
  }

  private showVisible(): void {
    const shown = new RangeSetBuilder<Decoration>();
    let done = 0;
    for (const { from, to } of this.view.visibleRanges)
      this.all.between(from, to, (start, end) => {
        if (start >= done) shown.add(start, (done = end), mark);
      });
    this.decorations = shown.finish();
  }
}

/** Without the marks that lie in changed text: what was typed over a slot is none. */
function untouched(marks: DecorationSet, changes: ChangeDesc): DecorationSet {
  let kept = marks;
  changes.iterChangedRanges((_fromA, _toA, start, end) => {
    kept = kept.update({ filterFrom: start, filterTo: end, filter: (from, to) => to <= start || from >= end });
  });
  return kept;
}

export const placeholderMarks = ViewPlugin.fromClass(PlaceholderMarks, { decorations: (marks) => marks.decorations });
