/**
 * Where the user is at work this moment. Nothing tells whether a change of a note came from the user, from Sync or from
 * another program; this tells whether it can have been the user: the window has the focus, and a key or a pointer was
 * used just now in the note itself.
 */
import { type App, Component, MarkdownView, type TFile } from 'obsidian';

/** A change is seen up to two seconds after the last key, when the editor has saved it; in milliseconds. */
const JUST_NOW = 5000;

export class HereAndNow extends Component {
  private last: { readonly at: number; readonly file: TFile | null } = { at: -Infinity, file: null };

  constructor(private readonly app: App) {
    super();
  }

  override onload(): void {
    const { workspace } = this.app;
    this.listenTo(workspace.containerEl.doc);
    this.registerEvent(workspace.on('window-open', (_container, { document }) => {
      this.listenTo(document);
    }));
  }

  /** Whether the user is at work in the note, in a Base, whose cells are properties of any notes, or elsewhere. */
  placeOf(path: string): 'note' | 'base' | 'elsewhere' {
    const { at, file } = this.last;
    if (!file || performance.now() - at > JUST_NOW) return 'elsewhere';
    if (file.extension === 'base') return this.app.workspace.containerEl.doc.hasFocus() ? 'base' : 'elsewhere';
    return file.path === path && this.viewsOf(path).some(({ containerEl }) => containerEl.doc.hasFocus()) ? 'note' : 'elsewhere';
  }

  private viewsOf(path: string): MarkdownView[] {
    return this.app.workspace.getLeavesOfType('markdown').flatMap(({ view }) => (view instanceof MarkdownView && view.file?.path === path ? [view] : []));
  }

  private listenTo(document: Document): void {
    // A click comes after the note under the pointer has become the active one, as the press of the button does not.
    for (const type of ['keydown', 'input', 'click'] as const) {
      this.registerDomEvent(document, type, () => {
        this.last = { at: performance.now(), file: this.app.workspace.getActiveFile() };
      }, { capture: true });
    }
  }
}
