/**
 * The quiet mark on slots that are still to be filled, drawn for the visible lines only. A short note is searched
 * at each change. In a long one the marks move along with the typing, and it is searched when the typing pauses:
 * a search takes time in proportion to the whole note. While an input method composes a word nothing is redrawn.
 */
import { type ChangeDesc, RangeSet, RangeSetBuilder, StateEffect } from '@codemirror/state';
import { Decoration, type DecorationSet, type EditorView, type PluginValue, ViewPlugin } from '@codemirror/view';
import { slotsOf } from './slots-of';

/** Characters up to which a search at each key takes a fraction of a millisecond. */
const SHORT = 8_000;
/** Length of a pause in the typing, in milliseconds. */
const PAUSE = 250;

const searched = StateEffect.define();
const mark = Decoration.mark({ class: 'plan-rollup-slot' });

interface Marks extends PluginValue {
  /** Of the visible lines. */
  decorations: DecorationSet;
}

function keepMarks(view: EditorView): Marks {
  /** Of the whole note, as of the last search; moved along since. */
  let all: DecorationSet = Decoration.none;
  let timer = 0;
  const search = (): void => {
    window.clearTimeout(timer);
    all = RangeSet.of(slotsOf(view.state.doc).map(({ from, to }) => mark.range(from, to)));
  };
  const searchLater = (): void => {
    window.clearTimeout(timer);
    timer = window.setTimeout(() => {
      if (view.composing) searchLater();
      else view.dispatch({ effects: searched.of(null) });
    }, PAUSE);
  };
  search();
  return {
    decorations: visibleOf(view, all),
    update({ docChanged, changes, viewportChanged, transactions }) {
      if (docChanged && (view.composing || view.state.doc.length > SHORT)) {
        all = untouched(all.map(changes), changes);
        searchLater();
      } else if (docChanged || transactions.some((tr) => tr.effects.some((effect) => effect.is(searched)))) search();
      else if (!viewportChanged) return;
      this.decorations = visibleOf(view, all);
    },
    destroy() {
      window.clearTimeout(timer);
    },
  };
}

function visibleOf(view: EditorView, all: DecorationSet): DecorationSet {
  const shown = new RangeSetBuilder<Decoration>();
  let done = 0;
  for (const { from, to } of view.visibleRanges)
    all.between(from, to, (start, end) => {
      if (start >= done) shown.add(start, (done = end), mark);
    });
  return shown.finish();
}

/** Without the marks that lie in changed text: what was typed over a slot is none. */
function untouched(marks: DecorationSet, changes: ChangeDesc): DecorationSet {
  let kept = marks;
  changes.iterChangedRanges((_fromA, _toA, start, end) => {
    kept = kept.update({ filterFrom: start, filterTo: end, filter: (from, to) => to <= start || from >= end });
  });
  return kept;
}

export const placeholderMarks = ViewPlugin.define(keepMarks, { decorations: (marks) => marks.decorations });
