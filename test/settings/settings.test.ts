// The settings as a person meets them: in their tab, in what they change, and when their file is broken.
import { afterEach, describe, expect, test, vi } from 'vitest';
import { DEFAULT_SETTINGS } from '../../src/settings/settings';
import { SettingsStore } from '../../src/settings/settings-store';
import { choose, clickButton, dialogField, fillIn, find, findAll, press } from '../support/at-the-keyboard';
import { closePlugin, openPlugin, type PluginHost, run } from '../commands/open-plugin';

const FILE = '.obsidian/plugins/plan-rollup/data.json';
/** What is written of the defaults: workflows only when the user changed them. */
const STORED = Object.fromEntries(Object.entries(DEFAULT_SETTINGS).filter(([key]) => key !== 'workflows'));

let host: PluginHost;
afterEach(() => closePlugin(host));

function field(name: string): HTMLInputElement {
  const row = findAll('.setting-item').find((item) => item.querySelector('.setting-item-name')?.textContent === name);
  if (!row) throw new Error(`There is no setting “${name}”.`);
  return find('input', row) as HTMLInputElement;
}

async function set(name: string, value: string): Promise<void> {
  host.app.setting.openTabById('plan-rollup');
  fillIn(field(name), value);
  await host.settle();
}

/** Opens the plugin over a data.json with exactly this text. */
async function openWith(text: string, files: Record<string, string> = {}): Promise<void> {
  host = await openPlugin({ ...files, [FILE]: text }, { withObsidianFolder: true, data: undefined });
}

describe('the tab', () => {
  test('shows every setting with its value and a sentence', async () => {
    host = await openPlugin({}, { data: { planFolder: 'Work/Plans', author: 'Platform' } });
    host.app.setting.openTabById('plan-rollup');
    expect([field('Folder for new plans').value, field('Author').value]).toEqual(['Work/Plans', 'Platform']);
    // A row that only adds to a list has a button and no sentence.
    for (const description of findAll('.setting-item:not(.setting-item-heading):has(.setting-item-name:not(:empty)) .setting-item-description')) expect(description.textContent).toMatch(/\.$/);
  });

  test('a change is stored, and counts at once', async () => {
    await openWith('{"version": 1, "planFolder": "Plans", "author": "Ops"}', { 'a.md': '# A\n\n## Change Log\n\n| Date | Author | Change |\n| --- | --- | --- |\n' });
    await set('Author', '  Platform  ');
    expect(JSON.parse(host.disk.get(FILE) ?? '')).toEqual({ ...STORED, author: 'Platform' });
    host.app.setting.close();
    await host.open('a.md');
    await run(host, 'add-log-entry');
    fillIn(dialogField(), 'Done');
    clickButton('Add');
    await host.settle();
    expect(host.disk.get('a.md')).toContain('| Platform | Done |');
  });

  test('the folder of new plans may be the vault itself', async () => {
    await openWith('{"planFolder": "Plans"}');
    await set('Folder for new plans', '');
    host.app.setting.close();
    await run(host, 'create-plan');
    choose('Feature plan');
    await host.settle();
    fillIn(dialogField(), 'Top');
    press('Enter');
    await host.settle();
    expect(host.disk.has('Top.md')).toBe(true);
  });

  test('a folder that no note can lie in is said to be so, and not taken', async () => {
    await openWith('{}');
    await set('Folder for new plans', '../out');
    expect(document.body.textContent).toContain('../out');
    expect(host.disk.get(FILE)).toBe('{}');
  });

  test('the name of new notes and the form of warnings are stored; a pattern that names nothing is not', async () => {
    await openWith('{}');
    await set('Name of new plan notes', '{{date}} {{title}}');
    find('.checkbox-container, [role="switch"]').click();
    await host.settle();
    expect(JSON.parse(host.disk.get(FILE) ?? '')).toEqual({ ...STORED, noteName: '{{date}} {{title}}', hasCallouts: true });
    await set('Name of new plan notes', '{{date:YYYY}}/{{title}}');
    expect([JSON.parse(host.disk.get(FILE) ?? ''), document.body.textContent?.includes('A name has no folders')]).toEqual([expect.objectContaining({ noteName: '{{date}} {{title}}' }), true]);
    await set('Name of new plan notes', '???');
    expect([JSON.parse(host.disk.get(FILE) ?? ''), document.body.textContent?.includes('Nothing of this can stand')]).toEqual([expect.objectContaining({ noteName: '{{date}} {{title}}' }), true]);
  });

  test('two quick changes are both stored', async () => {
    await openWith('{}');
    host.app.setting.openTabById('plan-rollup');
    fillIn(field('Author'), 'Platform');
    fillIn(field('Folder for new plans'), 'Work');
    await host.settle();
    expect(JSON.parse(host.disk.get(FILE) ?? '')).toEqual({ ...STORED, planFolder: 'Work', author: 'Platform' });
  });
});

describe('a file that is broken', () => {
  test.each(['{"planFolder": "Pl', '', 'null', '[]', '"text"', '{"planFolder": 7, "author": ["x"]}', '\u0000'])('%j: the plugin works with the defaults and leaves the file alone', async (text) => {
    await openWith(text, { 'a.md': '---\ntype: plan\nstatus: Draft\n---\n' });
    await host.open('a.md');
    await run(host, 'advance-status');
    await run(host, 'open-rollup');
    expect([host.disk.get(FILE), host.disk.get('a.md')?.includes('In Review')]).toEqual([text, true]);
  });

  test('the first change by the user makes it whole', async () => {
    await openWith('{"planFolder": "Pl');
    await set('Author', 'Platform');
    expect(JSON.parse(host.disk.get(FILE) ?? '')).toEqual({ ...STORED, author: 'Platform' });
  });

  test('a sound part of it is kept', async () => {
    await openWith('{"planFolder": 7, "author": "Ops"}');
    host.app.setting.openTabById('plan-rollup');
    expect([field('Folder for new plans').value, field('Author').value]).toEqual(['Plans', 'Ops']);
  });

  test('a file that can’t be read leaves the defaults, and nothing is stored', async () => {
    host = await openPlugin({});
    const saveData = vi.fn(() => Promise.resolve());
    const store = new SettingsStore({ loadData: () => Promise.reject(new Error('EIO')), saveData });
    await store.load();
    expect([store.current, saveData.mock.calls.length]).toEqual([DEFAULT_SETTINGS, 0]);
  });

  test('starting and using the plugin stores nothing by itself', async () => {
    await openWith('{"author": "Ops", "fromLater": 1}', { 'a.md': '# A\n' });
    const write = vi.spyOn(host.adapter, 'write');
    await host.open('a.md');
    await run(host, 'open-rollup');
    host.app.setting.openTabById('plan-rollup');
    host.app.setting.close();
    await host.settle();
    expect(write).not.toHaveBeenCalled();
  });
});
