// Owns: the host's objects under the types a plugin sees, and back. TypeScript tells classes with protected members apart by name,
// so the two can't be assigned to each other; that the host's have the members of obsidian.d.ts is what api-surface.test.ts checks.
import type * as Obsidian from 'obsidian';
import type { Editor } from './editor/editor';
import type { Plugin } from './plugin/plugin';
import type { SettingGroup } from './settings/setting-group';
import type { Setting } from './settings/setting';
import type { App } from './shell/app';
import type { ExtraButtonComponent } from './ui/components/button';
import type { TFile, TFolder } from './vault/file';
import type { MarkdownView } from './workspace/markdown-view';
import type { WorkspaceLeaf } from './workspace/workspace-leaf';

export function asObsidian(app: App): Obsidian.App;
export function asObsidian(plugin: Plugin): Obsidian.Plugin;
export function asObsidian(view: MarkdownView): Obsidian.MarkdownView;
export function asObsidian(editor: Editor): Obsidian.Editor;
export function asObsidian(file: TFile): Obsidian.TFile;
export function asObsidian(folder: TFolder): Obsidian.TFolder;
export function asObsidian(leaf: WorkspaceLeaf): Obsidian.WorkspaceLeaf;
export function asObsidian(setting: Setting): Obsidian.Setting;
export function asObsidian(group: SettingGroup): Obsidian.SettingGroup;
export function asObsidian(button: ExtraButtonComponent): Obsidian.ExtraButtonComponent;
export function asObsidian(object: object): object {
  return object;
}

export type PluginClass = new (app: Obsidian.App, manifest: Obsidian.PluginManifest) => Obsidian.Plugin;

/** A plugin's class, which really extends the host's `Plugin`. */
export function asHostPlugin(plugin: Obsidian.Plugin): Plugin;
export function asHostPlugin(plugin: object): object {
  return plugin;
}
