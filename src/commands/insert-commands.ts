/** Commands that bring a template into the vault: into the note at the cursor, or as a note of its own. */
import { MarkdownView, type MarkdownFileInfo, type Editor } from 'obsidian';
import { type InsertResult, insertPlan } from '../core/edit/insert-plan';
import { frontmatterRange } from '../core/markdown/frontmatter-range';
import { instantiate, type NewPlan } from '../core/template/instantiate';
import { noteName } from '../core/template/note-name';
import { type NotePath, notePath } from '../core/template/note-path';
import { findPlaceholders } from '../core/template/placeholder';
import type { Template } from '../core/template/template';
import { refused } from '../core/text/edit-result';
import { askText } from '../ui/modals/ask-text';
import { chooseTemplate } from '../ui/modals/choose-template';
import type { NoteEdit } from '../vault/note-access';
import type { AddCommand, CommandParts } from './plan-commands';

export function addInsertCommands(add: AddCommand, parts: CommandParts): void {
  add({
    id: 'insert-plan',
    name: 'Insert plan template at the cursor',
    icon: 'clipboard-list',
    editorCallback: (editor, info) => void insertAtCursor(parts, editor, info),
  });
  add({
    id: 'create-plan',
    name: 'Create plan note from a template',
    icon: 'file-plus-2',
    callback: () => void createPlanNote(parts),
  });
}

async function insertAtCursor(parts: CommandParts, editor: Editor, info: MarkdownFileInfo): Promise<void> {
  const { file } = info;
  if (!file) return;
  const template = await chooseTemplate(parts.app, await parts.templates());
  if (!template) return;
  const plan = newPlan(parts, template, { noteName: file.basename });
  const outcome = await parts.notes.edit(file.path, (text) => {
    // The cursor is a place in the editor's text: with another note there, or another text, it means nothing.
    if (info.file !== file || text !== editor.getValue()) return refused('note-changed', `“${file.path}” is not what the editor shows any more. Put the cursor where the plan should go and try again.`);
    return withFirstSlotSelected(text, insertPlan(text, { at: editor.posToOffset(editor.getCursor()), ...plan }), plan.body);
  });
  if (!outcome.ok) parts.report.refusal(outcome.refusal);
}

async function createPlanNote(parts: CommandParts): Promise<void> {
  const template = await chooseTemplate(parts.app, await parts.templates());
  if (!template) return;
  const folder = template.folder ?? parts.settings.current.planFolder;
  const pathOf = (text: string): NotePath => {
    const path = notePath(folder, text);
    return path.ok ? notePath(folder, noteName(template, text.trim(), parts.formatNow)) : path;
  };
  const title = await askText(parts.app, {
    title: `New ${template.name.replace(/ \(.*\)$/, '').toLowerCase()}`,
    label: 'Title',
    description: folder === '' ? 'Names the note.' : `Names the note in “${folder}”.`,
    action: 'Create',
    problem: (text) => {
      const path = pathOf(text);
      return path.ok ? null : path.refusal.message;
    },
  });
  if (title === null) return;
  const path = pathOf(title);
  if (!path.ok) {
    parts.report.refusal(path.refusal);
    return;
  }
  const plan = newPlan(parts, template, { title: title.trim() });
  const blank = insertPlan('', { at: 0, ...plan });
  if (!blank.ok) {
    parts.report.refusal(blank.refusal);
    return;
  }
  const created = await parts.notes.create(path.path, blank.changes.map(({ insert }) => insert).join(''));
  if (created.ok) await openAtFirstSlot(parts, created.path);
  else parts.report.refusal(created.refusal);
}

function newPlan(parts: CommandParts, template: Template, name: { readonly title: string } | { readonly noteName: string }): NewPlan {
  const { settings, today } = parts;
  return instantiate(template, { today: today(), status: settings.reading.workflow.statuses[0]?.name ?? 'Draft', author: settings.current.author, format: parts.formatNow, ...name });
}

async function openAtFirstSlot({ app, notes }: CommandParts, path: string): Promise<void> {
  const file = app.vault.getFileByPath(path);
  if (!file) return;
  const leaf = app.workspace.getLeaf(false);
  await leaf.openFile(file, { state: { mode: 'source' }, active: true });
  if (!(leaf.view instanceof MarkdownView)) return;
  leaf.view.editor.focus();
  await notes.edit(path, (text) => ({ ok: true, changes: [], select: firstSlot(text) }));
}

/** The caret goes to the first slot of what was put in, or to its start where nothing is left to fill. */
function withFirstSlotSelected(text: string, result: InsertResult, body: string): ReturnType<NoteEdit> {
  if (!result.ok) return result;
  const slot = text.includes('\r') ? undefined : findPlaceholders(body)[0];
  const at = result.bodyFrom;
  return { ...result, select: slot ? { from: at + slot.from, to: at + slot.to } : { from: at, to: at } };
}

/** The first slot of the note's text; the properties' slots are not in sight while the editor shows them as a form. */
function firstSlot(text: string): { from: number; to: number } | null {
  const body = frontmatterRange(text)?.next ?? 0;
  const slot = findPlaceholders(text).find(({ from }) => from >= body);
  return slot ? { from: slot.from, to: slot.to } : null;
}
