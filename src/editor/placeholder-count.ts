/** "3 placeholders left" in the status bar, for the plan that is open; a click goes to the next one. Obsidian shows no status bar on a phone. */
import { type App, type Component, debounce, type Editor, MarkdownView, type Workspace } from 'obsidian';
import { parsePlan } from '../core/plan/parse-plan';
import { findPlaceholders } from '../core/template/placeholder';
import type { SettingsStore } from '../settings/settings-store';

/** Length of a pause in the typing after which is counted anew, in milliseconds. */
const PAUSE = 400;
/** Characters from which on a note is not counted. */
const TOO_LARGE = 2_000_000;

export interface CountParts {
  readonly app: App;
  readonly settings: SettingsStore;
  /** The item in the status bar. */
  readonly item: HTMLElement;
  /** Selects the editor's next placeholder. */
  readonly goToNext: (editor: Editor) => void;
}

/** Keeps the item up to date until `owner` is unloaded. */
export function showPlaceholderCount(owner: Component, { app: { workspace }, settings, item, goToNext }: CountParts): void {
  const show = (): void => {
    const count = countIn(openNote(workspace), settings);
    const text = `${count} placeholder${count === 1 ? '' : 's'} left`;
    item.setText(text);
    item.setAttribute('aria-label', `${text}: go to the next one`);
    item.toggle(count > 0);
  };
  const goOn = async (): Promise<void> => {
    const view = openNote(workspace);
    if (view) goToNext(await editAt(workspace, view));
  };
  item.addClass('mod-clickable', 'plan-rollup-slots-left');
  item.setAttribute('role', 'button');
  item.tabIndex = 0;
  item.hide();
  owner.registerDomEvent(item, 'click', () => void goOn());
  owner.registerDomEvent(item, 'keydown', (event) => {
    if (event.key !== 'Enter' && event.key !== ' ') return;
    event.preventDefault();
    void goOn();
  });
  const showLater = debounce(show, PAUSE, true);
  for (const name of ['active-leaf-change', 'file-open', 'layout-change', 'editor-change'] as const) owner.registerEvent(workspace.on(name as 'file-open', showLater));
  settings.onReadingChange(showLater);
  owner.register(() => showLater.cancel());
  showLater();
}

/** The view's editor, brought to the front; reading view gives way to it. */
export async function editAt(workspace: Workspace, view: MarkdownView): Promise<Editor> {
  workspace.setActiveLeaf(view.leaf, { focus: true });
  if (view.getMode() === 'preview') await view.setState({ ...view.getState(), mode: 'source' }, { history: false });
  view.editor.focus();
  return view.editor;
}

/** Slots left in a plan; 0 for any other note. */
function countIn(view: MarkdownView | null, settings: SettingsStore): number {
  const text = view?.getViewData() ?? '';
  if (text.length > TOO_LARGE) return 0;
  const count = findPlaceholders(text).length;
  // A note from a template is a plan while it has little content of its own. Matches "plan-template: x" on a line of its own.
  const isPlan = (): boolean => /^plan-template:/m.test(text.slice(0, 4000)) || parsePlan(text, { ...settings.reading, path: view?.file?.path ?? '' }).isPlan;
  return count > 0 && isPlan() ? count : 0;
}

/** The note in front, or behind the pane that has the focus. */
function openNote(workspace: Workspace): MarkdownView | null {
  const view = workspace.getActiveViewOfType(MarkdownView) ?? workspace.getMostRecentLeaf()?.view;
  return view instanceof MarkdownView ? view : null;
}
