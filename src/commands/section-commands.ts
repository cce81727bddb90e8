/** Commands that bring a note back to its template: one section at a time, or all that it lacks after a look. */
import type { TFile } from 'obsidian';
import { compareWithTemplate, type Comparison } from '../core/template/compare-template';
import { insertSections } from '../core/template/insert-sections';
import { findPlaceholders } from '../core/template/placeholder';
import { type InsertPreview, previewInsert } from '../core/template/preview-sections';
import type { Template } from '../core/template/template';
import { templateOfNote } from '../core/template/template-of-note';
import { refused } from '../core/text/edit-result';
import { applyChanges, type TextChange } from '../core/text/text-change';
import { chooseSection } from '../ui/modals/choose-section';
import { CompareDialog, type CompareSession } from '../ui/modals/compare-dialog';
import type { Selection } from '../vault/note-access';
import { pickTemplate } from './pick-template';
import { type AddCommand, type CommandParts, noteCommand } from './plan-commands';
import { planOf, shortName } from './plan-form';

export function addSectionCommands(add: AddCommand, parts: CommandParts): void {
  add(noteCommand(parts, { id: 'insert-section', name: 'Insert section…', icon: 'list-plus' }, (path) => insertSection(parts, path)));
  add(noteCommand(parts, { id: 'compare-with-template', name: 'Compare with template', icon: 'git-compare' }, (path) => compare(parts, path)));
}

interface OpenedTemplate {
  /** The note, under whatever name it has in the end. */
  readonly file: TFile;
  readonly template: Template;
  /** The template's body with dates, author and status filled in. */
  readonly body: string;
  readonly comparison: Comparison;
}

async function insertSection(parts: CommandParts, path: string): Promise<void> {
  const opened = await openTemplate(parts, path);
  if (!opened) return;
  const { file, template, body, comparison } = opened;
  const chosen = await chooseSection(parts.app, { templateName: shortName(template), sections: comparison.sections });
  if (!chosen) return;
  const { key } = chosen.section;
  const outcome = await parts.notes.edit(file.path, (text) => {
    const result = insertSections(text, body, [key]);
    if (!result.ok) return result;
    return { ...result, select: result.changes.length > 0 ? firstSlotOf(text, result.changes) : headingOf(text, body, key) };
  }, `Insert section “${chosen.section.title}”`);
  if (!outcome.ok) parts.report.refusal(outcome.refusal);
  else if (!outcome.isChanged) parts.report.info(`“${chosen.section.title}” is in the note already.`);
}

async function compare(parts: CommandParts, path: string): Promise<void> {
  const opened = await openTemplate(parts, path);
  if (!opened) return;
  const { file, template, body, comparison } = opened;
  const { notes } = parts;
  const session: CompareSession = {
    templateName: shortName(template),
    compare: async () => {
      const text = await notes.read(file.path);
      return text === null ? null : compareWithTemplate(text, body);
    },
    preview: async (keys) => {
      const text = await notes.read(file.path);
      const result = text === null ? noteGone(file.path) : insertSections(text, body, keys);
      return result.ok ? previewInsert(text ?? '', result.changes) : result.refusal.message;
    },
    apply: async (keys, shown) => {
      const outcome = await notes.edit(file.path, (text) => {
        const result = insertSections(text, body, keys);
        return result.ok && !isSame(previewInsert(text, result.changes), shown) ? CHANGED : result;
      }, 'Insert sections');
      return outcome.ok ? null : outcome.refusal.message;
    },
  };
  new CompareDialog(parts.app, session, comparison).open();
}

const CHANGED = refused('note-changed', 'The note has changed since you looked at the lines, and nothing was put in. Tick the sections again.');

/** The template of the note, asked for where nothing tells; null when the user knows better or there is nothing to compare. */
async function openTemplate(parts: CommandParts, path: string): Promise<OpenedTemplate | null> {
  const { app, notes, report, templates } = parts;
  const file = app.vault.getFileByPath(path);
  const text = await notes.read(path);
  if (text === null || !file) {
    report.refusal(noteGone(path).refusal);
    return null;
  }
  const template = templateOfNote(text, (await templates()).templates) ?? (await pickTemplate(parts));
  if (!template) return null;
  const { body } = planOf(parts, template, null, file.basename);
  const comparison = compareWithTemplate(text, body);
  if (comparison.sections.length > 0) return { file, template, body, comparison };
  report.info(`The template “${shortName(template)}” has no sections.`);
  return null;
}

/** The first slot of what is put in, or its first line; in the text after the edit. */
function firstSlotOf(text: string, changes: readonly TextChange[]): Selection {
  const section = changes.find(({ insert }) => /[\r\n]/.test(insert)) ?? { from: 0, to: 0, insert: '' };
  const shift = changes.reduce((sum, { from, to, insert }) => (to <= section.from && from < section.from ? sum + insert.length - (to - from) : sum), 0);
  const from = section.from + shift;
  const slot = findPlaceholders(applyChanges(text, changes)).find((candidate) => candidate.from >= from && candidate.to <= from + section.insert.length);
  const start = from + (/^\s*/.exec(section.insert)?.[0].length ?? 0);
  return slot ? { from: slot.from, to: slot.to } : { from: start, to: start };
}

function headingOf(text: string, body: string, key: string): Selection | null {
  const node = compareWithTemplate(text, body).sections.find(({ section }) => section.key === key)?.node;
  return node ? { from: node.textFrom, to: node.textTo } : null;
}

function isSame(one: InsertPreview, other: InsertPreview): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

function noteGone(path: string): ReturnType<typeof refused> {
  return refused('note-gone', `There is no note “${path}” any more.`);
}
