// Cells of priority tables, edited in the pane.
import { afterEach, describe, expect, test, vi } from 'vitest';
import { fillIn, find, findAll, notices } from '../support/at-the-keyboard';
import { closePlugin, lines, openPane, pane, type PluginHost, pressKeys } from './open-pane';

const GAPS = '# Gaps\n\n| Task | Priority | Effort | Impact | When |\n| --- | --- | --- | --- | --- |\n| Backups | Low | S | Low |  |\n| Login \\| out | **Critical** | 4h | High | now |\n\nEnd\n';

let host: PluginHost;
afterEach(() => closePlugin(host));

async function open(text = GAPS): Promise<void> {
  host = await openPane({ 'gaps.md': text });
  find('[role="treegrid"]', pane()).focus();
  await host.settle();
}

const field = (): HTMLInputElement | null => pane().querySelector('.plan-rollup-cell-edit input');

async function type(text: string): Promise<void> {
  const input = field();
  if (!input) throw new Error('No cell is being edited.');
  fillIn(input, text);
  await host.settle();
}

const disk = (): string | undefined => host.disk.get('gaps.md');
const reached = (): string | null => pane().querySelector('.plan-rollup-cell.is-focused')?.textContent ?? null;

describe('one cell', () => {
  test('F2 edits the priority as it is written; Enter writes that cell alone, and the row follows', async () => {
    await open();
    await pressKeys(host, 'F2');
    expect([field()?.value, field()?.getAttribute('aria-label'), document.activeElement === field()]).toEqual(['**Critical**', 'priority of Login | out', true]);
    await type('Low');
    await pressKeys(host, 'Enter');
    expect(disk()).toBe(GAPS.replace('**Critical**', 'Low'));
    expect([lines(), find('.is-current .plan-rollup-item-title', pane()).textContent, field()]).toEqual([['Backups', 'Login | out'], 'Login | out', null]);
    expect(notices().join()).toContain('Priority of “Login | out”: Critical → Low');
    expect(document.activeElement).toBe(find('[role="treegrid"]', pane()));
  });

  test('what was written can be taken back at the message', async () => {
    await open();
    await pressKeys(host, 'F2');
    await type('Low');
    await pressKeys(host, 'Enter');
    find('.notice button').click();
    await host.settle();
    expect(disk()).toBe(GAPS);
  });

  test('Escape throws away what was typed; the same value writes nothing', async () => {
    await open();
    const write = vi.spyOn(host.adapter, 'write');
    await pressKeys(host, 'F2', 'Escape');
    await pressKeys(host, 'F2');
    await type('Low');
    await pressKeys(host, 'Escape', 'Escape');
    await pressKeys(host, 'F2', 'Enter');
    expect([disk(), write.mock.calls.length, field()]).toEqual([GAPS, 0, null]);
  });

  test('right and left go from cell to cell, an empty one too; Enter edits it', async () => {
    await open();
    await pressKeys(host, 'ArrowDown');
    const seen: (string | null)[] = [];
    for (const key of ['ArrowRight', 'ArrowRight', 'ArrowRight', 'ArrowRight', 'ArrowLeft', 'ArrowRight']) {
      await pressKeys(host, key);
      seen.push(reached());
    }
    expect(seen).toEqual(['Low', 'S', 'impact Low', 'when', 'impact Low', 'when']);
    const list = find('[role="treegrid"]', pane());
    expect(document.getElementById(list.getAttribute('aria-activedescendant') ?? '')?.textContent).toBe('when');
    await pressKeys(host, 'Enter');
    await type('next week');
    await pressKeys(host, 'Enter');
    expect(disk()).toBe(GAPS.replace('| Low |  |', '| Low | next week |'));
  });

  test('Tab writes and goes on to the next cell, Shift+Tab back', async () => {
    await open();
    await pressKeys(host, 'F2');
    await type('High');
    await pressKeys(host, 'Tab');
    expect(field()?.value).toBe('4h');
    await type('2h');
    await pressKeys(host, 'Tab', ['Tab', { shiftKey: true }]);
    expect(field()?.value).toBe('2h');
    await pressKeys(host, 'Escape');
    expect(disk()).toBe(GAPS.replace('**Critical** | 4h', 'High | 2h'));
  });

  test('a click selects a cell, a second one edits it, and neither opens the note', async () => {
    await open();
    const effort = find('[title="Effort"]', pane());
    effort.click();
    await host.settle();
    expect([reached(), host.app.workspace.getActiveFile()]).toEqual(['4h', null]);
    effort.dispatchEvent(new MouseEvent('dblclick', { bubbles: true }));
    await host.settle();
    expect(field()?.value).toBe('4h');
  });

  test('a double click on another cell, of the row or of another one, keeps what was typed and edits that cell', async () => {
    await open();
    const twice = async (text: string): Promise<void> => {
      const cell = findAll('.plan-rollup-cell', pane()).find(({ textContent }) => textContent === text);
      for (const kind of ['mousedown', 'dblclick']) cell?.dispatchEvent(new MouseEvent(kind, { bubbles: true }));
      await host.settle();
    };
    await twice('4h');
    await type('5h');
    await twice('impact High');
    expect([disk(), field()?.value]).toEqual([GAPS.replace('4h', '5h'), 'High']);
    await type('Low');
    await twice('S');
    expect([disk(), field()?.value]).toEqual([GAPS.replace('4h', '5h').replace('High', 'Low'), 'S']);
  });

  test('values in use are offered', async () => {
    await open();
    await pressKeys(host, 'F2');
    expect(findAll('[role="option"]', pane()).map(({ textContent }) => textContent)).toEqual(['Low', 'Critical']);
    await pressKeys(host, 'ArrowDown', 'Enter', 'Enter');
    expect(disk()).toBe(GAPS.replace('**Critical**', 'Low'));
  });
});

describe('an edit that the user leaves by another way is written', () => {
  const BOTH = `---\nstatus: Draft\n---\n${GAPS}\n## Verification\n\n- [ ] a\n`;
  const tab = (name: string): HTMLElement | undefined => findAll('[role="tab"]', pane()).find(({ textContent }) => textContent === name);

  test.each([
    ['another lens', () => tab('Verification')?.click()],
    ['another lens, which is empty', () => tab('Risks')?.click()],
    ['the padlock', () => { find('[aria-label^="Read-only"]', pane()).click(); }],
    ['a filter that hides the row', () => { fillIn(find('.plan-rollup-filter input', pane()) as HTMLInputElement, 'Backups'); }],
    ['the pane is closed', () => { host.app.workspace.detachLeavesOfType('plan-rollup'); }],
  ])('%s', async (_what, leave) => {
    await open(BOTH);
    await pressKeys(host, 'F2');
    await type('Low');
    leave();
    await host.settle();
    expect(disk()).toBe(BOTH.replace('**Critical**', 'Low'));
    expect([notices().length, notices().join()]).toEqual([1, expect.stringContaining('Critical → Low')]);
  });

  test('not when the plugin is switched off meanwhile', async () => {
    await open(BOTH);
    await pressKeys(host, 'F2');
    await type('Low');
    host.plugin.unload();
    await host.settle();
    expect([disk(), notices().join()]).toEqual([BOTH, expect.stringContaining('“Low” was not written')]);
  });
});

describe('a note that changes underneath', () => {
  test('refused with the line it expected, and a button that opens the note', async () => {
    await open();
    await pressKeys(host, 'F2');
    await type('Low');
    const changed = GAPS.replace('4h', '8h');
    host.writeExternally('gaps.md', changed);
    await host.settle();
    expect(field()?.value).toBe('Low');
    await pressKeys(host, 'Enter');
    expect(disk()).toBe(changed);
    expect(notices().join()).toContain('| Login \\| out | **Critical** | 4h |');
    find('.notice button').click();
    await host.settle();
    expect(host.app.workspace.getActiveFile()?.path).toBe('gaps.md');
  });

  const HEADER = '| Task | Priority | Effort | Impact | When |';
  const underneath = async (header: string): Promise<string> => {
    const changed = GAPS.replace(HEADER, header);
    host.writeExternally('gaps.md', changed);
    await pressKeys(host, 'Enter');
    return changed;
  };

  test.each([
    ['renamed', '| Task | Priority | Owner | Impact | When |', 'column 3 was “Effort”; the columns are now: Task, Priority, Owner, Impact, When'],
    ['there twice', '| Task | Priority | Effort | Effort | When |', 'column 3 was “Effort”'],
    ['above another value', '| Task | Priority | Impact | Effort | When |', '“Effort” stood above “4h”, and stands above “High” now'],
  ])('only its header changed, the column is %s: refused with what was expected', async (_what, header, reason) => {
    await open();
    await pressKeys(host, 'ArrowRight', 'ArrowRight', 'F2');
    await type('99h');
    const changed = await underneath(header);
    expect([disk(), notices().join()]).toEqual([changed, expect.stringContaining(reason)]);
  });

  test.each([
    ['moved, with the same value', '| Task | Impact | Effort | Priority | When |', 3],
    ['set in bold', '| Task | **Priority** | Effort | Impact | When |', 1],
  ])('only its header changed, the column is %s: the value goes there, and Tab goes on from there', async (_what, header, column) => {
    await open();
    await pressKeys(host, 'ArrowDown', 'ArrowRight', 'F2');
    await type('99h');
    host.writeExternally('gaps.md', GAPS.replace(HEADER, header));
    await pressKeys(host, 'Tab');
    const cells = ['Backups', 'Low', 'S', 'Low'].map((cell, at) => (at === column ? '99h' : cell));
    expect(disk()).toBe(GAPS.replace(HEADER, header).replace('| Backups | Low | S | Low |', `| ${cells.join(' | ')} |`));
    await type('5d');
    await pressKeys(host, 'Enter');
    expect(disk()).toContain(`| ${cells.map((cell, at) => (at === 2 ? '5d' : cell)).join(' | ')} |`);
  });

  test('lines that come above it do no harm', async () => {
    await open();
    await pressKeys(host, 'F2');
    await type('Low');
    const changed = GAPS.replace('# Gaps\n', '# Gaps\n\nMore\n');
    host.writeExternally('gaps.md', changed);
    await host.settle();
    await pressKeys(host, 'Enter');
    expect(disk()).toBe(changed.replace('**Critical**', 'Low'));
  });

  test('a row that goes while its cell is edited says so, with what was typed', async () => {
    await open();
    await pressKeys(host, 'F2');
    await type('typed so far');
    host.writeExternally('gaps.md', GAPS.replace('Login', 'Signing in'));
    await host.settle();
    expect([field(), notices().join()]).toEqual([null, expect.stringContaining('typed so far')]);
  });

  test('a value that can’t stand in a cell is refused', async () => {
    await open('# Gaps\n\nTask | Priority\n--- | ---\nLogin | High\n');
    await pressKeys(host, 'F2');
    await type('');
    await pressKeys(host, 'Enter');
    expect([disk(), notices().length]).toEqual(['# Gaps\n\nTask | Priority\n--- | ---\nLogin |  |\n', 1]);
  });
});
