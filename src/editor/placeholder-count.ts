/** "3 placeholders left" in the status bar, for the plan that is open; a click goes to the next one. Obsidian shows no status bar on a phone. */
import { type App, Component, debounce, type Editor, MarkdownView } from 'obsidian';
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

export class PlaceholderCount extends Component {
  private readonly showLater = debounce(() => { this.show(); }, PAUSE, true);

  constructor(private readonly parts: CountParts) {
    super();
  }

  override onload(): void {
    const { app: { workspace }, item, settings } = this.parts;
    item.addClass('mod-clickable', 'plan-rollup-slots-left');
    item.setAttribute('role', 'button');
    item.tabIndex = 0;
    item.hide();
    this.registerDomEvent(item, 'click', () => void this.goToNext());
    this.registerDomEvent(item, 'keydown', (event) => {
      if (event.key !== 'Enter' && event.key !== ' ') return;
      event.preventDefault();
      void this.goToNext();
    });
    for (const name of ['active-leaf-change', 'file-open', 'layout-change', 'editor-change'] as const) this.registerEvent(workspace.on(name as 'file-open', this.showLater));
    settings.onReadingChange(this.showLater);
    this.showLater();
  }

  override onunload(): void {
    this.showLater.cancel();
  }

  private show(): void {
    const count = this.count();
    const text = `${count} ${count === 1 ? 'placeholder' : 'placeholders'} left`;
    const { item } = this.parts;
    item.setText(text);
    item.setAttribute('aria-label', `${text}: go to the next one`);
    item.toggle(count > 0);
  }

  private count(): number {
    const view = this.openNote();
    const text = view?.getViewData() ?? '';
    if (text.length > TOO_LARGE) return 0;
    const count = findPlaceholders(text).length;
    return count > 0 && view?.file && this.isPlan(text, view.file.path) ? count : 0;
  }

  /** A note from a template is one, even while it has little content of its own. */
  private isPlan(text: string, path: string): boolean {
    // Matches "plan-template: feature-plan" on a line of its own; not "my-plan-template:".
    return /^plan-template:/m.test(text.slice(0, 4000)) || parsePlan(text, { ...this.parts.settings.reading, path }).isPlan;
  }

  /** The note in front, or behind the pane that has the focus. */
  private openNote(): MarkdownView | null {
    const { workspace } = this.parts.app;
    const view = workspace.getActiveViewOfType(MarkdownView) ?? workspace.getMostRecentLeaf()?.view;
    return view instanceof MarkdownView ? view : null;
  }

  private async goToNext(): Promise<void> {
    const view = this.openNote();
    if (!view) return;
    this.parts.app.workspace.setActiveLeaf(view.leaf, { focus: true });
    if (view.getMode() === 'preview') await view.setState({ ...view.getState(), mode: 'source' }, { history: false });
    view.editor.focus();
    this.parts.goToNext(view.editor);
  }
}
