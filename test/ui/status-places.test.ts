// Where a plan's status can be clicked beside the header: status bar, menus, and the rendered word in reading view.
import { MarkdownView, Menu, type TAbstractFile } from 'obsidian';
import { afterEach, describe, expect, test } from 'vitest';
import { closeDialogs, OPEN_CHECKS } from '../commands/move-plans';
import { closePlugin, openPlugin, type PluginHost } from '../commands/open-plugin';
import { find, findAll, offered, press } from '../support/at-the-keyboard';

let host: PluginHost;
afterEach(async () => {
  closeDialogs(host);
  await closePlugin(host);
});

const titles = (): string[] => findAll('.menu-item').map(({ textContent }) => textContent ?? '');
const badge = (): HTMLElement => find('.plan-rollup-status-badge');

describe('the status bar', () => {
  test('has the status of the plan that is open; a click, or Enter, lets it be changed', async () => {
    host = await openPlugin({ 'a.md': OPEN_CHECKS, 'b.md': 'Status: Draft\n' });
    await host.open('b.md');
    expect(badge().style.display).toBe('none');
    await host.open('a.md');
    expect([badge().textContent, badge().getAttribute('aria-label')]).toEqual(['In Progress', 'Status: In Progress. Set plan status…']);
    badge().click();
    await host.settle();
    expect(offered()[0]).toBe('Completed');
    press('Escape');
    badge().focus();
    press('Enter');
    await host.settle();
    expect(offered()[0]).toBe('Completed');
  });
});

describe('menus', () => {
  function menuOf(name: 'file-menu' | 'editor-menu' | 'files-menu', ...args: unknown[]): string[] {
    const menu = new Menu();
    (host.app.workspace as unknown as { trigger(name: string, ...args: unknown[]): void }).trigger(name, menu, ...args);
    menu.showAtPosition({ x: 0, y: 0 });
    return titles();
  }
  const file = (path: string): TAbstractFile | null => host.app.vault.getAbstractFileByPath(path);
  const click = async (title: string): Promise<void> => {
    findAll('.menu-item').find(({ textContent }) => textContent === title)?.click();
    await host.settle();
  };

  test('a plan’s file has the picker and the next step, another file has neither', async () => {
    host = await openPlugin({ 'a.md': OPEN_CHECKS.replaceAll('In Progress', 'Draft'), 'b.md': 'B\n', 'F/c.md': 'C\n' });
    expect(menuOf('file-menu', file('b.md'))).toEqual([]);
    press('Escape');
    expect(menuOf('file-menu', file('F'))).toEqual([]);
    press('Escape');
    expect(menuOf('file-menu', file('a.md'))).toEqual(['Set plan status…', 'Advance to In Review']);
    await click('Advance to In Review');
    expect(host.disk.get('a.md')).toContain('\nstatus: In Review\n');
  });

  test('the editor’s menu goes by the text as it stands there', async () => {
    host = await openPlugin({ 'a.md': OPEN_CHECKS });
    const view = await host.open('a.md');
    view.editor.setValue(OPEN_CHECKS.replaceAll('In Progress', 'Draft'));
    expect(menuOf('editor-menu', view.editor, view)).toEqual(['Set plan status…', 'Advance to In Review']);
    await click('Set plan status…');
    expect(offered()[0]).toBe('In Review');
  });

  test('several files: only those that are plans are counted', async () => {
    host = await openPlugin({ 'a.md': OPEN_CHECKS, 'b.md': 'B\n', 'c.md': OPEN_CHECKS });
    expect(menuOf('files-menu', [file('a.md'), file('b.md'), file('c.md')])).toEqual(['Set status of 2 plans…']);
    press('Escape');
    expect(menuOf('files-menu', [file('b.md')])).toEqual([]);
  });
});

describe('the word in reading view', () => {
  async function read(text: string): Promise<HTMLElement[]> {
    host = await openPlugin({ 'a.md': text });
    const view = await host.open('a.md');
    await view.setState({ mode: 'preview' }, { history: false });
    await host.settle();
    return findAll('.plan-rollup-status-value');
  }

  test.each([
    ['a status line', OPEN_CHECKS, 'In Progress'],
    ['a line with a remark and an emoji', OPEN_CHECKS.replace('**Status:** In Progress', '> **Owner:** Ann · **Status:** ✅ In Progress (rev 4)'), 'In Progress'],
    ['a heading', '---\ntype: plan\n---\n# Sync plan\n\n## Status: ✅ Complete\n\n- [ ] a\n', 'Complete'],
    ['a section', '---\ntype: plan\n---\n# Sync plan\n\n## Status\n\n**Draft** (since May)\n\nDraft again\n', 'Draft'],
    ['a list item', '---\ntype: plan\n---\n# Sync plan\n\n- Owner: Ann\n- Status: **Draft**\n- Draft: none\n', 'Draft'],
    ['a table', '---\ntype: plan\n---\n# Sync plan\n\n| Owner | Ann |\n|---|---|\n| **Status** | Draft |\n', 'Draft'],
  ])('%s is marked', async (_, text, word) => {
    const marked = await read(text);
    expect(marked.map(({ textContent }) => textContent)).toEqual([word]);
  });

  test.each([
    ['a note that is no plan', '# Letter\n\nStatus: Draft\n'],
    ['a property alone', '---\ntype: plan\nstatus: Draft\n---\n# Sync plan\n\nDraft\n'],
    ['a plan with options to choose from', '---\ntype: plan\n---\n# Sync plan\n\n**Status:** Draft | In Review\n'],
  ])('%s has no mark', async (_, text) => {
    expect(await read(text)).toEqual([]);
  });

  test('a click, or Enter, opens the menu; what is chosen is written', async () => {
    const [word] = await read(OPEN_CHECKS.replaceAll('In Progress', 'Draft'));
    word?.click();
    expect(titles()[0]).toBe('In Review');
    press('Escape');
    word?.dispatchEvent(new MouseEvent('click', { bubbles: true, detail: 2 }));
    expect(titles()).toEqual([]);
    word?.focus();
    press('Enter');
    findAll('.menu-item')[0]?.click();
    await host.settle();
    expect(host.disk.get('a.md')).toContain('**Status:** In Review');
    expect(host.app.workspace.getActiveViewOfType(MarkdownView)?.getMode()).toBe('preview');
  });
});
