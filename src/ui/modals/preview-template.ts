import type { App } from 'obsidian';
import type { FilledIn } from '../../core/plan/read-filled-in';
import type { Replacement } from '../../core/template/make-template';
import { askText } from './ask-text';

export interface TemplateDraft {
  readonly name: string;
  /** Replacements that are not to be made. */
  readonly kept: ReadonlySet<Replacement>;
}

export interface TemplatePreview {
  readonly folder: string;
  readonly draft: TemplateDraft;
  readonly replacements: readonly Replacement<FilledIn['kind']>[];
  /** What is wrong with a name; null when it will do. */
  readonly problem: (name: string) => string | null;
}

const HEADINGS: Readonly<Record<FilledIn['kind'], string>> = {
  property: 'Properties that are left out',
  title: 'Title',
  date: 'Dates',
  status: 'Status',
  person: 'People',
  log: 'Change log',
  question: 'Answered questions',
  tick: 'Ticked boxes',
};

/** Shows what becomes of a plan that is saved as a template, and asks for its name; null when the dialog is cancelled. */
export async function previewTemplate(app: App, { folder, draft, replacements, problem }: TemplatePreview): Promise<TemplateDraft | null> {
  const kept = new Set(draft.kept);
  const name = await askText(app, {
    title: 'Save as template',
    label: 'Name',
    description: `Names the file in “${folder}”.`,
    action: 'Save',
    value: draft.name,
    problem,
    below: (parent) => { showReplacements(parent, replacements, kept); },
  });
  return name === null ? null : { name: name.trim(), kept };
}

function showReplacements(parent: HTMLElement, replacements: TemplatePreview['replacements'], kept: Set<Replacement>): void {
  const text = replacements.length === 0 ? 'Nothing in the note looks filled in: the template gets its text as it is.' : 'What is ticked becomes a placeholder again. The note stays as it is.';
  parent.createEl('p', { cls: 'plan-rollup-suggestion-note', text });
  for (const [kind, heading] of Object.entries(HEADINGS)) {
    const ofKind = replacements.filter((replacement) => replacement.kind === kind);
    if (ofKind.length === 0) continue;
    const group = parent.createDiv({ attr: { role: 'group', 'aria-label': heading } });
    group.createDiv({ cls: 'plan-rollup-replacement-heading', text: heading });
    for (const replacement of ofKind) showReplacement(group, replacement, kept);
  }
}

function showReplacement(group: HTMLElement, replacement: Replacement, kept: Set<Replacement>): void {
  const { line, was, becomes, more } = replacement;
  const label = group.createEl('label', { cls: 'plan-rollup-replacement' });
  const box = label.createEl('input', { type: 'checkbox' });
  box.checked = !kept.has(replacement);
  box.addEventListener('change', () => {
    if (box.checked) kept.delete(replacement);
    else kept.add(replacement);
  });
  const text = label.createSpan({ cls: 'plan-rollup-replacement-text' });
  text.createEl('del', { text: was.trim() });
  if (becomes !== '') text.createEl('ins', { text: becomes.trim() });
  text.createSpan({ cls: 'plan-rollup-suggestion-note', text: `Line ${line}${becomes === '' ? ', left out' : more > 0 ? `; ${more} more left out` : ''}` });
}
