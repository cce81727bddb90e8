/** Commands that bring a template into the vault: into the open note, or as a note of its own; two for each template. */
import type { Command, Editor, MarkdownFileInfo, TFile } from 'obsidian';
import { placeBetweenBlocks } from '../core/edit/insert-place';
import { insertPlan, type InsertPlace, type InsertResult } from '../core/edit/insert-plan';
import { frontmatterRange } from '../core/markdown/frontmatter-range';
import { BUILT_IN_TEMPLATES } from '../core/template/builtin';
import type { FormField } from '../core/template/form-fields';
import { findPlaceholders } from '../core/template/placeholder';
import type { Template } from '../core/template/template';
import { type Refusal, refused } from '../core/text/edit-result';
import { askAndDo, type FormValues } from '../ui/modals/fill-form';
import { VaultValues } from '../ui/modals/vault-values';
import type { NoteEdit } from '../vault/note-access';
import { createPlanNote } from './create-note';
import { pickTemplate } from './pick-template';
import type { AddCommand, CommandParts } from './plan-commands';
import { namedInText, planFields, planOf, planPreview, PROPERTIES_MERGE, shortName, withOwnValues } from './plan-form';
import { sameNote } from './same-note';

const PLACES = [
  { name: 'At the cursor', place: 'cursor' },
  { name: 'Below the properties', place: 'below properties' },
  { name: 'At the bottom', place: 'bottom' },
  { name: 'Replace the note', place: 'replace' },
] as const;

type PlaceName = (typeof PLACES)[number]['place'];

const PLACE = '\u0000place';

export function addInsertCommands(add: AddCommand, parts: CommandParts): void {
  add({
    id: 'insert-plan',
    name: 'Insert plan template at the cursor',
    icon: 'clipboard-list',
    editorCallback: (editor, info) => void insertInto(parts, () => pickTemplate(parts), { editor, info, file: info.file }),
  });
  add({
    id: 'create-plan',
    name: 'Create plan note from a template',
    icon: 'file-plus-2',
    callback: () => void pickTemplate(parts).then((template) => template && createPlanNote(parts, template)),
  });
  for (const template of BUILT_IN_TEMPLATES) {
    // A changed copy of the user's takes the place of a built-in one.
    for (const command of templateCommands(parts, { id: template.id, name: namedInText(template), isIt: ({ id }) => id === template.id })) add(command);
  }
}

interface NamedTemplate {
  /** What the commands' ids end in, and what they say they bring. */
  readonly id: string;
  readonly name: string;
  /** Of several the last one counts. */
  readonly isIt: (template: Template) => boolean;
}

/** The two commands of one template, which is read when they are run. */
export function templateCommands(parts: CommandParts, { id, name, isIt }: NamedTemplate): Command[] {
  const read = async (): Promise<Template | null> => {
    const template = (await parts.templates()).templates.filter(isIt).pop();
    if (!template) parts.report.refusal({ code: 'template-unreadable', message: `The template ${name} can’t be read any more.` });
    return template ?? null;
  };
  return [
    { id: `insert-${id}`, name: `Insert ${name}`, icon: 'clipboard-list', editorCallback: (editor, info) => void insertInto(parts, read, { editor, info, file: info.file }) },
    { id: `create-${id}`, name: `Create ${name} note`, icon: 'file-plus-2', callback: () => void read().then((template) => template && createPlanNote(parts, template)) },
  ];
}

/** An editor and the note it showed when the command was run; it may show another one while a dialog is open. */
interface OpenNote {
  readonly editor: Editor;
  readonly info: MarkdownFileInfo;
  readonly file: TFile | null;
}

/** Finds the template, asks for what its header needs and for the place, then inserts. */
async function insertInto(parts: CommandParts, find: () => Promise<Template | null>, open: OpenNote): Promise<void> {
  const { file } = open;
  const template = await find();
  if (!template || !file) return;
  // A note that can't take a plan is refused before anything is asked.
  const problem = await problemOf(parts, template, { ...open, file });
  if (problem) parts.report.refusal(problem);
  else await askAndInsert(parts, template, { ...open, file });
}

async function askAndInsert(parts: CommandParts, template: Template, open: OpenNote & { readonly file: TFile }): Promise<void> {
  const { app, notes } = parts;
  const { editor, file } = open;
  const seen = editor.getValue();
  const problemNow = sameNote(app, file, seen);
  const vault = new VaultValues(app);
  const isEmpty = seen.slice(frontmatterRange(seen)?.next ?? 0).trim() === '';
  const remarks = isEmpty ? null : placeRemarks(seen, cursorOffset(editor));
  await askAndDo(app, {
    title: `Insert ${namedInText(template)}`,
    intro: `All fields are optional: one left empty keeps its placeholder. ${PROPERTIES_MERGE}`,
    action: 'Insert',
    fields: [...withOwnValues(planFields(parts, template, vault, file.basename), seen), ...(isEmpty ? [] : [placeField()])],
    draft: parts.drafts.of(`insert ${template.id}`, file),
    suggest: (field, typed) => vault.suggest(field, typed),
    preview: (values) => ({
      ...planPreview(template, planOf(parts, template, values, file.basename), { text: seen, at: placeIn(values, editor) }),
      remark: remarks?.[chosenPlace(values).place] ?? '',
    }),
  }, async (values) => {
    const plan = planOf(parts, template, values, file.basename);
    const outcome = await notes.edit(file.path, (text) => {
      const refusal = problemNow(text);
      if (refusal) return { ok: false, refusal };
      if (!isShown(open, text)) return notShown(file);
      if (chosenPlace(values).place === 'replace' && text !== seen) return refused('note-changed', `“${file.path}” has changed since this form was opened. Look at the note, then replace it.`);
      return withFirstSlotSelected(text, insertPlan(text, { at: placeIn(values, editor), ...plan }), plan.body);
    }, `Insert ${shortName(template).toLowerCase()}`);
    return outcome.ok ? null : outcome.refusal.message;
  });
}

function placeField(): FormField {
  return { id: PLACE, label: 'Where', hint: '', control: 'choice', options: PLACES.map(({ name }) => name), key: null, stays: '', value: PLACES[0].name, isRequired: true };
}

function chosenPlace(values: FormValues): (typeof PLACES)[number] {
  return PLACES.find(({ name }) => name === values.get(PLACE)) ?? PLACES[0];
}

function placeIn(values: FormValues, editor: Editor): InsertPlace {
  const { place } = chosenPlace(values);
  return place === 'cursor' ? cursorOffset(editor) : place;
}

function cursorOffset(editor: Editor): number {
  return editor.posToOffset(editor.getCursor());
}

/** What is said of each place: where the plan goes, or why it can't go there. */
function placeRemarks(text: string, cursor: number): Readonly<Record<PlaceName, string>> {
  const [atCursor, atBottom] = [placeBetweenBlocks(text, cursor), placeBetweenBlocks(text, text.length)];
  return {
    cursor: !atCursor.ok ? atCursor.refusal.message : atCursor.below === null ? 'The plan goes where the cursor is.' : `The plan goes below the ${atCursor.below} the cursor is in.`,
    'below properties': 'The plan goes above the note’s text.',
    bottom: atBottom.ok ? 'The plan goes below the note’s text.' : atBottom.refusal.message,
    replace: 'The plan takes the place of the note’s text. The properties stay, and one undo brings everything back.',
  };
}

/** Why the note can't take the plan. */
async function problemOf(parts: CommandParts, template: Template, open: OpenNote & { readonly file: TFile }): Promise<Refusal | null> {
  const { path } = open.file;
  const text = await parts.notes.read(path);
  if (text === null) return { code: 'note-gone', message: `There is no note “${path}” any more.` };
  if (!isShown(open, text)) return notShown(open.file).refusal;
  const tried = insertPlan(text, { at: 'below properties', ...planOf(parts, template, null, open.file.basename) });
  return tried.ok ? null : tried.refusal;
}

/** Whether the editor still shows this text of this note: only then a cursor is a place in it. */
function isShown({ editor, info, file }: OpenNote, text: string): boolean {
  return info.file === file && text === editor.getValue();
}

function notShown(file: TFile): ReturnType<typeof refused> {
  return refused('note-changed', `“${file.path}” is not what the editor shows any more. Put the cursor where the plan should go and try again.`);
}

/** The caret goes to the first slot of what was put in, or to its start where nothing is left to fill. */
function withFirstSlotSelected(text: string, result: InsertResult, body: string): ReturnType<NoteEdit> {
  if (!result.ok) return result;
  const slot = text.includes('\r') ? undefined : findPlaceholders(body)[0];
  const at = result.bodyFrom;
  return { ...result, select: slot ? { from: at + slot.from, to: at + slot.to } : { from: at, to: at } };
}
