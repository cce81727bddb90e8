/** A plan as a note of its own: asked for in one form, named by title and settings, never over another note. */
import { MarkdownView } from 'obsidian';
import { insertPlan } from '../core/edit/insert-plan';
import { frontmatterRange } from '../core/markdown/frontmatter-range';
import { TITLE } from '../core/template/form-fields';
import { noteName } from '../core/template/note-name';
import { notePath, type NotePath } from '../core/template/note-path';
import { findPlaceholders } from '../core/template/placeholder';
import type { Template } from '../core/template/template';
import { planFolderProblem } from '../core/template/template-folder';
import { refused } from '../core/text/edit-result';
import { askAndDo, type FormValues } from '../ui/modals/fill-form';
import { resolveCollision } from '../ui/modals/resolve-collision';
import { VaultValues } from '../ui/modals/vault-values';
import type { CommandParts } from './plan-commands';
import { namedInText, planFields, planOf, planPreview, propertyValues } from './plan-form';

/** Asks for what the template's header needs, makes the note and opens it at its first slot. */
export async function createPlanNote(parts: CommandParts, template: Template): Promise<void> {
  const vault = new VaultValues(parts.app);
  const taken = takenPaths(parts);
  await askAndDo(parts.app, {
    title: `New ${namedInText(template)}`,
    intro: 'All fields but the title are optional: one left empty keeps its placeholder in the note.',
    action: 'Create',
    fields: planFields(parts, template, vault, null),
    draft: parts.drafts.of(`create ${template.id}`),
    suggest: (field, typed) => vault.suggest(field, typed),
    preview: (values) => {
      const path = pathFor(parts, { template, values });
      return { ...planPreview(template, planOf(parts, template, values), { text: '', at: 0 }), remark: remarkOn(path, values, taken) };
    },
    problemOf: (values) => {
      const path = pathFor(parts, { template, values });
      return path.ok ? null : path.refusal.message;
    },
  }, async (values) => {
    const outcome = await create(parts, { template, values });
    if ('problem' in outcome) return outcome.problem;
    await openAtFirstSlot(parts, outcome.path);
    return null;
  });
}

function remarkOn(path: NotePath, values: FormValues, taken: ReadonlySet<string>): string {
  if (!path.ok) return values.get(TITLE) === '' ? 'The title names the note.' : path.refusal.message;
  return taken.has(fold(path.path)) ? `“${path.path}” exists already: you will be asked.` : `Makes the note “${path.path}”.`;
}

interface NewNote {
  readonly template: Template;
  readonly values: FormValues;
}

/** The path of the new note, or of the one that is to be opened instead; or why there is none. */
async function create(parts: CommandParts, note: NewNote): Promise<{ readonly path: string } | { readonly problem: string }> {
  const { app, notes } = parts;
  const path = pathFor(parts, note);
  if (!path.ok) return { problem: path.refusal.message };
  const blank = insertPlan('', { at: 0, ...planOf(parts, note.template, note.values) });
  if (!blank.ok) return { problem: blank.refusal.message };
  const text = blank.changes.map(({ insert }) => insert).join('');
  const first = await notes.create(path.path, text);
  if (first.ok) return first;
  if (first.taken === undefined) return { problem: first.refusal.message };
  const other = freePath(parts, note);
  const resolution = other === null ? null : await resolveCollision(app, first.taken, other.slice(other.lastIndexOf('/') + 1).replace(/\.md$/, ''));
  if (resolution === 'open') return { path: first.taken };
  if (resolution === null || other === null) return { problem: first.refusal.message };
  const second = await notes.create(other, text);
  return second.ok ? second : { problem: second.refusal.message };
}

/** Folder and name by the template, else by the settings; the title alone must be a name already. */
function pathFor(parts: CommandParts, { template, values }: NewNote, number?: number): NotePath {
  const { settings, formatNow } = parts;
  const folder = template.folder ?? settings.current.planFolder;
  const title = values.get(TITLE) ?? '';
  const plain = notePath(folder, title);
  if (!plain.ok) return plain;
  const problem = planFolderProblem(folder, settings.current.templateFolder);
  if (problem !== undefined) return refused('path-unsafe', problem);
  const properties = propertyValues(planOf(parts, template, values), template);
  return notePath(folder, noteName(template.namePattern ?? settings.current.noteName, { title, format: formatNow, properties }), number);
}

/** Every path of the vault, folded. */
function takenPaths({ app }: CommandParts): ReadonlySet<string> {
  return new Set(app.vault.getAllLoadedFiles().map(({ path }) => fold(path)));
}

/** File systems may ignore case and Unicode form. */
function fold(path: string): string {
  return path.normalize('NFC').toLowerCase();
}

/** The first path with a number that no file has, in whatever case or Unicode form. */
function freePath(parts: CommandParts, note: NewNote): string | null {
  const taken = takenPaths(parts);
  for (let number = 2; number < 1000; number++) {
    const path = pathFor(parts, note, number);
    if (!path.ok) return null;
    if (!taken.has(fold(path.path))) return path.path;
  }
  return null;
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

/** The first slot of the note's text; the properties' slots are not in sight while the editor shows them as a form. */
function firstSlot(text: string): { from: number; to: number } | null {
  const body = frontmatterRange(text)?.next ?? 0;
  const slot = findPlaceholders(text).find(({ from }) => from >= body);
  return slot ? { from: slot.from, to: slot.to } : null;
}
