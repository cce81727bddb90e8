/** Commands that make templates of the user's own: from a plan, or from a built-in one. */
import { insertPlan } from '../core/edit/insert-plan';
import { readPlan } from '../core/plan/parse-plan';
import { readFilledIn } from '../core/plan/read-filled-in';
import { BUILT_IN_TEMPLATES } from '../core/template/builtin';
import { makeTemplate, proposeReplacements } from '../core/template/make-template';
import { notePath } from '../core/template/note-path';
import { templateFolderProblem } from '../core/template/template-folder';
import { templateProblem } from '../core/template/user-template';
import { templateNamed } from '../core/template/template-of-note';
import { askText } from '../ui/modals/ask-text';
import { chooseTemplate } from '../ui/modals/choose-template';
import { previewTemplate, type TemplateDraft } from '../ui/modals/preview-template';
import type { CreateOutcome } from '../vault/note-access';
import { type AddCommand, type CommandParts, noteCommand } from './plan-commands';

export function addTemplateCommands(add: AddCommand, parts: CommandParts): void {
  add(noteCommand(parts, { id: 'save-as-template', name: 'Save as template…', icon: 'save' }, (path) => saveAsTemplate(parts, path)));
  add({ id: 'edit-built-in-template', name: 'Edit a built-in template…', icon: 'file-pen', callback: () => void editBuiltIn(parts) });
}

async function saveAsTemplate(parts: CommandParts, path: string): Promise<void> {
  const { app, notes, settings, report } = parts;
  const text = await notes.read(path);
  if (text === null) {
    report.refusal({ code: 'note-gone', message: `There is no note “${path}” any more.` });
    return;
  }
  const problem = templateProblem(text);
  if (problem !== null) {
    report.refusal({ code: 'template-unreadable', message: `The note “${path}” ${problem}. It can’t become a template.` });
    return;
  }
  const plan = readPlan(text, { ...settings.reading, path });
  const original = templateNamed(plan.frontmatter, (await parts.templates()).templates) ?? null;
  const statuses = plan.workflow.statuses.filter(({ group }) => group !== 'dropped').map(({ name }) => name);
  const replacements = proposeReplacements(text, readFilledIn(text, plan), { original, statuses });
  const folder = await templateFolder(parts);
  if (folder === null) return;
  let draft: TemplateDraft | null = { name: path.slice(path.lastIndexOf('/') + 1).replace(/\.md$/i, ''), kept: new Set() };
  for (;;) {
    draft = await previewTemplate(app, { folder, draft, replacements, problem: (name) => nameProblem(parts, folder, name) });
    if (draft === null) return;
    const { name, kept }: TemplateDraft = draft;
    const created = await createTemplate(parts, { folder, name, text: makeTemplate(text, replacements.filter((replacement) => !kept.has(replacement))) });
    if (created.ok) {
      report.info(`Saved as template “${created.path}”.`);
      return;
    }
    report.refusal(created.refusal);
    if (created.refusal.code !== 'path-taken') return;
  }
}

async function editBuiltIn(parts: CommandParts): Promise<void> {
  const { app, report } = parts;
  const template = await chooseTemplate(app, BUILT_IN_TEMPLATES);
  if (!template) return;
  const folder = await templateFolder(parts);
  if (folder === null) return;
  const { name, description, body, properties } = template;
  const made = insertPlan('', { at: 0, body, properties: [{ key: 'name', value: name }, { key: 'description', value: description }, ...properties] });
  if (!made.ok) {
    report.refusal(made.refusal);
    return;
  }
  const text = made.changes.map(({ insert }) => insert).join('');
  // The part before the brackets, so that its id is the built-in's: what plans made from it say stays the same.
  const shortName = name.replace(/ \(.*\)$/, '');
  const problem = (each: string): string | null => nameProblem(parts, folder, each);
  const isFree = problem(shortName) === null;
  const free = isFree ? shortName : await askText(app, { title: 'Name of your template', label: 'Name', description: problem(shortName) ?? '', action: 'Create', value: shortName, problem });
  if (free === null) return;
  const created = await createTemplate(parts, { folder, name: free, text });
  if (!created.ok) {
    report.refusal(created.refusal);
    return;
  }
  const file = app.vault.getFileByPath(created.path);
  if (file) await app.workspace.getLeaf(false).openFile(file, { active: true });
}

/** The folder of the settings, or the one the user names now; null when that is cancelled. */
async function templateFolder({ app, settings }: CommandParts): Promise<string | null> {
  const { templateFolder: known, planFolder } = settings.current;
  if (known.trim() !== '') return known.trim();
  const folder = await askText(app, {
    title: 'Template folder',
    label: 'Folder for your own templates',
    description: 'Made when it is not there yet. Notes in it are offered as templates and are not taken for plans.',
    action: 'Continue',
    value: 'Templates/Plans',
    problem: (text) => (text.trim() === '' ? 'Name a folder.' : (templateFolderProblem(text, planFolder) ?? null)),
  });
  return folder === null ? null : folder.trim().replace(/\/$/, '');
}

/** Why no template can have that name; file systems may ignore case. */
function nameProblem({ app }: CommandParts, folder: string, name: string): string | null {
  const path = notePath(folder, name);
  if (!path.ok) return path.refusal.message;
  const fold = (each: string): string => each.normalize('NFC').toLowerCase();
  const taken = app.vault.getFiles().find((file) => fold(file.path) === fold(path.path));
  return taken ? `There is a file “${taken.path}” already. Choose another name.` : null;
}

/** A new file in the template folder; only when that is there, the settings name the folder. */
async function createTemplate({ notes, settings }: CommandParts, template: { folder: string; name: string; text: string }): Promise<CreateOutcome> {
  const path = notePath(template.folder, template.name);
  if (!path.ok) return path;
  const created = await notes.create(path.path, template.text);
  if (created.ok && settings.current.templateFolder.trim() === '') await settings.change({ templateFolder: template.folder });
  return created;
}
