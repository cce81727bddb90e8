// Owns: the window's leaves: finding, opening, activating them, with Obsidian's events.
import { BaseFileView, type BasesViewRegistration } from '../bases/base-file-view';
import type { Extension } from '@codemirror/state';
import { debounce, type Debouncer } from '../base/debounce';
import { Events } from '../base/events';
import { Platform } from '../base/platform';
import { pendingWork } from '../base/pending-work';
import { parseLinktext } from '../metadata/link-target';
import type { PostProcessors } from '../reading/post-processors';
import type { App } from '../shell/app';
import type { EditorSuggest } from '../ui/editor-suggest';
import type { TFile } from '../vault/file';
import { normalizePath } from '../vault/path';
import { MarkdownView } from './markdown-view';
import type { View } from './view';
import type { WorkspaceItem, WorkspaceRibbon, WorkspaceRoot, WorkspaceSidedock, WorkspaceTabs } from './workspace-item';
import { WorkspaceLeaf, type OpenViewState } from './workspace-leaf';

export type ViewCreator = (leaf: WorkspaceLeaf) => View;
export type Side = 'left' | 'right';
type NewLeaf = 'tab' | 'split' | 'window' | boolean;

/** How many recent files are remembered. */
const RECENT = 20;

export class Workspace extends Events {
  activeLeaf: WorkspaceLeaf | null = null;
  layoutReady = false;
  leftSplit!: WorkspaceSidedock;
  rightSplit!: WorkspaceSidedock;
  rootSplit!: WorkspaceRoot;
  leftRibbon!: WorkspaceRibbon;
  rightRibbon!: WorkspaceRibbon;
  containerEl!: HTMLElement;
  readonly viewCreators = new Map<string, ViewCreator>();
  readonly extensionViews = new Map<string, string>([['md', 'markdown'], ['base', 'bases']]);
  readonly basesViews = new Map<string, BasesViewRegistration>();
  readonly editorExtensions: Extension[] = [];
  readonly editorSuggests: EditorSuggest<unknown>[] = [];
  /** Writes the layout down; there is nothing to do it where no browser keeps it. */
  saveLayout: () => void = () => undefined;
  readonly requestSaveLayout: Debouncer<[], Promise<void>> = debounce(() => Promise.resolve(this.saveLayout()), 0);
  private readonly readyCallbacks: (() => unknown)[] = [];
  private lastRootLeaf: WorkspaceLeaf | null = null;
  private lastFile: TFile | null = null;
  private recentFiles: string[] = [];

  constructor(
    readonly app: App,
    readonly processors: PostProcessors,
  ) {
    super();
    this.viewCreators.set('markdown', (leaf) => new MarkdownView(leaf));
    this.viewCreators.set('bases', (leaf) => new BaseFileView(leaf, this.basesViews));
  }

  // --- life

  onLayoutReady(callback: () => unknown): void {
    if (this.layoutReady) callback();
    else this.readyCallbacks.push(callback);
  }

  setLayoutReady(): void {
    this.layoutReady = true;
    for (const callback of this.readyCallbacks.splice(0)) callback();
    this.trigger('layout-ready');
  }

  // --- finding leaves

  allLeaves(): WorkspaceLeaf[] {
    return [...this.leftSplit.leaves, ...this.rootSplit.leaves, ...this.rightSplit.leaves];
  }

  iterateAllLeaves(callback: (leaf: WorkspaceLeaf) => unknown): void {
    this.allLeaves().forEach(callback);
  }

  iterateRootLeaves(callback: (leaf: WorkspaceLeaf) => unknown): void {
    this.rootSplit.leaves.forEach(callback);
  }

  getLeavesOfType(viewType: string): WorkspaceLeaf[] {
    return this.allLeaves().filter((leaf) => leaf.view.getViewType() === viewType);
  }

  getLeafById(id: string): WorkspaceLeaf | null {
    return this.allLeaves().find((leaf) => leaf.id === id) ?? null;
  }

  getGroupLeaves(group: string): WorkspaceLeaf[] {
    return this.allLeaves().filter((leaf) => leaf.group === group);
  }

  getMostRecentLeaf(root: WorkspaceItem = this.rootSplit): WorkspaceLeaf | null {
    if (root === this.rootSplit) return this.lastRootLeaf ?? this.rootSplit.leaves[0] ?? null;
    return this.allLeaves().find((leaf) => leaf.getRoot() === root) ?? null;
  }

  detachLeavesOfType(viewType: string): void {
    for (const leaf of this.getLeavesOfType(viewType)) leaf.detach();
  }

  // --- making leaves

  getLeaf(newLeaf: NewLeaf = false): WorkspaceLeaf {
    if (newLeaf === 'split') return this.splitActiveLeaf();
    const recent = this.getMostRecentLeaf();
    if (newLeaf === false && recent && !recent.pinned && (recent.view.navigation || recent.view.getViewType() === 'empty')) return recent;
    return new WorkspaceLeaf(recent?.parent ?? this.rootSplit.groups[0] ?? this.rootSplit.addGroup());
  }

  getUnpinnedLeaf(): WorkspaceLeaf {
    return this.getLeaf(false);
  }

  createLeafInParent(): WorkspaceLeaf {
    return this.getLeaf('tab');
  }

  createLeafBySplit(leaf: WorkspaceLeaf): WorkspaceLeaf {
    return new WorkspaceLeaf(leaf.parent.parent.addGroup());
  }

  splitActiveLeaf(): WorkspaceLeaf {
    return new WorkspaceLeaf(this.rootSplit.addGroup());
  }

  async duplicateLeaf(leaf: WorkspaceLeaf, leafType: unknown = 'tab'): Promise<WorkspaceLeaf> {
    const copy = this.getLeaf(leafType === 'split' || leafType === 'vertical' || leafType === 'horizontal' ? 'split' : 'tab');
    await copy.setViewState({ ...leaf.getViewState(), active: true });
    return copy;
  }

  openPopoutLeaf(): WorkspaceLeaf {
    return this.getLeaf('tab');
  }

  moveLeafToPopout(leaf: WorkspaceLeaf): WorkspaceItem {
    return leaf.getRoot();
  }

  getLeftLeaf(): WorkspaceLeaf | null {
    return new WorkspaceLeaf(this.leftSplit.groups[0] ?? this.leftSplit.addGroup());
  }

  getRightLeaf(): WorkspaceLeaf | null {
    return new WorkspaceLeaf(this.rightSplit.groups[0] ?? this.rightSplit.addGroup());
  }

  async ensureSideLeaf(type: string, side: Side, options: { active?: boolean; split?: boolean; reveal?: boolean; state?: Record<string, unknown> } = {}): Promise<WorkspaceLeaf> {
    const existing = this.getLeavesOfType(type)[0];
    const leaf = existing ?? (side === 'left' ? this.getLeftLeaf() : this.getRightLeaf());
    if (!leaf) throw new Error(`There is no ${side} sidebar.`);
    if (!existing || options.state) await leaf.setViewState({ type, ...(options.state && { state: options.state }) });
    if (options.reveal) await this.revealLeaf(leaf);
    if (options.active) this.setActiveLeaf(leaf, { focus: true });
    return leaf;
  }

  // --- activating

  revealLeaf(leaf: WorkspaceLeaf): Promise<void> {
    const root = leaf.getRoot();
    if (root === this.leftSplit) this.leftSplit.expand();
    if (root === this.rightSplit) this.rightSplit.expand();
    leaf.parent.show(leaf);
    return Promise.resolve();
  }

  setActiveLeaf(leaf: WorkspaceLeaf, params: { focus?: boolean } | boolean = {}, focus = false): void {
    leaf.parent.show(leaf);
    const isNew = this.activeLeaf !== leaf;
    this.activeLeaf?.containerEl.removeClass('mod-active');
    this.activeLeaf = leaf;
    leaf.containerEl.addClass('mod-active');
    if (leaf.getRoot() === this.rootSplit) this.noteRootLeaf(leaf);
    if (focus || (typeof params === 'object' && params.focus)) leaf.view.focusInside();
    if (!isNew) return;
    this.trigger('active-leaf-change', leaf);
    const { file } = leaf.view as View & { file?: TFile | null };
    if (file && file !== this.lastFile) this.noteOpened(leaf, file);
  }

  private noteRootLeaf(leaf: WorkspaceLeaf): void {
    this.lastRootLeaf = leaf;
    if (!Platform.isPhone) return;
    this.leftSplit.collapse();
    this.rightSplit.collapse();
  }

  /** After a leaf has gone: its neighbour, or the last note. */
  activateNext(group: WorkspaceTabs): void {
    this.activeLeaf = null;
    if (this.lastRootLeaf && !this.allLeaves().includes(this.lastRootLeaf)) this.lastRootLeaf = null;
    const next = group.shown ?? this.lastRootLeaf ?? this.rootSplit.leaves.at(-1);
    if (next) this.setActiveLeaf(next);
  }

  getActiveViewOfType<T>(type: abstract new (...args: never[]) => T): T | null {
    const view = this.activeLeaf?.view;
    return view instanceof type ? view : null;
  }

  /** The active view if it has an editor. */
  get activeEditor(): MarkdownView | null {
    return this.getActiveViewOfType(MarkdownView);
  }

  getActiveFile(): TFile | null {
    const { file } = (this.activeLeaf?.view ?? {}) as { file?: TFile | null };
    return file ?? (this.lastFile?.deleted ? null : this.lastFile);
  }

  getLastOpenFiles(): string[] {
    return this.recentFiles;
  }

  noteOpened(leaf: WorkspaceLeaf, file: TFile): void {
    this.recentFiles = [file.path, ...this.recentFiles.filter((path) => path !== file.path)].slice(0, RECENT);
    if (this.activeLeaf !== leaf || this.lastFile === file) return;
    this.lastFile = file;
    this.trigger('file-open', file);
  }

  // --- opening

  viewTypeFor(file: TFile): string {
    return this.extensionViews.get(file.extension) ?? 'empty';
  }

  /** Opens what a link means; a note that doesn't exist is made. */
  openLinkText(linktext: string, sourcePath: string, newLeaf: NewLeaf = false, openState: OpenViewState = {}): Promise<void> {
    return pendingWork.track(this.openLink(linktext, sourcePath, newLeaf, openState));
  }

  private async openLink(linktext: string, sourcePath: string, newLeaf: NewLeaf, openState: OpenViewState): Promise<void> {
    const { path, subpath } = parseLinktext(linktext);
    const { vault, metadataCache } = this.app;
    const found = path === '' ? vault.getFileByPath(sourcePath) : (vault.getFileByPath(path) ?? metadataCache.getFirstLinkpathDest(path, sourcePath));
    const file = found ?? (await vault.create(normalizePath(/\.md$/i.test(path) ? path : `${path}.md`), ''));
    const eState = subpath === '' ? openState.eState : { ...openState.eState, subpath };
    await this.getLeaf(newLeaf).openFile(file, { ...openState, ...(eState && { eState }) });
  }

  updateOptions(): void {
    for (const { view } of this.getLeavesOfType('markdown')) if (view instanceof MarkdownView) view.updateExtensions();
  }

  /** Offers the suggestions of the first suggest that wants the place. */
  suggest(view: MarkdownView): void {
    if (this.editorSuggests.length > 0) void pendingWork.track(this.offerSuggestions(view));
  }

  handleLinkContextMenu(): boolean {
    return false;
  }

  getLayout(): Record<string, unknown> {
    return { main: this.rootSplit.leaves.map((leaf) => leaf.getViewState()) };
  }

  changeLayout(): Promise<void> {
    return Promise.resolve();
  }

  private async offerSuggestions(view: MarkdownView): Promise<void> {
    for (const suggest of this.editorSuggests) if (await suggest.trigger(view)) return;
  }
}
