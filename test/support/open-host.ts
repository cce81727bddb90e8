// Owns: the host for tests: an app over a vault in memory, without waiting for real time.
import type { App as ObsidianApp, Editor as ObsidianEditor, MarkdownView as ObsidianMarkdownView, Plugin as ObsidianPlugin, PluginManifest } from 'obsidian';
import '../host/dom/install-dom';
import { asObsidian, type PluginClass } from '../host/as-obsidian';
import { PluginDataInVault, PluginDataOutside } from '../host/plugin/plugin-data';
import { App } from '../host/shell/app';
import { MemoryAdapter } from '../host/vault/memory-adapter';
import { holdBackSelectionEvents, settle, trackPageTimers } from './settle';

export interface HostOptions<P extends ObsidianPlugin> {
  /** Path → text, exactly as on disk: CRLF and BOM stay. */
  readonly files?: Readonly<Record<string, string>>;
  readonly plugin?: new (app: ObsidianApp, manifest: PluginManifest) => P;
  readonly manifest?: Partial<PluginManifest>;
  /** What the plugin has stored before. Given: it is no first start, so `onUserEnable` is not called. */
  readonly data?: unknown;
  /** Keeps the plugin's data in the vault, as `.obsidian/plugins/<id>/data.json`, instead of beside it. */
  readonly withObsidianFolder?: boolean;
}

/** The app as a plugin sees it, and what Obsidian has beyond its typed API. */
export type HostedApp = ObsidianApp & Pick<App, 'commands' | 'cli' | 'protocol' | 'plugins' | 'setting' | 'theme' | 'processors' | 'statusBarEl' | 'openModals' | 'openMenus'>;

export interface OpenHost<P extends ObsidianPlugin> {
  readonly app: HostedApp;
  /** The same app with the host's own types. */
  readonly host: App;
  /** Throws when the host was opened without a plugin. */
  readonly plugin: P;
  /** The memory below the vault: replace or wrap its methods to make writes fail, wait, or meet a change. */
  readonly adapter: MemoryAdapter;
  /** Path → text now, hidden files included. */
  readonly disk: Map<string, string>;
  /** Another program writes, removes, renames. `settle` to let the host notice. */
  writeExternally(path: string, text: string): void;
  removeExternally(path: string): void;
  renameExternally(from: string, to: string): void;
  /** Brings forward what is delayed, and resolves when nothing happens any more. */
  settle(): Promise<void>;
  /** Opens a note in a tab and makes it the active one. */
  open(path: string, newLeaf?: boolean): Promise<ObsidianMarkdownView>;
  /** The active note's editor; throws when the active view has none. */
  editor(): ObsidianEditor;
  /** With or without the plugin's id in front. Whether it exists and could run. */
  runCommand(id: string): boolean;
  /** Unloads the plugin and takes the window apart. */
  close(): Promise<void>;
}

const MANIFEST: PluginManifest = {
  id: 'plan-rollup',
  name: 'Plan Rollup',
  author: 'Test',
  version: '0.0.0',
  minAppVersion: '1.13.0',
  description: 'A plugin under test.',
};

export async function openHost<P extends ObsidianPlugin = ObsidianPlugin>(options: HostOptions<P> = {}): Promise<OpenHost<P>> {
  const adapter = new MemoryAdapter(options.files);
  const manifest = { ...MANIFEST, ...options.manifest };
  const restorePage = [trackPageTimers(), holdBackSelectionEvents()];
  const host = new App(adapter);
  host.pluginData = options.withObsidianFolder ? new PluginDataInVault(adapter, host.vault.configDir) : new PluginDataOutside();
  if (options.withObsidianFolder) await adapter.mkdir(host.vault.configDir);
  if (options.data !== undefined) await host.pluginData.write(manifest.id, JSON.stringify(options.data, null, 2));
  const isNew = (await host.pluginData.read(manifest.id)) === null;
  const started: { plugin: P | null } = { plugin: null };
  await host.start(async () => {
    if (!options.plugin) return;
    const Recorded = recordInstance(options.plugin, (plugin) => (started.plugin = plugin));
    await host.plugins.enable(Recorded, manifest, isNew);
  });
  await settle();

  const activeView = (): ObsidianMarkdownView => {
    const view = host.workspace.activeEditor;
    if (!view) throw new Error('The active view has no editor: open a note first.');
    return asObsidian(view);
  };
  return {
    app: asObsidian(host) as HostedApp,
    host,
    adapter,
    disk: adapter.disk,
    get plugin() {
      if (!started.plugin) throw new Error('The host was opened without a plugin.');
      return started.plugin;
    },
    writeExternally: (path, text) => adapter.writeExternally(path, text),
    removeExternally: (path) => adapter.removeExternally(path),
    renameExternally: (from, to) => adapter.renameExternally(from, to),
    settle,
    async open(path, newLeaf = false) {
      const file = host.vault.getFileByPath(path);
      if (!file) throw new Error(`There is no note ${path}.`);
      await host.workspace.getLeaf(newLeaf ? 'tab' : false).openFile(file);
      await settle();
      return activeView();
    },
    editor: () => activeView().editor,
    runCommand: (id) => host.commands.executeCommandById(id.includes(':') ? id : `${manifest.id}:${id}`),
    async close() {
      await host.stop();
      for (const restore of restorePage) restore();
    },
  };
}

/** The same class, telling which object it made. */
function recordInstance<P extends ObsidianPlugin>(PluginClass: new (app: ObsidianApp, manifest: PluginManifest) => P, onMade: (plugin: P) => void): PluginClass {
  return new Proxy(PluginClass, {
    construct(target, args: [ObsidianApp, PluginManifest]) {
      const plugin = new target(...args);
      onMade(plugin);
      return plugin;
    },
  });
}

