// Owns: a tab of the settings window: drawn by its own `display`, or from its `getSettingDefinitions`.
import type { SettingDefinitionItem } from 'obsidian';
import type { App } from '../shell/app';
import type { Plugin } from '../plugin/plugin';
import { SettingDefinitions } from './setting-definitions';

export abstract class SettingTab {
  icon = 'settings';
  id = '';
  name = '';
  containerEl = createDiv('vertical-tab-content');
  settingItems: SettingDefinitionItem[] = [];
  private definitions: SettingDefinitions | null = null;

  constructor(public app: App) {}

  getSettingDefinitions(): SettingDefinitionItem[] {
    return [];
  }

  getControlValue(key: string): unknown;
  getControlValue(): unknown {
    return undefined;
  }

  setControlValue(key: string, value: unknown): unknown;
  setControlValue(): unknown {
    return undefined;
  }

  /** Draws the tab from its definitions, as they are now. A subclass may draw by hand instead. */
  display(): void {
    this.update();
  }

  hide(): void {
    this.definitions?.close();
  }

  /** Asks for the definitions again and draws them; focus and scroll stay where they were. */
  update(): void {
    this.settingItems = this.getSettingDefinitions();
    this.definitions ??= new SettingDefinitions(this);
    this.definitions.draw(this.settingItems);
  }

  /** Shows, hides, enables and disables what is drawn already. */
  refreshDomState(): void {
    this.definitions?.refresh();
  }
}

export abstract class PluginSettingTab extends SettingTab {
  constructor(
    app: App,
    protected readonly plugin: Plugin,
  ) {
    super(app);
    this.id = plugin.manifest.id;
    this.name = plugin.manifest.name;
  }

  /** By default a key is a property of the plugin's `settings`. */
  override getControlValue(key: string): unknown {
    return (this.plugin.settings as Record<string, unknown> | undefined)?.[key];
  }

  override setControlValue(key: string, value: unknown): unknown {
    const settings = (this.plugin.settings ??= {}) as Record<string, unknown>;
    settings[key] = value;
    return this.plugin.saveData(settings);
  }
}
