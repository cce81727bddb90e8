// Owns: Obsidian's Editor over a CodeMirror view. Lines and characters are counted from 0; texts never hold CRLF.
import { EditorSelection, Transaction, type Text, type TransactionSpec } from '@codemirror/state';
import { isolateHistory, redo, undo } from '@codemirror/commands';
import { EditorView } from '@codemirror/view';
import type {
  EditorChange,
  EditorCommandName,
  EditorPosition,
  EditorRange,
  EditorSelection as SelectionRange,
  EditorSelectionOrCaret,
  EditorTransaction,
} from 'obsidian';
import { editorCommands } from './editor-commands';

export class Editor {
  constructor(readonly cm: EditorView) {}

  getDoc(): this {
    return this;
  }

  refresh(): void {
    this.cm.requestMeasure();
  }

  // --- text

  getValue(): string {
    return this.doc.toString();
  }

  setValue(content: string): void {
    this.cm.dispatch({ changes: { from: 0, to: this.doc.length, insert: plain(content) } });
  }

  getLine(line: number): string {
    return line >= 0 && line < this.doc.lines ? this.doc.line(line + 1).text : '';
  }

  setLine(line: number, text: string): void {
    this.replaceRange(text, { line, ch: 0 }, { line, ch: this.getLine(line).length });
  }

  lineCount(): number {
    return this.doc.lines;
  }

  lastLine(): number {
    return this.doc.lines - 1;
  }

  getRange(from: EditorPosition, to: EditorPosition): string {
    return this.cm.state.sliceDoc(this.posToOffset(from), this.posToOffset(to));
  }

  replaceRange(replacement: string, from: EditorPosition, to: EditorPosition = from, origin?: string): void {
    this.transaction({ changes: [{ from, to, text: replacement }] }, origin);
  }

  processLines<T>(
    read: (line: number, text: string) => T | null,
    write: (line: number, text: string, value: T | null) => EditorChange | void,
    ignoreEmpty = false,
  ): void {
    const from = this.getCursor('from').line;
    const to = this.getCursor('to').line;
    const lines = Array.from({ length: to - from + 1 }, (_, i) => from + i).filter((line) => !ignoreEmpty || this.getLine(line) !== '');
    const values = lines.map((line) => ({ line, text: this.getLine(line), value: read(line, this.getLine(line)) }));
    const changes = values.flatMap(({ line, text, value }) => write(line, text, value) ?? []);
    this.transaction({ changes });
  }

  // --- selection

  getSelection(): string {
    const { main } = this.cm.state.selection;
    return this.cm.state.sliceDoc(main.from, main.to);
  }

  somethingSelected(): boolean {
    return this.cm.state.selection.ranges.some((range) => !range.empty);
  }

  replaceSelection(replacement: string, origin?: string): void {
    this.transaction({ replaceSelection: replacement }, origin);
  }

  getCursor(side: 'from' | 'to' | 'head' | 'anchor' = 'head'): EditorPosition {
    return this.offsetToPos(this.cm.state.selection.main[side]);
  }

  listSelections(): SelectionRange[] {
    return this.cm.state.selection.ranges.map(({ anchor, head }) => ({ anchor: this.offsetToPos(anchor), head: this.offsetToPos(head) }));
  }

  setCursor(pos: EditorPosition | number, ch = 0): void {
    this.setSelection(typeof pos === 'number' ? { line: pos, ch } : pos);
  }

  setSelection(anchor: EditorPosition, head: EditorPosition = anchor): void {
    this.setSelections([{ anchor, head }]);
  }

  setSelections(ranges: EditorSelectionOrCaret[], main = 0): void {
    this.cm.dispatch({ selection: this.selectionOf(this.doc, ranges, main), scrollIntoView: true });
  }

  wordAt(pos: EditorPosition): EditorRange | null {
    const word = this.cm.state.wordAt(this.posToOffset(pos));
    return word && { from: this.offsetToPos(word.from), to: this.offsetToPos(word.to) };
  }

  // --- one step

  /**
   * All changes, given in places of the document before, then the selection, given in places of the document after.
   * One undo step; with an origin it is a step of its own, without one it may join the typing just before.
   */
  transaction(tx: EditorTransaction, origin?: string): void {
    const { state } = this.cm;
    const changes = (tx.changes ?? []).map(({ from, to, text }) => ({
      from: this.posToOffset(from),
      to: this.posToOffset(to ?? from),
      insert: plain(text),
    }));
    if (tx.replaceSelection !== undefined)
      for (const { from, to } of state.selection.ranges) changes.push({ from, to, insert: plain(tx.replaceSelection) });
    const spec: TransactionSpec = { changes: state.changes(changes) };
    const ranges = tx.selections ?? (tx.selection ? [tx.selection] : []);
    const after = state.changes(changes).apply(state.doc);
    const selection = ranges.length
      ? { selection: this.selectionOf(after, ranges.map(({ from, to }) => ({ anchor: from, head: to ?? from })), 0) }
      : caretAfterReplacement(state.selection, tx.replaceSelection, spec, state);
    this.cm.dispatch({
      ...spec,
      ...selection,
      scrollIntoView: true,
      ...(origin !== undefined && { annotations: [isolateHistory.of('full'), Transaction.userEvent.of(origin)] }),
    });
  }

  undo(): void {
    undo(this.cm);
  }

  redo(): void {
    redo(this.cm);
  }

  exec(command: EditorCommandName): void {
    editorCommands[command](this.cm);
  }

  // --- view

  focus(): void {
    this.cm.focus();
  }

  blur(): void {
    this.cm.contentDOM.blur();
  }

  hasFocus(): boolean {
    return this.cm.hasFocus;
  }

  getScrollInfo(): { top: number; left: number } {
    return { top: this.cm.scrollDOM.scrollTop, left: this.cm.scrollDOM.scrollLeft };
  }

  scrollTo(x?: number | null, y?: number | null): void {
    if (typeof x === 'number') this.cm.scrollDOM.scrollLeft = x;
    if (typeof y === 'number') this.cm.scrollDOM.scrollTop = y;
  }

  scrollIntoView(range: EditorRange, center = false): void {
    const target = EditorSelection.range(this.posToOffset(range.from), this.posToOffset(range.to));
    this.cm.dispatch({ effects: EditorView.scrollIntoView(target, { y: center ? 'center' : 'nearest' }) });
  }

  /** The nearest offset there is. */
  posToOffset(pos: EditorPosition): number {
    return offsetIn(this.doc, pos);
  }

  offsetToPos(offset: number): EditorPosition {
    const at = Math.max(0, Math.min(offset, this.doc.length));
    const line = this.doc.lineAt(at);
    return { line: line.number - 1, ch: at - line.from };
  }

  private get doc(): Text {
    return this.cm.state.doc;
  }

  private selectionOf(doc: Text, ranges: EditorSelectionOrCaret[], main: number): EditorSelection {
    return EditorSelection.create(
      ranges.map(({ anchor, head }) => EditorSelection.range(offsetIn(doc, anchor), offsetIn(doc, head ?? anchor))),
      main,
    );
  }
}

/** After a replaced selection the caret stands behind the new text. */
function caretAfterReplacement(selection: EditorSelection, replacement: string | undefined, spec: TransactionSpec, state: EditorView['state']): TransactionSpec {
  if (replacement === undefined || spec.changes === undefined) return {};
  const changes = state.changes(spec.changes);
  return { selection: EditorSelection.create(selection.ranges.map((range) => EditorSelection.cursor(changes.mapPos(range.to, 1))), selection.mainIndex) };
}

function offsetIn(doc: Text, { line, ch }: EditorPosition): number {
  if (line < 0) return 0;
  if (line >= doc.lines) return doc.length;
  const { from, to } = doc.line(line + 1);
  return Math.min(from + Math.max(0, ch), to);
}

function plain(text: string): string {
  return text.replace(/\r\n/g, '\n');
}
