// The menu of a row, new rows, and the keys of the list as a whole.
import { afterEach, describe, expect, test, vi } from 'vitest';
import { addRowTo, rowForm } from '../../src/core/edit/add-row';
import { targetLine } from '../../src/core/text/line-target';
import { clickButton, field, fillIn, find, findAll, notices } from '../support/at-the-keyboard';
import { checkbox, closePlugin, currentLine, lines, openPane, pane, type PluginHost, pressKeys, showLens } from './open-pane';

const PLAN = '---\ntype: plan\nstatus: Draft\n---\n# Sync plan\n\n## Verification\n\n- [ ] first\n- [ ] second\n\n## Gaps: all\n\n| ID | Task | Priority |\n| --- | --- | --- |\n| G-1 | Login | High |\n\nEnd\n';

let host: PluginHost;
afterEach(() => closePlugin(host));

async function open(lens: string): Promise<void> {
  host = await openPane({ 'sync.md': PLAN });
  await showLens(host, lens);
  find('[role="treegrid"]', pane()).focus();
}

const items = (): string[] => findAll('.menu .menu-item-title').map(({ textContent }) => textContent);

async function choose(title: string): Promise<void> {
  const item = findAll('.menu .menu-item').find(({ textContent }) => textContent === title);
  if (!item) throw new Error(`“${title}” is not offered, only ${items().join(', ')}.`);
  item.click();
  await host.settle();
}

describe('the menu', () => {
  test('by the right button and by keys; it offers what the row can do', async () => {
    await open('Verification');
    find('.plan-rollup-item-text', pane()).dispatchEvent(new MouseEvent('contextmenu', { bubbles: true, cancelable: true }));
    await host.settle();
    expect(items()).toEqual(['Open', 'Open in new tab', 'Open to the right', 'Tick', 'Set status…', 'Copy link to section', 'Copy text']);
    await choose('Tick');
    expect(host.disk.get('sync.md')).toBe(PLAN.replace('[ ] first', '[x] first'));
    await showLens(host, 'Priorities');
    find('[role="treegrid"]', pane()).focus();
    await pressKeys(host, ['F10', { shiftKey: true }]);
    expect(items()).toContain('Add row…');
    await choose('Edit…');
    expect((find('.plan-rollup-cell-edit input', pane()) as HTMLInputElement).value).toBe('High');
  });

  test('of one of several chosen rows it is about all of them', async () => {
    await open('Verification');
    await pressKeys(host, ['a', { ctrlKey: true }], 'End', 'ContextMenu');
    expect(items()).toEqual(['Open', 'Open in new tab', 'Open to the right', 'Tick 2 items…', 'Copy link to section', 'Copy text']);
    await choose('Tick 2 items…');
    clickButton('Tick 2 items', find('.modal'));
    await host.settle();
    expect(host.disk.get('sync.md')).toBe(PLAN.replaceAll('- [ ]', '- [x]'));
    expect(findAll('.modal')).toEqual([]);
  });

  test('it opens the note in a new tab, at the line', async () => {
    await open('Verification');
    await pressKeys(host, 'End', 'ContextMenu');
    await choose('Open in new tab');
    expect(host.editor().getCursor().line).toBe(9);
  });

  test('it copies a link to the section, and the text', async () => {
    await open('Priorities');
    const copied = vi.spyOn(navigator.clipboard, 'writeText').mockResolvedValue();
    for (const title of ['Copy link to section', 'Copy text']) {
      await pressKeys(host, 'ContextMenu');
      await choose(title);
    }
    expect(copied.mock.calls.flat()).toEqual([expect.stringMatching(/^\[\[sync#Gaps all/), 'Login']);
  });

  test('read-only, it changes nothing', async () => {
    await open('Verification');
    find('[aria-label^="Read-only"]', pane()).click();
    await host.settle();
    await pressKeys(host, 'End', 'ContextMenu');
    expect(items()).toEqual(['Open', 'Open in new tab', 'Open to the right', 'Copy link to section', 'Copy text']);
  });
});

describe('a new row', () => {
  test('asks for the table’s columns, with the next id, and is in the pane', async () => {
    await open('Priorities');
    await pressKeys(host, 'ContextMenu');
    await choose('Add row…');
    expect(findAll('.modal .setting-item-control input').map((input) => [input.getAttribute('aria-label'), (input as HTMLInputElement).value])).toEqual([['ID', 'G-2'], ['Task', ''], ['Priority', '']]);
    expect(document.activeElement).toBe(field('Task'));
    clickButton('Add row');
    expect(find('.modal [role="alert"]').textContent).toContain('at least one');
    fillIn(field('Task'), 'Log | out');
    fillIn(field('Priority'), 'Low');
    clickButton('Add row');
    await host.settle();
    expect(host.disk.get('sync.md')).toBe(PLAN.replace('| High |\n', '| High |\n| G-2 | Log \\| out | Low |\n'));
    expect(lines()).toEqual(['Login', 'Log | out']);
    find('.notice button').click();
    await host.settle();
    expect(host.disk.get('sync.md')).toBe(PLAN);
  });

  test('of a plan’s heading too; cancelled, nothing happens; a table that is gone is refused', async () => {
    await open('Priorities');
    const group = find('[aria-label="Group by"]', pane()) as HTMLSelectElement;
    group.value = 'plan';
    group.dispatchEvent(new Event('change', { bubbles: true }));
    await host.settle();
    find('[role="treegrid"]', pane()).focus();
    await pressKeys(host, 'Home', 'ContextMenu');
    await choose('Add row…');
    clickButton('Cancel');
    await host.settle();
    expect(host.disk.get('sync.md')).toBe(PLAN);
    await pressKeys(host, 'ContextMenu');
    await choose('Add row…');
    host.disk.set('sync.md', PLAN.replace('| G-1 | Login', '| G-1 | Signing in'));
    fillIn(field('Task'), 'x');
    clickButton('Add row');
    await host.settle();
    expect(notices().join()).toContain('G-1 | Login');
  });

  test('the core: refused where the row is in no table any more', () => {
    const then = '| a | b |\n|---|---|\n| c | d |';
    const fenced = `\`\`\`\n${then}\n\`\`\``;
    const target = targetLine(then, 2);
    expect([rowForm(fenced, target), addRowTo(fenced, target, {})].map((result) => !result.ok && result.refusal.code)).toEqual(['not-a-table-row', 'not-a-table-row']);
    expect(rowForm(then, target)).toEqual({ ok: true, form: { columns: ['a', 'b'], values: {} } });
  });
});

describe('keys', () => {
  test('/ goes to the filter, ? lists the keys, left goes to the heading', async () => {
    await open('Verification');
    await pressKeys(host, 'End', 'ArrowLeft');
    expect(currentLine()).toBe('Verification');
    await pressKeys(host, 'ArrowDown', 'ArrowDown', 'ArrowLeft', 'ArrowLeft');
    expect(lines()).toEqual(['Sync plan 0/2', 'Verification 0/2']);
    await pressKeys(host, '?');
    expect(find('.modal').textContent).toContain('F2');
    await pressKeys(host, 'Escape', '/');
    expect(document.activeElement).toBe(find('input[type="search"]', pane()));
  });

  test('where the pointer rests, Obsidian’s own preview is asked for', async () => {
    await open('Verification');
    const trigger = vi.spyOn(host.app.workspace, 'trigger');
    checkbox('second').closest('.plan-rollup-line')?.dispatchEvent(new MouseEvent('mouseenter'));
    expect(trigger.mock.calls.map(([name, asked]) => [name, asked])).toEqual([['hover-link', expect.objectContaining({ source: 'plan-rollup', linktext: 'sync.md', state: { scroll: 9 } })]]);
  });
});
