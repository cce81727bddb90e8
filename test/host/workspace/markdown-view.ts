// Owns: a note in a tab: source editor or reading view. The text itself belongs to the OpenNote that all its views share.
import { openSearchPanel } from '@codemirror/search';
import { Compartment, Transaction, type ChangeSet } from '@codemirror/state';
import { EditorView, type ViewUpdate } from '@codemirror/view';
import { pendingWork } from '../base/pending-work';
import { diffText } from '../editor/diff-text';
import { Editor } from '../editor/editor';
import { editorEditorField, editorInfoField, editorLivePreviewField } from '../editor/editor-fields';
import { createEditorState, fromOutside } from '../editor/editor-state';
import { MarkdownPreviewView } from '../reading/markdown-preview-view';
import { setIcon } from '../ui/icons';
import { Menu } from '../ui/menu';
import type { TFile } from '../vault/file';
import { applyEphemeralState } from './ephemeral-state';
import { TextFileView } from './file-view';
import type { NoteView, OpenNote } from './open-note';
import type { ViewStateResult } from './view';
import type { WorkspaceLeaf } from './workspace-leaf';

export type ViewMode = 'source' | 'preview';

export class MarkdownView extends TextFileView implements NoteView {
  override icon = 'file-text';
  readonly editor: Editor;
  readonly previewMode: MarkdownPreviewView;
  hoverPopover = null;
  private note: OpenNote | null = null;
  private readonly cm: EditorView;
  private readonly pluginExtensions = new Compartment();
  private readonly sourceEl: HTMLElement;
  private readonly modeButton: HTMLElement;
  private mode: ViewMode = 'source';

  override requestSave = (): void => this.note?.requestSave();

  constructor(leaf: WorkspaceLeaf) {
    super(leaf);
    this.sourceEl = this.contentEl.createDiv('markdown-source-view cm-s-obsidian mod-cm6');
    this.cm = new EditorView({ parent: this.sourceEl });
    this.editor = new Editor(this.cm);
    this.cm.setState(this.createState(''));
    this.previewMode = new MarkdownPreviewView(this);
    this.contentEl.append(this.previewMode.wrapperEl);
    this.modeButton = this.addAction('book-open', 'Toggle reading view', () => this.setMode(this.mode === 'source' ? 'preview' : 'source'));
    this.sourceEl.addEventListener('contextmenu', (event) => this.showEditorMenu(event));
    this.showMode();
  }

  override onunload(): void {
    this.previewMode.clear();
    this.cm.destroy();
  }

  getViewType(): string {
    return 'markdown';
  }

  getMode(): ViewMode {
    return this.mode;
  }

  get currentMode(): MarkdownPreviewView | { get(): string } {
    return this.mode === 'preview' ? this.previewMode : { get: () => this.getViewData() };
  }

  override canAcceptExtension(extension: string): boolean {
    return extension === 'md';
  }

  override getState(): Record<string, unknown> {
    return { ...super.getState(), mode: this.mode, source: true };
  }

  override async setState(state: unknown, result: ViewStateResult): Promise<void> {
    await super.setState(state, result);
    const mode = (state as { mode?: unknown } | null)?.mode;
    if (mode === 'source' || mode === 'preview') await this.setMode(mode);
  }

  override setEphemeralState(state: unknown): void {
    applyEphemeralState(this, state);
  }

  async setMode(mode: ViewMode): Promise<void> {
    if (mode === this.mode) return;
    this.mode = mode;
    this.showMode();
    if (mode === 'preview') await this.previewMode.render();
    else this.previewMode.clear();
    this.app.workspace.trigger('layout-change');
  }

  showSearch(): void {
    openSearchPanel(this.cm);
  }

  override focusInside(): void {
    if (this.mode === 'source') this.cm.focus();
    else this.previewMode.wrapperEl.focus();
  }

  // --- text: LF, without BOM

  getViewData(): string {
    return this.cm.state.doc.toString();
  }

  /** Shows a text as if it had been typed. */
  setViewData(data: string): void {
    this.cm.dispatch({ changes: diffText(this.getViewData(), data) });
  }

  clear(): void {
    this.setViewData('');
  }

  override async onLoadFile(file: TFile): Promise<void> {
    this.note = await this.app.openNotes.open(file, this);
    this.cm.setState(this.createState(this.note.doc.toString()));
    this.data = this.getViewData();
    if (this.mode === 'preview') await this.previewMode.render();
  }

  override async onUnloadFile(): Promise<void> {
    const { note } = this;
    this.note = null;
    if (note) await this.app.openNotes.close(note, this);
  }

  override async save(): Promise<void> {
    await this.note?.save();
    this.data = this.getViewData();
  }

  showChanges(changes: ChangeSet): void {
    this.cm.dispatch({ changes, annotations: [fromOutside.of(true), Transaction.addToHistory.of(false)] });
  }

  noteTakenOver(): void {
    if (this.mode === 'preview') void pendingWork.track(this.previewMode.render());
  }

  /** Brings the editor extensions of all plugins up to date. */
  updateExtensions(): void {
    this.cm.dispatch({ effects: this.pluginExtensions.reconfigure(this.app.workspace.editorExtensions.slice()) });
  }

  /** The OpenNote follows the file. */
  protected override onModify(): Promise<void> {
    return Promise.resolve();
  }

  protected override onDelete(): Promise<void> {
    this.note = null;
    return super.onDelete();
  }

  private createState(text: string): EditorView['state'] {
    const fields = [editorInfoField.init(() => this), editorEditorField.init(() => this.cm), editorLivePreviewField];
    const extensions = [fields, this.pluginExtensions.of(this.app.workspace.editorExtensions.slice())];
    return createEditorState(text, extensions, (update) => this.onUpdate(update));
  }

  private onUpdate(update: ViewUpdate): void {
    if (!update.docChanged) return;
    const isTyping = !update.transactions.some((transaction) => transaction.annotation(fromOutside));
    if (isTyping) this.note?.type(this, update.changes);
    this.app.workspace.trigger('editor-change', this.editor, this);
    if (!isTyping) return;
    if (this.mode === 'preview') void pendingWork.track(this.previewMode.render());
    this.app.workspace.suggest(this);
  }

  private showEditorMenu(event: MouseEvent): void {
    const menu = new Menu();
    this.app.workspace.trigger('editor-menu', menu, this.editor, this);
    if (menu.items.length > 0) menu.showAtMouseEvent(event);
  }

  private showMode(): void {
    this.sourceEl.toggle(this.mode === 'source');
    this.previewMode.wrapperEl.toggle(this.mode === 'preview');
    setIcon(this.modeButton, this.mode === 'source' ? 'book-open' : 'pencil');
  }
}
