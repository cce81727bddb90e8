// Owns: the base class of plugins: everything registered through it goes when the plugin is unloaded.
import type { BasesViewRegistration } from '../bases/base-file-view';
import type { Extension } from '@codemirror/state';
import type { PluginManifest } from 'obsidian';
import { Component } from '../base/component';
import { pendingWork } from '../base/pending-work';
import type { CodeBlockProcessor, PostProcessor } from '../reading/post-processors';
import { MarkdownPreviewRenderer } from '../reading/markdown-renderer';
import type { PluginSettingTab } from '../settings/setting-tab';
import type { App } from '../shell/app';
import type { EditorSuggest } from '../ui/editor-suggest';
import { setIcon } from '../ui/icons';
import { setTooltip } from '../ui/tooltip';
import type { ViewCreator } from '../workspace/workspace';
import type { CliFlags, CliHandler, ProtocolHandler } from './cli';
import type { Command } from './commands';

export abstract class Plugin extends Component {
  settings?: unknown;

  constructor(
    public app: App,
    public manifest: PluginManifest,
  ) {
    super();
  }

  onUserEnable(): void {
    // for subclasses
  }

  onExternalSettingsChange?(): unknown;

  // --- commands

  /** The command's id gets the plugin's id in front, its name the plugin's name. */
  addCommand(command: Command): Command {
    command.id = `${this.manifest.id}:${command.id}`;
    command.name = `${this.manifest.name}: ${command.name}`;
    this.app.commands.addCommand(command);
    this.register(() => this.app.commands.removeCommand(command.id));
    return command;
  }

  removeCommand(commandId: string): void {
    this.app.commands.removeCommand(`${this.manifest.id}:${commandId}`);
  }

  registerCliHandler(command: string, description: string, flags: CliFlags | null, handler: CliHandler): void {
    this.register(this.app.cli.register(command, { description, flags, handler }));
  }

  registerObsidianProtocolHandler(action: string, handler: ProtocolHandler): void {
    this.register(this.app.protocol.register(action, handler));
  }

  // --- places in the window

  addRibbonIcon(icon: string, title: string, callback: (event: MouseEvent) => unknown): HTMLElement {
    const button = this.app.workspace.leftRibbon.containerEl.createEl('button', { cls: 'clickable-icon side-dock-ribbon-action', attr: { type: 'button' } });
    setIcon(button, icon);
    setTooltip(button, title);
    button.addEventListener('click', (event) => void callback(event));
    this.register(() => button.remove());
    return button;
  }

  addStatusBarItem(): HTMLElement {
    const item = this.app.statusBarEl.createDiv(`status-bar-item plugin-${this.manifest.id}`);
    this.register(() => item.remove());
    return item;
  }

  addSettingTab(tab: PluginSettingTab): void {
    this.register(this.app.setting.addTab(tab));
  }

  registerView(type: string, create: ViewCreator): void {
    const { workspace } = this.app;
    if (workspace.viewCreators.has(type)) throw new Error(`Attempting to register an existing view type "${type}"`);
    workspace.viewCreators.set(type, create);
    this.register(() => {
      workspace.detachLeavesOfType(type);
      workspace.viewCreators.delete(type);
    });
  }

  registerExtensions(extensions: string[], viewType: string): void {
    const { extensionViews } = this.app.workspace;
    for (const extension of extensions) {
      if (extensionViews.has(extension)) throw new Error(`Attempting to register an existing file extension "${extension}"`);
      extensionViews.set(extension, viewType);
      this.register(() => extensionViews.delete(extension));
    }
  }

  registerHoverLinkSource(id: string, info: { display: string; defaultMod: boolean }): void {
    this.app.hoverLinkSources.set(id, info);
    this.register(() => this.app.hoverLinkSources.delete(id));
  }

  registerBasesView(id: string, registration: BasesViewRegistration): boolean {
    const { basesViews } = this.app.workspace;
    if (basesViews.has(id)) throw new Error(`Attempting to register an existing bases view "${id}"`);
    basesViews.set(id, registration);
    this.register(() => basesViews.delete(id));
    return true;
  }

  // --- Markdown and editor

  registerMarkdownPostProcessor(processor: PostProcessor, sortOrder?: number): PostProcessor {
    this.register(this.app.processors.add(processor, sortOrder));
    return processor;
  }

  registerMarkdownCodeBlockProcessor(language: string, handler: CodeBlockProcessor, sortOrder = 0): PostProcessor {
    this.register(this.app.processors.addCodeBlock(language, handler));
    return Object.assign(MarkdownPreviewRenderer.createCodeBlockPostProcessor(language, handler), { sortOrder });
  }

  registerEditorExtension(extension: Extension): void {
    const { workspace } = this.app;
    workspace.editorExtensions.push(extension);
    workspace.updateOptions();
    this.register(() => {
      const at = workspace.editorExtensions.indexOf(extension);
      if (at >= 0) workspace.editorExtensions.splice(at, 1);
      workspace.updateOptions();
    });
  }

  registerEditorSuggest(suggest: EditorSuggest<unknown>): void {
    const { editorSuggests } = this.app.workspace;
    editorSuggests.push(suggest);
    this.register(() => {
      suggest.close();
      editorSuggests.splice(editorSuggests.indexOf(suggest), 1);
    });
  }

  // --- data

  /** null when nothing is stored. Rejects when what is stored is no JSON. */
  async loadData(): Promise<unknown> {
    const text = await this.app.pluginData.read(this.manifest.id);
    return text === null ? null : (JSON.parse(text) as unknown);
  }

  saveData(data: unknown): Promise<void> {
    return pendingWork.track(this.app.pluginData.write(this.manifest.id, JSON.stringify(data, null, 2)));
  }
}
