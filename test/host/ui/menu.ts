// Owns: context menus. Keys: arrows move, Right opens a submenu, Left leaves it, Enter chooses, Escape closes.
import { Component } from '../base/component';
import { currentApp } from '../base/current-app';
import { Scope } from '../base/scope';
import { MenuItem } from './menu-item';

export class MenuSeparator {
  readonly dom = createDiv({ cls: 'menu-separator', attr: { role: 'separator' } });
}

export interface MenuPosition {
  x: number;
  y: number;
  width?: number;
  overlap?: boolean;
  left?: boolean;
}

export class Menu extends Component {
  readonly dom = createDiv({ cls: 'menu', attr: { role: 'menu', tabindex: '-1' } });
  readonly items: (MenuItem | MenuSeparator)[] = [];
  private readonly scope = new Scope();
  private hideCallback: (() => unknown) | null = null;
  private highlighted: MenuItem | null = null;
  private focusBefore: Element | null = null;
  private isShown = false;
  private readonly closeOutside = (event: Event): void => {
    if (!(event.target instanceof Node) || !event.target.parentElement?.closest('.menu')) this.hideAll();
  };

  constructor(private readonly parentMenu: Menu | null = null) {
    super();
    this.bindKeys();
  }

  setNoIcon(): this {
    this.dom.addClass('mod-no-icon');
    return this;
  }

  setUseNativeMenu(): this {
    return this;
  }

  setParentElement(): this {
    return this;
  }

  addItem(callback: (item: MenuItem) => unknown): this {
    const item = new MenuItem(this);
    this.items.push(item);
    callback(item);
    return this;
  }

  addSeparator(): this {
    this.items.push(new MenuSeparator());
    return this;
  }

  showAtMouseEvent(event: MouseEvent): this {
    event.preventDefault();
    return this.showAtPosition({ x: event.clientX, y: event.clientY });
  }

  showAtPosition(position: MenuPosition, doc: Document = document): this {
    if (this.isShown) return this;
    this.isShown = true;
    this.focusBefore = doc.activeElement;
    this.dom.replaceChildren(...inSections(this.items).map((item) => item.dom));
    doc.body.append(this.dom);
    const { width, height } = this.dom.getBoundingClientRect();
    this.dom.style.left = `${Math.max(4, Math.min(position.x, window.innerWidth - width - 4))}px`;
    this.dom.style.top = `${Math.max(4, Math.min(position.y, window.innerHeight - height - 4))}px`;
    currentApp().keymap.pushScope(this.scope);
    currentApp().openMenus.add(this);
    if (!this.parentMenu) window.addEventListener('mousedown', this.closeOutside, true);
    this.load();
    this.dom.focus();
    return this;
  }

  hide(): this {
    if (!this.isShown) return this;
    this.isShown = false;
    this.closeSubmenu();
    window.removeEventListener('mousedown', this.closeOutside, true);
    currentApp().keymap.popScope(this.scope);
    currentApp().openMenus.delete(this);
    this.dom.remove();
    if (this.focusBefore instanceof HTMLElement) this.focusBefore.focus();
    this.hideCallback?.();
    this.unload();
    return this;
  }

  close(): void {
    this.hide();
  }

  onHide(callback: () => unknown): void {
    this.hideCallback = callback;
  }

  onHistoryBack(): void {
    this.hide();
  }

  static forEvent(event: MouseEvent): Menu {
    const menu = new Menu();
    event.preventDefault();
    window.queueMicrotask(() => menu.showAtMouseEvent(event));
    return menu;
  }

  /** Closes this menu and those it was opened from. */
  hideAll(): void {
    this.hide();
    this.parentMenu?.hideAll();
  }

  highlight(item: MenuItem): void {
    if (this.highlighted === item) return;
    this.closeSubmenu();
    this.highlighted?.dom.removeClass('selected');
    this.highlighted = item;
    item.dom.addClass('selected');
    item.dom.focus();
  }

  openSubmenu(item: MenuItem): void {
    this.highlight(item);
    const { right, top } = item.dom.getBoundingClientRect();
    item.submenu?.showAtPosition({ x: right, y: top });
    item.submenu?.moveHighlight(1);
  }

  moveHighlight(step: number): void {
    const choices = inSections(this.items).filter((item): item is MenuItem => item instanceof MenuItem && !item.isDisabled && !item.isLabel);
    const at = this.highlighted ? choices.indexOf(this.highlighted) : step > 0 ? -1 : 0;
    const next = choices[(at + step + choices.length) % choices.length];
    if (next) this.highlight(next);
  }

  private closeSubmenu(): void {
    this.highlighted?.submenu?.hide();
  }

  private bindKeys(): void {
    const bind = (key: string, run: (event: KeyboardEvent) => void): void => {
      this.scope.register([], key, (event) => {
        run(event);
        return false;
      });
    };
    bind('ArrowDown', () => this.moveHighlight(1));
    bind('ArrowUp', () => this.moveHighlight(-1));
    bind('ArrowRight', () => {
      if (this.highlighted?.submenu) this.openSubmenu(this.highlighted);
    });
    bind('ArrowLeft', () => {
      if (this.parentMenu) this.hide();
    });
    bind('Enter', (event) => this.highlighted?.choose(event));
    bind(' ', (event) => this.highlighted?.choose(event));
    bind('Escape', () => this.hide());
    bind('Tab', () => this.hideAll());
  }
}

/** Entries of one section stand together, in the order in which the sections first appear. */
function inSections(items: readonly (MenuItem | MenuSeparator)[]): (MenuItem | MenuSeparator)[] {
  const sections = [...new Set(items.map((item) => (item instanceof MenuItem ? item.section : '')))];
  return sections.flatMap((section) => items.filter((item) => (item instanceof MenuItem ? item.section : '') === section));
}
