// A plugin's life: what it registers is there, and is gone when it is unloaded.
import { BasesView, ItemView, Notice, Plugin, PluginSettingTab, TFile, type App, type PluginManifest, type QueryController, type SettingDefinitionItem, type WorkspaceLeaf } from 'obsidian';
import { StateField } from '@codemirror/state';
import { afterEach, expect, test } from 'vitest';
import { openHost, type OpenHost } from '../support/open-host';

class SampleView extends ItemView {
  getViewType(): string {
    return 'sample-view';
  }
  getDisplayText(): string {
    return 'Sample';
  }
}

class Names extends BasesView {
  readonly type = 'names';

  constructor(
    controller: QueryController,
    private readonly el: HTMLElement,
  ) {
    super(controller);
  }

  override onDataUpdated(): void {
    this.el.setText(this.data.groupedData.flatMap(({ entries }) => entries.map(({ file }) => file.path)).join(','));
  }
}

class SampleTab extends PluginSettingTab {
  override getSettingDefinitions(): SettingDefinitionItem[] {
    return [];
  }
}

const counter = StateField.define<number>({ create: () => 7, update: (value) => value });

class SamplePlugin extends Plugin {
  readonly calls: string[] = [];

  constructor(app: App, manifest: PluginManifest) {
    super(app, manifest);
    this.calls.push(`made: ${app.vault.getMarkdownFiles().length} notes`);
  }

  override async onload(): Promise<void> {
    this.calls.push(`data: ${JSON.stringify(await this.loadData())}`);
    this.registerEvent(this.app.vault.on('create', (file) => void this.calls.push(`create ${file.path}`)));
    this.app.workspace.onLayoutReady(() => this.calls.push('layout'));
    this.addCommand({ id: 'run', name: 'Run it', callback: () => this.calls.push('run') });
    this.addCommand({ id: 'edit', name: 'Edit it', editorCallback: (editor) => editor.setValue('edited') });
    this.registerView('sample-view', (leaf: WorkspaceLeaf) => new SampleView(leaf));
    this.addRibbonIcon('list-checks', 'Sample ribbon', () => this.calls.push('ribbon'));
    this.addStatusBarItem().setText('Sample status');
    this.addSettingTab(new SampleTab(this.app, this));
    this.registerEditorExtension(counter);
    this.registerMarkdownPostProcessor(() => undefined);
    this.registerMarkdownCodeBlockProcessor('sample', () => undefined);
    this.registerHoverLinkSource('sample', { display: 'Sample', defaultMod: true });
    this.registerCliHandler('sample:run', 'Runs', { name: { description: 'Whom', required: true } }, ({ name }) => `hello ${name}`);
    this.registerObsidianProtocolHandler('sample', ({ action, file }) => this.calls.push(`${action} ${file}`));
    this.registerInterval(window.setInterval(() => undefined, 1000));
    this.registerDomEvent(document, 'sample' as 'click', () => this.calls.push('dom'));
    this.register(() => this.calls.push('cleanup'));
  }

  override onUserEnable(): void {
    this.calls.push('enabled');
  }

  override onunload(): void {
    this.calls.push('unload');
  }
}

let host: OpenHost<SamplePlugin>;

async function open(options: { data?: unknown; withObsidianFolder?: boolean; files?: Record<string, string> } = {}): Promise<void> {
  host = await openHost({ files: { 'a.md': 'A' }, plugin: SamplePlugin, ...options });
}

afterEach(() => host.close());

test('a first start: files are announced, then the layout is ready, then the plugin hears that it was switched on', async () => {
  await open();
  expect(host.plugin.calls).toEqual(['made: 1 notes', 'data: null', 'create a.md', 'layout', 'enabled']);
});

test('a later start does not call onUserEnable', async () => {
  await open({ data: { folder: 'Plans' } });
  expect(host.plugin.calls).toContain('data: {"folder":"Plans"}');
  expect(host.plugin.calls).not.toContain('enabled');
});

test('data stays out of a plain folder, and goes into the settings folder of a vault', async () => {
  await open();
  await host.plugin.saveData({ a: 1 });
  expect([...host.disk.keys()]).toEqual(['a.md']);
  expect(await host.plugin.loadData()).toEqual({ a: 1 });
  await host.close();
  await open({ withObsidianFolder: true });
  await host.plugin.saveData({ a: 2 });
  expect(JSON.parse(host.disk.get('.obsidian/plugins/plan-rollup/data.json') ?? '')).toEqual({ a: 2 });
});

test('commands carry the plugin in id and name; one for the editor needs a note in source mode', async () => {
  await open();
  expect(host.app.commands.findCommand('plan-rollup:run')?.name).toBe('Plan Rollup: Run it');
  expect(host.runCommand('run')).toBe(true);
  expect(host.plugin.calls.at(-1)).toBe('run');
  expect(host.runCommand('edit')).toBe(false);
  const view = await host.open('a.md');
  await view.setState({ mode: 'preview' }, { history: false });
  expect(host.runCommand('edit')).toBe(false);
  await view.setState({ mode: 'source' }, { history: false });
  expect(host.runCommand('edit')).toBe(true);
  expect(host.editor().getValue()).toBe('edited');
  expect(host.runCommand('missing')).toBe(false);
});

test('the command line: runs, asks for what is required, refuses a second registration', async () => {
  await open();
  expect(await host.app.cli.run('sample:run', { name: 'Ops' })).toBe('hello Ops');
  await expect(host.app.cli.run('sample:run')).rejects.toThrow('name');
  await expect(host.app.cli.run('sample:none')).rejects.toThrow('Unknown');
  expect(() => host.plugin.registerCliHandler('sample:run', '', null, () => '')).toThrow('already registered');
});

test('an obsidian:// address reaches its handler', async () => {
  await open();
  expect(await host.app.protocol.open('obsidian://sample?file=a.md')).toBe(true);
  expect(host.plugin.calls.at(-1)).toBe('sample a.md');
});

test('a base shows the view it names, with every note as an entry, and follows the vault', async () => {
  await open({ files: { 'a.md': '', 'Board.base': 'views:\n  - type: names\n', 'Other.base': 'views:\n  - type: table\n' } });
  host.plugin.registerBasesView('names', { name: 'Names', icon: 'list', factory: (controller, el) => new Names(controller, el) });
  await host.app.workspace.openLinkText('Board.base', '');
  await host.settle();
  expect(document.querySelector('.bases-view-container')?.textContent).toBe('a.md');
  host.writeExternally('b.md', '');
  await host.settle();
  expect(document.querySelector('.bases-view-container')?.textContent).toBe('a.md,b.md');
  await host.app.workspace.openLinkText('Other.base', '');
  await host.settle();
  expect(document.body.textContent).toContain('The host has no view “table”.');
});

test('unloading takes everything away and closes the views', async () => {
  await open();
  await host.open('a.md');
  const { cm } = host.host.workspace.activeEditor?.editor ?? {};
  await host.app.workspace.ensureSideLeaf('sample-view', 'right', { reveal: true });
  expect([cm?.state.field(counter, false), host.app.processors.count, host.app.workspace.getLeavesOfType('sample-view').length]).toEqual([7, 2, 1]);
  expect(document.body.textContent).toContain('Sample status');
  host.app.plugins.disable('plan-rollup');
  await host.settle();
  expect(host.plugin.calls.slice(-2)).toEqual(['cleanup', 'unload']);
  expect([cm?.state.field(counter, false), host.app.processors.count, host.app.workspace.getLeavesOfType('sample-view').length]).toEqual([undefined, 0, 0]);
  expect(host.app.commands.allCommands().filter(({ id }) => id.startsWith('plan-rollup'))).toEqual([]);
  expect([host.app.cli.names(), host.app.protocol.actions(), host.app.setting.pluginTabs]).toEqual([[], [], []]);
  expect(document.body.textContent).not.toContain('Sample status');
  expect(document.querySelector('[aria-label="Sample ribbon"]')).toBeNull();
  document.dispatchEvent(new Event('sample'));
  await host.app.vault.create('b.md', '');
  expect(host.plugin.calls.at(-1)).toBe('unload');
});

test('loading and unloading again and again leaves nothing behind', async () => {
  await open();
  host.app.plugins.disable('plan-rollup');
  const before = [document.querySelectorAll('*').length, host.host.vault.listenerCount, host.host.workspace.listenerCount];
  for (let round = 0; round < 20; round++) {
    await host.host.plugins.enable(SamplePlugin, host.plugin.manifest, true);
    await host.app.workspace.ensureSideLeaf('sample-view', 'right', { reveal: true });
    host.app.plugins.disable('plan-rollup');
  }
  await host.settle();
  expect([document.querySelectorAll('*').length, host.host.vault.listenerCount, host.host.workspace.listenerCount]).toEqual(before);
});

test('after closing, the page is empty', async () => {
  await open();
  new Notice('still here', 0);
  await host.close();
  expect(document.body.children.length).toBe(0);
  await open();
  expect(host.app.vault.getFiles()[0]).toBeInstanceOf(TFile);
});
