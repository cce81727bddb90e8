// Owns: a leaf: one tab, and the view in it. Invariant: a leaf always has a view; at first an empty one.
import { pendingWork } from '../base/pending-work';
import type { App } from '../shell/app';
import { setIcon } from '../ui/icons';
import { Menu } from '../ui/menu';
import type { TFile } from '../vault/file';
import { EmptyView, type View } from './view';
import { WorkspaceItem, type WorkspaceTabs } from './workspace-item';

export interface ViewState {
  type: string;
  state?: Record<string, unknown>;
  active?: boolean;
  pinned?: boolean;
}

export interface OpenViewState {
  state?: Record<string, unknown>;
  eState?: Record<string, unknown>;
  active?: boolean;
}

let nextId = 1;

export class WorkspaceLeaf extends WorkspaceItem {
  readonly id = `leaf-${nextId++}`;
  readonly app: App;
  readonly containerEl = createDiv({ cls: 'workspace-leaf', attr: { id: this.id, role: 'tabpanel' } });
  readonly tabHeaderEl = createDiv({ cls: 'workspace-tab-header', attr: { role: 'tab', 'aria-controls': this.id } });
  view: View;
  hoverPopover = null;
  pinned = false;
  group: string | null = null;
  readonly isDeferred = false;
  private isDetached = false;

  constructor(override readonly parent: WorkspaceTabs) {
    super();
    const { workspace } = parent.parent;
    this.app = workspace.app;
    this.view = new EmptyView(this);
    this.tabHeaderEl.addEventListener('click', () => workspace.setActiveLeaf(this, { focus: true }));
    this.tabHeaderEl.addEventListener('auxclick', (event) => {
      if (event.button === 1) this.detach();
    });
    this.tabHeaderEl.addEventListener('contextmenu', (event) => this.showMenu(event));
    const activate = (): void => {
      if (!this.isDetached && workspace.activeLeaf !== this) workspace.setActiveLeaf(this);
    };
    this.containerEl.addEventListener('mousedown', activate, true);
    this.containerEl.addEventListener('focusin', activate);
    parent.add(this);
    this.updateHeader();
  }

  // --- the view

  async open(view: View): Promise<View> {
    await this.closeView();
    this.view = view;
    view.containerEl.setAttrs({ 'data-type': view.getViewType(), tabindex: -1 });
    this.containerEl.replaceChildren(view.containerEl);
    view.load();
    await view.onOpen();
    this.updateHeader();
    this.app.workspace.trigger('layout-change');
    return view;
  }

  async showEmpty(): Promise<void> {
    await this.open(new EmptyView(this));
    if (this.app.workspace.activeLeaf === this) this.app.workspace.trigger('file-open', null);
  }

  getViewState(): ViewState {
    return { type: this.view.getViewType(), state: this.view.getState(), pinned: this.pinned };
  }

  async setViewState(viewState: ViewState, eState?: unknown): Promise<void> {
    const { workspace } = this.app;
    if (this.view.getViewType() !== viewState.type) {
      const create = workspace.viewCreators.get(viewState.type);
      await this.open(create ? create(this) : new EmptyView(this));
    }
    await this.view.setState(viewState.state ?? {}, { history: false });
    if (viewState.pinned !== undefined) this.setPinned(viewState.pinned);
    this.updateHeader();
    if (viewState.active) workspace.setActiveLeaf(this, { focus: true });
    if (eState !== undefined) this.view.setEphemeralState(eState);
  }

  async openFile(file: TFile, openState: OpenViewState = {}): Promise<void> {
    const type = this.app.workspace.viewTypeFor(file);
    const mode = openState.state ?? {};
    await pendingWork.track(this.setViewState({ type, state: { ...mode, file: file.path } }));
    if (openState.active !== false) this.app.workspace.setActiveLeaf(this, { focus: true });
    if (openState.eState) this.view.setEphemeralState(openState.eState);
    this.app.workspace.noteOpened(this, file);
  }

  loadIfDeferred(): Promise<void> {
    return Promise.resolve();
  }

  getEphemeralState(): Record<string, unknown> {
    return this.view.getEphemeralState();
  }

  setEphemeralState(state: unknown): void {
    this.view.setEphemeralState(state);
  }

  onResize(): void {
    this.view.onResize();
  }

  /** Closes the tab. */
  detach(): void {
    if (this.isDetached) return;
    this.isDetached = true;
    const { workspace } = this.app;
    void pendingWork.track(this.closeView());
    this.parent.remove(this);
    if (workspace.activeLeaf === this) workspace.activateNext(this.parent);
    workspace.trigger('layout-change');
  }

  // --- the tab

  getDisplayText(): string {
    return this.view.getDisplayText();
  }

  getIcon(): string {
    return this.view.getIcon();
  }

  setPinned(pinned: boolean): void {
    if (this.pinned === pinned) return;
    this.pinned = pinned;
    this.trigger('pinned-change', pinned);
  }

  togglePinned(): void {
    this.setPinned(!this.pinned);
  }

  setGroup(group: string): void {
    this.group = group;
    this.trigger('group-change', group);
  }

  setGroupMember(other: WorkspaceLeaf): void {
    this.setGroup(other.group ?? other.id);
  }

  updateHeader(): void {
    const title = this.view.getDisplayText();
    this.tabHeaderEl.empty();
    this.tabHeaderEl.setAttrs({ 'aria-label': title, 'data-type': this.view.getViewType() });
    this.tabHeaderEl.title = title;
    setIcon(this.tabHeaderEl.createDiv('workspace-tab-header-inner-icon'), this.view.getIcon());
    this.tabHeaderEl.createDiv({ cls: 'workspace-tab-header-inner-title', text: title });
    const close = this.tabHeaderEl.createDiv({ cls: 'workspace-tab-header-inner-close-button', attr: { 'aria-hidden': 'true' } });
    setIcon(close, 'x');
    close.addEventListener('click', (event) => {
      event.stopPropagation();
      this.detach();
    });
    this.containerEl.setAttribute('aria-label', title);
    this.containerEl.querySelector('.view-header-title')?.setText(title);
  }

  private async closeView(): Promise<void> {
    const { view } = this;
    const { file } = view as View & { file?: TFile | null };
    if (file && 'onUnloadFile' in view) await (view as View & { onUnloadFile(file: TFile): Promise<void> }).onUnloadFile(file);
    await view.onClose();
    view.unload();
  }

  private showMenu(event: MouseEvent): void {
    const menu = new Menu();
    menu.addItem((item) => item.setTitle('Close').setIcon('x').onClick(() => this.detach()));
    this.view.onPaneMenu(menu, 'tab-header');
    const { file } = this.view as View & { file?: TFile | null };
    if (file) this.app.workspace.trigger('file-menu', menu, file, 'tab-header', this);
    menu.showAtMouseEvent(event);
  }
}
