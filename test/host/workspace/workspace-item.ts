// Owns: the parts of the window's layout: root and side docks hold tab groups, tab groups hold leaves.
import { Events } from '../base/events';
import type { WorkspaceLeaf } from './workspace-leaf';
import type { Workspace } from './workspace';

export abstract class WorkspaceItem extends Events {
  abstract parent: WorkspaceParent | null;

  getRoot(): WorkspaceItem {
    return this.parent?.getRoot() ?? this;
  }

  getContainer(): WorkspaceItem {
    return this.getRoot();
  }
}

export abstract class WorkspaceParent extends WorkspaceItem {
  parent: WorkspaceParent | null = null;
}

/** Tab groups side by side or one below the other. */
export class WorkspaceSplit extends WorkspaceParent {
  readonly groups: WorkspaceTabs[] = [];

  constructor(
    readonly workspace: Workspace,
    readonly containerEl: HTMLElement,
  ) {
    super();
  }

  get leaves(): WorkspaceLeaf[] {
    return this.groups.flatMap((group) => group.leaves);
  }

  addGroup(): WorkspaceTabs {
    const group = new WorkspaceTabs(this);
    this.groups.push(group);
    return group;
  }

  removeGroup(group: WorkspaceTabs): void {
    this.groups.splice(this.groups.indexOf(group), 1);
    group.containerEl.remove();
  }

  /** Called when the last leaf has gone. */
  onEmpty(): void {
    // for subclasses
  }
}

export class WorkspaceContainer extends WorkspaceSplit {
  readonly win = window;
  readonly doc = document;
}

export class WorkspaceRoot extends WorkspaceContainer {
  override onEmpty(): void {
    void this.workspace.getLeaf('tab').showEmpty();
  }
}

/** The left or right sidebar; collapsed it takes no room. */
export class WorkspaceSidedock extends WorkspaceSplit {
  collapsed = false;

  expand(): void {
    this.setCollapsed(false);
  }

  collapse(): void {
    this.setCollapsed(true);
  }

  toggle(): void {
    this.setCollapsed(!this.collapsed);
  }

  override onEmpty(): void {
    this.collapse();
  }

  private setCollapsed(collapsed: boolean): void {
    if (this.collapsed === collapsed) return;
    this.collapsed = collapsed;
    this.containerEl.toggleClass('is-sidedock-collapsed', collapsed);
    this.workspace.trigger('resize');
    this.workspace.trigger('layout-change');
  }
}

/** Leaves in tabs, one of them shown. */
export class WorkspaceTabs extends WorkspaceParent {
  readonly containerEl: HTMLElement;
  readonly leaves: WorkspaceLeaf[] = [];
  shown: WorkspaceLeaf | null = null;
  private readonly headersEl: HTMLElement;
  private readonly bodyEl: HTMLElement;

  constructor(override readonly parent: WorkspaceSplit) {
    super();
    this.containerEl = parent.containerEl.createDiv('workspace-tabs');
    this.headersEl = this.containerEl.createDiv('workspace-tab-header-container').createDiv({ cls: 'workspace-tab-header-container-inner', attr: { role: 'tablist', 'aria-label': 'Tabs' } });
    this.bodyEl = this.containerEl.createDiv('workspace-tab-container');
    this.headersEl.addEventListener('keydown', (event) => this.onKey(event));
  }

  add(leaf: WorkspaceLeaf): void {
    this.leaves.push(leaf);
    this.headersEl.append(leaf.tabHeaderEl);
    this.bodyEl.append(leaf.containerEl);
    this.show(leaf);
  }

  remove(leaf: WorkspaceLeaf): void {
    const at = this.leaves.indexOf(leaf);
    if (at < 0) return;
    this.leaves.splice(at, 1);
    leaf.tabHeaderEl.remove();
    leaf.containerEl.remove();
    if (this.shown === leaf) this.show(this.leaves[Math.max(0, at - 1)] ?? null);
    if (this.leaves.length > 0) return;
    this.parent.removeGroup(this);
    if (this.parent.leaves.length === 0) this.parent.onEmpty();
  }

  show(leaf: WorkspaceLeaf | null): void {
    this.shown = leaf;
    for (const other of this.leaves) {
      const isShown = other === leaf;
      other.containerEl.toggle(isShown);
      other.tabHeaderEl.toggleClass('is-active', isShown);
      other.tabHeaderEl.setAttrs({ 'aria-selected': String(isShown), tabindex: isShown ? 0 : -1 });
    }
  }

  private onKey(event: KeyboardEvent): void {
    const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
    const next = this.leaves[(this.leaves.findIndex((leaf) => leaf === this.shown) + step + this.leaves.length) % this.leaves.length];
    if (event.key === 'Delete') this.shown?.detach();
    else if (event.key === 'Enter' && this.shown) this.parent.workspace.setActiveLeaf(this.shown, { focus: true });
    else if (step !== 0 && next) {
      this.parent.workspace.setActiveLeaf(next);
      next.tabHeaderEl.focus();
    } else return;
    event.preventDefault();
  }
}

export class WorkspaceRibbon {
  constructor(readonly containerEl: HTMLElement) {}
}

/** Names of Obsidian's that the host has no window or drawer for. */
export class WorkspaceFloating extends WorkspaceParent {}
export class WorkspaceWindow extends WorkspaceContainer {}
export class WorkspaceMobileDrawer extends WorkspaceSidedock {}
