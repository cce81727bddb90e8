/** The menu of saved views: opens one, saves what is shown as one, takes one away. They are kept in a note of the vault. */
import { type App, Menu } from 'obsidian';
import { readViews, removeView, type SavedView, saveView } from '../../core/edit/saved-views';
import { type BlockOptions, readBlockOptions } from '../../core/indexing/block-options';
import { notePath } from '../../core/template/note-path';
import type { EditResult } from '../../core/text/edit-result';
import type { NoteAccess } from '../../vault/note-access';
import { askText } from '../modals/ask-text';
import type { Report } from '../report';

export interface ViewsParts {
  readonly app: App;
  readonly notes: NoteAccess;
  readonly report: Report;
  readonly settings: { readonly current: { readonly viewsNote: string } };
}

export interface ViewsRequest {
  readonly event: MouseEvent;
  /** The lines of a code block that shows what the pane shows. */
  readonly source: string;
  readonly show: (view: BlockOptions) => void;
}

/** What stands above the first view of a new note. */
const NEW_NOTE = '---\nplan: false\n---\n# Plan views\n\nEach heading with a code block below is a view of the rollup pane. Edit, reorder or delete them as you like.\n';

export async function openViewsMenu(parts: ViewsParts, { event, source, show }: ViewsRequest): Promise<void> {
  const { app, notes, report } = parts;
  const path = pathOf(parts);
  const at = placeOf(event);
  const views = path === null || !app.vault.getFileByPath(path) ? [] : readViews((await notes.read(path)) ?? '');
  const menu = new Menu();
  for (const view of views) {
    const options = readBlockOptions(view.source);
    const [problem] = options.problems;
    menu.addItem((item) => item.setTitle(view.name).setIcon('list-filter').setSection('views').onClick(() => {
      show(options);
      if (problem) report.info(`“${view.name}”: ${problem.message}`);
    }));
  }
  menu.addItem((item) => item.setTitle('Save this view…').setIcon('bookmark-plus').setSection('edit').onClick(() => void save(parts, views, source)));
  for (const view of views) menu.addItem((item) => item.setTitle(`Remove “${view.name}”`).setIcon('trash').setSection('remove').onClick(() => void remove(parts, view)));
  menu.showAtPosition(at);
}

/** Below the button, for a key that opened the menu has no place. */
function placeOf({ currentTarget, clientX, clientY }: MouseEvent): { x: number; y: number } {
  if (clientX !== 0 || clientY !== 0) return { x: clientX, y: clientY };
  const { left, bottom } = (currentTarget as HTMLElement).getBoundingClientRect();
  return { x: left, y: bottom };
}

async function save(parts: ViewsParts, views: readonly SavedView[], source: string): Promise<void> {
  const { app, notes, report, settings } = parts;
  const name = await askText(app, {
    title: 'Save this view',
    label: 'Name',
    description: `It is kept in “${settings.current.viewsNote}”. A view of the same name shows this from then on; its limit and comments stay.`,
    action: 'Save',
    problem: (text) => (text.trim() === '' ? 'Give the view a name.' : null),
  });
  if (name === null) return;
  const view = name.trim().replace(/\s+/g, ' ');
  const path = pathOf(parts);
  if (path === null) return;
  const isKnown = views.some((each) => each.name === view);
  const edit = (text: string): EditResult => saveView(text, view, source);
  if (!app.vault.getFileByPath(path)) {
    const made = await notes.create(path, NEW_NOTE);
    if (!made.ok && made.refusal.code !== 'path-taken') {
      report.refusal(made.refusal);
      return;
    }
  }
  const outcome = await notes.edit(path, edit, `Save view “${view}”`);
  if (outcome.ok) report.done(`${isKnown ? 'Replaced' : 'Saved'} the view “${view}” in “${path}”.`, outcome.isChanged ? outcome.undo : undefined);
  else report.refusal(outcome.refusal);
}

async function remove(parts: ViewsParts, view: SavedView): Promise<void> {
  const { notes, report } = parts;
  const { name } = view;
  const path = pathOf(parts);
  if (path === null) return;
  const outcome = await notes.edit(path, (text) => removeView(text, view), `Remove view “${name}”`);
  if (outcome.ok) report.done(`Removed the view “${name}”.`, outcome.undo);
  else report.refusal(outcome.refusal);
}

/** Null, and the user is told, when the settings name no path. */
function pathOf({ report, settings }: ViewsParts): string | null {
  const wanted = settings.current.viewsNote.replace(/\.md$/i, '');
  const slash = wanted.lastIndexOf('/');
  const path = notePath(wanted.slice(0, Math.max(0, slash)), wanted.slice(slash + 1));
  if (path.ok) return path.path;
  report.refusal(path.refusal);
  return null;
}
