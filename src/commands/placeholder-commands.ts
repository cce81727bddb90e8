/** Commands that jump between the slots of the open note; the text is searched each time. */
import type { Editor } from 'obsidian';
import { findPlaceholders } from '../core/template/placeholder';
import type { AddCommand, CommandParts } from './plan-commands';

export function addPlaceholderCommands(add: AddCommand, parts: CommandParts): void {
  add({ id: 'next-placeholder', name: 'Go to next placeholder', icon: 'arrow-down-to-line', editorCallback: (editor) => { jump(parts, editor, 'next'); } });
  add({ id: 'previous-placeholder', name: 'Go to previous placeholder', icon: 'arrow-up-to-line', editorCallback: (editor) => { jump(parts, editor, 'previous'); } });
}

/** Selects the next slot behind the selection, or the one before it; round the ends of the note. */
function jump({ report }: CommandParts, editor: Editor, direction: 'next' | 'previous'): void {
  const slots = findPlaceholders(editor.getValue());
  const from = editor.posToOffset(editor.getCursor('from'));
  const to = editor.posToOffset(editor.getCursor('to'));
  const slot = direction === 'next' ? (slots.find((candidate) => candidate.from >= to) ?? slots[0]) : (slots.filter((candidate) => candidate.to <= from).pop() ?? slots[slots.length - 1]);
  if (!slot) {
    report.info('No placeholders are left in this note.');
    return;
  }
  const range = { from: editor.offsetToPos(slot.from), to: editor.offsetToPos(slot.to) };
  editor.setSelection(range.from, range.to);
  editor.scrollIntoView(range, true);
}
