// Owns: where a plugin's data.json is kept.
import type { VaultAdapter } from '../vault/vault-adapter';

export interface PluginData {
  /** The stored text, or null when there is none. */
  read(pluginId: string): Promise<string | null>;
  write(pluginId: string, text: string): Promise<void>;
}

/** In the vault's own settings folder, as in Obsidian. */
export class PluginDataInVault implements PluginData {
  constructor(
    private readonly adapter: VaultAdapter,
    private readonly configDir: string,
  ) {}

  async read(pluginId: string): Promise<string | null> {
    const path = this.pathOf(pluginId);
    return (await this.adapter.exists(path)) ? this.adapter.read(path) : null;
  }

  async write(pluginId: string, text: string): Promise<void> {
    const path = this.pathOf(pluginId);
    await this.adapter.mkdir(path.slice(0, path.lastIndexOf('/')));
    await this.adapter.write(path, text);
  }

  private pathOf(pluginId: string): string {
    return `${this.configDir}/plugins/${pluginId}/data.json`;
  }
}

/** In memory, and optionally in a storage that survives a reload: nothing is put into the vault. */
export class PluginDataOutside implements PluginData {
  private readonly texts = new Map<string, string>();

  constructor(
    private readonly storage: Storage | null = null,
    private readonly prefix = '',
  ) {}

  read(pluginId: string): Promise<string | null> {
    return Promise.resolve(this.texts.get(pluginId) ?? this.storage?.getItem(this.prefix + pluginId) ?? null);
  }

  write(pluginId: string, text: string): Promise<void> {
    this.texts.set(pluginId, text);
    this.storage?.setItem(this.prefix + pluginId, text);
    return Promise.resolve();
  }
}
