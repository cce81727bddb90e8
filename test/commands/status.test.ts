// Moving a plan's status: the picker's order, one step on or back, a status by name; and what is refused, with its reason.
import type { MarkdownView } from 'obsidian';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { DEFAULT_WORKFLOW } from '../../src/core/status/workflow';
import { choose, dialogField, dialogIsOpen, findAll, notices, offered, press } from '../support/at-the-keyboard';
import { closePlugin, openPlugin, type PluginHost, run, TODAY } from './open-plugin';

const plan = (status: string): string => `---\ntype: plan\nstatus: ${status}\nupdated: 2026-01-01\n---\n# Sync plan\n\n**Status:** ${status}\n\n## Change Log\n\n| Date | Author | Change |\n| --- | --- | --- |\n| 2026-01-01 | QA | Created |\n`;
const moved = (from: string, to: string): string =>
  `${plan(to).replace('2026-01-01\n---', `${TODAY}\n---`)}| ${TODAY} | Ops | Status: ${from} → ${to} |\n`;

let host: PluginHost;
let view: MarkdownView;
afterEach(() => closePlugin(host));

async function open(text: string): Promise<void> {
  host = await openPlugin({ 'a.md': text, 'b.md': 'B\n' });
  view = await host.open('a.md');
}

describe('the picker', () => {
  test('what comes next stands first, the current status last, both say so', async () => {
    await open(plan('In Review'));
    await run(host, 'set-status');
    expect(offered()).toEqual(['Approved', 'Draft', 'In Progress', 'Completed', 'Superseded', 'Cancelled', 'In Review']);
    const notes = findAll('.suggestion-item').map((item) => item.children[1]?.textContent ?? '');
    expect([notes[0], notes.at(-1)]).toEqual(['Next', 'Current status']);
    expect(dialogField().placeholder).toContain('In Review');
  });

  test('choosing writes the status everywhere it stands, the updated date and one log row; one undo takes it back', async () => {
    await open(plan('Draft'));
    await run(host, 'set-status');
    choose('In Review');
    await host.settle();
    expect(host.disk.get('a.md')).toBe(moved('Draft', 'In Review'));
    expect(notices()).toEqual(['Status is In Review now.']);
    view.editor.undo();
    expect(view.editor.getValue()).toBe(plan('Draft'));
  });

  test('Enter takes what stands first', async () => {
    await open(plan('Approved'));
    await run(host, 'set-status');
    press('Enter');
    await host.settle();
    expect(host.disk.get('a.md')).toBe(moved('Approved', 'In Progress'));
  });

  test('Escape writes nothing', async () => {
    await open(plan('Draft'));
    await run(host, 'set-status');
    press('Escape');
    await host.settle();
    expect([dialogIsOpen(), host.disk.get('a.md'), notices()]).toEqual([false, plan('Draft'), []]);
  });

  test('choosing the current status writes nothing and says so', async () => {
    await open(plan('Draft'));
    await run(host, 'set-status');
    choose('Draft');
    await host.settle();
    expect([host.disk.get('a.md'), notices()]).toEqual([plan('Draft'), ['Status was Draft already.']]);
  });

  test('when the status changes while the picker is open the move is refused, and the person hears both', async () => {
    await open(plan('Draft'));
    await run(host, 'set-status');
    host.writeExternally('a.md', plan('Approved'));
    await host.settle();
    choose('In Review');
    await host.settle();
    expect(host.disk.get('a.md')).toBe(plan('Approved'));
    expect(notices().join()).toMatch(/Draft.*Approved/);
  });

  test('when something else of the note changes meanwhile the move is made', async () => {
    await open(plan('Draft'));
    await run(host, 'set-status');
    host.writeExternally('a.md', plan('Draft').replace('# Sync plan', '# Sync plan\n\nMore.'));
    await host.settle();
    choose('In Review');
    await host.settle();
    expect(host.disk.get('a.md')).toBe(moved('Draft', 'In Review').replace('# Sync plan', '# Sync plan\n\nMore.'));
  });

  test('the move is made in the note the picker was opened for, whichever is in front then', async () => {
    await open(plan('Draft'));
    await run(host, 'set-status');
    const other = host.app.vault.getFileByPath('b.md');
    if (other) await view.leaf.openFile(other);
    choose('In Review');
    await host.settle();
    expect([host.disk.get('a.md'), host.disk.get('b.md')]).toEqual([moved('Draft', 'In Review'), 'B\n']);
  });

  test('a note deleted meanwhile stays deleted', async () => {
    await open(plan('Draft'));
    await run(host, 'set-status');
    host.removeExternally('a.md');
    await host.settle();
    choose('In Review');
    await host.settle();
    expect([[...host.disk.keys()], notices().length]).toEqual([['b.md'], 1]);
  });
});

describe('one step', () => {
  test.each([['Draft', 'In Review'], ['In Review', 'Approved'], ['Approved', 'In Progress'], ['In Progress', 'Completed']])('%s advances to %s and reverts', async (from, to) => {
    await open(plan(from));
    await run(host, 'advance-status');
    expect(host.disk.get('a.md')).toBe(moved(from, to));
    await run(host, 'revert-status');
    expect(host.disk.get('a.md')).toContain(`status: ${from}\n`);
  });

  test.each([['advance-status', 'Completed', 'last'], ['revert-status', 'Draft', 'first'], ['advance-status', 'Cancelled', 'Cancelled']])('%s at %s is refused with the reason', async (command, status, word) => {
    await open(plan(status));
    await run(host, command);
    expect(host.disk.get('a.md')).toBe(plan(status));
    expect(notices().join()).toContain(word);
  });

  test('a note without a status gets the first one', async () => {
    await open('# Sync plan\n');
    await run(host, 'advance-status');
    expect(host.disk.get('a.md')).toMatch(/^---\nstatus: Draft\n---\n# Sync plan\n/);
  });

  test('given again while it is under way it is one step, not two', async () => {
    await open(plan('Draft'));
    host.runCommand('advance-status');
    host.runCommand('advance-status');
    await host.settle();
    expect(host.disk.get('a.md')).toBe(moved('Draft', 'In Review'));
  });

  test('it works on a note in reading view', async () => {
    await open(plan('Draft'));
    await view.setState({ mode: 'preview' }, { history: false });
    await run(host, 'advance-status');
    expect(host.disk.get('a.md')).toBe(moved('Draft', 'In Review'));
  });

  test('it works while the pane has the focus: the note last in front is meant', async () => {
    await open(plan('Draft'));
    await run(host, 'open-rollup');
    await run(host, 'advance-status');
    expect(host.disk.get('a.md')).toBe(moved('Draft', 'In Review'));
  });

  test('broken frontmatter is refused with the reason, bytes untouched', async () => {
    const broken = plan('Draft').replace('updated:', 'updated: [');
    await open(broken);
    await run(host, 'advance-status');
    expect(host.disk.get('a.md')).toBe(broken);
    expect(notices().join()).toMatch(/frontmatter/i);
  });

  test('a save that fails is no success, and says what happened', async () => {
    await open(plan('Draft'));
    vi.spyOn(host.adapter, 'write').mockRejectedValue(new Error('disk full'));
    await run(host, 'advance-status');
    expect(notices().join()).toContain('disk full');
    expect(notices().join()).not.toContain('Status is');
    expect(host.disk.get('a.md')).toBe(plan('Draft'));
  });

  test('a note that can’t be read any more is said, not thrown', async () => {
    host = await openPlugin({ 'a.md': plan('Draft') });
    view = await host.open('a.md');
    await view.setState({ mode: 'preview' }, { history: false });
    vi.spyOn(host.adapter, 'read').mockRejectedValue(new Error('EIO'));
    for (const id of ['advance-status', 'set-status', 'set-status-approved']) await run(host, id);
    expect([notices().length, dialogIsOpen()]).toEqual([3, false]);
    vi.restoreAllMocks();
  });
});

describe('a status by its own command', () => {
  test.each(DEFAULT_WORKFLOW.statuses.filter(({ asks }) => !asks).map(({ id, name }) => [id, name]))('set-status-%s writes %s', async (id, name) => {
    await open(plan(name === 'Draft' ? 'Approved' : 'Draft'));
    await run(host, `set-status-${id}`);
    expect(host.disk.get('a.md')).toBe(moved(name === 'Draft' ? 'Approved' : 'Draft', name));
  });

  test('given again it writes nothing', async () => {
    await open(plan('Draft'));
    await run(host, 'set-status-draft');
    expect([host.disk.get('a.md'), notices()]).toEqual([plan('Draft'), ['Status was Draft already.']]);
  });
});
