/** Edits that nobody asked for are no step of an editor's undo: Ctrl+Z takes back what the user did last. */
import { EditorState, type Extension, Transaction } from '@codemirror/state';

/** Keeps transactions of this origin out of the history, which moves along with them. */
export function outsideUndo(origin: string): Extension {
  return EditorState.transactionExtender.of((transaction) => (transaction.isUserEvent(origin) ? { annotations: Transaction.addToHistory.of(false) } : null));
}
