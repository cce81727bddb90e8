/** Commands that add one block more to a plan, and the one that puts its numbers in order. */
import { MarkdownView } from 'obsidian';
import { addBlock, blockKindsIn } from '../core/edit/add-block';
import type { BlockKindId } from '../core/edit/block-kinds';
import { type NumberChanges, readNumberChanges } from '../core/edit/number-changes';
import { renumber } from '../core/edit/renumber';
import { findPlaceholders } from '../core/template/placeholder';
import { templateOfNote } from '../core/template/template-of-note';
import { applyChanges } from '../core/text/text-change';
import type { NoteEdit, Selection } from '../vault/note-access';
import { activeNotePath, type AddCommand, type CommandParts, noteCommand } from './plan-commands';

const ADDED: readonly (readonly [id: BlockKindId, name: string])[] = [
  ['phase', 'Add phase'],
  ['step', 'Add step'],
  ['requirement', 'Add requirement'],
  ['finding', 'Add finding'],
  ['decision', 'Add decision'],
  ['risk', 'Add risk'],
  ['test-case', 'Add test case'],
  ['question', 'Add question'],
  ['row', 'Add table row'],
];

export function addGrowCommands(add: AddCommand, parts: CommandParts): void {
  const offered = rememberLast(blockKindsIn);
  for (const [kind, name] of ADDED) {
    add({
      id: `add-${kind}`,
      name,
      icon: 'plus',
      checkCallback: (isChecking) => {
        const view = noteView(parts);
        if (!view || !offered(view.getViewData()).includes(kind)) return false;
        if (!isChecking) void addOne(parts, view, { kind, name });
        return true;
      },
    });
  }
  add(noteCommand(parts, { id: 'renumber', name: 'Renumber phases and steps', icon: 'list-ordered' }, (path) => renumberNote(parts, path)));
}

async function addOne({ notes, report, templates }: CommandParts, view: MarkdownView, { kind, name }: { kind: BlockKindId; name: string }): Promise<void> {
  const path = view.file?.path;
  if (path === undefined) return;
  const all = (await templates()).templates;
  const outcome = await notes.edit(path, (text): ReturnType<NoteEdit> => {
    const template = templateOfNote(text, all);
    const form = template && { text: template.body, slots: findPlaceholders(template.body) };
    const result = addBlock(text, { kind, caret: caretIn(view, path, text), slots: findPlaceholders(text), template: form });
    return result.ok ? { ...result, select: firstSlotIn(applyChanges(text, result.changes), result.added) } : result;
  }, name);
  if (!outcome.ok) report.refusal(outcome.refusal);
}

async function renumberNote({ notes, report }: CommandParts, path: string): Promise<void> {
  const made = { message: '' };
  const outcome = await notes.edit(path, (text) => {
    const result = renumber(text);
    if (result.ok) made.message = whatChanged(result.changes.length, readNumberChanges(text, result.changes));
    return result;
  }, 'Renumber phases and steps');
  if (!outcome.ok) report.refusal(outcome.refusal);
  else report.info(outcome.isChanged ? made.message : 'All numbers are in order.');
}

/** So many changes are told one by one. */
const TOLD = 4;

function whatChanged(count: number, { headings, left }: NumberChanges): string {
  const told = headings.slice(0, TOLD);
  const rest = count - told.length;
  const list = rest > 0 ? `${told.join(', ')}${told.length > 0 ? ', and ' : ''}${rest} more` : told.join(', ');
  const [first] = left;
  const changed = `${count === 1 ? '1 number' : `${count} numbers`} changed: ${list}.`;
  if (!first) return changed;
  const places = left.length === 1 ? `1 place in the text still names an old number: “${first.text}” in line ${first.line}.` : `${left.length} places in the text still name an old number, first “${first.text}” in line ${first.line}.`;
  return `${changed} ${places}`;
}

/** The view of the note in front of the user, also while the pane has the focus. */
function noteView(parts: CommandParts): MarkdownView | null {
  const { workspace } = parts.app;
  const path = activeNotePath(parts);
  const active = workspace.getActiveViewOfType(MarkdownView);
  if (path === null || active?.file?.path === path) return active;
  const views = workspace.getLeavesOfType('markdown').flatMap(({ view }) => (view instanceof MarkdownView && view.file?.path === path ? [view] : []));
  return views[0] ?? null;
}

/** Offset of the caret; null while the view shows another text than the one that is edited. */
function caretIn(view: MarkdownView, path: string, text: string): number | null {
  const { editor } = view;
  return view.file?.path === path && view.getMode() === 'source' && editor.getValue() === text ? editor.posToOffset(editor.getCursor()) : null;
}

/** The first slot in the range, else where a value goes: a table's first cell, or the end of the first line. */
function firstSlotIn(text: string, { from, to }: Selection): Selection {
  const slot = findPlaceholders(text).find((candidate) => candidate.from >= from && candidate.to <= to);
  if (slot) return { from: slot.from, to: slot.to };
  const [line = ''] = text.slice(from, to).split(/\r\n|\r|\n/, 1);
  const cell = /^[\s>]*\|[ \t]?/.exec(line)?.[0].length;
  const at = from + (cell ?? line.length);
  return { from: at, to: at };
}

/** The function with its last answer kept: the palette asks once for every command. */
function rememberLast<T>(read: (text: string) => T): (text: string) => T {
  let last: { text: string; answer: T } | null = null;
  return (text) => {
    if (last?.text !== text) last = { text, answer: read(text) };
    return last.answer;
  };
}
