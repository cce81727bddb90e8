// Owns: the brief highlight of the line a link has led to.
import { StateEffect, StateField } from '@codemirror/state';
import { Decoration, EditorView, type DecorationSet } from '@codemirror/view';

/** How long the line stays marked, in ms. */
const DURATION = 1200;

const setFlash = StateEffect.define<number | null>();
const mark = Decoration.line({ class: 'is-flashing' });

export const lineFlash = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update(marks, transaction) {
    for (const effect of transaction.effects)
      if (effect.is(setFlash)) return effect.value === null ? Decoration.none : Decoration.set([mark.range(effect.value)]);
    return marks.map(transaction.changes);
  },
  provide: (field) => EditorView.decorations.from(field),
});

/** Marks the line that starts at the offset. */
export function flashLine(view: EditorView, lineStart: number): void {
  view.dispatch({ effects: setFlash.of(lineStart) });
  window.setTimeout(() => {
    if (view.dom.isConnected) view.dispatch({ effects: setFlash.of(null) });
  }, DURATION);
}
