/**
 * An edit is data. Offsets are UTF-16 code units into the original text; a list of changes describes one
 * new text, whatever the order of the list.
 */
export interface TextChange {
  readonly from: number;
  readonly to: number;
  readonly insert: string;
}

/**
 * The text after all `changes`. Changes at one offset are applied in list order.
 *
 * @throws RangeError when changes overlap, run backwards or leave the text: a programmer's error.
 */
export function applyChanges(text: string, changes: readonly TextChange[]): string {
  let result = '';
  let done = 0;
  for (const { from, to, insert } of inOrder(changes)) {
    if (from < done || to < from || to > text.length) {
      throw new RangeError(`Change ${from}–${to} overlaps another or leaves the text (length ${text.length}, done up to ${done}).`);
    }
    result += text.slice(done, from) + insert;
    done = to;
  }
  return result + text.slice(done);
}

/** The changes that turn `applyChanges(text, changes)` back into `text`. */
export function invertChanges(text: string, changes: readonly TextChange[]): TextChange[] {
  let shift = 0;
  return inOrder(changes).map(({ from, to, insert }) => {
    const start = from + shift;
    shift += insert.length - (to - from);
    return { from: start, to: start + insert.length, insert: text.slice(from, to) };
  });
}

/** Whether applying `changes` to `text` gives the same text: such an edit is not written. */
export function isNoChange(text: string, changes: readonly TextChange[]): boolean {
  return changes.every(({ from, to, insert }) => text.slice(from, to) === insert);
}

function inOrder(changes: readonly TextChange[]): TextChange[] {
  return [...changes].sort((a, b) => a.from - b.from || a.to - b.to);
}
