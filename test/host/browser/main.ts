// Owns: the host's start in a browser: finds out what is served, starts the app, runs the plugin, says when it is ready.
import type { PluginManifest } from 'obsidian';
import '../dom/install-dom';
import { PluginDataInVault, PluginDataOutside } from '../plugin/plugin-data';
import { App } from '../shell/app';
import { AskBeforeWriting } from './ask-before-writing';
import { HttpAdapter } from './http-adapter';
import { loadPluginClass } from './plugin-bundle';
import { keepLayout, restoreLayout } from './saved-layout';

interface Info {
  readonly name: string;
  readonly manifest: PluginManifest;
  readonly keepsDataInVault: boolean;
  readonly mayWrite: boolean;
}

declare global {
  interface Window {
    app?: App;
    /** True once the plugin runs and the layout is ready. */
    hostReady?: boolean;
  }
}

async function startHost(): Promise<void> {
  const info = (await (await fetch('/api/info')).json()) as Info;
  const adapter = new HttpAdapter(info.name, info.mayWrite, new AskBeforeWriting());
  const app = new App(adapter);
  window.app = app;
  document.title = `${info.name} - ${info.manifest.name}`;
  const { configDir } = app.vault;
  app.pluginData = info.keepsDataInVault ? new PluginDataInVault(adapter, configDir) : new PluginDataOutside(window.localStorage, `host-data:${info.name}:`);
  const isNew = await isFirstStart(app, info);
  await app.start(async () => {
    await app.plugins.enable(loadPluginClass(), info.manifest, isNew);
    await restoreLayout(app);
  });
  keepLayout(app);
  app.saveLocalStorage('host-enabled', true);
  window.hostReady = true;
}

/** Neither started here before, nor switched on in the vault, nor any data of its own. */
async function isFirstStart(app: App, { manifest, keepsDataInVault }: Info): Promise<boolean> {
  if (app.loadLocalStorage('host-enabled') === true || (await app.pluginData.read(manifest.id)) !== null) return false;
  const list = `${app.vault.configDir}/community-plugins.json`;
  if (!keepsDataInVault || !(await app.vault.adapter.exists(list))) return true;
  return !(await app.vault.adapter.read(list)).includes(JSON.stringify(manifest.id));
}

startHost().catch((error: unknown) => {
  console.error(error);
  document.body.createEl('pre', { cls: 'host-failure', text: error instanceof Error ? (error.stack ?? error.message) : String(error), attr: { role: 'alert' } });
});
