// Owns: the list of the vault's files. Alt+click selects several. Keys: arrows move and open or close folders, Enter opens, Shift+F10 or the menu key shows the menu.
import { debounce } from '../base/debounce';
import { Keymap } from '../base/scope';
import { setIcon } from '../ui/icons';
import { Menu } from '../ui/menu';
import { TFile, TFolder, type TAbstractFile } from '../vault/file';
import { ItemView } from '../workspace/view';

/** From so many files on, the folders are closed at first. */
const MANY_FILES = 500;

export class FileListView extends ItemView {
  override icon = 'folder-closed';
  private readonly closedFolders = new Set<string>();
  private readonly redraw = debounce(() => this.draw(), 20, true);
  private treeEl = this.contentEl;
  private focusedPath: string | null = null;
  /** Paths of what Alt+click has selected. */
  private readonly selected = new Set<string>();

  getViewType(): string {
    return 'file-explorer';
  }

  getDisplayText(): string {
    return 'Files';
  }

  override onOpen(): Promise<void> {
    this.contentEl.addClass('nav-files-container');
    this.contentEl.createDiv({ cls: 'workspace-sidedock-vault-profile', text: this.app.vault.getName() });
    this.treeEl = this.contentEl.createDiv({ cls: 'nav-files-tree', attr: { role: 'tree', 'aria-label': 'Files' } });
    this.treeEl.addEventListener('keydown', (event) => this.onKey(event));
    const { vault, workspace } = this.app;
    for (const event of ['create', 'delete', 'rename']) this.registerEvent(vault.on(event, () => void this.redraw()));
    this.registerEvent(workspace.on('file-open', () => this.markActive()));
    workspace.onLayoutReady(() => {
      if (vault.getFiles().length > MANY_FILES) for (const folder of vault.getAllFolders()) this.closedFolders.add(folder.path);
      this.draw();
    });
    return Promise.resolve();
  }

  override onClose(): Promise<void> {
    this.redraw.cancel();
    return Promise.resolve();
  }

  private draw(): void {
    const hadFocus = this.treeEl.contains(document.activeElement);
    this.contentEl.querySelector('.workspace-sidedock-vault-profile')?.setText(this.app.vault.getName());
    this.treeEl.empty();
    this.drawFolder(this.app.vault.getRoot(), this.treeEl, 1);
    this.markActive();
    this.setFocus(this.focusedPath ?? '', hadFocus);
  }

  private drawFolder(folder: TFolder, parentEl: HTMLElement, level: number): void {
    for (const file of [...folder.children].sort(foldersFirst)) {
      if (file instanceof TFile) this.drawRow(file, parentEl, level);
      if (!(file instanceof TFolder)) continue;
      const isOpen = !this.closedFolders.has(file.path);
      const row = this.drawRow(file, parentEl, level);
      row.setAttribute('aria-expanded', String(isOpen));
      row.toggleClass('is-collapsed', !isOpen);
      if (isOpen) this.drawFolder(file, parentEl.createDiv({ cls: 'tree-item-children', attr: { role: 'group' } }), level + 1);
    }
  }

  private drawRow(file: TAbstractFile, parentEl: HTMLElement, level: number): HTMLElement {
    const isFolder = file instanceof TFolder;
    const row = parentEl.createDiv({
      cls: `tree-item-self ${isFolder ? 'nav-folder-title' : 'nav-file-title'}`,
      attr: { role: 'treeitem', 'aria-level': level, 'data-path': file.path, tabindex: -1 },
    });
    if (isFolder) setIcon(row.createSpan('collapse-icon'), 'chevron-down');
    row.createSpan({ cls: 'tree-item-inner', text: file instanceof TFile && file.extension === 'md' ? file.basename : file.name });
    if (file instanceof TFile && file.extension !== 'md') row.createSpan({ cls: 'nav-file-tag', text: file.extension });
    row.addEventListener('click', (event) => this.activate(file, event));
    row.addEventListener('auxclick', (event) => {
      if (event.button === 1) this.activate(file, event);
    });
    row.addEventListener('contextmenu', (event) => this.menuFor(file).showAtMouseEvent(event));
    row.toggleClass('is-selected', this.selected.has(file.path));
    return row;
  }

  private select(path: string): void {
    if (!this.selected.delete(path)) this.selected.add(path);
    for (const row of this.rows()) row.toggleClass('is-selected', this.selected.has(row.dataset['path'] ?? ''));
  }

  private activate(file: TAbstractFile, event: MouseEvent | KeyboardEvent): void {
    this.focusedPath = file.path;
    if (event.altKey) {
      this.select(file.path);
      return;
    }
    for (const path of [...this.selected]) this.select(path);
    if (file instanceof TFile) {
      void this.app.workspace.getLeaf(Keymap.isModEvent(event)).openFile(file);
      if (document.body.hasClass('is-phone')) this.app.workspace.leftSplit.collapse();
    } else this.setOpen(file.path, this.closedFolders.has(file.path));
  }

  private setOpen(path: string, isOpen: boolean): void {
    if (isOpen) this.closedFolders.delete(path);
    else this.closedFolders.add(path);
    this.focusedPath = path;
    this.draw();
    this.setFocus(path, true);
  }

  private menuFor(file: TAbstractFile): Menu {
    const menu = new Menu();
    const files = this.selected.size > 1 && this.selected.has(file.path) ? [...this.selected].flatMap((path) => this.app.vault.getAbstractFileByPath(path) ?? []) : [];
    if (files.length > 0) {
      this.app.workspace.trigger('files-menu', menu, files, 'file-explorer-context-menu', this.leaf);
      return menu;
    }
    if (file instanceof TFile) menu.addItem((item) => item.setTitle('Open in new tab').setIcon('file-plus').onClick(() => this.app.workspace.getLeaf('tab').openFile(file)));
    else menu.addItem((item) => item.setTitle('New note').setIcon('square-pen').onClick(() => this.createNote(file.path)));
    this.app.workspace.trigger('file-menu', menu, file, 'file-explorer-context-menu', this.leaf);
    menu.addSeparator();
    menu.addItem((item) => item.setTitle('Delete').setIcon('trash-2').setWarning(true).onClick(() => this.app.fileManager.trashFile(file)));
    return menu;
  }

  private async createNote(folder: string): Promise<void> {
    const base = folder === '/' ? '' : `${folder}/`;
    let path = `${base}Untitled.md`;
    for (let n = 1; this.app.vault.getAbstractFileByPath(path); n++) path = `${base}Untitled ${n}.md`;
    await this.app.workspace.getLeaf().openFile(await this.app.vault.create(path, ''));
  }

  // --- focus

  private markActive(): void {
    const active = this.app.workspace.getActiveFile()?.path;
    for (const row of this.rows()) {
      const isActive = row.dataset['path'] === active;
      row.toggleClass('is-active', isActive);
      row.setAttr('aria-current', isActive ? 'page' : null);
    }
  }

  private rows(): HTMLElement[] {
    return Array.from(this.treeEl.querySelectorAll<HTMLElement>('[role="treeitem"]'));
  }

  /** Exactly one row is reached by Tab. */
  private setFocus(path: string, isMoving: boolean): void {
    const rows = this.rows();
    const row = rows.find((other) => other.dataset['path'] === path) ?? rows[0];
    for (const other of rows) other.tabIndex = other === row ? 0 : -1;
    this.focusedPath = row?.dataset['path'] ?? null;
    if (isMoving) row?.focus();
  }

  private onKey(event: KeyboardEvent): void {
    const rows = this.rows();
    const at = rows.findIndex((row) => row === document.activeElement);
    const path = rows[at]?.dataset['path'] ?? '';
    const file = this.app.vault.getAbstractFileByPath(path);
    const moveTo = (index: number): void => this.setFocus(rows[Math.max(0, Math.min(index, rows.length - 1))]?.dataset['path'] ?? '', true);
    if (event.key === 'ArrowDown') moveTo(at + 1);
    else if (event.key === 'ArrowUp') moveTo(at - 1);
    else if (event.key === 'Home') moveTo(0);
    else if (event.key === 'End') moveTo(rows.length - 1);
    else if (event.key === 'ArrowRight' && file instanceof TFolder) this.setOpen(path, true);
    else if (event.key === 'ArrowLeft' && file instanceof TFolder && !this.closedFolders.has(path)) this.setOpen(path, false);
    else if (event.key === 'ArrowLeft' && file?.parent && !file.parent.isRoot()) this.setFocus(file.parent.path, true);
    else if ((event.key === 'Enter' || event.key === ' ') && file) this.activate(file, event);
    else if ((event.key === 'ContextMenu' || (event.key === 'F10' && event.shiftKey)) && file) {
      const { left, bottom } = rows[at]?.getBoundingClientRect() ?? { left: 0, bottom: 0 };
      this.menuFor(file).showAtPosition({ x: left + 12, y: bottom });
    } else return;
    event.preventDefault();
  }
}

function foldersFirst(a: TAbstractFile, b: TAbstractFile): number {
  return Number(b instanceof TFolder) - Number(a instanceof TFolder) || a.name.localeCompare(b.name, undefined, { numeric: true });
}
