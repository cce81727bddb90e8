/** Commands that jump between the slots of the open note; the text is searched each time. */
import type { Editor } from 'obsidian';
import { findPlaceholders } from '../core/template/placeholder';
import { nextSlot } from '../core/template/next-slot';
import type { AddCommand, CommandParts } from './plan-commands';

export function addPlaceholderCommands(add: AddCommand, parts: CommandParts): void {
  add({ id: 'next-placeholder', name: 'Go to next placeholder', icon: 'arrow-down-to-line', editorCallback: (editor) => { jump(parts, editor, 'next'); } });
  add({ id: 'previous-placeholder', name: 'Go to previous placeholder', icon: 'arrow-up-to-line', editorCallback: (editor) => { jump(parts, editor, 'previous'); } });
}

/** Selects the next slot behind the selection, or the one before it; round the ends of the note. */
export function jump({ report }: Pick<CommandParts, 'report'>, editor: Editor, direction: 'next' | 'previous'): void {
  const at = { from: editor.posToOffset(editor.getCursor('from')), to: editor.posToOffset(editor.getCursor('to')) };
  const slot = nextSlot(findPlaceholders(editor.getValue()), at, direction);
  if (!slot) {
    report.info('No placeholders are left in this note.');
    return;
  }
  const range = { from: editor.offsetToPos(slot.from), to: editor.offsetToPos(slot.to) };
  editor.setSelection(range.from, range.to);
  editor.scrollIntoView(range, true);
}
