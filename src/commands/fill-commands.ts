/** The command that asks for all that is left open in a note, in one form. */
import { fillNote, noteSlots } from '../core/template/fill-note';
import { placesAfter } from '../core/template/fill';
import { noteFields } from '../core/template/form-fields';
import { applyChanges } from '../core/text/text-change';
import { askAndDo } from '../ui/modals/fill-form';
import { VaultValues } from '../ui/modals/vault-values';
import { type AddCommand, type CommandParts, noteCommand } from './plan-commands';
import { sameNote } from './same-note';

export function addFillCommands(add: AddCommand, parts: CommandParts): void {
  add(noteCommand(parts, { id: 'fill-placeholders', name: 'Fill placeholders…', icon: 'text-cursor-input' }, (path) => fillPlaceholdersOf(parts, path)));
}

/** What is filled in is found again by name in the note as it is then. */
async function fillPlaceholdersOf({ app, notes, report, drafts }: CommandParts, path: string): Promise<void> {
  const file = app.vault.getFileByPath(path);
  const text = await notes.read(path);
  if (text === null || !file) {
    report.refusal({ code: 'note-gone', message: `There is no note “${path}” any more.` });
    return;
  }
  const fields = noteFields(text);
  if (fields.length === 0) {
    report.info('No placeholders are left in this note.');
    return;
  }
  const vault = new VaultValues(app);
  const slots = noteSlots(text);
  const problemOf = sameNote(app, file, text);
  await askAndDo(app, {
    title: 'Fill placeholders',
    intro: 'All fields are optional: one left empty keeps its placeholder. What stands in several places is asked for once.',
    action: 'Fill',
    fields,
    draft: drafts.of('fill', file),
    suggest: (field, typed) => vault.suggest(field, typed),
    preview: (values) => {
      const result = fillNote(text, values);
      const changes = result.ok ? result.changes : [];
      const filled = fields.filter(({ id }) => (values.get(id) ?? '') !== '').length;
      return { text: applyChanges(text, changes), places: placesAfter(slots, changes), remark: result.ok ? `${filled} of ${fields.length} filled in.` : result.refusal.message };
    },
  }, async (values) => {
    const outcome = await notes.edit(file.path, (now) => {
      const refusal = problemOf(now);
      return refusal ? { ok: false, refusal } : fillNote(now, values);
    }, 'Fill placeholders');
    if (!outcome.ok) return outcome.refusal.message;
    if (!outcome.isChanged && [...values.values()].some((value) => value !== '')) report.info('The note has none of these placeholders any more.');
    return null;
  });
}
