/**
 * Tab and Shift-Tab go from slot to slot while one is selected or has just been typed over; everywhere else, and
 * after Escape, they are the editor's own. Nothing here changes the text.
 */
import { EditorSelection, type Extension, Prec, StateEffect, StateField, type Transaction } from '@codemirror/state';
import { EditorView, keymap } from '@codemirror/view';
import { nextSlot } from '../core/template/next-slot';
import { selectedSlot, slotsOf } from './slots-of';

interface Range {
  readonly from: number;
  readonly to: number;
}

const leave = StateEffect.define();

/** What was typed over the slot that was selected last, as long as the caret stays in it and it stays in its line. */
const filling = StateField.define<Range | null>({
  create: () => null,
  update(range, tr) {
    if (tr.effects.some((effect) => effect.is(leave))) return null;
    const now = tr.docChanged ? rangeAfter(range, tr) : range;
    return now && isIn(now, tr) ? now : null;
  },
});

function rangeAfter(range: Range | null, tr: Transaction): Range | null {
  const start = range ?? (tr.isUserEvent('input') || tr.isUserEvent('delete') ? selectedSlot(tr.startState) : null);
  if (!start || (!range && tr.changes.touchesRange(start.from, start.to) === false)) return null;
  return { from: tr.changes.mapPos(start.from, -1), to: tr.changes.mapPos(start.to, 1) };
}

function isIn({ from, to }: Range, { newSelection, newDoc }: Transaction): boolean {
  const { main, ranges } = newSelection;
  return ranges.length === 1 && main.from >= from && main.to <= to && newDoc.lineAt(from).to >= to;
}

/** Whether the key was used: only where a slot is being filled. */
function go(view: EditorView, direction: 'next' | 'previous'): boolean {
  if (view.composing) return false;
  const { state } = view;
  const at = selectedSlot(state) ?? state.field(filling, false);
  if (!at) return false;
  const slot = nextSlot(slotsOf(state.doc), at, direction);
  // The last one is filled: Tab ends it rather than indents the line.
  if (!slot) view.dispatch({ effects: leave.of(null), selection: EditorSelection.cursor(at.to) });
  else {
    const selection = EditorSelection.range(slot.from, slot.to);
    view.dispatch({ effects: [leave.of(null), EditorView.scrollIntoView(selection, { y: 'nearest', yMargin: 60 })], selection });
  }
  return true;
}

/** Used up where there is a slot to leave: CodeMirror lets the Tab after an unused Escape move the focus, not indent. */
function escape(view: EditorView): boolean {
  const at = view.composing ? null : (selectedSlot(view.state) ?? view.state.field(filling, false));
  if (!at) return false;
  view.dispatch({ effects: leave.of(null), selection: EditorSelection.cursor(at.to) });
  return true;
}

export const placeholderKeys: Extension = [
  filling,
  Prec.highest(
    keymap.of([
      { key: 'Tab', run: (view) => go(view, 'next'), shift: (view) => go(view, 'previous') },
      { key: 'Escape', run: escape },
    ]),
  ),
];
