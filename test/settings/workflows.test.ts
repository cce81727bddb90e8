// Workflows as a person edits them in the settings: what is asked, what is kept, what is said at a field, and that notes stay as they are.
import { afterEach, describe, expect, test, vi } from 'vitest';
import type { Workflow } from '../../src/core/status/workflow';
import { clickButton, dialogIsOpen, fillIn, find, findAll, press } from '../support/at-the-keyboard';
import { closePlugin, openPlugin, type PluginHost, run } from '../commands/open-plugin';

const FILE = '.obsidian/plugins/plan-rollup/data.json';
const NOTE = '---\ntype: plan\nstatus: In Progress\n---\n# Pumps\n';

let host: PluginHost;
afterEach(() => closePlugin(host));

/** The dialog in front. */
const front = (): HTMLElement => findAll('.modal').at(-1) ?? document.body;
const button = (name: string): HTMLButtonElement => find(`button[aria-label="${name}"]`, front()) as HTMLButtonElement;
const field = (name: string): HTMLInputElement => find(`[aria-label="${name}"]`, front()) as HTMLInputElement;
const box = (row: string, label: string): HTMLInputElement => {
  const found = findAll('label', find(`[role="group"][aria-label="${row}"]`, front())).find(({ textContent }) => textContent === label);
  if (!found) throw new Error(`“${label}” is not offered.`);
  return find('input', found) as HTMLInputElement;
};
const errors = (): string[] => findAll('.setting-item-error', front()).map(({ textContent }) => textContent ?? '');
const statuses = (): string[] => findAll('[role="list"][aria-label="Statuses"] .setting-item-name', front()).map(({ textContent }) => textContent ?? '');
const stored = (): readonly Workflow[] => (JSON.parse(host.disk.get(FILE) ?? '{}') as { workflows?: readonly Workflow[] }).workflows ?? [];
const focused = (): string | null => document.activeElement?.getAttribute('aria-label') ?? null;

async function click(name: string): Promise<void> {
  button(name).focus();
  button(name).click();
  await host.settle();
}

async function choose(name: string, value: string): Promise<void> {
  const select = field(name);
  select.focus();
  select.value = value;
  select.dispatchEvent(new Event('change', { bubbles: true }));
  await host.settle();
}

/** Writes into a field and leaves it. */
async function write(name: string, text: string): Promise<void> {
  fillIn(field(name), text);
  field(name).dispatchEvent(new Event('change', { bubbles: true }));
  await host.settle();
}

async function openSettings(data = '{}', files: Record<string, string> = {}): Promise<void> {
  host = await openPlugin({ 'Plans/a.md': NOTE, ...files, [FILE]: data }, { withObsidianFolder: true, data: undefined });
  host.app.setting.openTabById('plan-rollup');
}

async function openWorkflow(data?: string): Promise<void> {
  await openSettings(data);
  await click('Edit Plans');
}

describe('statuses', () => {
  test('a new one takes its place on the path and is stored; notes stay as they are', async () => {
    await openWorkflow();
    await click('Add status');
    fillIn(field('Name'), ' Blocked ');
    await choose('Place', 'in-progress');
    expect([field('Group').value, box('Leads to', 'Completed').checked, box('Comes after', 'In Progress').checked, focused()]).toEqual(['doing', true, true, 'Place']);
    await choose('Color', 'orange');
    clickButton('Add', front());
    await host.settle();
    expect([statuses(), focused()]).toEqual([['Draft', 'In Review', 'Approved', 'In Progress', 'Blocked', 'Completed', 'Superseded', 'Cancelled'], 'Edit Blocked']);
    expect(stored()[0]?.statuses[4]).toEqual({ id: 'blocked', name: 'Blocked', aliases: [], group: 'doing', next: ['completed'], color: 'orange' });
    expect(host.disk.get('Plans/a.md')).toBe(NOTE);
  });

  test('what won’t do is said at its field and not kept', async () => {
    await openWorkflow();
    await click('Add status');
    press('Enter');
    expect(errors()).toEqual(['Give the status a name with at least one letter or digit.']);
    fillIn(field('Name'), 'done');
    fillIn(field('Other spellings'), 'waiting, WIP');
    expect(errors()).toEqual([]);
    press('Enter');
    expect([errors(), focused(), field('Name').getAttribute('aria-invalid')]).toEqual([['“done” means “Completed” already. Take another word, or remove that spelling there first.', '“WIP” means “In Progress” already. Take another word, or remove that spelling there first.'], 'Name', 'true']);
    press('Escape');
    expect([statuses().length, stored()]).toEqual([7, []]);
  });

  test.each(['Done, really', 'Draft (old)', 'Draft / Done', 'Ready: now', '**Bold**', 'TBD', '✅ Ok', 'one two three four', 'On hold - now'])('%j can’t be read again in a note, so it is no name', async (name) => {
    await openWorkflow();
    await click('Add status');
    fillIn(field('Name'), name);
    press('Enter');
    expect([errors().length, stored()]).toEqual([1, []]);
  });

  test('a renamed one says that notes stay, keeps the old name, and is read in them', async () => {
    await openWorkflow();
    await click('Edit In Progress');
    fillIn(field('Name'), 'Building');
    expect(front().textContent).toContain('Notes that say “In Progress” are not changed and still mean this status: that name stays as another spelling.');
    clickButton('Save', front());
    await host.settle();
    expect(stored()[0]?.statuses[3]).toMatchObject({ id: 'in-progress', name: 'Building', aliases: ['In Progress', 'started'].concat(['doing']).concat(stored()[0]?.statuses[3]?.aliases.slice(3) ?? []) });
    expect(host.disk.get('Plans/a.md')).toBe(NOTE);
    host.app.setting.close();
    await host.open('Plans/a.md');
    await run(host, 'advance-status');
    expect(host.disk.get('Plans/a.md')).toContain('status: Completed');
  });

  test('move by their buttons and by Alt with an arrow key; the focus goes with them', async () => {
    await openWorkflow();
    await click('Move Approved up');
    expect([statuses().slice(0, 3), focused()]).toEqual([['Draft', 'Approved', 'In Review'], 'Move Approved up']);
    press('ArrowUp', { altKey: true });
    await host.settle();
    expect([statuses().slice(0, 3), focused()]).toEqual([['Approved', 'Draft', 'In Review'], 'Edit Approved']);
    press('ArrowUp', { altKey: true });
    press('ArrowDown');
    press('ArrowDown', { altKey: true });
    await host.settle();
    expect([statuses().slice(0, 3), stored()[0]?.statuses.slice(0, 3).map(({ name }) => name)]).toEqual([['Draft', 'Approved', 'In Review'], ['Draft', 'Approved', 'In Review']]);
    expect([button('Move Draft up').disabled, button('Move Cancelled down').disabled]).toEqual([true, true]);
  });

  test('one goes after a question; the last one can’t', async () => {
    await openWorkflow('{"workflows":[{"id":"default","name":"Plans","statuses":[{"name":"Open"},{"name":"Closed"}]}]}');
    await click('Remove Open');
    expect(front().textContent).toContain('Notes that say “Open” are not changed');
    clickButton('Cancel', front());
    await host.settle();
    expect(statuses()).toEqual(['Open', 'Closed']);
    await click('Remove Open');
    clickButton('Remove', front());
    await host.settle();
    expect([statuses(), stored()[0]?.statuses.length, focused(), button('A workflow has at least one status').disabled]).toEqual([['Closed'], 1, 'Add status', true]);
  });
});

describe('gates and toggles', () => {
  test('a level is stored at once, and counted', async () => {
    await openWorkflow();
    expect(find('summary', front()).textContent).toBe('Gates 8 block, 11 warn');
    await choose('Questions, Completed', 'block');
    expect([find('summary', front()).textContent, stored()[0]?.gates?.find(({ to }) => to === 'completed')?.levels.questions]).toEqual(['Gates 9 block, 10 warn', 'block']);
  });

  test('one move has gates of its own, once', async () => {
    await openWorkflow();
    await choose('To', 'draft');
    await click('Add gates of one move');
    expect(errors()).toEqual(['Choose two statuses.']);
    await choose('To', 'completed');
    await click('Add gates of one move');
    expect([errors(), focused()]).toEqual([[], 'Frontmatter, Completed from Draft']);
    await choose('Verification, Completed from Draft', 'off');
    expect(stored()[0]?.gates?.at(-1)).toEqual({ from: 'draft', to: 'completed', levels: { frontmatter: 'block', confirmation: 'block', work: 'warn', 'phase-order': 'warn', questions: 'warn', requirements: 'warn', violations: 'warn', placeholders: 'warn' } });
    await click('Add gates of one move');
    expect(errors()).toEqual(['This move has gates of its own already.']);
    await click('Remove the gates of Completed from Draft');
    expect([stored(), focused()]).toEqual([[], 'From']);
  });

  test('a toggle is added, changed and removed', async () => {
    await openWorkflow();
    await click('Add toggle');
    fillIn(field('Property'), 'APPROVED');
    press('Enter');
    expect(errors()).toEqual(['There is a toggle for “APPROVED” already.', 'Give the toggle a name.']);
    fillIn(field('Property'), 'paused');
    fillIn(field('Name'), 'Paused');
    press('Enter');
    await host.settle();
    expect([stored()[0]?.toggles?.at(-1), focused()]).toEqual([{ property: 'paused', name: 'Paused', to: null }, 'Edit the toggle Paused']);
    await click('Edit the toggle Paused');
    await choose('Moves to', 'approved');
    clickButton('Save', front());
    await host.settle();
    expect(stored()[0]?.toggles?.at(-1)?.to).toBe('approved');
    await click('Remove the toggle Paused');
    expect(stored()).toEqual([]);
  });

  test('a toggle whose status is removed says that it moves to none', async () => {
    await openWorkflow();
    const meanings = (): string[] => findAll('.setting-item-description', front()).map(({ textContent }) => textContent ?? '').filter((text) => text.startsWith('Property'));
    expect(meanings()).toEqual(['Property “approved”: moves to Approved', 'Property “blocked”: moves to no status, only logged']);
    await click('Remove Approved');
    expect(front().textContent).toContain('The toggle “Approved” moves to no status then, and is only logged.');
    clickButton('Remove', front());
    await host.settle();
    expect(meanings()[0]).toBe('Property “approved”: moves to no status, only logged');
  });
});

describe('workflows', () => {
  test('one is added, named, and followed by templates and folders; what another one has is not to be had', async () => {
    await openSettings('{"workflows":[{"id":"default","name":"Plans","statuses":[{"name":"Open"}],"templates":["feature-plan"],"folders":["Work"]}]}');
    clickButton('Add workflow');
    await host.settle();
    expect(stored().map(({ id, name }) => `${id ?? ''}: ${name ?? ''}`)).toEqual(['default: Plans', 'new-workflow: New workflow']);
    fillIn(field('Name'), 'plans');
    expect(errors()).toEqual(['A note that names “plans” means the workflow “Plans”. Take another name.']);
    await write('Name', 'Specs');
    expect([errors(), box('Templates', 'Feature plan (requirements and steps) (Plans)').disabled]).toEqual([[], true]);
    box('Templates', 'Spec plan (scope and constitution check)').click();
    fillIn(field('Folders'), 'Work');
    expect(errors()).toEqual(['Plans in “Work” follow the workflow “Plans” already.']);
    for (const [folder, problem] of [['/', 'Name a folder.'], ['../x', '../x']] as const) {
      await write('Folders', folder);
      expect(errors()[0]).toContain(problem);
    }
    await write('Folders', ' /Work/Specs/ \n\nPapers\n');
    expect(stored()[1]).toMatchObject({ id: 'new-workflow', name: 'Specs', templates: ['spec-plan'], folders: ['Work/Specs', 'Papers'] });
    press('Escape');
    await host.settle();
    expect([focused(), find('.plan-rollup-setting-row ~ .plan-rollup-setting-row .setting-item-description').textContent]).toEqual(['Edit Specs', 'Draft, In Review, Approved, In Progress, Completed, Superseded, Cancelled. Followed by plans made from spec-plan; plans in Work/Specs, Papers.']);
  });

  test('what stands in a field is kept when the dialog closes, if it will do', async () => {
    await openWorkflow();
    fillIn(field('Name'), 'Projects');
    fillIn(field('Folders'), '..');
    clickButton('Done', front());
    await host.settle();
    expect([stored()[0]?.name, stored()[0]?.folders, dialogIsOpen()]).toEqual(['Projects', undefined, true]);
  });

  test('one is duplicated, made the first, and removed after a question; the last one can’t be', async () => {
    await openSettings();
    expect(button('There is always one workflow').disabled).toBe(true);
    await click('Duplicate Plans');
    press('Escape');
    await host.settle();
    await click('Make Plans copy the first');
    expect([stored().map(({ name }) => name), focused()]).toEqual([['Plans copy', 'Plans'], 'Edit Plans copy']);
    await click('Remove Plans copy');
    clickButton('Remove', front());
    await host.settle();
    expect([stored(), focused()]).toEqual([[], 'Edit Plans']);
  });

  test('the default one comes back as it was', async () => {
    await openWorkflow();
    await choose('Questions, Completed', 'block');
    press('Escape');
    await host.settle();
    clickButton('Restore');
    await host.settle();
    clickButton('Restore', front());
    await host.settle();
    expect([stored(), findAll('button').find(({ textContent }) => textContent === 'Restore')?.hasAttribute('disabled')]).toEqual([[], true]);
  });

  test('a full disk is told in the dialog, and the change counts until the app is closed', async () => {
    await openWorkflow();
    vi.spyOn(host.plugin, 'saveData').mockRejectedValueOnce(new Error('ENOSPC'));
    await choose('Questions, Completed', 'block');
    expect(find('[role="alert"]', front()).textContent).toBe('The settings could not be stored. They count until the app is closed.');
    await choose('Questions, Completed', 'warn');
    expect(find('[role="alert"]', front()).textContent).toBe('');
  });
});

test('the header, changes by hand and the days until a plan is stale', async () => {
  await openSettings();
  const row = (name: string): HTMLElement => findAll('.setting-item').find((item) => item.querySelector('.setting-item-name')?.textContent === name) as HTMLElement;
  find('.checkbox-container', row('Show status header')).click();
  const select = find('select', row('Status changed by hand')) as HTMLSelectElement;
  expect(Array.from(select.options).map(({ text }) => text)).toEqual(['Off', 'Ask', 'Add the row automatically']);
  select.value = 'automatic';
  select.dispatchEvent(new Event('change'));
  fillIn(find('input', row('Stale after')) as HTMLInputElement, '2.5');
  await host.settle();
  expect(row('Stale after').textContent).toContain('Enter a whole number of days');
  fillIn(find('input', row('Stale after')) as HTMLInputElement, '14');
  await host.settle();
  expect(JSON.parse(host.disk.get(FILE) ?? '')).toMatchObject({ showsHeader: false, handMoves: 'automatic', staleDays: 14 });
});

test('configured statuses have their commands from the start', async () => {
  await openSettings('{"workflows":[{"statuses":[{"name":"Open"},{"name":"On hold"}]}]}', { 'b.md': '---\ntype: plan\nstatus: Open\n---\n' });
  host.app.setting.close();
  await host.open('b.md');
  await run(host, 'set-status-on-hold');
  expect([host.disk.get('b.md')?.includes('status: On hold'), host.runCommand('set-status-draft')]).toEqual([true, false]);
});
