// Owns: which plugins run.
import type { PluginManifest } from 'obsidian';
import type { App } from '../shell/app';
import { asHostPlugin, asObsidian, type PluginClass } from '../as-obsidian';
import type { Plugin } from './plugin';

export class Plugins {
  readonly plugins: Record<string, Plugin> = {};
  readonly manifests: Record<string, PluginManifest> = {};
  readonly enabledPlugins = new Set<string>();
  /** Plugins that were switched on by hand just now: their onUserEnable waits for the layout. */
  private readonly newlyEnabled = new Set<string>();

  constructor(private readonly app: App) {}

  getPlugin(id: string): Plugin | null {
    return this.plugins[id] ?? null;
  }

  /** Runs a plugin. `isNew`: it is switched on for the first time, so its `onUserEnable` is called once the layout is ready. */
  async enable(PluginClass: PluginClass, manifest: PluginManifest, isNew: boolean): Promise<Plugin> {
    const plugin = asHostPlugin(new PluginClass(asObsidian(this.app), manifest));
    this.plugins[manifest.id] = plugin;
    this.manifests[manifest.id] = manifest;
    this.enabledPlugins.add(manifest.id);
    await plugin.load();
    if (isNew && this.app.workspace.layoutReady) plugin.onUserEnable();
    else if (isNew) this.newlyEnabled.add(manifest.id);
    return plugin;
  }

  disable(id: string): void {
    const plugin = this.plugins[id];
    delete this.plugins[id];
    this.enabledPlugins.delete(id);
    plugin?.unload();
  }

  layoutIsReady(): void {
    for (const id of this.newlyEnabled) this.plugins[id]?.onUserEnable();
    this.newlyEnabled.clear();
  }
}
