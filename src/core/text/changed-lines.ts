/** What an edit does to a text, line by line: for people who look at it before it is written. Line numbers count from 0. */
import { afterLineBreak, endOfLine, LineIndex, startOfLine } from './line-index';
import { applyChanges, isNoChange, type TextChange } from './text-change';

export interface ChangedLines {
  /** Number of the first line in the text before the edit. */
  readonly line: number;
  readonly removed: readonly string[];
  readonly added: readonly string[];
}

/** The lines that differ, in text order; what merely stands beside a change is not among them. */
export function changedLines(text: string, changes: readonly TextChange[]): readonly ChangedLines[] {
  const lines = new LineIndex(text);
  return stretches(text, changes).flatMap(({ from, to, changes: inside }) => {
    const moved = inside.map((change) => ({ ...change, from: change.from - from, to: change.to - from }));
    const before = text.slice(from, to);
    if (isNoChange(before, moved)) return [];
    return [withoutSame(linesOf(before), linesOf(applyChanges(before, moved)), lines.lineAt(from))];
  });
}

interface Stretch {
  readonly from: number;
  readonly to: number;
  readonly changes: readonly TextChange[];
}

/** Runs of whole lines that the changes touch; changes of one line, or of neighbours, are one run. */
function stretches(text: string, changes: readonly TextChange[]): Stretch[] {
  const found: Stretch[] = [];
  for (const change of [...changes].sort((a, b) => a.from - b.from || a.to - b.to)) {
    const from = startOfLine(text, change.from);
    const to = endOfLine(text, change.to);
    const last = found[found.length - 1];
    if (last && from <= afterLineBreak(text, last.to)) found[found.length - 1] = { from: last.from, to: Math.max(last.to, to), changes: [...last.changes, change] };
    else found.push({ from, to, changes: [change] });
  }
  return found;
}

function linesOf(text: string): string[] {
  return text.split(/\r\n|\r|\n/);
}

/** Lines that are the same at either end are left out. */
function withoutSame(before: readonly string[], after: readonly string[], line: number): ChangedLines {
  const most = Math.min(before.length, after.length);
  let start = 0;
  while (start < most && before[start] === after[start]) start++;
  let end = 0;
  while (end < most - start && before[before.length - 1 - end] === after[after.length - 1 - end]) end++;
  return { line: line + start, removed: before.slice(start, before.length - end), added: after.slice(start, after.length - end) };
}
