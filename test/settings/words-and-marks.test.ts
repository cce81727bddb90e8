// Words and marks of the user's own, set in the tab: they count at once, in notes that are indexed already.
import { afterEach, describe, expect, test } from 'vitest';
import { DEFAULT_SETTINGS } from '../../src/settings/settings';
import { fillIn, find, findAll, press } from '../support/at-the-keyboard';
import { closePlugin, lines, openPane, pane, type PluginHost, showLens } from '../ui/open-pane';

const FILE = '.obsidian/plugins/plan-rollup/data.json';
/** What is written of the defaults: workflows only when the user changed them. */
const STORED = Object.fromEntries(Object.entries(DEFAULT_SETTINGS).filter(([key]) => key !== 'workflows'));

function settingRow(name: string): HTMLElement {
  const row = findAll('.setting-item').find((item) => item.querySelector('.setting-item-name')?.textContent === name);
  if (!row) throw new Error(`There is no setting “${name}”.`);
  return row;
}

let host: PluginHost;
afterEach(() => closePlugin(host));

async function toggle(name: string): Promise<void> {
  host.app.setting.openTabById('plan-rollup');
  find('.checkbox-container', settingRow(name)).click();
  await host.settle();
}

async function set(name: string, value: string): Promise<void> {
  host.app.setting.openTabById('plan-rollup');
  fillIn(find('input', settingRow(name)) as HTMLInputElement, value);
  await host.settle();
}

describe('words and marks', () => {
  const note = '# Pumps\n\n## Hand-over\n\n- [ ] it runs\n- [~] it is loud\n';
  const shown = (): string[] => lines().filter((line) => line.startsWith('it '));

  test('a word counts at once, in notes that are indexed already, and goes when it is taken away', async () => {
    host = await openPane({ 'a.md': note, [FILE]: '{}' }, { withObsidianFolder: true, data: undefined });
    await showLens(host, 'Verification');
    expect(shown()).toEqual([]);
    await set('Verification headings', ' Hand-over ,, Go-live ');
    expect(JSON.parse(host.disk.get(FILE) ?? '')).toEqual({ ...STORED, words: { verification: ['Hand-over', 'Go-live'] } });
    expect(shown()).toEqual(['it runs', 'it is loud']);
    await set('Verification headings', '');
    expect([shown(), (JSON.parse(host.disk.get(FILE) ?? '') as { words: unknown }).words]).toEqual([[], {}]);
  });

  test('checklists without boxes are listed when asked for, and can not be ticked', async () => {
    const text = '# Pumps\n\n## Verification\n\n- it runs\n- ✅ it stops\n';
    host = await openPane({ 'a.md': text, [FILE]: '{}' }, { withObsidianFolder: true, data: undefined });
    await showLens(host, 'Verification');
    expect(shown()).toEqual([]);
    await toggle('Checklists without boxes');
    expect(shown()).toEqual(['it runs']);
    expect([findAll('[role="checkbox"]', pane()).length, find('.plan-rollup-no-box', pane()).getAttribute('aria-label')]).toEqual([0, 'No box to tick']);
    find('[role="treegrid"]', pane()).focus();
    for (const key of ['ArrowDown', 'ArrowDown', ' ']) press(key);
    await host.settle();
    expect(host.disk.get('a.md')).toBe(text);
    await toggle('Checklists without boxes');
    expect(shown()).toEqual([]);
  });

  test('a mark that means done hides the item', async () => {
    host = await openPane({ 'a.md': note, [FILE]: '{"words": {"verification": ["hand-over"]}}' }, { withObsidianFolder: true, data: undefined });
    await showLens(host, 'Verification');
    expect(shown()).toHaveLength(2);
    await set('Done', 'xX~ ');
    expect(shown()).toHaveLength(1);
  });

  test('a change made on another device counts when it arrives, and parts of a later version stay in the file', async () => {
    host = await openPane({ 'a.md': note, [FILE]: '{"fromLater": {"a": 1}}' }, { withObsidianFolder: true, data: undefined });
    await showLens(host, 'Verification');
    host.disk.set(FILE, '{"fromLater": {"a": 1}, "words": {"verification": ["hand-over"]}}');
    host.plugin.onExternalSettingsChange();
    await host.settle();
    expect(shown()).toHaveLength(2);
    await set('Author', 'Ops');
    expect(JSON.parse(host.disk.get(FILE) ?? '')).toMatchObject({ fromLater: { a: 1 }, author: 'Ops', words: { verification: ['hand-over'] } });
  });
});

test('folders left out of the pane go at once, are counted, and one click shows them', async () => {
  const note = '# Pumps\n\n## Verification\n\n- [ ] it runs\n';
  host = await openPane({ 'Archive/a.md': note, 'b.md': note.replace('it runs', 'it is quiet'), [FILE]: '{}' }, { withObsidianFolder: true, data: undefined });
  await showLens(host, 'Verification');
  const shown = (): string[] => lines().filter((line) => line.startsWith('it '));
  expect(shown()).toEqual(['it runs', 'it is quiet']);
  await set('Folders left out of the pane', 'Archive, Old');
  expect(shown()).toEqual(['it is quiet']);
  expect(JSON.parse(host.disk.get(FILE) ?? '')).toMatchObject({ excludedFolders: ['Archive', 'Old'] });
  find('[aria-label="1 in excluded folders: show them"]', pane()).click();
  await host.settle();
  expect(shown()).toEqual(['it runs', 'it is quiet']);
});
