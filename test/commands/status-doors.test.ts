// The doors beside the commands of a path: what the picker says of each status, unknown words, checkboxes of the workflow, and commands that follow the settings.
import type { MarkdownView } from 'obsidian';
import { afterEach, describe, expect, test } from 'vitest';
import { DEFAULT_WORKFLOW } from '../../src/core/status/workflow';
import { choose, clickButton, fillIn, find, findAll, notices, offered, press } from '../support/at-the-keyboard';
import { closeDialogs, dialog, input, isAsked, OPEN_CHECKS } from './move-plans';
import { closePlugin, openPlugin, type PluginHost, run, TODAY } from './open-plugin';

let host: PluginHost;
let view: MarkdownView;
afterEach(async () => {
  closeDialogs(host);
  await closePlugin(host);
});

async function open(text = OPEN_CHECKS): Promise<void> {
  host = await openPlugin({ 'a.md': text });
  view = await host.open('a.md');
}

const disk = (): string => host.disk.get('a.md') ?? '';
const lastRow = (): string => disk().trimEnd().split('\n').at(-1) ?? '';
const notes = (): string[] => findAll('.suggestion-item').map((item) => item.children[1]?.textContent ?? '');

describe('the picker', () => {
  test('under each status it says what stands in its way', async () => {
    await open(OPEN_CHECKS.replace('# Sync plan', '# Sync plan\n\nOwner: [Name]\n\nTeam: {TEAM}'));
    await run(host, 'set-status');
    expect(offered()[0]).toBe('Completed');
    expect(notes()[0]).toBe('Next: 2 verification items are not ticked, 1 to be done by hand; 2 placeholders are left');
    expect(notes()[offered().indexOf('In Review')]).toBe('2 placeholders are left');
    expect(notes()[offered().indexOf('Cancelled')]).toBe('');
    expect(find('.prompt-instructions').textContent).toContain('with a note');
  });

  test('Mod+Enter asks for a note, which stands in the row', async () => {
    await open();
    await run(host, 'set-status');
    press('ArrowDown');
    press('Enter', { ctrlKey: true });
    await host.settle();
    expect([isAsked(), find('.modal-title').textContent, disk()]).toEqual([true, 'In Progress → Approved', OPEN_CHECKS]);
    fillIn(input('Note'), 'after the call');
    clickButton('Apply', dialog());
    await host.settle();
    expect(lastRow()).toBe(`| ${TODAY} | Ops | Status: In Progress → Approved — after the call |`);
  });

  test('a word that the workflow does not know can be given a meaning: the settings change, the note does not', async () => {
    const unknown = OPEN_CHECKS.replaceAll('In Progress', 'paused');
    await open(unknown);
    await run(host, 'set-status');
    expect(offered().at(-1)).toBe('Map “paused” to…');
    choose('Map “paused” to…');
    await host.settle();
    choose('In Progress');
    await host.settle();
    expect([disk(), notices()]).toEqual([unknown, ['“paused” means In Progress from now on.']]);
    await run(host, 'set-status');
    expect([offered()[0], offered().at(-1)]).toEqual(['Completed', 'In Progress']);
  });

  test('a known status is not offered to be mapped', async () => {
    await open();
    await run(host, 'set-status');
    expect(offered().join()).not.toContain('Map');
  });
});

describe('checkboxes of the workflow', () => {
  test('one that stands for a status moves the plan there, ticks the property and logs the move; one undo takes all of it back', async () => {
    const draft = OPEN_CHECKS.replaceAll('In Progress', 'Draft');
    await open(draft);
    await run(host, 'toggle-approved');
    expect(disk()).toContain('\nstatus: Approved\n');
    expect(disk()).toContain('\napproved: true\n');
    expect(lastRow()).toBe(`| ${TODAY} | Ops | Status: Draft → Approved |`);
    view.editor.undo();
    expect(view.editor.getValue()).toBe(draft);
  });

  test('it does not take back a plan that is further on', async () => {
    await open();
    await run(host, 'toggle-approved');
    expect(disk()).toContain('\nstatus: In Progress\n');
    expect(disk()).toContain('\napproved: true\n');
  });

  test('it passes the gates of its status', async () => {
    const draft = OPEN_CHECKS.replaceAll('In Progress', 'Draft').replace('updated', 'approved: [\nupdated');
    await open(draft);
    await run(host, 'toggle-approved');
    expect(disk()).toBe(draft);
    expect(notices().join()).toMatch(/frontmatter/i);
  });

  test('a flag is logged, on and off', async () => {
    await open();
    await run(host, 'toggle-blocked');
    expect(disk()).toContain('\nblocked: true\n');
    expect(lastRow()).toBe(`| ${TODAY} | Ops | Blocked |`);
    expect(notices()).toEqual(['Blocked is on now.']);
    await run(host, 'toggle-blocked');
    expect(disk()).toContain('\nblocked: false\n');
    expect(lastRow()).toBe(`| ${TODAY} | Ops | No longer blocked |`);
  });

  test('twice at once it is ticked once', async () => {
    await open();
    host.runCommand('toggle-blocked');
    host.runCommand('toggle-blocked');
    await host.settle();
    expect(disk()).toContain('\nblocked: true\n');
    expect(disk().match(/Blocked/g)).toHaveLength(1);
  });
});

describe('commands follow the settings', () => {
  const names = (): string[] => host.host.commands.allCommands().map(({ id, name }) => `${id.replace('plan-rollup:', '')} ${name.replace('Plan Rollup: ', '')}`).filter((name) => /^(?:set-status-|toggle-)/.test(name));

  test('each status and each checkbox has one', async () => {
    await open();
    expect(names()).toContain('set-status-in-review Set plan status to In Review');
    expect(names()).toContain('toggle-blocked Toggle blocked');
  });

  test('a status that is gone, renamed or new', async () => {
    await open();
    const [first, second, ...others] = DEFAULT_WORKFLOW.statuses;
    if (!first || !second) throw new Error('The default workflow has statuses.');
    const statuses = [first, { ...second, name: 'Looked at' }, ...others.filter(({ id }) => id !== 'cancelled'), { ...second, id: 'parked', name: 'Parked', aliases: [] }];
    const store = host.plugin as unknown as { readonly store: { change(part: object): Promise<void> } };
    await store.store.change({ workflows: [{ ...DEFAULT_WORKFLOW, statuses, toggles: [{ property: 'On hold', name: 'On hold', to: null }] }] });
    expect(names().some((name) => name.startsWith('set-status-cancelled'))).toBe(false);
    expect(names().filter((name) => name.startsWith('set-status-in-review'))).toEqual(['set-status-in-review Set plan status to Looked at']);
    expect(names()).toContain('set-status-parked Set plan status to Parked');
    expect(names().filter((name) => name.startsWith('toggle-'))).toEqual(['toggle-on-hold Toggle on hold']);
    await run(host, 'set-status-parked');
    expect(disk()).toContain('\nstatus: Parked\n');
  });
});
