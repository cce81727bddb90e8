// Owns: one entry of a menu.
import { setIcon } from './icons';
import { Menu } from './menu';

export class MenuItem {
  readonly dom = createDiv({ cls: 'menu-item', attr: { role: 'menuitem', tabindex: '-1' } });
  section = '';
  submenu: Menu | null = null;
  isDisabled = false;
  isLabel = false;
  private readonly iconEl = this.dom.createDiv('menu-item-icon');
  private readonly titleEl = this.dom.createDiv('menu-item-title');
  private callback: ((event: MouseEvent | KeyboardEvent) => unknown) | null = null;

  constructor(private readonly menu: Menu) {
    this.dom.addEventListener('click', (event) => {
      event.stopPropagation();
      this.choose(event);
    });
    this.dom.addEventListener('mouseenter', () => this.menu.highlight(this));
  }

  setTitle(title: string | DocumentFragment): this {
    this.titleEl.setText(title);
    return this;
  }

  setIcon(icon: string | null): this {
    this.iconEl.empty();
    if (icon !== null) setIcon(this.iconEl, icon);
    return this;
  }

  setChecked(isChecked: boolean | null): this {
    this.dom.toggleClass('mod-checked', isChecked === true);
    this.dom.setAttrs({ role: isChecked === null ? 'menuitem' : 'menuitemcheckbox', 'aria-checked': isChecked === null ? null : String(isChecked) });
    return this;
  }

  setDisabled(isDisabled: boolean): this {
    this.isDisabled = isDisabled;
    this.dom.toggleClass('is-disabled', isDisabled);
    this.dom.setAttr('aria-disabled', isDisabled ? 'true' : null);
    return this;
  }

  setWarning(isWarning: boolean): this {
    this.dom.toggleClass('is-warning', isWarning);
    return this;
  }

  setIsLabel(isLabel: boolean): this {
    this.isLabel = isLabel;
    this.dom.toggleClass('is-label', isLabel);
    this.dom.setAttr('role', isLabel ? 'presentation' : 'menuitem');
    return this;
  }

  setSection(section: string): this {
    this.section = section;
    return this;
  }

  onClick(callback: (event: MouseEvent | KeyboardEvent) => unknown): this {
    this.callback = callback;
    return this;
  }

  /** A menu that opens beside this entry. (Not in the typed API, but in Obsidian.) */
  setSubmenu(): Menu {
    this.dom.addClass('has-submenu');
    this.dom.setAttr('aria-haspopup', 'menu');
    this.submenu ??= new Menu(this.menu);
    return this.submenu;
  }

  choose(event: MouseEvent | KeyboardEvent): void {
    if (this.isDisabled || this.isLabel) return;
    if (this.submenu) {
      this.menu.openSubmenu(this);
      return;
    }
    this.menu.hideAll();
    this.callback?.(event);
  }
}
