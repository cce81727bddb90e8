// Owns: the settings window: a list of tabs and the tab that is open.
import type { App } from '../shell/app';
import type { ThemeName } from '../shell/theme';
import { Modal } from '../ui/modal';
import { Setting } from './setting';
import { SettingTab } from './setting-tab';

class AppearanceTab extends SettingTab {
  override id = 'appearance';
  override name = 'Appearance';

  override display(): void {
    this.containerEl.empty();
    new Setting(this.containerEl)
      .setName('Base color scheme')
      .setDesc('Choose the default color scheme.')
      .addDropdown((dropdown) =>
        dropdown
          .addOptions({ 'theme-light': 'Light', 'theme-dark': 'Dark' })
          .setValue(this.app.theme.current)
          .onChange((name) => this.app.theme.set(name as ThemeName)),
      );
  }
}

export class SettingsModal extends Modal {
  readonly pluginTabs: SettingTab[] = [];
  activeTab: SettingTab | null = null;
  private readonly appearance: SettingTab;
  private navEl: HTMLElement = createDiv();
  private bodyEl: HTMLElement = createDiv();
  private lastTabId = 'appearance';

  constructor(app: App) {
    super(app);
    this.appearance = new AppearanceTab(app);
    this.modalEl.addClass('mod-settings');
    this.setTitle('Settings');
  }

  /** The result takes the tab away again. */
  addTab(tab: SettingTab): () => void {
    this.pluginTabs.push(tab);
    return () => {
      const at = this.pluginTabs.indexOf(tab);
      if (at >= 0) this.pluginTabs.splice(at, 1);
      if (this.activeTab === tab) this.openTab(this.appearance);
    };
  }

  override onOpen(): void {
    this.contentEl.empty();
    this.contentEl.addClass('vertical-tabs-container');
    this.navEl = this.contentEl.createEl('nav', { cls: 'vertical-tab-header', attr: { 'aria-label': 'Settings tabs' } });
    this.bodyEl = this.contentEl.createDiv('vertical-tab-content-container');
    this.drawNavigation();
    this.openTab([this.appearance, ...this.pluginTabs].find(({ id }) => id === this.lastTabId) ?? this.appearance);
  }

  override onClose(): void {
    this.activeTab?.hide();
    this.activeTab = null;
  }

  /** The tab with this id, null when there is none. */
  openTabById(id: string): SettingTab | null {
    this.lastTabId = id;
    const tab = [this.appearance, ...this.pluginTabs].find((candidate) => candidate.id === id) ?? null;
    if (this.activeTab && tab) this.openTab(tab);
    else this.open();
    return tab;
  }

  private drawNavigation(): void {
    const group = (title: string, tabs: readonly SettingTab[]): void => {
      if (tabs.length === 0) return;
      this.navEl.createDiv({ cls: 'vertical-tab-header-group-title', text: title });
      for (const tab of tabs) {
        const button = this.navEl.createEl('button', { cls: 'vertical-tab-nav-item', text: tab.name, attr: { 'data-id': tab.id, type: 'button' } });
        button.addEventListener('click', () => this.openTab(tab));
      }
    };
    group('Options', [this.appearance]);
    group('Community plugins', this.pluginTabs);
  }

  private openTab(tab: SettingTab): void {
    this.activeTab?.hide();
    this.activeTab = tab;
    this.lastTabId = tab.id;
    for (const button of this.navEl.findAll('.vertical-tab-nav-item')) {
      const isActive = button.dataset['id'] === tab.id;
      button.toggleClass('is-active', isActive);
      button.setAttr('aria-current', isActive ? 'page' : null);
    }
    this.bodyEl.replaceChildren(tab.containerEl);
    tab.display();
  }
}
