// Owns: the app: its parts, the order in which they start, and their end.
import { Events } from '../base/events';
import { Keymap, Scope } from '../base/scope';
import { setCurrentApp } from '../base/current-app';
import { pendingWork } from '../base/pending-work';
import { MetadataCache } from '../metadata/metadata-cache';
import { Cli, ProtocolHandlers } from '../plugin/cli';
import { Commands } from '../plugin/commands';
import { PluginDataOutside, type PluginData } from '../plugin/plugin-data';
import { Plugins } from '../plugin/plugins';
import { PostProcessors } from '../reading/post-processors';
import { SettingsModal } from '../settings/settings-modal';
import type { Menu } from '../ui/menu';
import type { Modal } from '../ui/modal';
import { FileManager } from '../vault/file-manager';
import { Vault } from '../vault/vault';
import type { VaultAdapter } from '../vault/vault-adapter';
import { OpenNotes } from '../workspace/open-note';
import { Workspace } from '../workspace/workspace';
import { addCoreCommands } from './core-commands';
import { buildShell } from './shell';
import { Theme } from './theme';

export class SecretStorage extends Events {
  private readonly secrets = new Map<string, string>();

  setSecret(id: string, secret: string): void {
    this.secrets.set(id, secret);
  }

  getSecret(id: string): string | null {
    return this.secrets.get(id) ?? null;
  }

  listSecrets(): string[] {
    return [...this.secrets.keys()];
  }
}

export class RenderContext {
  hoverPopover = null;
}

export class App {
  readonly scope = new Scope();
  readonly keymap = new Keymap(() => this.workspace.activeLeaf?.view.scope ?? this.scope);
  readonly vault: Vault;
  readonly metadataCache: MetadataCache;
  readonly fileManager = new FileManager(this);
  readonly processors = new PostProcessors();
  readonly workspace = new Workspace(this, this.processors);
  readonly openNotes: OpenNotes;
  readonly commands = new Commands(this.scope, () => this.workspace.activeEditor);
  readonly cli = new Cli();
  readonly protocol = new ProtocolHandlers();
  readonly plugins = new Plugins(this);
  readonly setting: SettingsModal;
  readonly theme = new Theme(this.workspace);
  readonly hoverLinkSources = new Map<string, { display: string; defaultMod: boolean }>();
  readonly renderContext = new RenderContext();
  readonly secretStorage = new SecretStorage();
  readonly openModals = new Set<Modal>();
  readonly openMenus = new Set<Menu>();
  lastEvent: Event | null = null;
  statusBarEl!: HTMLElement;
  private readonly shellEl: HTMLElement;

  constructor(
    adapter: VaultAdapter,
    public pluginData: PluginData = new PluginDataOutside(),
  ) {
    setCurrentApp(this);
    this.vault = new Vault(adapter);
    this.metadataCache = new MetadataCache(this.vault);
    this.openNotes = new OpenNotes(this.vault);
    this.setting = new SettingsModal(this);
    this.shellEl = buildShell(this);
    addCoreCommands(this);
  }

  /** Loads the vault, then the plugins through `loadPlugins`, then announces the files and the layout, in Obsidian's order. */
  async start(loadPlugins: () => Promise<void>): Promise<void> {
    await this.vault.load();
    await this.metadataCache.load();
    await loadPlugins();
    this.vault.announceLoadedFiles();
    this.workspace.setLayoutReady();
    this.plugins.layoutIsReady();
  }

  /** Unloads the plugins and takes the window apart. */
  async stop(): Promise<void> {
    for (const id of Object.keys(this.plugins.plugins)) this.plugins.disable(id);
    for (const modal of [...this.openModals]) modal.close();
    for (const menu of [...this.openMenus]) menu.hide();
    for (const leaf of this.workspace.allLeaves()) await leaf.view.onClose().then(() => leaf.view.unload());
    this.vault.close();
    this.metadataCache.close();
    pendingWork.cancelAll();
    this.keymap.stop();
    this.shellEl.remove();
    document.body.querySelector('.notice-container')?.remove();
    setCurrentApp(null);
  }

  isDarkMode(): boolean {
    return this.theme.isDark;
  }

  loadLocalStorage(key: string): unknown {
    const stored = window.localStorage.getItem(this.storageKey(key));
    return stored === null ? null : (JSON.parse(stored) as unknown);
  }

  saveLocalStorage(key: string, data: unknown): void {
    if (data === null || data === undefined) window.localStorage.removeItem(this.storageKey(key));
    else window.localStorage.setItem(this.storageKey(key), JSON.stringify(data));
  }

  private storageKey(key: string): string {
    return `${this.vault.getName()}:${key}`;
  }
}
