// The header on top of a plan: what it says, where its clicks lead, and that it comes and goes with plans.
import type { MarkdownView } from 'obsidian';
import { afterEach, describe, expect, test } from 'vitest';
import { closeDialogs, isAsked, OPEN_CHECKS } from '../../commands/move-plans';
import { closePlugin, openPlugin, type PluginHost, run } from '../../commands/open-plugin';
import { dialogIsOpen, find, findAll, offered, press } from '../../support/at-the-keyboard';

const PLAN = OPEN_CHECKS.replace('# Sync plan', '# Sync plan\n\nOwner: [Name]\n\nTeam: {TEAM}').replace('## Change Log', '## Open questions\n\n- [ ] Who pays?\n- [x] Who knows?\n\n## Change Log');

let host: PluginHost;
let view: MarkdownView;
afterEach(async () => {
  closeDialogs(host);
  await closePlugin(host);
});

async function open(text = PLAN, more: Readonly<Record<string, string>> = {}): Promise<void> {
  host = await openPlugin({ 'a.md': text, 'b.md': 'Just a note\n', ...more });
  view = await host.open('a.md');
}

const header = (): HTMLElement => find('.plan-rollup-header');
const hasHeader = (): boolean => document.querySelector('.plan-rollup-header') !== null;
const button = (name: string): HTMLButtonElement => {
  const found = findAll('button', header()).find((each) => (each.getAttribute('aria-label') ?? each.textContent ?? '').startsWith(name));
  if (!found) throw new Error(`There is no button “${name}” in the header.`);
  return found as HTMLButtonElement;
};
const box = (name: string): HTMLInputElement => {
  const label = findAll('label', header()).find(({ textContent }) => textContent === name);
  return find('input', label) as HTMLInputElement;
};
const progress = (): string[] => findAll('.plan-rollup-header-progress', header()).map(({ textContent }) => textContent ?? '');
const menuItems = (): string[] => findAll('.menu-item').map(({ textContent }) => textContent ?? '');

async function change(text: string): Promise<void> {
  view.editor.setValue(text);
  await host.settle();
}

describe('what it says', () => {
  test('status, next step with what stands in its way, progress by class, placeholders, questions, checkboxes', async () => {
    await open();
    expect(button('Status: In Progress').className).toContain('plan-rollup-color-blue');
    expect([button('Advance to Completed').className, button('Advance').getAttribute('aria-description')]).toEqual([expect.stringContaining('is-blocked'), expect.stringContaining('2 verification items are not ticked, 1 to be done by hand')]);
    expect(progress()).toEqual(['Automated 1/2', 'Manual 0/1']);
    expect([button('2 placeholders').textContent, button('1 open question').textContent]).toEqual(['2 placeholders', '1 open question']);
    expect([box('Approved').checked, box('Blocked').checked]).toEqual([false, false]);
  });

  test('it follows the typing', async () => {
    await open();
    await change(PLAN.replace('- [ ] Looks', '- [x] Looks').replace('[Name]', 'Ann').replaceAll('In Progress', 'Approved').replace('type: plan', 'type: plan\nblocked: true'));
    expect([button('Status').textContent, progress()[1], box('Blocked').checked]).toEqual(['Status: Approved', 'Manual 1/1', true]);
    expect(button('1 placeholder').textContent).toBe('1 placeholder');
  });

  test('an unknown status is shown as it stands, without a next step', async () => {
    await open(PLAN.replaceAll('In Progress', 'paused'));
    expect(button('Status').textContent).toContain('paused');
    expect(header().textContent).not.toContain('Advance');
  });

  test('many classes of checks are one bar, and a list in the details', async () => {
    await open(PLAN.replace('- **Manual**:', '- **Invariants**:\n  - [ ] a\n- **Operations**:\n  - [x] b\n- **Manual**:'));
    expect(progress()).toEqual(['Checks 2/5']);
    button('Details').click();
    await host.settle();
    expect(find('.plan-rollup-header-details').textContent).toContain('Manual: 0 of 1');
  });

  test('the details have what stands in the way, and stay open from note to note', async () => {
    await open(PLAN, { 'c.md': PLAN.replace('Sync plan', 'Other plan') });
    expect(button('Details').getAttribute('aria-expanded')).toBe('false');
    button('Details').click();
    await host.settle();
    expect(header().textContent).toContain('Looks right on a tablet');
    await host.open('c.md');
    expect(button('Details').getAttribute('aria-expanded')).toBe('true');
  });
});

describe('where its clicks lead', () => {
  test('the status opens the picker; its arrow, and a right click, a menu', async () => {
    await open();
    button('Choose a status').click();
    expect(menuItems()).toEqual(['Completed', 'Approved', 'Draft', 'In Review', 'Superseded', 'Cancelled', 'In Progress', 'Set plan status…']);
    expect(find('.menu-item.mod-checked').textContent).toBe('In Progress');
    press('Escape');
    expect(menuItems()).toEqual([]);
    button('Status').dispatchEvent(new MouseEvent('contextmenu', { bubbles: true, cancelable: true }));
    findAll('.menu-item')[2]?.click();
    await host.settle();
    expect(host.disk.get('a.md')).toContain('\nstatus: Draft\n');
    expect(button('Status').textContent).toBe('Status: Draft');
    button('Status').click();
    await host.settle();
    expect(offered()[0]).toBe('In Review');
  });

  test('the next step asks when something blocks it', async () => {
    await open();
    button('Advance').click();
    await host.settle();
    expect([isAsked(), host.disk.get('a.md')]).toEqual([true, PLAN]);
  });

  test('the second click of a double click is none', async () => {
    await open(PLAN.replaceAll('In Progress', 'Draft'));
    button('Advance').dispatchEvent(new MouseEvent('click', { bubbles: true, detail: 1 }));
    button('Advance').dispatchEvent(new MouseEvent('click', { bubbles: true, detail: 2 }));
    await host.settle();
    button('Advance').dispatchEvent(new MouseEvent('click', { bubbles: true, detail: 2 }));
    await host.settle();
    expect(host.disk.get('a.md')).toContain('\nstatus: In Review\n');
  });

  test('placeholders: the next one is selected, out of reading view too', async () => {
    await open();
    await view.setState({ mode: 'preview' }, { history: false });
    await host.settle();
    button('2 placeholders').click();
    await host.settle();
    expect([view.getMode(), view.editor.getSelection()]).toEqual(['source', '[Name]']);
  });

  test('questions: the first open one', async () => {
    await open();
    button('1 open question').click();
    await host.settle();
    expect(view.editor.getLine(view.editor.getCursor().line)).toBe('- [ ] Who pays?');
  });

  test('a checkbox shows what the note says, also after a click', async () => {
    await open();
    box('Blocked').click();
    await host.settle();
    expect([host.disk.get('a.md')?.includes('\nblocked: true\n'), box('Blocked').checked]).toEqual([true, true]);
  });

  test('a command moves the focus there', async () => {
    await open();
    await run(host, 'focus-status-header');
    expect(document.activeElement).toBe(button('Status'));
    await host.open('b.md');
    expect(host.runCommand('focus-status-header')).toBe(false);
  });
});

describe('where it is', () => {
  test('in reading view, in every pane, and not on other notes', async () => {
    await open();
    await view.setState({ mode: 'preview' }, { history: false });
    await host.settle();
    expect(header().closest('.view-content')?.querySelector('.markdown-reading-view')).not.toBeNull();
    await host.open('a.md', true);
    expect(findAll('.plan-rollup-header')).toHaveLength(2);
    await host.open('b.md');
    expect(findAll('.plan-rollup-header')).toHaveLength(1);
  });

  test('it comes when a note becomes a plan and goes when it is none any more; the caret stays', async () => {
    await open('Just text\n');
    expect(hasHeader()).toBe(false);
    view.editor.setCursor({ line: 0, ch: 4 });
    view.editor.replaceRange(PLAN, { line: 1, ch: 0 });
    view.editor.setCursor({ line: 0, ch: 4 });
    await change(PLAN);
    expect(hasHeader()).toBe(true);
    await change(PLAN.replace('type: plan', 'plan: false'));
    expect([hasHeader(), find('.workspace-leaf-content[data-type=markdown] > .view-content').hasClass('plan-rollup-has-header')]).toEqual([false, false]);
  });

  test('a change by another program shows in reading view', async () => {
    await open();
    await view.setState({ mode: 'preview' }, { history: false });
    await host.settle();
    host.writeExternally('a.md', PLAN.replaceAll('In Progress', 'Approved'));
    await host.settle();
    expect(button('Status').textContent).toBe('Status: Approved');
  });

  test('a note from a template is a plan before it has content; a template of one’s own is none', async () => {
    const text = '---\nplan-template: feature-plan\n---\n# [Name]\n';
    host = await openPlugin({ 'a.md': text, 'T/a.md': `${PLAN}\n[x]` }, { data: { version: 1, templateFolder: 'T' } });
    view = await host.open('a.md');
    expect(hasHeader()).toBe(true);
    await host.open('T/a.md');
    expect(hasHeader()).toBe(false);
  });

  test('it can be turned off, and goes with the plugin', async () => {
    await open();
    const { store } = host.plugin as unknown as { readonly store: { change(part: object): Promise<void> } };
    await store.change({ showsHeader: false });
    expect(hasHeader()).toBe(false);
    await store.change({ showsHeader: true });
    expect(hasHeader()).toBe(true);
    host.plugin.unload();
    expect([hasHeader(), document.querySelector('.plan-rollup-has-header')]).toEqual([false, null]);
  });

  test('nothing is written by looking', async () => {
    await open();
    await host.open('b.md');
    expect([host.disk.get('a.md'), dialogIsOpen()]).toEqual([PLAN, false]);
  });
});
