// Owns: drawing declarative settings: groups, lists, pages, rows, and the search over them.
import type { SettingDefinition, SettingDefinitionGroup, SettingDefinitionItem, SettingDefinitionList, SettingDefinitionPage } from 'obsidian';
import { asObsidian } from '../as-obsidian';
import { SearchComponent } from '../ui/components/text';
import { addControl, type ControlOwner } from './setting-control';
import { SettingGroup } from './setting-group';
import { Setting } from './setting';

export interface DefinitionOwner extends ControlOwner {
  readonly containerEl: HTMLElement;
  update(): void;
}

/** Above this many rows a tab gets a search field. */
const SEARCH_FROM = 8;

export class SettingDefinitions {
  private readonly refreshers: (() => void)[] = [];
  private readonly cleanups: (() => void)[] = [];
  private readonly openPages: string[] = [];
  private query = '';

  constructor(private readonly owner: DefinitionOwner) {}

  draw(items: readonly SettingDefinitionItem[]): void {
    const { containerEl } = this.owner;
    const focused = containerEl.contains(document.activeElement) ? document.activeElement?.getAttribute('aria-labelledby') : null;
    const focusedName = focused ? containerEl.querySelector(`#${focused}`)?.textContent : null;
    const scroll = containerEl.scrollTop;
    this.close();
    containerEl.empty();
    const page = this.findPage(items);
    if (page) this.drawPage(page);
    else this.drawTop(items);
    this.refresh();
    containerEl.scrollTop = scroll;
    if (focusedName) this.focusNamed(focusedName);
  }

  refresh(): void {
    for (const refresh of this.refreshers) refresh();
  }

  close(): void {
    for (const cleanup of this.cleanups.splice(0)) cleanup();
    this.refreshers.length = 0;
  }

  private drawTop(items: readonly SettingDefinitionItem[]): void {
    if (countRows(items) >= SEARCH_FROM) this.drawSearch();
    this.drawItems(this.owner.containerEl.createDiv('setting-definitions'), items);
  }

  private drawSearch(): void {
    const search = new SearchComponent(this.owner.containerEl.createDiv('setting-search'));
    search.setPlaceholder('Search settings').setValue(this.query);
    search.inputEl.setAttribute('aria-label', 'Search settings');
    search.onChange((query) => {
      this.query = query;
      this.refresh();
    });
  }

  private drawItems(containerEl: HTMLElement, items: readonly SettingDefinitionItem[]): void {
    let loose: SettingGroup | null = null;
    items.forEach((item, index) => {
      if ('type' in item && item.type !== 'page') {
        loose = null;
        this.drawGroup(containerEl, item);
        return;
      }
      loose ??= new SettingGroup(containerEl);
      this.drawRow(loose, item, index);
    });
  }

  private drawGroup(containerEl: HTMLElement, definition: SettingDefinitionGroup | SettingDefinitionList): void {
    const group = new SettingGroup(containerEl);
    if (definition.heading !== undefined) group.setHeading(definition.heading);
    if (definition.cls) group.addClass(definition.cls);
    for (const extra of definition.extraButtons ?? []) group.addExtraButton((button) => extra(asObsidian(button)));
    const rows = definition.items ?? [];
    const search = { query: '' };
    const { search: groupSearch } = definition;
    if (groupSearch)
      group.addSearch((component) => {
        component.setPlaceholder(groupSearch.placeholder ?? 'Search').onChange((query) => {
          search.query = query;
          this.refresh();
        });
      });
    rows.forEach((row, index) => {
      const isFound = (): boolean => search.query === '' || !groupSearch || 'type' in row || groupSearch.match(row, search.query);
      this.drawRow(group, row, index, isFound);
    });
    if (definition.type === 'list') this.drawListEnds(group, definition as SettingDefinitionList);
    this.refreshers.push(() => group.listEl.parentElement?.toggle(isTrue(definition.visible, true) && (rows.length === 0 || hasShownRow(group.listEl))));
  }

  private drawListEnds(group: SettingGroup, list: SettingDefinitionList): void {
    const rowEls = Array.from(group.listEl.children);
    rowEls.forEach((rowEl, index) => {
      const controlEl = rowEl.querySelector<HTMLElement>('.setting-item-control');
      const addButton = (label: string, icon: string, run: () => void): void => {
        if (!controlEl) return;
        const button = new Setting(createDiv()).addExtraButton((extra) => extra.setIcon(icon).setTooltip(label).onClick(run));
        controlEl.append(...Array.from(button.controlEl.children));
      };
      if (list.onReorder && index > 0) addButton('Move up', 'arrow-up', () => list.onReorder?.(index, index - 1));
      if (list.onReorder && index < rowEls.length - 1) addButton('Move down', 'arrow-down', () => list.onReorder?.(index, index + 1));
      if (list.onDelete) addButton('Delete', 'trash-2', () => list.onDelete?.(index));
    });
    if (rowEls.length === 0 && list.emptyState !== undefined) group.listEl.createDiv('setting-list-empty').setText(list.emptyState);
    const { addItem } = list;
    if (addItem) group.addSetting((setting) => void setting.addButton((button) => button.setButtonText(addItem.name).onClick(() => addItem.action(setting.settingEl))));
  }

  private drawRow(group: SettingGroup, row: SettingDefinition | SettingDefinitionPage, index: number, isFound = (): boolean => true): void {
    group.addSetting((setting) => {
      setting.setName(row.name);
      if (row.desc !== undefined) setting.setDesc(typeof row.desc === 'string' ? row.desc : (row.desc.cloneNode(true) as DocumentFragment));
      if ('type' in row) this.fillPageRow(setting, row);
      else this.fillRow(setting, group, row, index);
      this.refreshers.push(() => setting.settingEl.toggle(isTrue(row.visible, true) && isFound() && this.matchesQuery(row)));
    });
  }

  private fillRow(setting: Setting, group: SettingGroup, row: SettingDefinition, index: number): void {
    if (row.control) {
      const { control } = row;
      addControl(setting, control, this.owner, () => this.refresh());
      this.refreshers.push(() => void setting.setDisabled(isTrue(control.disabled, false)));
    } else if (row.render) {
      const cleanup = row.render(asObsidian(setting), asObsidian(group));
      if (cleanup) this.cleanups.push(cleanup);
    } else if (row.action) {
      const { action, disabled } = row;
      setting.addButton((button) => button.setButtonText(row.name).onClick(() => action(setting.settingEl, index)));
      setting.settingEl.addClass('mod-action');
      this.refreshers.push(() => void setting.setDisabled(isTrue(disabled, false)));
    }
  }

  private fillPageRow(setting: Setting, page: SettingDefinitionPage): void {
    const open = (): void => {
      this.openPages.push(page.name);
      this.owner.update();
    };
    setting.addDisplayValue((value) => {
      this.refreshers.push(() => {
        value.setValue(valueOf(page.displayValue) ?? null).setStatus(valueOf(page.status) ?? null);
      });
    });
    setting.addExtraButton((button) => button.setIcon('chevron-right').setTooltip(`Open ${page.name}`).onClick(open));
  }

  private drawPage(page: SettingDefinitionPage): void {
    const { containerEl } = this.owner;
    const back = new Setting(containerEl).setName(page.name).setHeading();
    back.addExtraButton((button) =>
      button.setIcon('arrow-left').setTooltip('Back').onClick(() => {
        this.openPages.pop();
        this.owner.update();
      }),
    );
    back.settingEl.prepend(back.controlEl);
    const own = page.page?.();
    if (own) {
      containerEl.append(own.rootEl);
      own.display();
      this.cleanups.push(() => own.hide());
    } else this.drawItems(containerEl.createDiv('setting-definitions'), page.items ?? []);
  }

  /** The page that is open, following the names from the top; null at the top. */
  private findPage(items: readonly SettingDefinitionItem[]): SettingDefinitionPage | null {
    let page: SettingDefinitionPage | null = null;
    let inside = items;
    for (const name of this.openPages) {
      const next = pagesIn(inside).find((candidate) => candidate.name === name);
      if (!next) break;
      page = next;
      inside = next.items ?? [];
    }
    if (!page) this.openPages.length = 0;
    return page;
  }

  private matchesQuery(row: SettingDefinition | SettingDefinitionPage): boolean {
    if (this.query === '' || this.openPages.length > 0) return true;
    if ('searchable' in row && !isTrue(row.searchable, true)) return false;
    const aliases = 'aliases' in row ? (row.aliases ?? []) : [];
    const desc = typeof row.desc === 'string' ? row.desc : (row.desc?.textContent ?? '');
    return [row.name, desc, ...aliases].some((text) => text.toLowerCase().includes(this.query.toLowerCase()));
  }

  private focusNamed(name: string): void {
    const nameEl = Array.from(this.owner.containerEl.querySelectorAll('.setting-item-name')).find((el) => el.textContent === name);
    nameEl?.closest('.setting-item')?.querySelector<HTMLElement>('input, select, textarea, button')?.focus();
  }
}

function pagesIn(items: readonly SettingDefinitionItem[]): SettingDefinitionPage[] {
  return items.flatMap((item) => {
    if (!('type' in item)) return [];
    return item.type === 'page' ? [item] : pagesIn(item.items ?? []);
  });
}

function countRows(items: readonly SettingDefinitionItem[]): number {
  return items.reduce((sum, item) => sum + ('type' in item && item.type !== 'page' ? (item.items?.length ?? 0) : 1), 0);
}

function hasShownRow(listEl: HTMLElement): boolean {
  return Array.from(listEl.children).some((child) => (child as HTMLElement).style.display !== 'none');
}

function isTrue(value: boolean | (() => boolean) | undefined, otherwise: boolean): boolean {
  return (typeof value === 'function' ? value() : value) ?? otherwise;
}

function valueOf<T extends string | null>(value: T | (() => T) | undefined): T | undefined {
  return typeof value === 'function' ? value() : value;
}
