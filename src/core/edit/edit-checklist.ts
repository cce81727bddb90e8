/** Ticking: one character between two brackets, in the line that was meant. */
import { Item } from '../markdown/blocks';
import { taskMarkLength } from '../markdown/block-writer';
import { scanBlocks } from '../markdown/scan-blocks';
import { type EditResult, edited, type Refusal, refused } from '../text/edit-result';
import { findLine, type LineTarget } from '../text/line-target';
import { applyChanges } from '../text/text-change';

/**
 * Puts `mark` between the brackets of the target's task. No changes when it stands there already. Refused: the line
 * is gone or ambiguous, is no task any more (it may have moved into a code fence), or `mark` is not one character.
 */
export function setTaskMark(text: string, target: LineTarget, mark: string): EditResult {
  if (String.fromCodePoint(mark.codePointAt(0) ?? 0) !== mark || /[\]\r\n\t]/.test(mark)) return refused('mark-invalid', `“${mark}” is not one character that can stand between a task's brackets.`);
  const found = findLine(text, target);
  if (!found.ok) return found;
  const { items } = scanBlocks(text);
  for (let item = 0; item < items.length; item++) {
    const current = items.get(item, Item.mark);
    if (items.get(item, Item.line) !== found.line || current < 0) continue;
    const bracket = text.lastIndexOf(`[${String.fromCodePoint(current)}]`, items.get(item, Item.textFrom) - 1);
    const from = bracket + 1;
    const to = from + taskMarkLength(current) - 2;
    if (text.slice(from, to) === mark) return edited();
    const change = { from, to, insert: mark };
    return hasMark(applyChanges(text, [change]), item, mark) ? edited(change) : refused('mark-invalid', `With “${mark}” between its brackets this line would be no task.`);
  }
  return refused('not-a-task', `Line ${found.line + 1} is not a task any more. Open the note and look at it.`);
}

/** As `setTaskMark` for several tasks of a note, each found on its own: those that can't be are left out, with the reasons. */
export function setTaskMarks(text: string, targets: readonly LineTarget[], mark: string): { readonly result: EditResult; readonly refusals: readonly Refusal[] } {
  const results = targets.map((target) => setTaskMark(text, target, mark));
  return { result: edited(...results.flatMap((result) => (result.ok ? result.changes : []))), refusals: results.flatMap((result) => (result.ok ? [] : [result.refusal])) };
}

/** Read back: a pipe, for one, can turn the line into a table's header. */
function hasMark(text: string, item: number, mark: string): boolean {
  return scanBlocks(text).items.get(item, Item.mark) === mark.codePointAt(0);
}
