import { type App, type Plugin, PluginSettingTab, type SettingDefinitionItem } from 'obsidian';
import type { SettingsStore } from './settings-store';

export class PlanRollupSettingTab extends PluginSettingTab {
  constructor(
    app: App,
    plugin: Plugin,
    private readonly store: SettingsStore,
  ) {
    super(app, plugin);
  }

  override getSettingDefinitions(): SettingDefinitionItem[] {
    return [
      {
        name: 'Folder for new plans',
        desc: 'Created when it is needed. Leave empty for the top of the vault.',
        control: { type: 'folder', key: 'planFolder', placeholder: 'Plans' },
      },
      {
        name: 'Author',
        desc: 'Stands in new plans and in change-log rows. Leave empty to fill it in yourself.',
        control: { type: 'text', key: 'author', placeholder: 'Your name or team' },
      },
    ];
  }

  override getControlValue(key: string): unknown {
    return key === 'planFolder' || key === 'author' ? this.store.current[key] : undefined;
  }

  override setControlValue(key: string, value: unknown): Promise<void> {
    return (key === 'planFolder' || key === 'author') && typeof value === 'string' ? this.store.change({ [key]: value.trim() }) : Promise.resolve();
  }
}
