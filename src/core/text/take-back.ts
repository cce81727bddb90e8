/**
 * Takes an edit back, as an edit of the text that is there now. It is refused unless that text is what the edit made
 * it to be. Whether the note is open in an editor (LF, no byte order mark) or closed makes no difference, neither then
 * nor now.
 */
import { type EditResult, edited, refused } from './edit-result';
import { asInEditor, placesIn } from './editor-text';
import { lineBreakNear } from './line-index';
import { applyChanges, invertChanges, type TextChange } from './text-change';

/** What an edit did: the text it was made on, and its changes. */
export interface MadeEdit {
  readonly before: string;
  readonly changes: readonly TextChange[];
}

/** The changes that turn `text` back; `nothing-to-undo` where it reads as before already, `note-changed` where it reads otherwise. */
export function takeBack(text: string, { before, changes }: MadeEdit): EditResult {
  const after = applyChanges(before, changes);
  const inverse = invertChanges(before, changes);
  if (text === after) return edited(...inverse);
  const shown = asInEditor(text);
  if (shown === asInEditor(before)) return refused('nothing-to-undo', 'The change has been taken back already.');
  const fitted = shown === asInEditor(after) ? fit(inverse, after, text) : null;
  // A change that begins or ends inside a line break has no place in another form of the text.
  if (fitted === null || asInEditor(applyChanges(text, fitted)) !== asInEditor(before)) return refused('note-changed', 'The note has changed since.');
  return edited(...fitted);
}

/** Changes of `from`, made to fit `to`, which an editor shows alike. */
function fit(changes: readonly TextChange[], from: string, to: string): TextChange[] {
  const places = placesIn(to, from, changes.flatMap((change) => [change.from, change.to]));
  return changes.map(({ insert }, at) => {
    const start = places[at * 2] ?? 0;
    return { from: start, to: places[at * 2 + 1] ?? start, insert: asInEditor(insert).replace(/\n/g, lineBreakNear(to, start)) };
  });
}
