// Leaves, side panes, events of the window, the reading view.
import { ItemView, MarkdownRenderChild, MarkdownView, Plugin, type Menu, type TAbstractFile } from 'obsidian';
import { afterEach, expect, test } from 'vitest';
import { openHost, type OpenHost } from '../support/open-host';

class PaneView extends ItemView {
  getViewType(): string {
    return 'pane';
  }
  getDisplayText(): string {
    return 'Pane';
  }
  override onOpen(): Promise<void> {
    this.contentEl.createEl('button', { text: 'Inside' });
    return Promise.resolve();
  }
}

class PanePlugin extends Plugin {
  unloaded = 0;

  override onload(): void {
    this.registerView('pane', (leaf) => new PaneView(leaf));
    this.registerEvent(this.app.workspace.on('file-menu', (menu: Menu, file: TAbstractFile) => void menu.addItem((item) => item.setTitle(`For ${file.path}`))));
    this.registerEvent(this.app.workspace.on('files-menu', (menu: Menu, files: TAbstractFile[]) => void menu.addItem((item) => item.setTitle(`For ${files.map(({ path }) => path).join(', ')}`))));
    this.registerMarkdownCodeBlockProcessor('plan', (source, el, context) => {
      const { lineStart, lineEnd } = context.getSectionInfo(el) ?? {};
      el.createDiv({ cls: 'plan-block', text: `${source} ${lineStart}-${lineEnd}` });
      const child = new MarkdownRenderChild(el);
      child.register(() => this.unloaded++);
      context.addChild(child);
    });
  }
}

const NOTE = '---\nstatus: Draft\n---\n# Title\n\n- [ ] one\n- [x] two\n\n> [!note] Look\n> at [[b|this]] and [[none]]\n\n```plan\nhello\n```\n\n<script>alert(1)</script>\n';

let host: OpenHost<PanePlugin>;

async function open(files: Record<string, string> = { 'a.md': NOTE, 'b.md': '# B\n' }): Promise<void> {
  host = await openHost({ files, plugin: PanePlugin });
}

function heard(...names: string[]): string[] {
  const events: string[] = [];
  for (const name of names) host.host.workspace.on(name, () => void events.push(name));
  return events;
}

afterEach(() => host.close());

test('a side pane is made once, revealed, and reused', async () => {
  await open();
  const { workspace } = host.app;
  const leaf = await workspace.ensureSideLeaf('pane', 'right');
  expect(host.host.workspace.rightSplit.collapsed).toBe(true);
  expect(await workspace.ensureSideLeaf('pane', 'right', { reveal: true, active: true })).toBe(leaf);
  expect(host.host.workspace.rightSplit.collapsed).toBe(false);
  expect(workspace.getActiveViewOfType(PaneView)).toBe(leaf.view);
  expect(document.activeElement?.textContent).toBe('Inside');
  expect(workspace.activeEditor).toBeNull();
  leaf.detach();
  await host.settle();
  expect([workspace.getLeavesOfType('pane').length, host.host.workspace.rightSplit.collapsed]).toEqual([0, true]);
});

test('opening notes is heard once each', async () => {
  await open();
  const events = heard('file-open', 'active-leaf-change');
  await host.open('a.md');
  await host.open('a.md');
  await host.open('b.md');
  await host.open('a.md', true);
  expect(events).toEqual(['active-leaf-change', 'file-open', 'file-open', 'active-leaf-change', 'file-open']);
  expect(host.app.workspace.getLastOpenFiles()).toEqual(['a.md', 'b.md']);
});

test('the active file stays known while a side pane is active', async () => {
  await open();
  await host.open('a.md');
  await host.app.workspace.ensureSideLeaf('pane', 'right', { active: true, reveal: true });
  expect(host.app.workspace.getActiveFile()?.path).toBe('a.md');
  expect(host.app.workspace.getMostRecentLeaf()?.view).toBeInstanceOf(MarkdownView);
});

test('the theme can be switched, and is announced', async () => {
  await open();
  const events = heard('css-change');
  host.app.theme.set('theme-dark');
  expect([host.app.isDarkMode(), document.body.hasClass('theme-dark'), events]).toEqual([true, true, ['css-change']]);
  host.app.theme.set('theme-light');
});

test('the file list shows the notes; its menu has the plugin entries', async () => {
  await open({ 'Plans/one.md': '', 'two.md': '', 'pic.png': '' });
  const rows = (): string[] => Array.from(document.querySelectorAll('[role="treeitem"]'), (row) => row.textContent ?? '');
  expect(rows()).toEqual(['Plans', 'one', 'pic.pngpng', 'two']);
  document.querySelector('[data-path="two.md"]')?.dispatchEvent(new MouseEvent('contextmenu', { bubbles: true, cancelable: true }));
  expect(document.querySelector('.menu')?.textContent).toContain('For two.md');
  window.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape' }));
  expect(document.querySelector('.menu')).toBeNull();
  await host.app.vault.create('new.md', '');
  await host.settle();
  expect(rows()).toContain('new');
  document.querySelector<HTMLElement>('[data-path="Plans"]')?.click();
  expect(rows()).not.toContain('one');
});

test('Alt+click selects several files, of which one menu is shown; a plain click forgets them', async () => {
  host = await openHost({ files: { 'one.md': '', 'two.md': '', 'three.md': '' }, plugin: PanePlugin });
  const row = (path: string): HTMLElement => document.querySelector<HTMLElement>(`[data-path="${path}"]`) ?? document.body;
  for (const path of ['two.md', 'one.md']) row(path).dispatchEvent(new MouseEvent('click', { altKey: true, bubbles: true }));
  row('one.md').dispatchEvent(new MouseEvent('contextmenu', { bubbles: true, cancelable: true }));
  expect(document.querySelector('.menu')?.textContent).toBe('For two.md, one.md');
  window.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape' }));
  row('three.md').click();
  row('one.md').dispatchEvent(new MouseEvent('contextmenu', { bubbles: true, cancelable: true }));
  expect(document.querySelector('.menu')?.textContent).toContain('For one.md');
});

async function readingView(): Promise<Element> {
  const view = await host.open('a.md');
  await view.setState({ mode: 'preview' }, { history: false });
  await host.settle();
  const rendered = document.querySelector('.mod-root .markdown-rendered');
  if (!rendered) throw new Error('no reading view');
  return rendered;
}

test('the reading view shows headings, callouts, code blocks of plugins, and no HTML of the note', async () => {
  await open();
  const rendered = await readingView();
  expect(rendered.querySelector('h1')?.textContent).toBe('Title');
  expect(rendered.textContent).not.toContain('status: Draft');
  expect(rendered.querySelector('.callout[data-callout="note"] .callout-title')?.textContent).toBe('Look');
  expect(rendered.querySelector('.block-language-plan .plan-block')?.textContent).toBe('hello 11-13');
  expect([rendered.querySelector('script'), rendered.textContent?.includes('<script>')]).toEqual([null, true]);
  expect(Array.from(rendered.querySelectorAll('a.internal-link'), (link) => [link.textContent, link.hasClass('is-unresolved')])).toEqual([
    ['this', false],
    ['none', true],
  ]);
});

test('a box in the reading view ticks its line of the note', async () => {
  await open({ 'a.md': NOTE.replace(/\n/g, '\r\n') });
  const rendered = await readingView();
  rendered.querySelectorAll<HTMLInputElement>('.task-list-item-checkbox')[0]?.click();
  await host.settle();
  expect(host.disk.get('a.md')).toBe(NOTE.replace('[ ] one', '[x] one').replace(/\n/g, '\r\n'));
  expect(document.querySelectorAll('.mod-root .task-list-item.is-checked').length).toBe(2);
});

test('what a code block adds is unloaded with the view', async () => {
  await open();
  await readingView();
  const { unloaded } = host.plugin;
  await host.app.workspace.getActiveViewOfType(MarkdownView)?.setState({ mode: 'source' }, { history: false });
  expect(host.plugin.unloaded).toBe(unloaded + 1);
});

test('a link in the reading view opens its note', async () => {
  await open();
  const rendered = await readingView();
  rendered.querySelector<HTMLElement>('a.internal-link')?.click();
  await host.settle();
  expect(host.app.workspace.getActiveFile()?.path).toBe('b.md');
});
