// The change-log entry, the jumps between placeholders, the pane; and what all commands have in common.
import type { MarkdownView } from 'obsidian';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { BUILT_IN_TEMPLATES } from '../../src/core/template/builtin';
import { clickButton, dialogField, dialogIsOpen, fillIn, find, findAll, notices, press } from '../support/at-the-keyboard';
import { closePlugin, openPlugin, type PluginHost, run, TODAY } from './open-plugin';

const LOG = '# Sync plan\n\n## Change Log\n\n| Date | Author | Change |\n| --- | --- | --- |\n| 2026-01-01 | QA | Created |\n';

let host: PluginHost;
let view: MarkdownView;
afterEach(() => closePlugin(host));

async function open(text: string): Promise<void> {
  host = await openPlugin({ 'a.md': text, 'b.md': 'B\n' });
  view = await host.open('a.md');
}

describe('why this is (not) a plan', () => {
  const items = (): string[] => findAll('.modal li').map(({ textContent }) => textContent ?? '');

  test('a plan: its reasons, and what is read in it', async () => {
    await open('# Sync plan\n\n**Status:** ✅ Done\n\n## Phase 1\n\n### Success criteria\n\n- [x] builds\n- [ ] runs\n\n### Hand-over\n\n- [ ] all\n\n## Change Log\n\n- 2026-01-01: begun\n');
    await run(host, 'explain-plan');
    expect(find('.modal-title').textContent).toBe('“Sync plan” is a plan');
    expect(items()).toEqual(expect.arrayContaining(['1 other task (below “Hand-over”), open', '2: it states a status', '2: it has verification items', 'The status “Done”, which means completed', '2 verification items, 1 of them open', '1 phase', 'A change log with 1 entry']));
    expect(host.disk.get('a.md')).toContain('✅ Done');
  });

  test('no plan: what it lacks, and what hides its content, with the line', async () => {
    await open('# Book\n\nStatus: reading it\n\n```\n- [ ] hidden\n');
    await run(host, 'explain-plan');
    expect([find('.modal-title').textContent, find('.modal p').textContent]).toEqual(['“Book” is not a plan', 'It has 2 points of evidence; 4 make a plan.']);
    expect(items()).toEqual(['2: it states a status', 'The status “reading it”, which the workflow does not know', expect.stringMatching(/^Line 5: .*never closed/)]);
  });

  test('the property decides, and an empty note says that nothing was found', async () => {
    await open('---\nplan: true\n---\n');
    await run(host, 'explain-plan');
    expect([find('.modal-title').textContent, items()]).toEqual(['“a.md” is a plan', ['4: the property “plan” says true', 'Nothing that the pane would show']]);
  });
});

describe('adding a change-log entry', () => {
  test('the answer becomes a row of today, by the author of the settings; one undo takes it back', async () => {
    await open(LOG);
    await run(host, 'add-log-entry');
    expect(find('.modal').textContent).toContain(TODAY);
    fillIn(dialogField(), 'Moved the a | b switch');
    press('Enter');
    await host.settle();
    expect(host.disk.get('a.md')).toBe(`${LOG}| ${TODAY} | Ops | Moved the a \\| b switch |\n`);
    expect(notices()).toEqual(['Change-log entry added.']);
    view.editor.undo();
    expect(view.editor.getValue()).toBe(LOG);
  });

  test('the same again writes nothing and says so', async () => {
    await open(`${LOG}| ${TODAY} | Ops | Same |\n`);
    await run(host, 'add-log-entry');
    fillIn(dialogField(), 'Same');
    clickButton('Add');
    await host.settle();
    expect(host.disk.get('a.md')).toBe(`${LOG}| ${TODAY} | Ops | Same |\n`);
    expect(notices()).toEqual(['The newest entry says so already.']);
  });

  test('an empty answer is asked for again; Escape writes nothing', async () => {
    await open(LOG);
    await run(host, 'add-log-entry');
    fillIn(dialogField(), '  ');
    press('Enter');
    expect([dialogIsOpen(), find('[role="alert"]').textContent !== '']).toEqual([true, true]);
    fillIn(dialogField(), 'Half');
    expect(find('[role="alert"]').textContent).toBe('');
    press('Escape');
    await host.settle();
    expect([dialogIsOpen(), host.disk.get('a.md'), notices()]).toEqual([false, LOG, []]);
  });

  test('Enter that ends the composing of a word does not send the answer', async () => {
    await open(LOG);
    await run(host, 'add-log-entry');
    fillIn(dialogField(), '変更');
    press('Enter', { isComposing: true });
    expect(dialogIsOpen()).toBe(true);
  });

  test('a log that can’t take a row is refused with the reason', async () => {
    const hidden = '# Sync plan\n\n```\nnever closed\n';
    await open(hidden);
    await run(host, 'add-log-entry');
    fillIn(dialogField(), 'Moved');
    press('Enter');
    await host.settle();
    expect(host.disk.get('a.md')).toBe(hidden);
    expect(notices().join()).toContain('fence');
  });
});

describe('jumping between placeholders', () => {
  const SLOTS = '# [Name] plan\n\nFor {TEAM}.\n\nSee [link](x) and [[Note]].\n\n- [ ] [What to check]\n';

  test('next and previous go round the note and select one placeholder each', async () => {
    await open(SLOTS);
    view.editor.setCursor({ line: 0, ch: 0 });
    const seen: string[] = [];
    for (let step = 0; step < 4; step++) {
      await run(host, 'next-placeholder');
      seen.push(view.editor.getSelection());
    }
    for (let step = 0; step < 2; step++) {
      await run(host, 'previous-placeholder');
      seen.push(view.editor.getSelection());
    }
    expect(seen).toEqual(['[Name]', '{TEAM}', '[What to check]', '[Name]', '[What to check]', '{TEAM}']);
    expect(host.disk.get('a.md')).toBe(SLOTS);
  });

  test('from within a placeholder next goes on, not back to its own start', async () => {
    await open(SLOTS);
    view.editor.setCursor({ line: 0, ch: 4 });
    await run(host, 'next-placeholder');
    expect(view.editor.getSelection()).toBe('{TEAM}');
  });

  test('a placeholder at the caret is the next one', async () => {
    await open('[Name] plan for {TEAM}\n');
    view.editor.setCursor({ line: 0, ch: 0 });
    await run(host, 'next-placeholder');
    expect([view.editor.getSelection(), notices()]).toEqual(['[Name]', []]);
  });

  test('a note with one placeholder keeps it selected', async () => {
    await open('Dear [Name], hello.\n');
    for (const id of ['next-placeholder', 'next-placeholder', 'previous-placeholder']) {
      await run(host, id);
      expect(view.editor.getSelection()).toBe('[Name]');
    }
  });

  test('without any, the person hears so', async () => {
    await open('All filled in.\n');
    await run(host, 'next-placeholder');
    await run(host, 'previous-placeholder');
    expect(notices()).toEqual(Array(2).fill('No placeholders are left in this note.'));
  });
});

describe('the pane', () => {
  test('opens in the right sidebar with the focus, once, however often', async () => {
    await open(LOG);
    for (let time = 0; time < 3; time++) await run(host, 'open-rollup');
    const leaves = host.app.workspace.getLeavesOfType('plan-rollup');
    expect(leaves.map((leaf) => leaf.getRoot() === host.app.workspace.rightSplit)).toEqual([true]);
    expect(leaves[0]?.view.containerEl.contains(document.activeElement)).toBe(true);
  });

  test('opens by itself when the plugin is switched on for the first time, and leaves the focus where it is', async () => {
    host = await openPlugin({ 'a.md': LOG }, { data: undefined });
    expect(host.app.workspace.getLeavesOfType('plan-rollup')).toHaveLength(1);
    expect(host.app.workspace.getLeavesOfType('plan-rollup')[0]?.view.containerEl.contains(document.activeElement)).toBe(false);
  });

  test('does not open by itself later', async () => {
    host = await openPlugin({ 'a.md': LOG });
    expect(host.app.workspace.getLeavesOfType('plan-rollup')).toEqual([]);
  });

  test('the ribbon opens it too', async () => {
    host = await openPlugin({ 'a.md': LOG });
    find('.side-dock-ribbon-action[aria-label="Open plan rollup"]').click();
    await host.settle();
    expect(host.app.workspace.getLeavesOfType('plan-rollup')).toHaveLength(1);
  });
});

describe('all commands', () => {
  test('are there under their names', async () => {
    await open(LOG);
    const names = host.app.commands.allCommands().filter(({ id }) => id.startsWith('plan-rollup:')).map(({ id }) => id.replace('plan-rollup:', ''));
    expect(names).toEqual(expect.arrayContaining(['insert-plan', 'create-plan', 'next-placeholder', 'previous-placeholder', 'fill-placeholders', 'set-status', 'advance-status', 'revert-status', 'add-log-entry', 'open-rollup']));
    expect(new Set(names).size).toBe(names.length);
  });

  test('are named as the store wants it: sentence case, neither “command” nor the plugin’s name, no hotkeys', async () => {
    await open(LOG);
    const statuses = /(?:In Review|Approved|In Progress|Completed|Superseded|Cancelled|Draft)$/;
    for (const { id, name, hotkeys, icon } of host.app.commands.allCommands().filter((command) => command.id.startsWith('plan-rollup:'))) {
      const ownId = id.replace('plan-rollup:', '');
      const ownName = name.replace('Plan Rollup: ', '');
      expect(`${ownId} ${ownName}`).not.toMatch(/command|plan-rollup|plan rollup/i);
      expect(ownId).toMatch(/^[a-z]+(?:-[a-z]+)*$/);
      expect(ownName.replace(statuses, '')).toMatch(/^[A-Z][^A-Z]*$/);
      expect([hotkeys, typeof icon]).toEqual([undefined, 'string']);
    }
  });

  test('that need a note are not offered without one', async () => {
    host = await openPlugin({ 'a.txt': 'no note' });
    const offered = host.app.commands.listCommands().filter(({ id }) => id.startsWith('plan-rollup:')).map(({ id }) => id.replace('plan-rollup:', ''));
    expect(offered).toEqual(['create-plan', ...BUILT_IN_TEMPLATES.map(({ id }) => `create-${id}`), 'edit-built-in-template', 'check-all-plans', 'open-rollup', 'open-rollup-tab', 'snapshot-rollup']);
  });

  test('that are looked at by the palette do nothing', async () => {
    await open(LOG);
    const write = vi.spyOn(host.adapter, 'write');
    host.app.commands.listCommands();
    await host.settle();
    expect([write.mock.calls.length, dialogIsOpen(), findAll('.notice').length]).toEqual([0, false, 0]);
  });
});
