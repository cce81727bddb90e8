// Owns: what a leaf shows: View, and ItemView with a header and a content element.
import { Component } from '../base/component';
import type { Scope } from '../base/scope';
import type { App } from '../shell/app';
import { setIcon } from '../ui/icons';
import type { Menu } from '../ui/menu';
import { setTooltip } from '../ui/tooltip';
import type { WorkspaceLeaf } from './workspace-leaf';

export interface ViewStateResult {
  history: boolean;
}

export abstract class View extends Component {
  app: App;
  icon = 'file';
  navigation = false;
  scope: Scope | null = null;
  containerEl = createDiv('workspace-leaf-content');

  constructor(public leaf: WorkspaceLeaf) {
    super();
    this.app = leaf.app;
  }

  abstract getViewType(): string;
  abstract getDisplayText(): string;

  onOpen(): Promise<void> {
    return Promise.resolve();
  }

  onClose(): Promise<void> {
    return Promise.resolve();
  }

  getState(): Record<string, unknown> {
    return {};
  }

  setState(state: unknown, result: ViewStateResult): Promise<void>;
  setState(): Promise<void> {
    return Promise.resolve();
  }

  getEphemeralState(): Record<string, unknown> {
    return {};
  }

  setEphemeralState(state: unknown): void;
  setEphemeralState(): void {
    // for subclasses
  }

  getIcon(): string {
    return this.icon;
  }

  onResize(): void {
    // for subclasses
  }

  onPaneMenu(menu: Menu, source: string): void;
  onPaneMenu(): void {
    // for subclasses
  }

  /** Where the focus goes when the leaf becomes active. */
  focusInside(): void {
    const first = this.containerEl.querySelector<HTMLElement>('.view-content [tabindex="0"], .view-content button, .view-content input');
    (first ?? this.containerEl).focus();
  }
}

export abstract class ItemView extends View {
  contentEl: HTMLElement;
  protected headerEl: HTMLElement;
  protected actionsEl: HTMLElement;
  readonly titleEl: HTMLElement;

  constructor(leaf: WorkspaceLeaf) {
    super(leaf);
    this.headerEl = this.containerEl.createDiv('view-header');
    this.titleEl = this.headerEl.createDiv('view-header-title-container').createDiv({ cls: 'view-header-title', attr: { role: 'heading', 'aria-level': 1 } });
    this.actionsEl = this.headerEl.createDiv('view-actions');
    this.contentEl = this.containerEl.createDiv('view-content');
  }

  addAction(icon: string, title: string, callback: (event: MouseEvent) => unknown): HTMLElement {
    const button = this.actionsEl.createEl('button', { cls: 'clickable-icon view-action', prepend: true, attr: { type: 'button' } });
    setIcon(button, icon);
    setTooltip(button, title);
    button.addEventListener('click', (event) => void callback(event));
    return button;
  }
}

/** What a new tab shows. */
export class EmptyView extends ItemView {
  override icon = 'file';

  getViewType(): string {
    return 'empty';
  }

  getDisplayText(): string {
    return 'New tab';
  }

  override onOpen(): Promise<void> {
    this.contentEl.createDiv({ cls: 'empty-state', text: 'No file is open' });
    return Promise.resolve();
  }
}
