/**
 * Where the user is at work this moment. Nothing tells whether a change of a note came from the user, from Sync or from
 * another program; this tells whether it can have been the user: the window has the focus, and a key or a pointer was
 * used just now in the note itself.
 */
import { type App, Component, MarkdownView, type TFile } from 'obsidian';
import { asInEditor } from '../core/text/editor-text';

/** A change is seen up to two seconds after the last key, when the editor has saved it; in milliseconds. */
const JUST_NOW = 5000;

export class HereAndNow extends Component {
  private last: { readonly at: number; readonly file: TFile | null; readonly isTyping: boolean } = { at: -Infinity, file: null, isTyping: false };
  /** What the editors of a note had when its file was changed: the same text where they changed it. */
  private readonly shown = new Map<string, readonly string[]>();

  constructor(private readonly app: App) {
    super();
  }

  override onload(): void {
    const { workspace } = this.app;
    this.listenTo(workspace.containerEl.doc);
    this.registerEvent(this.app.vault.on('modify', ({ path }) => {
      const texts = this.viewsOf(path).map((view) => asInEditor(view.getViewData()));
      if (texts.length > 0) this.shown.set(path, texts);
      else this.shown.delete(path);
    }));
    this.registerEvent(workspace.on('window-open', (_container, { document }) => {
      this.listenTo(document);
    }));
  }

  /**
   * How the note came to be `text`: by its editor, perhaps by the user in another way – in the properties, by a button –
   * or by another program, while the user did nothing but type.
   */
  sourceOf(path: string, text: string): 'editor' | 'unknown' | 'outside' {
    const shown = this.shown.get(path);
    if (shown?.includes(asInEditor(text)) === true) return 'editor';
    return this.last.isTyping ? 'outside' : 'unknown';
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
      this.registerDomEvent(document, type, ({ target }) => {
        const isTyping = type !== 'click' && target instanceof Element && target.closest('.cm-content') !== null;
        this.last = { at: performance.now(), file: this.app.workspace.getActiveFile(), isTyping };
      }, { capture: true });
    }
  }
}
